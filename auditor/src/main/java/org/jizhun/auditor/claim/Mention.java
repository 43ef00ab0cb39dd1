package org.jizhun.auditor.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.text.Passage;

/**
 * A claim with the words around its figure, each way as far as the next figure or the end of the clause.
 *
 * @param sentence rank of its sentence within the passage
 * @param bracketed whether the figure stands in brackets
 */
public record Mention(Claim claim, String before, String after, int sentence, boolean bracketed) {

    private static final String MARKS = "，。；：！？;";

    /** The mentions of a passage in order. */
    static List<Mention> of(Passage passage, List<Sentence> sentences) {
        String text = passage.text();
        List<Mention> mentions = new ArrayList<>();
        int rank = 0;
        int last = 0;
        for (Sentence sentence : sentences) {
            List<Claim> claims = sentence.claims();
            for (int i = 0; i < claims.size(); i++) {
                Figure figure = claims.get(i).figure();
                int from = figure.start();
                while (from > Math.max(last, sentence.start()) && MARKS.indexOf(text.charAt(from - 1)) < 0) {
                    from--;
                }
                int stop = i + 1 < claims.size() ? claims.get(i + 1).figure().start() : sentence.end();
                int to = figure.end();
                while (to < stop && MARKS.indexOf(text.charAt(to)) < 0) {
                    to++;
                }
                boolean bracketed = text.lastIndexOf('（', figure.start()) > text.lastIndexOf('）', figure.start());
                mentions.add(new Mention(
                        claims.get(i),
                        text.substring(from, figure.start()),
                        text.substring(figure.end(), Math.max(to, figure.end())),
                        rank,
                        bracketed));
                last = figure.end();
            }
            rank++;
        }
        return mentions;
    }

    public Figure figure() {
        return claim.figure();
    }

    public Optional<String> measure() {
        return claim.measure();
    }

    /** Money, or things counted in a unit. */
    public boolean isMeasured() {
        return figure().kind() == Figure.Kind.AMOUNT || figure().kind() == Figure.Kind.COUNT;
    }

    /** Whether both count the same: money whatever its unit, things of one unit, percentages. */
    public boolean isLike(Mention other) {
        return figure().isLike(other.figure());
    }
}
