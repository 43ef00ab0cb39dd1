package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Problem;

/**
 * A length of time beside the two days it runs between: 工期6个月，即2025年5月6日至2025年11月5日; 4月10日开工、10月9日竣工，历时6个月. The
 * last day may count or not, and part of a month or year may be left out or counted as a whole one.
 */
final class Terms implements Relation {

    private static final String LENGTH =
            "(?<length>(?<number>\\d{1,4}|[一两二三四五六七八九十]{1,3})(?<unit>个月|个?日历天|天|日|周年|年)(?!半))";
    private static final Sought TO = Sought.of(
            "^(?:正式|全面|陆续)?(?:开始|开工|动工|启动|进场|实施|生效|签订)?(?:之日)?(?:起(?:计?算)?|计算)?(?:，|、|；)?(?:至|到|-|—|~|～|直至|止于|于)*$");
    /** 工期, 运维质保期, 公示期, 租赁期限: whatever is called a 期; 同期 and the like are none. */
    static final String TERM = "(?:(?:合同|[\\u4e00-\\u9fa5&&[^同上下本前分学假长短定近初后中早晚远届逾延到按超预汛首末]])期|为期|历时|期(?=限))(?:限|间)?";
    /** What is bound to its days, so that a month more or less is wrong: 合同期限一年, 质保期24个月. */
    private static final Sought BINDING = Sought.of(
            "(?:合同|协议|服务|质保|保修|保证|保险|运维|维保|维护|租赁|租|聘|任|聘用|履行|责任|担保|有效|授权|托管|管护|承包|监管|公示|试用|免租|存续|债券|贷款|借款)期(?:限|间)?|^期限");

    private static final Sought BEFORE = Sought.of("(?<what>" + TERM + ")(?:共|共计|约定|要求|总计|统一|定)?(?:为|是|：)?" + LENGTH
            + "(?:，|（|：|、|。)?(?:即|具体为|具体是|时间为|起止时间为|计算为)?(?:自|从|由)?$");
    private static final Sought AFTER = Sought.of(
            "^(?:[^，。；：\\d（）]{0,6}[，（、]?(?:历时|历经|为期|共计|合计|共|总共|用时|耗时|前后)|(?:止|完成|完工|竣工|结束|完毕|交付使用|建成|到期|期满|届满|投入使用)?(?:，|（|、)?(?:(?:实际|累计|总|施工|建设|工作|作业|服务)+(?:天数|时间|"
                    + TERM + ")?|" + TERM + "))(?:共|共计|总计|用时|用了|历时)*(?:为|是)?" + LENGTH + "(?!内|以内|之内|以上|左右|多|余|前|后)");
    private static final Sought SINCE = Sought.of(
            Pattern.compile(
                    "(?:于|自|从)(?<from>(?:19|20)\\d{2})年(?!度)[^。；\\d]{0,20}(?:至|到|截至|截止)(?<to>20\\d{2})年(?:底|末)?，?(?:已经?|累计|共)[^，。；\\d一二三四五六七八九十]{0,6}(?<number>\\d{1,3}|[一二三四五六七八九十]{1,3})(?:周)?年(?!度|级|代|限)"),
            "年",
            "已累共");
    private static final Sought YEARS = Sought.of(
            Pattern.compile(
                    "(?<from>20\\d{2})年?(?:至|到|-|—|~|～)+(?<to>20\\d{2})年(?:底|末)?，?共计?(?<number>\\d{1,2}|[两二三四五六七八九十]{1,3})年(?!度)"),
            "年",
            "共");
    /** 服务期均为一年，其中甲服务期自2024年3月5日至: one length for each of several spans of the same thing. */
    private static final Sought EACH = Sought.of("(?<thing>工期|建设期|服务期|合同期|租期|任期|聘期)限?(?:均|都)(?:约定)?(?:为|是)?" + LENGTH
            + "[，；、（：].*\\k<thing>限?(?:为|是|：)?(?:自|从|由)?$");
    /** （36个月） right behind the second day. */
    private static final Sought BRACKETED = Sought.of("^止?（(?:共|共计|计|为期|期限)?" + LENGTH + "）");
    /** What was planned is not what was done. */
    private static final Sought MOVED = Sought.of("延后|延期|延长|推迟|提前|滞后|超期|逾期|超出|超过|顺延|暂停|停工");

    /** 合同工期150日历天，3月25日开工，8月16日完工，用时145日历天: the days are those of the time used. */
    private static final Sought USED = Sought.of("^[^，]{0,6}，(?:实际)?(?:用时|历时|共用|耗时)\\d");

    private static final Sought FINISHED = Sought.of("完成|完工|竣工|结束|完毕|建成|交付|验收|止");

