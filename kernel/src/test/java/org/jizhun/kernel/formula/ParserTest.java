package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What belongs together in a formula, how deep it may be, and what is said where it breaks off. */
class ParserTest {

    private static final Workbench CASE = Workbench.with(
            "a", Exact.of(7), "b", Exact.of(2), "yes", true, "numbers", List.of(Exact.of(3), Exact.of(1), Exact.of(3)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b = 2 and a between 1 and 8 | true",
                "a between 1 and 8 and b = 3 | false",
                "b = 2 and a in [7, 8] | true",
                "b = 3 or a in [7..8] | true",
                "b + 1 between 3 and 3 | true", // (b + 1), not b + (1 between …)
                "b between 1 + 1 and 1 * 2 | true",
                "b + 1 in [3, 4] | true",
                "1 + 2 in numbers | true",
                "3 = 1 + 2 | true",
                "a > 1 in [true] | true", // (a > 1) in the list
                "a between 1 and 8 in [true] | true",
                "yes and yes or yes and not(yes) | true", // (…) or (…)
                "yes or yes and not(yes) | true",
                "3 in (numbers) | true",
                "b in (1 + 1) | true",
                "b in (1, 2) | true",
                "b in [1, 2][item > 1] | true", // what follows the bracket belongs to the list
                "a in [] | false",
                "- b + 3 = 1 | true",
                "-b ** 2 = 4 | true",
                "not(a = 7) | false",
                "not (a = 7) | false",
            })
    void what_binds_tighter(String formula, String expected) {
        assertThat(CASE.value(formula)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b = 2 and a < 3 < 4 | formula-unexpected@7:28",
                "a = b = yes | formula-unexpected@7:18",
                "a between 1 | formula-unexpected@7:23",
                "a in (1 | formula-unexpected@7:19",
                "a in [1..2, 3] | formula-unexpected@7:22",
                "and + 1 | formula-unexpected@7:12",
                "else(1) | formula-unexpected@7:12",
                "sum(1, ) | formula-unexpected@7:19",
                "1000001 天 | formula-days-not-whole@7:12",
                "@\"2025-13-01\" | formula-date-wrong@7:12",
            })
    void what_breaks_off_is_told(String formula, String told) {
        assertThat(Workbench.mistakes(formula)).containsExactly(told);
    }

    @Test
    void the_end_of_a_formula_is_shown_as_dots() {
        assertThat(Workbench.problems("(a").get(0).text(Language.ZH)).isEqualTo("读到“…”，此处应为)");
        assertThat(Workbench.problems("(a 5").get(0).text(Language.ZH)).isEqualTo("读到“5”，此处应为)");
        assertThat(Workbench.problems("a between 1 + 1").get(0).text(Language.EN))
                .isEqualTo("found “…”, expected and");
    }

    @Test
    void a_formula_may_be_two_hundred_deep() {
        assertThat(CASE.value("(".repeat(199) + "1" + ")".repeat(199))).isEqualTo(Exact.ONE);
        assertThat(Workbench.mistakes("(".repeat(200) + "1" + ")".repeat(200))).hasSize(1);
        assertThat(CASE.value("-".repeat(199) + "1")).isEqualTo(Exact.of(-1));
        assertThat(Workbench.mistakes("-".repeat(200) + "1")).hasSize(1);
    }

    /** Three hundred values side by side are no deeper than one. */
    @Test
    void values_side_by_side_are_not_deep() {
        assertThat(CASE.value("sum(" + "-1, ".repeat(299) + "-1)")).isEqualTo(Exact.of(-300));
        assertThat(CASE.value("count([" + "(1), ".repeat(299) + "(1)])")).isEqualTo(Exact.of(300));
    }

    @Test
    void a_million_days_may_be_written() {
        assertThat(CASE.value("(1000000 天).days")).isEqualTo(Exact.of(1_000_000));
    }
}
