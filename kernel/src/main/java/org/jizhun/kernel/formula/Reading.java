package org.jizhun.kernel.formula;

import java.util.List;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a formula came to and how.
 *
 * @param value the Java type that {@link org.jizhun.kernel.fact.Kind} says; null where something needed is missing
 * @param problems what went wrong on the way, such as a division by zero or a date outside the loaded calendars
 */
public record Reading(@Nullable Object value, Trace trace, List<Problem> problems) {
    public Reading {
        problems = List.copyOf(problems);
    }
}
