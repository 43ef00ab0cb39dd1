package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Problem;

/**
 * Months, quarters and years counted beside the period they stand for: 1—6月（5个月）, 发放10个月（3—12月）, 2023年第二季度至2024年第一季度，共三个季度,
 * 三年行动计划（2021—2024年）. The first and the last of them both count.
 */
final class PeriodCounts {

    private static final String NUMBER = "(?<number>\\d{1,2}|[一两二三四五六七八九十]{1,3})";
    private static final String TO = "(?:至|到|-|—|–|~|～|－)+";
    private static final String SUM = "(?:共|共计|合计|总计|历时|为期|计)";
    /** 1—6月（5个月）, 3月至11月，共8个月, 2024年1-9月共8个月. */
    private static final Sought MONTHS = Sought.of(
            Pattern.compile(
                    "(?<![\\d.月至到—-])(?<from>\\d{1,2})(?:月份?)?" + TO + "(?<to>\\d{1,2})月(?!\\d)(?:份|底|末)?(?:期间)?(?:（"
                            + SUM + "?|[，、]?" + SUM + ")" + NUMBER + "(?<unit>个月)(?!以|内|前|后)"),
            "月",
            "个");
    /** 10个月（3—12月）. */
    private static final Sought MONTHS_BEHIND = Sought.of(
            Pattern.compile("(?<![\\d第前后近每])" + NUMBER + "(?<unit>个月)（(?:即)?(?:20\\d{2}年)?(?<from>\\d{1,2})(?:月份?)?"
                    + TO + "(?<to>\\d{1,2})月份?）"),
            "月",
            "个");
    /** 2023年第二季度至2024年第一季度，共三个季度. */
    private static final Sought QUARTERS = Sought.of(
            Pattern.compile(
                    "(?<year>20\\d{2})年第?(?<from>[一二三四1-4])季度" + TO + "(?:(?<year2>20\\d{2})年)?第?(?<to>[一二三四1-4])季度(?:（"
                            + SUM + "?|[，、]?" + SUM + ")" + NUMBER + "(?<unit>个季度)"),
            "季");
    /** 三年行动计划（2021—2024年）. */
    private static final Sought YEARS = Sought.of(
            Pattern.compile("(?<![\\d十周])(?<number>[两二三四五六七八九十]|\\d)(?<unit>年)[^（）《》，。；、\\d]{0,12}(?:计划|规划|方案|行动|纲要)》?"
                    + "（(?<span>(?<from>20\\d{2})年?" + TO + "(?<to>20\\d{2})年?)）"),
            "计规方行纲",
            "（");

    private PeriodCounts() {}

    static void examine(Passage passage, Ledger ledger) {
        for (Sought months : List.of(MONTHS, MONTHS_BEHIND)) {
            Matcher matcher = months.in(passage);
            while (matcher.find()) {
                int from = Integer.parseInt(matcher.group("from"));
                int to = Integer.parseInt(matcher.group("to"));
                if (from >= 1 && from < to && to <= 12 && !isOfYear(passage, matcher)) {
                    judge(
                            passage,
                            matcher,
                            to - from + 1,
                            matcher.group("from") + "月",
                            matcher.group("to") + "月",
                            ledger);
                }
            }
        }
        Matcher quarters = QUARTERS.in(passage);
        while (quarters.find()) {
            String last = quarters.group("year2") == null ? quarters.group("year") : quarters.group("year2");
            int from = Integer.parseInt(quarters.group("year")) * 4 + Numerals.count(quarters.group("from"));
            int to = Integer.parseInt(last) * 4 + Numerals.count(quarters.group("to"));
            judge(
                    passage,
                    quarters,
                    to - from + 1,
                    quarters.group("year") + "年第" + quarters.group("from") + "季度",
                    last + "年第" + quarters.group("to") + "季度",
                    ledger);
        }
        Matcher years = YEARS.in(passage);
        while (years.find()) {
            years(passage, years, ledger);
        }
    }

    /** 2024年1月至7月，共8个月: read with its year. */
    private static boolean isOfYear(Passage passage, Matcher matcher) {
        int at = matcher.start("from");
        String between = passage.text().substring(matcher.end("from"), matcher.start("to"));
        return at > 0
                && passage.text().charAt(at - 1) == '年'
                && between.startsWith("月")
                && matcher.start("number") > matcher.start("to");
    }

    private static void judge(Passage passage, Matcher words, int right, String from, String to, Ledger ledger) {
        int stated = Numerals.count(words.group("number"));
        if (stated <= 0 || right <= 1 || stated == right) {
            return;
        }
        String unit = words.group("unit");
        String printed = words.group("number") + unit;
        String expected = Terms.printed(words.group("number"), right) + unit;
        Problem problem = WrongTerm.length(printed, expected, from, to);
        ledger.find(Finding.of(
                Kind.COUNT,
                printed,
                Optional.of(expected),
                problem,
                passage.spot(words.start("number"), words.end("unit")),
                List.of(passage.spot(words.start("from"), words.end("to")))));
    }

    /** So many years in the name of a plan are those in the brackets behind it. */
    private static void years(Passage passage, Matcher words, Ledger ledger) {
        int stated = Numerals.count(words.group("number"));
        int from = Integer.parseInt(words.group("from"));
        int count = Integer.parseInt(words.group("to")) - from + 1;
        if (stated < 2 || count < 2 || Math.abs(stated - count) > 3 || stated == count) {
            return;
        }
        String span = words.group("span");
        int at = words.start("to") - words.start("span");
        String expected = span.substring(0, at) + (from + stated - 1) + span.substring(at + 4);
        String term = words.group("number") + words.group("unit");
        Problem problem = WrongTerm.end(span, expected, words.group("from"), term);
        ledger.find(Finding.of(
                Kind.YEAR,
                span,
                Optional.of(expected),
                problem,
                passage.spot(words.start("span"), words.end("span")),
                List.of(passage.spot(words.start("number"), words.end("unit")))));
    }
}
