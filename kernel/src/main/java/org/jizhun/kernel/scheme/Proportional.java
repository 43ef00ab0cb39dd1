package org.jizhun.kernel.scheme;

import java.util.Optional;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * Weight × a rate, the rate counting up to a cap and not below zero.
 *
 * @param rate formula of kind percent
 * @param cap ratio, usually 1
 */
public record Proportional(Formula rate, Exact cap) implements Rule {

    static final String KIND = "proportional";

    static @Nullable Rule read(RuleSource source) {
        source.known("rate", "cap");
        Formula rate = source.formula("rate", Kind.PERCENT);
        Exact cap = source.figure("cap", Kind.PERCENT, Exact.ONE);
        return rate == null || cap == null ? null : new Proportional(rate, cap);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> decisive() {
        return Optional.of(rate.text());
    }

    @Override
    public Outcome apply(Criterion criterion, Working working) {
        Exact found = (Exact) working.value(rate);
        if (found == null) {
            return Outcome.MISSING;
        }
        Exact counted = found.min(cap).max(Exact.ZERO);
        Exact weight = criterion.weight().points();
        if (found.compareTo(counted) != 0) {
            String code = found.signum() < 0 ? "step-below-zero" : "step-capped";
            working.step(() -> Problem.of(code, Place.NONE, "found", Texts.percent(found)), counted, Kind.PERCENT);
        }
        working.step(Texts.shareOfWeight(weight, counted), weight.times(counted), Kind.POINTS);
        working.loss(
                weight.times(Exact.ONE.minus(counted)),
                () -> Problem.of("loss-rate", Place.NONE, "rate", Texts.percent(counted)));
        return Outcome.computed(weight.times(counted));
    }
}
