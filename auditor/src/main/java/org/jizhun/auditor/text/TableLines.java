package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table among lines: where it ends, and its cells. Three forms are known: cells parted by bars, tabs or wide blanks; rows
 * of a label and figures parted by single blanks, whose labels and headings may stand on lines of their own; and one cell
 * a line.
 */
final class TableLines {

    private static final Sought PROSE =
            Sought.of("[，。；！？]|[,;](?=[\\u4e00-\\u9fa5])|[:：]$|^[（(][一二三四五六七八九十]+[）)]|^\\d{1,2}\\.(?!\\d)");
    private static final Sought SECTION = Sought.of("^[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}、|^[（(][一二三四五六七八九十]+[）)]");
    private static final Sought LEADING_GAP = Sought.of(" {3}|\u3000{2}");
    private static final int HEADING_LINES = 24;

    private final int start;
    private final int end;
    private final Form form;

    private enum Form {
        NONE,
        PIPED,
        ALIGNED,
        TWO_COLUMNS,
        TOKENS,
        ONE_A_LINE,
        LEVELED,
        SCORED,
        CELL_A_LINE,
        SINGLE_BLANKS,
        NUMBERED,
        REGULAR
    }

    private TableLines(int start, int end, Form form) {
        this.start = start;
        this.end = end;
        this.form = form;
    }

    int end() {
        return end;
    }

    /** The table that begins at a line; its end is that line itself where none begins. */
    static TableLines at(List<SourceLine> lines, int start, int fullWidth) {
        int piped = run(lines, start, line -> Cells.isPiped(line) || Cells.isRule(line) || Cells.isPartialRule(line));
        if (piped - start >= 2) {
            return new TableLines(start, piped, Form.PIPED);
        }
        int aligned = alignedEnd(lines, start);
        if (aligned - start >= 2 && hasFigures(lines, start, aligned)) {
            return new TableLines(start, aligned, Form.ALIGNED);
        }
        int pairs = TwoColumns.at(lines, start).end();
        if (pairs > start) {
            return new TableLines(start, pairs, Form.TWO_COLUMNS);
        }
        int numbered = NumberedCells.at(lines, start).end();
        if (numbered > start) {
            return new TableLines(start, numbered, Form.NUMBERED);
        }
        Optional<CellALine> cells = CellALine.at(lines, start);
        int oneALine = OneCellALine.end(lines, start);
        // rows whose targets have signs or words end a table of bare figures early
        int further = oneALine > start ? cells.map(own -> own.end(lines, start)).orElse(start) : start;
        int leveled = LeveledCells.at(lines, start).end();
        int scored = ScoredCells.at(lines, start).end();
        if (scored > Math.max(start, Math.max(leveled, Math.max(oneALine, further)))) {
            return new TableLines(start, scored, Form.SCORED);
        }
        if (oneALine > start && further <= oneALine) {
            return new TableLines(start, oneALine, Form.ONE_A_LINE);
        }
        if (leveled > start && leveled > further) {
            return new TableLines(start, leveled, Form.LEVELED);
        }
        if (cells.isPresent()) {
            return new TableLines(start, cells.get().end(lines, start), Form.CELL_A_LINE);
        }
        int blanks = SingleBlanks.at(lines, start).end();
        if (blanks > start) {
            return new TableLines(start, blanks, Form.SINGLE_BLANKS);
        }
        int regular = RegularCells.at(lines, start).end();
        if (regular > start) {
            return new TableLines(start, regular, Form.REGULAR);
        }
        int tokens = tokensEnd(lines, start, fullWidth);
        return new TableLines(start, tokens, tokens > start ? Form.TOKENS : Form.NONE);
    }

    private static int run(List<SourceLine> lines, int start, java.util.function.Predicate<String> holds) {
        int at = start;
        while (at < lines.size() && holds.test(lines.get(at).text()) && !parted(lines, start, at)) {
            at++;
        }
        return at;
    }

