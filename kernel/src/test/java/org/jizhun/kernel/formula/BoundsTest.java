package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What can be said where figures are known as printed: a is printed as 2, that is [1.5, 2.5); b as 4, [3.5, 4.5); c is
 * between 2.5 and 3, both possible.
 */
class BoundsTest {

    private static final Workbench PRINTED = Workbench.with(
            "a",
            new Interval(Exact.parse("1.5"), true, Exact.parse("2.5"), false),
            "b",
            new Interval(Exact.parse("3.5"), true, Exact.parse("4.5"), false),
            "c",
            new Interval(Exact.parse("2.5"), true, Exact.of(3), true),
            "money",
            new Interval(Exact.of(2), true, Exact.of(2), true),
            "numbers",
            List.of(Exact.of(5), Exact.of(6)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a < b | true",
                "b < a | false",
                "a <= b | true",
                "b <= a | false",
                "a < c | true", // 2.5 itself is not in a
                "c < a | false",
                "c <= a | false",
                "a <= 2.5 | true",
                "a < 2 | UNKNOWN",
                "a <= 1.5 | UNKNOWN", // 1.5 is possible
                "a < 1.5 | false",
                "c <= 3 | true",
                "c < 3 | UNKNOWN",
                "c < 2.5 | false",
                "c <= 2.5 | UNKNOWN",
                "c > 3 | false",
                "c >= 3 | UNKNOWN",
                "a = b | false",
                "a != b | true",
                "a = a | UNKNOWN",
                "a + b | [5, 7)",
                "b - a | (1, 3)",
                "a * b | [5.25, 11.25)", // 1.5 × 3.5 to 2.5 × 4.5
                "a - 2 + 2 | [1.5, 2.5)",
                "money * 3 | 6", // a figure without leeway is that figure
                "money - 2 元 | 0",
                "b / a | (1.4, 3)", // 3.5 / 2.5 to 4.5 / 1.5
                "1 / (a - b) | (-1, -1/3)", // a − b lies in (−3, −1)
                "a ** 2 + 1 | UNKNOWN",
                "1 + a ** 2 | UNKNOWN",
                "min(a, c) | [1.5, 2.5)",
                "max(a, b) | [3.5, 4.5)",
                "max([b, a]) | [3.5, 4.5)",
                "min([a ** 2, 1]) | UNKNOWN",
                "max([1, a ** 2]) | UNKNOWN",
                "numbers[a] | UNKNOWN",
                "numbers[a ** 2] | UNKNOWN",
                "numbers[item > a ** 2][1] | UNKNOWN",
                "distinct values([a, 2]) | UNKNOWN",
                "count(distinct values([a, 5])) | 2",
                "[a, 1] = [2, 1] | UNKNOWN",
                "[a, 1] = [2, 5] | false",
                "[a, 1] = [9, 1] | false",
                "a in [2, 5] | UNKNOWN",
                "a in [9, 5] | false",
                "a in (a ** 2, 5) | UNKNOWN",
                "all([a > 1, b > a]) | true",
                "any([a > 2, b > a]) | true",
                "all([a > 2, a > b]) | false",
                "(a > 2) and (b > a) | UNKNOWN",
                "(a > 2) or (a > b) | UNKNOWN",
                "a between b and 5 | false",
                "a in [1.5..2.5) | true",
                "a in (1.5..2.5) | UNKNOWN",
                "if a > 2 then numbers[1] else 5 | 5",
                "if a > 2 then \"甲\" else \"甲\" | 甲",
                "if a > 2 then \"甲\" else \"乙\" | UNKNOWN",
                "if a > 2 then a else b | [1.5, 4.5)",
                "count(if a > 2 then [1] else [2]) | UNKNOWN",
                "for x in (if a > 2 then [1] else [2]) return x | UNKNOWN",
                "some x in (if a > 2 then [1] else [2]) satisfies x > 0 | UNKNOWN",
                "(if a > 2 then [1] else [2])[1] | UNKNOWN",
                "(if a > 2 then [1] else [2])[item > 0] | UNKNOWN",
                "1 in (if a > 2 then [1] else [2]) | UNKNOWN",
                "abs(a ** 2) | UNKNOWN",
                "not(a > b) | true",
                "-c | [-3, -2.5]",
                "round half up(b - 0.1, 0) | [3, 4]", // [3.4, 4.4) rounds to 3 or 4
                "round half up(a, b) | UNKNOWN",
                "floor(c) | [2, 3]",
                "a + null | ",
                "a * null | ",
            })
    void what_printed_figures_leave_open(String formula, String expected) {
        Object bounds = PRINTED.bounds(formula);

        assertThat(bounds == null ? null : bounds.toString()).isEqualTo(expected);
    }

    @Test
    void a_row_may_hold_printed_figures_too() {
        Formula formula = Formula.compile("amount * 2", Workbench.PLACE, Workbench.SCOPE.withItem(Workbench.CONTRACT))
                .value()
                .orElseThrow();
        Interval printed = new Interval(Exact.of(1), true, Exact.of(2), false);

        assertThat(formula.bounds(PRINTED.inputs(), Workbench.contract(1, "amount", printed)))
                .hasToString("[2, 4)");
    }
}
