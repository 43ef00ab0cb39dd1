package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table printed one cell a line, with words in several columns: as many headings as a row has cells, then rows whose
 * figures stand in the same neighbouring columns. Once rows without gaps have shown which columns these are, a row with
 * empty cells is found by its figures: what stands before them fills its columns from the right.
 *
 * @param width cells of a row
 * @param figures first of the columns that hold a figure in every row
 * @param count how many columns these are
 * @param whole how many rows after the heading have all their cells
 */
record CellALine(int width, int figures, int count, int whole) {

    private static final Sought HEADING = Sought.of("[^，。；！？\\d\\s]{1,20}");
    private static final Sought CLOSES = Sought.of("(?:合\\s*计|总\\s*计|小\\s*计|共\\s*计|总\\s*和|总\\s*分|合计得分|总得分)[:：]?");
    private static final int LONGEST = 60;
    private static final int NARROWEST = 4;
    private static final int WIDEST = 12;

    /** A row: its cells, absent where empty, and the line after it. */
    private record Read(List<Optional<SourceLine>> cells, int end) {}

    /** The form of the table that begins at a line, if one does. */
    static Optional<CellALine> at(List<SourceLine> lines, int start) {
        Optional<CellALine> best = Optional.empty();
        for (int width = NARROWEST; width <= WIDEST && isHeading(lines, start, start + width); width++) {
            Optional<CellALine> form = form(lines, start, width);
            boolean better = best.map(CellALine::whole).orElse(0)
                    < form.map(CellALine::whole).orElse(0);
            best = better ? form : best;
        }
        return best;
    }

    private static boolean isHeading(List<SourceLine> lines, int from, int to) {
        return to < lines.size()
                && lines.subList(from, to).stream().allMatch(line -> HEADING.is(text(line)) && !isNumeric(line));
    }

    private static Optional<CellALine> form(List<SourceLine> lines, int start, int width) {
        List<Boolean> numeric = new ArrayList<>();
        int whole = 0;
        for (int at = start + width; at + width <= lines.size(); at += width) {
            List<SourceLine> row = lines.subList(at, at + width);
            List<Boolean> own = row.stream().map(CellALine::isPlainFigure).toList();
            if (isNumeric(row.get(0)) || !row.stream().allMatch(CellALine::isCell) || CLOSES.is(text(row.get(0)))) {
                break;
            }
            if (whole == 0) {
                numeric.addAll(own);
            } else {
                List<Boolean> both = new ArrayList<>();
                for (int i = 0; i < width; i++) {
                    both.add(numeric.get(i) && own.get(i));
                }
                if (longest(both)[1] < 2) {
                    break;
                }
                numeric = both;
            }
            whole++;
        }
        int[] run = whole == 0 ? new int[] {0, 0} : longest(numeric);
        boolean sure = (whole >= 3 && run[1] >= 2) || (whole == 2 && run[1] >= 3);
        return sure && run[0] > 0 ? Optional.of(new CellALine(width, run[0], run[1], whole)) : Optional.empty();
    }

    /** Begin and length of the last longest run of columns with figures. */
    private static int[] longest(List<Boolean> numeric) {
        int[] best = {0, 0};
        int from = 0;
        for (int i = 0; i <= numeric.size(); i++) {
            if (i == numeric.size() || !numeric.get(i)) {
                if (i - from >= best[1] && i > from) {
                    best = new int[] {from, i - from};
                }
                from = i + 1;
            }
        }
        return best;
    }

    int end(List<SourceLine> lines, int start) {
        int at = start + width;
        for (Optional<Read> row = row(lines, at); row.isPresent(); row = row(lines, at)) {
            boolean closes = isClosing(row.get());
            at = row.get().end();
            if (closes) {
                break;
            }
        }
        return at;
    }

