package org.jizhun.kernel.scheme;

import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * Weight × the mean of a measure over rows, each row counting up to a cap; the mean is weighted where {@code weight} is
 * given.
 *
 * @param over formula for the rows
 * @param measure percent per row
 * @param share number per row
 */
public record CappedMean(Formula over, Formula measure, Exact cap, Optional<Formula> share) implements Rule {

    static final String KIND = "capped-mean";

    static @Nullable Rule read(RuleSource source) {
        source.known("over", "measure", "cap", "weight");
        Formula over = source.list("over", "");
        Exact cap = source.figure("cap", Kind.PERCENT, Exact.ONE);
        Kind.RecordOf row = RuleSource.row(over);
        if (over == null || row == null || cap == null) {
            return null;
        }
        Formula measure = source.rowFormula("measure", Kind.PERCENT, row);
        Optional<Formula> share = source.optionalRowFormula("weight", Kind.NUMBER, row);
        return measure == null ? null : new CappedMean(over, measure, cap, share);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome apply(Criterion criterion, Working working) {
        List<Row> rows = Rows.of(working.value(over));
        if (rows == null) {
            return Outcome.MISSING;
        }
        if (rows.isEmpty()) {
            working.problem(() -> Problem.of("missing-rows", criterion.place(), "formula", over.text()));
            return Outcome.MISSING;
        }
        Exact[] counted = new Exact[rows.size()];
        Exact[] shares = new Exact[rows.size()];
        Exact sum = Exact.ZERO;
        Exact all = Exact.ZERO;
        boolean missing = false;
        for (int i = 0; i < counted.length; i++) {
            Exact found = (Exact) working.value(measure, rows.get(i));
            Exact weight = weight(rows.get(i), working);
            if (found == null || weight == null) {
                missing = true;
                continue;
            }
            counted[i] = found.min(cap).max(Exact.ZERO);
            shares[i] = weight;
            sum = sum.plus(counted[i].times(weight));
            all = all.plus(weight);
            note(working, rows.get(i), found, counted[i]);
        }
        if (!missing && all.isZero()) {
            working.problem(() -> Texts.weightsZero(criterion, share.orElseThrow()));
        }
        if (missing || all.isZero()) {
            return Outcome.MISSING;
        }
        return score(criterion, working, rows, counted, shares, sum, all);
    }

    /** How much a row weighs, one where the scheme does not say; null (and noted) where it is missing or negative. */
    private @Nullable Exact weight(Row row, Working working) {
        Exact weight = share.isEmpty() ? Exact.ONE : (Exact) working.value(share.get(), row);
        if (weight != null && weight.signum() < 0) {
            working.problem(() -> Problem.of("row-weight-negative", row.place(), "row", working.name(row)));
            return null;
        }
        return weight;
    }

    private Outcome score(
            Criterion criterion,
            Working working,
            List<Row> rows,
            Exact[] counted,
            Exact[] shares,
            Exact sum,
            Exact all) {
        Exact mean = sum.dividedBy(all);
        Exact weight = criterion.weight().points();
        working.step(
                () -> Problem.of("step-mean", Place.NONE, "count", rows.size(), "cap", Texts.percent(cap)),
                mean,
                Kind.PERCENT);
        working.step(Texts.shareOfWeight(weight, mean), weight.times(mean), Kind.POINTS);
        for (int i = 0; working.explains() && i < counted.length; i++) {
            Row row = rows.get(i);
            Exact rate = counted[i];
            working.loss(
                    weight.times(Exact.ONE.minus(rate)).times(shares[i]).dividedBy(all),
                    () -> Problem.of(
                            "loss-row-below-full", row.place(), "row", working.name(row), "rate", Texts.percent(rate)));
        }
        return Outcome.computed(weight.times(mean));
    }

    private static void note(Working working, Row row, Exact found, Exact counted) {
        String limited = found.signum() < 0 ? "step-row-below-zero" : "step-row-capped";
        String code = found.compareTo(counted) == 0 ? "step-row" : limited;
        working.step(
                () -> Problem.of(code, row.place(), "row", working.name(row), "found", Texts.percent(found)),
                counted,
                Kind.PERCENT);
    }
}
