package org.jizhun.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTest {

    /** 99.83 % with two decimals: half a step is 0.005 %, that is 0.00005. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99.83 | 2 | PERCENT | [0.99825, 0.99835) | [0.9983, 0.9984)",
                "-3.3 | 1 | PERCENT | (-0.0335, -0.0325] | (-0.034, -0.033]",
                "0.00 | 2 | POINTS | (-0.005, 0.005) | (-0.01, 0.01)",
                "95.5 | 1 | POINTS | [95.45, 95.55) | [95.5, 95.6)",
                "17534.51 | 2 | WAN_YUAN | [175345050, 175345150) | [175345100, 175345200)",
                "300 | 0 | WAN_YUAN | [2995000, 3005000) | [3000000, 3010000)",
                "25.3 | 1 | YI | [2525000000, 2535000000) | [2530000000, 2540000000)",
            })
    void a_printed_figure_stands_for_an_interval(
            String number, int decimals, FigureUnit unit, String rounded, String truncated) {
        Printed printed = new Printed(Exact.parse(number), decimals, unit);

        assertThat(printed.rounded()).hasToString(rounded);
        assertThat(printed.truncated()).hasToString(truncated);
    }

    @Provide
    Arbitrary<Exact> values() {
        return Arbitraries.integers().between(-2_000_000, 2_000_000).map(i -> Exact.ofDecimal(i, 4));
    }

    /** Printing is the oracle: a true value is in the interval exactly where it prints as that figure. */
    @Property
    void the_rounded_interval_is_exactly_what_prints_so(@ForAll("values") Exact one, @ForAll("values") Exact other) {
        Exact figure = one.round(Rounding.halfUp(2));
        Interval interval = new Printed(figure, 2, FigureUnit.NUMBER).rounded();

        assertThat(interval.contains(one)).isTrue();
        assertThat(interval.contains(other))
                .isEqualTo(other.round(Rounding.halfUp(2)).equals(figure));
    }

    @Property
    void the_truncated_interval_is_exactly_what_prints_so(@ForAll("values") Exact one, @ForAll("values") Exact other) {
        Rounding cut = new Rounding(1, Rounding.Mode.TRUNCATE);
        Exact figure = one.round(cut);
        Interval interval = new Printed(figure, 1, FigureUnit.NUMBER).truncated();

        assertThat(interval.contains(one)).isTrue();
        assertThat(interval.contains(other)).isEqualTo(other.round(cut).equals(figure));
    }

    @Test
    void decimals_are_0_to_60() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Printed(Exact.ONE, -1, FigureUnit.NUMBER));
        assertThatIllegalArgumentException().isThrownBy(() -> new Printed(Exact.ONE, 61, FigureUnit.NUMBER));
        assertThat(new Printed(Exact.ONE, 60, FigureUnit.NUMBER).value()).isEqualTo(Exact.ONE);
        assertThat(new Printed(Exact.ONE, 2, FigureUnit.WAN_YUAN).step()).isEqualTo(Exact.HUNDRED);
    }
}
