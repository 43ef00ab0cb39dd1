package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
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
                    .map(other -> difference(sum, other, claims))
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
    private static Optional<Check> difference(Sum sum, Sum other, Claims claims) {
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
            right = rest.get(0);
            Optional<Figure> named = named(unmatched.get(0), right, here, claims);
            if (named.isEmpty()) {
                return Optional.empty();
            }
            wrong = named.get();
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

    /** Of parts that are the same number, the one that is called as the right one is; empty where their names do not say. */
    private static Optional<Figure> named(Figure unmatched, Figure right, List<Figure> parts, Claims claims) {
        List<Figure> alike = parts.subList(1, parts.size()).stream()
                .filter(part -> part.value().equals(unmatched.value()))
                .toList();
        if (alike.size() == 1) {
            return Optional.of(unmatched);
        }
        String name = name(right, claims);
        List<Figure> called = alike.stream()
                .filter(part -> name.length() >= 2 && isSame(name, name(part, claims)))
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    private static boolean isSame(String one, String two) {
        return two.length() >= 2 && (one.endsWith(two) || two.endsWith(one));
    }

    /** What stands before a figure in its sentence, or in its row of a table. */
    private static String name(Figure figure, Claims claims) {
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                if (row.figures().contains(Optional.of(figure))) {
                    return ScoreNames.plain(row.label());
                }
            }
        }
        return ScoreNames.before(figure.passage().text(), figure.start());
    }
}
