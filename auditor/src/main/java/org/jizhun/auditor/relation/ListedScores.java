package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Scores told one after the other and closed by their sum: 决策20分得19分、管理20分得18分……总得分94分.
 */
final class ListedScores implements Relation {

    private static final Sought WEIGHT_THEN = Sought.of("^，?(?:实际|自评|评价)?得分?$");
    private static final Sought CLOSING =
            Sought.of("(?:总得分|总分|合计得分|合计得?|共计得?分?|综合得分|总计得?分?|最终得分|自评得分|评价得分|综合评分|得分)(?:为|是|：)?$");
    /** 得分依次为9.54分、47.90分、28.20分、9.60分. */
    private static final Sought IN_ORDER = Sought.of("得分?(?:依次|分别)(?:为|是)?$");

    @Override
    public String name() {
        return "listed-scores";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            pairs(claims.mentions(passage), passage.text(), ledger);
            row(claims.mentions(passage), ledger);
        }
    }

    /** 决策得14分、过程得22.5分、产出得33.5分、效益得22分，总分92分: scores only, closed by their sum. */
    private static void row(List<Mention> mentions, Ledger ledger) {
        List<Figure> scores = new ArrayList<>();
        for (Mention mention : mentions) {
            boolean points = mention.figure().kind() == Figure.Kind.POINTS;
            if (points && scores.size() >= 3 && CLOSING.isIn(mention.before()) && !ledger.judged(mention.figure())) {
                total(mention, scores, ledger);
            }
            boolean first = points && IN_ORDER.isIn(mention.before());
            boolean next = points && !scores.isEmpty() && Sought.kept("[、，和]").is(mention.before());
            boolean named = points
                    && Sought.kept("[，、]?[^，、；。\\d]{2,10}(?:实际|自评)?得").is(mention.before())
                    && !mention.before().contains("满分");
            boolean got =
                    (first || next || named) && !Sought.kept(".*(?:分值|满分|权重).*").is(mention.before());
            if (!got) {
                scores.clear();
            } else {
                scores.add(mention.figure());
            }
        }
    }

    /** Weight and score by turns, then the total. */
    private static void pairs(List<Mention> mentions, String text, Ledger ledger) {
        List<Figure> scores = new ArrayList<>();
        Mention whole = null;
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Figure weight = mentions.get(i).figure();
            Figure score = mentions.get(i + 1).figure();
            boolean pair = weight.kind() == Figure.Kind.POINTS
                    && score.kind() == Figure.Kind.POINTS
                    && WEIGHT_THEN.is(text.substring(weight.end(), score.start()));
            if (pair) {
                boolean announced = scores.isEmpty()
                        && i > 0
                        && text.substring(mentions.get(i - 1).figure().end(), weight.start())
                                .contains("其中");
                whole = announced ? mentions.get(i - 1) : whole;
                scores.add(score);
                i++;
            } else if (scores.size() >= 2 && weight.kind() == Figure.Kind.POINTS) {
                total(mentions.get(i), scores, ledger);
                return;
            }
        }
        if (scores.size() >= 2 && whole != null) {
            total(whole, scores, ledger);
        } else if (scores.size() >= 2) {
            total(mentions.get(mentions.size() - 1), scores, ledger);
        }
    }

    private static void total(Mention total, List<Figure> scores, Ledger ledger) {
        if (scores.contains(total.figure()) || !CLOSING.isIn(total.before())) {
            return;
        }
        Equation equation = new Equation(total.figure(), Side.of(scores), Side.ONE);
        if (equation.judge() != Verdict.DIFFERS || Near.within(equation, 25)) {
            ledger.check(new Check(Kind.ROLLUP, "sum-differs", "", Formulas.sum(scores), equation));
        }
    }
}
