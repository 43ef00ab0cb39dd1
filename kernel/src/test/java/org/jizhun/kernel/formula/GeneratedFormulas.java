package org.jizhun.kernel.formula;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jizhun.kernel.quantity.Exact;

/** Formulas for properties, over the names of {@link #CASE}. */
final class GeneratedFormulas {

    static final Workbench CASE = Workbench.with(
            "a",
            Exact.of(2),
            "b",
            Exact.parse("3.75"),
            "yes",
            true,
            "numbers",
            List.of(Exact.of(4), Exact.of(-1), Exact.parse("2.5")));

    private GeneratedFormulas() {}

    static Arbitrary<String> numbers(int depth) {
        Arbitrary<String> leaf = Arbitraries.of(
                "a",
                "b",
                "c",
                "0",
                "1",
                "2",
                "7",
                "0.5",
                "2.25",
                "null",
                "-3",
                "numbers[1]",
                "sum(numbers[item > 0])",
                "count(numbers[item <= 2.5])",
                "sum(numbers[item > a])",
                "max(numbers[item < b])");
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = numbers(depth - 1);
        Arbitrary<String> operation = Combinators.combine(inner, Arbitraries.of("+", "-", "*", "/"), inner)
                .as((left, operator, right) -> "(" + left + " " + operator + " " + right + ")");
        Arbitrary<String> choice = Combinators.combine(conditions(depth - 1), inner, inner)
                .as((condition, then, otherwise) -> "(if " + condition + " then " + then + " else " + otherwise + ")");
        Arbitrary<String> call = Combinators.combine(
                        Arbitraries.of(
                                "min(%s, %s)", "max(%s, %s)", "sum(%s, %s)", "mean([%s, %s])", "count([%s, %s])"),
                        inner,
                        inner)
                .as((form, one, other) -> String.format(form, one, other));
        Arbitrary<String> single = Combinators.combine(
                        Arbitraries.of(
                                "abs(%s)",
                                "-(%s)",
                                "floor(%s)",
                                "ceiling(%s)",
                                "round half up(%s, 1)",
                                "round half down(%s, 1)",
                                "round up(%s, 1)",
                                "round down(%s, 1)",
                                "decimal(%s, 1)",
                                "modulo(%s, 3)",
                                "sum(for x in numbers return x * %s)"),
                        inner)
                .as((form, one) -> String.format(form, one));
        return Arbitraries.oneOf(leaf, operation, choice, call, single);
    }

    static Arbitrary<String> conditions(int depth) {
        Arbitrary<String> leaf = Arbitraries.of("yes", "true", "false", "null", "a > b", "a = 2", "b <= c", "c = null");
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = conditions(depth - 1);
        Arbitrary<String> number = numbers(depth - 1);
        Arbitrary<String> comparison = Combinators.combine(
                        number, Arbitraries.of("=", "!=", "<", "<=", ">", ">="), number)
                .as((left, operator, right) -> "(" + left + " " + operator + " " + right + ")");
        Arbitrary<String> junction = Combinators.combine(inner, Arbitraries.of("and", "or"), inner)
                .as((left, operator, right) -> "(" + left + " " + operator + " " + right + ")");
        Arbitrary<String> quantified = Combinators.combine(
                        Arbitraries.of("some", "every"), Arbitraries.of("a", "b", "0", "2.25", "-3", "4"))
                .as((word, bound) -> "(" + word + " x in numbers satisfies x > " + bound + ")");
        Arbitrary<String> between =
                Combinators.combine(number, number).as((low, high) -> "(a between " + low + " and " + high + ")");
        return Arbitraries.oneOf(leaf, comparison, junction, quantified, between, inner.map(one -> "not(" + one + ")"));
    }
}
