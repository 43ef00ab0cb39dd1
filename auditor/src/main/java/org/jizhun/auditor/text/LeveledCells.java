package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of indicators of a form, printed one cell a line, in which the names of levels stand only where they change and a
 * remark only where there is one: the weight and the score of each row, two figures that follow each other, show where it ends.
 *
 * @param width cells of a row
 * @param weight the column of weights; that of scores follows it
 * @param rows cells of each row, absent where empty, as numbers of lines from the heading on
 * @param end the line after the last row
 */
record LeveledCells(int width, int weight, List<List<Optional<Integer>>> rows, int end) {

    static final LeveledCells NONE = new LeveledCells(0, 0, List.of(), 0);

    /** 一级指标, 指标类型, 评价内容: what the first column of such a form is called. */
    static final Sought FIRST = Sought.of("(?:[一二三]级|评价|考核|绩效)?(?:指标|内容|项目)(?:名称|类型|类别)?|类别|类型|序号");

    static final Sought WEIGHT = Sought.of("(?:指标)?(?:分值|权重|标准分|满分|权重分)(?:（[^）]*）)?");
    static final Sought SCORE = Sought.of("(?:自评|评价|实际|综合)?(?:得分|评分)(?:（[^）]*）)?");
    private static final Sought REMARKS = Sought.of(".*(?:原因|措施|备注|说明|分析|改进|依据).*");
    private static final Sought VALUES = Sought.of(".*(?:值|目标|完成|实际|标准|情况|计划|要求).*");
    private static final Sought HEADING = Sought.of("[^，。；：！？\\d]{1,20}");
    private static final Sought POINTS = Sought.of("\\d{1,3}(?:\\.\\d+)?分?|[—–\\-－/]{1,3}");
    private static final Sought CLOSES = Sought.of("(?:合\\s*计|总\\s*计|总\\s*分|总得分|合计得分|得分合计)[:：]?");
    /** 质量指标, 社会效益, 满意度: the name of a level and no remark. */
    private static final Sought LEVEL =
            Sought.of(".{0,8}指标|(?:社会|经济|生态|环境)?(?:效益|效果)|产出|投入|过程|决策|履职|管理|成本|数量|质量|时效|可持续(?:影响|发展)|.{0,6}满意度?");

    private static final Sought REMARK = Sought.of("无|空|不适用|[—–\\-－/]{1,3}|.*(?:[，；。]|已|因|未|扣|主要|较|受|尚|有待|不足|超|偏|延).*");

    private static final int LEAST_ROWS = 3;
    private static final int LONGEST = 120;
    private static final int MOST_COLUMNS = 9;
    private static final int REMARK_LINES = 3;

    /** The table that begins with the heading of a line. */
    static LeveledCells at(List<SourceLine> lines, int start) {
        if (!FIRST.is(text(lines, start))) {
            return NONE;
        }
        int weight = 1;
        while (weight <= MOST_COLUMNS
                && HEADING.is(text(lines, start + weight))
                && !WEIGHT.is(text(lines, start + weight))) {
            weight++;
        }
        boolean group = "绩效指标".equals(text(lines, start)) && FIRST.is(text(lines, start + 1));
        if (group
                || weight < 2
                || weight > MOST_COLUMNS
                || !WEIGHT.is(text(lines, start + weight))
                || !SCORE.is(text(lines, start + weight + 1))) {
            return NONE;
        }
        int width = weight + 2;
        while (REMARKS.is(text(lines, start + width))
                && text(lines, start + width).length() <= 20) {
            width++;
        }
        int values = 0;
        for (int column = 1; column < weight; column++) {
            values += VALUES.is(text(lines, start + column)) ? 1 : 0;
        }
        return new Reading(lines, start, width, weight, 1 + values).read();
    }

    /** Reads the rows below a heading whose form is known; each needs a name and its values. */
    private record Reading(List<SourceLine> lines, int start, int width, int weight, int needed) {

        LeveledCells read() {
            List<List<Optional<Integer>>> rows = new ArrayList<>();
            int at = start + width;
            while (at < lines.size()) {
                int closing = closing(at, rows.isEmpty());
                if (closing >= 0) {
                    remark(rows, at, closing);
                    at = close(rows, closing);
                    break;
                }
                int pair = pair(at);
                if (pair < 0) {
                    break;
                }
                int from = at + remarks(at, pair - at, rows.isEmpty());
                if (pair - from > weight || pair - from < 1) {
                    break;
                }
                remark(rows, at, from);
                List<Optional<Integer>> row = new ArrayList<>();
                for (int column = 0; column < weight; column++) {
                    int line = pair - (weight - column);
                    row.add(line < from ? Optional.empty() : Optional.of(line - start));
                }
                row.add(Optional.of(pair - start));
                row.add(Optional.of(pair + 1 - start));
                while (row.size() < width) {
                    row.add(Optional.empty());
                }
                rows.add(row);
                at = pair + 2;
            }
            return rows.size() < LEAST_ROWS ? NONE : new LeveledCells(width, weight, rows, at);
        }

