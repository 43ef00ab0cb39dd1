package org.jizhun.auditor.relation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines that the document's own days overrun though it calls them kept, or keep though it calls them overrun. The limit
 * stands with the statement, or as a rule for the same event elsewhere (自签订之日起7个工作日内备案). Working days are counted by the
 * calendar; for years it does not know, as five of seven days plus ten, so that only what is late by any calendar is told.
 */
final class Deadlines implements Relation {

    private static final Pattern KEPT = Pattern.compile(
            "按时|及时|按期|规定时间内|规定的?期限内|规定的?时限内|规定的?\\d{1,3}个?(?:工作)?[日天]内|如期|符合|未超过|没有超过|未逾期|未超(?:时限|期限|期|时|出)|得满分|得(?:\\d+分，?)?满分|提前\\d|满足|合规|在[^，。；]{0,8}(?:时限|期限|时间|约定)之?内|(?<![应须])在[^，。；\\d]{2,16}(?:之日|次日|当日)?[起后]的?\\d{1,3}个?(?:工作)?[日天]之?内(?:即|就)?(?:完成|办结|公开|公告|备案|签|拨付|支付|下达)|(?:已|(?<![均已])在)\\d{1,3}个?(?:工作)?[日天]之?内(?:完成|办结|公开|公告|备案|签订|拨付|支付|下达)");
    private static final Pattern MISSED =
            Pattern.compile("未按时|未及时|未按期|(?<!未)逾期|(?<!未)超期|(?<!未|没有|并未)超过了?(?:规定|法定)|不符合|(?<!未|没有)超出(?:规定|法定)");
    private static final Sought OVER = Sought.of(
            "(?:超过|超出|逾)[^。；]{0,40}?(?:内[^，。；]{0,8}的?)?(?:规定|期限|要求|时限)(?:了|共)?(?<days>\\d{1,3})(?<unit>个?工作日|日历天|天|日)");
    /** 严格按照…的规定, 落实…要求. */
    private static final Sought KEPT_BEFORE = Sought.of("(?:严格|认真|切实)?(?:按照?|依照|执行|落实|遵守|遵照)[^。；]{0,50}(?:规定|要求|时限)");

    /** 批复后20日内、即2月22日, 已在批复后20日内于2月22日. */
    private static final Sought WITHIN = Sought.of(
            "(?:日|天)(?:之?内|以内)[、，]?(?:即|也即|亦即|就)(?:于|在)?$|(?<![应须需拟将]|计划|要求)(?:已|已经|均已|按规定|按要求|及时)(?:于|在)[^，。；\\d]{0,16}\\d{1,3}个?(?:工作)?(?:日|天)(?:之?内|以内)，?于$");

    private static final Sought PLANNED = Sought.of("^(?:之?前|以前|拟|计划)");
    private static final String STOPS = "。；";
    private static final int LONGEST_CLAIM = 60;

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        DaysTaken.examine(claims, ledger);
        KeptByAll.examine(claims, ledger);
        DaysOfColumns.examine(claims, ledger);
        Map<Event, DayLimit> rules = new EnumMap<>(Event.class);
        for (Passage passage : claims.passages()) {
            DayLimit.all(passage.text())
                    .forEach(limit -> limit.ruled(passage.text()).ifPresent(event -> rules.put(event, limit)));
        }
        for (Passage passage : claims.passages()) {
            List<Day> days = DaysOfText.of(claims).of(passage);
            if (days.size() >= 2) {
                days.forEach(day -> judge(claims, day, days, rules, ledger));
            }
        }
    }

    private static void judge(Claims claims, Day day, List<Day> days, Map<Event, DayLimit> rules, Ledger ledger) {
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
        PlannedDay.examine(day, days, said, kept, missed, ledger);
        Optional<Event> event = Event.of(day);
        Optional<DayLimit> limit =
                DayLimit.in(said, event).or(() -> DayLimit.between(day, days)).or(() -> event.map(rules::get));
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
            if (overrun == kept && (kept || limit.get().isSure(base.get(), day, claims.calendar()))) {
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

    /** 于8月23日批复，严格按照批复后二十日内公开的规定，于9月18日公开: said to be kept before the day is told. */
    private static void keptBefore(Day day, List<Day> days, WorkingDays calendar, Ledger ledger) {
        int at = days.indexOf(day);
        if (at < 1) {
            return;
        }
        Day base = days.get(at - 1);
        String between = day.passage().text().substring(base.end(), day.start());
        boolean said = between.indexOf('。') < 0 && (KEPT_BEFORE.isIn(between) || WITHIN.isIn(between));
        Optional<DayLimit> limit = said ? DayLimit.all(between).stream().findFirst() : Optional.empty();
        boolean sameEvent = limit.isPresent()
                && (WITHIN.isIn(between)
                        || Event.in(limit.get().behind(between)).equals(Event.of(day)))
                && !PLANNED.isIn(day.after());
        if (sameEvent && !day.date().isBefore(base.date()) && limit.get().overrun(base.date(), day.date(), calendar)) {
            tell(day, base, limit.get(), true, day.end(), calendar, ledger);
        }
    }

    /** 6月19日签订，超过30日内签订的规定7日: by how many days, told of days the calendar knows. */
    private static void over(Day day, Day base, DayLimit limit, Matcher words, WorkingDays calendar, Ledger ledger) {
        long right = limit.taken(base.date(), day.date(), calendar) - limit.days();
        int stated = Integer.parseInt(words.group("days"));
        if (right > 0 && right != stated && limit.isSure(base, day, calendar)) {
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

    private static @Nullable Event from(Event event) {
        return switch (event) {
            case SIGN -> Event.AWARD;
            case PUBLISH, FILE, START -> Event.SIGN;
            case DECIDE, PAY -> Event.RECEIVE;
            case TENDER, OPEN, AWARD, FINISH, ACCEPT, RECEIVE -> null;
        };
    }

    /** The statement is what is wrong: from the day to the end of what is said of it. */
    private static void tell(
            Day day, Day base, DayLimit limit, boolean overrun, int end, WorkingDays calendar, Ledger ledger) {
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
