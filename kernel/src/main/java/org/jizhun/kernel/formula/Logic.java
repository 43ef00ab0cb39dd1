package org.jizhun.kernel.formula;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.jspecify.annotations.Nullable;

/** Truth of comparisons and their combination: true, false, null as in FEEL, and unknown in the interval reading. */
final class Logic {

    private Logic() {}

    static @Nullable Object and(@Nullable Object left, @Nullable Object right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        if (left == Unknown.UNKNOWN || right == Unknown.UNKNOWN) {
            return Unknown.UNKNOWN;
        }
        return (left == null || right == null) ? null : true;
    }

    static @Nullable Object or(@Nullable Object left, @Nullable Object right) {
        if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
            return true;
        }
        if (left == Unknown.UNKNOWN || right == Unknown.UNKNOWN) {
            return Unknown.UNKNOWN;
        }
        return (left == null || right == null) ? null : false;
    }

    static @Nullable Object not(@Nullable Object value) {
        return value instanceof Boolean truth ? (Object) !truth : value;
    }

    static @Nullable Object compare(Operator operator, @Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> not(equal(left, right));
            case LESS -> less(left, right, false);
            case AT_MOST -> less(left, right, true);
            case GREATER -> less(right, left, false);
            case AT_LEAST -> less(right, left, true);
            default -> throw new IllegalArgumentException("not a comparison: " + operator);
        };
    }

    /** Equality; null equals null only. Durations of the two families are never equal, except that zero is zero. */
    static Object equal(@Nullable Object left, @Nullable Object right) {
        if (left == Unknown.UNKNOWN || right == Unknown.UNKNOWN) {
            return Unknown.UNKNOWN;
        }
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof Interval || right instanceof Interval) {
            return equalIntervals(Arithmetic.interval(left), Arithmetic.interval(right));
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return equalLists(one, other);
        }
        return left.equals(right);
    }

    private static Object equalIntervals(Interval left, Interval right) {
        return left.intersects(right) ? Unknown.UNKNOWN : (Object) false;
    }

    private static Object equalLists(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Object all = true;
        for (int i = 0; i < left.size() && !Boolean.FALSE.equals(all); i++) {
            all = java.util.Objects.requireNonNull(and(all, equal(left.get(i), right.get(i))));
        }
        return all;
    }

    private static @Nullable Object less(@Nullable Object left, @Nullable Object right, boolean orEqual) {
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof Exact one && right instanceof Exact other) {
            return orEqual ? one.compareTo(other) <= 0 : one.compareTo(other) < 0;
        }
        if (left == Unknown.UNKNOWN || right == Unknown.UNKNOWN) {
            return Unknown.UNKNOWN;
        }
        if (left instanceof Interval || right instanceof Interval) {
            return lessIntervals(Arithmetic.interval(left), Arithmetic.interval(right), orEqual);
        }
        Integer order = order(left, right);
        return order == null ? null : (Object) (orEqual ? order <= 0 : order < 0);
    }

    private static Object lessIntervals(Interval left, Interval right, boolean orEqual) {
        if (orEqual ? left.surelyAtMost(right) : left.surelyBelow(right)) {
            return true;
        }
        boolean never = orEqual ? right.surelyBelow(left) : right.surelyAtMost(left);
        return never ? (Object) false : Unknown.UNKNOWN;
    }

    /** The order of two values of one kind; null where there is none. */
    static @Nullable Integer order(Object left, Object right) {
        if (left instanceof Exact one && right instanceof Exact other) {
            return one.compareTo(other);
        }
        if (left instanceof String one && right instanceof String other) {
            return one.compareTo(other);
        }
        if (left instanceof LocalDate one && right instanceof LocalDate other) {
            return one.compareTo(other);
        }
        return left instanceof Period one && right instanceof Period other ? Temporals.compare(one, other) : null;
    }
}
