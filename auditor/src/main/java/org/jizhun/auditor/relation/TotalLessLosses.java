package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.jizhun.kernel.quantity.Exact;

/**
 * A total score and all that was deducted, told in one paragraph: 自评总分93.4分。采购意向公开不及时扣1分；……扣1.2分。其余指标均为满分. The total is one
 * hundred less the deductions; told where the text says that all else has full marks, or where the total misses it by a slip.
 */
final class TotalLessLosses implements Relation {

    private static final Sought FULL = Sought.of(
            "(?:其余|其他|其它|剩余)[^，。；]{0,12}(?:满分|不扣分|未扣分|没有扣分|全部得分)|除(?:此|上述)[^，。；]{0,12}(?:之?外|以外)[^。；]{0,12}满分|仅[^，。；]{0,10}扣分|满分(?:为)?100分");

    /** 上年, a rule or a limit: no deduction of this score. */
    private static final Sought OTHER = Sought.of("上年|去年|最多|上限|封顶|不超过");

    /** 。扣分合计, which names nothing that it is of. */
    private static final Sought ALTOGETHER = Sought.of("。(?:扣分合计|合计扣分?|共计?扣分?|总扣分|累计扣分?)(?:为)?$");

    private static final int FEWEST = 2;

    @Override
    public String name() {
        return "total-less-losses";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf('扣') >= 0 && passage.text().indexOf('总') >= 0) {
                paragraph(claims.mentions(passage), passage.text(), ledger);
                altogether(claims.mentions(passage), passage.text(), ledger);
            }
        }
    }

    /** 自评总分97.91分。其中…。扣分合计2.09分: what the one total of the paragraph misses of a hundred. */
    private static void altogether(List<Mention> mentions, String text, Ledger ledger) {
        List<Figure> totals = mentions.stream()
                .map(Mention::figure)
                .filter(figure ->
                        figure.kind() == Figure.Kind.POINTS && ScoreWords.of(figure, text) == ScoreWords.TOTAL)
                .toList();
        for (Mention mention : mentions) {
            Figure all = mention.figure();
            boolean own = totals.size() == 1
                    && all.kind() == Figure.Kind.POINTS
                    && all.start() > totals.get(0).end()
                    && ALTOGETHER.isIn(text.substring(0, all.start()))
                    && totals.get(0).value().compareTo(Exact.HUNDRED) < 0;
            if (own && !ledger.judged(all)) {
                Side rest = new Side(Map.of(totals.get(0), Exact.of(-1)), Exact.HUNDRED);
                ledger.check(new Check(
                        Kind.SCORE,
                        "score-differs",
                        "",
                        "100 - " + totals.get(0).text(),
                        new Equation(all, rest, Side.ONE)));
            }
        }
    }

    /** 扣分0.50分，其中执行率扣0.35分、投资完成率扣0.15分: the first is both others. */
    private static boolean isSumOfOthers(Figure all, List<Figure> taken) {
        Exact others = taken.stream()
                .filter(figure -> !figure.equals(all))
                .map(Figure::value)
                .reduce(Exact.ZERO, Exact::plus);
        return taken.size() > FEWEST && others.equals(all.value());
    }

    private static void paragraph(List<Mention> mentions, String text, Ledger ledger) {
        List<Figure> totals = new ArrayList<>();
        List<Figure> taken = new ArrayList<>();
        for (Mention mention : mentions) {
            Figure figure = mention.figure();
            if (figure.kind() != Figure.Kind.POINTS) {
                continue;
            }
            switch (ScoreWords.of(mention, text)) {
                case TOTAL -> totals.add(figure);
                case TAKEN -> {
                    if (!OTHER.isIn(mention.before())) {
                        taken.add(figure);
                    }
                }
                case WEIGHT, OTHER -> {
                    if (!figure.value().equals(Exact.HUNDRED)) {
                        return;
                    }
                }
                case ALL_TAKEN -> {}
                default -> {
                    return;
                }
            }
        }
        if (totals.size() != 1 || taken.size() < FEWEST || ledger.judged(totals.get(0))) {
            return;
        }
        taken.removeAll(taken.stream().filter(all -> isSumOfOthers(all, taken)).toList());
        Side rest = new Side(Map.of(), Exact.HUNDRED);
        StringBuilder formula = new StringBuilder("100");
        for (Figure figure : taken) {
            rest = rest.minus(figure);
            formula.append(" - ").append(figure.text());
        }
        Equation equation = new Equation(totals.get(0), rest, Side.ONE);
        boolean told = equation.judge() != Verdict.DIFFERS || FULL.isIn(text) || Likely.isSlip(equation);
        if (told) {
            ledger.check(new Check(Kind.SCORE, "score-differs", "", formula.toString(), equation));
        }
    }
}
