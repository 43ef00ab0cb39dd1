package org.jizhun.kernel.scheme;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * Weight × compliant cases / all cases.
 *
 * @param cases formula for the rows that count
 * @param compliant boolean per row
 * @param none what happens where there is no case at all
 */
public record ComplianceShare(Formula cases, Formula compliant, WhenNone none) implements Rule {

    static final String KIND = "compliance-share";

    /** What happens where a department has no case. */
    public enum WhenNone {
        FULL,
        NOT_APPLICABLE
    }

    static @Nullable Rule read(RuleSource source) {
        source.known("cases", "compliant", "none");
        Formula cases = source.list("cases", "");
        String none = source.node().text("none", "full");
        if (!none.equals("full") && !none.equals("not-applicable")) {
            source.mistake(
                    "word-unknown",
                    source.place("none"),
                    "key",
                    "none",
                    "found",
                    none,
                    "known",
                    "full, not-applicable");
        }
        Kind.RecordOf row = RuleSource.row(cases);
        Formula compliant = row == null ? null : source.rowFormula("compliant", Kind.BOOLEAN, row);
        return cases == null || compliant == null
                ? null
                : new ComplianceShare(cases, compliant, none.equals("full") ? WhenNone.FULL : WhenNone.NOT_APPLICABLE);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome apply(Criterion criterion, Working working) {
        List<Row> rows = Rows.of(working.value(cases));
        if (rows == null) {
            return Outcome.MISSING;
        }
        Exact weight = criterion.weight().points();
        if (rows.isEmpty()) {
            working.step(() -> Problem.of("step-no-cases", Place.NONE), Exact.ZERO, Kind.COUNT);
            return none == WhenNone.FULL ? Outcome.computed(weight) : Outcome.notApplicable();
        }
        int good = 0;
        boolean missing = false;
        List<String> bad = new ArrayList<>();
        for (Row row : rows) {
            Boolean holds = (Boolean) working.value(compliant, row);
            if (holds == null) {
                missing = true;
            } else if (holds) {
                good++;
            } else if (working.explains()) {
                bad.add(working.name(row));
            }
        }
        return missing ? Outcome.MISSING : score(working, weight, good, rows.size(), bad);
    }

    private static Outcome score(Working working, Exact weight, int good, int all, List<String> bad) {
        Exact share = Exact.of(good).dividedBy(Exact.of(all));
        working.step(() -> Problem.of("step-compliant", Place.NONE, "good", good, "all", all), share, Kind.PERCENT);
        working.step(Texts.shareOfWeight(weight, share), weight.times(share), Kind.POINTS);
        working.loss(
                weight.times(Exact.ONE.minus(share)),
                () -> Problem.of(
                        "loss-not-compliant", Place.NONE, "rows", Texts.handful(bad), "count", bad.size(), "all", all));
        return Outcome.computed(weight.times(share));
    }
}
