package org.jizhun.auditor.claim;

import java.util.List;
import org.jizhun.kernel.quantity.Exact;

/** A closed interval of true values. */
public record Range(Exact low, Exact high) {

    public Range {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low above high: " + low + " " + high);
        }
    }

    public static Range of(Exact value) {
        return new Range(value, value);
    }

    public static Range around(Exact value, Exact reach) {
        return new Range(value.minus(reach), value.plus(reach));
    }

    public Range plus(Range other) {
        return new Range(low.plus(other.low), high.plus(other.high));
    }

    public Range times(Exact factor) {
        if (factor.equals(Exact.ONE)) {
            return this;
        }
        Exact one = low.times(factor);
        Exact two = high.times(factor);
        return new Range(one.min(two), one.max(two));
    }

    public boolean holds(Exact value) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    public boolean meets(Range other) {
        return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }

    /** All quotients; the divisor must not hold zero. */
    public Range dividedBy(Range divisor) {
        if (divisor.holds(Exact.ZERO)) {
            throw new ArithmeticException("the divisor may be zero");
        }
        if (divisor.low.equals(Exact.ONE) && divisor.high.equals(Exact.ONE)) {
            return this;
        }
        List<Exact> corners = List.of(
                low.dividedBy(divisor.low),
                low.dividedBy(divisor.high),
                high.dividedBy(divisor.low),
                high.dividedBy(divisor.high));
        Exact least = corners.get(0);
        Exact most = corners.get(0);
        for (Exact corner : corners) {
            least = least.min(corner);
            most = most.max(corner);
        }
        return new Range(least, most);
    }
}
