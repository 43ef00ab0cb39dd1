package org.jizhun.server.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What time a value is of: a year (2025), a quarter (2025Q1), a month (2025-03) or a day (2025-03-31). */
record Period(String text, LocalDate first, LocalDate last) {

    static final String EXAMPLES = "2025 2025Q1 2025-03 2025-03-31";

    private static final Pattern FORM =
            Pattern.compile("(?<year>\\d{4})(?:Q(?<quarter>[1-4])|-(?<month>\\d{2})(?:-(?<day>\\d{2}))?)?");

    /** Empty where it is none of these. */
    static Optional<Period> of(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group("year"));
        try {
            if (parts.group("day") != null) {
                LocalDate day = LocalDate.parse(text.strip());
                return Optional.of(new Period(text.strip(), day, day));
            }
            if (parts.group("month") != null) {
                YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group("month")));
                return Optional.of(new Period(text.strip(), month.atDay(1), month.atEndOfMonth()));
            }
            if (parts.group("quarter") != null) {
                int last = 3 * Integer.parseInt(parts.group("quarter"));
                return Optional.of(new Period(
                        text.strip(),
                        LocalDate.of(year, last - 2, 1),
                        YearMonth.of(year, last).atEndOfMonth()));
            }
            return Optional.of(new Period(text.strip(), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    boolean overlaps(Period other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }
}
