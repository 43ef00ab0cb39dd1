package org.jizhun.auditor.text;

/** Widths and look-alikes of characters in Chinese office text. */
final class Characters {

    private Characters() {}

    /**
     * The character that the one at a place stands for. A half-width comma is a mark of the sentence unless it stands between
     * two letters or digits, where it parts thousands; a colon likewise, where it is part of a time or a ratio.
     */
    static char plain(CharSequence text, int at) {
        char character = text.charAt(at);
        return switch (character) {
            case ',' -> isWithin(text, at) ? ',' : '，';
            case ':' -> isWithin(text, at) ? ':' : '：';
            case ';' -> '；';
            case '!' -> '！';
            case '?' -> '？';
            default -> separates(text, at) ? ',' : plain(character);
        };
    }

    /** A line with every character as it stands for, of the same length. */
    static String plain(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            plain.append(line.charAt(i) == '\u3000' ? '\u3000' : plain(line.charAt(i)));
        }
        return plain.toString();
    }

    private static boolean isWithin(CharSequence text, int at) {
        return at > 0
                && at + 1 < text.length()
                && isLatinOrDigit(text.charAt(at - 1))
                && isLatinOrDigit(text.charAt(at + 1));
    }

    private static boolean isLatinOrDigit(char character) {
        char plain = plain(character);
        return (plain >= '0' && plain <= '9') || (plain >= 'A' && plain <= 'Z') || (plain >= 'a' && plain <= 'z');
    }

    /** The character every spelling of it stands for, wherever it stands: letters and digits half-width, brackets full-width. */
    static char plain(char character) {
        if ((character >= '\uFF10' && character <= '\uFF19')
                || (character >= '\uFF21' && character <= '\uFF3A')
                || (character >= '\uFF41' && character <= '\uFF5A')) {
            return (char) (character - 0xFEE0);
        }
        return switch (character) {
            case '\u3000', '\u00A0', '\t', '\n', '\r', '\u2002', '\u2003', '\u2009', '\u200B', '\uFEFF' -> ' ';
            case '(' -> '（';
            case ')' -> '）';
            case '％', '﹪' -> '%';
            case '．' -> '.';
            case '＋' -> '+';
            case '－', '−', '–', '﹣' -> '-';
            case '＝' -> '=';
            case '／' -> '/';
            case '＊', '∗' -> '*';
            case '＞' -> '>';
            case '＜' -> '<';
            case '︰' -> '：';
            case '？' -> '？';
            default -> Ideographs.plain(character);
        };
    }

    /** Whether a full-width comma parts thousands: full-width digits on both sides, three of them after it. */
    private static boolean separates(CharSequence text, int at) {
        if (text.charAt(at) != '，' || at == 0 || !isWideDigit(text.charAt(at - 1))) {
            return false;
        }
        int digits = 0;
        while (at + 1 + digits < text.length() && isWideDigit(text.charAt(at + 1 + digits))) {
            digits++;
        }
        return digits == 3;
    }

    private static boolean isWideDigit(char character) {
        return character >= '\uFF10' && character <= '\uFF19';
    }

    static boolean isNarrow(char character) {
        return (character > ' ' && character < '\u00FF') || character == '—' || character == '∑';
    }

    /** How many half-width columns a text fills on paper. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) < '\u0100' ? 1 : 2;
        }
        return width;
    }

    /** How many columns the word fills with which a text begins, if it is one that no layout breaks: a figure with its digits. */
    static int wordWidth(String text) {
        int end = 0;
        while (end < text.length()
                && (isLatinOrDigit(text.charAt(end)) || (end > 0 && ".,%".indexOf(text.charAt(end)) >= 0))) {
            end++;
        }
        return end < 3 ? 0 : width(text.substring(0, end));
    }
}
