package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table whose cells are parted by single blanks and may hold words in several columns, as scoring forms have them: a line of
 * headings, then lines of as many cells. Over a column of names the heading may be missing. Where a row has fewer cells, the
 * columns that hold figures in every whole row show which are empty: group names before them, remarks behind them. Lines that
 * only carry the heading over to the next page are no rows.
 *
 * @param rows cells of each row with its line, absent where empty
 * @param end the line after the last row
 * @param headings how many lines of headings there are, one or two
 */
record SingleBlanks(int width, List<PlacedRow> rows, int end, int headings) {

    /** One row of the table. */
    record PlacedRow(int line, List<Optional<Cells.Cell>> cells) {}

    static final SingleBlanks NONE = new SingleBlanks(0, List.of(), 0, 1);

    /** 指标名称, 1—7月执行, 执行率（B/A）, 2023年, and no prose. */
    private static final Sought HEADING =
            Sought.of("(?=.*[\\u4e00-\\u9fa5])[\\u4e00-\\u9fa5\\w（）()/%“”、=÷×*＋+\\-—～~．.]{1,20}");
    /** What columns of figures are called: in a narrow table one of the headings must be so. */
    private static final Sought OF_FIGURES =
            Sought.of(".*(?:[分值数率比额重量度元]|金额|预算|支出|收入|决算|执行|权重|占比|比例|价|成本|目标|实际|完成|计划|名次|排名|位次|\\d年|日期|时间)(?:（[^）]*）)?");

    private static final Sought WEIGHT = Sought.of("(?:指标)?(?:分值|权重|标准分|满分)(?:（[^）]*）)?");
    private static final Sought SCORE = Sought.of(".{0,4}(?:得分|评分)(?:（[^）]*）)?");
    private static final Sought CLOSES = Sought.of("(?:合计|总计|小计|共计|总分|总得分|合计得分)[:：]?");
    /** 续表, （续上表）, 表1（续）. */
    private static final Sought CONTINUED =
            Sought.of("[（(]?(?:续上?表|接上[表页])\\d{0,2}[）)]?|附?表\\s?\\d{0,2}[^。，]{0,20}[（(]续表?[）)]");

    private static final int NARROWEST = 3;

    /** The table that begins with the headings of a line. */
    static SingleBlanks at(List<SourceLine> lines, int start) {
        List<Cells.Cell> heading = cells(lines, start);
        if (heading.size() < NARROWEST || !isHeading(heading)) {
            return NONE;
        }
        boolean two = start + 2 < lines.size()
                && !carriesOver(lines, start + 1, heading)
                && SecondHeading.isAt(heading, cells(lines, start + 1), cells(lines, start + 2));
        if (two) {
            return read(lines, start, heading, heading.size(), 2);
        }
        for (int width = heading.size(); width <= heading.size() + 1; width++) {
            SingleBlanks read = read(lines, start, heading, width, 1);
            if (read.end > start) {
                return read;
            }
        }
        return NONE;
    }

    private static boolean isHeading(List<Cells.Cell> cells) {
        return cells.stream().allMatch(cell -> HEADING.is(cell.text()) && !cell.isNumeric())
                && cells.stream().anyMatch(cell -> OF_FIGURES.is(cell.text()));
    }

    private static List<Cells.Cell> cells(List<SourceLine> lines, int at) {
        String line = lines.get(at).text();
        boolean other = Cells.isPiped(line) || line.indexOf('\t') >= 0 || line.contains("。") || line.contains("；");
        return other ? List.of() : Cells.tokens(line);
    }

