package org.jizhun.documents.read;

import org.jizhun.auditor.text.Ideographs;

/** Look-alikes of characters in office text. */
final class Characters {

    private Characters() {}

    /** Full-width digits, letters, points, commas and per cent signs as ASCII, look-alikes as ideographs, blanks dropped. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isBlank(character)) {
                continue;
            }
            plain.append(
                    character > '\uFF00' && character < '\uFF5F'
                            ? (char) (character - 0xFEE0)
                            : Ideographs.plain(character));
        }
        return plain.toString();
    }

    static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u200B';
    }

    static boolean isWide(char character) {
        return character >= '\u2E80';
    }
}
