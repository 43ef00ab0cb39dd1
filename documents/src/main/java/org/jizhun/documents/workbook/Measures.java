package org.jizhun.documents.workbook;

import java.util.Map;
import org.jizhun.kernel.fact.Register;

/** How wide a column and how high a row must be, in characters and lines; a Chinese character counts two. */
final class Measures {

    private static final int NARROWEST = 9;
    private static final int WIDEST_TEXT = 36;
    /** Columns that hold sentences, or the ids of a scheme's criteria. */
    private static final Map<String, Integer> PROSE = Map.ofEntries(
            Map.entry("text", 90),
            Map.entry("goal", 36),
            Map.entry("result", 36),
            Map.entry("content", 36),
            Map.entry("description", 36),
            Map.entry("measure", 36),
            Map.entry("reason", 36),
            Map.entry("definition", 36),
            Map.entry("targetText", 24),
            Map.entry("actualText", 24),
            Map.entry("evidence", 24),
            Map.entry("criterion", 30),
            Map.entry("element", 30));

    private static final int LINE_POINTS = 14;

    private Measures() {}

    static int width(String text) {
        return text.lines()
                .mapToInt(line ->
                        line.codePoints().map(point -> point < 0x2E80 ? 1 : 2).sum())
                .max()
                .orElse(0);
    }

    /** The width of a register's column: its heading on one line, or what is usually written below it. */
    static int columnWidth(Register.Column column, String heading) {
        int usual = switch (column.kind()) {
            case AMOUNT -> 14;
            case DATE -> 12;
            case PERCENT, NUMBER, COUNT, POINTS, BOOLEAN -> NARROWEST;
            case TEXT, DURATION -> textWidth(column);
        };
        int longest = column.allowed().stream().mapToInt(Measures::width).max().orElse(0);
        return Math.max(usual, Math.max(Math.min(width(heading) + 2, 22), Math.min(longest + 4, WIDEST_TEXT)));
    }

    private static int textWidth(Register.Column column) {
        int asExample = Math.min(WIDEST_TEXT, Math.max(14, width(column.example()) + 4));
        return PROSE.getOrDefault(column.name(), asExample);
    }

    /** The lines a text takes in a column of this width. */
    static int lines(String text, int width) {
        return text.isEmpty()
                ? 1
                : text.lines()
                        .mapToInt(line -> Math.max(1, (width(line) + width - 2) / Math.max(1, width - 1)))
                        .sum();
    }

    static float points(int lines) {
        return Math.min(409, lines * LINE_POINTS + 4);
    }
}
