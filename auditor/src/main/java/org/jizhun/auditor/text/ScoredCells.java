package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of indicators of a form, printed one cell a line, whose weight stands before target and result and whose score ends the row. Names have
 * no figures, so that the first number of points ends them: names of levels may be left out where they do not change, and subtotals and
 * the closing row may have weight and score only.
 *
 * @param width cells of a row
 * @param weight the column of weights
 * @param rows cells of each row, absent where empty, as numbers of lines from the heading on
 * @param end the line after the last row
 */
record ScoredCells(int width, int weight, List<List<Optional<Integer>>> rows, int end) {

    static final ScoredCells NONE = new ScoredCells(0, 0, List.of(), 0);

    private static final Sought HEADING = Sought.of("[^，。；：！？\\d]{1,20}");
    private static final Sought POINTS = Sought.of("\\d{1,3}(?:\\.\\d+)?分?");
    private static final Sought CLOSES = Sought.of("(?:合\\s*计|总\\s*计|总\\s*分|总得分|合计得分|得分合计)[:：]?");
    private static final Sought SUBTOTAL = Sought.of("[^，。；\\d]{0,14}(?:小\\s*计|合\\s*计)(?:得分)?[:：]?");
    private static final Sought SENTENCE = Sought.of("[。；]");
    private static final int LEAST_ROWS = 3;
    private static final int WIDEST = 10;
    private static final int LONGEST = 40;

    /** The table that begins with the heading of a line. */
    static ScoredCells at(List<SourceLine> lines, int start) {
        if (!LeveledCells.FIRST.is(text(lines, start))) {
            return NONE;
        }
        int weight = 0;
        int width = 1;
        while (width <= WIDEST
                && HEADING.is(text(lines, start + width))
                && !LeveledCells.SCORE.is(text(lines, start + width))) {
            weight = weight == 0 && LeveledCells.WEIGHT.is(text(lines, start + width)) ? width : weight;
            width++;
        }
        boolean form = weight > 0 && width > weight + 1 && LeveledCells.SCORE.is(text(lines, start + width));
        return form ? new Reading(lines, start, width + 1, weight).read() : NONE;
    }

    /** Reads the rows below a heading whose form is known. */
    private record Reading(List<SourceLine> lines, int start, int width, int weight) {

        ScoredCells read() {
            List<List<Optional<Integer>>> rows = new ArrayList<>();
            int at = start + width;
            boolean closed = false;
            while (!closed && at < lines.size()) {
                int names = names(at);
                closed = CLOSES.is(text(lines, at));
                int end = names == 0 ? at : end(at, names);
                if (end == at) {
                    break;
                }
                rows.add(row(at, names, end));
                at = end;
            }
            return rows.size() < LEAST_ROWS ? NONE : new ScoredCells(width, weight, rows, at);
        }

        /** How many names stand before the weight of a row; none where no weight follows them. */
        private int names(int from) {
            int names = 0;
            while (names <= weight && isName(from + names)) {
                names++;
            }
            return names <= weight && POINTS.is(text(lines, from + names)) ? names : 0;
        }

        /** The line after a row, that line itself where it is none. */
        private int end(int at, int names) {
            int first = at + names;
            boolean sum = names == 1 && (SUBTOTAL.is(text(lines, at)) || CLOSES.is(text(lines, at)));
            if (sum && POINTS.is(text(lines, first + 1)) && !isFigure(first + 2)) {
                return first + 2;
            }
            int score = first + width - 1 - weight;
            boolean whole = score < lines.size() && POINTS.is(text(lines, score));
            for (int value = first + 1; whole && value < score; value++) {
                whole = text(lines, value).length() <= LONGEST && !SENTENCE.isIn(text(lines, value));
            }
            return whole ? score + 1 : at;
        }

        private List<Optional<Integer>> row(int at, int names, int end) {
            boolean sum = end - at < names + width - weight || SUBTOTAL.is(text(lines, at));
            List<Optional<Integer>> row = new ArrayList<>();
            for (int column = 0; column < weight; column++) {
                int line = sum && names == 1 ? at + column : at + names - (weight - column);
                row.add(line < at || line >= at + names ? Optional.empty() : Optional.of(line - start));
            }
            row.add(Optional.of(at + names - start));
            for (int column = weight + 1; column < width; column++) {
                int line = end - (width - column);
                row.add(line <= at + names ? Optional.empty() : Optional.of(line - start));
            }
            return row;
        }

        private boolean isFigure(int at) {
            return new Cells.Cell(text(lines, at), 0).isNumeric();
        }

        private boolean isName(int at) {
            String text = text(lines, at);
            return !text.isEmpty()
                    && text.length() <= LONGEST
                    && !SENTENCE.isIn(text)
                    && !isFigure(at)
                    && !Cells.isPiped(text);
        }
    }

    Grid grid(List<SourceLine> lines, int order, String caption) {
        return LeveledCells.grid(lines, width, rows, order, caption);
    }

    private static String text(List<SourceLine> lines, int at) {
        return at < lines.size() ? lines.get(at).text().strip() : "";
    }
}
