package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaValueTest {

    private static final Row FILED = Workbench.contract(
            2,
            "code",
            "HT-1",
            "amount",
            Exact.of(1_280_000),
            "signed",
            LocalDate.of(2025, 3, 20),
            "filed",
            LocalDate.of(2025, 3, 24));
    private static final Row NOT_FILED =
            Workbench.contract(3, "code", "HT-2", "amount", Exact.of(720_000), "signed", LocalDate.of(2025, 5, 6));
    private static final Workbench CASE = Workbench.with(
            "contracts",
            List.of(FILED, NOT_FILED),
            "execution",
            List.of(Workbench.month(3, "0.9771"), Workbench.month(4, "1.113"), Workbench.month(5, "0.98")),
            "a",
            Exact.of(7),
            "b",
            Exact.of(2),
            "money",
            Exact.of(3_000_000),
            "people",
            Exact.of(4),
            "rate",
            Exact.parse("0.25"),
            "score",
            Exact.of(20),
            "day",
            LocalDate.of(2023, 9, 28),
            "numbers",
            List.of(Exact.of(3), Exact.of(1), Exact.of(3)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "7 - 2 - 1 | 4",
                "8 / 2 / 2 | 2",
                "2 ** 3 ** 2 | 64", // left to right as FEEL: 8 ** 2
                "-2 ** 2 | 4", // the sign binds tighter, as in FEEL
                "2 ** -2 | 0.25",
                "1 / 3 * 3 | 1",
                "a - -b | 9",
                "甲 ＋ 乙×3 | 13",
                "money / people | 750000",
                "money * rate | 750000",
                "money + 400 万元 | 7000000",
                "2 亿元 | 200000000",
                "rate + 5 个百分点 | 0.3",
                "score * 99.83% | 19.966",
                "abs(b - a) | 5",
                "modulo(7, 3) | 1",
                "modulo(-7, 3) | 2", // -7 - 3·floor(-7/3) = -7 + 9
                "modulo(7, -3) | -2",
                "floor(-1.5) | -2",
                "ceiling(-1.5) | -1",
                "floor(1.56, 1) | 1.5",
                "ceiling(1.51, 1) | 1.6",
                "round half up(2.345, 2) | 2.35",
                "round half up(-2.345, 2) | -2.35",
                "round half down(2.345, 2) | 2.34",
                "round half even(2.345, 2) | 2.34",
                "decimal(2.355, 2) | 2.36",
                "round up(2.341, 2) | 2.35",
                "round down(2.349, 2) | 2.34",
                "round half up(99.8349%, 2) | 0.9983", // of a percent, the decimals of 99.83 %
                "sum(numbers) | 7",
                "sum(1, 2, 3) | 6",
                "count(numbers) | 3",
                "min(numbers) | 1",
                "max(2, a, 5) | 7",
                "mean(numbers) | 7/3",
                "numbers[1] | 3",
                "numbers[-2] | 1",
                "count(distinct values(numbers)) | 2",
                "sum(numbers[item > 2]) | 6",
                "sum(for x in numbers return x * x) | 19",
                "sum(contracts.amount) | 2000000",
                "sum(合同[备案日期 = null].合同金额) | 720000",
                "contracts[filed = null][1].amount | 720000",
                "count(contracts[filed != null]) / count(contracts) | 0.5",
                "mean(for m in execution return min(m.rate, 100%)) | 0.9857", // (97.71 + 100 + 98) / 3 %
                "string length(\"绩准𠮷\") | 3",
                "day.year | 2023",
                "(@\"2023-10-08\" - day).days | 10",
                "@\"P1Y6M\".months | 6",
                "if a > b then 1 else 2 | 1",
                "if null then 1 else 2 | 2",
            })
    void figures(String formula, String expected) {
        assertThat(CASE.value(formula)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = 7 | true",
                "a != 7 | false",
                "b <= 2 and b >= 2 | true",
                "b < 2 or b > 2 | false",
                "a between 7 and 8 | true",
                "a between 1 and 6 | false",
                "a in [1..7] | true",
                "a in [1..7) | false",
                "b in (2..7] | false",
                "a in (1, 7) | true",
                "a in [1, 8] | false",
                "a in numbers | false",
                "3 in numbers | true",
                "not(a = b) | true",
                "some x in numbers satisfies x > 2 | true",
                "every x in numbers satisfies x > 2 | false",
                "every c in contracts satisfies c.amount > 0 | true",
                "all(for x in numbers return x > 0) | true",
                "any(for x in numbers return x > 5) | false",
                "list contains(numbers, 1) | true",
                "contains(\"绩效评价\", \"评价\") | true",
                "starts with(\"绩效评价\", \"评价\") | false",
                "ends with(\"绩效评价\", \"评价\") | true",
                "null = null | true",
                "a = null | false",
                "rate > 0 and rate < 100% | true",
                "contracts[1].signed + 30 天 >= contracts[1].filed | true",
                "\"甲\" + \"乙\" = “甲乙” | true",
            })
    void truths(String formula, boolean expected) {
        assertThat(CASE.value(formula)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + null",
                "c * 2",
                "c > 1",
                "1 / 0",
                "not(null)",
                "null and true",
                "null or false",
                "sum([1, null])",
                "sum([])",
                "mean([])",
                "min([])",
                "max([1, null])",
                "numbers[4]",
                "numbers[0]",
                "numbers[1.5]",
                "assets.originalValue",
                "sum(assets.originalValue)",
                "count(assets)",
                "assets[status = \"在用\"]",
                "some x in assets satisfies x.counted",
                "contracts[2].filed",
                "date(2023, 2, 29)",
                "2 ** 0.5",
                "0 ** -1",
                "round half up(1.5, 17)",
                "abs(c)",
            })
    void what_is_missing_or_undefined_is_null(String formula) {
        assertThat(CASE.value(formula)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null and false | false",
                "false and null | false",
                "null or true | true",
                "all([]) | true",
                "any([]) | false",
                "all([false, null]) | false",
                "any([true, null]) | true",
                "some x in numbers[item > 9] satisfies x > 0 | false",
                "every x in numbers[item > 9] satisfies x < 0 | true",
            })
    void three_valued_truth_where_it_is_decided(String formula, boolean expected) {
        assertThat(CASE.value(formula)).isEqualTo(expected);
    }

    @Test
    void dates_and_durations() {
        assertThat(CASE.value("date(\"2023-09-28\") + duration(\"P30D\")")).isEqualTo(LocalDate.of(2023, 10, 28));
    }

    @Test
    void a_formula_with_an_item_reads_the_fields_of_the_row() {
        Scope scope = Workbench.SCOPE.withItem(Workbench.CONTRACT);
        Formula formula = Formula.compile("amount / money", Workbench.PLACE, scope, Kind.PERCENT)
                .value()
                .orElseThrow();

        assertThat(formula.value(CASE.inputs(), NOT_FILED)).hasToString("0.24"); // 72 万 / 300 万
        assertThat(formula.names()).containsExactly("money");
        assertThat(formula.kind()).isEqualTo(Kind.PERCENT);
    }

    @Test
    void the_period_between_two_dates_is_days() {
        assertThat(CASE.value("@\"2023-10-08\" - day")).isEqualTo(Period.ofDays(10));
    }
}