        /** The first of two figures that end a row, or -1. */
        private int pair(int from) {
            int most = Math.min(lines.size(), from + weight + REMARK_LINES + 1);
            for (int at = from; at < most; at++) {
                if (!isCell(at)) {
                    return -1;
                }
                int end = at;
                while (end < lines.size() && isPoints(end)) {
                    end++;
                }
                boolean remark = width > weight + 2
                        && end - at > 2
                        && Sought.kept("\\D+").is(text(lines, end - 1))
                        && Sought.kept("\\d.*").is(text(lines, end - 2));
                int last = remark ? end - 1 : end;
                if (last - at >= 2 && last - 2 > from) {
                    return last - 2;
                }
                at = Math.max(at, end - 1);
            }
            return -1;
        }

        /** How many of the lines before a row are the remark of the row above. */
        private int remarks(int from, int gap, boolean first) {
            if (first || width == weight + 2 || gap <= needed) {
                return 0;
            }
            String text = text(lines, from);
            boolean level = LEVEL.is(text);
            if (gap <= weight && (level || !(REMARK.is(text) || text.length() > 14))) {
                return 0;
            }
            int remarks = 1;
            while (gap - remarks > weight
                    || (gap - remarks > needed && remarks < REMARK_LINES && isMoreRemark(from + remarks))) {
                remarks++;
            }
            return remarks;
        }

        private boolean isMoreRemark(int at) {
            return text(lines, at).endsWith("。") || text(lines, at).contains("，");
        }

        private void remark(List<List<Optional<Integer>>> rows, int from, int to) {
            if (to > from && !rows.isEmpty() && width > weight + 2) {
                rows.get(rows.size() - 1).set(weight + 2, Optional.of(from - start));
            }
        }

        private int closing(int from, boolean first) {
            for (int at = from; !first && at < Math.min(lines.size(), from + REMARK_LINES); at++) {
                if (CLOSES.is(text(lines, at))) {
                    return at;
                }
            }
            return -1;
        }

        private int close(List<List<Optional<Integer>>> rows, int at) {
            int end = at + 1;
            while (end < lines.size() && end - at <= 2 && isPoints(end)) {
                end++;
            }
            List<Optional<Integer>> row = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                row.add(Optional.empty());
            }
            row.set(0, Optional.of(at - start));
            for (int line = at + 1; line < end; line++) {
                row.set(weight + 2 - (end - line), Optional.of(line - start));
            }
            if (end > at + 1) {
                rows.add(row);
            }
            return end > at + 1 ? end : at;
        }

        private boolean isPoints(int at) {
            return POINTS.is(text(lines, at));
        }

        private boolean isCell(int at) {
            return text(lines, at).length() <= LONGEST
                    && !Cells.isPiped(lines.get(at).text());
        }
    }

    Grid grid(List<SourceLine> lines, int order, String caption) {
        return grid(lines, width, rows, order, caption);
    }

    /** @param rows cells of each row, absent where empty, as numbers of lines from the heading on */
    static Grid grid(List<SourceLine> lines, int width, List<List<Optional<Integer>>> rows, int order, String caption) {
        List<List<Passage>> grid = new ArrayList<>();
        List<Passage> heading = new ArrayList<>();
        lines.subList(0, width).forEach(line -> heading.add(passage(line, order)));
        grid.add(heading);
        for (List<Optional<Integer>> row : rows) {
            SourceLine first =
                    lines.get(row.stream().flatMap(Optional::stream).findFirst().orElse(0));
            grid.add(row.stream()
                    .map(cell -> cell.map(line -> passage(lines.get(line), order))
                            .orElseGet(() -> TableLines.empty(first, order)))
                    .toList());
        }
        return new Grid(order, caption, "", grid, 1);
    }

    private static Passage passage(SourceLine line, int order) {
        return TableLines.passage(line, Cells.aligned(line.text()).get(0), order);
    }

    private static String text(List<SourceLine> lines, int at) {
        return at < lines.size() ? lines.get(at).text().strip() : "";
    }
}
