package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/**
 * A sum that fails and another that closes, alike in all figures but one, are one sum told twice: 62个，其中26个、21个、8个、3个、2个 in
 * the text and 28, 21, 8, 3, 2 of 62 in the table. The figure in which they differ is the wrong one.
 */
final class SumsToldTwice implements Relation {

    /** Figures that two sums share, at least: whole and parts together. */
    private static final int SHARED = 3;

    /** The figures of a sum, the whole first. */
    private record Sum(List<Figure> figures) {

        static Optional<Sum> of(Equation equation) {
            boolean plain = equation.isSum()
                    && equation.top().constant().isZero()
                    && equation.top().weights().values().stream().allMatch(Exact.ONE::equals)
                    && equation.top().weights().size() >= 2;
            if (!plain) {
                return Optional.empty();
            }
            List<Figure> figures = new ArrayList<>(List.of(equation.result()));
            figures.addAll(equation.top().weights().keySet());
            return Optional.of(new Sum(figures));
        }

        Exact whole() {
            return figures.get(0).value();
        }
    }

    @Override
    public String name() {
        return "sum-told-twice";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<Integer, List<Sum>> closing = new HashMap<>();
        List<Sum> failing = sums(ledger.checks(Verdict.DIFFERS));
        if (failing.isEmpty()) {
            return;
        }
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.DIFFERS) {
                sums(ledger.checks(verdict))
                        .forEach(sum -> closing.computeIfAbsent(sum.figures().size(), size -> new ArrayList<>())
                                .add(sum));
            }
        }
        for (Sum sum : failing) {
            List<Check> told = closing.getOrDefault(sum.figures().size(), List.of()).stream()
                    .map(other -> difference(sum, other))
                    .flatMap(Optional::stream)
                    .toList();
            if (told.stream().map(check -> check.equation().result()).distinct().count() == 1) {
                ledger.check(told.get(0));
            }
        }
    }

    private static List<Sum> sums(List<Check> checks) {
        return checks.stream()
                .map(check -> Sum.of(check.equation()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The one pair of figures in which two sums differ; parts may stand in another order. */
    private static Optional<Check> difference(Sum sum, Sum other) {
        List<Figure> here = new ArrayList<>(sum.figures());
        List<Figure> there = new ArrayList<>(other.figures());
        if (here.size() < SHARED + 1 || here.stream().anyMatch(there::contains)) {
            return Optional.empty();
        }
        boolean wholes = sum.whole().equals(other.whole());
        Figure wrong = here.get(0);
        Figure right = there.get(0);
        List<Figure> rest = new ArrayList<>(there.subList(1, there.size()));
        List<Figure> unmatched = new ArrayList<>();
        for (Figure part : here.subList(1, here.size())) {
            Optional<Figure> same = rest.stream()
                    .filter(figure -> figure.value().equals(part.value()))
                    .findFirst();
            same.ifPresentOrElse(rest::remove, () -> unmatched.add(part));
        }
        if (wholes && unmatched.size() == 1) {
            wrong = unmatched.get(0);
            right = rest.get(0);
        } else if (wholes || !unmatched.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                Kind.CROSS_REFERENCE,
                "same-fact-differs",
                "",
                right.text(),
                new Equation(wrong, Side.of(right), Side.ONE)));
    }
}
