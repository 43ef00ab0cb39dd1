package org.jizhun.auditor.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.kernel.quantity.Exact;

/**
 * Chooses which figures to mend, so that as few corrections as possible make the checks that fail come out right without
 * breaking one that holds. Failing checks that share figures are looked at together; small groups are searched through,
 * larger ones are mended one figure after the other, the one that helps most first.
 */
public final class Mending {

    /**
     * A figure to mend.
     *
     * @param value what it should be, in the base unit; empty where the checks disagree about it
     * @param checks the failing checks it explains, the one that gave the value first
     * @param broken the checks that hold and would not hold any more
     */
    public record Correction(Figure figure, Optional<Exact> value, List<Check> checks, List<Check> broken) {

        public Correction {
            checks = List.copyOf(checks);
            broken = List.copyOf(broken);
        }
    }

    private static final int SEARCHED_CHECKS = 8;

    private final Map<Figure, List<Check>> failingOf = new HashMap<>();
    private final Map<Figure, List<Check>> holdingOf = new HashMap<>();
    private final Set<Check> failing = new LinkedHashSet<>();
    private final Repeated repeated;

    private Mending(Map<Check, Verdict> checks, Repeated repeated) {
        this.repeated = repeated;
        checks.forEach((check, verdict) -> {
            if (verdict == Verdict.DIFFERS) {
                failing.add(check);
                check.equation().figures().forEach(figure -> enter(figure, check, failingOf));
            }
        });
        if (!failing.isEmpty()) {
            checks.forEach(this::holds);
        }
    }

    /** Of the figures that may be mended only. */
    private void holds(Check check, Verdict verdict) {
        if (verdict == Verdict.AGREES || verdict == Verdict.AGREES_IF_TRUNCATED) {
            for (Figure figure : check.equation().figures()) {
                if (failingOf.containsKey(figure)) {
                    enter(figure, check, holdingOf);
                }
            }
        }
    }

    private static void enter(Figure figure, Check check, Map<Figure, List<Check>> index) {
        index.computeIfAbsent(figure, key -> new ArrayList<>()).add(check);
    }

    /** @param repeated what the document prints more than once */
    public static List<Correction> of(Map<Check, Verdict> checks, Repeated repeated) {
        return new Mending(checks, repeated).corrections();
    }

    private List<Correction> corrections() {
        List<Correction> corrections = new ArrayList<>();
        Set<Check> seen = new LinkedHashSet<>();
        for (Check check : failing) {
            if (seen.add(check)) {
                Set<Check> group = group(check);
                seen.addAll(group);
                corrections.addAll(mend(group));
            }
        }
        return corrections;
    }

    /** The failing checks that hang together with one by figures they share. */
    private Set<Check> group(Check first) {
        Set<Check> group = new LinkedHashSet<>(List.of(first));
        Deque<Check> open = new ArrayDeque<>(group);
        while (!open.isEmpty()) {
            for (Figure figure : open.pop().equation().figures()) {
                for (Check other : failingOf.getOrDefault(figure, List.of())) {
                    if (group.add(other)) {
                        open.push(other);
                    }
                }
            }
        }
        return group;
    }

    private List<Correction> mend(Set<Check> group) {
        Map<Figure, Exact> applied = new LinkedHashMap<>();
        if (group.size() <= SEARCHED_CHECKS) {
            Optional<List<Correction>> found = new MendingSearch(group, holdingOf, repeated).best();
            if (found.isPresent()) {
                return found.get();
            }
        }
        List<Correction> corrections = new ArrayList<>();
        Set<Check> left = new LinkedHashSet<>(group);
        Map<Figure, List<Candidate>> known = new HashMap<>();
        while (!left.isEmpty()) {
            Correction best = helpsMost(left, applied, known);
            corrections.add(best);
            Set<Check> before = new LinkedHashSet<>(left);
            best.checks().forEach(left::remove);
            best.value()
                    .ifPresent(value -> applied.put(best.figure(), best.figure().asPrinted(value)));
            left.removeIf(check -> check.equation().judge(applied) != Verdict.DIFFERS);
            before.removeAll(left);
            before.addAll(failingOf.getOrDefault(best.figure(), List.of()));
            before.addAll(holdingOf.getOrDefault(best.figure(), List.of()));
            before.forEach(check -> known.keySet().removeAll(check.equation().figures()));
        }
        return corrections;
    }

    /** @param known what was found for a figure before, as long as none of its checks has changed */
    private Correction helpsMost(Set<Check> left, Map<Figure, Exact> applied, Map<Figure, List<Candidate>> known) {
        Candidate best = null;
        Set<Figure> suspects = new LinkedHashSet<>();
        left.forEach(check -> suspects.addAll(check.equation().figures()));
        suspects.removeAll(applied.keySet());
        for (Figure figure : suspects) {
            List<Candidate> candidates = known.get(figure);
            if (candidates == null) {
                candidates = Candidate.of(figure, left, failingOf, holdingOf, applied, repeated);
                known.put(figure, candidates);
            }
            for (Candidate candidate : candidates) {
                if (best == null || candidate.isBetterThan(best)) {
                    best = candidate;
                }
            }
        }
        Check first = left.iterator().next();
        return best == null
                ? new Correction(first.equation().result(), first.equation().expected(), List.of(first), List.of())
                : best.correction();
    }
}
