package org.jizhun.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums, products and comparisons that just do not fit into 64 bits. 2^63 is 9,223,372,036,854,775,808. */
class ExactBordersTest {

    private static final Exact MOST = Exact.of(Long.MAX_VALUE);
    private static final Exact LEAST = Exact.of(Long.MIN_VALUE);
    private static final Exact TENTH = Exact.ofDecimal(1, 1);
    private static final Exact HALF = Exact.ONE.dividedBy(Exact.of(2));

    @Test
    void sums_of_one_denominator_beyond_64_bits() {
        assertThat(MOST.plus(Exact.ONE)).hasToString("9223372036854775808");
        assertThat(MOST.plus(MOST)).hasToString("18446744073709551614");
        assertThat(LEAST.plus(Exact.of(-1))).hasToString("-9223372036854775809");
        assertThat(LEAST.plus(LEAST)).hasToString("-18446744073709551616");
        assertThat(MOST.plus(LEAST)).hasToString("-1");
    }

    /** The whole part must be multiplied by ten before tenths can be added, which does not fit. */
    @Test
    void sums_of_two_denominators_beyond_64_bits() {
        Exact mostTenths = Exact.ofDecimal(Long.MAX_VALUE, 1);
        Exact leastTenths = Exact.ofDecimal(Long.MIN_VALUE, 1);

        assertThat(MOST.plus(TENTH)).hasToString("9223372036854775807.1");
        assertThat(TENTH.plus(MOST)).hasToString("9223372036854775807.1");
        assertThat(LEAST.minus(TENTH)).hasToString("-9223372036854775808.1");
        assertThat(mostTenths.plus(Exact.ONE)).hasToString("922337203685477581.7");
        assertThat(Exact.ONE.plus(mostTenths)).hasToString("922337203685477581.7");
        assertThat(leastTenths.plus(Exact.of(-1))).hasToString("-922337203685477581.8");
        assertThat(mostTenths.plus(Exact.of(-1))).hasToString("922337203685477579.7");
        assertThat(leastTenths.plus(Exact.ONE)).hasToString("-922337203685477579.8");
        assertThat(HALF.plus(Exact.ONE.dividedBy(Exact.of(3)))).hasToString("5/6");
    }

    @Test
    void products_and_quotients_beyond_64_bits() {
        Exact two32 = Exact.of(1L << 32);

        assertThat(two32.times(two32)).hasToString("18446744073709551616"); // low half all zero
        assertThat(two32.times(Exact.of(1L << 31))).hasToString("9223372036854775808");
        assertThat(two32.times(Exact.of(-(1L << 31)))).isEqualTo(LEAST);
        assertThat(MOST.times(MOST).times(HALF.times(HALF)).dividedBy(MOST)).isEqualTo(MOST.dividedBy(Exact.of(4)));
        assertThat(Exact.ONE.dividedBy(two32).times(Exact.ONE.dividedBy(two32)).times(two32))
                .isEqualTo(Exact.ONE.dividedBy(two32));
        assertThat(Exact.of(6).dividedBy(Exact.of(-4))).hasToString("-1.5");
        assertThat(Exact.of(-6).dividedBy(Exact.of(-4))).hasToString("1.5");
        assertThat(Exact.ONE.dividedBy(Exact.of(-3))).hasToString("-1/3");
    }

    /** Compared crosswise: 2^62 / 3 with 1/2 is 2^63 with 3, and 2^63 does not fit. */
    @Test
    void comparisons_whose_cross_products_do_not_fit() {
        Exact large = Exact.of(1L << 62).dividedBy(Exact.of(3));

        assertThat(large).isGreaterThan(HALF);
        assertThat(HALF).isLessThan(large);
        assertThat(large.negate()).isLessThan(HALF);
        assertThat(HALF).isGreaterThan(large.negate());
        assertThat(MOST).isGreaterThan(TENTH);
        assertThat(LEAST).isLessThan(TENTH.negate());
        assertThat(MOST.plus(TENTH)).isGreaterThan(MOST);
        assertThat(large.max(HALF)).isEqualTo(large);
        assertThat(large.min(HALF)).isEqualTo(HALF);
    }

    @ParameterizedTest
    @CsvSource({
        "1e30, true",
        "-1e30, true",
        "1000000000000000000000.5, false",
        "0.5, false",
        "-3, true",
        "3.00, true",
        "0, true",
        "0.000000000000000000001, false"
    })
    void whether_a_figure_is_whole_however_large(String figure, boolean whole) {
        assertThat(Exact.parse(figure).isWhole()).isEqualTo(whole);
    }

    /** Written with 18, 19 and 20 digits, before and behind the point. */
    @ParameterizedTest
    @CsvSource({
        "999999999999999999",
        "9999999999999999999",
        "-99999999999999999999",
        "0.999999999999999999",
        "0.9999999999999999999",
        "-12345678901234567890.12345678901234567891",
        "1000000000000000000000000",
        "0.000000000000000001",
        "123456789.123456789"
    })
    void a_decimal_of_any_length_keeps_every_digit(String figure) {
        assertThat(Exact.of(new BigDecimal(figure))).hasToString(figure);
    }

    @Test
    void a_decimal_with_an_exponent_is_its_full_figure() {
        assertThat(Exact.of(new BigDecimal("12E+3"))).hasToString("12000");
        assertThat(Exact.of(new BigDecimal("-12E+30"))).hasToString("-12" + "0".repeat(30));
        assertThat(Exact.of(new BigDecimal("1.50"))).isEqualTo(Exact.parse("1.5"));
        assertThat(Exact.of(new BigDecimal("0E+5"))).isEqualTo(Exact.ZERO);
    }

    @Test
    void different_figures_rarely_share_a_hash() {
        Set<Integer> hashes = new HashSet<>();
        for (int i = 1; i <= 200; i++) {
            hashes.add(Exact.of(i).hashCode());
            hashes.add(Exact.ofDecimal(2L * i - 1, 3).hashCode());
            hashes.add(Exact.parse("1e30").plus(Exact.of(i)).hashCode());
        }

        assertThat(hashes).hasSizeGreaterThan(590); // of 600
    }

    @Test
    void a_quantity_gives_its_figure() {
        assertThat(new Amount(Exact.of(3)).value()).isEqualTo(Exact.of(3));
        assertThat(new Points(Exact.of(4)).value()).isEqualTo(Exact.of(4));
        assertThat(new Count(Exact.of(5)).value()).isEqualTo(Exact.of(5));
    }
}
