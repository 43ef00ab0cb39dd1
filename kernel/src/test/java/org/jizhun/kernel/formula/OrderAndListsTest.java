package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order and equality of texts, dates, durations and lists; lists by position; limits of size. */
class OrderAndListsTest {

    private static final Workbench CASE = Workbench.with(
            "a",
            Exact.of(7),
            "day",
            LocalDate.of(2025, 3, 1),
            "later",
            LocalDate.of(2025, 3, 31),
            "word",
            "甲",
            "numbers",
            List.of(Exact.of(3), Exact.of(1), Exact.of(3)),
            "truths",
            Arrays.asList(true, null));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\" < \"b\" | true",
                "\"b\" < \"a\" | false",
                "\"a\" < \"a\" | false",
                "\"a\" <= \"a\" | true",
                "\"b\" <= \"a\" | false",
                "\"b\" > \"a\" | true",
                "\"a\" >= \"b\" | false",
                "\"a\" between \"a\" and \"b\" | true",
                "day < later | true",
                "later <= day | false",
                "day <= day | true",
                "day < day | false",
                "later - day = 30 天 | true",
                "30 天 < 31 天 | true",
                "31 天 < 30 天 | false",
                "30 天 <= 30 天 | true",
                "@\"P1M\" < @\"P1Y\" | true",
                "@\"P2Y\" < @\"P23M\" | false",
                "@\"P1Y\" = @\"P12M\" | true",
                "@\"P1M\" = @\"P30D\" | false",
                "@\"P0D\" = @\"P0M\" | true",
                "@\"P0D\" < @\"P1M\" | true",
                "yes = null | true",
                "word in [\"甲\", \"乙\"] | true",
                "word in \"甲\" | true",
                "word in (\"乙\") | false",
                "a in [] | false",
                "null in numbers | false",
                "a in [1, null] | false",
                "[1, 2] = [1, 2] | true",
                "[1, 2] = [1, 3] | false",
                "[2, 1] = [1, 2] | false",
                "[1] = [1, 1] | false",
                "[1, 2] != [1, 3] | true",
                "[] = [] | true",
                "[1, null] = [1, null] | true",
                "[1, null] = [1, 2] | false",
                "numbers = [3, 1, 3] | true",
                "[[1], [2]] = [[1], [2]] | true",
                "distinct values([\"甲\", \"乙\", \"甲\"]) = [\"甲\", \"乙\"] | true",
                "distinct values([1, null, 1, null]) = [1, null] | true",
                "list contains([day, later], day) | true",
                "not(some x in [] satisfies x > 1) | true",
            })
    void truths(String formula, boolean expected) {
        assertThat(CASE.value(formula)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@\"P1M\" < @\"P30D\"",
                "@\"P1M\" >= @\"P30D\"",
                "min([@\"P1M\", @\"P30D\"])",
                "word < null",
                "all(truths)",
                "a between null and 8",
                "a between 1 and null",
                "numbers[c]",
                "numbers[a]",
                "numbers[-4]",
                "numbers[1000001]",
                "[][1]",
                "null[1]",
                "truths[2]",
                "for x in null return 1",
                "some x in null satisfies x > 1",
                "a in null",
                "(later - day).months",
                "c in [1..2]",
                "@\"P1M\".days",
                "@\"P1D\".months",
                "@\"P1D\".years",
            })
    void what_has_no_order_or_is_not_there_is_null(String formula) {
        assertThat(CASE.value(formula)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "min(\"乙\", \"甲\") | 乙", // U+4E59 stands before U+7532
                "max([\"乙\", \"甲\"]) | 甲",
                "min(day, later) | 2025-03-01",
                "max([later, day]) | 2025-03-31",
                "max(30 天, 7 天) | P30D",
                "min([@\"P1Y\", @\"P18M\"]) | P1Y",
                "numbers[3] | 3",
                "numbers[-3] | 3",
                "numbers[-1] | 3",
                "numbers[2] | 1",
                "[1, 2][item > 1] | [2]",
                "sum(0, 5) | 5",
                "mean(2, 4) | 3",
                "day + 30 天 | 2025-03-31",
                "30 天 + day | 2025-03-31",
                "later - 30 天 | 2025-03-01",
                "day + @\"P1M\" | 2025-04-01",
                "30 天 + 5 天 | P35D",
                "30 天 - 5 天 | P25D",
                "@\"P1Y\" - @\"P1M\" | P11M",
                "30 天 * 3 | P90D",
                "@\"P7M\" * 2 | P1Y2M",
                "-@\"P1M\" | P-1M",
                "-(30 天) | P-30D",
                "day - later | P-30D",
                "later.day | 31",
                "later.month | 3",
                "day.weekday | 6", // 1 March 2025 is a Saturday
                "@\"P1Y2M\".years | 1",
                "@\"P1Y2M\".months | 2",
                "@\"P3D\".days | 3",
                "date(2025, 3, 1) | 2025-03-01",
                "date(1, 1, 1) | 0001-01-01",
                "date(9999, 12, 31) | 9999-12-31",
                "0 ** 0 | 1",
                "5 ** 0 | 1",
                "5 ** -1 | 0.2",
                "floor(1.23456789012345678, 16) | 1.2345678901234567",
            })
    void values(String formula, String expected) {
        assertThat(String.valueOf(CASE.value(formula))).isEqualTo(expected);
    }
}
