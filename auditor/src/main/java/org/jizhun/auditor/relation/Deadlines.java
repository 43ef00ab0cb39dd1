package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Deadlines that the document's own days overrun though it calls them kept, or keep though it calls them overrun. The limit
 * stands with the statement, or as a rule for the same event elsewhere (自签订之日起7个工作日内备案). Working days are counted by the
 * calendar; for years it does not know, as five of seven days plus ten, so that only what is late by any calendar is told.
 */
final class Deadlines implements Relation {

    private static final Sought LIMIT = Sought.of(
            Pattern.compile(
                    "(?<days>\\d{1,3}|[一二三四五六七八九十]{1,3})个?(?<unit>工作日|日历天|自然日|日|天)(?:之?内|以内|的?(?:期限|时限|要求|规定|法定))"
                            + "|(?:时限|期限|限时)(?:为|是|：)?(?<days2>\\d{1,3}|[一二三四五六七八九十]{1,3})个?(?<unit2>工作日|日历天|自然日|日|天)"),
            "日天",
            "内期时要规法");
    /** 不少于7天的要求, 不得晚于采购活动开始前30日, 提前10日 limit nothing from above. */
    private static final Sought LEAST =
            Sought.of("(?:不得?少于|不低于|不短于|不得短于|至少|满|提前)$|(?:不得?晚于|不得?迟于|至少|应当?|须)[^，。；]{0,20}前$");

    private static final Pattern KEPT = Pattern.compile(
            "按时|及时|按期|规定时间内|规定的?期限内|规定的?时限内|规定的?\\d{1,3}个?(?:工作)?[日天]内|如期|符合|未超过|没有超过|未逾期|未超(?:时限|期限|期|时|出)|得满分|得(?:\\d+分，?)?满分|提前\\d|满足|合规|在[^，。；]{0,8}(?:时限|期限|时间|约定)之?内|(?<![应须])在[^，。；\\d]{2,16}(?:之日|次日|当日)?[起后]的?\\d{1,3}个?(?:工作)?[日天]之?内(?:即|就)?(?:完成|办结|公开|公告|备案|签|拨付|支付|下达)|(?:已|(?<![均已])在)\\d{1,3}个?(?:工作)?[日天]之?内(?:完成|办结|公开|公告|备案|签订|拨付|支付|下达)");
    private static final Pattern MISSED =
            Pattern.compile("未按时|未及时|未按期|(?<!未)逾期|(?<!未)超期|(?<!未|没有|并未)超过了?(?:规定|法定)|不符合|(?<!未|没有)超出(?:规定|法定)");
    private static final Sought RULE = Sought.of("(?:按照?|依照|依据|应当?|须|需|必须|要求|规定|自|之日起|起)[^。；]*$");
    private static final Sought DUE = Sought.of("(?:原定|计划|原计划|合同约定|约定|要求|应于|应在|须于|目标|规定|预定|预计)[^。；]{0,20}$");
    private static final Sought BY = Sought.of("^(?:底|末)?(?:之?前|以前|完|竣|投|建|交|验|为|，|的)");
    private static final Sought ACTUALLY = Sought.of("(?:实际|已|最终|后)[^，。；]{0,14}$|于$");
    private static final Sought OVER = Sought.of(
            "(?:超过|超出|逾)[^。；]{0,40}?(?:内[^，。；]{0,8}的?)?(?:规定|期限|要求|时限)(?:了|共)?(?<days>\\d{1,3})(?<unit>个?工作日|日历天|天|日)");
    /** 严格按照…的规定, 落实…要求. */
    private static final Sought KEPT_BEFORE = Sought.of("(?:严格|认真|切实)?(?:按照?|依照|执行|落实|遵守|遵照)[^。；]{0,50}(?:规定|要求|时限)");

    private static final Sought LATE = Sought.of("(?:逾期|延误|超期|延期|延迟|滞后|拖延)(?:了)?\\d{1,4}(?:日历)?天");
    /** 较计划提前43天: where it is late by just as many, the word is wrong and not the day. */
    private static final Sought EARLY = Sought.of("提前(?:了)?(?<days>\\d{1,4})(?:日历)?天");

