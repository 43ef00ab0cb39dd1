package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * How many days something took, held against the two days: 6月9日签订合同，距中标通知书发出24天; 备案用时6个工作日; and rules that all rows of
 * a table are said to keep, or so many of them to break: 均在7个工作日内备案, 超过30日签订的合同有2份.
 */
final class DaysTaken {

    private static final String DAYS = "(?<days>\\d{1,3}|[一二三四五六七八九十]{1,3})(?<unit>个工作日|日历天|天|日)";
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
    /** 均在签订后7个工作日内备案. */
    private static final Sought ALL_WITHIN =
            Sought.of(Pattern.compile("(?:均|全部|都)(?:已)?(?:在|于)(?<list>[^。；]*)"), "均全都", "日天");

    private static final Sought WITHIN = Sought.of(DAYS + "(?:以|之)?内(?<event>签订|备案|公告|公示|公开)");
    /** 超过30日签订的合同有1份. */
    private static final Sought BEYOND = Sought.of(
            Pattern.compile(
                    "(?:超过|超出|逾)(?:规定的?)?" + DAYS
                            + "(?:才|后才|仍未|未)?(?<event>签订|备案|公告|公示|公开)的(?:采购)?(?:合同|项目)?(?:共|有|为|计){0,2}(?<count>\\d{1,3}|[一二两三四五六七八九十]{1,3})(?<measure>份|个|项|件)"),
            "超逾",
            "的");

    /** 不得晚于采购活动开始前30日, 不少于20日. */
    private static final Sought LEAST = Sought.of("(?:不得?少于|不低于|不短于|至少|满|提前)$|(?:不得?晚于|不得?迟于|至少|应当?|须)[^，。；]{0,20}前$");

    private static final Sought LIMIT =
            Sought.of(Pattern.compile("(?<![\\d月])(?<days>\\d{1,3})个?(?:工作日|日历天|自然日|日|天)"), "日天");

    private DaysTaken() {}

