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
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Limits that several cases told one after the other are said to keep, one of which does not: 甲3月2日发出中标通知书、3月21日签订，乙5月8日发出、6月14日签订，均在30日内签订;
 * 工期均为180日历天，…均按合同工期完工. And the least number of days that something was open: 3月6日至3月12日公示，满足不少于10日的要求.
 */
final class KeptByAll {

    private static final String DAYS = "(?<days>\\d{1,3}|[一二三四五六七八九十]{1,3})(?<unit>个工作日|日历天|个自然日|天|日)";
    private static final String EVENTS = "(?<event>签订|签署|备案|公告|公示|公开|完工|竣工|完成|验收|办结|拨付|下达|分解下达|答复|批复|交付)";
    /** 均在中标通知书发出后30日内签订, 全部于7个工作日内完成备案, 都没有超过30日. */
    private static final Sought WITHIN = Sought.of(
            Pattern.compile(
                    "(?:均|全部|都|皆)(?:已|能|能够|严格)?(?:在|于)(?:[^，。；\\d]{0,16}?)" + DAYS + "(?:以|之)?内(?:完成|实现|予以)?" + EVENTS),
            "均全都皆",
            "内");
    /** 均按合同工期完工, 全部在合同工期内竣工, 均如期完工, 均未超过合同工期. */
    private static final Sought BY_TERM = Sought.of(
            Pattern.compile(
                    "(?:(?<each>均|全部|都|皆)(?:已|能|能够)?)?(?:(?:按照?|在|于)(?:合同|约定|规定|计划|合同约定的?|规定的?)(?:工期|期限|时限|时间)(?:要求)?(?:内|以内|之内)?|(?:如期|按期|按时))(?:完工|竣工|建成|交付)"
                            + "|(?<each2>均|全部|都|皆)未超(?:过|出)?(?:合同|约定|规定|计划)?(?:的)?工期"),
            "完竣建交工",
            "期时");
    /** 合同工期均为180日历天. */
    private static final Pattern WORK_TERM =
            Pattern.compile("工期(?:均|都|各)?(?:约定)?(?:为|是|：)?(?<days>\\d{1,4})个?(?<unit>日历天|自然日|天|日)");
    /** 于3月6日至3月12日公示，满足不少于10日的要求. */
    private static final Sought LEAST = Sought.of(
            Pattern.compile("(?<claim>(?:满足|符合|达到|落实|执行|严格执行|超过)?了?(?:[^，。；、\\d]{0,16}?)(?:不少于|不得少于|不低于|不短于|至少|不得短于)"
                    + DAYS + "(?:的?(?:公示|公告|挂网|公开|时间|期限)?(?:要求|规定|时限|期限|时间))?)"),
            "少低短",
            "天日");

    /** 7月10日至7月13日公示，公示期5个工作日. */
    private static final Sought SHOWN_FOR = Sought.of(
            Pattern.compile(
                    "^[^。；\\d]{0,30}?(?:公示|公告|挂网)(?:期|时间)限?(?:共|为|均为|：)?(?<days>\\d{1,2})(?<unit>个工作日|日历天|个自然日|天|日)(?=[，。；]|$)"),
            "期时");

    private static final Sought SPAN = Sought.of("^(?:起)?(?:至|到|-|—|~|～)+$");
    private static final Sought SHOWN = Sought.of("公示|公告|挂网|张榜|公开|征求意见|发布|报名|发售");
    private static final Sought MOVED = Sought.of("顺延|扣除|延长|停工|暂停|除外|因国庆|因春节|因节假日");

    private KeptByAll() {}

    /** From the first day of a case to its last. */
    private record Case(Day from, Day to, long taken) {}