    /** 按规定应在5个工作日内完成。5月18日出具意见: the rule stands in the sentence before. */
    private static final Sought REQUIRED =
            Sought.of("(?:按照?(?:规定|要求|约定|办法|制度)|规定|要求|应当?|须|承诺)[^。；]*(?:日|天)(?:之?内|以内)[^。]{0,14}。[^。]{0,16}$");

    /** 批复后20日内、即2月22日. */
    private static final Sought WITHIN = Sought.of("(?:日|天)(?:之?内|以内)[、，]?(?:即|也即|亦即|就)(?:于|在)?$");

    private static final Sought PLANNED = Sought.of("^(?:之?前|以前|拟|计划)");
    private static final String STOPS = "。；";
    private static final int LONGEST_CLAIM = 60;

    /** So many days, working days or not, and where they are stated. */
    private record Limit(int days, boolean working, int start, int end, String text) {

        boolean overrun(LocalDate from, LocalDate to, WorkingDays calendar) {
            return taken(from, to, calendar) > most(from, to, calendar);
        }

        long taken(LocalDate from, LocalDate to, WorkingDays calendar) {
            return known(from, to, calendar).orElse(ChronoUnit.DAYS.between(from, to));
        }

        private long most(LocalDate from, LocalDate to, WorkingDays calendar) {
            boolean guessed = working && known(from, to, calendar).isEmpty();
            return guessed ? days * 7L / 5 + 10 : days;
        }

