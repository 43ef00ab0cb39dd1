package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Scores told in turn with their full marks, 预算执行满分10分，得9.90分；产出指标满分50分，得49.00分；…: where the marks make up one hundred, the scores make up
 * the total of the paragraph.
 */
final class MarkedScores {

    private static final Sought PAIR = Sought.of(
            "(?:满分|分值|权重|标准分)(?:为|共)?(?<mark>\\d{1,3}(?:\\.\\d+)?)分[，、）]?(?:实际|自评|评价)?得(?:分)?(?:为)?(?<score>\\d{1,3}(?:\\.\\d+)?)分");

    private static final int FEWEST = 3;

    private MarkedScores() {}

    static void enter(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            Matcher pair = PAIR.in(passage);
            List<Figure> scores = new ArrayList<>();
            Exact marks = Exact.ZERO;
            while (pair.find()) {
                int at = pair.start("score");
                mentions.stream()
                        .map(Mention::figure)
                        .filter(figure -> figure.start() == at)
                        .forEach(scores::add);
                marks = marks.plus(Exact.parse(pair.group("mark")));
            }
            if (scores.size() >= FEWEST && marks.equals(Exact.HUNDRED)) {
                total(mentions, scores)
                        .map(total -> Checks.sum(Kind.ROLLUP, "", total, scores))
                        .filter(check ->
                                Near.within(check.equation(), RollUps.NEARLY_ALL) && !ledger.knows(check.equation()))
                        .ifPresent(ledger::check);
            }
        }
    }

    /** The one total told before the scores or behind them. */
    private static Optional<Figure> total(List<Mention> mentions, List<Figure> scores) {
        List<Figure> totals = mentions.stream()
                .filter(mention -> !scores.contains(mention.figure()) && RollUps.isTotalOf(mention))
                .map(Mention::figure)
                .toList();
        return totals.size() == 1 ? Optional.of(totals.get(0)) : Optional.empty();
    }
}
