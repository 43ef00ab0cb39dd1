package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * Years that cannot be meant, whether a title names the year or not: a goal or a day 截至 of the year before the one evaluated, a measure
 * to be taken that lies in the past, a year compared with itself (2023年…执行率98.13%，较2023年的96.40%提高), a day 截至 after the day on which the
 * evaluation looks.
 */
final class YearsOfText {

    /** 2022年度部门整体支出自评情况, （2022年度） below the title of a form, 针对2023年度自评. */
    private static final Sought EVALUATED = Sought.of(
            "(?<year>20\\d{2})年度(?:部门整体支出|整体支出|项目支出|部门|单位|项目)?[^，。；：\\d《》]{0,6}(?:自评|绩效评价|绩效自评)(?!.{0,8}(?:通知|方案))|^（(?<form>20\\d{2})年度）$");
    /** 预期目标：2021年底全县参保率稳定在95%以上. */
    private static final Sought GOAL = Sought.of("目标[^。：\\d]{0,8}：(?:到|至)?(?<year>20\\d{2})(?<word>年)(?:底|末)");

    private static final Sought AS_OF = Sought.of("截[至止](?<year>20\\d{2})(?<word>年)(?:12月31日|年?底|年?末)");
    /** 将在2022年底前修订, 二是在2022年底前修订完善. */
    private static final Sought AHEAD = Sought.of(
            "(?:将|拟|力争|确保|计划|争取|[一二三四五六七八九]是)(?:于|在|到)?(?<year>20\\d{2})(?<word>年)(?:底|末|年底|\\d{1,2}月底?|[一二三四上下]半?年?季?度?末?)?(?:之?前|以前)(?![^。；]*(?:已|未))");
    /** 较2023年的96.40%提高, 比2023年同期增长. */
    private static final Sought COMPARED = Sought.of(
            "(?:较|比|与)(?<year>20\\d{2})(?<word>年度?)(?:全年)?(?:的(?=\\d)|同期|实际|决算数?|相比|(?=增|减|提高|下降|上升|降低|多|少))");

    private static final Sought YEAR = Sought.of("(?<![\\d〔（])(?<year>20\\d{2})(?<word>年(?:全年|度)?)(?![至—～-])");
    private static final Sought BASE =
            Sought.of("(?:评价基准日|基准日|评价时点|数据截止日期?|统计截止日)(?:期|统一)?(?:为|是|：|定为)(?<year>20\\d{2})年");
    private static final Sought ANY_DAY = Sought.of("截[至止](?<day>(?<year>20\\d{2})年\\d{1,2}月(?:\\d{1,2}日|底|末)?)");
    private static final Sought LAST_YEAR = Sought.of("上年|去年|上一年|期初|年初|结转|比|较|同期|历年|累计至|原");
    private static final int FIRST = 8;

    private YearsOfText() {}

    /** @param titled whether the title names the year, so that the text's own words need not be asked */
    static void examine(Claims claims, boolean titled, Ledger ledger) {
        List<Passage> passages = claims.passages();
        afterTheBase(passages, ledger);
        for (Passage passage : passages) {
            itself(passages, passage, ledger);
        }
        Optional<Spot> evaluated = titled ? Optional.empty() : evaluated(passages);
        if (evaluated.isEmpty()) {
            return;
        }
        int year = Integer.parseInt(
                Sought.kept("\\D*(20\\d{2}).*").replaceAll(evaluated.get().quote(), "$1"));
        for (Passage passage : passages) {
            before(passage, GOAL, year, evaluated.get(), ledger);
            before(passage, AS_OF, year, evaluated.get(), ledger);
            before(passage, AHEAD, year, evaluated.get(), ledger);
        }
    }

    /** Where the text says which year it evaluates; empty where it says several. */
    private static Optional<Spot> evaluated(List<Passage> passages) {
        TreeMap<String, Spot> years = new TreeMap<>();
        for (int i = 0; i < passages.size(); i++) {
            Matcher matcher = EVALUATED.in(passages.get(i));
            while (matcher.find()) {
                boolean form = matcher.group("form") != null;
                String group = form ? "form" : "year";
                if (!form || i < FIRST) {
                    years.putIfAbsent(
                            matcher.group(group), passages.get(i).spot(matcher.start(group), matcher.end(group)));
                }
            }
        }
        return years.size() == 1 ? Optional.of(years.firstEntry().getValue()) : Optional.empty();
    }