        private Optional<Long> known(LocalDate from, LocalDate to, WorkingDays calendar) {
            return working ? calendar.between(from, to) : Optional.empty();
        }
    }

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        DaysTaken.examine(claims, ledger);
        KeptByAll.examine(claims, ledger);
        Map<Event, Limit> rules = new EnumMap<>(Event.class);
        for (Passage passage : claims.passages()) {
            limits(passage.text())
                    .forEach(limit -> rule(passage.text(), limit).ifPresent(event -> rules.put(event, limit)));
        }
        for (Passage passage : claims.passages()) {
            List<Day> days = DaysOfText.of(claims).of(passage);
            if (days.size() >= 2) {
                days.forEach(day -> judge(claims, day, days, rules, ledger));
            }
        }
    }

    private static List<Limit> limits(String text) {
        List<Limit> limits = new ArrayList<>();
        Matcher matcher = LIMIT.in(text);
        while (matcher.find()) {
            if (LEAST.isIn(text.substring(Math.max(0, matcher.start() - 24), matcher.start()))) {
                continue;
            }
            boolean behind = matcher.group("days") == null;
            limits.add(new Limit(
                    Numerals.count(matcher.group(behind ? "days2" : "days")),
                    matcher.group(behind ? "unit2" : "unit").equals("工作日"),
                    matcher.start(),
                    matcher.end(),
                    matcher.group()));
        }
        return limits;
    }

    /** The event a limit is a rule for: the one right after it. */
    private static Optional<Event> rule(String text, Limit limit) {
        int to = limit.end();
        while (to < text.length() && "，。；、".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        String before = text.substring(text.lastIndexOf('。', limit.start()) + 1, limit.start());
        return RULE.isIn(before)
                ? Event.in(text.substring(limit.end(), to)).or(() -> Event.in(before))
                : Optional.empty();
    }

    private static void judge(Claims claims, Day day, List<Day> days, Map<Event, Limit> rules, Ledger ledger) {
        String text = day.passage().text();
        int to = day.end();
        int next = days.stream()
                .mapToInt(Day::start)
                .filter(start -> start > day.end())
                .min()
                .orElse(text.length());
        while (to < text.length() && to < next && STOPS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        String said = text.substring(day.end(), to);
        boolean missed = MISSED.matcher(said).find();
        boolean kept = !missed && KEPT.matcher(said).find();
        if (!missed && !kept) {
            keptBefore(day, days, claims.calendar(), ledger);
        }
        planned(day, days, said, kept, missed, ledger);
        Optional<Event> event = Event.of(day);
        Optional<Limit> limit = own(said, event).or(() -> between(day, days)).or(() -> event.map(rules::get));
        Optional<Day> base = base(day, event, days);
        Matcher over = OVER.in(said);
        if (limit.isPresent() && base.isPresent() && over.find()) {
            over(day, base.get(), limit.get(), over, claims.calendar(), ledger);
            return;
        }
        if ((kept || missed)
                && limit.isPresent()
                && base.isPresent()
                && !day.date().isBefore(base.get().date())) {
            boolean overrun = limit.get().overrun(base.get().date(), day.date(), claims.calendar());
            if (overrun == kept && (kept || sure(limit.get(), base.get(), day, claims.calendar()))) {
                int end = claimEnd(text, day, said, overrun ? KEPT : MISSED);
                tell(day, base.get(), limit.get(), overrun, end, claims.calendar(), ledger);
            }
        }
    }

    /** The end of the clause that calls it kept or missed; of the day, where that is far. */
    private static int claimEnd(String text, Day day, String said, Pattern words) {
        Matcher claim = words.matcher(said);
        int end = claim.find() ? day.end() + claim.end() : day.end();
        while (end < text.length() && "，。；".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end - day.start() <= LONGEST_CLAIM ? end : day.end();
    }

    /** The limit stated for the event where several are: 符合2个工作日内公告、7个工作日内备案的要求. */
    private static Optional<Limit> own(String said, Optional<Event> event) {
        List<Limit> limits = limits(said);
        List<Limit> named = limits.stream()
                .filter(limit ->
                        event.isPresent() && Event.in(next(said, limit)).equals(event))
                .toList();
        boolean others = limits.size() > 1
                && limits.stream().anyMatch(limit -> Event.in(next(said, limit)).isPresent());
        return named.stream()
                .findFirst()
                .or(() -> others ? Optional.empty() : limits.stream().findFirst());
    }

    /** 收件日期为2月8日，承诺办理时限7个工作日，办结日期为2月28日: the one limit that stands between the two days of a sentence. */
    private static Optional<Limit> between(Day day, List<Day> days) {
        int at = days.indexOf(day);
        if (at != 1 && !(at > 1 && parted(days.get(at - 2), days.get(at - 1)))) {
            return Optional.empty();
        }
        Day base = days.get(at - 1);
        String between = day.passage().text().substring(base.end(), day.start());
        List<Limit> limits = between.indexOf('。') < 0 || REQUIRED.isIn(between) ? limits(between) : List.of();
        return limits.size() == 1 ? Optional.of(limits.get(0)) : Optional.empty();
    }

    private static boolean parted(Day one, Day two) {
        return two.passage().text().substring(one.end(), two.start()).indexOf('。') >= 0;
    }

    /** The words right behind a limit, up to the next mark. */
    private static String next(String text, Limit limit) {
        int to = limit.end();
        while (to < text.length() && "，。；、”".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(limit.end(), to);
    }

    /** 于8月23日批复，严格按照批复后二十日内公开的规定，于9月18日公开: said to be kept before the day is told. */
    private static void keptBefore(Day day, List<Day> days, WorkingDays calendar, Ledger ledger) {
        int at = days.indexOf(day);
        if (at < 1) {
            return;
        }
        Day base = days.get(at - 1);
        String between = day.passage().text().substring(base.end(), day.start());
        boolean said = between.indexOf('。') < 0 && (KEPT_BEFORE.isIn(between) || WITHIN.isIn(between));
        Optional<Limit> limit = said ? limits(between).stream().findFirst() : Optional.empty();
        boolean sameEvent = limit.isPresent()
                && (WITHIN.isIn(between) || Event.in(next(between, limit.get())).equals(Event.of(day)))
                && !PLANNED.isIn(day.after());
        if (sameEvent && !day.date().isBefore(base.date()) && limit.get().overrun(base.date(), day.date(), calendar)) {
            tell(day, base, limit.get(), true, day.end(), calendar, ledger);
        }
    }

    /** 6月19日签订，超过30日内签订的规定7日: by how many days, told of days the calendar knows. */
    private static void over(Day day, Day base, Limit limit, Matcher words, WorkingDays calendar, Ledger ledger) {
        long right = limit.taken(base.date(), day.date(), calendar) - limit.days();
        int stated = Integer.parseInt(words.group("days"));
        if (right > 0 && right != stated && sure(limit, base, day, calendar)) {
            String unit = words.group("unit");
            int start = day.end() + words.start("days");
            Problem problem = WrongTerm.length(stated + unit, right + unit, base.text(), day.text());
            ledger.find(Finding.of(
                    Kind.DEADLINE,
                    stated + unit,
                    Optional.of(right + unit),
                    problem,
                    day.passage().spot(start, day.end() + words.end("unit")),
                    List.of(base.spot(), day.spot())));
        }
    }

    /** 原定6月30日前完工，实际于7月20日完工，按期完成. */
    private static void planned(Day day, List<Day> days, String said, boolean kept, boolean missed, Ledger ledger) {
        String text = day.passage().text();
        int at = days.indexOf(day);
        if (at < 1 || kept == missed || !limits(said).isEmpty()) {
            return;
        }
        Day due = days.get(at - 1);
        String between = text.substring(due.end(), day.start());
        int from = Math.max(text.lastIndexOf('。', due.start()), text.lastIndexOf('；', due.start())) + 1;
        boolean pair = DUE.isIn(text.substring(from, due.start()))
                && BY.isIn(between)
                && ACTUALLY.isIn(between)
                && between.indexOf('。') < 0;
        boolean late = day.date().isAfter(due.date());
        if (!late && LATE.isIn(said)) {
            return; // by how many days it was late is held by its own relation
        }
        Matcher early = EARLY.in(said);
        if (early.find() && ChronoUnit.DAYS.between(due.date(), day.date()) == Integer.parseInt(early.group("days"))) {
            return;
        }
        if (pair && late == kept) {
            Problem problem = Problem.of(
                    late ? "due-date-overrun" : "due-date-kept", Place.NONE, "stated", day.text(), "due", due.text());
            ledger.find(
                    Finding.of(Kind.DEADLINE, day.text(), Optional.empty(), problem, day.spot(), List.of(due.spot())));
        }
    }

    /** A deadline is only said to be kept after all where the calendar is known. */
    private static boolean sure(Limit limit, Day base, Day day, WorkingDays calendar) {
        return !limit.working() || calendar.between(base.date(), day.date()).isPresent();
    }

    /** The day from which a limit runs: of the award for the signing, of the signing for what follows, else the day before. */
    private static Optional<Day> base(Day day, Optional<Event> event, List<Day> days) {
        List<Day> earlier =
                days.stream().filter(other -> other.start() < day.start()).toList();
        Event from = event.map(Deadlines::from).orElse(null);
        if (from != null) {
            Optional<Day> named = earlier.stream()
                    .filter(other -> Event.of(other).filter(from::equals).isPresent())
                    .reduce((one, two) -> two);
            if (named.isPresent()) {
                return named;
            }
        }
        boolean only = earlier.size() == 1;
        return only ? Optional.of(earlier.get(0)) : Optional.empty();
    }

    /** What a limit for an event usually runs from. */
    static Optional<Event> before(Event event) {
        return Optional.ofNullable(from(event));
    }

    private static @org.jspecify.annotations.Nullable Event from(Event event) {
        return switch (event) {
            case SIGN -> Event.AWARD;
            case PUBLISH, FILE, START -> Event.SIGN;
            case DECIDE, PAY -> Event.RECEIVE;
            case TENDER, OPEN, AWARD, FINISH, ACCEPT, RECEIVE -> null;
        };
    }

    /** The statement is what is wrong: from the day to the end of what is said of it. */
    private static void tell(
            Day day, Day base, Limit limit, boolean overrun, int end, WorkingDays calendar, Ledger ledger) {
        Problem problem = Problem.of(
                overrun ? "deadline-overrun" : "deadline-kept",
                Place.NONE,
                "stated",
                day.text(),
                "limit",
                limit.text(),
                "from",
                base.text(),
                "taken",
                limit.taken(base.date(), day.date(), calendar));
        if (ledger.findsAt(day.spot())) {
            return;
        }
        ledger.find(Finding.of(
                Kind.DEADLINE,
                day.passage().text().substring(day.start(), end),
                Optional.empty(),
                problem,
                day.passage().spot(day.start(), end),
                List.of(base.spot())));
    }
}
