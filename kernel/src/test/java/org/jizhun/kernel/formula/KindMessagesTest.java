package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said where units do not meet or a function is called wrongly. */
class KindMessagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "numbers + 1 | 数（无单位）的列表 | 数（无单位） | a list (each a number without unit) | a number without unit",
                "[] + 1 | 列表 | 数（无单位） | a list | a number without unit",
                "contracts[1] + 1 | “contracts”的一行 | 数（无单位） | a row of contracts | a number without unit",
                "word + 0 | 文本 | 数 0 | a text | the number 0",
                "day - null | 日期 | 空值 | a date | null",
                "yes + wait | 是否 | 期间 | true or false | a duration",
                "people + score | 个数 | 分值 | a count | points",
                "money + rate | 金额 | 百分比 | an amount of money | a percent",
            })
    void kinds_are_called_by_words_a_person_knows(
            String formula, String leftZh, String rightZh, String leftEn, String rightEn) {
        assertThat(Workbench.problems(formula)).singleElement().satisfies(problem -> {
            assertThat(problem.text(Language.ZH))
                    .startsWith("“" + problem.arguments().get("operator") + "”的左边是" + leftZh + "，右边是" + rightZh + "；");
            assertThat(problem.text(Language.EN))
                    .contains("has " + leftEn + " on its left and " + rightEn + " on its right;");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abs(1, 2) | 函数 abs 需要 1 个参数，读到 2 个",
                "floor() | 函数 floor 需要 1–2 个参数，读到 0 个",
                "round up(1) | 函数 round up 需要 2 个参数，读到 1 个",
                "starts with(word, a) | 函数 starts with 的第 2 个参数应为文本，读到数（无单位）",
                "sum(contracts) | 函数 sum 的第 1 个参数应为数量的列表，读到“contracts”的一行的列表",
                "sum(1, word) | 函数 sum 的第 2 个参数应为数量，读到文本",
                "min(yes) | 函数 min 的第 1 个参数应为数量、日期或文本的列表，读到是否",
                "all(1) | 函数 all 的第 1 个参数应为是否的列表，读到数（无单位）",
                "distinct values(a) | 函数 distinct values 的第 1 个参数应为列表，读到数（无单位）",
                "list contains(numbers, word) | 函数 list contains 的第 2 个参数应为数（无单位），读到文本",
                "modulo(money, a) | 函数 modulo 的第 2 个参数应为金额，读到数（无单位）",
                "max(1, 2, word) | 第 3 个值是文本，前面的是数（无单位）；一个列表里只能有一种",
                "[word, day] | 第 2 个值是日期，前面的是文本；一个列表里只能有一种",
                "for x in a return x | “a”是数（无单位），此处应为列表",
                "word in numbers | “word”是文本，此处应为数（无单位）",
                "a[1] | “a”是数（无单位），此处应为列表",
                "numbers[word] | “word”是文本，此处应为条件或序号",
                "day between a and later | “a”是数（无单位），此处应为日期",
                "-(word) | “word”是文本，此处应为数量或期间",
                "day.hour | 日期没有“hour”这一项",
                "wait.hours | 期间没有“hours”这一项",
                "a.size | “a”是数（无单位），此处应为一行记录或记录的列表",
            })
    void a_mistake_says_what_was_found_and_expected(String formula, String text) {
        assertThat(Workbench.problems(formula))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text(Language.ZH)).isEqualTo(text));
    }

    @Test
    void every_function_refuses_a_call_without_arguments() {
        for (String function : Functions.names()) {
            assertThat(Workbench.mistakes(function + "()")).as(function).containsExactly("formula-arguments@7:12");
        }
    }

    @Test
    void the_fields_there_are_stand_in_the_advice() {
        assertThat(Workbench.problems("day.hour").get(0).arguments())
                .containsEntry("known", "day, month, weekday, year");
        assertThat(Workbench.problems("wait.hours").get(0).arguments()).containsEntry("known", "days, months, years");
        assertThat(Workbench.problems("contracts.amont").get(0).arguments().get("known"))
                .startsWith("amount, awarded, code, copies, end, filed, name,");
        assertThat(Workbench.mistakes("contracts.code")).isEmpty(); // the first field there is
    }
}
