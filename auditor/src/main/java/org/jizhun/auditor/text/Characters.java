package org.jizhun.auditor.text;

/** Widths and look-alikes of characters in Chinese office text. */
final class Characters {

    private Characters() {}

    /**
     * The character every spelling of it stands for: full-width letters and digits become half-width; brackets, commas,
     * colons and semicolons stay apart by one rule only, brackets become full-width, since a comma may be a separator of
     * thousands and a colon part of a time.
     */
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
            default -> character;
        };
    }

    /** Whether a full-width comma parts thousands: full-width digits on both sides, three of them after it. */
    static boolean separates(CharSequence text, int at) {
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
}
