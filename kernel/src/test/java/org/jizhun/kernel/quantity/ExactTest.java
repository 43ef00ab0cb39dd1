package org.jizhun.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Exact against plain BigInteger fractions, above all at the borders where the long path must hand over. */
class ExactTest {

    private static final long[] BORDERS = {
        0,
        1,
        -1,
        2,
        -2,
        10,
        100,
        3_037_000_499L,
        3_037_000_500L,
        1L << 31,
        1L << 32,
        1L << 62,
        -(1L << 62),
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        1_000_000_000_000_000_000L
    };

    /** The oracle: a fraction never reduced, denominators positive. */
    private record Fraction(BigInteger top, BigInteger bottom) {
        boolean same(Exact exact) {
            return exact.equals(Exact.of(top, bottom))
                    && exact.toString().equals(Exact.of(top, bottom).toString());
        }
    }

    @Provide
    Arbitrary<Fraction> fractions() {
        Arbitrary<Long> border =
                Arbitraries.integers().between(0, BORDERS.length - 1).map(i -> BORDERS[i]);
        Arbitrary<Long> any = Arbitraries.oneOf(
                border, Arbitraries.longs(), Arbitraries.longs().between(-1000, 1000));
        return Combinators.combine(any, any.filter(bottom -> bottom != 0)).as((top, bottom) -> {
            BigInteger sign = BigInteger.valueOf(bottom < 0 ? -1 : 1);
            return new Fraction(
                    BigInteger.valueOf(top).multiply(sign),
                    BigInteger.valueOf(bottom).multiply(sign));
        });
    }

    private static Exact exact(Fraction fraction) {
        // built by division, so that unreduced small fractions stay on the fast path where they fit
        return Exact.of(new BigDecimal(fraction.top)).dividedBy(Exact.of(new BigDecimal(fraction.bottom)));
    }

    @Property
    void addition(@ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
        BigInteger top = a.top.multiply(b.bottom).add(b.top.multiply(a.bottom));
        assertThat(new Fraction(top, a.bottom.multiply(b.bottom)).same(exact(a).plus(exact(b))))
                .isTrue();
    }

    @Property
    void subtraction(@ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
        BigInteger top = a.top.multiply(b.bottom).subtract(b.top.multiply(a.bottom));
        assertThat(new Fraction(top, a.bottom.multiply(b.bottom)).same(exact(a).minus(exact(b))))
                .isTrue();
    }

    @Property
    void multiplication(@ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
        Fraction product = new Fraction(a.top.multiply(b.top), a.bottom.multiply(b.bottom));
        assertThat(product.same(exact(a).times(exact(b)))).isTrue();
    }

    @Property
    void division(@ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
        if (b.top.signum() == 0) {
            assertThatThrownBy(() -> exact(a).dividedBy(exact(b))).isInstanceOf(ArithmeticException.class);
            return;
        }
        Fraction quotient = new Fraction(a.top.multiply(b.bottom), a.bottom.multiply(b.top));
        assertThat(exact(a).dividedBy(exact(b))).isEqualTo(Exact.of(quotient.top, quotient.bottom));
    }

    @Property
    void order_and_equality(@ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
        int order = a.top.multiply(b.bottom).compareTo(b.top.multiply(a.bottom));
        assertThat(Integer.signum(exact(a).compareTo(exact(b)))).isEqualTo(order);
        assertThat(exact(a).equals(exact(b))).isEqualTo(order == 0);
        assertThat(exact(a).min(exact(b))).isEqualTo(order <= 0 ? exact(a) : exact(b));
        assertThat(exact(a).max(exact(b))).isEqualTo(order >= 0 ? exact(a) : exact(b));
    }

    @Property
    void equal_numbers_hash_alike(@ForAll("fractions") Fraction a, @ForAll("fractions") Fraction b) {
        Exact there = exact(a).plus(exact(b)).minus(exact(b));
        assertThat(there).isEqualTo(exact(a)).hasSameHashCodeAs(exact(a));
    }

    @Property
    void sign_negation_and_size(@ForAll("fractions") Fraction a) {
        Exact value = exact(a);
        assertThat(value.signum()).isEqualTo(a.top.signum());
        assertThat(value.negate().negate()).isEqualTo(value);
        assertThat(value.negate().signum()).isEqualTo(-a.top.signum());
        assertThat(value.abs()).isEqualTo(Exact.of(a.top.abs(), a.bottom));
        assertThat(value.isWhole()).isEqualTo(a.top.mod(a.bottom).signum() == 0);
        assertThat(value.isZero()).isEqualTo(a.top.signum() == 0);
    }

