package org.jizhun.auditor.relation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * The year that the chapter of a paragraph or table is about, where its heading names one: 一、2023年预算执行情况 speaks of 2023 until
 * 二、2024年预算草案 speaks of 2024. A figure of one is no figure of the other.
 */
final class YearsOfSections {

    private static final Sought YEAR = Sought.of(Pattern.compile("20\\d{2}(?=年)"));

    /** The year from a rank in reading order on; 0 for none. */
    private final TreeMap<Integer, Integer> from = new TreeMap<>();

    static YearsOfSections of(Claims claims) {
        return claims.derived(YearsOfSections.class, YearsOfSections::read);
    }

    private static YearsOfSections read(Claims claims) {
        YearsOfSections years = new YearsOfSections();
        for (Passage passage : claims.passages()) {
            if (Chapters.isTitleLine(passage)) {
                years.from.put(passage.order(), onlyYear(passage.text()).orElse(0));
            }
        }
        return years;
    }

    /** The year in words that name one and no other. */
    static Optional<Integer> onlyYear(String words) {
        Matcher year = YEAR.in(words);
        Optional<Integer> only = Optional.empty();
        while (year.find()) {
            int found = Integer.parseInt(year.group());
            if (only.filter(earlier -> earlier != found).isPresent()) {
                return Optional.empty();
            }
            only = Optional.of(found);
        }
        return only;
    }

    /** The year of what stands at a rank in reading order. */
    Optional<Integer> at(int order) {
        return Optional.ofNullable(from.floorEntry(order))
                .map(Map.Entry::getValue)
                .filter(year -> year > 0);
    }

    /** Whether two places speak of two years. */
    boolean differ(int one, int two) {
        Optional<Integer> first = at(one);
        Optional<Integer> second = at(two);
        return first.isPresent() && second.isPresent() && !first.equals(second);
    }
}
