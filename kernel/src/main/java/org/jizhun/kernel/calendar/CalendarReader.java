package org.jizhun.kernel.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * Reads calendars, one YAML text a year, into one {@link WorkingDays}. A year whose file has a mistake is left out, so that
 * dates in it are refused instead of counted wrongly; every mistake is told with its line and column.
 *
 * <pre>
 * year: 2023
 * source: the notice that sets the days off
 * working-days: 249          # checked against the days below
 * off:
 *   - {name: 春节, from: 2023-01-21, to: 2023-01-27}
 * make-up:
 *   - 2023-01-28
 * </pre>
 */
public final class CalendarReader {

    private static final Set<String> KEYS = Set.of("year", "source", "provenance", "working-days", "off", "make-up");
    private static final Set<String> OFF_KEYS = Set.of("name", "from", "to");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Year, Place> years = new HashMap<>();
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> makeUp = new HashSet<>();
    private final Map<Year, String> sources = new HashMap<>();

    private CalendarReader() {}

    /** All calendars together; {@code texts} by file name. */
    public static Result<WorkingDays> read(Map<String, String> texts) {
        CalendarReader reader = new CalendarReader();
        new TreeMap<>(texts).forEach(reader::file);
        WorkingDays calendar = new WorkingDays(reader.years.keySet(), reader.off, reader.makeUp, reader.sources);
        return new Result<>(calendar, reader.problems);
    }

    private void file(String file, String text) {
        Result<YamlNode> parsed = YamlNode.parse(file, text);
        List<Problem> mistakes = new ArrayList<>(parsed.problems());
        YamlNode root = parsed.value();
        root.refuseUnknownKeys(KEYS, mistakes);
        String source = root.required("source", mistakes);
        Optional<Year> year = year(root, mistakes);
        if (year.isPresent()) {
            Set<LocalDate> free = daysOff(root, year.get(), mistakes);
            Set<LocalDate> made = makeUpDays(root, year.get(), free, mistakes);
            checkTotal(root, year.get(), free, made, mistakes);
            if (mistakes.isEmpty()) {
                years.put(year.get(), root.place());
                sources.put(year.get(), source);
                off.addAll(free);
                makeUp.addAll(made);
            }
        }
        problems.addAll(mistakes);
    }

    private Optional<Year> year(YamlNode root, List<Problem> mistakes) {
        String text = root.required("year", mistakes);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Place place = place(root, "year");
        if (!text.matches("[1-9]\\d{3}")) {
            mistakes.add(Problem.of("calendar-year-wrong", place, "found", text));
            return Optional.empty();
        }
        Year year = Year.parse(text);
        Place earlier = years.get(year);
        if (earlier != null) {
            mistakes.add(Problem.of("calendar-year-twice", place, "year", year, "other", earlier.file()));
        }
        return Optional.of(year);
    }

    private static Set<LocalDate> daysOff(YamlNode root, Year year, List<Problem> mistakes) {
        Set<LocalDate> days = new HashSet<>();
        for (YamlNode holiday : root.items("off")) {
            holiday.refuseUnknownKeys(OFF_KEYS, mistakes);
            holiday.required("name", mistakes);
            Optional<LocalDate> from = dateUnder(holiday, "from", year, mistakes);
            Optional<LocalDate> to = dateUnder(holiday, "to", year, mistakes);
            if (from.isEmpty() || to.isEmpty()) {
                continue;
            }
            if (to.get().isBefore(from.get())) {
                mistakes.add(Problem.of(
                        "calendar-range-backwards", place(holiday, "to"), "from", from.get(), "to", to.get()));
            }
            from.get().datesUntil(later(from.get(), to.get()).plusDays(1)).forEach(days::add);
        }
        return days;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Set<LocalDate> makeUpDays(YamlNode root, Year year, Set<LocalDate> off, List<Problem> mistakes) {
        Set<LocalDate> days = new HashSet<>();
        for (YamlNode node : root.items("make-up")) {
            date(node, year, mistakes).ifPresent(day -> {
                if (!isWeekend(day)) {
                    mistakes.add(Problem.of("calendar-make-up-not-weekend", node.place(), "date", day));
                } else if (off.contains(day)) {
                    mistakes.add(Problem.of("calendar-off-and-make-up", node.place(), "date", day));
                } else if (!days.add(day)) {
                    mistakes.add(Problem.of("calendar-day-twice", node.place(), "date", day));
                }
            });
        }
        return days;
    }

    private static void checkTotal(
            YamlNode root, Year year, Set<LocalDate> off, Set<LocalDate> makeUp, List<Problem> mistakes) {
        String stated = root.required("working-days", mistakes);
        WorkingDays alone = new WorkingDays(Set.of(year), off, makeUp, Map.of());
        long counted = year.atDay(1)
                .datesUntil(year.atDay(year.length()).plusDays(1))
                .filter(day -> alone.isWorkingDay(day).orElse(false))
                .count();
        if (!stated.isEmpty() && !stated.equals(String.valueOf(counted))) {
            mistakes.add(Problem.of(
                    "calendar-total-differs", place(root, "working-days"), "found", stated, "expected", counted));
        }
    }

    private static Optional<LocalDate> dateUnder(YamlNode node, String key, Year year, List<Problem> mistakes) {
        node.required(key, mistakes);
        return node.get(key).filter(value -> !value.text().isBlank()).flatMap(value -> date(value, year, mistakes));
    }

    private static Optional<LocalDate> date(YamlNode node, Year year, List<Problem> mistakes) {
        LocalDate date;
        try {
            date = LocalDate.parse(node.text());
        } catch (DateTimeException wrong) {
            mistakes.add(Problem.of("calendar-date-wrong", node.place(), "found", node.text()));
            return Optional.empty();
        }
        if (date.getYear() != year.getValue()) {
            mistakes.add(Problem.of("calendar-date-outside-year", node.place(), "date", date, "year", year));
            return Optional.empty();
        }
        return Optional.of(date);
    }

    private static Place place(YamlNode node, String key) {
        return node.get(key).map(YamlNode::place).orElse(node.place());
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
