package org.jizhun.auditor.relation;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.kernel.calendar.WorkingDays;

/** Two days, the first of which something runs from and the second of which ends it, as a row or a sentence tells them. */
record DayPair(Day from, Day to) {

    /** How many days, or working days, lie between them; none where the calendar does not know the year. */
    Optional<Long> taken(String unit, WorkingDays calendar) {
        return unit.contains("工作")
                ? calendar.between(from.date(), to.date())
                : Optional.of(ChronoUnit.DAYS.between(from.date(), to.date()));
    }

    /** The pairs of all rows of all tables that tell both events. */
    static List<DayPair> ofRows(Claims claims, Event from, Event to) {
        List<DayPair> pairs = new ArrayList<>();
        for (Table table : claims.tables()) {
            EventColumns events = EventColumns.of(table);
            for (Table.Row row : table.rows()) {
                Optional<Day> first = events.day(row, from);
                Optional<Day> last = events.day(row, to);
                if (first.isPresent() && last.isPresent()) {
                    pairs.add(new DayPair(first.get(), last.get()));
                }
            }
        }
        return pairs;
    }

    /** The days of the one row whose name stands in quotation marks in the sentence. */
    static Optional<DayPair> ofRow(Claims claims, Passage passage, int at, Event from, Optional<Event> to) {
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
                    return Optional.of(new DayPair(first.get(), last.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The last day before the words, and the last of the first event before that. */
    static Optional<DayPair> ofText(Claims claims, Passage passage, int at, Event from, Optional<Event> to) {
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
                        .map(first -> new DayPair(first, last))
                : Optional.empty();
    }
}
