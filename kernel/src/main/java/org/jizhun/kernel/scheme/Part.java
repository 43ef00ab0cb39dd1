package org.jizhun.kernel.scheme;

import java.util.List;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * One row of a weighted roll-up, such as one indicator of the national project form.
 *
 * @param weight points of the row
 * @param score points it got; null where it could not be determined
 * @param rate the completion that counted, as a ratio; null likewise
 * @param trace how the completion was found
 */
public record Part(
        String id,
        String name,
        Exact weight,
        @Nullable Exact score,
        @Nullable Exact rate,
        String note,
        List<Trace> trace,
        List<Problem> problems) {
    public Part {
        trace = List.copyOf(trace);
        problems = List.copyOf(problems);
    }
}
