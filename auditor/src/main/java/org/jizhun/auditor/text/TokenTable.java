package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of which only tokens are left: a label and figures parted by blanks. A label may stand on lines of its own above
 * its figures, and headings may be broken over many lines, in which case only their reading order is known.
 */
final class TokenTable {

    private TokenTable() {}

    static Grid grid(List<SourceLine> lines, int order, String caption) {
        int first = 0;
        while (!Cells.isRow(lines.get(first).text())) {
            first++;
        }
        int columns = columns(lines);
        List<List<Passage>> rows = new ArrayList<>();
        int headingRows = 0;
        int headingEnd = first;
        if (rows(lines) > 1 && first > 0) {
            headingEnd = labelStart(lines, first);
        }
        StringBuilder loose = new StringBuilder();
        List<Cells.Cell> last = headingEnd == 0
                ? List.of()
                : Cells.tokens(lines.get(headingEnd - 1).text());
        if (last.size() == columns + 1) {
            rows.add(passages(lines.get(headingEnd - 1), last, order));
            headingRows = 1;
        } else if (!last.isEmpty() && last.size() == columns) {
            List<Passage> row = passages(lines.get(headingEnd - 1), last, order);
            row.add(0, TableLines.empty(lines.get(0), order));
            rows.add(row);
            headingRows = 1;
        } else {
            lines.subList(0, headingEnd)
                    .forEach(line -> loose.append(Sought.kept("\\s").replaceAll(line.text(), "")));
        }
        StringBuilder above = new StringBuilder(caption);
        for (SourceLine line : lines.subList(0, Math.max(0, headingEnd - headingRows))) {
            above.append(' ').append(line.text().strip());
        }
        body(lines.subList(headingEnd, lines.size()), columns, order, rows);
        return new Grid(order, above.toString().strip(), loose.toString(), rows, headingRows);
    }

    private static int columns(List<SourceLine> lines) {
        List<Integer> counts = new ArrayList<>();
        for (SourceLine line : lines) {
            if (Cells.isRow(line.text())) {
                counts.add(trailingFigures(Cells.tokens(line.text())));
            }
        }
        return TableLines.mode(counts);
    }

    private static long rows(List<SourceLine> lines) {
        return lines.stream().filter(line -> Cells.isRow(line.text())).count();
    }

    private static int trailingFigures(List<Cells.Cell> cells) {
        int figures = 0;
        while (figures < cells.size() && cells.get(cells.size() - 1 - figures).isNumeric()) {
            figures++;
        }
        return figures;
    }

    /** Lines just above a first row without a label are its label, at most two and short. */
    private static int labelStart(List<SourceLine> lines, int first) {
        List<Cells.Cell> cells = Cells.tokens(lines.get(first).text());
        if (trailingFigures(cells) < cells.size()) {
            return first;
        }
        int at = first;
        while (at > 1
                && first - at < 2
                && Cells.tokens(lines.get(at - 1).text()).size() == 1
                && lines.get(at - 1).width() <= 10) {
            at--;
        }
        return at;
    }

    private static void body(List<SourceLine> lines, int columns, int order, List<List<Passage>> rows) {
        Passage.Builder label = new Passage.Builder();
        for (SourceLine line : lines) {
            if (!Cells.isRow(line.text())) {
                label.add(line.text(), line.page(), line.number(), 1);
                continue;
            }
            List<Cells.Cell> cells = Cells.tokens(line.text());
            int figures = Math.min(columns, trailingFigures(cells));
            for (Cells.Cell cell : cells.subList(0, cells.size() - figures)) {
                label.add(cell.text(), line.page(), line.number(), cell.at() + 1);
            }
            List<Passage> row = new ArrayList<>();
            row.add(label.build(order));
            label = new Passage.Builder();
            row.addAll(passages(line, cells.subList(cells.size() - figures, cells.size()), order));
            while (row.size() < columns + 1) {
                row.add(TableLines.empty(line, order));
            }
            rows.add(row);
        }
    }

    private static List<Passage> passages(SourceLine line, List<Cells.Cell> cells, int order) {
        List<Passage> row = new ArrayList<>();
        for (Cells.Cell cell : cells) {
            row.add(TableLines.passage(line, cell, order));
        }
        return row;
    }
}
