package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaMistakesTest {

    /** The formula begins at line 7, column 12. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`  ` | formula-empty@7:14",
                "a + | formula-unexpected@7:15",
                "a + ) | formula-unexpected@7:16",
                "(a | formula-unexpected@7:14",
                "a b | formula-unexpected@7:14",
                "a < b < c | formula-unexpected@7:18",
                "if a > b then 1 | formula-unexpected@7:27",
                "for in in numbers return 1 | formula-unexpected@7:16",
                "numbers[1 | formula-unexpected@7:21",
                "contracts.1 | formula-unexpected@7:22",
                "a in [1..2 | formula-unexpected@7:22",
                "then + 1 | formula-unexpected@7:12",
                "a # b | formula-character-unknown@7:14",
                "`\"abc` | formula-text-not-closed@7:12",
                "`\"a\\qb\"` | formula-escape-unknown@7:14",
                "`\"a\\u12\"` | formula-escape-unknown@7:14",
                "1e400 | formula-number-exponent@7:12",
                "1.5E-3 | formula-number-exponent@7:12",
                "5 米 | formula-unit-unknown@7:14",
                "1.5 天 | formula-days-not-whole@7:12",
                "@\"2023-02-30\" | formula-date-wrong@7:12",
                "@\"P1M3D\" | formula-date-wrong@7:12",
                "date(\"2023-2-3\") | formula-date-wrong@7:17",
                "duration(\"30\") | formula-date-wrong@7:21",
                "moneys | formula-name-unknown@7:12",
                "summ(numbers) | formula-function-unknown@7:12",
                "abs(1, 2) | formula-arguments@7:12",
                "round half up(a) | formula-arguments@7:12",
                "abs(word) | formula-argument@7:16",
                "sum(contracts) | formula-argument@7:16",
                "min([true]) | formula-argument@7:16",
                "distinct values(a) | formula-argument@7:28",
                "list contains(numbers, word) | formula-argument@7:35",
                "modulo(money, a) | formula-argument@7:26",
                "starts with(word, a) | formula-argument@7:30",
                "money + rate | formula-operands@7:12",
                "money + 5 | formula-operands@7:12",
                "money * money | formula-operands@7:12",
                "money / score | formula-operands@7:12",
                "a / money | formula-operands@7:12",
                "day + day | formula-operands@7:12",
                "day - a | formula-operands@7:12",
                "rate ** 2 | formula-operands@7:12",
                "word - word | formula-operands@7:12",
                "rate > 1 | formula-operands@7:12",
                "people >= 3 | formula-operands@7:12",
                "day < 3 | formula-operands@7:12",
                "yes < yes | formula-operands@7:12",
                "a and yes | formula-kind@7:12",
                "if a then 1 else 2 | formula-kind@7:15",
                "if yes then money else rate | formula-kind@7:35",
                "-word | formula-kind@7:13",
                "a[1] | formula-kind@7:12",
                "numbers[word] | formula-kind@7:20",
                "for x in a return x | formula-kind@7:21",
                "some x in numbers satisfies x | formula-kind@7:40",
                "word.size | formula-kind@7:12",
                "day between a and later | formula-kind@7:24",
                "word in numbers | formula-kind@7:12",
                "contracts.amont | formula-field-unknown@7:12",
                "day.hour | formula-field-unknown@7:12",
                "wait.hours | formula-field-unknown@7:12",
                "[1, \"a\"] | formula-list-mixed@7:16",
                "max(money, rate) | formula-list-mixed@7:23",
            })
    void a_mistake_is_told_with_line_and_column(String formula, String told) {
        assertThat(Workbench.mistakes(formula)).containsExactly(told);
    }

    @Test
    void several_mistakes_are_told_at_once_and_none_twice() {
        assertThat(Workbench.mistakes("sum(contracts[amont > 5].amount) + moneys + (rate + money) + 1"))
                .containsExactly("formula-name-unknown@7:26", "formula-name-unknown@7:47", "formula-operands@7:57");
    }

    @Test
    void a_later_line_counts_its_own_columns() {
        assertThat(Workbench.mistakes("money +\n  moneys")).containsExactly("formula-name-unknown@8:3");
        Problem inCell = Formula.compile("moneys", Place.cell("a.xlsx", "规则", 3, 2), Workbench.SCOPE)
                .problems()
                .get(0);
        assertThat(inCell.place()).isEqualTo(Place.cell("a.xlsx", "规则", 3, 2));
        Problem noLine = Formula.compile("a +\nmoneys", Place.of("x.yaml"), Workbench.SCOPE)
                .problems()
                .get(0);
        assertThat(noLine.place()).isEqualTo(Place.text("x.yaml", 2, 1));
    }

    @Test
    void messages_say_what_was_found_and_expected_in_both_languages() {
        Problem units = Workbench.problems("money + rate").get(0);
        assertThat(units.text(Language.ZH)).isEqualTo("“+”的左边是金额，右边是百分比；应为两边单位相同，或日期加期间");
        assertThat(units.text(Language.EN))
                .isEqualTo(
                        "“+” has an amount of money on its left and a percent on its right; expected the same unit on both"
                                + " sides, or a date plus a duration");
        Problem name = Workbench.problems("contracts[amont > 5 元]").get(0);
        assertThat(name.text(Language.ZH)).isEqualTo("没有名为“amont”的数据（相近的：amount）");
        assertThat(Workbench.problems("summ(numbers)").get(0).text(Language.EN))
                .isEqualTo("there is no function “summ” (nearest: sum)");
    }

    @Test
    void a_formula_ten_thousand_deep_is_told_and_does_not_overflow() {
        assertThat(Workbench.mistakes("(".repeat(9_000) + "1" + ")".repeat(9_000)))
                .containsExactly("formula-too-deep@7:212");
        assertThat(Workbench.mistakes("-".repeat(10_000) + "1"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("formula-too-deep");
        assertThat(Workbench.mistakes("1" + "+1".repeat(9_000)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("formula-too-deep");
        assertThat(Workbench.mistakes("numbers" + "[1]".repeat(5_000)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("formula-too-deep");
        assertThat(Workbench.mistakes("if yes then ".repeat(1_000) + "1"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("formula-too-deep");
        assertThat(Workbench.mistakes("1 in (".repeat(3_000) + "1"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("formula-too-deep");
    }

    @Test
    void limits_are_reached_only_beyond_them() {
        assertThat(Workbench.problems("1" + "+1".repeat(199))).isEmpty();
        assertThat(Workbench.mistakes("1" + "+1".repeat(200))).containsExactly("formula-too-deep@7:12");
        assertThat(Workbench.problems("9".repeat(60))).isEmpty();
        assertThat(Workbench.mistakes("9".repeat(61))).containsExactly("formula-number-too-long@7:12");
        assertThat(Workbench.problems("1" + " ".repeat(19_999))).isEmpty();
        assertThat(Workbench.problems("1" + " ".repeat(20_000)).get(0).code()).isEqualTo("formula-too-long");
    }

    @Test
    void the_expected_kind_is_held() {
        assertThat(Formula.compile("money", Workbench.PLACE, Workbench.SCOPE, Kind.PERCENT)
                        .problems())
                .extracting(Problem::code)
                .containsExactly("formula-kind");
        assertThat(Formula.compile("0", Workbench.PLACE, Workbench.SCOPE, Kind.PERCENT)
                        .problems())
                .isEmpty();
        assertThat(Formula.compile("null", Workbench.PLACE, Workbench.SCOPE, Kind.PERCENT)
                        .problems())
                .isEmpty();
        assertThat(Workbench.formula("0").kind()).isEqualTo(Kind.NUMBER);
    }

    @Test
    void a_row_is_given_exactly_where_the_formula_needs_one() {
        Formula withItem = Formula.compile("amount", Workbench.PLACE, Workbench.SCOPE.withItem(Workbench.CONTRACT))
                .value()
                .orElseThrow();
        Inputs none = Workbench.with().inputs();

        assertThatIllegalArgumentException().isThrownBy(() -> withItem.value(none));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workbench.formula("a").value(none, Workbench.contract(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> withItem.batch().value(none));
    }
}
