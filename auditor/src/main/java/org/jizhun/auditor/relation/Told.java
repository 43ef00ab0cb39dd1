package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Passage;

/**
 * A figure of running text with its role.
 *
 * @param paragraph rank of its paragraph
 */
record Told(Mention mention, Role role, int paragraph) {

    /** The figures of every paragraph of a document, in order. */
    static final class OfText {

        private final List<List<Told>> paragraphs = new ArrayList<>();

        private OfText(Claims claims) {
            int usual = usualYear(claims);
            int last = 0;
            for (Passage passage : claims.passages()) {
                List<Mention> mentions = claims.mentions(passage);
                int latest = mentions.stream()
                        .flatMap(mention -> NowAndThen.year(mention).stream())
                        .mapToInt(year -> year)
                        .filter(year -> year <= usual + 1)
                        .max()
                        .orElse(0);
                int year = Math.max(usual, Math.max(latest, last));
                List<Told> told = new ArrayList<>();
                for (Mention mention : mentions) {
                    told.add(new Told(mention, Role.of(mention, year), paragraphs.size()));
                }
                last = latest;
                paragraphs.add(List.copyOf(told));
            }
        }

        /** The year that figures are told of most often; of two the later one. */
        private static int usualYear(Claims claims) {
            Map<Integer, Integer> times = new TreeMap<>();
            for (Passage passage : claims.passages()) {
                claims.mentions(passage)
                        .forEach(mention ->
                                NowAndThen.year(mention).ifPresent(year -> times.merge(year, 1, Integer::sum)));
            }
            return times.entrySet().stream()
                    .reduce((one, two) -> two.getValue() >= one.getValue() ? two : one)
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }

        static OfText of(Claims claims) {
            return claims.derived(OfText.class, OfText::new);
        }

        List<List<Told>> paragraphs() {
            return paragraphs;
        }

        /** The figures of a paragraph and of those before it. */
        List<Told> until(int paragraph, int back) {
            List<Told> all = new ArrayList<>();
            for (int i = Math.max(0, paragraph - back); i <= paragraph; i++) {
                all.addAll(paragraphs.get(i));
            }
            return all;
        }
    }

    Figure figure() {
        return mention.figure();
    }

    boolean isOther(Told told) {
        return !figure().equals(told.figure());
    }

    boolean isLike(Told other) {
        return mention.isLike(other.mention);
    }

    boolean isMeasured() {
        return mention.isMeasured();
    }

    String text() {
        return figure().passage().text();
    }

    boolean inSentenceOf(Told other) {
        return paragraph == other.paragraph && mention.sentence() == other.mention.sentence();
    }

    boolean isBefore(Told other) {
        return paragraph < other.paragraph
                || (paragraph == other.paragraph
                        && figure().end() <= other.figure().start());
    }

    /** Sentences between two figures; many where they stand in two paragraphs. */
    int sentencesFrom(Told other) {
        return paragraph == other.paragraph
                ? Math.abs(mention.sentence() - other.mention.sentence())
                : 10 * Math.abs(paragraph - other.paragraph);
    }
}