    @Override
    public String name() {
        return "terms";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        claims.passages().forEach(passage -> {
            passage(passage, DaysOfText.of(claims).of(passage), ledger);
            TermEnds.examine(claims, passage, ledger);
        });
        TermLines.examine(claims, ledger);
        claims.tables().forEach(table -> TermColumns.examine(claims, table, ledger));
        claims.manuscript()
                .grids()
                .forEach(grid -> grid.body().forEach(row -> row.forEach(cell -> passage(cell, Day.of(cell), ledger))));
    }

    private static void passage(Passage passage, List<Day> days, Ledger ledger) {
        MonthTerms.examine(passage, ledger);
        MonthTerms.elapsed(passage, ledger);
        elapsed(passage, ledger);
        PeriodCounts.examine(passage, ledger);
        years(passage, ledger);
        for (int i = 1; i < days.size(); i++) {
            span(passage, days.get(i - 1), days.get(i), ledger);
        }
    }

    /** 创建于2018年，至2023年已办学15年: the year it began in may count or not. */
    private static void elapsed(Passage passage, Ledger ledger) {
        Matcher words = SINCE.in(passage.text());
        while (words.find()) {
            int apart = Integer.parseInt(words.group("to")) - Integer.parseInt(words.group("from"));
            int stated = Numerals.count(words.group("number"));
            if (apart > 0 && stated > 0 && stated != apart && stated != apart + 1) {
                tellYears(words, apart, passage, ledger);
            }
        }
    }

    /** A number of years that its first and last year do not give. */
    private static void tellYears(Matcher words, int years, Passage passage, Ledger ledger) {
        String stated = words.group("number") + "年";
        String right = printed(words.group("number"), years) + "年";
        Problem problem = WrongTerm.length(stated, right, words.group("from") + "年", words.group("to") + "年");
        ledger.find(Finding.of(
                Kind.DATE,
                stated,
                Optional.of(right),
                problem,
                passage.spot(words.start("number"), words.end()),
                List.of(passage.spot(words.start("from"), words.end("to")))));
    }

    /** 2021年至2025年，共5年: the first and the last year both count. */
    private static void years(Passage passage, Ledger ledger) {
        Matcher matcher = YEARS.in(passage.text());
        while (matcher.find()) {
            int count = Integer.parseInt(matcher.group("to")) - Integer.parseInt(matcher.group("from")) + 1;
            int stated = Numerals.count(matcher.group("number"));
            if (count > 1 && stated > 0 && stated != count) {
                tellYears(matcher, count, passage, ledger);
            }
        }
    }