    @Property
    void rounding_is_that_of_big_decimals(@ForAll("fractions") Fraction a) {
        for (Rounding.Mode mode : Rounding.Mode.values()) {
            BigDecimal expected = new BigDecimal(a.top).divide(new BigDecimal(a.bottom), 3, java(mode));
            assertThat(exact(a).toDecimal(new Rounding(3, mode)))
                    .as(mode.word())
                    .isEqualTo(expected);
            assertThat(exact(a).round(new Rounding(3, mode))).isEqualTo(Exact.of(expected));
        }
    }

    @Property
    void text_of_a_finite_decimal_reads_back(@ForAll("fractions") Fraction a) {
        Exact tenth = exact(a).round(Rounding.halfUp(5));
        assertThat(Exact.parse(tenth.toString())).isEqualTo(tenth);
    }

    private static RoundingMode java(Rounding.Mode mode) {
        return switch (mode) {
            case HALF_UP -> RoundingMode.HALF_UP;
            case HALF_EVEN -> RoundingMode.HALF_EVEN;
            case HALF_DOWN -> RoundingMode.HALF_DOWN;
            case TRUNCATE -> RoundingMode.DOWN;
            case UP -> RoundingMode.UP;
            case FLOOR -> RoundingMode.FLOOR;
            case CEILING -> RoundingMode.CEILING;
        };
    }

    @Test
    void thirds_add_up_again() {
        Exact third = Exact.ONE.dividedBy(Exact.of(3));

        assertThat(third).hasToString("1/3");
        assertThat(third.plus(third).plus(third)).isEqualTo(Exact.ONE).hasToString("1");
        assertThat(third.toDecimalIfFinite()).isNull();
        assertThat(Exact.ofDecimal(1750, 2)).hasToString("17.5");
        assertThat(Exact.of(0)).hasToString("0");
    }

    @Test
    void the_most_negative_long_is_no_trap() {
        Exact least = Exact.of(Long.MIN_VALUE);

        assertThat(least.negate()).hasToString("9223372036854775808");
        assertThat(least.abs()).hasToString("9223372036854775808");
        assertThat(least.minus(Exact.ONE)).hasToString("-9223372036854775809");
        assertThat(least.times(Exact.of(-1))).hasToString("9223372036854775808");
        assertThat(least.dividedBy(Exact.of(-1))).hasToString("9223372036854775808");
        assertThat(Exact.ONE.dividedBy(least).times(least)).isEqualTo(Exact.ONE);
        assertThat(least.plus(least).dividedBy(Exact.of(2))).isEqualTo(least);
    }

    @Test
    void large_results_come_back_to_small_ones() {
        Exact large = Exact.of(Long.MAX_VALUE).times(Exact.of(Long.MAX_VALUE));

        assertThat(large.bits()).isEqualTo(126);
        assertThat(large.dividedBy(Exact.of(Long.MAX_VALUE))).isEqualTo(Exact.of(Long.MAX_VALUE));
        assertThat(large.dividedBy(large).bits()).isEqualTo(64);
    }

    @Test
    void text_beyond_reason_is_refused() {
        assertThat(Exact.parse("-17534.51")).hasToString("-17534.51");
        assertThat(Exact.parse("1e3")).hasToString("1000");
        assertThatThrownBy(() -> Exact.parse("1e401")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Exact.parse("1e-401")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Exact.parse("abc")).isInstanceOf(NumberFormatException.class);
        assertThat(Exact.parse("1e400").dividedBy(Exact.parse("1e399"))).hasToString("10");
    }

    @Test
    void a_rounding_has_0_to_18_decimals() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.halfUp(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.halfUp(19));
        assertThat(Rounding.halfUp(18).scale()).isEqualTo(18);
        assertThat(Rounding.halfUp(0)).isEqualTo(new Rounding(0, Rounding.Mode.HALF_UP));
    }

    @Test
    void quantities_of_one_kind_are_ordered_by_their_figure() {
        assertThat(new Amount(Exact.of(1))).isLessThan(new Amount(Exact.of(2)));
        assertThat(new Percent(Exact.of(1))).isLessThan(new Percent(Exact.of(2)));
        assertThat(new Points(Exact.of(1))).isLessThan(new Points(Exact.of(2)));
        assertThat(new Count(Exact.of(1))).isLessThan(new Count(Exact.of(2)));
        assertThat(new Amount(Exact.parse("1.0"))).isEqualTo(new Amount(Exact.ONE));
        assertThat(new Percent(Exact.of(3)).value()).isEqualTo(Exact.of(3));
    }
}
