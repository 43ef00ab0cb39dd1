package org.jizhun.documents.workbook;

/** Text as a person typed it, brought to plain ASCII where only the width of the characters differs. */
final class Plain {

    private static final int WIDTH_SHIFT = 0xFF01 - '!';

    private Plain() {}

    /** Full-width letters, digits and signs as ASCII, the full-width blank as a blank; nothing else changes. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each >= 0xFF01 && each <= 0xFF5E) {
                plain.append((char) (each - WIDTH_SHIFT));
            } else if (each == '\u3000' || each == '\u00A0') {
                plain.append(' ');
            } else if (each == '\u2212' || each == '\u2013') {
                plain.append('-');
            } else {
                plain.append(each);
            }
        }
        return plain.toString().strip();
    }
}
