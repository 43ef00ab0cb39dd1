package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A day of running text, or the first of a month of which no day is told.
 *
 * @param month whether it is a month
 * @param before the words of its clause before it
 * @param after the words of its clause behind it
 */
record Moment(LocalDate date, boolean month, int start, int end, String before, String after, String text) {

    /** 2037年5月, no day behind it. */
    private static final Sought MONTH =
            Sought.of("(?<year>20\\d{2})年(?<month>1[0-2]|[1-9])月(?!\\d{1,2}[日号])(?:份|底|末|初)?");

    /** Those of a paragraph in order. */
    static List<Moment> of(Passage passage) {
        String text = passage.text();
        List<Moment> moments = new ArrayList<>();
        for (Day day : Day.of(passage)) {
            moments.add(new Moment(day.date(), false, day.start(), day.end(), day.before(), day.after(), day.text()));
        }
        Matcher month = MONTH.in(text);
        while (month.find()) {
            LocalDate first = YearMonth.of(
                            Integer.parseInt(month.group("year")), Integer.parseInt(month.group("month")))
                    .atDay(1);
            moments.add(new Moment(
                    first,
                    true,
                    month.start(),
                    month.end(),
                    clauseBefore(text, month.start()),
                    clauseAfter(text, month.end()),
                    month.group()));
        }
        moments.sort(Comparator.comparingInt(Moment::start));
        return moments;
    }

    private static String clauseBefore(String text, int at) {
        int from = at;
        while (from > 0 && "，。；：、".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, at);
    }

    private static String clauseAfter(String text, int at) {
        int to = at;
        while (to < text.length() && "，。；：、".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(at, to);
    }
}
