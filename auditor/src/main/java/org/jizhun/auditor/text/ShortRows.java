package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Closing rows of tables parted by wide blanks in which empty cells left no trace but a wider gap: 合计 and fewer figures than
 * there are columns. Where all cells are parted by the same number of blanks, a gap of several such numbers stands for empty
 * cells; elsewhere each cell goes to the column it stands under.
 */
final class ShortRows {

    private static final Sought CLOSES = Sought.of("(?:合\\s*计|总\\s*计|小\\s*计|共\\s*计|总\\s*和|总\\s*分|平均)");

    private ShortRows() {}

    static boolean isShort(List<Cells.Cell> cells, int columns) {
        return cells.size() >= 2
                && cells.size() < columns
                && CLOSES.is(cells.get(0).text())
                && cells.stream().skip(1).allMatch(Cells.Cell::isNumeric);
    }

    /** The cells, one a column, absent where empty. */
    static List<Optional<Cells.Cell>> placed(
            String line, List<Cells.Cell> cells, String fullLine, List<Cells.Cell> full) {
        int gap = usualGap(full);
        List<Optional<Cells.Cell>> placed = new ArrayList<>();
        placed.add(Optional.of(cells.get(0)));
        for (int i = 1; i < cells.size(); i++) {
            int from = placed.size();
            int left = cells.size() - i;
            int column = gap > 0
                    ? from + Math.max(0, gap(cells.get(i - 1), cells.get(i)) / gap - 1)
                    : under(line, cells.get(i), fullLine, full, from);
            column = numeric(full, Math.min(column, full.size() - left), full.size() - left);
            while (placed.size() < column) {
                placed.add(Optional.empty());
            }
            placed.add(Optional.of(cells.get(i)));
        }
        while (placed.size() < full.size()) {
            placed.add(Optional.empty());
        }
        return placed;
    }

    /** 合计 100 96 below 产出 数量 10 10: no figure stands in a column of words, if a later one is of figures. */
    private static int numeric(List<Cells.Cell> full, int from, int last) {
        int column = from;
        while (column < last && !full.get(column).isNumeric()) {
            column++;
        }
        return full.get(column).isNumeric() ? column : from;
    }

    private static int gap(Cells.Cell left, Cells.Cell right) {
        return right.at() - left.at() - left.text().length();
    }

    /** The blanks between all cells of a full row, if they are as many everywhere; else nothing. */
    private static int usualGap(List<Cells.Cell> full) {
        int usual = gap(full.get(0), full.get(1));
        for (int i = 2; i < full.size(); i++) {
            if (gap(full.get(i - 1), full.get(i)) != usual) {
                return 0;
            }
        }
        return usual;
    }

    /** The column from one on whose cell begins or ends nearest. */
    private static int under(String line, Cells.Cell cell, String fullLine, List<Cells.Cell> full, int from) {
        int best = from;
        int nearest = Integer.MAX_VALUE;
        for (int column = from; column < full.size(); column++) {
            int begins = Math.abs(begin(line, cell) - begin(fullLine, full.get(column)));
            int ends = Math.abs(end(line, cell) - end(fullLine, full.get(column)));
            if (Math.min(begins, ends) < nearest) {
                nearest = Math.min(begins, ends);
                best = column;
            }
        }
        return best;
    }

    private static int begin(String line, Cells.Cell cell) {
        return Characters.width(line.substring(0, cell.at()));
    }

    private static int end(String line, Cells.Cell cell) {
        return begin(line, cell) + Characters.width(cell.text());
    }
}
