package org.jizhun.server.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * A year's calendar for people.
 *
 * @param known whether the calendar of this year was loaded; where not, everything else is empty
 * @param source the notice it was taken from
 * @param workingDays of the year
 * @param months working days of each month, from January
 * @param off stretches of free days that are more than a weekend
 * @param makeUp Saturdays and Sundays on which work is done
 */
record YearOfDays(
        int year,
        boolean known,
        @Nullable String source,
        int workingDays,
        List<Integer> months,
        List<Stretch> off,
        List<LocalDate> makeUp) {

    YearOfDays {
        months = List.copyOf(months);
        off = List.copyOf(off);
        makeUp = List.copyOf(makeUp);
    }

    /** Free days in a row. */
    record Stretch(LocalDate from, LocalDate to) {}

    static YearOfDays of(WorkingDays calendar, int year) {
        boolean known = year >= Year.MIN_VALUE
                && year <= Year.MAX_VALUE
                && calendar.years().contains(Year.of(year));
        if (!known) {
            return new YearOfDays(year, false, null, 0, List.of(), List.of(), List.of());
        }
        List<Integer> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate first = LocalDate.of(year, month, 1);
            months.add((int) first.datesUntil(first.plusMonths(1))
                    .filter(day -> works(calendar, day))
                    .count());
        }
        return new YearOfDays(
                year,
                true,
                calendar.sources().get(Year.of(year)),
                months.stream().mapToInt(Integer::intValue).sum(),
                months,
                stretches(calendar, year),
                calendar.makeUp().stream()
                        .filter(day -> day.getYear() == year)
                        .sorted()
                        .toList());
    }

    private static boolean works(WorkingDays calendar, LocalDate day) {
        return calendar.isWorkingDay(day).orElse(false);
    }

    /** A stretch counts if one of its days is free by the calendar and not only by being a weekend. */
    private static List<Stretch> stretches(WorkingDays calendar, int year) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate day = LocalDate.of(year, 1, 1);
        while (!day.isAfter(end)) {
            LocalDate last = day;
            boolean named = calendar.off().contains(day);
            if (works(calendar, day)) {
                day = day.plusDays(1);
                continue;
            }
            while (last.isBefore(end) && !works(calendar, last.plusDays(1))) {
                last = last.plusDays(1);
                named |= calendar.off().contains(last);
            }
            if (named) {
                stretches.add(new Stretch(day, last));
            }
            day = last.plusDays(1);
        }
        return stretches;
    }
}
