package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/** A mean of rates of which each counts for no more than the cap that the text states: 月执行率超过100%的按100%计. */
final class CappedMean {

    private CappedMean() {}

    /** A mean under the cap that the text states; whether there is one that takes effect. */
    static boolean examine(Claims claims, Figure mean, List<Figure> parts, Ledger ledger) {
        Optional<Exact> cap = Caps.of(claims).near(mean.passage());
        if (cap.isEmpty()
                || parts.stream().anyMatch(part -> part.kind() != Figure.Kind.PERCENT)
                || parts.stream().noneMatch(part -> part.value().compareTo(cap.get()) > 0)) {
            return false;
        }
        Exact limit = cap.get();
        Exact sum = parts.stream().map(part -> part.value().min(limit)).reduce(Exact.ZERO, Exact::plus);
        Exact low = parts.stream().map(part -> part.rounded().low().min(limit)).reduce(Exact.ZERO, Exact::plus);
        Exact high =
                parts.stream().map(part -> part.rounded().high().min(limit)).reduce(Exact.ZERO, Exact::plus);
        Exact count = Exact.of(parts.size());
        boolean holds = mean.rounded().high().compareTo(low.dividedBy(count)) >= 0
                && mean.rounded().low().compareTo(high.dividedBy(count)) <= 0;
        boolean uncapped = new Equation(mean, Side.of(parts), Side.constant(count)).judge() != Verdict.DIFFERS;
        Exact right = sum.dividedBy(count);
        if (holds) {
            ledger.check(new Check(
                    Kind.AVERAGE,
                    "mean-differs",
                    "",
                    Formulas.sum(parts),
                    new Equation(mean, Side.constant(right), Side.ONE)));
        } else if (uncapped || parts.size() >= 3) {
            String expected = mean.print(right);
            Problem problem = Problem.of(
                    "cap-not-applied",
                    Place.NONE,
                    "stated",
                    mean.text(),
                    "expected",
                    expected,
                    "cap",
                    mean.print(limit),
                    "count",
                    parts.stream()
                            .filter(part -> part.value().compareTo(limit) > 0)
                            .count());
            ledger.find(new Finding(
                    uncapped ? Kind.CAP : Kind.AVERAGE,
                    problem.severity(),
                    mean.text(),
                    Optional.of(expected),
                    problem,
                    NearMisses.explain(mean, right, PrintedFormula.withoutCap(mean, uncapped)),
                    mean.spot(),
                    parts.stream().map(Figure::spot).toList()));
        }
        return true;
    }
}
