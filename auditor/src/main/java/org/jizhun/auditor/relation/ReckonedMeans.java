package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A mean weighted by numbers told before, in the order of the values: 问卷700份，其中城区220份、乡镇380份、驾乘人员100份，满意度分别为86.50%、80.50%和82.00%，按样本量加权后综合满意度为82.60%.
 */
final class ReckonedMeans implements Relation {

    private static final Sought WEIGHTED = Sought.of("加权");

    private static final int FAR = 8;
    private static final int WORDS_BEFORE = 30;

    @Override
    public String name() {
        return "reckoned-means";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (List<Told> paragraph : Told.OfText.of(claims).paragraphs()) {
            for (int i = 3; i < paragraph.size(); i++) {
                Told mean = paragraph.get(i);
                if (isWeighted(mean) && !ledger.settles(mean.figure())) {
                    check(mean, paragraph.subList(0, i)).ifPresent(ledger::check);
                }
            }
        }
    }

    private static boolean isWeighted(Told told) {
        String text = told.text();
        int from = Math.max(0, told.figure().start() - WORDS_BEFORE);
        int stop = text.lastIndexOf('。', told.figure().start());
        boolean listed = told.mention().before().matches("[、和及].*");
        return told.role() == Role.VALUE
                && !listed
                && told.figure().kind() != Figure.Kind.PERCENTAGE_POINTS
                && WEIGHTED.isIn(
                        text.substring(Math.max(from, stop + 1), told.figure().start()));
    }

    private static Optional<Check> check(Told mean, List<Told> before) {
        List<Told> values = run(before, before.size(), mean);
        if (values.size() < 2) {
            return Optional.empty();
        }
        int first = before.indexOf(values.get(0));
        for (int end = first; end >= values.size(); end--) {
            List<Told> weights = before.subList(end - values.size(), end);
            boolean alike = weights.stream()
                    .allMatch(weight -> weight.isMeasured() && weight.isLike(weights.get(0)) && !weight.isLike(mean));
            if (alike) {
                Check check = check(mean, values, weights);
                return Optional.of(check).filter(any -> Near.tight(any.equation()) || Near.within(any.equation(), FAR));
            }
        }
        return Optional.empty();
    }

    /** The last figures before of the kind of the mean, with nothing between them. */
    private static List<Told> run(List<Told> before, int end, Told mean) {
        List<Told> values = new ArrayList<>();
        for (int i = end - 1; i >= 0; i--) {
            Told value = before.get(i);
            if (value.isLike(mean) && value.role() == Role.VALUE) {
                values.add(0, value);
            } else if (!values.isEmpty()) {
                break;
            }
        }
        return values;
    }

    private static Check check(Told mean, List<Told> values, List<Told> weights) {
        Map<Figure, Exact> weighted = new LinkedHashMap<>();
        Exact sum = Exact.ZERO;
        for (int i = 0; i < values.size(); i++) {
            Exact weight = weights.get(i).figure().printed();
            weighted.put(values.get(i).figure(), weight);
            sum = sum.plus(weight);
        }
        return new Check(
                Kind.WEIGHTED_MEAN,
                "mean-differs",
                mean.mention().claim().label(),
                "(" + Formulas.weighted(weighted) + ") ÷ " + sum,
                new Equation(mean.figure(), new Side(weighted, Exact.ZERO), Side.constant(sum)));
    }
}
