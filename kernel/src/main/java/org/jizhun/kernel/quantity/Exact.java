package org.jizhun.kernel.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An exact rational number. Addition, subtraction, multiplication and division never lose anything; a figure becomes
 * inexact only where {@link #round} is called by name. Values whose numerator and denominator fit a {@code long} are
 * computed in {@code long}; everything else falls back to {@link BigInteger} without a change in the result.
 *
 * <p>Equality is numeric: {@code 1.0} equals {@code 1}. Division by zero throws {@link ArithmeticException}; callers that
 * read a person's data check {@link #isZero()} first.
 */
public final class Exact implements Comparable<Exact> {

    public static final Exact ZERO = new Exact(0, 1);
    public static final Exact ONE = new Exact(1, 1);
    public static final Exact HUNDRED = new Exact(100, 1);

    private static final int LONG_DIGITS = 18;
    private static final long[] POWERS = powersOfTen();

    private final long numerator;
    private final long denominator;
    private final @Nullable BigInteger bigNumerator;
    private final @Nullable BigInteger bigDenominator;

    private Exact(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.bigNumerator = null;
        this.bigDenominator = null;
    }

    private Exact(BigInteger numerator, BigInteger denominator) {
        this.numerator = 0;
        this.denominator = 0;
        this.bigNumerator = numerator;
        this.bigDenominator = denominator;
    }

    /** The whole number {@code value}. */
    public static Exact of(long value) {
        return value == 0 ? ZERO : value == 1 ? ONE : new Exact(value, 1);
    }

    /** The decimal {@code unscaled × 10^-scale}; {@code scale} from 0 to 18. */
    public static Exact ofDecimal(long unscaled, int scale) {
        return new Exact(unscaled, POWERS[scale]);
    }

    /** The exact value of a decimal. */
    public static Exact of(BigDecimal value) {
        if (value.scale() >= 0 && value.scale() <= LONG_DIGITS && value.precision() <= LONG_DIGITS) {
            return new Exact(value.unscaledValue().longValueExact(), POWERS[value.scale()]);
        }
        BigInteger unscaled = value.unscaledValue();
        return value.scale() >= 0
                ? of(unscaled, BigInteger.TEN.pow(value.scale()))
                : of(unscaled.multiply(BigInteger.TEN.pow(-value.scale())), BigInteger.ONE);
    }

    /**
     * Reads a plain ASCII decimal such as {@code -17534.51}.
     *
     * @throws NumberFormatException if the text is not a decimal, or its exponent is beyond ±400
     */
    public static Exact parse(String text) {
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > 400) {
            throw new NumberFormatException("exponent out of range: " + text);
        }
        return of(value);
    }

    /** The fraction {@code numerator / denominator}, reduced; the denominator must not be zero. */
    public static Exact of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        BigInteger top = numerator.divide(divisor);
        BigInteger bottom = denominator.divide(divisor);
        return top.bitLength() < Long.SIZE && bottom.bitLength() < Long.SIZE
                ? new Exact(top.longValue(), bottom.longValue())
                : new Exact(top, bottom);
    }

    public Exact plus(Exact other) {
        if (isSmall() && other.isSmall()) {
            if (denominator == other.denominator) {
                long sum = numerator + other.numerator;
                if (((numerator ^ sum) & (other.numerator ^ sum)) >= 0) {
                    return new Exact(sum, denominator);
                }
            } else {
                Exact sum = smallSum(numerator, denominator, other.numerator, other.denominator);
                if (sum != null) {
                    return sum;
                }
            }
        }
        return of(
                top().multiply(other.bottom()).add(other.top().multiply(bottom())), bottom().multiply(other.bottom()));
    }

    public Exact minus(Exact other) {
        return plus(other.negate());
    }

    public Exact times(Exact other) {
        if (isSmall() && other.isSmall()) {
            long top = numerator * other.numerator;
            long bottom = denominator * other.denominator;
            if (Math.multiplyHigh(numerator, other.numerator) == (top >> 63)
                    && Math.multiplyHigh(denominator, other.denominator) == 0
                    && bottom > 0
                    && top != Long.MIN_VALUE) {
                return new Exact(top, bottom);
            }
        }
        return of(top().multiply(other.top()), bottom().multiply(other.bottom()));
    }

    /**
     * The exact quotient.
     *
     * @throws ArithmeticException if {@code other} is zero
     */
    public Exact dividedBy(Exact other) {
        if (other.isZero()) {
            throw new ArithmeticException("division by zero");
        }
        if (isSmall() && other.isSmall() && other.numerator != Long.MIN_VALUE) {
            long sign = other.numerator < 0 ? -1 : 1;
            return times(new Exact(sign * other.denominator, sign * other.numerator));
        }
        return of(top().multiply(other.bottom()), bottom().multiply(other.top()));
    }

    public Exact negate() {
        if (isSmall() && numerator != Long.MIN_VALUE) {
            return new Exact(-numerator, denominator);
        }
        return of(top().negate(), bottom());
    }

    public Exact abs() {
        return signum() < 0 ? negate() : this;
    }

    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public int signum() {
        return bigNumerator == null ? Long.signum(numerator) : bigNumerator.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    /** Whether this is a whole number. */
    public boolean isWhole() {
        return isSmall()
                ? denominator == 1 || numerator % denominator == 0
                : top().mod(bottom()).signum() == 0;
    }

    /** How large the fraction is inside, in bits: a guard against figures that grow without end. */
    public int bits() {
        return isSmall() ? Long.SIZE : Math.max(top().bitLength(), bottom().bitLength());
    }

    /** This value rounded once, by the named rounding. */
    public Exact round(Rounding rounding) {
        return of(toDecimal(rounding));
    }

    /** This value as a decimal of exactly {@code rounding.scale()} places. */
    public BigDecimal toDecimal(Rounding rounding) {
        return new BigDecimal(top()).divide(new BigDecimal(bottom()), rounding.scale(), rounding.javaMode());
    }

    /** The shortest exact decimal, or null where the decimal expansion does not end (such as 1/3). */
    public @Nullable BigDecimal toDecimalIfFinite() {
        int scale = isSmall() ? Arrays.binarySearch(POWERS, denominator) : -1;
        if (scale >= 0) { // what is printed is a decimal, and need not be divided
            return numerator == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(numerator, scale).stripTrailingZeros();
        }
        try {
            BigDecimal value = new BigDecimal(top()).divide(new BigDecimal(bottom()));
            return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        } catch (ArithmeticException endless) {
            return null;
        }
    }

    @Override
    public int compareTo(Exact other) {
        if (isSmall() && other.isSmall()) {
            if (denominator == other.denominator) {
                return Long.compare(numerator, other.numerator);
            }
            long left = numerator * other.denominator;
            long right = other.numerator * denominator;
            if (Math.multiplyHigh(numerator, other.denominator) == (left >> 63)
                    && Math.multiplyHigh(other.numerator, denominator) == (right >> 63)) {
                return Long.compare(left, right);
            }
        }
        return top().multiply(other.bottom()).compareTo(other.top().multiply(bottom()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exact that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        if (bigNumerator != null && bigDenominator != null) { // these are reduced, and never small when reduced
            return 31 * bigNumerator.hashCode() + bigDenominator.hashCode();
        }
        long divisor = greatestCommonDivisor(numerator, denominator);
        return 31 * Long.hashCode(numerator / divisor) + Long.hashCode(denominator / divisor);
    }

    private static long greatestCommonDivisor(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return Math.abs(a);
    }

    /** The plain decimal without an exponent, or {@code numerator/denominator} where it does not end. */
    @Override
    public String toString() {
        BigDecimal finite = toDecimalIfFinite();
        if (finite != null) {
            return finite.toPlainString();
        }
        Exact reduced = of(top(), bottom());
        return reduced.top() + "/" + reduced.bottom();
    }

    private static @Nullable Exact smallSum(long leftTop, long leftBottom, long rightTop, long rightBottom) {
        if (leftBottom < rightBottom) {
            return smallSum(rightTop, rightBottom, leftTop, leftBottom);
        }
        if (leftBottom % rightBottom != 0) {
            return null;
        }
        long factor = leftBottom / rightBottom;
        long scaled = rightTop * factor;
        if (Math.multiplyHigh(rightTop, factor) != (scaled >> 63)) {
            return null;
        }
        long sum = leftTop + scaled;
        return ((leftTop ^ sum) & (scaled ^ sum)) < 0 ? null : new Exact(sum, leftBottom);
    }

    private boolean isSmall() {
        return bigNumerator == null;
    }

    private BigInteger top() {
        return bigNumerator == null ? BigInteger.valueOf(numerator) : bigNumerator;
    }

    private BigInteger bottom() {
        return bigDenominator == null ? BigInteger.valueOf(denominator) : bigDenominator;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[LONG_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
