package org.jizhun.auditor.relation;

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
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.problem.Problem;

/**
 * How many days something took, held against the two days: 6月9日签订合同，距中标通知书发出24天; 备案用时6个工作日; beside them the rules
 * on days that all rows of a table are said to keep ({@link RowsInTime}).
 */
final class DaysTaken {

    /** A number of days with its unit. */
    static final String DAYS = "(?<days>\\d{1,3}|[一二三四五六七八九十]{1,3})(?<unit>个工作日|日历天|天|日)";
    /** 距中标通知书发出24天, 自签订至公告间隔2个工作日, 从受理到办结用时5个工作日. */
    private static final Sought APART = Sought.of(
            Pattern.compile(
                    "(?:距离?|自|从)(?<from>[^，。；、\\d]{2,14}?)(?:之?日)?起?(?:(?:至|到)(?<to>[^，。；、\\d]{2,10}?))?(?:之?日)?(?:间隔|相隔|相距|用时|历时|耗时|仅|共|只有|为|已?有)*"
                            + DAYS + "(?!内|以内|之内|前|后|起)"),
            "距自从",
            "日天");
    /** 备案用时9个工作日, 合同签订历时20天. */
    private static final Sought TOOK = Sought.of(
            Pattern.compile("(?<to>签订|备案|公告|公示|公开|审批|办理|验收)(?:工作|环节|手续)?(?:实际)?(?:用时|历时|耗时|间隔)(?:仅|共|为|约定)*" + DAYS
                    + "(?!内|以内|之内)"),
            "时隔",
            "日天");
    /** 11月18日收到…，12月27日下达，间隔时间为39日: apart by so many days as the two days right before. */
    private static final Sought BETWEEN = Sought.of(
            Pattern.compile("(?:其间|中间|前后|两者|二者)?(?:间隔|相隔|相距|历时|用时|耗时|时隔)(?:时间|时长)?(?:仅|共|共计|约定|为|达|只有|：)*" + DAYS
                    + "(?!内|以内|之内|左右|多|余)"),
            "隔距时",
            "日天");
    /** 计划8月5日竣工，实际10月20日通过验收，较计划推迟76天. */
    private static final Sought LATE = Sought.of(
            Pattern.compile(
                    "(?:较|比)(?:合同|原|约定|预定|既定)?(?:计划|工期|约定|规定|要求)?[^，。；、\\d]{0,6}(?:推迟|延迟|延后|滞后|逾期|超期|晚)了?(?:约定)?" + DAYS
                            + "(?!左右|多|余|以上|内)"),
            "推延滞逾超晚",
            "日天");

    private static final Sought PLANNED = Sought.of("(?:计划|约定|应|原定|预定|要求|规定)[^，。；、\\d]{0,6}$");
    private static final int WORDS = 12;
    /** 为收到评审报告后的第5个工作日, 恰为第10日: which day it is, counted from the one before. */
    private static final Sought NTH = Sought.of(
            Pattern.compile(
                    "(?:为|系|即|是|属)[^，。；、\\d]{0,16}第(?<days>\\d{1,3}|[一二三四五六七八九十]{1,3})(?<unit>个工作日|个?日历天|个?自然日|天|日)"),
            "第",
            "日天");

    /** 距离, 自…至: told by the pattern that reads which days are meant; an event named alone by the other. */
    private static final Sought NAMED_FROM = Sought.of(
            "(?:距离?|自|从)[^，。；\\d]{2,14}(?:(?:至|到)[^，。；\\d]{2,10})?$|(?:签订|备案|公告|公示|公开|审批|办理|验收)(?:工作|环节|手续)?(?:实际)?$");

    /** 自签订至 before 公告间隔: told by the other pattern. */
    private static final Sought COVERED = Sought.of("(?:距离?|自|从)[^，。；、\\d]{2,14}(?:至|到)$");

    private DaysTaken() {}

    static void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            apart(claims, passage, APART, ledger);
            apart(claims, passage, TOOK, ledger);
            between(claims, passage, BETWEEN, ledger);
            between(claims, passage, LATE, ledger);
            between(claims, passage, NTH, ledger);
            RowsInTime.examine(claims, passage, ledger);
        }
    }

    private static void apart(Claims claims, Passage passage, Sought pattern, Ledger ledger) {
        Matcher words = pattern.in(passage);
        boolean took = pattern == TOOK;
        while (words.find()) {
            if (took && COVERED.isIn(passage.text().substring(0, words.start()))) {
                continue;
            }
            Optional<Event> to = Optional.ofNullable(words.group("to")).flatMap(Event::in);
            Optional<Event> from = took ? to.flatMap(Deadlines::before) : Event.in(words.group("from"));
            if (from.isEmpty() || (words.group("to") != null && to.isEmpty())) {
                continue;
            }
            Optional<DayPair> pair = DayPair.ofRow(claims, passage, words.start(), from.get(), to)
                    .or(() -> DayPair.ofText(claims, passage, words.start(), from.get(), to));
            pair.ifPresent(days -> judge(passage, words, days, claims.calendar(), ledger));
        }
    }

    /** The last two, where the first of them is one that was planned. */
    private static List<Day> plannedAndDone(List<Day> days, String text) {
        List<Day> last = days.subList(Math.max(0, days.size() - 2), days.size());
        boolean planned = last.size() == 2
                && PLANNED.isIn(text.substring(
                        Math.max(0, last.get(0).start() - WORDS), last.get(0).start()));
        return planned ? last : List.of();
    }

    private static void between(Claims claims, Passage passage, Sought pattern, Ledger ledger) {
        Matcher words = pattern.in(passage);
        while (words.find()) {
            String text = passage.text();
            int at = words.start();
            boolean late = pattern == LATE;
            int from = Math.max(text.lastIndexOf('。', at), late ? -1 : text.lastIndexOf('；', at)) + 1;
            List<Day> all = DaysOfText.of(claims).of(passage).stream()
                    .filter(day -> day.start() >= from && day.end() <= at)
                    .toList();
            List<Day> days = late ? plannedAndDone(all, text) : all;
            boolean named = pattern == BETWEEN && NAMED_FROM.isIn(text.substring(from, at));
            if (days.size() == 2
                    && !named
                    && !days.get(1).date().isBefore(days.get(0).date())) {
                judge(passage, words, new DayPair(days.get(0), days.get(1)), claims.calendar(), ledger);
            }
        }
    }

    private static void judge(Passage passage, Matcher words, DayPair pair, WorkingDays calendar, Ledger ledger) {
        int stated = Numerals.count(words.group("days"));
        boolean working = words.group("unit").contains("工作");
        if (SlippedDay.findReversed(passage, words, pair, stated, calendar, ledger)) {
            return;
        }
        Optional<Long> taken = pair.taken(words.group("unit"), calendar);
        boolean fits =
                taken.isEmpty() || taken.get() <= 0 || stated == taken.get() || (!working && stated == taken.get() + 1);
        if (fits) {
            return;
        }
        if (SlippedDay.find(passage, words, pair, stated, taken.get(), calendar, ledger)) {
            return;
        }
        String unit = words.group("unit");
        String printed = words.group("days") + unit;
        String right = Terms.printed(words.group("days"), taken.get()) + unit;
        Problem problem =
                WrongTerm.length(printed, right, pair.from().text(), pair.to().text());
        ledger.find(Finding.of(
                Kind.DEADLINE,
                printed,
                Optional.of(right),
                problem,
                passage.spot(words.start("days"), words.end("unit")),
                List.of(pair.from().spot(), pair.to().spot())));
    }
}
