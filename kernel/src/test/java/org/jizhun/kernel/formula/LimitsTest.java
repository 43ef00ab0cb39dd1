package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How large figures, texts, dates and durations may grow, and what is told beyond. */
class LimitsTest {

    private static final Workbench CASE = Workbench.with();

    /** A figure may have 20,000 bits: 2 to the power 19,999 has exactly those, 2 to the power 20,000 one more. */
    @Test
    void figures_may_grow_to_twenty_thousand_bits() {
        String most = "((2 ** 1000) ** 19 * 2 ** 999)"; // 19,000 + 999
        String byPower = "(2 ** 1000 * 2 ** 1000 * 2 ** 857) ** 7"; // 2857 × 7 = 19,999

        assertThat(CASE.value(most + " / 2 ** 999 = (2 ** 1000) ** 19")).isEqualTo(true);
        assertThat(CASE.value(byPower + " = " + most)).isEqualTo(true);
        assertThat(codes(most + " * 2")).containsExactly("formula-result-too-large");
        assertThat(codes(most + " + " + most)).containsExactly("formula-result-too-large");
        assertThat(codes("(2 ** 1000) ** 20")).containsExactly("formula-result-too-large");
        assertThat(codes("0 ** 0")).isEmpty();
        assertThat(codes("1 ** 1000")).isEmpty();
    }

    /** Texts are joined up to 20,000 characters; beyond, the message speaks of size and not of dates. */
    @Test
    void texts_are_joined_up_to_a_limit() {
        Workbench half = Workbench.with("word", "字".repeat(10_000));

        assertThat((String) half.value("word + word")).hasSize(20_000);
        assertThat(half.value("word + word + \"字\"")).isNull();
        assertThat(half.read("word + word + \"字\"").problems())
                .extracting(Problem::code)
                .containsExactly("formula-result-too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date(\"0001-01-01\") - 1 天 | formula-date-out-of-range",
                "@\"P1M\" * 0.5 | formula-date-out-of-range",
                "1 天 * 1000001 | formula-date-out-of-range",
                "round half up(1.5, 17) | formula-decimals",
                "2 ** 1001 | formula-exponent",
            })
    void what_leaves_its_range_is_told(String formula, String code) {
        assertThat(codes(formula)).containsExactly(code);
        assertThat(CASE.value(formula)).isNull();
    }

    @Test
    void the_ends_of_a_range_are_within_it() {
        assertThat(CASE.value("(1 天 * 1000000).days")).isEqualTo(Exact.of(1_000_000));
        assertThat(CASE.value("(1 天 * -1000000).days")).isEqualTo(Exact.of(-1_000_000));
        assertThat(CASE.value("1 ** 1000 + 1 ** -1000")).isEqualTo(Exact.of(2));
        assertThat(CASE.value("date(0, 1, 1)")).isNull();
        assertThat(CASE.value("date(10000, 1, 1)")).isNull();
        assertThat(CASE.value("date(2025, 1, 1.5)")).isNull();
        assertThat(CASE.value("date(2025, 1000001, 1)")).isNull();
    }

    private static List<String> codes(String formula) {
        return CASE.read(formula).problems().stream().map(Problem::code).toList();
    }
}