    private static void span(Passage passage, Day from, Day to, Ledger ledger) {
        String text = passage.text();
        String between = text.substring(from.end(), to.start());
        boolean joined = TO.is(between) && !between.equals("、") && !between.equals("，");
        boolean told = between.isEmpty() || !joined;
        if (told || !to.date().isAfter(from.date())) {
            return;
        }
        int stop = to.end();
        while (stop < text.length() && "。；".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        String behind = text.substring(to.end(), stop);
        if (MOVED.isIn(behind)) {
            return;
        }
        Matcher before = BEFORE.in(text.substring(0, from.start()));
        Matcher each = EACH.in(text.substring(text.lastIndexOf('。', from.start()) + 1, from.start()));
        if (before.find() && !USED.isIn(behind)) {
            judge(passage, before, 0, from, to, ledger);
        } else if (each.find()) {
            judge(passage, each, text.lastIndexOf('。', from.start()) + 1, from, to, ledger);
        }
        Matcher after = AFTER.in(text.substring(to.end()));
        Matcher bracketed = BRACKETED.in(text.substring(to.end()));
        if (bracketed.find()) {
            judge(passage, bracketed, to.end(), from, to, ledger);
            return;
        }
        boolean named = Sought.kept(".*(?:至|到|-|—|~|～).*").is(between) || FINISHED.isIn(to.after());
        if (named && after.find()) {
            judge(passage, after, to.end(), from, to, ledger);
        }
    }

    private static void judge(Passage passage, Matcher words, int offset, Day from, Day to, Ledger ledger) {
        int stated = Numerals.count(words.group("number"));
        String unit = words.group("unit");
        LocalDate end = to.date().plusDays(1);
        long whole = 0;
        long most = 0;
        long slack = 0;
        if (unit.equals("个月")) {
            whole = Math.round(ChronoUnit.DAYS.between(from.date(), end) / 30.4375);
            most = ChronoUnit.MONTHS.between(from.date(), to.date());
        } else if (unit.endsWith("年")) {
            whole = Math.round(ChronoUnit.DAYS.between(from.date(), end) / 365.25);
            most = ChronoUnit.YEARS.between(from.date(), to.date());
        } else {
            whole = ChronoUnit.DAYS.between(from.date(), end);
            most = whole - 1;
            slack = 1;
        }
        boolean exactly = isExactly(from.date(), end, whole, unit);
        boolean fits = exactly
                ? stated == whole
                : stated >= Math.min(whole, most) - slack && stated <= Math.max(whole, most + 1) + slack;
        if (stated <= 0 || whole <= 0) {
            return;
        }
        boolean lengthFirst = offset + words.start("number") < from.start();
        if (fits && unit.endsWith("年") && lengthFirst && isMonthsAway(passage, words, offset, from, to, stated)) {
            tellEnd(
                    passage,
                    words,
                    offset,
                    from,
                    to,
                    from.date().plusYears(stated).minusDays(1),
                    ledger);
            return;
        }
        if (fits) {
            return;
        }
        boolean years = unit.endsWith("年") || (unit.equals("个月") && stated % 12 == 0);
        if (years && lengthFirst && endsWholeYearsAway(from, to, unit.equals("个月") ? stated / 12 : stated)) {
            end(passage, words, offset, from, to, unit.equals("个月") ? stated / 12 : stated, ledger);
            return;
        }
        LocalDate last = from.date().plusDays(stated - 1L);
        if (lengthFirst && slack == 1 && isMonthSlipped(last, to.date())) {
            tellEnd(passage, words, offset, from, to, last, ledger);
            return;
        }
        String right = words.group("length").replace(words.group("number"), printed(words.group("number"), whole));
        Problem problem = WrongTerm.length(words.group("length"), right, from.text(), to.text());
        ledger.find(Finding.of(
                Kind.DATE,
                words.group("length"),
                Optional.of(right),
                problem,
                passage.spot(offset + words.start("length"), offset + words.end("length")),
                List.of(from.spot(), to.spot())));
    }

    /** 120日历天，自3月10日至9月7日 for 7月7日: the end has another month and nothing else. */
    private static boolean isMonthSlipped(LocalDate right, LocalDate end) {
        return right.getYear() == end.getYear()
                && right.getDayOfMonth() == end.getDayOfMonth()
                && right.getMonthValue() != end.getMonthValue();
    }

    /** 2024年3月5日至2026年3月4日 are two years and nothing else. */
    private static boolean isExactly(LocalDate from, LocalDate end, long whole, String unit) {
        return (unit.equals("个月") && from.plusMonths(whole).equals(end))
                || (unit.endsWith("年") && from.plusYears(whole).equals(end));
    }

    /** 服务期一年，自2024年3月5日至2026年3月4日: day and month of the end are right, its year is not. */
    private static boolean endsWholeYearsAway(Day from, Day to, int years) {
        LocalDate right = from.date().plusYears(years).minusDays(1);
        long apart = Math.abs(ChronoUnit.DAYS.between(right.withYear(to.date().getYear()), to.date()));
        return apart <= 2 && to.ownYear();
    }

    /** 合同期限一年，自2024年3月1日起至2025年3月31日止: a term that binds ends whole months away from where it should. */
    private static boolean isMonthsAway(Passage passage, Matcher words, int offset, Day from, Day to, int years) {
        String before = passage.text()
                .substring(Math.max(0, offset + words.start("number") - 10), offset + words.start("number"));
        long apart = ChronoUnit.MONTHS.between(from.date(), to.date().plusDays(3));
        long slip =
                ChronoUnit.DAYS.between(from.date().plusMonths(apart), to.date().plusDays(1));
        return apart != 12L * years && Math.abs(slip) <= 2 && BINDING.isIn(before);
    }

    private static void end(Passage passage, Matcher words, int offset, Day from, Day to, int years, Ledger ledger) {
        LocalDate last =
                to.date().withYear(from.date().plusYears(years).minusDays(1).getYear());
        tellEnd(passage, words, offset, from, to, last, ledger);
    }

    private static void tellEnd(
            Passage passage, Matcher words, int offset, Day from, Day to, LocalDate last, Ledger ledger) {
        boolean sameDay = last.getMonthValue() == to.date().getMonthValue()
                && last.getDayOfMonth() == to.date().getDayOfMonth();
        String expected = sameDay ? to.text().replaceFirst("^\\d{4}", String.valueOf(last.getYear())) : Day.print(last);
        Problem problem = WrongTerm.end(to.text(), expected, from.text(), words.group("length"));
        ledger.find(Finding.of(
                Kind.DATE,
                to.text(),
                Optional.of(expected),
                problem,
                to.spot(),
                List.of(passage.spot(offset + words.start("length"), offset + words.end("length")))));
    }

    static String printed(String like, long value) {
        return Character.isDigit(like.charAt(0)) || value > 99 ? String.valueOf(value) : Numerals.print((int) value);
    }
}
