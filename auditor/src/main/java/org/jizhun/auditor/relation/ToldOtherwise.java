package org.jizhun.auditor.relation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/** One fact that two places tell with two figures: which of them is the wrong one, and what is said of it. */
final class ToldOtherwise {

    /** So many equations that hold show a figure to be right. */
    private static final int HOLDING = 2;

    private ToldOtherwise() {}

    /** That a figure is the one another place tells. */
    static Check check(Kind kind, String subject, Figure here, Figure there) {
        return new Check(
                kind, "same-fact-differs", subject, there.text(), new Equation(here, Side.of(there), Side.ONE));
    }

    /**
     * Tells the first two, of figures with the same digits in another order, that are one fact. Where there are more than two numbers,
     * or an equation that fails has one of them, they are not slips of one another.
     */
    static <T> void exchanged(List<T> alike, Function<T, Figure> figure, BiPredicate<T, T> areOne, Ledger ledger) {
        Map<Exact, Integer> times = new HashMap<>();
        alike.forEach(told -> times.merge(figure.apply(told).printed(), 1, Integer::sum));
        if (times.size() != 2 || alike.stream().anyMatch(told -> isDoubted(figure.apply(told), ledger))) {
            return;
        }
        for (int i = 1; i < alike.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (areOne.test(alike.get(j), alike.get(i))) {
                    Figure earlier = figure.apply(alike.get(j));
                    Figure later = figure.apply(alike.get(i));
                    Optional<Figure> wrong = wrong(earlier, later, times, ledger.related());
                    if (wrong.isPresent()) {
                        exchanged(wrong.get(), wrong.get().equals(later) ? earlier : later, ledger);
                        return;
                    }
                }
            }
        }
    }

    /** The one that no equation has, where one has the other; else the one printed less often, or the later. None where both are in equations. */
    private static Optional<Figure> wrong(
            Figure earlier, Figure later, Map<Exact, Integer> times, Set<Figure> related) {
        boolean first = related.contains(earlier);
        boolean second = related.contains(later);
        if (first && second) {
            return Optional.empty();
        }
        if (first != second) {
            return Optional.of(first ? later : earlier);
        }
        boolean rarer = times.getOrDefault(earlier.printed(), 0) < times.getOrDefault(later.printed(), 0);
        return Optional.of(rarer ? earlier : later);
    }

    /** In an equation that fails, and held by fewer than two of its own. */
    private static boolean isDoubted(Figure figure, Ledger ledger) {
        return ledger.doubts(figure)
                && ledger.checks(Verdict.AGREES).stream()
                                .filter(check -> check.equation().figures().contains(figure))
                                .count()
                        < HOLDING;
    }

    /** A figure that another, printed elsewhere, gives with two digits exchanged. */
    static void exchanged(Figure wrong, Figure right, Ledger ledger) {
        Problem problem = Problem.of("slip-twin", Place.NONE, "stated", wrong.text(), "other", right.text());
        find(wrong, right, right.printed().times(wrong.unitSize()), problem, ledger);
    }

    /** @param value the right figure's, as the wrong one would print it */
    static void differs(String subject, Figure wrong, Figure right, Exact value, Ledger ledger) {
        Problem problem = Problem.of(
                "same-fact-differs", Place.NONE, "subject", subject, "stated", wrong.text(), "expected", right.text());
        find(wrong, right, value, problem, ledger);
    }

    private static void find(Figure wrong, Figure right, Exact value, Problem problem, Ledger ledger) {
        ledger.find(Finding.of(
                Kind.CROSS_REFERENCE,
                wrong.text(),
                Optional.of(wrong.print(value)),
                problem,
                wrong.spot(),
                List.of(right.spot())));
    }
}
