package org.jizhun.kernel.scheme;

import java.util.List;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/** What the rules that people judge share: finding the judgement, and insisting on a reason. */
final class Judgement {

    private Judgement() {}

    /** The judgement of a criterion; null (and noted) where there is none, or more than one, or no reason. */
    static @Nullable Row of(Criterion criterion, Working working) {
        List<Row> all = working.rows("judgements");
        if (all == null) {
            return null;
        }
        List<Row> own = all.stream()
                .filter(row -> row.text("criterion").equals(criterion.id()))
                .toList();
        if (own.size() != 1) {
            String code = own.isEmpty() ? "missing-judgement" : "judgement-twice";
            working.problem(() ->
                    Problem.of(code, own.isEmpty() ? Place.NONE : own.get(1).place(), "criterion", criterion.id()));
            return null;
        }
        if (own.get(0).text("reason").isBlank()) {
            working.problem(
                    () -> Problem.of("judgement-without-reason", own.get(0).place(), "criterion", criterion.id()));
            return null;
        }
        return own.get(0);
    }

    static Outcome outcome(Criterion criterion, Working working, Row row, Exact points) {
        String reason = row.text("reason");
        working.step(() -> Problem.of("step-judged", row.place()), points, Kind.POINTS);
        working.loss(
                criterion.weight().points().minus(points),
                () -> Problem.of("loss-judged", row.place(), "reason", reason));
        return Outcome.judged(points, reason);
    }
}
