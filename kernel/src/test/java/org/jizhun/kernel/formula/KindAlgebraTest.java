package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.jizhun.kernel.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which units may meet, what comes of it, and how it is told where they may not. */
class KindAlgebraTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "money + money | amount",
                "money - 0 | amount",
                "0 + money | amount",
                "money + null | amount",
                "null - money | amount",
                "word + word | text",
                "wait + wait | duration",
                "wait - wait | duration",
                "day + wait | date",
                "wait + day | date",
                "day - wait | date",
                "day - day | duration",
                "-wait | duration",
                "-money | amount",
                "wait * 2 | duration",
                "money * a | amount",
                "a * money | amount",
                "money * rate | amount",
                "rate * money | amount",
                "rate * rate | percent",
                "rate * a | percent",
                "score * rate | points",
                "score * people | points",
                "people * score | points",
                "people * money | amount",
                "money * people | amount",
                "people * a | count",
                "people * rate | count",
                "0 * money | amount",
                "money * 0 | amount",
                "null * money | amount",
                "0 * 0 | number",
                "a * a | number",
                "money / money | percent",
                "people / people | percent",
                "score / score | percent",
                "rate / rate | number",
                "money / a | amount",
                "money / people | amount",
                "money / rate | amount",
                "score / people | points",
                "money / 0 | amount",
                "money / null | amount",
                "0 / money | percent",
                "null / money | percent",
                "0 / rate | number",
                "0 / 0 | number",
                "0 / null | number",
                "a ** 2 | number",
                "0 ** 2 | number",
                "abs(money) | amount",
                "mean([money, money]) | amount",
                "count(contracts) | count",
                "if yes then money else 0 | amount",
                "if yes then null else money | amount",
                "if yes then numbers else [] | list of number",
                "if yes then [] else numbers | list of number",
                "[[1], numbers] | list of list of number",
                "contracts[1].amount | amount",
                "contracts.amount | list of amount",
                "day.weekday | number",
            })
    void what_comes_of_two_units(String formula, String kind) {
        assertThat(Workbench.formula(formula).kind()).hasToString(kind);
    }

    /** In brackets, so that a mistake that was told is seen not to be told again further out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people * people",
                "score * score",
                "money * score",
                "money + score",
                "a * wait",
                "wait * rate",
                "wait / 2",
                "day + day",
                "word - word",
                "yes + yes",
                "a / money",
                "score / money",
                "2 ** rate",
                "rate ** 2",
                "numbers + numbers",
                "numbers = truths",
                "[1] = [\"甲\"]",
                "numbers < numbers",
                "yes >= yes",
                "day - null",
            })
    void units_that_do_not_meet_are_told_once(String formula) {
        assertThat(Workbench.problems("[(" + formula + "), 1]"))
                .extracting(Problem::code)
                .containsExactly("formula-operands");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-word",
                "numbers[word]",
                "a[1]",
                "a.size",
                "word in numbers",
                "a between word and 2",
                "if yes then a else word",
                "for x in a return x",
                "some x in a satisfies true",
                "a and yes",
                "yes or a",
                "every x in numbers satisfies x",
            })
    void a_mistake_inside_is_told_once_and_not_again_outside(String formula) {
        assertThat(Workbench.problems("abs(1 + (" + formula + "))"))
                .extracting(Problem::code)
                .containsExactly("formula-kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "moneys.amount + 1 | formula-name-unknown",
                "1 + contracts.amont | formula-field-unknown",
                "1 + summ(numbers) | formula-function-unknown",
                "1 + [1, word] | formula-list-mixed",
                "sum(for x in moneys return x.a) | formula-name-unknown",
                "(some x in moneys satisfies x > 1) and yes | formula-name-unknown",
                "moneys[amont > 2].x | formula-name-unknown",
            })
    void nothing_more_is_told_of_what_is_broken(String formula, String code) {
        assertThat(Workbench.problems(formula)).extracting(Problem::code).contains(code);
        assertThat(Workbench.problems(formula)).extracting(Problem::code).doesNotContain("formula-operands");
    }
}
