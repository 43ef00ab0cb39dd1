package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * The year that is evaluated stands in the title and must not change in the text. Titles of plans and notices, and clauses
 * that speak of another year on purpose (上年, 整改, 审计, 比, 下一年), are left alone.
 */
final class EvaluatedYear implements Relation {

    /** 七、上年度自评结果应用: a chapter about an earlier year. */
    private static final Sought OF_EARLIER = Sought.of("上一?年|往年|以前年度|历年|整改");

    private static final Sought BUDGET = Sought.of("年初预算|部门预算|全年预算|支出预算");

    private static final Sought SUBJECT = Sought.of(
            Pattern.compile(
                    "(?<year>20\\d{2})(?<word>年度?)(?<what>，?(?:我[局办委部厅院校乡镇县市区所站馆]|我中心|本部门|本单位|全局)?(?:的)?(?:部门)?(?:整体支出|自评(?:得分?|总得?分|综合得分|结果为)|项目支出|整体绩效目标|整体绩效|年初预算|部门预算|部门决算|预算执行率|全年预算|全年支出|总体工作|重点工作|部门收支|收支情况|绩效自评|支出预算|支出决算|实际支出))(?!.{0,12}(?:工作方案|的通知|实施方案|工作安排|管理办法|公开)|于20\\d{2}年)"));
    private static final Sought AS_OF = Sought.of(Pattern.compile("截[至止](?<year>20\\d{2})(?<word>年)(?:12月31日|年?底|末)"));
    /** 截至2022年末，户籍人口28.65万人: from where the matter began. */
    private static final Sought PEOPLE = Sought.of("(?:户籍|常住|总)人口");

    /** 截至2022年底，全县尚有老旧小区60余个: what a project begins from, unless the sentence tells of results. */
    private static final Sought RESULT = Sought.of("目标|指标|完成|执行|支出|[较比]上年");

    /** 2022年，县财政安排资金…，实际支出…，执行率…: a sentence that gives budget, spending and rate speaks of the year evaluated. */
    private static final Sought SPENT = Sought.of(
            Pattern.compile(
                    "(?:^|[。；])(?<year>20\\d{2})(?<word>年度?)(?=，[^。；]*(?:安排|预算|下达)[^。；]*支出[^。；]*执行率)(?![^。；]*(?:上年|去年|20\\d{2}年|同比|增长|增加|下降|立项|批复|启动))"));
    /** 2024年底前完成: no report looks ahead to a day that is past. */
    private static final Sought AHEAD = Sought.of(
            Pattern.compile(
                    "(?<year>20\\d{2})(?<word>年)(?:底|末|年底)前(?=[^。；]{0,24}(?:风险|完成|支付|到位|整改|实现))(?![^。；]*(?:已|未)(?:经|全部|如期|按期)?(?:完成|支付|到位))"));

    private static final Sought OTHER = Sought.of("上年|去年|上一年|整改|审计|比|较|同期|下一年|下年|明年|编制|对照|历年|工作方案|通知|印发|结转");

    private static final Sought OF_TWO = Sought.of("[两二]年(?:的|间|度)?[^，。；]{0,8}(?:可比|对比|相比|比较)|(?:不具|没有|无)可比性");
    private static final Sought ANY = Sought.of(Pattern.compile("(?<![\\d〔（])(?<year>20\\d{2})年"));
    private static final Sought AHEAD_BY_FAR =
            Sought.of(Pattern.compile("(?<![\\d〔（])(?<year>20\\d{2})(?<word>年度?)(?![至—～-])"));
    private static final Sought TO_COME = Sought.of("到期|偿|还本|付息|期限|规划|远景|展望|(?<!截)至|到");
    private static final int FAR = 8;
    private static final Sought SPOKEN =
            Sought.of(Pattern.compile("(?:对|就)(?<year>20\\d{2})(?<word>年)度?[^，。；]{0,16}(?:自评|评价)"));

