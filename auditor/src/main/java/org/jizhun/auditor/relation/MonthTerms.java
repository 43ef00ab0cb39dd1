package org.jizhun.auditor.relation;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
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
 * A length of time beside the two months it runs between, in either order: 建设期2年，自2023年5月至2025年4月; 2022年1月至2024年12月，为期三年.
 * Where the length comes first and is told in years, the end follows from it and is what is told; else the length is.
 */
final class MonthTerms {

    private static final String NUMBER = "(?<number>\\d{1,3}|[一两二三四五六七八九十]{1,3})";
    /** 2023年5月至2025年4月, 2024年3月至9月底; no days. */
    private static final Sought SPAN = Sought.of(
            Pattern.compile(
                    "(?<first>(?<year>20\\d{2})年(?<from>\\d{1,2})月)(?!\\d{1,2}[日号])(?:份|初|起|开始|开工|启动|动工)*，?(?:至|到|-|—|~|～|－)+"
                            + "(?<last>(?:(?<toYear>20\\d{2})年)?(?<to>\\d{1,2})月)(?!\\d{1,2}[日号])(?:份|底|末)?"),
            "月",
            "至到-—~～－");

    private static final String TERM = "(?:工期|期限|建设期|服务期|实施期|执行期|合同期|任期|聘期|租期|租赁期|运营期|管护期|周期|期间|为期|历时)";
    /** 建设期2年，自; 服务期限：三年（. */
    private static final Sought BEFORE = Sought.of(TERM + "限?(?:共|共计|约定|要求|总计|定|均)?(?:为|是|：)?" + NUMBER
            + "(?<unit>个月|年)(?:，|（|：|、|。)?(?:即|具体为|具体是|时间为|起止时间为|起止时间|计划)?(?:自|从|由|于|为|：)?$");
    /** ，为期四年; （共36个月）; 止，历时9个月. */
    private static final Sought AFTER = Sought.of("^(?:止|完成|完工|竣工|结束|到期|建成)?(?:，|（|、)?(?:(?:项目)?" + TERM
            + "|共计?|合计|总计|前后|共[^，。；\\d]{2,8})(?:共|共计|总计|限)?(?:为|是)?" + NUMBER
            + "(?<unit>个月|年)(?!半|度|期|级|内|以内|以上|左右|多|余|前|后)");
    /** （36个月） right behind the span. */
    private static final Sought BRACKETED = Sought.of("^（" + NUMBER + "(?<unit>个月|年)）");

    private static final Sought ELAPSED = Sought.of(
            Pattern.compile(
                    "(?<first>(?<year>20\\d{2})年(?<from>\\d{1,2})月)(?!\\d)[^。；]{0,30}?截[至止](?<last>(?<toYear>20\\d{2})年(?<to>\\d{1,2})月)(?:底|末)，?(?:已|累计|共)[^，。；\\d]{0,6}"
                            + NUMBER + "(?<unit>个月)"),
            "截",
            "月");

    private MonthTerms() {}

    static void examine(Passage passage, Ledger ledger) {
        String text = passage.text();
        Matcher span = SPAN.in(text);
        while (span.find()) {
            Optional<YearMonth> from = month(span.group("year"), span.group("from"));
            Optional<YearMonth> to =
                    month(span.group("toYear") == null ? span.group("year") : span.group("toYear"), span.group("to"));
            if (from.isEmpty() || to.isEmpty() || !to.get().isAfter(from.get())) {
                continue;
            }
            int apart = Math.toIntExact(ChronoUnit.MONTHS.between(from.get(), to.get()));
            String rest = text.substring(span.end());
            Matcher after = AFTER.in(rest);
            Matcher bracketed = BRACKETED.in(rest);
            Matcher before = BEFORE.in(text.substring(Math.max(0, span.start() - 40), span.start()));
            if (after.find()) {
                length(passage, span, apart, after, span.end(), ledger);
            } else if (bracketed.find()) {
                length(passage, span, apart, bracketed, span.end(), ledger);
            } else if (before.find()) {
                int offset = Math.max(0, span.start() - 40);
                if (before.group("unit").equals("年")) {
                    end(passage, span, from.get(), apart, before, offset, ledger);
                } else {
                    length(passage, span, apart, before, offset, ledger);
                }
            }
        }
    }

