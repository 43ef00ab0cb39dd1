package org.jizhun.auditor.relation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Days that do not exist, periods that end before they begin, and deadlines that the document's own dates overrun though it
 * calls them kept. Working days are counted without holidays as five of seven days plus ten, so that only what is late by
 * any calendar is told.
 */
final class Dates implements Relation {

    private static final Pattern DAY =
            Pattern.compile("(?:(?<year>(?:19|20)\\d{2})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]");
    private static final Pattern SPAN = Pattern.compile("^(?:至|到|-|—|~|～|起至)+$");
    private static final Pattern LIMIT =
            Pattern.compile("(?<days>\\d{1,3}|[一二三四五六七八九十]{1,3})个?(?<unit>工作日|日|天|自然日)(?:之?内)");
    private static final Pattern KEPT = Pattern.compile("(?:按时|及时|按期|在规定时间内|如期|符合(?:规定|要求|时限))");

    private record Day(LocalDate date, int start, int end) {}

    @Override
    public String name() {
        return "dates";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = new ArrayList<>(claims.passages());
        claims.manuscript().grids().forEach(grid -> grid.body().forEach(passages::addAll));
        for (Passage passage : passages) {
            List<Day> days = days(passage, ledger);
            spans(passage, days, ledger);
            deadlines(passage, days, ledger);
        }
    }

    private static List<Day> days(Passage passage, Ledger ledger) {
        List<Day> days = new ArrayList<>();
        Matcher matcher = DAY.matcher(passage.text());
        int year = 0;
        while (matcher.find()) {
            year = matcher.group("year") == null ? year : Integer.parseInt(matcher.group("year"));
            int month = Integer.parseInt(matcher.group("month"));
            int day = Integer.parseInt(matcher.group("day"));
            try {
                LocalDate date = LocalDate.of(year == 0 ? 2024 : year, month, day);
                if (year > 0) {
                    days.add(new Day(date, matcher.start(), matcher.end()));
                }
            } catch (DateTimeException impossible) {
                Problem problem = Problem.of("date-impossible", Place.NONE, "stated", matcher.group());
                tell(
                        Kind.DATE,
                        problem,
                        matcher.group(),
                        passage.spot(matcher.start(), matcher.end()),
                        List.of(),
                        ledger);
            }
        }
        return days;
    }

    private static void spans(Passage passage, List<Day> days, Ledger ledger) {
        for (int i = 1; i < days.size(); i++) {
            Day from = days.get(i - 1);
            Day to = days.get(i);
            String between = passage.text().substring(from.end(), to.start());
            if (SPAN.matcher(between).matches() && to.date().isBefore(from.date())) {
                String stated = passage.text().substring(to.start(), to.end());
                Problem problem = Problem.of(
                        "period-reversed",
                        Place.NONE,
                        "stated",
                        stated,
                        "from",
                        passage.text().substring(from.start(), from.end()));
                tell(
                        Kind.DATE,
                        problem,
                        stated,
                        passage.spot(to.start(), to.end()),
                        List.of(passage.spot(from.start(), from.end())),
                        ledger);
            }
        }
    }

    private static void deadlines(Passage passage, List<Day> days, Ledger ledger) {
        Matcher limit = LIMIT.matcher(passage.text());
        if (days.size() < 2 || !limit.find() || !KEPT.matcher(passage.text()).find()) {
            return;
        }
        String number = limit.group("days");
        int allowed = Character.isDigit(number.charAt(0))
                ? Integer.parseInt(number)
                : org.jizhun.auditor.claim.Numerals.value(number);
        boolean working = limit.group("unit").equals("工作日");
        long most = working ? allowed * 7L / 5 + 10 : allowed;
        Day first = days.get(0);
        Day second = days.get(1);
        long taken = ChronoUnit.DAYS.between(first.date(), second.date());
        if (taken > most) {
            String stated = passage.text().substring(second.start(), second.end());
            Problem problem = Problem.of(
                    "deadline-overrun", Place.NONE, "stated", stated, "limit", limit.group(), "taken", taken);
            tell(
                    Kind.DEADLINE,
                    problem,
                    stated,
                    passage.spot(second.start(), second.end()),
                    List.of(passage.spot(first.start(), first.end()), passage.spot(limit.start(), limit.end())),
                    ledger);
        }
    }

    private static void tell(Kind kind, Problem problem, String stated, Spot where, List<Spot> because, Ledger ledger) {
        ledger.find(Finding.of(kind, stated, Optional.empty(), problem, where, because));
    }
}
