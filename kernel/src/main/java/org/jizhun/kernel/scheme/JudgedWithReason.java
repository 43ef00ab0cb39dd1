package org.jizhun.kernel.scheme;

import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/** A person gives points or a rate, with a reason, in the register {@code judgements}. */
public record JudgedWithReason() implements Rule {

    static final String KIND = "judged-with-reason";

    static @Nullable Rule read(RuleSource source) {
        source.known();
        return new JudgedWithReason();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome apply(Criterion criterion, Working working) {
        Row row = Judgement.of(criterion, working);
        if (row == null) {
            return Outcome.MISSING;
        }
        Exact weight = criterion.weight().points();
        Exact given = (Exact) row.get("points");
        Exact rate = (Exact) row.get("rate");
        if ((given == null) == (rate == null)) {
            working.problem(() -> Problem.of("judgement-points-or-rate", row.place(), "criterion", criterion.id()));
            return Outcome.MISSING;
        }
        Exact points = given != null ? given : weight.times(java.util.Objects.requireNonNull(rate));
        if (points.signum() < 0 || points.compareTo(weight) > 0) {
            working.problem(() -> Problem.of(
                    "judgement-outside-weight",
                    row.place(),
                    "found",
                    Texts.plain(points),
                    "weight",
                    Texts.plain(weight)));
            return Outcome.MISSING;
        }
        return Judgement.outcome(criterion, working, row, points);
    }
}
