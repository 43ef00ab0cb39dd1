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
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * A length of time beside the two days it runs between: 工期6个月，即2025年5月6日至2025年11月5日; 4月10日开工、10月9日竣工，历时6个月. The
 * last day may count or not, and part of a month or year may be left out or counted as a whole one.
 */
final class Terms implements Relation {

    private static final String LENGTH =
            "(?<length>(?<number>\\d{1,4}|[一两二三四五六七八九十]{1,3})(?<unit>个月|个?日历天|天|日|周年|年)(?!半))";
    private static final Sought TO =
            Sought.of("^(?:正式|全面|陆续)?(?:起|开始|开工|动工|启动|进场|实施|生效|签订)?(?:，|、|；)?(?:至|到|-|—|~|～|直至|止于|于)*$");
    private static final Sought BEFORE =
            Sought.of("(?:工期|期限|建设期|服务期|实施期|执行期|合同期|租期|租赁期|周期|期间|为期|历时)(?:共|共计|约定|要求|总计|定)?(?:为|是|：)?" + LENGTH
                    + "(?:，|（|：|、|。)?(?:即|具体为|具体是|时间为|起止时间为|计算为)?(?:自|从|由)?$");
    private static final Sought AFTER = Sought.of(
            "^(?:[^，。；：\\d（）]{0,6}[，（、]?(?:历时|历经|为期|共计|合计|共|总共|用时|耗时|前后)|(?:止|完成|完工|竣工|结束|完毕|交付使用|建成|到期|期满|届满|投入使用)?(?:，|（|、)?(?:总工期|工期|实际工期|期限|合同期限?|服务期限?|建设期|租期|建设周期))(?:共|共计|总计)?(?:为|是)?"
                    + LENGTH + "(?!内|以内|之内|以上|左右|多|余|前|后)");
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

    private static final Sought FINISHED = Sought.of("完成|完工|竣工|结束|完毕|建成|交付|验收|止");

    @Override
    public String name() {
        return "terms";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        claims.passages().forEach(passage -> {
            passage(passage, ledger);
            TermEnds.examine(claims, passage, ledger);
        });
        claims.manuscript()
                .grids()
                .forEach(grid -> grid.body().forEach(row -> row.forEach(cell -> passage(cell, ledger))));
    }

    private static void passage(Passage passage, Ledger ledger) {
        MonthTerms.examine(passage, ledger);
        years(passage, ledger);
        List<Day> days = Day.of(passage);
        for (int i = 1; i < days.size(); i++) {
            span(passage, days.get(i - 1), days.get(i), ledger);
        }
    }

    /** 2021年至2025年，共5年: the first and the last year both count. */
    private static void years(Passage passage, Ledger ledger) {
        Matcher matcher = YEARS.in(passage.text());
        while (matcher.find()) {
            int count = Integer.parseInt(matcher.group("to")) - Integer.parseInt(matcher.group("from")) + 1;
            int stated = Numerals.count(matcher.group("number"));
            if (count > 1 && stated > 0 && stated != count) {
                String right = printed(matcher.group("number"), count) + "年";
                Problem problem = Problem.of(
                        "term-differs",
                        Place.NONE,
                        "stated",
                        matcher.group("number") + "年",
                        "expected",
                        right,
                        "from",
                        matcher.group("from") + "年",
                        "to",
                        matcher.group("to") + "年");
                ledger.find(Finding.of(
                        Kind.DATE,
                        matcher.group("number") + "年",
                        Optional.of(right),
                        problem,
                        passage.spot(matcher.start("number"), matcher.end()),
                        List.of(passage.spot(matcher.start("from"), matcher.end("to")))));
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
        if (MOVED.isIn(text.substring(to.end(), stop))) {
            return;
        }
        Matcher before = BEFORE.in(text.substring(0, from.start()));
        Matcher each = EACH.in(text.substring(text.lastIndexOf('。', from.start()) + 1, from.start()));
        if (before.find()) {
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
        if (stated <= 0 || whole <= 0 || fits) {
            return;
        }
        boolean yearsLate = unit.endsWith("年") && offset + words.start("number") < from.start();
        if (yearsLate && endsWholeYearsAway(from, to, stated)) {
            end(passage, words, offset, from, to, stated, ledger);
            return;
        }
        String right = words.group("length").replace(words.group("number"), printed(words.group("number"), whole));
        Problem problem = Problem.of(
                "term-differs",
                Place.NONE,
                "stated",
                words.group("length"),
                "expected",
                right,
                "from",
                from.text(),
                "to",
                to.text());
        ledger.find(Finding.of(
                Kind.DATE,
                words.group("length"),
                Optional.of(right),
                problem,
                passage.spot(offset + words.start("length"), offset + words.end("length")),
                List.of(from.spot(), to.spot())));
    }

    /** 2024年3月5日至2026年3月4日 are two years and nothing else. */
    private static boolean isExactly(LocalDate from, LocalDate end, long whole, String unit) {
        return (unit.equals("个月") && from.plusMonths(whole).equals(end))
                || (unit.endsWith("年") && from.plusYears(whole).equals(end));
    }

    /** 服务期一年，自2024年3月5日至2026年3月4日: day and month of the end are right, its year is not. */
    private static boolean endsWholeYearsAway(Day from, Day to, int years) {
        LocalDate right = from.date().plusYears(years);
        long apart = Math.abs(ChronoUnit.DAYS.between(right.withYear(to.date().getYear()), to.date()));
        return apart <= 1 && to.ownYear();
    }

    private static void end(Passage passage, Matcher words, int offset, Day from, Day to, int years, Ledger ledger) {
        LocalDate last = to.date().withYear(from.date().plusYears(years).getYear());
        String expected = to.text().replaceFirst("^\\d{4}", String.valueOf(last.getYear()));
        Problem problem = Problem.of(
                "due-date-differs",
                Place.NONE,
                "stated",
                to.text(),
                "expected",
                expected,
                "from",
                from.text(),
                "term",
                words.group("length"));
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
