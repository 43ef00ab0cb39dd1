package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a line of a table that survives only as text into its cells. */
final class Cells {

    /** A cell's text and where it begins in the line (0-based). */
    record Cell(String text, int at) {
        boolean isNumeric() {
            return NUMERIC.is(text);
        }
    }

    /** 4.58, 91.57%, ≥95%, 2023-03-06; a dash or 不适用 stands where a figure would. */
    private static final Sought NUMERIC = Sought.of(
            "[≥≤＞＜>=<＝]?[-+－−]?[\\d０-９][\\d０-９,，]*(?:[.．][\\d０-９]+)?(?:%|％|‰|[万亿千]?元|分|[万亿]?(?:个|项|人次|人|名|次|件|家|户|处|座|套|台|台套|辆|场|期|起|例|株|棵|只|头|册|本|篇|种|类|幅|张|部|笔|宗|处次|家次|户次|场次|人天|天|小时|分钟|公顷|公斤|平方公里|批次|公里|平方米|立方米|米|亩|吨|份|条|所|床)?)|(?:19|20)\\d{2}[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2}日?|月)?|[—–\\-－/]{1,3}|不适用|不涉及|[≥≤＞＜>=<＝][\\d.]+[%％]?");

    private static final Pattern WIDE_GAP = Pattern.compile(" {2,}|\u3000+");
    private static final Pattern GAP = Pattern.compile("[\\s\u3000]+");
    private static final Sought RULE = Sought.of("[|+\\-:=\\s\u2500-\u257F]+");
    private static final Sought PARTIAL_RULE = Sought.of("[├┣╠┼╋╬][─━═]{2,}");
    private static final Sought PROSE = Sought.of("[，。；！？]|[,;](?=[\\u4e00-\\u9fa5])|[:：]$");

    private static final Sought SPACED =
            Sought.of("[合总小共]计|总[和分额数]|类[型别]|项目|名称|科目|序号|单位|金额|数量|指标|权重|分值|得分|年度|预算|决算|备注|地区|乡镇|部门|内容|标准");

    private Cells() {}

    static boolean isPiped(String line) {
        return line.chars().filter(Cells::isBar).count() >= 2;
    }

    /** Whether bars part cells of a line, be it one bar only. */
    static boolean isBarred(String line) {
        return line.chars().anyMatch(Cells::isBar);
    }

    private static boolean isBar(int character) {
        return character == '|' || character == '｜' || character == '│' || character == '┃' || character == '║';
    }

    /** Where the cells of a line with bars begin: its bars, but the closing one. */
    static List<Integer> bars(String line) {
        List<Integer> bars = new ArrayList<>();
        if (!line.isEmpty() && !isBar(line.charAt(0))) {
            bars.add(0);
        }
        for (int at = 0; at < line.length(); at++) {
            if (isBar(line.charAt(at)) && !line.substring(at + 1).isBlank()) {
                bars.add(at);
            }
        }
        return bars;
    }

    /** A line that draws under some cells while others, being merged, go on: {@code │产出├────┼────┤}. */
    static boolean isPartialRule(String line) {
        return PARTIAL_RULE.isIn(line);
    }

    /** A line that only draws, such as {@code |---|---|}. */
    static boolean isRule(String line) {
        return !line.isBlank()
                && RULE.is(line)
                && line.length() > 2
                && !Sought.kept("[\\s—–-]{1,3}").is(line);
    }

    /** The line of dashes under the heading of a table with bars. */
    static boolean isDashes(String line) {
        return line.contains("---") && line.contains("|") && isRule(line);
    }

    static List<Cell> piped(String line) {
        List<Cell> cells = new ArrayList<>();
        int from = !line.isEmpty() && isBar(line.charAt(0)) ? 1 : 0;
        while (from <= line.length()) {
            int bar = from;
            while (bar < line.length() && !isBar(line.charAt(bar))) {
                bar++;
            }
            if (bar < line.length() || !line.substring(from).isBlank()) {
                cells.add(stripped(line, from, bar));
            }
            from = bar + 1;
        }
        return cells;
    }

    /** Cells parted by tabs, each of which is a border, or by wide blanks. */
    static List<Cell> aligned(String line) {
        if (line.indexOf('\t') < 0) {
            return split(line, WIDE_GAP);
        }
        List<Cell> cells = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= line.length(); at++) {
            if (at == line.length() || line.charAt(at) == '\t') {
                cells.add(stripped(line, from, at));
                from = at + 1;
            }
        }
        return cells;
    }

    /** Cells parted by any blank. */
    static List<Cell> tokens(String line) {
        return split(line, GAP);
    }

    /** At least two figures, and little else. */
    static boolean isRow(String line) {
        if (PROSE.isIn(line.strip()) && !line.contains("\t")) {
            return false;
        }
        List<Cell> cells = tokens(line);
        long figures = cells.stream().filter(Cell::isNumeric).count();
        return figures >= 2 && figures * 3 >= cells.size();
    }

    private static List<Cell> split(String line, Pattern gap) {
        List<Cell> cells = new ArrayList<>();
        Matcher matcher = gap.matcher(line);
        int from = 0;
        while (matcher.find()) {
            add(cells, line, from, matcher.start());
            from = matcher.end();
        }
        add(cells, line, from, line.length());
        return joined(line, cells);
    }

    /** 合　计, 小  计, 类 型: single characters of a word set apart to fill its cell. */
    private static List<Cell> joined(String line, List<Cell> cells) {
        for (int i = 0; i + 1 < cells.size(); i++) {
            Cell left = cells.get(i);
            Cell right = cells.get(i + 1);
            if (SPACED.is(left.text() + right.text()) && right.at() - left.at() <= 6) {
                cells.set(i, stripped(line, left.at(), right.at() + 1));
                cells.remove(i + 1);
            }
        }
        return cells;
    }

    private static void add(List<Cell> cells, String line, int from, int to) {
        if (to > from && !line.substring(from, to).isBlank()) {
            cells.add(stripped(line, from, to));
        }
    }

    private static Cell stripped(String line, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(line.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        return new Cell(line.substring(start, end), start);
    }
}