    /**
     * A blank line where the lines of the table have none between them, or a second heading, begins another table; a line with
     * figures after a gap goes on with it, a page number having stood there.
     */
    private static boolean parted(List<SourceLine> lines, int start, int at) {
        if (at < start + 2) {
            return false;
        }
        SourceLine line = lines.get(at);
        SourceLine before = lines.get(at - 1);
        int usual = lines.get(start + 1).number() - lines.get(start).number();
        boolean gap = line.page() == before.page() && line.number() - before.number() > usual;
        boolean heading = at + 1 < lines.size()
                && !Cells.isRule(line.text())
                && Cells.isDashes(lines.get(at + 1).text())
                && !Cells.isRule(before.text());
        boolean row = !Cells.isRule(line.text())
                && (Cells.isPiped(line.text()) ? Cells.piped(line.text()) : Cells.aligned(line.text()))
                        .stream().anyMatch(Cells.Cell::isNumeric);
        return (gap && !row) || heading;
    }

    private static int alignedEnd(List<SourceLine> lines, int start) {
        int own = Cells.aligned(lines.get(start).text()).size();
        int columns = isUnlabelled(lines, start) ? own + 1 : own;
        if (columns < 3) {
            return start;
        }
        String heading = lines.get(start).text();
        return run(lines, start, line -> {
            List<Cells.Cell> cells = Cells.aligned(line);
            if (columns > own && line.equals(heading)) {
                return true;
            }
            return cells.size() == columns
                    || (line.contains("\t") && cells.size() >= 2)
                    || (columns >= 3 && ShortRows.isShort(cells, columns));
        });
    }

    /** Headings that leave out the one over the names: a line that begins with blanks, of one cell less than the next. */
    private static boolean isUnlabelled(List<SourceLine> lines, int start) {
        String line = lines.get(start).text();
        if (start + 2 >= lines.size() || !LEADING_GAP.begins(line) || line.indexOf('\t') >= 0) {
            return false;
        }
        List<Cells.Cell> cells = Cells.aligned(line);
        List<Cells.Cell> next = Cells.aligned(lines.get(start + 1).text());
        return cells.size() >= 2
                && next.size() == cells.size() + 1
                && cells.stream().noneMatch(Cells.Cell::isNumeric)
                && !next.get(0).isNumeric()
                && next.stream().skip(1).allMatch(Cells.Cell::isNumeric)
                && !LEADING_GAP.begins(lines.get(start + 1).text());
    }

