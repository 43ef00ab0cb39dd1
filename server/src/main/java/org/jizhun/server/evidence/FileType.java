package org.jizhun.server.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What an evidence file is, decided by its content; its name must end accordingly. */
enum FileType {
    PDF("application/pdf", true, "pdf"),
    PNG("image/png", true, "png"),
    JPEG("image/jpeg", true, "jpg jpeg"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
    OLD_OFFICE("application/x-ole-storage", false, "doc xls"),
    OFD("application/ofd", false, "ofd"),
    TEXT("text/plain;charset=UTF-8", true, "txt csv");

    private static final int ENTRIES_READ = 200;
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

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
            return Optional.of(OLD_OFFICE);
        }
        if (starts(content, 'P', 'K', 3, 4)) {
            return archive(content);
        }
        return isText(content) ? Optional.of(TEXT) : Optional.empty();
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
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && names.size() < ENTRIES_READ;
                    entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
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

    /** Without control characters, in UTF-8 or GB18030, and no page or script for a browser. */
    private static boolean isText(byte[] content) {
        for (byte each : content) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                return false;
            }
        }
        return CHARSETS.stream().anyMatch(charset -> isPlain(content, charset));
    }

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
