package org.jizhun.auditor.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A printed calendar day. A day without a year has that of the day before it in the passage, or of the year named before it there.
 *
 * @param ownYear whether the year stands with it
 * @param before the words of its clause before it, back to the last mark or day
 * @param after the words of its clause after it
 */
public record Day(LocalDate date, boolean ownYear, Passage passage, int start, int end, String before, String after) {

    /** A day as printed, the year in front of it or not. */
    public static final Sought PRINTED =
            Sought.of(Pattern.compile("(?:(?<year>(?:19|20)\\d{2})年)?(?<![\\d.])(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]"
                    + "|(?<year2>(?:19|20)\\d{2})[-/.](?<month2>\\d{1,2})[-/.](?<day2>\\d{1,2})(?!\\d)"));

    private static final Pattern YEAR = Pattern.compile("(?<year>20\\d{2})[年届]");
    private static final String MARKS = "，。；：！？、";

    /** With its year and in full: 2037年6月17日. */
    public static String print(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** The days of a passage in order; those that do not exist, and those without any year, are left out. */
    public static List<Day> of(Passage passage) {
        return of(passage, 0);
    }

    /** @param told the year that days have where neither they nor the passage name one; 0 leaves these out */
    public static List<Day> of(Passage passage, int told) {
        String text = passage.text();
        if (text.indexOf('月') < 0 && !text.contains("20") && !text.contains("19")) {
            return List.of();
        }
        List<Day> days = new ArrayList<>();
        Matcher matcher = PRINTED.in(passage);
        int year = 0;
        int last = 0;
        while (matcher.find()) {
            boolean dashed = matcher.group("year2") != null;
            String printed = dashed ? matcher.group("year2") : matcher.group("year");
            year = year > 0 ? year : named(text, matcher.start(), told);
            year = printed == null ? year : Integer.parseInt(printed);
            Optional<LocalDate> date = date(
                    year,
                    Integer.parseInt(dashed ? matcher.group("month2") : matcher.group("month")),
                    Integer.parseInt(dashed ? matcher.group("day2") : matcher.group("day")));
            if (year > 0 && date.isPresent()) {
                int from = matcher.start();
                while (from > last
                        && MARKS.indexOf(text.charAt(from - 1)) < 0
                        && (text.charAt(from - 1) != '（' || from > matcher.start() - 2)) {
                    from--;
                }
                int to = matcher.end();
                while (to < text.length() && MARKS.indexOf(text.charAt(to)) < 0) {
                    to++;
                }
                days.add(new Day(
                        date.get(),
                        printed != null,
                        passage,
                        matcher.start(),
                        matcher.end(),
                        text.substring(from, matcher.start()),
                        text.substring(matcher.end(), to)));
            }
            last = matcher.end();
        }
        return days;
    }

    /** The last year named before, such as 2024 in 2024届毕业生…截至8月31日; another if none is. */
    private static int named(String text, int to, int otherwise) {
        Matcher year = YEAR.matcher(text).region(0, to);
        int last = otherwise;
        while (year.find()) {
            last = Integer.parseInt(year.group("year"));
        }
        return last;
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    public String text() {
        return passage.text().substring(start, end);
    }

    public org.jizhun.auditor.text.Spot spot() {
        return passage.spot(start, end);
    }
}
