package org.jizhun.kernel.scoring;

import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Percent;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.scheme.Basis;
import org.jizhun.kernel.scheme.Loss;
import org.jizhun.kernel.scheme.Title;

/**
 * What one line of a scheme got and why: a group, a leaf, or a row that a roll-up expanded into.
 *
 * @param score empty where it is missing, or where the line was dropped as not applicable
 * @param rate score against weight; empty where there is no score or no weight
 * @param note the judge's reason, the document a stated score is from, why a line does not apply; may be empty
 * @param losses points not given, each with its reason; empty for groups
 * @param problems what is missing or doubtful
 */
public record CriterionScore(
        String id,
        Title name,
        int level,
        Points weight,
        Optional<Points> score,
        Optional<Percent> rate,
        Status status,
        List<Trace> trace,
        Basis basis,
        String note,
        List<Loss> losses,
        List<Problem> problems,
        List<CriterionScore> criteria) {

    public CriterionScore {
        trace = List.copyOf(trace);
        losses = List.copyOf(losses);
        problems = List.copyOf(problems);
        criteria = List.copyOf(criteria);
    }
}
