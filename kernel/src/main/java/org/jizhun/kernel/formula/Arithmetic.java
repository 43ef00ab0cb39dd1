package org.jizhun.kernel.formula;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.jspecify.annotations.Nullable;

/** Arithmetic on checked operands: exact figures, intervals, dates and durations. An operand null gives null. */
final class Arithmetic {

    /** Figures beyond this many bits (about 6,000 digits) come from runaway powers, not from money. */
    static final int MAX_BITS = 20_000;

    static final Exact MAX_EXPONENT = Exact.of(1_000);

    private Arithmetic() {}

    static @Nullable Object apply(Operator operator, @Nullable Object left, @Nullable Object right, Frame frame) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Exact one && right instanceof Exact other) {
            return exact(operator, one, other, frame);
        }
        if (left == Unknown.UNKNOWN || right == Unknown.UNKNOWN) {
            return Unknown.UNKNOWN;
        }
        if (left instanceof Interval || right instanceof Interval) {
            return left instanceof Period || right instanceof Period
                    ? Unknown.UNKNOWN
                    : interval(operator, interval(left), interval(right));
        }
        return temporal(operator, left, right, frame);
    }

    static Interval interval(Object figure) {
        return figure instanceof Interval interval ? interval : Interval.of((Exact) figure);
    }

    /** An interval of one value becomes that value, so that everything after it is decided. */
    static Object simplified(Interval interval) {
        Exact low = interval.low();
        return low != null && interval.isExact() ? low : interval;
    }

    private static @Nullable Object exact(Operator operator, Exact left, Exact right, Frame frame) {
        return switch (operator) {
            case PLUS -> bounded(left.plus(right), frame);
            case MINUS -> bounded(left.minus(right), frame);
            case TIMES -> bounded(left.times(right), frame);
            case OVER -> quotient(left, right, frame);
            case POWER -> power(left, right, frame);
            default -> throw new IllegalArgumentException("not arithmetic: " + operator);
        };
    }

    static @Nullable Exact quotient(Exact left, Exact right, Frame frame) {
        if (right.isZero()) {
            frame.problem("formula-division-by-zero");
            return null;
        }
        return bounded(left.dividedBy(right), frame);
    }

    private static @Nullable Exact bounded(Exact value, Frame frame) {
        if (value.bits() > MAX_BITS) {
            frame.problem("formula-result-too-large");
            return null;
        }
        return value;
    }

    /** Whole exponents only; zero to a negative power is a division by zero. */
    static @Nullable Exact power(Exact base, Exact exponent, Frame frame) {
        if (!exponent.isWhole() || exponent.abs().compareTo(MAX_EXPONENT) > 0) {
            frame.problem("formula-exponent", "found", exponent, "limit", MAX_EXPONENT);
            return null;
        }
        int times = Temporals.whole(exponent.abs());
        if (exponent.signum() < 0 && base.isZero()) {
            frame.problem("formula-division-by-zero");
            return null;
        }
        Exact result = Exact.ONE;
        for (int i = 0; i < times; i++) {
            result = result.times(base);
            if (result.bits() > MAX_BITS) {
                frame.problem("formula-result-too-large");
                return null;
            }
        }
        return exponent.signum() < 0 ? Exact.ONE.dividedBy(result) : result;
    }

    private static Object interval(Operator operator, Interval left, Interval right) {
        return switch (operator) {
            case PLUS -> simplified(left.plus(right));
            case MINUS -> simplified(left.minus(right));
            case TIMES -> simplified(left.times(right));
            case OVER -> right.contains(Exact.ZERO) ? Unknown.UNKNOWN : simplified(left.dividedBy(right));
            case POWER -> Unknown.UNKNOWN;
            default -> throw new IllegalArgumentException("not arithmetic: " + operator);
        };
    }

    private static @Nullable String joined(String one, String other, Frame frame) {
        if (one.length() + other.length() > Lexer.MAX_LENGTH) {
            frame.problem("formula-result-too-large");
            return null;
        }
        return one + other;
    }

    private static @Nullable Object temporal(Operator operator, Object left, Object right, Frame frame) {
        if (left instanceof String one && right instanceof String other) {
            return joined(one, other, frame);
        }
        Object result = null;
        if (left instanceof LocalDate date && right instanceof LocalDate other) {
            result = Period.ofDays((int) ChronoUnit.DAYS.between(other, date));
        } else if (left instanceof LocalDate date && right instanceof Period period) {
            result = Temporals.plus(date, operator == Operator.MINUS ? period.negated() : period);
        } else if (left instanceof Period period && right instanceof LocalDate date) {
            result = Temporals.plus(date, period);
        } else if (left instanceof Period one && right instanceof Period other) {
            result = Temporals.plus(one, operator == Operator.MINUS ? other.negated() : other);
        } else if (left instanceof Period period && right instanceof Exact factor) {
            result = Temporals.times(period, factor);
        }
        if (result == null) {
            frame.problem("formula-date-out-of-range", "left", left, "right", right);
        }
        return result;
    }
}
