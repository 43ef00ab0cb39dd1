package org.jizhun.kernel.scoring;

import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.scheme.Scheme;

/**
 * A scheme applied to the facts of one department year, or of one project of it.
 *
 * @param project the project's code; empty for the whole department
 * @param total points so far, rounded as the scheme says; what is missing counts nothing
 * @param attainable the total if everything that is missing got all its points
 * @param grade empty while anything is missing that could change it
 * @param criteria the scheme's outline, then bonus items that moved the total
 * @param problems what concerns the whole, such as a veto; each criterion has its own
 */
public record Evaluation(
        Scheme scheme,
        FactSet facts,
        Optional<String> project,
        Points total,
        Points attainable,
        Optional<String> grade,
        List<CriterionScore> criteria,
        List<Problem> problems) {

    public Evaluation {
        criteria = List.copyOf(criteria);
        problems = List.copyOf(problems);
    }
}
