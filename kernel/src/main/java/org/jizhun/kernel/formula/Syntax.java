package org.jizhun.kernel.formula;

import java.util.List;
import org.jizhun.kernel.fact.Kind;
import org.jspecify.annotations.Nullable;

/** A formula as it was written, before names and kinds are known. */
sealed interface Syntax {

    Span span();

    /** A literal. {@code kind} is {@link Kinds#NOTHING} for null and {@link Kinds#ZERO} for a bare 0. */
    record Constant(Span span, @Nullable Object value, Kind kind) implements Syntax {}

    record Name(Span span, String name) implements Syntax {}

    record Negated(Span span, Syntax operand) implements Syntax {}

    record Operation(Span span, Operator operator, Syntax left, Syntax right) implements Syntax {}

    record Between(Span span, Syntax value, Syntax low, Syntax high) implements Syntax {}

    /** {@code x in [a..b)}: round brackets leave the end out. */
    record Within(Span span, Syntax value, boolean lowClosed, Syntax low, Syntax high, boolean highClosed)
            implements Syntax {}

    record Member(Span span, Syntax value, Syntax list) implements Syntax {}

    record Choice(Span span, Syntax condition, Syntax then, Syntax otherwise) implements Syntax {}

    /** {@code for x in list return body}. */
    record Each(Span span, String variable, Syntax list, Syntax body) implements Syntax {}

    record Quantified(Span span, boolean every, String variable, Syntax list, Syntax condition) implements Syntax {}

    record Filter(Span span, Syntax list, Syntax condition) implements Syntax {}

    record Path(Span span, Syntax of, String field) implements Syntax {}

    record Call(Span span, String function, List<Syntax> arguments) implements Syntax {}

    record Items(Span span, List<Syntax> items) implements Syntax {}
}
