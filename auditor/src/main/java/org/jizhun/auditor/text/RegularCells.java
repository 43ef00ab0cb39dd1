package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table printed one cell a line, told by its rhythm alone: as many headings as a row has cells, whatever characters they have, then rows in each
 * of which figures and words stand in the same columns. A dash may stand for either; a closing row may leave out its number.
 */
final class RegularCells {

    private static final Pattern HEADING = Pattern.compile("[^，。；！？]{1,24}");
    private static final Pattern ITEM =
            Pattern.compile("^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+部分).*|.*[:：]$|.*单位[:：].*");
    private static final Pattern CLOSES = Pattern.compile("(?:合\\s*计|总\\s*计|小\\s*计|共\\s*计|总\\s*分)[:：]?");
    private static final Pattern NOTHING = Pattern.compile("[—–\\-－/／]{1,3}|无|不适用");
    private static final Pattern INDEX = Pattern.compile("\\d{1,3}");
    private static final int NARROWEST = 3;
    private static final int WIDEST = 14;
    private static final int LONGEST = 40;

    private final List<SourceLine> lines;
    private final int start;
    private final int width;
    private final int end;

    private RegularCells(List<SourceLine> lines, int start, int width, int end) {
        this.lines = lines;
        this.start = start;
        this.width = width;
        this.end = end;
    }

    /** The table that begins at a line; its end is that line itself where none begins. */
    static RegularCells at(List<SourceLine> lines, int start) {
        RegularCells best = new RegularCells(lines, start, 0, start);
        for (int width = 1; width <= WIDEST && isHeading(lines, start + width - 1); width++) {
            int end = width < NARROWEST ? start : end(lines, start, width);
            if (end > best.end && !isBetterFurtherOn(lines, start, width, end)) {
                best = new RegularCells(lines, start, width, end);
            }
        }
        return best;
    }

    /** Shifted by a cell the rhythm is the same, but cells are left over at the end; and two rows may look like one. */
    private static boolean isBetterFurtherOn(List<SourceLine> lines, int start, int width, int end) {
        if (end(lines, start + 1, width) > end) {
            return true;
        }
        for (int from = start + 1; from < start + width; from++) {
            for (int narrower = NARROWEST; narrower < width && isHeading(lines, from + narrower - 1); narrower++) {
                if (end(lines, from, narrower) >= end) {
                    return true;
                }
            }
        }
        return false;
    }

    int end() {
        return end;
    }

    private static int end(List<SourceLine> lines, int start, int width) {
        int first = start + width;
        if (first + width > lines.size() || !isFirstRow(lines.subList(first, first + width))) {
            return start;
        }
        List<Boolean> figures = new ArrayList<>();
        for (SourceLine cell : lines.subList(first, first + width)) {
            figures.add(isFigure(cell));
        }
        long columns = figures.stream().filter(figure -> figure).count() - (figures.get(0) ? 1 : 0);
        int rows = 0;
        int at = first;
        while (at < lines.size()) {
            int cells = cells(lines, at, figures);
            if (cells == 0) {
                break;
            }
            boolean closes = isClosing(lines.get(at));
            at += cells;
            rows++;
            if (closes) {
                break;
            }
        }
        boolean sure = columns >= 2 ? rows >= 2 : columns == 1 && rows >= 3;
        return sure ? at : start;
    }

    /** A label, after a number at most, and a figure behind it. */
    private static boolean isFirstRow(List<SourceLine> row) {
        boolean numbered = INDEX.matcher(text(row.get(0))).matches();
        SourceLine label = row.get(numbered ? 1 : 0);
        return !isFigure(label) && !isNothing(label) && row.stream().anyMatch(RegularCells::isFigure);
    }

    /** How many lines the row at a line has; none if it is no row of the table. */
    private static int cells(List<SourceLine> lines, int at, List<Boolean> figures) {
        int width = figures.size();
        boolean shorter = figures.get(0) && isClosing(lines.get(at));
        int cells = shorter ? width - 1 : width;
        if (at + cells > lines.size()) {
            return 0;
        }
        for (int i = 0; i < cells; i++) {
            SourceLine cell = lines.get(at + i);
            boolean figure = figures.get(i + width - cells);
            boolean fits = isNothing(cell) ? i > 0 : isFigure(cell) == figure;
            if (!fits || text(cell).length() > LONGEST || text(cell).contains("。") || Cells.isPiped(cell.text())) {
                return 0;
            }
        }
        return cells;
    }

    Grid grid(int order, String caption) {
        List<List<Passage>> rows = new ArrayList<>();
        int at = start;
        while (at < end) {
            boolean shorter =
                    at > start && INDEX.matcher(text(lines.get(start + width))).matches() && isClosing(lines.get(at));
            List<Passage> row = new ArrayList<>();
            if (shorter) {
                row.add(TableLines.empty(lines.get(at), order));
            }
            int next = at + width - row.size();
            for (SourceLine line : lines.subList(at, next)) {
                row.add(TableLines.passage(line, Cells.aligned(line.text()).get(0), order));
            }
            rows.add(row);
            at = next;
        }
        return new Grid(order, caption, "", rows, 1);
    }

    private static boolean isHeading(List<SourceLine> lines, int at) {
        return at < lines.size()
                && HEADING.matcher(text(lines.get(at))).matches()
                && !ITEM.matcher(text(lines.get(at))).matches()
                && !isFigure(lines.get(at))
                && !isNothing(lines.get(at))
                && Cells.aligned(lines.get(at).text()).size() == 1
                && !Cells.isPiped(lines.get(at).text());
    }

    private static boolean isClosing(SourceLine line) {
        return CLOSES.matcher(text(line)).matches();
    }

    private static boolean isNothing(SourceLine line) {
        return NOTHING.matcher(text(line)).matches();
    }

    private static boolean isFigure(SourceLine line) {
        return !isNothing(line) && new Cells.Cell(text(line), 0).isNumeric();
    }

    private static String text(SourceLine line) {
        return line.text().strip();
    }
}
