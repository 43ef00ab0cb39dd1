package org.jizhun.kernel.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.scheme.Bonus;
import org.jizhun.kernel.scheme.Grade;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scheme.ScoreRounding;
import org.jizhun.kernel.scheme.Veto;
import org.jizhun.kernel.scheme.Working;

/**
 * From the outline's tally to the result: rescaling for what does not apply, bonus items, vetoes, the last rounding, and
 * the grade where it is certain.
 */
record Totals(Exact total, Exact attainable, Optional<String> grade, List<BonusScore> bonuses, List<Problem> problems) {

    /** What a bonus item moved the total by; empty where it is missing. */
    record BonusScore(Bonus bonus, Optional<Exact> points) {}

    static Totals of(Scheme scheme, Tally outline, Working working) {
        List<Problem> problems = new ArrayList<>();
        List<BonusScore> bonuses = new ArrayList<>();
        Exact added = Exact.ZERO;
        Exact open = Exact.ZERO;
        for (Bonus bonus : scheme.bonuses()) {
            Exact cap = bonus.cap().points();
            Exact found = (Exact) working.value(bonus.points());
            if (found == null) {
                open = open.plus(cap);
                bonuses.add(new BonusScore(bonus, Optional.empty()));
            } else {
                Exact kept = found.min(cap).max(cap.negate());
                added = added.plus(kept);
                bonuses.add(new BonusScore(bonus, Optional.of(kept)));
            }
        }
        Exact points = rescaled(scheme, outline.points(), outline).plus(added);
        Exact most = rescaled(scheme, outline.points().plus(outline.missing()), outline)
                .plus(added)
                .plus(open);
        Limits limits = Limits.of(scheme, working, problems);
        Exact total = rounded(scheme, limits.apply(points));
        Exact attainable = rounded(scheme, limits.apply(most));
        Exact least = rounded(scheme, limits.apply(points.minus(open)));
        Optional<String> grade = limits.grade(scheme, least);
        boolean certain = !limits.open() && grade.equals(limits.grade(scheme, attainable));
        return new Totals(total, attainable, certain ? grade : Optional.empty(), bonuses, problems);
    }

    /** Points as they count when dropped weight is shared out; the same where nothing was dropped. */
    private static Exact rescaled(Scheme scheme, Exact points, Tally outline) {
        Exact applicable = scheme.total().points().minus(outline.dropped());
        return outline.dropped().isZero() || applicable.signum() <= 0
                ? points
                : points.times(scheme.total().points()).dividedBy(applicable);
    }

    private static Exact rounded(Scheme scheme, Exact points) {
        return points.max(Exact.ZERO).round(scheme.rounding().rounding());
    }

    /** The score of a group, rounded where the scheme rounds at each level. */
    static Exact group(Scheme scheme, Exact points) {
        return scheme.rounding().where() == ScoreRounding.Where.EACH_LEVEL
                ? points.round(scheme.rounding().rounding())
                : points;
    }

    /**
     * What vetoes leave possible.
     *
     * @param best index of the best grade still possible
     * @param open whether a veto could not be decided
     */
    private record Limits(Optional<Exact> most, int best, boolean open) {

        static Limits of(Scheme scheme, Working working, List<Problem> problems) {
            Optional<Exact> most = Optional.empty();
            int best = 0;
            boolean open = false;
            List<String> labels = scheme.grades().stream().map(Grade::label).toList();
            for (Veto veto : scheme.vetoes()) {
                Boolean holds = (Boolean) working.value(veto.when());
                open |= holds == null;
                if (Boolean.TRUE.equals(holds)) {
                    problems.add(Problem.of(
                            "veto-applies",
                            Place.NONE,
                            "id",
                            veto.id(),
                            "name",
                            veto.name().zh()));
                    Optional<Exact> limit = veto.totalAtMost().map(Points::points);
                    Optional<Exact> earlier = most;
                    most = limit.isEmpty()
                            ? most
                            : limit.map(each -> earlier.map(each::min).orElse(each));
                    best = Math.max(
                            best, veto.gradeAtMost().map(labels::indexOf).orElse(0));
                } else if (holds == null) {
                    problems.add(Problem.of(
                            "veto-undecided",
                            Place.NONE,
                            "id",
                            veto.id(),
                            "name",
                            veto.name().zh()));
                }
            }
            return new Limits(most, best, open);
        }

        Exact apply(Exact points) {
            return most.map(points::min).orElse(points);
        }

        Optional<String> grade(Scheme scheme, Exact total) {
            List<Grade> grades = scheme.grades();
            for (int i = 0; i < grades.size(); i++) {
                Grade grade = grades.get(i);
                int order = total.compareTo(grade.from().points());
                if (order > 0 || (order == 0 && grade.inclusive())) {
                    return Optional.of(grades.get(Math.max(i, best)).label());
                }
            }
            return Optional.empty();
        }
    }
}
