package org.jizhun.auditor.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph, heading or table cell as one run of text, in which every character knows its page, line and column. Line
 * breaks of the layout are gone, digits and Latin letters are half-width, and blanks between Chinese and other characters
 * are dropped, so that {@code 2023 年度} and {@code ２０２３年度} read alike.
 */
public final class Passage {

    private final int order;
    private final String text;
    private final int[] pages;
    private final int[] lines;
    private final int[] columns;
    private final String raw;
    private Pieces.@Nullable Held held;
    private int place = -1;

    private Passage(int order, String text, int[] pages, int[] lines, int[] columns, String raw) {
        this.order = order;
        this.text = text;
        this.pages = pages;
        this.lines = lines;
        this.columns = columns;
        this.raw = raw;
    }

    /** The text with layout and width differences taken out. */
    public String text() {
        return text;
    }

    /** The text as printed, line breaks dropped. */
    public String raw() {
        return raw;
    }

    /** The pieces it holds. */
    Pieces.Held held() {
        Pieces.Held known = held;
        if (known == null) {
            known = new Pieces.Held(text);
            held = known;
        }
        return known;
    }

    /** Its rank in reading order within the document. */
    public int order() {
        return order;
    }

    /** Its place among the paragraphs of its manuscript; -1 for a cell that is none. */
    public int place() {
        return place;
    }

    /** Told once, when the manuscript is made. */
    void placed(int place) {
        this.place = place;
    }

    public Spot spot(int start, int end) {
        if (text.isEmpty()) {
            return new Spot(pages.length == 0 ? 1 : pages[0], lines.length == 0 ? 1 : lines[0], 1, "");
        }
        int at = Math.min(Math.max(start, 0), text.length() - 1);
        int to = Math.min(Math.max(end, at + 1), text.length());
        return new Spot(pages[at], lines[at], columns[at], text.substring(at, to));
    }

    public Spot spot() {
        return spot(0, text.length());
    }

    @Override
    public String toString() {
        return text;
    }

    /** Gathers characters with their places. */
    public static final class Builder {
        private final StringBuilder text;
        private int[] pages;
        private int[] lines;
        private int[] columns;

        public Builder() {
            this(64);
        }

        /** @param length how many characters are awaited */
        public Builder(int length) {
            int room = Math.max(length, 1);
            text = new StringBuilder(room);
            pages = new int[room];
            lines = new int[room];
            columns = new int[room];
        }

        public Builder add(String piece, int page, int line, int column) {
            for (int i = 0; i < piece.length(); i++) {
                add(piece.charAt(i), page, line, column + i);
            }
            return this;
        }

        public Builder add(char character, int page, int line, int column) {
            int at = text.length();
            if (at == pages.length) {
                pages = Arrays.copyOf(pages, at * 2);
                lines = Arrays.copyOf(lines, at * 2);
                columns = Arrays.copyOf(columns, at * 2);
            }
            text.append(character);
            pages[at] = page;
            lines[at] = line;
            columns[at] = column;
            return this;
        }

        public boolean isEmpty() {
            return text.toString().isBlank();
        }

        public Passage build(int order) {
            StringBuilder kept = new StringBuilder();
            int[] at = new int[text.length()];
            for (int i = 0; i < text.length(); i++) {
                char character = Characters.plain(text, i);
                if (character != ' ' || keepsBlank(kept, i)) {
                    at[kept.length()] = i;
                    kept.append(character);
                }
            }
            int length = kept.length();
            int[] keptPages = new int[length];
            int[] keptLines = new int[length];
            int[] keptColumns = new int[length];
            for (int i = 0; i < length; i++) {
                keptPages[i] = pages[at[i]];
                keptLines[i] = lines[at[i]];
                keptColumns[i] = columns[at[i]];
            }
            return new Passage(order, kept.toString(), keptPages, keptLines, keptColumns, text.toString());
        }

        /** A blank stays only between two half-width characters: between words or between figures. */
        private boolean keepsBlank(CharSequence before, int at) {
            if (before.length() == 0) {
                return false;
            }
            char left = before.charAt(before.length() - 1);
            int next = at + 1;
            while (next < text.length() && Characters.plain(text.charAt(next)) == ' ') {
                next++;
            }
            return next < text.length()
                    && left != ' '
                    && Characters.isNarrow(left)
                    && Characters.isNarrow(Characters.plain(text.charAt(next)));
        }
    }
}
