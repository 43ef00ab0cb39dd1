package org.jizhun.kernel.formula;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.jspecify.annotations.Nullable;

/** The steps that work on single values. */
final class Scalars {

    private Scalars() {}

    static final class Calculation extends Node {
        private final Operator operator;
        private final Node left;
        private final Node right;

        Calculation(Kind kind, String text, Operator operator, Node left, Node right) {
            super(kind, text);
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object one = left.value(frame);
            return Arithmetic.apply(operator, one, right.value(frame), frame);
        }
    }

    static final class Negation extends Node {
        private final Node operand;

        Negation(Kind kind, String text, Node operand) {
            super(kind, text);
            this.operand = operand;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object value = operand.value(frame);
            if (value instanceof Exact exact) {
                return exact.negate();
            }
            if (value instanceof Interval interval) {
                return interval.negate();
            }
            return value instanceof Period period ? period.negated() : value;
        }

        @Override
        boolean shown() {
            return operand.shown();
        }
    }

    static final class Comparison extends Node {
        private final Operator operator;
        private final Node left;
        private final Node right;

        Comparison(String text, Operator operator, Node left, Node right) {
            super(Kind.BOOLEAN, text);
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object one = left.value(frame);
            return Logic.compare(operator, one, right.value(frame));
        }
    }

    /** {@code and}, {@code or}: the right side is not asked once the left side decides. */
    static final class Junction extends Node {
        private final boolean and;
        private final Node left;
        private final Node right;

        Junction(String text, boolean and, Node left, Node right) {
            super(Kind.BOOLEAN, text);
            this.and = and;
            this.left = left;
            this.right = right;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object one = left.value(frame);
            if (one instanceof Boolean truth && truth != and) {
                return truth;
            }
            Object other = right.value(frame);
            return and ? Logic.and(one, other) : Logic.or(one, other);
        }
    }

    /** {@code between} and {@code in [a..b)}. */
    static final class Range extends Node {
        private final Node operand;
        private final Node low;
        private final Node high;
        private final boolean lowClosed;
        private final boolean highClosed;

        Range(String text, Node operand, Node low, boolean lowClosed, Node high, boolean highClosed) {
            super(Kind.BOOLEAN, text);
            this.operand = operand;
            this.low = low;
            this.high = high;
            this.lowClosed = lowClosed;
            this.highClosed = highClosed;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object value = operand.value(frame);
            Object lowest = low.value(frame);
            Object highest = high.value(frame);
            if (value == null || lowest == null || highest == null) {
                return null;
            }
            return Logic.and(
                    Logic.compare(lowClosed ? Operator.AT_LEAST : Operator.GREATER, value, lowest),
                    Logic.compare(highClosed ? Operator.AT_MOST : Operator.LESS, value, highest));
        }
    }

    /** {@code if}: a condition that is null takes the else branch; one that is unknown gives the hull of both. */
    static final class Choice extends Node {
        private final Node condition;
        private final Node then;
        private final Node otherwise;

        Choice(Kind kind, String text, Node condition, Node then, Node otherwise) {
            super(kind, text);
            this.condition = condition;
            this.then = then;
            this.otherwise = otherwise;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object truth = condition.value(frame);
            if (truth == Unknown.UNKNOWN) {
                Object one = then.value(frame);
                return hull(one, otherwise.value(frame));
            }
            return Boolean.TRUE.equals(truth) ? then.value(frame) : elsewhere(frame);
        }

        /** Why an alternative was not taken explains nothing where the one that was taken explains itself. */
        private @Nullable Object elsewhere(Frame frame) {
            List<Trace> steps = frame.steps();
            int before = steps == null || steps.isEmpty() ? 0 : 1;
            Object value = otherwise.value(frame);
            if (steps != null && steps.size() > before) {
                steps.subList(0, before).clear();
            }
            return value;
        }
    }

    /** Whatever may come of either value. */
    static @Nullable Object hull(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other ? null : Unknown.UNKNOWN;
        }
        if (isFigure(one) && isFigure(other)) {
            return Arithmetic.simplified(Arithmetic.interval(one).hull(Arithmetic.interval(other)));
        }
        return Boolean.TRUE.equals(Logic.equal(one, other)) ? one : Unknown.UNKNOWN;
    }

    private static boolean isFigure(Object value) {
        return value instanceof Exact || value instanceof Interval;
    }

    /** A part of a single record, date or duration. */
    static final class Part extends Node {

        /** Takes the part out of a value that is not null. */
        interface Take {
            @Nullable Object from(Object whole);
        }

        private final Node whole;
        private final Take take;

        Part(Kind kind, String text, Node whole, Take take) {
            super(kind, text);
            this.whole = whole;
            this.take = take;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object value = whole.value(frame);
            return value == null || value == Unknown.UNKNOWN ? value : take.from(value);
        }
    }

    static Part.@Nullable Take ofDate(String field) {
        return switch (field) {
            case "year" -> date -> Exact.of(((LocalDate) date).getYear());
            case "month" -> date -> Exact.of(((LocalDate) date).getMonthValue());
            case "day" -> date -> Exact.of(((LocalDate) date).getDayOfMonth());
            case "weekday" -> date -> Exact.of(((LocalDate) date).getDayOfWeek().getValue());
            default -> null;
        };
    }

    static Part.@Nullable Take ofDuration(String field) {
        return switch (field) {
            case "days" ->
                period -> Temporals.isDays((Period) period) ? Exact.of(Temporals.days((Period) period)) : null;
            case "months" ->
                period -> Temporals.isMonths((Period) period) ? Exact.of(((Period) period).getMonths()) : null;
            case "years" ->
                period -> Temporals.isMonths((Period) period) ? Exact.of(((Period) period).getYears()) : null;
            default -> null;
        };
    }

    static Part.Take ofRecord(int index) {
        return row -> ((Row) row).get(index);
    }
}
