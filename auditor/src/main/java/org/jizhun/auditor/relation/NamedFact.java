package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Every figure of text and tables with all that it is called: the words of its clause, what stands behind it, the words before its brackets, the label
 * of its line or row. Figures are the same fact where they are called the same.
 *
 * @param before the name right before it, without words that say nothing of it
 * @param labels the name of its line, row or the words before its brackets
 * @param behind what stands behind it: 1,253.6万元取暖费补贴
 * @param goal whether it is a goal or a limit
 * @param total whether it closes a table
 * @param group the paragraph, or the table as a number below zero
 * @param rank the sentence or row
 */
record NamedFact(
        Figure figure,
        String before,
        List<String> labels,
        String behind,
        boolean goal,
        boolean total,
        Set<String> times,
        int group,
        int rank) {

    private static final Sought FILLER = Sought.of(
            "(?:为|是|达到?|共计?|合计|总计|计|约|近|仅|有|了|已|实际|完成|累计|不低于|不少于|不高于|不超过|控制在|数|值|额|的|得|分|数量|全部|均|决算|决算数|金额|总额|人数|率?≥|≤|[≥≤>＞<＜=＝|｜：:（(→\\s]|以?全?年|年末|目前|现)+$");
    private static final Sought GOAL =
            Sought.of("(?:目标|计划|任务|应|拟|指标值|不低于|不少于|不高于|不超过|控制在|[≥≤＞＜><])[^，。；\\d]{0,8}$|(?:绩效|年度|总体)目标(?:为|是|：)[^。]*$");
    /** A change, another year's, a part, or one of many. */
    private static final Sought OTHER = Sought.of(
            "上年|去年|上一年|同期|同比|环比|比|较|由|从|增加|减少|增至|降至|增长|下降|新增|净|超|差|剩余|其余|另|原|结转|预计|下年|明年|其中|平均|[人户年月日季周亩村校]均|每|最高|最低|第[一二三四五]");

    private static final Sought YEAR = Sought.of("(?<year>20\\d{2})年");
    private static final Sought TIME = Sought.of("上半年|下半年|[一二三四]季度|[—～至-]\\d{1,2}月|首批|期初|年初");
    private static final Sought LABEL = Sought.of(
            "^(?:\\d{1,2}[.、．]|（[一二三四五六七八九十\\d]{1,3}）|[一二三四五六七八九十]{1,3}、)?(?<label>[\\u4e00-\\u9fa5“”]{3,16})");
    private static final Sought CHINESE = Sought.of("[\\u4e00-\\u9fa5]+");
    /** 成本指标 in the first column is what many rows are, and the name of none. */
    private static final Sought CATEGORY =
            Sought.of("(?:产出|效益|满意度|数量|质量|时效|成本|(?:经济|社会|生态)效益|可持续影响|服务对象满意度|预算执行)(?:指标)?(?:（[^）]*）)?");

    private static final Sought SIGN = Sought.of("^[≥≤＞＜><=＝]");
    private static final Sought GOALS = Sought.of("目标|计划|指标值|年度指标|预期|任务|标准");
    private static final Sought TOTAL = Sought.of("总分|合计|总计|总得分|得分合计");
    private static final Sought TOTAL_SCORE =
            Sought.of("(?:综合|总|最终|评价|自评|整体)(?:评价|自评)?(?:总)?得?分(?:值|数)?(?:合计|共计)?(?:为|是)?$");
    private static final Sought SUM = Sought.of("(?:合计|共计|总计|总额|共)(?:为|达)?$");
    private static final int NEAR = 9;
    private static final String MARKS = "，。；：、！？";
    private static final int LONGEST = 14;

    static List<NamedFact> all(Claims claims) {
        List<NamedFact> all = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                all.add(of(mention));
            }
        }
        int group = 0;
        for (Table table : claims.tables()) {
            group--;
            int rank = 0;
            for (Table.Row row : table.rows()) {
                rank++;
                cells(table, row, group, rank, all);
            }
        }
        return all;
    }

    private static void cells(Table table, Table.Row row, int group, int rank, List<NamedFact> all) {
        List<String> labels = new ArrayList<>();
        labels.add(FILLER.replaceFirst(row.label(), ""));
        for (Passage cell : row.cells()) {
            boolean words = cell.text().length() >= 3
                    && cell.text().length() <= LONGEST + 4
                    && CHINESE.is(Sought.kept("[（）“”、]").replaceAll(cell.text(), ""))
                    && !CATEGORY.is(cell.text());
            if (words) {
                labels.add(FILLER.replaceFirst(cell.text(), ""));
            }
        }
        for (Passage cell : row.cells()) {
            int index = row.cells().indexOf(cell);
            Optional<Figure> figure =
                    index < row.figures().size() ? row.figures().get(index) : Optional.empty();
            List<Figure> figures = figure.map(List::of).orElseGet(() -> Claims.figuresOfCell(cell));
            String heading = table.columns().stream()
                    .filter(column -> column.index() == index)
                    .map(Table.Column::heading)
                    .findFirst()
                    .orElse("");
            for (Figure own : figures) {
                String before = cell.text()
                        .substring(0, Math.min(own.start(), cell.text().length()));
                boolean goal = GOAL.isIn(before) || SIGN.isIn(cell.text()) || GOALS.isIn(heading);
                all.add(new NamedFact(
                        own,
                        "",
                        List.copyOf(labels),
                        "",
                        goal,
                        row.total(),
                        times(heading + row.label()),
                        group,
                        rank));
            }
        }
    }

    private static NamedFact of(Mention mention) {
        Figure figure = mention.figure();
        String text = figure.passage().text();
        String own = FILLER.replaceFirst(mention.before(), "");
        List<String> labels = new ArrayList<>();
        int open = text.lastIndexOf('（', figure.start());
        if (mention.bracketed() && open > 0) {
            int from = open;
            while (from > 0 && MARKS.indexOf(text.charAt(from - 1)) < 0 && text.charAt(from - 1) != '（') {
                from--;
            }
            labels.add(name(text.substring(from, open)));
        }
        int stop = text.indexOf('。');
        boolean line = stop < 0 || stop > figure.start() || text.length() <= 60;
        Matcher label = LABEL.in(text);
        if (line && label.find() && label.end() <= figure.start()) {
            String whole = Sought.kept("(?:目标|计划|实际|完成|指标值).*$").replaceFirst(label.group("label"), "");
            labels.add(FILLER.replaceFirst(whole, ""));
            labels.add(Sought.kept("(?:场次|次数|人次|人数|数量|户数|面积|个数|台数|数)$").replaceFirst(whole, ""));
        }
        String sentence = text.substring(text.lastIndexOf('。', figure.start()) + 1, figure.start());
        boolean goal = figure.nearness() == Figure.Nearness.AT_LEAST
                || figure.nearness() == Figure.Nearness.BELOW
                || GOAL.isIn(sentence);
        return new NamedFact(
                figure,
                name(own),
                List.copyOf(labels),
                behind(mention.after()),
                goal,
                false,
                times(sentence),
                figure.passage().order(),
                mention.sentence());
    }

    private static Set<String> times(String text) {
        Set<String> times = new TreeSet<>();
        Matcher year = YEAR.in(text);
        String last = "";
        while (year.find()) {
            last = year.group("year");
        }
        if (!last.isEmpty()) {
            times.add(last);
        }
        Matcher time = TIME.in(text);
        while (time.find()) {
            times.add(Sought.kept("^[—～至-]").replaceFirst(time.group(), ""));
        }
        return times;
    }

    private static String name(String words) {
        String own = FILLER.replaceFirst(words, "");
        int from = own.length();
        while (from > 0 && own.charAt(from - 1) >= '\u4e00' && own.charAt(from - 1) <= '\u9fa5') {
            from--;
        }
        return own.substring(Math.max(from, own.length() - LONGEST));
    }

    private static String behind(String after) {
        int to = 0;
        while (to < after.length() && to < LONGEST && after.charAt(to) >= '\u4e00' && after.charAt(to) <= '\u9fa5') {
            to++;
        }
        return after.substring(0, to);
    }

    boolean isOther() {
        String text = figure.passage().text();
        int from = figure.start();
        while (from > 0 && MARKS.indexOf(text.charAt(from - 1)) < 0 && !Character.isDigit(text.charAt(from - 1))) {
            from--;
        }
        return group >= 0 && OTHER.isIn(text.substring(from, figure.start()));
    }

    /** Two years, or one of the whole year and one of a part, are two facts. */
    boolean isOfSameTimeAs(NamedFact other) {
        Set<String> years = new TreeSet<>(times);
        Set<String> theirs = new TreeSet<>(other.times);
        years.removeIf(time -> !time.startsWith("20"));
        theirs.removeIf(time -> !time.startsWith("20"));
        boolean apart = !years.isEmpty() && !theirs.isEmpty() && !years.equals(theirs);
        Set<String> parts = new TreeSet<>(times);
        Set<String> others = new TreeSet<>(other.times);
        parts.removeIf(time -> time.startsWith("20"));
        others.removeIf(time -> time.startsWith("20"));
        return !apart && parts.equals(others);
    }

    /** All names, longest first that could be found elsewhere. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(before);
        names.addAll(labels);
        names.add(behind);
        names.removeIf(name -> name.length() < 2);
        return names;
    }

    boolean isBeside(NamedFact other) {
        return group == other.group && (group < 0 || rank == other.rank);
    }

    /** How many characters the ends of the two names have in common; of a label, of all of it. */
    int ending(NamedFact other) {
        int most = 0;
        for (String one : ends()) {
            for (String two : other.ends()) {
                int common = 0;
                while (common < Math.min(one.length(), two.length())
                        && one.charAt(one.length() - 1 - common) == two.charAt(two.length() - 1 - common)) {
                    common++;
                }
                most = Math.max(most, common);
            }
        }
        return Math.max(most, Math.max(isBehind(other), other.isBehind(this)));
    }

    private List<String> ends() {
        List<String> ends = new ArrayList<>(labels);
        ends.add(before);
        return ends;
    }

    /** 村卫生室63所, 36所村卫生室. */
    private int isBehind(NamedFact other) {
        for (int length = Math.min(10, other.behind.length()); length >= 2; length--) {
            String name = other.behind.substring(0, length);
            if (ends().stream().anyMatch(end -> end.endsWith(name))) {
                return length;
            }
        }
        return 0;
    }

    /** Whether the name of one stands right behind the other. */
    boolean isNamedBehind(NamedFact other) {
        return isBehind(other) >= 2 || other.isBehind(this) >= 2;
    }

    /** A cell that closes a table just below, and the words that tell of it: 支出合计3,456.78万元，明细见下表; 自评得分93.51分 and 总分. */
    boolean isTotalAs(NamedFact text) {
        if (group >= 0 || text.group() < 0 || !(total || labels.stream().anyMatch(TOTAL::is))) {
            return false;
        }
        String before =
                text.figure().passage().text().substring(0, text.figure().start());
        boolean score = text.figure().kind() == Figure.Kind.POINTS && TOTAL_SCORE.isIn(before);
        int below = figure.spot().line() - text.figure().spot().line();
        return score || (below > 0 && below <= NEAR && SUM.isIn(before));
    }

    /** The longest run of characters that a name of each has. */
    String run(NamedFact other) {
        String longest = "";
        for (String one : names()) {
            for (String two : other.names()) {
                for (int i = 0; i < one.length(); i++) {
                    for (int j = i + longest.length() + 1; j <= one.length(); j++) {
                        if (!two.contains(one.substring(i, j))) {
                            break;
                        }
                        longest = one.substring(i, j);
                    }
                }
            }
        }
        return longest;
    }

    /** Facts by every run of three characters of their names. */
    static Map<String, List<NamedFact>> byRuns(List<NamedFact> facts, int length) {
        Map<String, List<NamedFact>> runs = new LinkedHashMap<>();
        for (NamedFact fact : facts) {
            Set<String> own = new LinkedHashSet<>();
            for (String name : fact.names()) {
                for (int i = 0; i + length <= name.length(); i++) {
                    own.add(name.substring(i, i + length));
                }
            }
            own.forEach(
                    run -> runs.computeIfAbsent(run, key -> new ArrayList<>()).add(fact));
        }
        return runs;
    }
}
