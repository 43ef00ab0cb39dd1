package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table drawn with box characters: {@code ┌─┬─┐}, {@code │}, {@code └─┴─┘}. Where rules part the rows, a row may fill
 * several lines, each cell broken by itself; where only the heading is ruled off, every line is a row.
 */
final class DrawnTable {

    private static final Sought DRAWN = Sought.of("[\u2500-\u257F]{3}");

    private DrawnTable() {}

    static boolean isDrawn(List<SourceLine> lines) {
        return lines.stream().anyMatch(line -> DRAWN.isIn(line.text()));
    }

    static Grid grid(List<SourceLine> lines, int order, String caption) {
        List<List<SourceLine>> groups = new ArrayList<>();
        List<SourceLine> group = new ArrayList<>();
        int headingGroups = 0;
        for (SourceLine line : lines) {
            boolean rule = Cells.isRule(line.text());
            if (rule || Cells.isPartialRule(line.text())) {
                if (!group.isEmpty()) {
                    groups.add(group);
                    group = new ArrayList<>();
                }
                headingGroups = headingGroups == 0 && rule ? groups.size() : headingGroups;
            } else {
                group.add(line);
            }
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        boolean broken = groups.size() > 2 && groups.stream().allMatch(DrawnTable::isOneRow);
        List<Integer> begins = begins(lines);
        List<List<Passage>> rows = new ArrayList<>();
        int headingRows = 0;
        for (int i = 0; i < groups.size(); i++) {
            List<SourceLine> own = groups.get(i);
            if (broken) {
                rows.add(row(own, begins, order));
            } else {
                own.forEach(line -> rows.add(row(List.of(line), begins, order)));
            }
            headingRows = i < headingGroups ? rows.size() : headingRows;
        }
        boolean headed = headingRows > 0 && TableLines.headingRows(rows) >= headingRows;
        return new Grid(order, caption, "", rows, headed ? headingRows : TableLines.headingRows(rows));
    }

    /** Lines of one row: no column holds a figure in two of them, and each line but the first leaves some cell empty. */
    private static boolean isOneRow(List<SourceLine> lines) {
        List<Boolean> figures = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Cells.Cell> cells = Cells.piped(lines.get(i).text());
            boolean full = cells.stream().noneMatch(cell -> cell.text().isEmpty());
            if (i > 0 && full) {
                return false;
            }
            for (int column = 0; column < cells.size(); column++) {
                while (figures.size() <= column) {
                    figures.add(false);
                }
                boolean numeric = cells.get(column).isNumeric();
                if (numeric && figures.get(column)) {
                    return false;
                }
                figures.set(column, numeric || figures.get(column));
            }
        }
        return true;
    }

    /** Where the cells of the first line with most cells begin, in columns of half-width characters. */
    private static List<Integer> begins(List<SourceLine> lines) {
        List<Integer> best = List.of();
        for (SourceLine line : lines) {
            if (Cells.isPiped(line.text()) && !Cells.isRule(line.text())) {
                List<Integer> own = new ArrayList<>();
                Cells.bars(line.text())
                        .forEach(bar -> own.add(Characters.width(line.text().substring(0, bar))));
                best = own.size() > best.size() ? own : best;
            }
        }
        return best;
    }

    private static List<Passage> row(List<SourceLine> lines, List<Integer> begins, int order) {
        List<Passage.Builder> cells = new ArrayList<>();
        begins.forEach(begin -> cells.add(new Passage.Builder()));
        for (SourceLine line : lines) {
            List<Cells.Cell> pieces = Cells.piped(line.text());
            List<Integer> columns = columns(line, pieces.size(), begins);
            for (int i = 0; i < pieces.size(); i++) {
                Cells.Cell piece = pieces.get(i);
                cells.get(columns.get(i)).add(piece.text(), line.page(), line.number(), piece.at() + 1);
            }
        }
        List<Passage> row = new ArrayList<>();
        for (Passage.Builder cell : cells) {
            row.add(cell.isEmpty() ? TableLines.empty(lines.get(0), order) : cell.build(order));
        }
        return row;
    }

    /** The column of each cell: its own where none is merged, else the one that begins nearest. */
    private static List<Integer> columns(SourceLine line, int count, List<Integer> begins) {
        List<Integer> bars = Cells.bars(line.text());
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = columns.isEmpty() ? 0 : columns.get(columns.size() - 1) + 1;
            int best = Math.min(from, begins.size() - 1);
            if (count < begins.size() && i < bars.size()) {
                int begin = Characters.width(line.text().substring(0, bars.get(i)));
                for (int column = from; column <= begins.size() - (count - i); column++) {
                    boolean nearer = Math.abs(begins.get(column) - begin) < Math.abs(begins.get(best) - begin);
                    best = nearer ? column : best;
                }
            }
            columns.add(best);
        }
        return columns;
    }
}