    private static final Sought POINT_IN_TIME = Sought.of(
            Pattern.compile(
                    "(?:(?<named>(?:监控|评价|自评|统计|数据|填报)(?:时点|时间节点|基准日|截止日|截止时间|数据截止)|评价基准日|数据截至|时点)(?:为|是|：|统一为|确定为)?|截[至止])(?<year>20\\d{2})年\\d{1,2}月(?:\\d{1,2}日|底|末)?"),
            "月",
            "点日时截");
    /** A report on part of a year looks at days of that year only. */
    private static final Sought WATCHED = Sought.of("监控|1[—～至-]+\\d{1,2}月|上半年|半年|前[一二三]季度");

    /** 与2021年度的…相比, 比2021年度下降: the year that is compared with. */
    private static final Sought COMPARED = Sought.of(
            "(?:与|较|比)(?:上年)?(?:同期)?（?(?<year>20\\d{2})(?<word>年度?)(?:同期)?(?![至—～-])(?=[^。；，]{0,40}(?:相比|增|减|下降|上升|提高|降低|持平|多|少))");
    /** 将2023年监控结果与2025年预算安排挂钩: the results that a report hands on are its own. */
    private static final Sought RESULTS = Sought.of(
            Pattern.compile(
                    "(?:将|把|以)?(?<year>20\\d{2})(?<word>年度?)(?:[^，。；\\d]{0,8})?(?:监控|自评|评价|考核)结果(?:运用|应用|作为|与|和)[^。；]{0,6}(?:20\\d{2}年|下年|下一年|次年)?"));

    @Override
    public String name() {
        return "evaluated-year";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        ofTitle(claims, ledger);
        YearsOfText.examine(claims, TitleYear.of(claims.passages()).isPresent(), ledger);
        YearsInPassing.examine(claims, ledger);
        YearsOfNames.examine(claims, ledger);
        PeriodYears.examine(claims.passages(), ledger);
    }

    private static void ofTitle(Claims claims, Ledger ledger) {
        Optional<Map.Entry<String, Spot>> title = TitleYear.of(claims.passages());
        if (title.isEmpty()) {
            return;
        }
        String year = title.get().getKey();
        Optional<String> other = agreed(claims.passages(), year, title.get().getValue());
        if (other.isPresent()) {
            titleWrong(title.get(), other.get(), ledger);
            return;
        }
        exchanged(claims.passages(), year, title.get().getValue(), ledger);
        boolean earlier = false;
        for (Passage passage : claims.passages()) {
            earlier = Chapters.isSectionLine(passage) ? OF_EARLIER.isIn(passage) : earlier;
            if (earlier) {
                continue;
            }
            examine(passage, SUBJECT, year, title.get().getValue(), ledger);
            if (!PEOPLE.isIn(passage)) {
                examine(passage, AS_OF, year, title.get().getValue(), ledger);
            }
            examine(passage, SPENT, year, title.get().getValue(), ledger);
            examine(passage, AHEAD, year, title.get().getValue(), ledger);
            examine(passage, RESULTS, year, title.get().getValue(), ledger);
        }
        pointInTime(claims.passages(), year, title.get().getValue(), ledger);
        compared(claims, Integer.parseInt(year), title.get().getValue(), ledger);
    }

    /** 监控时点为2023年7月31日 in a report on 2024: the day on which one looks is not before the year one looks at. */
    private static void pointInTime(List<Passage> passages, String year, Spot title, Ledger ledger) {
        boolean watched = WATCHED.isIn(title.quote());
        for (Passage passage : passages) {
            Matcher matcher = POINT_IN_TIME.in(passage);
            while (matcher.find()) {
                int apart = Integer.parseInt(matcher.group("year")) - Integer.parseInt(year);
                boolean named = matcher.group("named") != null;
                if ((named && apart == -1) || (watched && Math.abs(apart) == 1)) {
                    String clause = clause(passage.text(), matcher.start(), matcher.end());
                    if (!OTHER.isIn(clause) && !insideTitle(passage.text(), matcher.start())) {
                        day(passage, matcher, year, title, ledger);
                    }
                }
            }
        }
    }

