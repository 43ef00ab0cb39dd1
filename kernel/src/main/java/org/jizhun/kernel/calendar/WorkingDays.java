package org.jizhun.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A calendar of working days: Monday to Friday except days off, plus make-up working days, for the years that were
 * loaded. Every answer that would touch a day outside those years is empty: it is refused, not guessed.
 *
 * @param years the years for which days off and make-up days are complete
 * @param off days off, weekends not counted
 * @param makeUp Saturdays and Sundays on which work is done
 */
public record WorkingDays(Set<Year> years, Set<LocalDate> off, Set<LocalDate> makeUp, Map<Year, String> sources) {

    public WorkingDays {
        years = Set.copyOf(years);
        off = Set.copyOf(off);
        makeUp = Set.copyOf(makeUp);
        sources = Map.copyOf(sources);
    }

    /** A calendar without any year: it refuses every date. */
    public static final WorkingDays NONE = new WorkingDays(Set.of(), Set.of(), Set.of(), Map.of());

    public boolean covers(LocalDate date) {
        return years.contains(Year.from(date));
    }

    /** Whether work is done on this day; empty for a year that is not loaded. */
    public Optional<Boolean> isWorkingDay(LocalDate date) {
        return covers(date) ? Optional.of(works(date)) : Optional.empty();
    }

    /**
     * The day reached by counting {@code days} working days after {@code start}, which itself is not counted. A negative
     * count goes back.
     */
    public Optional<LocalDate> add(LocalDate start, long days) {
        LocalDate day = start;
        int step = days < 0 ? -1 : 1;
        for (long left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            if (!covers(day)) {
                return Optional.empty();
            }
            if (works(day)) {
                left--;
            }
        }
        return covers(start) ? Optional.of(day) : Optional.empty();
    }

    /** Working days after {@code start} up to and including {@code end}; negative where {@code end} is earlier. */
    public Optional<Long> between(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            return between(end, start).map(days -> -days);
        }
        if (!covers(start) || !covers(end)) {
            return Optional.empty();
        }
        long days = 0;
        for (LocalDate day = start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            if (!covers(day)) {
                return Optional.empty();
            }
            if (works(day)) {
                days++;
            }
        }
        return Optional.of(days);
    }

    private boolean works(LocalDate date) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return makeUp.contains(date) || (!weekend && !off.contains(date));
    }
}
