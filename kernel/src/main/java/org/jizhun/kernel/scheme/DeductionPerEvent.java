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
 * Weight less points for every event, not below zero. Without {@code events} the rows of the register {@code deductions}
 * for this criterion are meant, each with its count.
 *
 * @param each points per event, as a formula over the row
 * @param count how many events a row stands for; empty for one
 */
public record DeductionPerEvent(Formula events, Formula each, Optional<Formula> count) implements Rule {

    static final String KIND = "deduction-per-event";

    static @Nullable Rule read(RuleSource source) {
        source.known("events", "each", "count");
        boolean own = source.has("events");
        Formula events = source.list("events", "deductions[criterion = \"" + source.criterion() + "\"]");
        Kind.RecordOf row = RuleSource.row(events);
        if (events == null || row == null) {
            return null;
        }
        Formula each = source.rowFormula("each", Kind.POINTS, row);
        Optional<Formula> count = own
                ? source.optionalRowFormula("count", Kind.COUNT, row)
                : Formula.compile(
                                "if count = null then 1 个 else count",
                                source.node().place(),
                                source.scope().withItem(row),
                                Kind.COUNT)
                        .value();
        return each == null ? null : new DeductionPerEvent(events, each, count);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome apply(Criterion criterion, Working working) {
        List<Row> rows = Rows.of(working.value(events));
        if (rows == null) {
            return Outcome.MISSING;
        }
        Exact weight = criterion.weight().points();
        Exact left = weight;
        boolean missing = false;
        for (Row row : ordered(rows, working)) {
            Exact points = (Exact) working.value(each, row);
            Exact times = count.isEmpty() ? Exact.ONE : (Exact) working.value(count.get(), row);
            if (points == null || times == null) {
                missing = true;
                continue;
            }
            Exact taken = points.times(times).max(Exact.ZERO).min(left);
            left = left.minus(taken);
            working.loss(
                    taken,
                    () -> Problem.of(
                            "loss-event",
                            row.place(),
                            "event",
                            working.name(row),
                            "count",
                            Texts.plain(times),
                            "each",
                            Texts.plain(points)));
        }
        if (missing) {
            return Outcome.MISSING;
        }
        int events = rows.size();
        working.step(
                () -> Problem.of(events == 0 ? "step-no-events" : "step-deducted", Place.NONE, "count", events),
                left,
                Kind.POINTS);
        return Outcome.computed(left);
    }

    /** By name when explained, so that the losses do not depend on the order in which events were written down. */
    private static List<Row> ordered(List<Row> rows, Working working) {
        if (!working.explains()) {
            return rows;
        }
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(java.util.Comparator.comparing(working::name).thenComparing(Row::toString));
        return sorted;
    }
}
