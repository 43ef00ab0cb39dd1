package org.jizhun.kernel.scoring;

import java.util.List;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.Criterion;
import org.jizhun.kernel.scheme.NotApplicablePolicy;
import org.jizhun.kernel.scheme.Outcome;
import org.jizhun.kernel.scheme.Part;
import org.jizhun.kernel.scheme.Rule;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scheme.ScoreRounding;
import org.jizhun.kernel.scheme.Working;
import org.jspecify.annotations.Nullable;

/**
 * A leaf's points after cap, floor and rounding; the one place where both the explained and the silent scoring take them
 * from.
 *
 * @param points null where it is missing or dropped
 */
record LeafScore(Status status, @Nullable Exact points, String note, List<Part> parts) {

    static LeafScore of(Scheme scheme, Criterion leaf, Working working) {
        if (leaf.notApplicableWhen().isPresent()) {
            Boolean drops = (Boolean) working.value(leaf.notApplicableWhen().get());
            if (drops == null) {
                return new LeafScore(Status.MISSING, null, "", List.of());
            }
            if (drops) {
                return notApplicable(scheme, leaf, "");
            }
        }
        Rule rule = leaf.rule().orElseThrow();
        Outcome outcome = rule.apply(leaf, working);
        return switch (outcome.kind()) {
            case MISSING -> new LeafScore(Status.MISSING, null, "", outcome.parts());
            case NOT_APPLICABLE -> notApplicable(scheme, leaf, "");
            case COMPUTED, JUDGED ->
                new LeafScore(
                        outcome.kind() == Outcome.Kind.JUDGED ? Status.JUDGED : Status.COMPUTED,
                        bounded(scheme, leaf, java.util.Objects.requireNonNull(outcome.points())),
                        outcome.note(),
                        outcome.parts());
        };
    }

    static LeafScore notApplicable(Scheme scheme, Criterion leaf, String reason) {
        boolean full = scheme.notApplicable() == NotApplicablePolicy.FULL_SCORE;
        return new LeafScore(Status.NOT_APPLICABLE, full ? leaf.weight().points() : null, reason, List.of());
    }

    private static Exact bounded(Scheme scheme, Criterion leaf, Exact points) {
        Exact cap = leaf.cap().orElse(leaf.weight()).points();
        Exact floor = leaf.floor().map(each -> each.points()).orElse(Exact.ZERO);
        Exact kept = points.max(floor).min(cap);
        if (leaf.rounding().isPresent()) {
            return kept.round(leaf.rounding().get());
        }
        return scheme.rounding().where() == ScoreRounding.Where.TOTAL
                ? kept
                : kept.round(scheme.rounding().rounding());
    }
}
