package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table printed one cell a line whose first column numbers its rows: 序号 and further headings, then 1 and the cells of the first
 * row, 2 and those of the second. The steps from number to number are the width. A closing row fills the columns that hold figures
 * in every row, from the last.
 */
record NumberedCells(int width, int rows, int end) {

    static final NumberedCells NONE = new NumberedCells(0, 0, 0);

    private static final Sought NUMBER = Sought.of("序号|编号|№");
    private static final Sought CLOSES = Sought.of("(?:合计|总计|小计|共计|总分|总得分|合计得分)[:：]?");
    private static final int LONGEST = 60;

    /** The table that begins with the heading of a line. */
    static NumberedCells at(List<SourceLine> lines, int start) {
        if (!NUMBER.is(text(lines, start))) {
            return NONE;
        }
        for (int width = 3; width <= 12; width++) {
            int rows = 0;
            int at = start + width;
            while (at + width <= lines.size()
                    && text(lines, at).equals(String.valueOf(rows + 1))
                    && areCells(lines, at, at + width)) {
                rows++;
                at += width;
            }
            if (rows >= 3 && areCells(lines, start, start + width)) {
                return new NumberedCells(width, rows, closed(lines, at, width));
            }
        }
        return NONE;
    }

    private static int closed(List<SourceLine> lines, int at, int width) {
        if (at >= lines.size() || !CLOSES.is(text(lines, at))) {
            return at;
        }
        int end = at + 1;
        while (end < lines.size() && end - at < width && isFigure(lines.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean areCells(List<SourceLine> lines, int from, int to) {
        return lines.subList(from, to).stream()
                .map(line -> line.text().strip())
                .noneMatch(text -> text.length() > LONGEST || text.contains("。") || Cells.isPiped(text));
    }

    Grid grid(List<SourceLine> lines, int order, String caption) {
        List<List<Passage>> rows = new ArrayList<>();
        for (int row = 0; row <= this.rows; row++) {
            List<Passage> cells = new ArrayList<>();
            lines.subList(row * width, (row + 1) * width).forEach(line -> cells.add(passage(line, order)));
            rows.add(cells);
        }
        int closing = (this.rows + 1) * width;
        if (closing < lines.size()) {
            rows.add(closing(lines.subList(closing, lines.size()), rows, order));
        }
        return new Grid(order, caption, "", rows, 1);
    }

    private List<Passage> closing(List<SourceLine> own, List<List<Passage>> above, int order) {
        List<Passage> row = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            row.add(TableLines.empty(own.get(0), order));
        }
        row.set(0, passage(own.get(0), order));
        if (own.size() == width - 1) { // the total's name stands over the first two columns
            for (int column = 2; column < width; column++) {
                row.set(column, passage(own.get(column - 1), order));
            }
            return row;
        }
        int left = own.size() - 1;
        for (int column = width - 1; column > 0 && left > 0; column--) {
            int at = column;
            boolean figures = above.stream()
                    .skip(1)
                    .allMatch(cells -> new Cells.Cell(cells.get(at).text(), 0).isNumeric());
            if (figures) {
                row.set(column, passage(own.get(left--), order));
            }
        }
        return row;
    }

    private static Passage passage(SourceLine line, int order) {
        return TableLines.passage(line, Cells.aligned(line.text()).get(0), order);
    }

    private static boolean isFigure(SourceLine line) {
        return new Cells.Cell(line.text().strip(), 0).isNumeric();
    }

    private static String text(List<SourceLine> lines, int at) {
        return lines.get(at).text().strip();
    }
}
