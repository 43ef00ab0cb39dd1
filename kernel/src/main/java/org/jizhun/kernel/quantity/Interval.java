package org.jizhun.kernel.quantity;

import org.jspecify.annotations.Nullable;

/**
 * All the true values that a figure may stand for: between two ends, each counted in (closed) or not (open). A missing end
 * is unbounded. Operations give an interval that surely contains every result of the operation on values of the operands;
 * they never make it narrower than that.
 *
 * @param low the lower end; null for unbounded
 * @param high the upper end; null for unbounded
 */
public record Interval(
        @Nullable Exact low, boolean lowClosed, @Nullable Exact high, boolean highClosed) {

    /** Every number. */
    public static final Interval ALL = new Interval(null, false, null, false);

    public Interval {
        if ((low == null && lowClosed) || (high == null && highClosed)) {
            throw new IllegalArgumentException("an unbounded end cannot be closed");
        }
        if (low != null && high != null) {
            int order = low.compareTo(high);
            if (order > 0 || (order == 0 && !(lowClosed && highClosed))) {
                throw new IllegalArgumentException("empty interval: " + low + " to " + high);
            }
        }
    }

    /** The one value {@code value}. */
    public static Interval of(Exact value) {
        return new Interval(value, true, value, true);
    }

    public boolean isExact() {
        return low != null && high != null && low.equals(high);
    }

    public boolean contains(Exact value) {
        return (low == null || above(value, low, lowClosed)) && (high == null || below(value, high, highClosed));
    }

    /** Whether every value of {@code other} is in this interval. */
    public boolean contains(Interval other) {
        return hull(other).equals(this);
    }

    public boolean intersects(Interval other) {
        return !surelyBelow(other) && !other.surelyBelow(this);
    }

    /** Whether every value here is less than every value of {@code other}. */
    public boolean surelyBelow(Interval other) {
        if (high == null || other.low == null) {
            return false;
        }
        int order = high.compareTo(other.low);
        return order < 0 || (order == 0 && !(highClosed && other.lowClosed));
    }

    /** Whether every value here is less than or equal to every value of {@code other}. */
    public boolean surelyAtMost(Interval other) {
        return high != null && other.low != null && high.compareTo(other.low) <= 0;
    }

    /** The smallest interval that contains both. */
    public Interval hull(Interval other) {
        boolean thisLow = lowerEndFirst(this, other);
        boolean thisHigh = upperEndLast(this, other);
        return new Interval(
                thisLow ? low : other.low,
                thisLow ? lowClosed : other.lowClosed,
                thisHigh ? high : other.high,
                thisHigh ? highClosed : other.highClosed);
    }

    public Interval negate() {
        return new Interval(
                high == null ? null : high.negate(),
                /* lowClosed= */ highClosed,
                low == null ? null : low.negate(),
                /* highClosed= */ lowClosed);
    }

    public Interval plus(Interval other) {
        boolean unboundedLow = low == null || other.low == null;
        boolean unboundedHigh = high == null || other.high == null;
        return new Interval(
                low == null || other.low == null ? null : low.plus(other.low),
                !unboundedLow && lowClosed && other.lowClosed,
                high == null || other.high == null ? null : high.plus(other.high),
                !unboundedHigh && highClosed && other.highClosed);
    }

    public Interval minus(Interval other) {
        return plus(other.negate());
    }

    /** The product. Where an end is unbounded, so is the result on both sides, unless a factor is exactly zero. */
    public Interval times(Interval other) {
        if (isZero() || other.isZero()) {
            return of(Exact.ZERO);
        }
        Exact thisLow = low;
        Exact thisHigh = high;
        Exact otherLow = other.low;
        Exact otherHigh = other.high;
        if (thisLow == null || thisHigh == null || otherLow == null || otherHigh == null) {
            return ALL;
        }
        Interval one = corner(thisLow, lowClosed, otherLow, other.lowClosed);
        Interval two = corner(thisLow, lowClosed, otherHigh, other.highClosed);
        Interval three = corner(thisHigh, highClosed, otherLow, other.lowClosed);
        Interval four = corner(thisHigh, highClosed, otherHigh, other.highClosed);
        Exact least = ends(one).min(ends(two)).min(ends(three)).min(ends(four));
        Exact most = ends(one).max(ends(two)).max(ends(three)).max(ends(four));
        return new Interval(
                least,
                attained(least, one, two, three, four) || least.equals(most),
                most,
                attained(most, one, two, three, four) || least.equals(most));
    }

    /**
     * The quotient by an interval that does not contain zero.
     *
     * @throws ArithmeticException if {@code other} contains zero
     */
    public Interval dividedBy(Interval other) {
        if (other.contains(Exact.ZERO)) {
            throw new ArithmeticException("division by an interval that contains zero");
        }
        Exact otherLow = other.low;
        Exact otherHigh = other.high;
        if (otherLow == null || otherHigh == null || otherLow.isZero() || otherHigh.isZero()) {
            return isZero() ? of(Exact.ZERO) : ALL;
        }
        return times(new Interval(
                Exact.ONE.dividedBy(otherHigh),
                /* lowClosed= */ other.highClosed,
                Exact.ONE.dividedBy(otherLow),
                /* highClosed= */ other.lowClosed));
    }

    public Interval abs() {
        if (low != null && low.signum() >= 0) {
            return this;
        }
        Interval mirrored = negate();
        if (high != null && high.signum() <= 0) {
            return mirrored;
        }
        boolean here = upperEndLast(this, mirrored);
        return new Interval(Exact.ZERO, true, here ? high : mirrored.high, here ? highClosed : mirrored.highClosed);
    }

    public Interval min(Interval other) {
        boolean thisLow = lowerEndFirst(this, other);
        boolean otherHigh = upperEndLast(this, other);
        return new Interval(
                thisLow ? low : other.low,
                thisLow ? lowClosed : other.lowClosed,
                otherHigh ? other.high : high,
                otherHigh ? other.highClosed : highClosed);
    }

    public Interval max(Interval other) {
        return negate().min(other.negate()).negate();
    }

    /** Every value rounded once. */
    public Interval round(Rounding rounding) {
        Exact lowest = low == null ? null : low.round(rounding);
        Exact highest = high == null ? null : high.round(rounding);
        return new Interval(lowest, lowest != null, highest, highest != null);
    }

    @Override
    public String toString() {
        return (lowClosed ? "[" : "(")
                + (low == null ? "-∞" : low)
                + ", "
                + (high == null ? "∞" : high)
                + (highClosed ? "]" : ")");
    }

    private boolean isZero() {
        return isExact() && contains(Exact.ZERO);
    }

    private static boolean above(Exact value, Exact end, boolean closed) {
        int order = value.compareTo(end);
        return closed ? order >= 0 : order > 0;
    }

    private static boolean below(Exact value, Exact end, boolean closed) {
        int order = value.compareTo(end);
        return closed ? order <= 0 : order < 0;
    }

    /** Whether the lower end of {@code one} is the outer one. */
    private static boolean lowerEndFirst(Interval one, Interval other) {
        if (one.low == null || other.low == null) {
            return one.low == null;
        }
        int order = one.low.compareTo(other.low);
        return order < 0 || (order == 0 && one.lowClosed);
    }

    /** Whether the upper end of {@code one} is the outer one. */
    private static boolean upperEndLast(Interval one, Interval other) {
        if (one.high == null || other.high == null) {
            return one.high == null;
        }
        int order = one.high.compareTo(other.high);
        return order > 0 || (order == 0 && one.highClosed);
    }

    /**
     * The product of two ends, as [p, p] where it is attained and as [p, ∞) where it is only approached. Zero is attained
     * as soon as one factor is a zero that is counted in.
     */
    private static Interval corner(Exact left, boolean leftClosed, Exact right, boolean rightClosed) {
        boolean attained =
                (leftClosed && rightClosed) || (left.isZero() && leftClosed) || (right.isZero() && rightClosed);
        Exact product = left.times(right);
        return attained ? of(product) : new Interval(product, true, null, false);
    }

    private static Exact ends(Interval corner) {
        return java.util.Objects.requireNonNull(corner.low);
    }

    private static boolean attained(Exact end, Interval... corners) {
        for (Interval corner : corners) {
            if (corner.isExact() && ends(corner).equals(end)) {
                return true;
            }
        }
        return false;
    }
}
