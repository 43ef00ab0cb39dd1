package org.jizhun.kernel.formula;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * Dates and durations. As in FEEL there are two families of durations, days and year-months, which are never mixed: one
 * month is not a number of days. Whatever leaves the years 1 to 9999 is null.
 */
final class Temporals {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DURATION = Pattern.compile("-?P(\\d{1,6}D|\\d{1,4}Y|\\d{1,5}M|\\d{1,4}Y\\d{1,5}M)");

    private Temporals() {}

    static @Nullable LocalDate date(String text) {
        try {
            return DATE.matcher(text).matches() ? checked(LocalDate.parse(text)) : null;
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    static @Nullable LocalDate date(Exact year, Exact month, Exact day) {
        if (!small(year) || !small(month) || !small(day)) {
            return null;
        }
        try {
            return checked(LocalDate.of(whole(year), whole(month), whole(day)));
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    static @Nullable Period duration(String text) {
        return DURATION.matcher(text).matches() ? Period.parse(text).normalized() : null;
    }

    static @Nullable LocalDate plus(LocalDate date, Period period) {
        try {
            return checked(date.plus(period));
        } catch (DateTimeException | ArithmeticException tooFar) {
            return null;
        }
    }

    static boolean sameFamily(Period left, Period right) {
        return (isMonths(left) && isMonths(right)) || (isDays(left) && isDays(right));
    }

    static boolean isMonths(Period period) {
        return days(period) == 0;
    }

    static boolean isDays(Period period) {
        return period.toTotalMonths() == 0;
    }

    static long days(Period period) {
        return period.get(ChronoUnit.DAYS);
    }

    static @Nullable Period plus(Period left, Period right) {
        try {
            return sameFamily(left, right) ? left.plus(right).normalized() : null;
        } catch (ArithmeticException tooLong) {
            return null;
        }
    }

    /** The order of two durations of one family; null where they cannot be compared. */
    static @Nullable Integer compare(Period left, Period right) {
        if (!sameFamily(left, right)) {
            return null;
        }
        int months = Long.compare(left.toTotalMonths(), right.toTotalMonths());
        return months != 0 ? months : Long.compare(days(left), days(right));
    }

    static @Nullable Period times(Period period, Exact factor) {
        try {
            return small(factor) ? period.multipliedBy(whole(factor)).normalized() : null;
        } catch (ArithmeticException tooLong) {
            return null;
        }
    }

    private static @Nullable LocalDate checked(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= 9999 ? date : null;
    }

    static boolean small(Exact number) {
        return number.isWhole() && number.abs().compareTo(Exact.of(1_000_000)) <= 0;
    }

    static int whole(Exact number) {
        return Integer.parseInt(number.toString());
    }
}
