package org.jizhun.kernel.formula;

import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation: an expression as a person wrote it, what it came to, and the steps under it.
 *
 * @param expression the piece of the formula, in its own words; empty for a step that is said by a message
 * @param said the message of a step that a rule, not a formula, made
 * @param value what it came to; null where it could not be determined
 * @param kind unit of the value
 * @param note what a reader should know, such as the place of a fact or “third month counts as 100 %”; may be empty
 */
public record Trace(
        String expression, Optional<Problem> said, @Nullable Object value, Kind kind, String note, List<Trace> steps) {
    public Trace {
        steps = List.copyOf(steps);
    }

    /** A step of a formula. */
    static Trace of(String expression, @Nullable Object value, Kind kind, String note, List<Trace> steps) {
        return new Trace(expression, Optional.empty(), value, kind, note, steps);
    }

    /** A step of a rule, said in every language by a message of the catalogue. */
    public static Trace said(Problem words, @Nullable Object value, Kind kind) {
        return new Trace("", Optional.of(words), value, kind, "", List.of());
    }

    /** What the step is about, without its value. */
    public String text(Language language) {
        return said.map(words -> words.text(language)).orElse(expression);
    }
}
