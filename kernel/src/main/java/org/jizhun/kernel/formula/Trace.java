package org.jizhun.kernel.formula;

import java.util.List;
import org.jizhun.kernel.fact.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation: an expression as a person wrote it, what it came to, and the steps under it.
 *
 * @param expression the piece of the formula, in its own words
 * @param value what it came to; null where it could not be determined
 * @param kind unit of the value
 * @param note what a reader should know, such as the place of a fact or “third month counts as 100 %”; may be empty
 */
public record Trace(String expression, @Nullable Object value, Kind kind, String note, List<Trace> steps) {
    public Trace {
        steps = List.copyOf(steps);
    }
}