    private static void day(Passage passage, Matcher matcher, String year, Spot title, Ledger ledger) {
        String stated = passage.text().substring(matcher.start("year"), matcher.end());
        String right = year + stated.substring(year.length());
        ledger.find(
                WrongYear.finding(Kind.YEAR, stated, right, passage.spot(matcher.start("year"), matcher.end()), title));
    }

    /** One comparison with another year, where all others of the text are with the year before. */
    private static void compared(Claims claims, int year, Spot title, Ledger ledger) {
        int before = 0;
        int others = 0;
        Passage odd = null;
        int[] at = new int[4];
        for (Passage passage : claims.passages()) {
            Matcher matcher = COMPARED.in(passage);
            while (matcher.find()) {
                int apart = year - Integer.parseInt(matcher.group("year"));
                if (isNextYearSaid(passage.text(), matcher)) {
                    continue;
                }
                if (apart == 1) {
                    before++;
                } else if (apart != 0) {
                    others++;
                    odd = passage;
                    at = new int[] {matcher.start("year"), matcher.end("word"), matcher.start("word"), Math.abs(apart)};
                }
            }
        }
        if (odd == null
                || others != 1
                || before < 2
                || at[3] > 2
                || isInTable(claims, odd.text().substring(at[0], at[0] + 4))) {
            return;
        }
        String word = odd.text().substring(at[2], at[1]);
        String stated = odd.text().substring(at[0], at[1]);
        String right = year - 1 + word;
        ledger.find(WrongYear.finding(Kind.YEAR, stated, right, odd.spot(at[0], at[1]), title));
    }

    /** 2023年比2022年增长2.66%: the words say themselves which year they compare with the one before it. */
    private static boolean isNextYearSaid(String text, Matcher compared) {
        String next = Integer.parseInt(compared.group("year")) + 1 + "年";
        String before = text.substring(Math.max(0, compared.start() - next.length() - 1), compared.start());
        return before.endsWith(next) || before.endsWith(next + "度");
    }

    /** Whether a table tells of a year beside others. */
    private static boolean isInTable(Claims claims, String year) {
        return claims.tables().stream()
                .anyMatch(table -> table.columns().stream()
                                .anyMatch(column -> column.heading().contains(year))
                        || table.rows().stream().anyMatch(row -> row.label().contains(year)));
    }

    /**
     * The one other year of which the whole text speaks, if it never names the year of the title: then the title is wrong.
     */
    private static Optional<String> agreed(List<Passage> passages, String year, Spot title) {
        Map<String, Integer> years = new LinkedHashMap<>();
        List<String> evaluated = new ArrayList<>();
        for (Passage passage : passages) {
            if (passage.spot().line() == title.line()) {
                continue;
            }
            Matcher matcher = ANY.in(passage);
            while (matcher.find()) {
                years.merge(matcher.group("year"), 1, Integer::sum);
            }
            for (Sought pattern : List.of(SUBJECT, SPENT, AS_OF, SPOKEN)) {
                Matcher own = pattern.in(passage);
                while (own.find()) {
                    String clause = clause(passage.text(), own.start(), own.end());
                    boolean clear = !insideTitle(passage.text(), own.start()) && !OTHER.isIn(clause);
                    if (clear) {
                        evaluated.add(own.group("year"));
                    }
                }
            }
        }
        Optional<Map.Entry<String, Integer>> most = years.entrySet().stream().max(Map.Entry.comparingByValue());
        boolean near = most.filter(entry -> entry.getValue() >= 3
                        && Math.abs(Integer.parseInt(entry.getKey()) - Integer.parseInt(year)) == 1)
                .isPresent();
        boolean one = !evaluated.isEmpty()
                && most.isPresent()
                && evaluated.stream().allMatch(most.get().getKey()::equals);
        return one && near && !years.containsKey(year) ? most.map(Map.Entry::getKey) : Optional.empty();
    }

