package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Lines of a name and one figure each: below two headings, parted by one bar, by tabs or by blanks; or without headings
 * where one of at least three such lines is a total, parted by a colon, a semicolon or dots too.
 *
 * @param end the line after the last row; the first line where there is no such table
 * @param headings lines of headings, one or none
 */
record TwoColumns(int end, int headings) {

    private static final Sought PROSE = Sought.of("[，。；！？：:]|^[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.]");
    /** 权重, 金额（万元）, 得分: what a column of figures is called where only a blank parts the cells. */
    private static final Sought OF_FIGURES =
            Sought.of(".*(?:[分值数率比额重量度元]|金额|预算|支出|收入|决算|执行|占比|价|成本)(?:[（(][^）)]*[）)])?");

    private static final Sought TOTAL =
            Sought.of("(?:[①-⑳]|[（(]?\\d{1,2}[）)、.])?(?:合\\s*计|总\\s*计|小\\s*计|共\\s*计|总\\s*数|总\\s*额|汇\\s*总)");
    /** 房屋：3980.00万元, 已竣工；23, 人员经费……736.18万元, with a mark at the end or without. */
    private static final Sought MARKED =
            Sought.of("(?<name>[^：:；;…，。\\d]{2,20})(?:[：:；;]|…{1,4})(?<figure>[^：:；;…，。]{1,16})[；;。]?");

    private static final Sought WIDE = Sought.of(" {3}|\u3000{2}");
    private static final int FEWEST_ROWS = 3;

    static TwoColumns at(List<SourceLine> lines, int start) {
        List<Cells.Cell> heading = cells(lines.get(start).text());
        if (heading.size() != 2) {
            return new TwoColumns(start, 0);
        }
        int headings = isRow(heading) ? 0 : 1;
        boolean named = heading.stream().noneMatch(cell -> cell.isNumeric() || PROSE.isIn(cell.text()))
                && (isParted(lines.get(start).text())
                        || OF_FIGURES.is(heading.get(1).text()));
        if (headings == 1 && !named) {
            return new TwoColumns(start, 0);
        }
        int at = start + headings;
        int totals = 0;
        boolean parted = true;
        while (at < lines.size() && isRow(cells(lines.get(at).text()))) {
            totals += TOTAL.is(cells(lines.get(at).text()).get(0).text()) ? 1 : 0;
            parted &= isParted(lines.get(at).text())
                    || WIDE.isIn(lines.get(at).text().strip());
            at++;
        }
        boolean enough = at - start - headings >= FEWEST_ROWS && (headings == 1 || totals == 1 || parted);
        return new TwoColumns(enough ? at : start, headings);
    }

    private static boolean isRow(List<Cells.Cell> cells) {
        return cells.size() == 2
                && !cells.get(0).isNumeric()
                && cells.get(1).isNumeric()
                && (!PROSE.isIn(cells.get(0).text()) || TOTAL.is(cells.get(0).text()));
    }

    private static boolean isParted(String line) {
        return line.indexOf('\t') >= 0 || Cells.isBarred(line);
    }

    private static List<Cells.Cell> cells(String line) {
        if (Cells.isBarred(line)) {
            return Cells.piped(line);
        }
        if (line.indexOf('\t') >= 0) {
            return Cells.aligned(line);
        }
        String text = line.strip();
        Matcher marked = MARKED.in(text);
        if (text.length() <= 40 && marked.matches()) {
            int from = line.indexOf(text);
            return List.of(
                    new Cells.Cell(marked.group("name").strip(), from),
                    new Cells.Cell(marked.group("figure").strip(), from + marked.start("figure")));
        }
        return Cells.tokens(line);
    }

    Grid grid(List<SourceLine> lines, int order, String caption) {
        List<List<Passage>> rows = new ArrayList<>();
        for (SourceLine line : lines) {
            rows.add(cells(line.text()).stream()
                    .map(cell -> TableLines.passage(line, cell, order))
                    .toList());
        }
        return new Grid(order, caption, "", rows, headings);
    }
}
