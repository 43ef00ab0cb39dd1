package org.jizhun.kernel.document;

import java.util.Arrays;

/**
 * A run of text that was put together from lines, in which every character knows where it stands. Line breaks of the
 * layout are gone, so that a number broken at a line end reads whole; the characters are those of the lines, full-width
 * digits included.
 */
public final class Text implements CharSequence {

    public static final Text EMPTY = new Builder().build();

    private final String string;
    private final int[] pages;
    private final int[] lines;
    private final int[] columns;

    private Text(String string, int[] pages, int[] lines, int[] columns) {
        this.string = string;
        this.pages = pages;
        this.lines = lines;
        this.columns = columns;
    }

    /** Where the character at a 0-based offset stands; at the length, one column after the last character. */
    public Spot spot(int offset) {
        if (offset == string.length() && offset > 0) {
            return new Spot(pages[offset - 1], lines[offset - 1], columns[offset - 1] + 1);
        }
        return new Spot(pages[offset], lines[offset], columns[offset]);
    }

    /** With blanks (also full-width and no-break ones) cut off at both ends. */
    public Text strip() {
        int from = 0;
        int to = string.length();
        while (from < to && isBlank(string.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(string.charAt(to - 1))) {
            to--;
        }
        return subSequence(from, to);
    }

    /** ASCII for full-width digits, letters, point, per cent, plus, minus and blanks; every other character as it is. */
    public String plain() {
        StringBuilder plain = new StringBuilder(string.length());
        for (int i = 0; i < string.length(); i++) {
            plain.append(plain(string.charAt(i)));
        }
        return plain.toString();
    }

    private static char plain(char character) {
        boolean letterOrDigit = (character >= '０' && character <= '９')
                || (character >= 'Ａ' && character <= 'Ｚ')
                || (character >= 'ａ' && character <= 'ｚ');
        if (letterOrDigit || "．％＋－，".indexOf(character) >= 0) {
            return (char) (character - '０' + '0');
        }
        return isBlank(character) ? ' ' : character;
    }

    static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200B'
                || character == '\uFEFF';
    }

    @Override
    public int length() {
        return string.length();
    }

    @Override
    public char charAt(int index) {
        return string.charAt(index);
    }

    @Override
    public Text subSequence(int start, int end) {
        return new Text(
                string.substring(start, end),
                Arrays.copyOfRange(pages, start, end),
                Arrays.copyOfRange(lines, start, end),
                Arrays.copyOfRange(columns, start, end));
    }

    @Override
    public String toString() {
        return string;
    }

    /** Puts a text together from pieces of lines. */
    public static final class Builder {
        private final StringBuilder string = new StringBuilder();
        private int[] pages = new int[32];
        private int[] lines = new int[32];
        private int[] columns = new int[32];

        /** The characters of a line from 0-based {@code from} to before {@code to}. */
        public Builder add(Line line, int from, int to) {
            for (int i = from; i < to; i++) {
                add(line.text().charAt(i), new Spot(line.page(), line.number(), i + 1));
            }
            return this;
        }

        public Builder add(Line line) {
            return add(line, 0, line.text().length());
        }

        /** One character, which may stand for something between lines, such as a blank between two words. */
        public Builder add(char character, Spot spot) {
            int at = string.length();
            if (at == lines.length) {
                pages = Arrays.copyOf(pages, at * 2);
                lines = Arrays.copyOf(lines, at * 2);
                columns = Arrays.copyOf(columns, at * 2);
            }
            pages[at] = spot.page();
            lines[at] = spot.line();
            columns[at] = spot.column();
            string.append(character);
            return this;
        }

        public int length() {
            return string.length();
        }

        /** The character added last. */
        public char last() {
            return string.charAt(string.length() - 1);
        }

        public Text build() {
            int length = string.length();
            return new Text(
                    string.toString(),
                    Arrays.copyOf(pages, length),
                    Arrays.copyOf(lines, length),
                    Arrays.copyOf(columns, length));
        }
    }
}