    private static SingleBlanks read(
            List<SourceLine> lines, int start, List<Cells.Cell> heading, int width, int headings) {
        int[] core = core(lines, start + headings, heading, width);
        if (core[1] == 0 || core[0] == 0 || core[2] < (width >= 5 ? 2 : 3)) {
            return NONE;
        }
        List<PlacedRow> rows = new ArrayList<>();
        int at = start + headings;
        int end = start;
        int whole = 0;
        while (at < lines.size()) {
            if (carriesOver(lines, at, heading)) {
                at++;
                continue;
            }
            Optional<List<Optional<Cells.Cell>>> row = placed(lines.get(at).text(), cells(lines, at), width, core);
            if (row.isEmpty()) {
                break;
            }
            whole += row.get().stream().filter(Optional::isPresent).count() == width ? 1 : 0;
            rows.add(new PlacedRow(at - start, row.get()));
            end = ++at;
        }
        boolean goesOn = end < lines.size() && Cells.isRow(lines.get(end).text()) && whole < 3;
        return rows.size() < 2 || goesOn ? NONE : new SingleBlanks(width, rows, end, headings);
    }

    /** 续表 on a line of its own, or the headings again, those of the first columns left out or not. */
    private static boolean carriesOver(List<SourceLine> lines, int at, List<Cells.Cell> heading) {
        if (CONTINUED.is(lines.get(at).text().strip())) {
            return true;
        }
        List<String> own = cells(lines, at).stream().map(Cells.Cell::text).toList();
        List<String> first = heading.stream().map(Cells.Cell::text).toList();
        return own.size() >= 2
                && own.size() <= first.size()
                && own.equals(first.subList(first.size() - own.size(), first.size()));
    }

    /** Begin and length of the longest run of columns that hold figures in every whole row, and how many rows are whole. */
    private static int[] core(List<SourceLine> lines, int first, List<Cells.Cell> heading, int width) {
        boolean[] figures = new boolean[width];
        java.util.Arrays.fill(figures, true);
        int whole = 0;
        int since = 0;
        for (int at = first; at < lines.size() && since < 12; at++) {
            if (carriesOver(lines, at, heading)) {
                continue;
            }
            if (whole > 1 && cells(lines, at).size() >= NARROWEST && isHeading(cells(lines, at))) {
                break; // the next table
            }
            List<Optional<Cells.Cell>> row = whole(lines.get(at).text(), cells(lines, at), width);
            since++;
            if (row.isEmpty() || (row.get(0).isPresent() && isClosing(row.get(0).get()))) {
                if (cells(lines, at).size() < 2) {
                    break;
                }
                continue;
            }
            since = 0;
            whole++;
            for (int i = 0; i < width; i++) {
                figures[i] &= row.get(i).filter(Cells.Cell::isNumeric).isPresent();
            }
        }
        for (int i = 1; width == heading.size() && i + 1 < width; i++) {
            if (WEIGHT.is(heading.get(i).text()) && SCORE.is(heading.get(i + 1).text())) {
                int length = 2;
                while (whole > 0 && i + length < width && figures[i + length]) {
                    length++; // 分值 得分 扣分
                }
                return new int[] {i, length, Math.max(whole, 3)};
            }
        }
        int[] best = {0, 0, whole};
        int from = 0;
        for (int i = 0; i <= width; i++) {
            if (i == width || !figures[i]) {
                best = i - from > best[1] || (i - from == best[1] && i > from)
                        ? new int[] {from, i - from, whole}
                        : best;
                from = i + 1;
            }
        }
        return best;
    }

    /** The cells of a row that has them all, be it that two blanks or one at an end stand for an empty one; else nothing. */
    private static List<Optional<Cells.Cell>> whole(String line, List<Cells.Cell> tokens, int width) {
        if (tokens.size() == width) {
            return tokens.stream().map(Optional::of).toList();
        }
        if (tokens.size() < 2 || tokens.size() > width || line.contains("   ") || line.contains("\u3000")) {
            return List.of();
        }
        String[] pieces = line.split(" ", -1);
        if (pieces.length != width) {
            return List.of();
        }
        List<Optional<Cells.Cell>> row = new ArrayList<>();
        int at = 0;
        for (String piece : pieces) {
            row.add(piece.isEmpty() ? Optional.empty() : Optional.of(new Cells.Cell(piece, at)));
            at += piece.length() + 1;
        }
        return row;
    }