    Grid grid(List<SourceLine> lines, int order, String caption) {
        List<List<Passage>> rows = new ArrayList<>();
        List<Passage> heading = new ArrayList<>();
        lines.subList(0, width).forEach(line -> heading.add(passage(line, order)));
        rows.add(heading);
        int at = width;
        while (at < lines.size()) {
            SourceLine first = lines.get(at);
            Read read = row(lines, at).orElseThrow();
            List<Passage> row = new ArrayList<>();
            read.cells()
                    .forEach(cell ->
                            row.add(cell.map(line -> passage(line, order)).orElse(TableLines.empty(first, order))));
            rows.add(row);
            at = read.end();
        }
        return new Grid(order, caption, "", rows, 1);
    }

    private static boolean isClosing(Read row) {
        return row.cells().get(0).filter(cell -> CLOSES.is(text(cell))).isPresent();
    }

    private Optional<Read> row(List<SourceLine> lines, int at) {
        boolean closes = at < lines.size() && CLOSES.is(text(lines.get(at)));
        if (!closes && isWhole(lines, at)) {
            List<Optional<SourceLine>> cells = new ArrayList<>();
            lines.subList(at, at + width).forEach(line -> cells.add(Optional.of(line)));
            return Optional.of(new Read(cells, at + width));
        }
        int anchor = at;
        while (anchor < lines.size()
                && anchor - at <= figures
                && isCell(lines.get(anchor))
                && !areFigures(lines, anchor)) {
            anchor++;
        }
        if (anchor == at || anchor - at > figures || !areFigures(lines, anchor)) {
            return Optional.empty();
        }
        List<SourceLine> before = lines.subList(at, anchor);
        List<Optional<SourceLine>> cells = new ArrayList<>();
        for (int column = 0; column < figures; column++) {
            int from = column - (figures - before.size());
            boolean first = closes && before.size() == 1;
            cells.add(
                    first
                            ? Optional.of(before.get(0)).filter(line -> cells.isEmpty())
                            : from < 0 ? Optional.empty() : Optional.of(before.get(from)));
        }
        lines.subList(anchor, anchor + count).forEach(line -> cells.add(Optional.of(line)));
        int next = anchor + count;
        int after = trailing(lines, next, closes);
        for (int i = 0; i < width - figures - count; i++) {
            cells.add(i < after ? Optional.of(lines.get(next + i)) : Optional.empty());
        }
        return Optional.of(new Read(cells, next + after));
    }

    /** How many cells follow the figures: none after a closing row, else as many as still leave a whole row behind them. */
    private int trailing(List<SourceLine> lines, int next, boolean closes) {
        int most = width - figures - count;
        for (int after = closes ? 0 : most; after > 0; after--) {
            boolean row = isWhole(lines, next + after)
                    || (next + after < lines.size() && CLOSES.is(text(lines.get(next + after))));
            if (row && lines.subList(next, next + after).stream().allMatch(CellALine::isCell)) {
                return after;
            }
        }
        return 0;
    }

    private boolean isWhole(List<SourceLine> lines, int at) {
        return at + width <= lines.size()
                && lines.subList(at, at + width).stream().allMatch(CellALine::isCell)
                && !isPlainFigure(lines.get(at))
                && areFigures(lines, at + figures);
    }

    private boolean areFigures(List<SourceLine> lines, int from) {
        return from + count <= lines.size()
                && lines.subList(from, from + count).stream().allMatch(CellALine::isPlainFigure)
                && (from + count == lines.size() || !isPlainFigure(lines.get(from + count)));
    }

    private static Passage passage(SourceLine line, int order) {
        return TableLines.passage(line, Cells.aligned(line.text()).get(0), order);
    }

    private static boolean isCell(SourceLine line) {
        return text(line).length() <= LONGEST && !text(line).contains("。") && !Cells.isPiped(line.text());
    }

    private static boolean isNumeric(SourceLine line) {
        return new Cells.Cell(text(line), 0).isNumeric();
    }

    /** A figure as scores and weights are printed, no target with a sign, no rate. */
    private static boolean isPlainFigure(SourceLine line) {
        return Sought.kept("[-－]?[\\d０-９][\\d０-９,，]*(?:[.．][\\d０-９]+)?分?").is(text(line));
    }

    private static String text(SourceLine line) {
        return line.text().strip();
    }
}
