package org.jizhun.auditor.relation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * The days of all paragraphs. A day without a year, in a paragraph that names none, has that of the last day told before it: 9月28日签订合同
 * in the paragraph that follows one on 2023年.
 */
final class DaysOfText {

    /** So far back a year is still meant. */
    private static final int REACH = 6;
    /** A year that no calendar of working days knows, for a text that names none: days of one year are as far apart in any. */
    private static final int NO_YEAR = 2002;

    private static final Sought YEAR = Sought.of(Pattern.compile("(?<year>20\\d{2})年"), "2", "年");

    private final Map<Passage, List<Day>> days = new HashMap<>();

    private DaysOfText() {}

    static DaysOfText of(Claims claims) {
        return claims.derived(DaysOfText.class, DaysOfText::read);
    }

    private static DaysOfText read(Claims claims) {
        DaysOfText text = new DaysOfText();
        int year = claims.passages().stream().noneMatch(passage -> YEAR.isIn(passage)) ? NO_YEAR : 0;
        int at = year > 0 ? Integer.MAX_VALUE / 2 : 0;
        for (Passage passage : claims.passages()) {
            List<Day> own = Day.of(passage, passage.order() - at <= REACH ? year : 0);
            text.days.put(passage, own);
            if (own.isEmpty()) {
                Matcher named = YEAR.in(passage);
                while (named.find()) {
                    year = Integer.parseInt(named.group("year"));
                    at = passage.order();
                }
            }
            for (Day day : own) {
                if (day.ownYear()) {
                    year = day.date().getYear();
                    at = passage.order();
                }
            }
        }
        return text;
    }

    List<Day> of(Passage passage) {
        return days.getOrDefault(passage, List.of());
    }
}
