package org.jizhun.auditor.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Mending.Correction;
import org.jizhun.kernel.quantity.Exact;

/** Looks through all sets of corrections of a small group of failing checks for the cheapest; gives up after a budget. */
final class MendingSearch {

    private static final int MOST_CORRECTIONS = 4;
    private static final int BUDGET = 600;

    private final Set<Check> group;
    private final Map<Figure, List<Check>> failingOf = new HashMap<>();
    private final Map<Figure, List<Check>> holdingOf;
    private final Repeated repeated;
    private int steps;
    private int cheapest = Integer.MAX_VALUE;
    private List<Candidate> best = List.of();

    MendingSearch(Set<Check> group, Map<Figure, List<Check>> holdingOf, Repeated repeated) {
        this.group = group;
        this.repeated = repeated;
        this.holdingOf = holdingOf;
        group.forEach(check -> check.equation()
                .figures()
                .forEach(figure -> failingOf
                        .computeIfAbsent(figure, key -> new ArrayList<>())
                        .add(check)));
    }

    /** The cheapest set of corrections; empty where none was found within the budget. */
    Optional<List<Correction>> best() {
        search(new LinkedHashSet<>(group), new LinkedHashMap<>(), List.of(), 0);
        boolean complete = steps <= BUDGET && !best.isEmpty();
        return complete ? Optional.of(best.stream().map(Candidate::correction).toList()) : Optional.empty();
    }

    private void search(Set<Check> left, Map<Figure, Exact> applied, List<Candidate> taken, int cost) {
        if (cost >= cheapest || ++steps > BUDGET) {
            return;
        }
        if (left.isEmpty()) {
            cheapest = cost;
            best = taken;
            return;
        }
        if (taken.size() == MOST_CORRECTIONS) {
            return;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Figure figure : lastPartFirst(tightest(left).equation())) {
            if (!applied.containsKey(figure)) {
                candidates.addAll(Candidate.of(figure, left, failingOf, holdingOf, applied, repeated));
            }
        }
        candidates.sort(Comparator.comparingInt(candidate ->
                candidate.cost() - 20 * candidate.correction().checks().size()));
        for (Candidate candidate : candidates) {
            take(candidate, left, applied, taken, cost);
        }
    }

    /** The figures of a sum in running text, of its parts the last said first: where none is likelier, it was worked out from the others. */
    private static List<Figure> lastPartFirst(Equation equation) {
        List<Figure> figures = new ArrayList<>(equation.figures());
        List<Figure> parts = figures.subList(1, figures.size());
        boolean told = equation.isSum()
                && parts.stream().allMatch(part -> equation.top().weight(part).equals(Exact.ONE))
                && isInOrder(figures);
        if (told) {
            Collections.reverse(parts);
        }
        return figures;
    }

    private static boolean isInOrder(List<Figure> figures) {
        for (int i = 1; i < figures.size(); i++) {
            Figure one = figures.get(i - 1);
            Figure two = figures.get(i);
            if (!one.passage().equals(two.passage()) || one.end() > two.start()) {
                return false;
            }
        }
        return true;
    }

    /** The check of the fewest figures: it leaves the fewest choices. */
    private static Check tightest(Set<Check> left) {
        Check tightest = left.iterator().next();
        for (Check check : left) {
            boolean fewer = check.equation().figures().size()
                    < tightest.equation().figures().size();
            tightest = fewer ? check : tightest;
        }
        return tightest;
    }

    private void take(
            Candidate candidate, Set<Check> left, Map<Figure, Exact> applied, List<Candidate> taken, int cost) {
        Correction correction = candidate.correction();
        Map<Figure, Exact> now = new LinkedHashMap<>(applied);
        correction
                .value()
                .ifPresent(value ->
                        now.put(correction.figure(), correction.figure().asPrinted(value)));
        Set<Check> still = new LinkedHashSet<>(left);
        correction.checks().forEach(still::remove);
        still.removeIf(check -> check.equation().judge(now) != Verdict.DIFFERS);
        // What an earlier correction made right, this one may break again.
        group.stream()
                .filter(check ->
                        !left.contains(check) && check.equation().figures().contains(correction.figure()))
                .filter(check -> check.equation().judge(now) == Verdict.DIFFERS)
                .forEach(still::add);
        List<Candidate> more = new ArrayList<>(taken);
        more.add(candidate);
        search(still, now, more, cost + candidate.cost());
    }
}
