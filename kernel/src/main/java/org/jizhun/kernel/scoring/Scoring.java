package org.jizhun.kernel.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.scheme.Criterion;
import org.jizhun.kernel.scheme.Scheme;

/**
 * Scores facts by a scheme, with every reason. Pure: the same scheme, facts and calendar give the same evaluation. A fact
 * that is missing leaves its criterion without a score, and says so; nothing is thrown for what people filled in.
 */
public final class Scoring {

    private Scoring() {}

    /** The evaluation of a whole department year. */
    public static Evaluation score(Scheme scheme, FactSet facts, WorkingDays calendar) {
        return evaluate(scheme, facts, facts, calendar, Optional.empty());
    }

    /**
     * The evaluation of one project: the scheme sees only the project's rows, as {@link ProjectFacts} says.
     *
     * @param projectCode a code of the register {@code projects}; an unknown one leaves everything missing
     */
    public static Evaluation scoreProject(Scheme scheme, FactSet facts, WorkingDays calendar, String projectCode) {
        FactSet own = ProjectFacts.of(facts, projectCode);
        return evaluate(scheme, facts, own, calendar, Optional.of(projectCode));
    }

    private static Evaluation evaluate(
            Scheme scheme, FactSet facts, FactSet seen, WorkingDays calendar, Optional<String> project) {
        Inputs inputs = scheme.inputs(Inputs.of(seen, calendar));
        Outline outline = new Outline(scheme, inputs);
        List<CriterionScore> criteria = new ArrayList<>();
        Tally sum = Tally.NOTHING;
        for (Criterion criterion : scheme.criteria()) {
            Outline.Scored scored = outline.score(criterion);
            criteria.add(scored.score());
            sum = sum.plus(scored.tally());
        }
        Notes notes = new Notes(scheme, inputs);
        Totals totals = Totals.of(scheme, sum, notes);
        totals.bonuses().forEach(each -> criteria.add(bonus(each)));
        List<Problem> problems = new ArrayList<>(totals.problems());
        problems.addAll(notes.problems());
        problems.addAll(UnknownCriteria.in(scheme, seen, project.isPresent()));
        return new Evaluation(
                scheme,
                facts,
                project,
                new Points(totals.total()),
                new Points(totals.attainable()),
                totals.grade(),
                criteria,
                problems);
    }

    /** What a leaf adds to the tally. */
    static Tally tally(Criterion leaf, LeafScore score) {
        if (score.points() != null) {
            return Tally.points(score.points());
        }
        return score.status() == Status.NOT_APPLICABLE
                ? Tally.dropped(leaf.weight().points())
                : Tally.missing(leaf.cap().orElse(leaf.weight()).points());
    }

    private static CriterionScore bonus(Totals.BonusScore scored) {
        return new CriterionScore(
                scored.bonus().id(),
                scored.bonus().name(),
                1,
                new Points(Exact.ZERO),
                scored.points().map(Points::new),
                Optional.empty(),
                scored.points().isPresent() ? Status.COMPUTED : Status.MISSING,
                List.of(),
                scored.bonus().basis(),
                "",
                List.of(),
                List.of(),
                List.of());
    }
}
