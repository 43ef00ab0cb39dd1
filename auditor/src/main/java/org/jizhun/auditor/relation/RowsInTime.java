package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** Rules that all rows of a table are said to keep, or so many of them to break: 均在7个工作日内备案, 超过30日签订的合同有2份. */
final class RowsInTime {

    /** 均在签订后7个工作日内备案. */
    private static final Sought ALL_WITHIN =
            Sought.of(Pattern.compile("(?:均|全部|都)(?:已)?(?:在|于)(?<list>[^。；]*)"), "均全都", "日天");

    private static final Sought WITHIN = Sought.of(DaysTaken.DAYS + "(?:以|之)?内(?<event>签订|备案|公告|公示|公开)");

    /** 超过30日签订的合同有1份. */
    private static final Sought BEYOND = Sought.of(
            Pattern.compile(
                    "(?:超过|超出|逾)(?:规定的?)?" + DaysTaken.DAYS
                            + "(?:才|后才|仍未|未)?(?<event>签订|备案|公告|公示|公开)的(?:采购)?(?:合同|项目)?(?:共|有|为|计){0,2}(?<count>\\d{1,3}|[一二两三四五六七八九十]{1,3})(?<measure>份|个|项|件)"),
            "超逾",
            "的");

    private RowsInTime() {}

    static void examine(Claims claims, Passage passage, Ledger ledger) {
        within(claims, passage, ledger);
        beyond(claims, passage, ledger);
    }

    /** Rows of a table that break a limit which all are said to keep. */
    private static void within(Claims claims, Passage passage, Ledger ledger) {
        Matcher all = ALL_WITHIN.in(passage.text());
        while (all.find()) {
            Matcher limit = WITHIN.in(all.group("list"));
            while (limit.find()) {
                List<DayPair> late = late(claims, limit);
                int offset = all.start("list");
                if (late.size() == 1) {
                    overrun(passage, offset, limit, late.get(0), claims.calendar(), ledger);
                }
            }
        }
    }

    /** The pairs of days, one a row, that are further apart than the limit; none where no table or no calendar tells. */
    private static List<DayPair> late(Claims claims, Matcher limit) {
        Optional<Event> event = Event.in(limit.group("event"));
        Optional<Event> from = event.flatMap(Deadlines::before);
        if (from.isEmpty()) {
            return List.of();
        }
        int days = Numerals.count(limit.group("days"));
        return DayPair.ofRows(claims, from.get(), event.get()).stream()
                .filter(pair -> pair.taken(limit.group("unit"), claims.calendar())
                        .filter(taken -> taken > days)
                        .isPresent())
                .toList();
    }

    private static void overrun(
            Passage passage, int offset, Matcher limit, DayPair pair, WorkingDays calendar, Ledger ledger) {
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
                pair.taken(limit.group("unit"), calendar).orElse(0L));
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
            List<DayPair> late = late(claims, words);
            int stated = Numerals.count(words.group("count"));
            if (late.isEmpty() || late.size() == stated) {
                continue;
            }
            ledger.find(WrongCount.counted(
                    Kind.COUNT,
                    passage,
                    words,
                    late.size(),
                    late.stream().map(pair -> pair.to().spot()).toList()));
        }
    }
}
