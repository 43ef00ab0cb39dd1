package org.jizhun.auditor.relation;

import java.util.List;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** A score rate right after its weight and its score: 产出30分，得29分，得分率96.67%. */
final class ScoreRates implements Relation {

    private static final Sought RATE = Sought.of("得分(?:率|比率?)(?:为|是|：|达到?)?$");
    private static final Sought SCORE = Sought.of("(?:得分?|评分|自评|评价)(?:为|是|：)?$");
    private static final Sought FULL = Sought.of("(?:满分|分值|权重|总分值?|标准分)(?:为|是|：)?$");
    private static final Sought OTHER = Sought.of("扣|每|上年|去年|其中");

    @Override
    public String name() {
        return "score-rates";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 2; i < mentions.size(); i++) {
                rate(mentions.get(i - 2), mentions.get(i - 1), mentions.get(i), ledger);
                boolean full = FULL.isIn(mentions.get(i - 2).before())
                        && mentions.get(i - 2).bracketed()
                        && mentions.get(i - 1).before().endsWith("）");
                if (full) {
                    rate(mentions.get(i - 2), mentions.get(i - 1), mentions.get(i), true, ledger);
                }
                if (FULL.isIn(mentions.get(i - 1).before())) {
                    rate(mentions.get(i - 1), mentions.get(i - 2), mentions.get(i), ledger);
                }
            }
        }
        RatesByName.enter(claims, ledger);
    }

    private static void rate(Mention weight, Mention score, Mention rate, Ledger ledger) {
        rate(weight, score, rate, SCORE.isIn(score.before()), ledger);
    }

    /** @param scored whether the words make the second figure a score, as 18.5分 is in （满分20分）18.5分 */
    private static void rate(Mention weight, Mention score, Mention rate, boolean scored, Ledger ledger) {
        boolean points = isPoints(weight) && isPoints(score) && rate.figure().kind() == Figure.Kind.PERCENT;
        boolean together = weight.sentence() == rate.sentence() && score.sentence() == rate.sentence();
        if (!points
                || !together
                || !RATE.isIn(rate.before())
                || !scored
                || OTHER.isIn(weight.before() + score.before())
                || weight.figure().value().compareTo(score.figure().value()) < 0
                || ledger.judged(rate.figure())) {
            return;
        }
        Equation equation = new Equation(rate.figure(), Side.of(score.figure()), Side.of(weight.figure()));
        if (Near.tight(equation) || Near.within(equation, 20)) {
            ledger.check(new Check(
                    Kind.SCORE_RATE,
                    "score-rate-differs",
                    weight.claim().subject(),
                    Formulas.quotient(score.figure(), weight.figure()),
                    equation));
        }
    }

    private static boolean isPoints(Mention mention) {
        return mention.figure().kind() == Figure.Kind.POINTS && mention.figure().nearness() == Figure.Nearness.EXACT;
    }
}
