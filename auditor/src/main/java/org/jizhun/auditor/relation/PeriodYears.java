package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * The period that is evaluated against the years around it: 评价时段：2020年1月1日至2020年12月31日 where all else speaks of 2021; a plan of an earlier year,
 * 根据《2022年度自评工作方案》对2023年1月1日至12月31日; and 截至2023年9月30日 in a report on 2023年1—7月.
 */
final class PeriodYears {

    private static final Sought WHOLE_YEAR = Sought.of(
            Pattern.compile("(?<year>20\\d{2})年1月1日(?:起)?(?:至|到|-|—|~|～)+(?:\\k<year>年)?12月31日"), "月", "至到-—~～");
    private static final Sought OF_EVALUATION = Sought.of("(?:评价|自评|考核|评估)[^，。；]{0,6}(?:时段|期间|周期|范围|时间|年限)");
    private static final Sought YEAR = Sought.of("(?<![\\d〔（《])(?<year>20\\d{2})年(?!.{0,12}(?:印发|出台|修订|立项|批复|启动))");
    private static final Sought PLAN = Sought.of("《(?<year>20\\d{2})(?<word>年度?)[^》]{0,30}(?:评价|自评)[^》]{0,12}》");
    private static final Sought MONTHS = Sought.of("(?<year>20\\d{2})年1(?:月)?(?:至|到|-|—|~|～)+(?<month>\\d{1,2})月");
    private static final Sought AS_OF =
            Sought.of("截[至止](?<day>(?<year>20\\d{2})年(?<month>\\d{1,2})月(?:\\d{1,2}日|底|末))");
    private static final int TITLE_LINES = 3;

    private PeriodYears() {}

    static void examine(List<Passage> passages, Ledger ledger) {
        for (Passage passage : passages) {
            Matcher period = WHOLE_YEAR.in(passage);
            if (period.find()) {
                period(passages, passage, period, ledger);
                plan(passage, period, ledger);
            }
        }
        months(passages, ledger);
    }

    /** All else speaks of one other year. */
    private static void period(List<Passage> passages, Passage passage, Matcher period, Ledger ledger) {
        if (!OF_EVALUATION.isIn(passage.text().substring(0, period.start()))) {
            return;
        }
        Map<String, Integer> years = new TreeMap<>();
        for (Passage other : passages) {
            Matcher year = YEAR.in(other);
            while (year.find()) {
                boolean own = other.order() == passage.order()
                        && year.start() >= period.start()
                        && year.end() <= period.end();
                if (!own) {
                    years.merge(year.group("year"), 1, Integer::sum);
                }
            }
        }
        if (years.size() == 1 && !years.containsKey(period.group("year"))) {
            String right = years.keySet().iterator().next();
            int apart = Integer.parseInt(right) - Integer.parseInt(period.group("year"));
            if (Math.abs(apart) == 1 && years.getOrDefault(right, 0) >= 2) {
                String stated = period.group();
                tell(
                        passage,
                        period.start(),
                        period.end(),
                        stated.replace(period.group("year"), right),
                        passage.spot(),
                        ledger);
            }
        }
    }

    /** A plan to evaluate a year is not of the year before it. */
    private static void plan(Passage passage, Matcher period, Ledger ledger) {
        String text = passage.text();
        Matcher plan = PLAN.in(text.substring(0, period.start()));
        if (plan.find()
                && text.substring(plan.end(), period.start()).indexOf('。') < 0
                && plan.group("year").compareTo(period.group("year")) < 0) {
            tell(
                    passage,
                    plan.start("year"),
                    plan.end("word"),
                    period.group("year") + plan.group("word"),
                    passage.spot(period.start(), period.end()),
                    ledger);
        }
    }

    /** 监控报告（2023年1—7月）: looked at until the end of July. */
    private static void months(List<Passage> passages, Ledger ledger) {
        for (Passage title : passages.subList(0, Math.min(TITLE_LINES, passages.size()))) {
            Matcher months = MONTHS.in(title);
            if (title.text().length() > 60 || !months.find()) {
                continue;
            }
            String year = months.group("year");
            int last = Integer.parseInt(months.group("month"));
            Pattern again = Pattern.compile("(?<!\\d)1月?(?:至|到|-|—|~|～)+" + last + "月");
            for (Passage passage : passages) {
                Matcher asOf = AS_OF.in(passage);
                while (asOf.find()) {
                    boolean other = asOf.group("year").equals(year) && Integer.parseInt(asOf.group("month")) != last;
                    int stop = passage.text().indexOf('。', asOf.end());
                    String rest = passage.text()
                            .substring(asOf.end(), stop < 0 ? passage.text().length() : stop);
                    if (other && last >= 1 && last <= 12 && again.matcher(rest).find()) {
                        LocalDate end =
                                YearMonth.of(Integer.parseInt(year), last).atEndOfMonth();
                        String day = asOf.group("day").endsWith("日")
                                ? end.getDayOfMonth() + "日"
                                : asOf.group("day").substring(asOf.group("day").length() - 1);
                        tell(
                                passage,
                                asOf.start("day"),
                                asOf.end("day"),
                                year + "年" + last + "月" + day,
                                title.spot(months.start(), months.end()),
                                ledger);
                    }
                }
            }
            return;
        }
    }

    private static void tell(Passage passage, int start, int end, String right, Spot because, Ledger ledger) {
        String stated = passage.text().substring(start, end);
        Spot where = passage.spot(start, end);
        boolean told = ledger.findsInLine(Kind.YEAR, where);
        if (!told) {
            ledger.find(WrongYear.finding(Kind.YEAR, stated, right, where, because));
        }
    }
}
