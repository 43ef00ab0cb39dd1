package org.jizhun.kernel.scheme;

import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/** All points where a condition holds, none where it does not. */
public record PassFail(Formula passes) implements Rule {

    static final String KIND = "pass-fail";

    static @Nullable Rule read(RuleSource source) {
        source.known("passes");
        Formula passes = source.formula("passes", Kind.BOOLEAN);
        return passes == null ? null : new PassFail(passes);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome apply(Criterion criterion, Working working) {
        Boolean passed = (Boolean) working.value(passes);
        if (passed == null) {
            return Outcome.MISSING;
        }
        Exact weight = criterion.weight().points();
        Exact points = passed ? weight : Exact.ZERO;
        working.step(() -> Problem.of(passed ? "step-passed" : "step-not-passed", Place.NONE), points, Kind.POINTS);
        working.loss(weight.minus(points), () -> Problem.of("loss-not-passed", Place.NONE, "condition", passes.text()));
        return Outcome.computed(points);
    }
}