    private static void titleWrong(Map.Entry<String, Spot> title, String right, Ledger ledger) {
        Spot where = title.getValue();
        Problem problem = Problem.of("title-year-differs", Place.NONE, "stated", title.getKey(), "expected", right);
        ledger.find(Finding.of(Kind.YEAR, title.getKey(), Optional.of(right), problem, where, List.of()));
    }

    /** 2042年 in a report on 2024: its digits exchanged, and so far ahead that no plan is meant. */
    private static void exchanged(List<Passage> passages, String year, Spot title, Ledger ledger) {
        for (Passage passage : passages) {
            Matcher any = AHEAD_BY_FAR.in(passage);
            while (any.find()) {
                String stated = any.group("year");
                boolean far = Integer.parseInt(stated) - Integer.parseInt(year) > FAR;
                boolean same = stated.chars()
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(year.chars().sorted().boxed().toList());
                String clause = clause(passage.text(), any.start(), any.end());
                if (far && same && !TO_COME.isIn(clause) && !insideTitle(passage.text(), any.start())) {
                    tell(passage, any, year, title, ledger);
                }
            }
        }
    }

    private static void examine(Passage passage, Sought pattern, String year, Spot title, Ledger ledger) {
        Matcher matcher = pattern.in(passage);
        while (matcher.find()) {
            String stated = matcher.group("year");
            int apart = Integer.parseInt(stated) - Integer.parseInt(year);
            String clause = clause(passage.text(), matcher.start(), matcher.end());
            boolean inTitle = insideTitle(passage.text(), matcher.start());
            boolean nextBudget = apart == 1 && BUDGET.isIn(matcher.group());
            boolean ahead = (pattern != AHEAD || apart < 0) && !nextBudget;
            if (apart != 0
                    && ahead
                    && Math.abs(apart) <= 2
                    && !inTitle
                    && !OTHER.isIn(clause)
                    && !(pattern == AS_OF && isBeginning(passage.text(), matcher))
                    && !isOfTwo(passage.text(), matcher.end())
                    && !namesBoth(passage.text(), matcher.end(), year)) {
                tell(passage, matcher, year, title, ledger);
            }
        }
    }

    private static boolean isBeginning(String text, Matcher asOf) {
        int end = text.indexOf('。', asOf.end());
        return !asOf.group().endsWith("日") && !RESULT.isIn(text.substring(asOf.end(), end < 0 ? text.length() : end));
    }

    /** 2021年度自评得分90.20分，…两年结果无可比性: told as that of another year. */
    private static boolean isOfTwo(String text, int from) {
        int to = text.indexOf('。', from);
        return OF_TWO.isIn(text.substring(from, to < 0 ? text.length() : to));
    }

    /** 2022年度自评得分为94.88分，2023年度较上年提高0.72分: the sentence goes on with the year evaluated. */
    private static boolean namesBoth(String text, int from, String year) {
        int to = text.indexOf('。', from);
        return text.substring(from, to < 0 ? text.length() : to).contains(year + "年度");
    }

    private static void tell(Passage passage, Matcher matcher, String year, Spot title, Ledger ledger) {
        String word = matcher.group("word");
        String stated = matcher.group("year") + word;
        ledger.find(WrongYear.finding(
                Kind.YEAR, stated, year + word, passage.spot(matcher.start("year"), matcher.end("word")), title));
    }

    private static String clause(String text, int start, int end) {
        int from = start;
        while (from > 0 && "，。；：！？".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && "，。；：！？".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean insideTitle(String text, int at) {
        return text.substring(0, at).lastIndexOf('《') > text.substring(0, at).lastIndexOf('》');
    }
}