    private static Optional<List<Optional<Cells.Cell>>> placed(
            String line, List<Cells.Cell> tokens, int width, int[] core) {
        List<Optional<Cells.Cell>> whole = whole(line, tokens, width);
        if (!whole.isEmpty()) {
            boolean figures = whole.subList(core[0], core[0] + core[1]).stream()
                    .allMatch(cell -> cell.map(Cells.Cell::isNumeric).orElse(true));
            return figures ? Optional.of(whole) : Optional.empty();
        }
        if (tokens.size() < 2
                || tokens.size() > width
                || Sought.kept(".*[，。；：:].*").is(tokens.get(0).text())) {
            return Optional.empty();
        }
        return isClosing(tokens.get(0)) ? closing(tokens, width, core) : partial(tokens, width, core);
    }

    private static boolean isClosing(Cells.Cell cell) {
        return CLOSES.is(cell.text());
    }

    /** 合计 and figures, which end with the last column of figures. */
    private static Optional<List<Optional<Cells.Cell>>> closing(List<Cells.Cell> tokens, int width, int[] core) {
        int last = core[0] + core[1];
        int figures = tokens.size() - 1;
        if (figures >= last || !tokens.stream().skip(1).allMatch(Cells.Cell::isNumeric)) {
            return Optional.empty();
        }
        List<Optional<Cells.Cell>> row = new ArrayList<>();
        row.add(Optional.of(tokens.get(0)));
        while (row.size() < last - figures) {
            row.add(Optional.empty());
        }
        tokens.stream().skip(1).forEach(token -> row.add(Optional.of(token)));
        while (row.size() < width) {
            row.add(Optional.empty());
        }
        return Optional.of(row);
    }

    /** A row without the names of its groups or without a remark: its figures show where its cells belong. */
    private static Optional<List<Optional<Cells.Cell>>> partial(List<Cells.Cell> tokens, int width, int[] core) {
        int behind = width - core[0] - core[1];
        int found = -1;
        for (int at = Math.min(core[0], tokens.size() - core[1]); at >= 1; at--) {
            boolean figures = tokens.subList(at, at + core[1]).stream().allMatch(Cells.Cell::isNumeric);
            boolean parted = !tokens.get(at - 1).isNumeric();
            if (figures && tokens.size() - at - core[1] <= behind && (found < 0 || parted)) {
                found = at;
            }
        }
        if (found < 0) {
            return Optional.empty();
        }
        List<Optional<Cells.Cell>> row = new ArrayList<>();
        for (int column = 0; column < core[0]; column++) {
            int from = column - (core[0] - found);
            row.add(from < 0 ? Optional.empty() : Optional.of(tokens.get(from)));
        }
        tokens.subList(found, tokens.size()).forEach(token -> row.add(Optional.of(token)));
        while (row.size() < width) {
            row.add(Optional.empty());
        }
        return Optional.of(row);
    }

    Grid grid(List<SourceLine> lines, int order, String caption) {
        List<List<Passage>> grid = new ArrayList<>();
        List<Passage> heading = new ArrayList<>();
        List<Cells.Cell> headings = Cells.tokens(lines.get(0).text());
        if (headings.size() < width) {
            heading.add(TableLines.empty(lines.get(0), order));
        }
        headings.forEach(cell -> heading.add(TableLines.passage(lines.get(0), cell, order)));
        grid.add(heading);
        if (this.headings == 2) {
            SourceLine second = lines.get(1);
            grid.add(SecondHeading.under(headings, Cells.tokens(second.text())).stream()
                    .map(cell -> cell.map(own -> TableLines.passage(second, own, order))
                            .orElseGet(() -> TableLines.empty(second, order)))
                    .toList());
        }
        for (PlacedRow row : rows) {
            SourceLine line = lines.get(row.line());
            grid.add(row.cells().stream()
                    .map(cell -> cell.map(own -> TableLines.passage(line, own, order))
                            .orElseGet(() -> TableLines.empty(line, order)))
                    .toList());
        }
        return new Grid(order, caption, "", grid, this.headings);
    }
}
