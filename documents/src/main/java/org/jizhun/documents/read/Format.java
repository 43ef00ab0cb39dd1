package org.jizhun.documents.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The formats, told apart by what a file begins with and holds; its name decides only between kinds of text. */
enum Format {
    TXT("txt", "text", "md", "csv"),
    HTML("html", "htm", "xhtml", "mht"),
    DOCX("docx", "docm"),
    DOC("doc", "wps"),
    XLSX("xlsx", "xlsm"),
    XLS("xls", "et"),
    PDF("pdf"),
    OFD("ofd");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives a set that cannot change
    private final Set<String> endings;

    Format(String... endings) {
        this.endings = Set.of(endings);
    }

    boolean hasEnding(String name) {
        return endings.contains(ending(name));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static boolean isZip(byte[] bytes) {
        return startsWith(bytes, 'P', 'K', 3, 4);
    }

    static boolean isOle(byte[] bytes) {
        return startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0);
    }

    static boolean isPdf(byte[] bytes) {
        return head(bytes).contains("%PDF-");
    }

    static boolean isHtml(byte[] bytes, String name) {
        String head = head(bytes).toLowerCase(Locale.ROOT);
        return HTML.hasEnding(name) || head.contains("<!doctype html") || head.contains("<html");
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
