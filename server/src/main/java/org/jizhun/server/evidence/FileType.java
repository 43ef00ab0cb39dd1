package org.jizhun.server.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What an evidence file is, decided by its content; its name must end accordingly. */
enum FileType {
    PDF("application/pdf", true, "pdf"),
    PNG("image/png", true, "png"),
    JPEG("image/jpeg", true, "jpg jpeg"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
    OLD_OFFICE("application/x-ole-storage", false, "doc xls"),
    OFD("application/ofd", false, "ofd"),
    TEXT("text/plain;charset=UTF-8", true, "txt csv"),
    TEXT_GB18030("text/plain;charset=GB18030", true, "txt csv");

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final String mediaType;
    private final boolean preview;
    private final String endings;

    FileType(String mediaType, boolean preview, String endings) {
        this.mediaType = mediaType;
        this.preview = preview;
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a browser shows it without running anything of it. */
    boolean preview() {
        return preview;
    }

    /** The endings that fit, such as {@code .jpg .jpeg}. */
    String endingsShown() {
        return "." + endings.replace(" ", " .");
    }

    boolean fits(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0
                && List.of(endings.split(" ", -1))
                        .contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Empty where the content is none of these. */
    static Optional<FileType> of(byte[] content) {
        if (starts(content, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        }
        if (starts(content, 0x89, 'P', 'N', 'G', '\r', '\n')) {
            return Optional.of(PNG);
        }
        if (starts(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(content, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            return holds(content, "_VBA_PROJECT") || holds(content, "EncryptedPackage")
                    ? Optional.empty()
                    : Optional.of(OLD_OFFICE);
        }
        if (starts(content, 'P', 'K', 3, 4)) {
            return archive(content);
        }
        if (hasControls(content)) {
            return Optional.empty();
        }
        if (isPlain(content, StandardCharsets.UTF_8)) {
            return Optional.of(TEXT);
        }
        return isPlain(content, GB18030) ? Optional.of(TEXT_GB18030) : Optional.empty();
    }

    /** The parts of an old Office file are named in it, in UTF-16. */
    private static boolean holds(byte[] content, String part) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .contains(new String(part.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }

    static Optional<FileType> named(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    private static boolean starts(byte[] content, int... expected) {
        if (content.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((content[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** A package without macros, by the parts that make it what it is. */
    private static Optional<FileType> archive(byte[] content) {
        Set<String> names = new HashSet<>();
        // The names as the package lists them; nothing is unpacked.
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            Collections.list(zip.getEntries()).forEach(entry -> names.add(entry.getName()));
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
            return Optional.empty();
        }
        if (names.contains("word/document.xml")) {
            return Optional.of(WORD);
        }
        if (names.contains("xl/workbook.xml")) {
            return Optional.of(EXCEL);
        }
        return names.contains("OFD.xml") ? Optional.of(OFD) : Optional.empty();
    }

    private static boolean hasControls(byte[] content) {
        for (byte each : content) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                return true;
            }
        }
        return false;
    }

    /** In this charset, and no page or script for a browser or shell. */
    private static boolean isPlain(byte[] content, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            String start = text.stripLeading();
            return !start.startsWith("<") && !start.startsWith("#!");
        } catch (CharacterCodingException otherCharset) {
            return false;
        }
    }
}