    private static void before(Passage passage, Sought pattern, int year, Spot evaluated, Ledger ledger) {
        Matcher matcher = pattern.in(passage);
        while (matcher.find()) {
            int from = passage.text().lastIndexOf('。', matcher.start()) + 1;
            String before = passage.text().substring(from, matcher.start());
            if (year - Integer.parseInt(matcher.group("year")) == 1 && !LAST_YEAR.isIn(before)) {
                int end = pattern == AS_OF ? matcher.end() : matcher.end("word");
                tell(passage, matcher.start("year"), end, year, evaluated, ledger);
            }
        }
    }

    /** A year is not compared with itself: the first is wrong if the text speaks of the next year too, else the second. */
    private static void itself(List<Passage> passages, Passage passage, Ledger ledger) {
        Matcher compared = COMPARED.in(passage);
        while (compared.find()) {
            String text = passage.text();
            int from = Math.max(text.lastIndexOf('。', compared.start()), text.lastIndexOf('；', compared.start())) + 1;
            List<int[]> years = new ArrayList<>();
            Matcher year = YEAR.in(text.substring(from, compared.start()));
            while (year.find()) {
                years.add(new int[] {
                    Integer.parseInt(year.group("year")), from + year.start("year"), from + year.end("word")
                });
            }
            int again = Integer.parseInt(compared.group("year"));
            if (years.size() == 1
                    && again - years.get(0)[0] == 1
                    && isOnlyHere(passages, again, passage, compared.start("year"))) {
                tell(
                        passage,
                        compared.start("year"),
                        compared.end("word"),
                        years.get(0)[0] - 1,
                        passage.spot(years.get(0)[1], years.get(0)[2]),
                        ledger);
            }
            if (years.size() != 1
                    || years.get(0)[0] != again
                    || text.substring(from, compared.start()).contains("预算数较")) {
                continue;
            }
            String next = again + 1 + "年";
            boolean first = passages.stream().anyMatch(other -> other.text().contains(next));
            int start = first ? years.get(0)[1] : compared.start("year");
            int end = first ? years.get(0)[2] : compared.end("word");
            Spot other = first
                    ? passage.spot(compared.start("year"), compared.end("word"))
                    : passage.spot(years.get(0)[1], years.get(0)[2]);
            tell(passage, start, end, first ? again + 1 : again - 1, other, ledger);
        }
    }

    /** A year of which nothing else in the text speaks: 2023年度支出642万元，与2024年度相比. */
    private static boolean isOnlyHere(List<Passage> passages, int year, Passage passage, int at) {
        String named = String.valueOf(year);
        return passages.stream()
                .noneMatch(other -> other.order() == passage.order()
                        ? other.text().indexOf(named) != at || other.text().lastIndexOf(named) != at
                        : other.text().contains(named));
    }

    /** 评价基准日为2023年12月31日, 截至2025年12月31日: later than all else that the text speaks of. */
    private static void afterTheBase(List<Passage> passages, Ledger ledger) {
        Spot base = null;
        int year = 0;
        TreeMap<Integer, Integer> years = new TreeMap<>();
        for (Passage passage : passages) {
            Matcher matcher = BASE.in(passage);
            if (base == null && matcher.find()) {
                base = passage.spot(matcher.start("year"), matcher.end("year"));
                year = Integer.parseInt(matcher.group("year"));
            }
            Matcher any = YEAR.in(passage);
            while (any.find()) {
                years.merge(Integer.parseInt(any.group("year")), 1, Integer::sum);
            }
        }
        if (base == null) {
            return;
        }
        for (Passage passage : passages) {
            Matcher day = ANY_DAY.in(passage);
            while (day.find()) {
                int own = Integer.parseInt(day.group("year"));
                boolean alone = own > year
                        && years.lastKey() == own
                        && years.lastEntry().getValue() == 1;
                if (alone) {
                    String right = year + day.group("day").substring(4);
                    ledger.find(WrongYear.finding(
                            Kind.DATE, day.group("day"), right, passage.spot(day.start("day"), day.end("day")), base));
                }
            }
        }
    }

    private static void tell(Passage passage, int start, int end, int year, Spot because, Ledger ledger) {
        String stated = passage.text().substring(start, end);
        String right = year + stated.substring(4);
        boolean told = ledger.findsInLine(Kind.YEAR, passage.spot(start, end));
        if (!told) {
            ledger.find(WrongYear.finding(Kind.YEAR, stated, right, passage.spot(start, end), because));
        }
    }
}
