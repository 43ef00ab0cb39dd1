package org.jizhun.kernel.formula;

import java.util.List;
import org.jizhun.kernel.fact.Kind;
import org.jspecify.annotations.Nullable;

/** A formula as it was written, before names and kinds are known. */
sealed interface Syntax {

    Span span();

    /** What it is made of, in the order written. */
    List<Syntax> parts();

    /** A literal. {@code kind} is {@link Kinds#NOTHING} for null and {@link Kinds#ZERO} for a bare 0. */
    record Constant(Span span, @Nullable Object value, Kind kind) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of();
        }
    }

    record Name(Span span, String name) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of();
        }
    }

    record Negated(Span span, Syntax operand) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(operand);
        }
    }

    record Operation(Span span, Operator operator, Syntax left, Syntax right) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(left, right);
        }
    }

    record Between(Span span, Syntax value, Syntax low, Syntax high) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(value, low, high);
        }
    }

    /** {@code x in [a..b)}: round brackets leave the end out. */
    record Within(Span span, Syntax value, boolean lowClosed, Syntax low, Syntax high, boolean highClosed)
            implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(value, low, high);
        }
    }

    record Member(Span span, Syntax value, Syntax list) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(value, list);
        }
    }

    record Choice(Span span, Syntax condition, Syntax then, Syntax otherwise) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(condition, then, otherwise);
        }
    }

    /** {@code for x in list return body}. */
    record Each(Span span, String variable, Syntax list, Syntax body) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(list, body);
        }
    }

    record Quantified(Span span, boolean every, String variable, Syntax list, Syntax condition) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(list, condition);
        }
    }

    record Filter(Span span, Syntax list, Syntax condition) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(list, condition);
        }
    }

    record Path(Span span, Syntax of, String field) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return List.of(of);
        }
    }

    record Call(Span span, String function, List<Syntax> arguments) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return arguments;
        }
    }

    record Items(Span span, List<Syntax> items) implements Syntax {
        @Override
        public List<Syntax> parts() {
            return items;
        }
    }
}
