package org.jizhun.auditor.finding;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Severity;

/**
 * One thing wrong with a document: the figure or words to mend, what they should be where the document tells, why, and
 * where.
 *
 * @param stated as printed
 * @param expected what it should be, printed the same way
 * @param problem code and arguments of the message, from the catalogue
 * @param explanations further codes: the near miss that gives the printed figure, other relations that fail with it
 * @param because the places the judgement rests on
 */
public record Finding(
        Kind kind,
        Severity severity,
        String stated,
        Optional<String> expected,
        Problem problem,
        List<Problem> explanations,
        Spot where,
        List<Spot> because) {

    public Finding {
        explanations = List.copyOf(explanations);
        because = List.copyOf(because);
    }

    /** A finding with the severity its message has in the catalogue. */
    public static Finding of(
            Kind kind, String stated, Optional<String> expected, Problem problem, Spot where, List<Spot> because) {
        return new Finding(kind, problem.severity(), stated, expected, problem, List.of(), where, because);
    }

    public String code() {
        return problem.code();
    }
}
