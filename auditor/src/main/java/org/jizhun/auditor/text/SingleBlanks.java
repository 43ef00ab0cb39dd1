package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table whose cells are parted by single blanks and hold words in several columns, as scoring forms have them: a line of
 * headings, then lines of as many cells. Over a column of names the heading may be missing. A closing row names its total and
 * fills the last columns that hold figures only.
 *
 * @param width cells of a row
 * @param end the line after the last row
 */
record SingleBlanks(int width, int end) {

    static final SingleBlanks NONE = new SingleBlanks(0, 0);

    private static final Pattern HEADING = Pattern.compile("[\\u4e00-\\u9fa5（）()/%]{2,14}");
    private static final Pattern CLOSES = Pattern.compile("(?:合计|总计|小计|共计|总分|总得分|合计得分)[:：]?");
    private static final int LEAST = 5;

    /** The table that begins with the headings of a line. */
    static SingleBlanks at(List<SourceLine> lines, int start) {
        List<Cells.Cell> heading = cells(lines, start);
        if (heading.size() < LEAST
                || !heading.stream()
                        .allMatch(cell -> HEADING.matcher(cell.text()).matches())) {
            return NONE;
        }
        for (int width = heading.size(); width <= heading.size() + 1; width++) {
            int at = start + 1;
            while (at < lines.size() && isRow(cells(lines, at), width)) {
                at++;
            }
            if (at - start > 2) {
                boolean closed = at < lines.size() && isClosing(cells(lines, at), width);
                return new SingleBlanks(width, closed ? at + 1 : at);
            }
        }
        return NONE;
    }

    private static List<Cells.Cell> cells(List<SourceLine> lines, int at) {
        String line = lines.get(at).text();
        boolean other = Cells.isPiped(line) || line.indexOf('\t') >= 0 || line.contains("。");
        return other ? List.of() : Cells.tokens(line);
    }

    private static boolean isRow(List<Cells.Cell> cells, int width) {
        return cells.size() == width
                && !cells.get(0).isNumeric()
                && cells.stream().filter(Cells.Cell::isNumeric).count() >= 2;
    }

    private static boolean isClosing(List<Cells.Cell> cells, int width) {
        return cells.size() >= 2
                && cells.size() < width
                && CLOSES.matcher(cells.get(0).text()).matches()
                && cells.stream().skip(1).allMatch(Cells.Cell::isNumeric);
    }

    Grid grid(List<SourceLine> lines, int order, String caption) {
        List<List<Passage>> rows = new ArrayList<>();
        List<Passage> heading = new ArrayList<>();
        List<Cells.Cell> headings = Cells.tokens(lines.get(0).text());
        if (headings.size() < width) {
            heading.add(TableLines.empty(lines.get(0), order));
        }
        headings.forEach(cell -> heading.add(TableLines.passage(lines.get(0), cell, order)));
        rows.add(heading);
        int last = lastFigures(lines);
        for (SourceLine line : lines.subList(1, lines.size())) {
            List<Cells.Cell> cells = Cells.tokens(line.text());
            List<Passage> row = new ArrayList<>();
            cells.forEach(cell -> row.add(TableLines.passage(line, cell, order)));
            while (cells.size() < width && row.size() < width) {
                boolean before = row.size() < last + 1;
                row.add(before ? 1 : row.size(), TableLines.empty(line, order));
            }
            rows.add(row);
        }
        return new Grid(order, caption, "", rows, 1);
    }

    /** The last column with figures in every whole row. */
    private int lastFigures(List<SourceLine> lines) {
        for (int column = width - 1; column > 0; column--) {
            int at = column;
            boolean figures = lines.stream()
                    .skip(1)
                    .map(line -> Cells.tokens(line.text()))
                    .filter(cells -> cells.size() == width)
                    .allMatch(cells -> cells.get(at).isNumeric());
            if (figures) {
                return column;
            }
        }
        return width - 1;
    }
}
