package org.jizhun.documents.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/**
 * Looks at a file before anything parses it as a workbook: what it really is, whether it unpacks to more than a workbook
 * can honestly hold, and whether its XML asks for entities or cells that no sheet has.
 */
final class PackageGuard {

    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final long LARGEST_FILE = 64L << 20;
    private static final long LARGEST_UNPACKED = 256L << 20;
    private static final long RATIO_MATTERS_FROM = 8L << 20;
    private static final int HIGHEST_RATIO = 200;
    private static final int MOST_ENTRIES = 5_000;

    /** A column beyond three letters does not exist; the reader would make room for it all the same. */
    private static final Pattern IMPOSSIBLE_CELL = Pattern.compile("\\sr\\s*=\\s*[\"'][A-Za-z]{4,}");

    private PackageGuard() {}

    /** @throws Refusal saying what the file is instead of an ordinary .xlsx */
    static void check(Path file) {
        Place place = Place.of(FolderSource.name(file));
        try {
            byte[] head;
            try (InputStream in = Files.newInputStream(file)) {
                head = in.readNBytes(8);
            }
            if (startsWith(head, OLE2)) {
                throw new Refusal(Problem.of(isEncrypted(file) ? "workbook-protected" : "workbook-old", place));
            }
            if (!startsWith(head, ZIP)) {
                throw new Refusal(Problem.of("case-not-a-workbook", place));
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new Refusal(Problem.of("workbook-too-big", place, "limit", LARGEST_FILE >> 20));
            }
            checkEntries(file, place);
        } catch (IOException broken) {
            throw new Refusal(Problem.of("workbook-broken", place));
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && java.util.Arrays.equals(java.util.Arrays.copyOf(bytes, start.length), start);
    }

    /** A protected .xlsx is an OLE2 file with a stream of this name, which is written in UTF-16. */
    private static boolean isEncrypted(Path file) throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        String latin = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return latin.contains(new String(name, StandardCharsets.ISO_8859_1));
    }

    private static void checkEntries(Path file, Place place) throws IOException {
        long unpacked = 0;
        boolean workbook = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Refusal(Problem.of("workbook-bomb", place));
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                workbook |= entry.getName().equals("xl/workbook.xml");
                unpacked += checkEntry(zip, entry, LARGEST_UNPACKED - unpacked, place);
            }
        }
        if (!workbook) {
            throw new Refusal(Problem.of("case-not-a-workbook", place));
        }
    }

    /** Unpacks one part, counting; the sizes that the package states about itself are not believed. */
    private static long checkEntry(ZipFile zip, ZipEntry entry, long left, Place place) throws IOException {
        boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        long packed = Math.max(1, entry.getCompressedSize());
        long count = 0;
        String tail = "";
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (xml) {
                    String text = tail + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                    checkXml(text, count == 0, entry.getName()).ifPresent(code -> {
                        throw new Refusal(Problem.of(code, place));
                    });
                    tail = text.substring(Math.max(0, text.length() - 32));
                }
                count += read;
                if (count > left || (count > RATIO_MATTERS_FROM && count / packed > HIGHEST_RATIO)) {
                    throw new Refusal(Problem.of("workbook-bomb", place));
                }
            }
        }
        return count;
    }

    private static Optional<String> checkXml(String text, boolean start, String name) {
        boolean sheet = name.startsWith("xl/worksheets/");
        if (start
                && (text.startsWith("þÿ")
                        || text.startsWith("ÿþ")
                        || text.startsWith("\0<")
                        || text.startsWith("<\0"))) {
            return Optional.of("workbook-broken");
        }
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            return Optional.of("workbook-entities");
        }
        return sheet && IMPOSSIBLE_CELL.matcher(text).find() ? Optional.of("workbook-broken") : Optional.empty();
    }
}