    static void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            apart(claims, passage, APART, ledger);
            apart(claims, passage, TOOK, ledger);
            between(claims, passage, BETWEEN, ledger);
            between(claims, passage, LATE, ledger);
            between(claims, passage, NTH, ledger);
            within(claims, passage, ledger);
            beyond(claims, passage, ledger);
        }
    }

    private record Pair(Day from, Day to) {}

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
            Optional<Pair> pair = ofRow(claims, passage, words.start(), from.get(), to)
                    .or(() -> ofText(claims, passage, words.start(), from.get(), to));
            pair.ifPresent(days -> judge(passage, words, days, claims.calendar(), ledger));
        }
    }

    /** Of the two days of the same clause group right before, if no other words say which two are meant. */
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
                judge(passage, words, new Pair(days.get(0), days.get(1)), claims.calendar(), ledger);
            }
        }
    }

    /** 距离, 自…至: told by the pattern that reads which days are meant; an event named alone by the other. */
    private static final Sought NAMED_FROM = Sought.of(
            "(?:距离?|自|从)[^，。；\\d]{2,14}(?:(?:至|到)[^，。；\\d]{2,10})?$|(?:签订|备案|公告|公示|公开|审批|办理|验收)(?:工作|环节|手续)?(?:实际)?$");

    /** 自签订至 before 公告间隔: told by the other pattern. */
    private static final Sought COVERED = Sought.of("(?:距离?|自|从)[^，。；、\\d]{2,14}(?:至|到)$");

    /** The days of the one row whose name stands in quotation marks in the sentence. */
    private static Optional<Pair> ofRow(Claims claims, Passage passage, int at, Event from, Optional<Event> to) {
        String text = passage.text();
        String sentence = text.substring(text.lastIndexOf('。', at) + 1, at);
        int open = sentence.lastIndexOf('“');
        int close = sentence.indexOf('”', Math.max(open, 0));
        if (open < 0 || close < 0 || to.isEmpty()) {
            return Optional.empty();
        }
        String name = sentence.substring(open + 1, close);
        for (Table table : claims.tables()) {
            EventColumns events = EventColumns.of(table);
            for (Table.Row row : table.rows()) {
                Optional<Day> first = events.day(row, from);
                Optional<Day> last = events.day(row, to.get());
                boolean named =
                        row.cells().stream().anyMatch(cell -> cell.text().equals(name));
                if (named && first.isPresent() && last.isPresent()) {
                    return Optional.of(new Pair(first.get(), last.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The last day before the words, and the last of the first event before that. */
    private static Optional<Pair> ofText(Claims claims, Passage passage, int at, Event from, Optional<Event> to) {
        List<Day> days = DaysOfText.of(claims).of(passage).stream()
                .filter(day -> day.end() <= at)
                .toList();
        if (days.size() < 2) {
            return Optional.empty();
        }
        Day last = days.get(days.size() - 1);
        boolean own = passage.text().substring(last.end(), at).indexOf('。') < 0
                && (to.isEmpty()
                        || Event.of(last).equals(to)
                        || Event.in(last.after()).equals(to));
        return own
                ? days.subList(0, days.size() - 1).stream()
                        .filter(day -> Event.of(day).equals(Optional.of(from)))
                        .reduce((one, two) -> two)
                        .map(first -> new Pair(first, last))
                : Optional.empty();
    }

    private static void judge(Passage passage, Matcher words, Pair pair, WorkingDays calendar, Ledger ledger) {
        int stated = Numerals.count(words.group("days"));
        boolean working = words.group("unit").contains("工作");
        Optional<Long> taken = working
                ? calendar.between(pair.from().date(), pair.to().date())
                : Optional.of(
                        ChronoUnit.DAYS.between(pair.from().date(), pair.to().date()));
        boolean fits =
                taken.isEmpty() || taken.get() <= 0 || stated == taken.get() || (!working && stated == taken.get() + 1);
        if (fits) {
            return;
        }
        if (isDaySlip(passage, words, pair, stated, taken.get(), calendar, ledger)) {
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

    /**
     * 3月4日发出，4月29日签订，间隔25天，未超过30日: the number is what the sentence goes on with, and a slip in the month, or in a digit of the day,
     * makes the last day what it should be.
     */
    private static boolean isDaySlip(
            Passage passage, Matcher words, Pair pair, int stated, long taken, WorkingDays calendar, Ledger ledger) {
        Day last = pair.to();
        LocalDate right = words.group("unit").contains("工作")
                ? calendar.add(pair.from().date(), stated).orElse(last.date())
                : pair.from().date().plusDays(stated);
        boolean month = right.getDayOfMonth() == last.date().getDayOfMonth()
                && right.getMonthValue() != last.date().getMonthValue();
        boolean digit = right.getMonthValue() == last.date().getMonthValue()
                && (right.getDayOfMonth() - last.date().getDayOfMonth()) % 10 == 0;
        if (right.equals(last.date())
                || !(month
                        || (digit
                                && (isParted(passage.text(), stated, taken) || isToldAgain(passage.text(), words))))) {
            return false;
        }
        String ofYear = right.getMonthValue() + "月" + right.getDayOfMonth() + "日";
        String expected = last.text().startsWith("20") ? right.getYear() + "年" + ofYear : ofYear;
        Problem problem =
                WrongTerm.end(last.text(), expected, pair.from().text(), words.group("days") + words.group("unit"));
        ledger.find(Finding.of(
                Kind.DEADLINE,
                last.text(),
                Optional.of(expected),
                problem,
                last.spot(),
                List.of(pair.from().spot(), passage.spot(words.start("days"), words.end("unit")))));
        return true;
    }

    /** 工期120日历天，7月24日前（自签订之日起120日历天内）完工: the number stands twice. */
    private static boolean isToldAgain(String text, Matcher words) {
        String rest = text.substring(0, words.start("days")) + "，" + text.substring(words.end("days"));
        return Pattern.compile("(?<!\\d)" + words.group("days") + "(?:个)?(?:日历|工作)?[天日]")
                .matcher(rest)
                .find();
    }

    /** Whether a limit of the text lies between the days as told and as they are, so that only the number told keeps it. */
    private static boolean isParted(String text, int stated, long taken) {
        Matcher limit = LIMIT.in(text);
        boolean parted = false;
        while (limit.find()) {
            int days = Integer.parseInt(limit.group("days"));
            boolean least = LEAST.isIn(text.substring(0, limit.start()));
            parted |= least ? taken < days && days <= stated : stated <= days && days < taken && stated != days;
        }
        return parted;
    }

    /** Rows of a table that break a limit which all are said to keep. */
    private static void within(Claims claims, Passage passage, Ledger ledger) {
        Matcher all = ALL_WITHIN.in(passage.text());
        while (all.find()) {
            Matcher limit = WITHIN.in(all.group("list"));
            while (limit.find()) {
                List<Pair> late = late(claims, limit);
                int offset = all.start("list");
                if (late.size() == 1) {
                    overrun(passage, offset, limit, late.get(0), claims.calendar(), ledger);
                }
            }
        }
    }

    /** The pairs of days, one a row, that are further apart than the limit; none where no table or no calendar tells. */
    private static List<Pair> late(Claims claims, Matcher limit) {
        List<Pair> late = new ArrayList<>();
        Optional<Event> event = Event.in(limit.group("event"));
        Optional<Event> from = event.flatMap(Deadlines::before);
        if (from.isEmpty()) {
            return late;
        }
        for (Table table : claims.tables()) {
            EventColumns events = EventColumns.of(table);
            for (Table.Row row : table.rows()) {
                Optional<Day> first = events.day(row, from.get());
                Optional<Day> last = events.day(row, event.get());
                if (first.isPresent() && last.isPresent()) {
                    Optional<Long> taken =
                            taken(limit, first.get().date(), last.get().date(), claims.calendar());
                    if (taken.isPresent() && taken.get() > Numerals.count(limit.group("days"))) {
                        late.add(new Pair(first.get(), last.get()));
                    }
                }
            }
        }
        return late;
    }

    private static Optional<Long> taken(Matcher limit, LocalDate from, LocalDate to, WorkingDays calendar) {
        return limit.group("unit").contains("工作")
                ? calendar.between(from, to)
                : Optional.of(ChronoUnit.DAYS.between(from, to));
    }

    private static void overrun(
            Passage passage, int offset, Matcher limit, Pair pair, WorkingDays calendar, Ledger ledger) {
        Problem problem = Problem.of(
                "deadline-overrun",
                Place.NONE,
                "stated",
                pair.to().text(),
                "limit",
                limit.group("days") + limit.group("unit") + "内",
                "from",
                pair.from().text(),
                "taken",
                taken(limit, pair.from().date(), pair.to().date(), calendar).orElse(0L));
        ledger.find(Finding.of(
                Kind.DEADLINE,
                pair.to().text(),
                Optional.empty(),
                problem,
                pair.to().spot(),
                List.of(pair.from().spot(), passage.spot(offset + limit.start(), offset + limit.end()))));
    }

    private static void beyond(Claims claims, Passage passage, Ledger ledger) {
        Matcher words = BEYOND.in(passage.text());
        while (words.find()) {
            List<Pair> late = late(claims, words);
            int stated = Numerals.count(words.group("count"));
            if (late.isEmpty() || late.size() == stated) {
                continue;
            }
            String printed = words.group("count") + words.group("measure");
            String right = Terms.printed(words.group("count"), late.size()) + words.group("measure");
            ledger.find(WrongCount.finding(
                    Kind.COUNT,
                    printed,
                    Optional.of(right),
                    late.size(),
                    passage.spot(words.start("count"), words.end("measure")),
                    late.stream().map(pair -> pair.to().spot()).toList()));
        }
    }
}
