package org.jizhun.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IntervalTest {

    /** An interval with a value that is in it. */
    private record Within(Interval interval, Exact value) {}

    @Provide
    Arbitrary<Within> figures() {
        Arbitrary<Integer> tenths = Arbitraries.integers().between(-30, 30);
        Arbitrary<Integer> width = Arbitraries.integers().between(0, 12);
        Arbitrary<Boolean> coin = Arbitraries.of(true, false);
        return Combinators.combine(tenths, width, width, coin, coin)
                .as((at, left, right, low, high) -> {
                    Exact value = Exact.ofDecimal(at, 1);
                    return new Within(
                            new Interval(
                                    Exact.ofDecimal(at - left, 1),
                                    left == 0 || low,
                                    Exact.ofDecimal(at + right, 1),
                                    right == 0 || high),
                            value);
                })
                .filter(within -> within.interval().contains(within.value()));
    }

    @Property
    void every_operation_contains_the_exact_result(@ForAll("figures") Within a, @ForAll("figures") Within b) {
        assertThat(a.interval.plus(b.interval).contains(a.value.plus(b.value))).isTrue();
        assertThat(a.interval.minus(b.interval).contains(a.value.minus(b.value)))
                .isTrue();
        assertThat(a.interval.times(b.interval).contains(a.value.times(b.value)))
                .isTrue();
        assertThat(a.interval.min(b.interval).contains(a.value.min(b.value))).isTrue();
        assertThat(a.interval.max(b.interval).contains(a.value.max(b.value))).isTrue();
        assertThat(a.interval.hull(b.interval).contains(a.value)).isTrue();
        assertThat(a.interval.hull(b.interval).contains(b.value)).isTrue();
        assertThat(a.interval.hull(b.interval).contains(a.interval)).isTrue();
        assertThat(a.interval.negate().contains(a.value.negate())).isTrue();
        assertThat(a.interval.abs().contains(a.value.abs())).isTrue();
        Rounding rounding = Rounding.halfUp(0);
        assertThat(a.interval.round(rounding).contains(a.value.round(rounding))).isTrue();
        if (!b.interval.contains(Exact.ZERO)) {
            assertThat(a.interval.dividedBy(b.interval).contains(a.value.dividedBy(b.value)))
                    .isTrue();
        }
    }

    @Property
    void comparisons_never_claim_too_much(@ForAll("figures") Within a, @ForAll("figures") Within b) {
        if (a.interval.surelyBelow(b.interval)) {
            assertThat(a.value).isLessThan(b.value);
        }
        if (a.interval.surelyAtMost(b.interval)) {
            assertThat(a.value).isLessThanOrEqualTo(b.value);
        }
        if (a.value.equals(b.value)) {
            assertThat(a.interval.intersects(b.interval)).isTrue();
        }
    }

    @Test
    void open_ends_stay_open_through_sums_and_products() {
        Interval halfOpen = interval("1", true, "2", false);

        assertThat(halfOpen.plus(halfOpen)).hasToString("[2, 4)");
        assertThat(halfOpen.minus(halfOpen)).hasToString("(-1, 1)");
        assertThat(halfOpen.times(halfOpen)).hasToString("[1, 4)");
        assertThat(halfOpen.negate()).hasToString("(-2, -1]");
        assertThat(halfOpen.times(interval("-1", true, "3", true))).hasToString("(-2, 6)");
        assertThat(Interval.of(Exact.of(6)).dividedBy(halfOpen)).hasToString("(3, 6]");
        assertThat(interval("-3", true, "2", false).abs()).hasToString("[0, 3]");
        assertThat(interval("-3", false, "3", true).abs()).hasToString("[0, 3]");
        assertThat(interval("-3", false, "-1", true).abs()).hasToString("[1, 3)");
        assertThat(halfOpen.abs()).isEqualTo(halfOpen);
        assertThat(halfOpen.min(interval("1", false, "3", true))).hasToString("[1, 2)");
        assertThat(halfOpen.max(interval("1", false, "3", true))).hasToString("(1, 3]");
    }

    /** Zero is reached through the factor that is zero, whatever the other end is. */
    @Test
    void a_zero_end_is_attained_against_an_open_end() {
        assertThat(interval("0", true, "1", true).times(interval("2", false, "3", false)))
                .hasToString("[0, 3)");
        assertThat(interval("0", false, "1", true).times(interval("2", true, "3", true)))
                .hasToString("(0, 3]");
        assertThat(Interval.of(Exact.ZERO).times(Interval.ALL)).isEqualTo(Interval.of(Exact.ZERO));
    }

    @Test
    void unbounded_ends() {
        Interval atLeastOne = interval("1", true, null, false);

        assertThat(atLeastOne.plus(Interval.of(Exact.ONE))).hasToString("[2, ∞)");
        assertThat(atLeastOne.negate()).hasToString("(-∞, -1]");
        assertThat(atLeastOne.times(atLeastOne)).isEqualTo(Interval.ALL);
        assertThat(atLeastOne.dividedBy(atLeastOne)).isEqualTo(Interval.ALL);
        assertThat(Interval.of(Exact.ONE).dividedBy(interval("0", false, "1", true)))
                .isEqualTo(Interval.ALL);
        assertThat(atLeastOne.contains(Exact.of(1_000_000))).isTrue();
        assertThat(atLeastOne.contains(Exact.ZERO)).isFalse();
        assertThat(atLeastOne.surelyBelow(Interval.ALL)).isFalse();
        assertThat(Interval.ALL.surelyAtMost(atLeastOne)).isFalse();
        assertThat(Interval.of(Exact.ZERO).surelyBelow(atLeastOne)).isTrue();
        assertThat(Interval.ALL.hull(atLeastOne)).isEqualTo(Interval.ALL);
        assertThat(atLeastOne.abs()).isEqualTo(atLeastOne);
        assertThat(atLeastOne.negate().abs()).isEqualTo(atLeastOne);
        assertThat(Interval.ALL.abs()).hasToString("[0, ∞)");
        assertThat(Interval.ALL.round(Rounding.halfUp(0))).isEqualTo(Interval.ALL);
    }

    @Test
    void touching_intervals_meet_only_where_both_ends_are_counted_in() {
        Interval upToTwo = interval("1", true, "2", false);
        Interval fromTwo = interval("2", true, "3", true);

        assertThat(upToTwo.intersects(fromTwo)).isFalse();
        assertThat(upToTwo.surelyBelow(fromTwo)).isTrue();
        assertThat(upToTwo.surelyAtMost(fromTwo)).isTrue();
        assertThat(interval("1", true, "2", true).intersects(fromTwo)).isTrue();
        assertThat(interval("1", true, "2", true).surelyBelow(fromTwo)).isFalse();
        assertThat(fromTwo.contains(Exact.of(2))).isTrue();
        assertThat(upToTwo.contains(Exact.of(2))).isFalse();
        assertThat(upToTwo.contains(Exact.of(1))).isTrue();
    }

    @Test
    void the_hull_takes_the_outer_ends_and_an_end_that_either_counts_in() {
        Interval atLeastOne = interval("1", true, null, false);

        assertThat(atLeastOne.hull(Interval.ALL)).isEqualTo(Interval.ALL);
        assertThat(atLeastOne.negate().hull(Interval.ALL)).isEqualTo(Interval.ALL);
        assertThat(interval("1", false, "2", false).hull(interval("1", true, "2", true)))
                .hasToString("[1, 2]");
        assertThat(interval("1", true, "2", true).hull(interval("1", false, "2", false)))
                .hasToString("[1, 2]");
        assertThat(interval("1", true, "2", false).contains(interval("1", true, "2", true)))
                .isFalse();
        assertThat(interval("1", true, "2", true).contains(interval("1", false, "2", false)))
                .isTrue();
        assertThat(interval("1", true, "2", true).contains(atLeastOne)).isFalse();
    }

    @Test
    void a_size_above_zero_never_becomes_zero() {
        assertThat(interval("0", false, "3", true).abs()).hasToString("(0, 3]");
        assertThat(interval("-3", true, "0", false).abs()).hasToString("(0, 3]");
        assertThat(interval("-3", true, "0", true).abs()).hasToString("[0, 3]");
    }

    /** Zero is a product only where one factor may be zero; −3 × 2 and 3 × 2 only where both ends are counted in. */
    @Test
    void an_end_of_a_product_is_counted_in_only_where_it_is_reached() {
        assertThat(interval("2", true, "3", true).times(interval("0", false, "1", true)))
                .hasToString("(0, 3]");
        assertThat(interval("2", false, "3", false).times(interval("0", true, "1", true)))
                .hasToString("[0, 3)");
        assertThat(interval("0", false, "1", false).times(interval("0", true, "1", true)))
                .hasToString("[0, 1)");
        assertThat(interval("0", false, "1", true).times(interval("0", false, "1", true)))
                .hasToString("(0, 1]");
        assertThat(interval("-3", true, "3", false).times(Interval.of(Exact.of(2))))
                .hasToString("[-6, 6)");
    }

    @Test
    void an_interval_is_never_empty() {
        assertThatIllegalArgumentException().isThrownBy(() -> interval("2", true, "1", true));
        assertThatIllegalArgumentException().isThrownBy(() -> interval("1", true, "1", false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(null, true, null, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(null, false, null, true));
        assertThat(Interval.of(Exact.ONE).isExact()).isTrue();
        assertThat(interval("1", true, "2", true).isExact()).isFalse();
    }

    @Test
    void division_by_an_interval_with_zero_in_it_is_refused() {
        Interval around = interval("-1", true, "1", true);

        assertThatThrownBy(() -> around.dividedBy(around)).isInstanceOf(ArithmeticException.class);
    }

    private static Interval interval(String low, boolean lowClosed, String high, boolean highClosed) {
        return new Interval(
                low == null ? null : Exact.parse(low), lowClosed, high == null ? null : Exact.parse(high), highClosed);
    }
}