    private static boolean hasFigures(List<SourceLine> lines, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Cells.aligned(lines.get(i).text()).stream().anyMatch(Cells.Cell::isNumeric)) {
                return true;
            }
        }
        return false;
    }

    /** Heading fragments, then rows with label fragments between them. */
    private static int tokensEnd(List<SourceLine> lines, int start, int fullWidth) {
        int at = start;
        int lastRow = start - 1;
        int rows = 0;
        int since = 0;
        while (at < lines.size()) {
            String text = lines.get(at).text().strip();
            boolean tabbed = lines.get(at).text().indexOf('\t') > 0
                    && lines.get(start).text().indexOf('\t') < 0;
            if (Cells.isPiped(text)
                    || tabbed
                    || (at > start && rows == 0 && alignedEnd(lines, at) - at >= 2)
                    || (at > start && SingleBlanks.at(lines, at).end() > at)) {
                break;
            }
            if (Cells.isRow(text)) {
                rows++;
                lastRow = at;
                since = 0;
            } else if (PROSE.isIn(text)
                    || (lines.get(at).width() >= Math.max(20, fullWidth * 7 / 10)
                            && Cells.tokens(text).size() < 4)
                    || SECTION.isIn(text)
                    || ++since > (rows == 0 ? HEADING_LINES : 4)) {
                break;
            }
            at++;
        }
        return rows >= 2 ? lastRow + 1 : start;
    }

    Grid grid(List<SourceLine> lines, int order, String caption) {
        List<SourceLine> own = lines.subList(start, end);
        return switch (form) {
            case PIPED ->
                DrawnTable.isDrawn(own) ? DrawnTable.grid(own, order, caption) : rectangular(own, order, caption, true);
            case ALIGNED -> rectangular(own, order, caption, false);
            case TWO_COLUMNS -> TwoColumns.at(lines, start).grid(own, order, caption);
            case ONE_A_LINE -> OneCellALine.grid(own, order, caption);
            case CELL_A_LINE -> CellALine.at(lines, start).orElseThrow().grid(own, order, caption);
            case LEVELED -> LeveledCells.at(lines, start).grid(own, order, caption);
            case SCORED -> ScoredCells.at(lines, start).grid(own, order, caption);
            case NUMBERED -> NumberedCells.at(lines, start).grid(own, order, caption);
            case REGULAR -> RegularCells.at(lines, start).grid(order, caption);
            case SINGLE_BLANKS -> SingleBlanks.at(lines, start).grid(own, order, caption);
            case TOKENS, NONE -> TokenTable.grid(own, order, caption);
        };
    }

    private static Grid rectangular(List<SourceLine> own, int order, String caption, boolean piped) {
        List<List<Passage>> rows = new ArrayList<>();
        int width = 0;
        int heading = 0;
        boolean ruled = false;
        Optional<SourceLine> full = Optional.empty();
        boolean unlabelled = !piped && isUnlabelled(own, 0);
        for (SourceLine line : own) {
            if (Cells.isRule(line.text())) {
                heading = ruled ? heading : rows.size();
                ruled = true;
                continue;
            }
            List<Passage> row = new ArrayList<>();
            if (unlabelled && rows.isEmpty()) {
                row.add(empty(line, order));
            }
            List<Cells.Cell> cells = piped ? Cells.piped(line.text()) : Cells.aligned(line.text());
            Optional<SourceLine> above = piped || line.text().indexOf('\t') >= 0 ? Optional.empty() : full;
            Optional<List<Cells.Cell>> columns = above.map(other -> Cells.aligned(other.text()))
                    .filter(other -> ShortRows.isShort(cells, other.size()));
            if (above.isPresent() && columns.isPresent()) {
                ShortRows.placed(line.text(), cells, above.get().text(), columns.get())
                        .forEach(cell -> row.add(
                                cell.map(one -> passage(line, one, order)).orElseGet(() -> empty(line, order))));
            } else {
                cells.forEach(cell -> row.add(passage(line, cell, order)));
                full = Optional.of(line);
            }
            width = Math.max(width, row.size());
            rows.add(row);
        }
        for (List<Passage> row : rows) {
            while (row.size() < width) {
                row.add(empty(own.get(0), order));
            }
        }
        return new Grid(order, caption, "", rows, heading > 0 ? heading : headingRows(rows));
    }

    /** Rows before the first one with a figure. */
    static int headingRows(List<List<Passage>> rows) {
        int heading = 0;
        while (heading < rows.size()
                && rows.get(heading).stream()
                        .noneMatch(cell -> new Cells.Cell(cell.text(), 0).isNumeric()
                                && !Sought.kept("[—–/-]+").is(cell.text()))) {
            heading++;
        }
        return heading == rows.size() ? Math.min(1, heading) : heading;
    }

    static Passage passage(SourceLine line, Cells.Cell cell, int order) {
        return new Passage.Builder()
                .add(cell.text(), line.page(), line.number(), cell.at() + 1)
                .build(order);
    }

    static Passage empty(SourceLine line, int order) {
        return new Passage.Builder().add(" ", line.page(), line.number(), 1).build(order);
    }

    /** The commonest of some numbers; the larger of two equally common ones. */
    static int mode(List<Integer> numbers) {
        Map<Integer, Integer> counts = new HashMap<>();
        numbers.forEach(number -> counts.merge(number, 1, Integer::sum));
        int best = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            int most = counts.getOrDefault(best, 0);
            if (count.getValue() > most || (count.getValue() == most && count.getKey() > best)) {
                best = count.getKey();
            }
        }
        return best;
    }
}
