package org.jizhun.kernel.scheme;

import java.util.ArrayList;
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
 * One row for every item, such as an indicator: its share of the weight × its completion up to a cap. Where no item has a
 * weight they share alike; where only some have one, the others are missing.
 *
 * @param over formula for the items
 * @param share points per item; empty where all share alike
 * @param completion percent per item; may exceed the cap
 * @param explanation text per item: why it deviates, asked for where completion is far above the target
 */
public record WeightedRollUp(
        Formula over, Optional<Formula> share, Formula completion, Exact cap, Optional<Formula> explanation)
        implements Rule {

    static final String KIND = "weighted-roll-up";

    static @Nullable Rule read(RuleSource source) {
        source.known("over", "weight", "completion", "cap", "explanation");
        Formula over = source.list("over", "");
        Exact cap = source.figure("cap", Kind.PERCENT, Exact.ONE);
        Kind.RecordOf row = RuleSource.row(over);
        if (over == null || row == null || cap == null) {
            return null;
        }
        Optional<Formula> share = source.optionalRowFormula("weight", Kind.POINTS, row);
        Formula completion = source.rowFormula("completion", Kind.PERCENT, row);
        Optional<Formula> explanation = source.optionalRowFormula("explanation", Kind.TEXT, row);
        return completion == null ? null : new WeightedRollUp(over, share, completion, cap, explanation);
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
        List<Exact> shares = shares(rows, working);
        Exact all = Exact.ZERO;
        for (Exact each : shares) {
            all = all.plus(each);
        }
        if (rows.isEmpty() || shares.isEmpty() || all.signum() <= 0) {
            if (rows.isEmpty()) {
                working.problem(() -> Problem.of("missing-rows", criterion.place(), "formula", over.text()));
            } else if (!shares.isEmpty()) {
                working.problem(() -> Texts.weightsZero(criterion, share.orElseThrow()));
            }
            return Outcome.MISSING;
        }
        Exact weight = criterion.weight().points();
        Exact factor = weight.dividedBy(all);
        noteScaling(working, all, weight);
        Exact sum = Exact.ZERO;
        boolean missing = false;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Part part = part(criterion, i + 1, rows.get(i), shares.get(i).times(factor), working);
            parts.add(part);
            missing |= part.score() == null;
            sum = part.score() == null ? sum : sum.plus(part.score());
        }
        if (missing) {
            return new Outcome(Outcome.Kind.MISSING, null, "", parts);
        }
        int count = rows.size();
        working.step(() -> Problem.of("step-sum-of-rows", Place.NONE, "count", count), sum, Kind.POINTS);
        return new Outcome(Outcome.Kind.COMPUTED, sum, "", parts);
    }

    /** The weights as filled in; one each where nobody filled any; empty where some are missing. */
    private List<Exact> shares(List<Row> rows, Working working) {
        List<Exact> shares = new ArrayList<>();
        if (share.isEmpty() || rows.stream().allMatch(row -> working.optional(share.get(), row) == null)) {
            rows.forEach(row -> shares.add(Exact.ONE));
            return shares;
        }
        boolean sound = true;
        for (Row row : rows) {
            Exact points = (Exact) working.value(share.get(), row);
            sound &= points != null && points.signum() >= 0;
            if (points != null && points.signum() < 0) {
                working.problem(() -> Problem.of("row-weight-negative", row.place(), "row", working.name(row)));
            }
            shares.add(points == null ? Exact.ZERO : points);
        }
        return sound ? shares : List.of();
    }

    private void noteScaling(Working working, Exact all, Exact weight) {
        if (share.isPresent() && !all.equals(weight)) {
            working.step(
                    () -> Problem.of("step-weights-scaled", Place.NONE, "sum", Texts.plain(all)), weight, Kind.POINTS);
        }
    }

    private Part part(Criterion criterion, int number, Row row, Exact weight, Working working) {
        String id = working.explains() ? criterion.id() + "-" + number : "";
        String name = working.explains() ? working.name(row) : "";
        Exact found = (Exact) working.value(completion, row);
        if (found == null) {
            return new Part(id, name, weight, null, null, "", working.explained(completion, row), List.of());
        }
        OverAchievement far = working.overAchievement();
        Exact counted = (far == null ? found : far.counted(found)).min(cap).max(Exact.ZERO);
        Exact score = working.rowScore(weight.times(counted));
        if (!working.explains()) {
            return new Part(id, name, weight, score, counted, "", List.of(), List.of());
        }
        Exact rate = counted;
        working.loss(
                weight.times(Exact.ONE.minus(rate)),
                () -> Problem.of("loss-row-below-full", row.place(), "row", name, "rate", Texts.percent(rate)));
        String note = found.compareTo(counted) == 0 ? "" : Texts.percent(found) + " → " + Texts.percent(counted);
        return new Part(
                id,
                name,
                weight,
                score,
                counted,
                note,
                working.explained(completion, row),
                unexplained(row, name, found, far, working));
    }

    private List<Problem> unexplained(
            Row row, String name, Exact found, @Nullable OverAchievement far, Working working) {
        boolean needs = far != null && far.explain() && found.compareTo(far.threshold()) > 0;
        if (!needs || explanation.isEmpty()) {
            return List.of();
        }
        Object reason = working.optional(explanation.get(), row);
        return reason != null && !reason.toString().isBlank()
                ? List.of()
                : List.of(Problem.of(
                        "over-achievement-unexplained",
                        row.place(),
                        "row",
                        name,
                        "rate",
                        Texts.percent(found),
                        "threshold",
                        Texts.percent(java.util.Objects.requireNonNull(far).threshold())));
    }
}