    static void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Day> days = WITHIN.mayBeIn(passage) || BY_TERM.mayBeIn(passage) || LEAST.mayBeIn(passage)
                    ? DaysOfText.of(claims).of(passage)
                    : List.of();
            if (days.size() >= 2) {
                within(passage, days, claims.calendar(), ledger);
                byTerm(passage, days, claims.calendar(), ledger);
                least(passage, days, claims.calendar(), ledger);
            }
            if (passage.text().contains("公示") || passage.text().contains("公告")) {
                shown(passage, DaysOfText.of(claims).of(passage), claims.calendar(), ledger);
            }
        }
    }

    private static void within(Passage passage, List<Day> days, WorkingDays calendar, Ledger ledger) {
        Matcher words = WITHIN.in(passage);
        while (words.find()) {
            Optional<Event> event = Event.in(words.group("event"));
            Optional<Event> from = event.flatMap(Deadlines::before);
            if (from.isPresent() && !MOVED.isIn(passage)) {
                List<Case> late = late(
                        days,
                        from.get(),
                        event.get(),
                        words.start(),
                        Numerals.count(words.group("days")),
                        words.group("unit").contains("工作"),
                        calendar);
                tell(passage, words, late, words.group("days") + words.group("unit") + "内", ledger);
            }
        }
    }

    private static void byTerm(Passage passage, List<Day> days, WorkingDays calendar, Ledger ledger) {
        Matcher words = BY_TERM.in(passage);
        while (words.find()) {
            Matcher term = WORK_TERM.matcher(passage.text()).region(0, words.start());
            Matcher last = null;
            while (term.find()) {
                last = WORK_TERM
                        .matcher(passage.text())
                        .region(term.start(), passage.text().length());
            }
            boolean each = words.group("each") != null || words.group("each2") != null;
            if (last == null || !last.lookingAt() || MOVED.isIn(passage)) {
                continue;
            }
            int most = Integer.parseInt(last.group("days")) + 1;
            List<Case> late = late(days, Event.START, Event.FINISH, words.start(), most, false, calendar);
            int sentence = passage.text().lastIndexOf('。', words.start());
            List<Case> own = each
                    ? late
                    : late.stream().filter(one -> one.to().start() > sentence).toList();
            tell(passage, words, own, last.group(), ledger);
        }
    }

    /** The cases told before some words that took longer: each last day with the nearest first day before it. */
    private static List<Case> late(
            List<Day> days, Event first, Event last, int before, int most, boolean working, WorkingDays calendar) {
        List<Case> late = new ArrayList<>();
        Day from = null;
        for (Day day : days) {
            if (day.start() >= before) {
                break;
            }
            Optional<Event> event = Event.of(day);
            if (event.filter(first::equals).isPresent()) {
                from = day;
            } else if (event.filter(last::equals).isPresent() && from != null) {
                Optional<Long> taken = taken(from.date(), day.date(), working, calendar);
                if (taken.isPresent() && taken.get() > most) {
                    late.add(new Case(from, day, taken.get()));
                }
                from = null;
            }
        }
        return late;
    }

    private static Optional<Long> taken(LocalDate from, LocalDate to, boolean working, WorkingDays calendar) {
        return working ? calendar.between(from, to) : Optional.of(ChronoUnit.DAYS.between(from, to));
    }

    private static void tell(Passage passage, Matcher words, List<Case> late, String limit, Ledger ledger) {
        if (late.isEmpty()) {
            return;
        }
        Case one = late.get(0);
        Problem problem = Problem.of(
                "deadline-not-kept",
                Place.NONE,
                "stated",
                words.group(),
                "from",
                one.from().text(),
                "to",
                one.to().text(),
                "taken",
                one.taken(),
                "limit",
                limit);
        ledger.find(Finding.of(
                Kind.DEADLINE,
                words.group(),
                Optional.empty(),
                problem,
                passage.spot(words.start(), words.end()),
                List.of(one.from().spot(), one.to().spot())));
    }

    /** Shown for fewer working days than is said behind the two days: the last is wrong, for calendar days are held with all terms. */
    private static void shown(Passage passage, List<Day> days, WorkingDays calendar, Ledger ledger) {
        for (int i = 1; i < days.size(); i++) {
            Day from = days.get(i - 1);
            Day to = days.get(i);
            Matcher words = SHOWN_FOR.in(passage.text().substring(to.end()));
            boolean span = SPAN.is(passage.text().substring(from.end(), to.start()));
            if (!span || !words.find() || !words.group("unit").contains("工作")) {
                continue;
            }
            int most = Integer.parseInt(words.group("days"));
            Optional<Long> taken = calendar.between(from.date().minusDays(1), to.date());
            Optional<LocalDate> last = calendar.add(from.date().minusDays(1), most);
            if (last.isPresent()
                    && taken.filter(shown -> shown > 0 && shown < most).isPresent()) {
                String right = Day.print(last.get());
                String expected = to.ownYear() && to.text().contains("年") ? right : right.substring(5);
                Problem problem = WrongTerm.end(to.text(), expected, from.text(), words.group("days") + "个工作日");
                ledger.find(Finding.of(
                        Kind.DEADLINE, to.text(), Optional.of(expected), problem, to.spot(), List.of(from.spot())));
            }
        }
    }

    private static void least(Passage passage, List<Day> days, WorkingDays calendar, Ledger ledger) {
        Matcher words = LEAST.in(passage);
        while (words.find()) {
            String text = passage.text();
            int sentence = Math.max(text.lastIndexOf('。', words.start()), text.lastIndexOf('；', words.start()));
            for (int i = 1; i < days.size(); i++) {
                Day from = days.get(i - 1);
                Day to = days.get(i);
                boolean span = from.start() > sentence
                        && to.end() <= words.start()
                        && SPAN.is(text.substring(from.end(), to.start()))
                        && SHOWN.isIn(text.substring(sentence + 1, words.end()));
                boolean working = words.group("unit").contains("工作");
                Optional<Long> taken = taken(from.date().minusDays(1), to.date(), working, calendar);
                if (span && taken.isPresent() && taken.get() > 0 && taken.get() < Numerals.count(words.group("days"))) {
                    Problem problem = Problem.of(
                            "period-too-short",
                            Place.NONE,
                            "stated",
                            words.group("claim"),
                            "from",
                            from.text(),
                            "to",
                            to.text(),
                            "taken",
                            taken.get());
                    ledger.find(Finding.of(
                            Kind.DEADLINE,
                            words.group("claim"),
                            Optional.empty(),
                            problem,
                            passage.spot(words.start("claim"), words.end("claim")),
                            List.of(from.spot(), to.spot())));
                }
            }
        }
    }
}