    /** 贴息期限三年（2022年7月—2025年6月），截至2024年6月底已贴息36个月: from the beginning to the day one looks. */
    static void elapsed(Passage passage, Ledger ledger) {
        Matcher words = ELAPSED.in(passage.text());
        while (words.find()) {
            Optional<YearMonth> from = month(words.group("year"), words.group("from"));
            Optional<YearMonth> to = month(words.group("toYear"), words.group("to"));
            int stated = Numerals.count(words.group("number"));
            if (from.isEmpty() || to.isEmpty() || stated <= 0 || !to.get().isAfter(from.get())) {
                continue;
            }
            int apart = Math.toIntExact(ChronoUnit.MONTHS.between(from.get(), to.get()));
            if (!fits(stated, false, apart)) {
                length(passage, words, apart, words, 0, ledger);
            }
        }
    }

    private static Optional<YearMonth> month(String year, String month) {
        int number = Integer.parseInt(month);
        return number < 1 || number > 12 ? Optional.empty() : Optional.of(YearMonth.of(Integer.parseInt(year), number));
    }

    /** Both months count, or the first does not; a part of a year may count as one. */
    private static boolean fits(int stated, boolean years, int apart) {
        return years ? apart >= 12 * stated - 3 && apart <= 12 * stated + 2 : stated == apart || stated == apart + 1;
    }

    private static void length(Passage passage, Matcher span, int apart, Matcher words, int offset, Ledger ledger) {
        int stated = Numerals.count(words.group("number"));
        boolean years = words.group("unit").equals("年");
        boolean whole = !years || (apart + 1) % 12 == 0;
        if (stated <= 0 || !whole || fits(stated, years, apart)) {
            return;
        }
        String unit = words.group("unit");
        int right = years ? (apart + 1) / 12 : apart + 1;
        String printed = words.group("number") + unit;
        String expected = Terms.printed(words.group("number"), right) + unit;
        ledger.find(Finding.of(
                Kind.DATE,
                printed,
                Optional.of(expected),
                problem(printed, expected, span),
                passage.spot(offset + words.start("number"), offset + words.end("unit")),
                List.of(passage.spot(span.start("first"), span.end("last")))));
    }

    /** 建设期2年，自2023年5月至2026年4月: the end is a whole number of years away from the right one. */
    private static void end(
            Passage passage, Matcher span, YearMonth from, int apart, Matcher words, int offset, Ledger ledger) {
        int stated = Numerals.count(words.group("number"));
        if (stated <= 0 || fits(stated, true, apart)) {
            return;
        }
        boolean wholeYears = (apart + 1) % 12 == 0 || apart % 12 == 0;
        if (!wholeYears || span.group("toYear") == null) {
            length(passage, span, apart, words, offset, ledger);
            return;
        }
        YearMonth right = from.plusMonths(12L * stated - (apart % 12 == 0 ? 0 : 1));
        String expected = right.getYear() + "年" + right.getMonthValue() + "月";
        String length = words.group("number") + "年";
        Problem problem = WrongTerm.end(span.group("last"), expected, span.group("first"), length);
        ledger.find(Finding.of(
                Kind.DATE,
                span.group("last"),
                Optional.of(expected),
                problem,
                passage.spot(span.start("last"), span.end("last")),
                List.of(passage.spot(offset + words.start("number"), offset + words.end("unit")))));
    }

    private static Problem problem(String stated, String expected, Matcher span) {
        return WrongTerm.length(stated, expected, span.group("first"), span.group("last"));
    }
}
