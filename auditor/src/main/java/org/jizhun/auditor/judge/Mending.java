package org.jizhun.auditor.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/**
 * Chooses which figures to mend, so that as few corrections as possible make the checks that fail come out right without
 * breaking one that holds. Figures are taken one after the other, the one that helps most first; among equals the result
 * of a computation comes before its inputs, since inputs are copied from the books and results are worked out by hand.
 */
public final class Mending {

    /**
     * A figure to mend.
     *
     * @param value what it should be, in the base unit; empty where the checks disagree about it
     * @param checks the failing checks it explains, the one that gave the value first
     */
    public record Correction(Figure figure, Optional<Exact> value, List<Check> checks) {

        public Correction {
            checks = List.copyOf(checks);
        }
    }

    /** @param exact whether the value needs no rounding to be printed: a sum tells it more exactly than a rate */
    private record Candidate(Correction correction, int gain, boolean result, boolean exact) {}

    private final List<Check> holding;
    private final Set<Check> failing;
    private final Map<Figure, Exact> applied = new HashMap<>();

    private Mending(Map<Check, Verdict> checks) {
        holding = new ArrayList<>();
        failing = new LinkedHashSet<>();
        checks.forEach((check, verdict) -> {
            if (verdict == Verdict.DIFFERS) {
                failing.add(check);
            } else if (verdict != Verdict.NOT_CHECKABLE) {
                holding.add(check);
            }
        });
    }

    public static List<Correction> of(Map<Check, Verdict> checks) {
        return new Mending(checks).corrections();
    }

    private List<Correction> corrections() {
        List<Correction> corrections = new ArrayList<>();
        while (!failing.isEmpty()) {
            Correction best = best();
            corrections.add(best);
            best.checks().forEach(failing::remove);
            best.value().ifPresent(value -> applied.put(best.figure(), asPrinted(best.figure(), value)));
            failing.removeIf(check -> check.equation().judge(applied) != Verdict.DIFFERS);
        }
        return corrections;
    }

    private Correction best() {
        Set<Figure> suspects = new LinkedHashSet<>();
        failing.forEach(check -> suspects.addAll(check.equation().figures()));
        suspects.removeAll(applied.keySet());
        List<Candidate> candidates = new ArrayList<>();
        for (Figure figure : suspects) {
            candidate(figure).ifPresent(candidates::add);
        }
        return candidates.stream()
                .max(Comparator.comparingInt(Candidate::gain).thenComparing(Candidate::result))
                .map(Candidate::correction)
                .filter(correction -> !correction.checks().isEmpty())
                .orElseGet(this::unexplained);
    }

    /** No single value of any figure helps: the first check is told as it stands. */
    private Correction unexplained() {
        Check first = failing.iterator().next();
        return new Correction(first.equation().result(), first.equation().expected(), List.of(first));
    }

    /** The best new value of one figure: every failing check it could make right is worth two, each it would break costs three. */
    private Optional<Candidate> candidate(Figure figure) {
        Candidate best = null;
        for (Check check : failing) {
            Optional<Exact> solved = check.equation().figures().contains(figure)
                    ? check.equation().solve(figure, applied)
                    : Optional.empty();
            if (solved.isEmpty()) {
                continue;
            }
            Map<Figure, Exact> corrected = new HashMap<>(applied);
            corrected.put(figure, asPrinted(figure, solved.get()));
            List<Check> fixed = new ArrayList<>(List.of(check));
            for (Check other : failing) {
                if (!other.equals(check)
                        && concerns(other, figure)
                        && other.equation().judge(corrected) != Verdict.DIFFERS) {
                    fixed.add(other);
                }
            }
            int broken = (int) holding.stream()
                    .filter(other -> concerns(other, figure) && other.equation().judge(corrected) == Verdict.DIFFERS)
                    .count();
            boolean result = figure.equals(check.equation().result());
            boolean exact = solved.get().equals(corrected.get(figure));
            int gain = 2 * fixed.size() - 3 * broken;
            boolean tells = best != null
                    && exact
                    && !best.exact()
                    && fixed.containsAll(best.correction().checks());
            boolean better = best == null || gain > best.gain() || (gain == best.gain() && tells);
            if (better) {
                best = new Candidate(new Correction(figure, solved, fixed), gain, result, exact);
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean concerns(Check check, Figure figure) {
        return check.equation().figures().contains(figure);
    }

    private static Exact asPrinted(Figure figure, Exact value) {
        return value.dividedBy(figure.unitSize())
                .round(Rounding.halfUp(figure.scale()))
                .times(figure.unitSize());
    }
}
