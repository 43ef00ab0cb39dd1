package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.jizhun.kernel.quantity.Rounding;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

/**
 * Generated formulas: held against a FEEL engine, printed and read back, and their bounds against their value.
 * docs/formula.md lists where we follow the standard and the engine does not; those forms are not generated.
 */
class FormulaPropertiesTest {

    private static final FEEL FEEL_ENGINE = FEELBuilder.builder().build();
    private static final MathContext DECIMAL128 = MathContext.DECIMAL128;

    @Provide
    Arbitrary<String> numbers() {
        return numbers(3);
    }

    @Provide
    Arbitrary<String> conditions() {
        return conditions(3);
    }

    private static Arbitrary<String> numbers(int depth) {
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

    private static Arbitrary<String> conditions(int depth) {
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

    @Property(tries = 1500)
    void figures_agree_with_a_feel_engine(@ForAll("numbers") String formula) {
        assertAgrees(formula);
    }

    @Property(tries = 1500)
    void truths_agree_with_a_feel_engine(@ForAll("conditions") String formula) {
        assertAgrees(formula);
    }

    private static void assertAgrees(String formula) {
        if (Formula.compile(formula, Workbench.PLACE, Workbench.SCOPE).value().isEmpty()) {
            return; // count(...) mixed with numbers: refused at load by the kinds algebra, FEEL has no kinds
        }
        Object ours = Formula.compile(formula, Workbench.PLACE, Workbench.SCOPE)
                .value()
                .orElseThrow()
                .value(CASE.inputs());
        Object theirs = FEEL_ENGINE.evaluate(formula, feelInputs());
        if (ours instanceof Exact exact && theirs instanceof BigDecimal decimal) {
            assertThat(close(exact, decimal)).as(formula).isTrue();
        } else {
            assertThat(ours).as(formula).isEqualTo(theirs);
        }
    }

    /** FEEL computes in 34 digits (DMN 1.5, 10.3.2.3.1), we in fractions: equal up to that. */
    private static boolean close(Exact ours, BigDecimal theirs) {
        Exact difference = ours.minus(Exact.of(theirs)).abs();
        return difference.compareTo(Exact.of(new BigDecimal("1e-25").round(DECIMAL128))) < 0;
    }

    private static final Workbench CASE = Workbench.with(
            "a",
            Exact.of(2),
            "b",
            Exact.parse("3.75"),
            "yes",
            true,
            "numbers",
            List.of(Exact.of(4), Exact.of(-1), Exact.parse("2.5")));

    private static Map<String, Object> feelInputs() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("a", new BigDecimal("2"));
        inputs.put("b", new BigDecimal("3.75"));
        inputs.put("c", null);
        inputs.put("yes", true);
        inputs.put("numbers", List.of(new BigDecimal("4"), new BigDecimal("-1"), new BigDecimal("2.5")));
        return inputs;
    }

    @Property(tries = 500)
    void what_is_printed_reads_back_as_the_same_tree(@ForAll("conditions") String formula) {
        Syntax once = Parser.parse(formula);
        String printed = Printer.print(once);

        assertThat(Printer.print(Parser.parse(printed))).isEqualTo(printed);
        Object direct = Formula.compile(formula, Workbench.PLACE, Workbench.SCOPE)
                .value()
                .map(f -> (Object) String.valueOf(f.value(CASE.inputs())))
                .orElse("?");
        Object again = Formula.compile(printed, Workbench.PLACE, Workbench.SCOPE)
                .value()
                .map(f -> (Object) String.valueOf(f.value(CASE.inputs())))
                .orElse("?");
        assertThat(again).isEqualTo(direct);
    }

    @Property(tries = 1500)
    void bounds_contain_the_exact_value(@ForAll("numbers") String formula) {
        Formula compiled = Formula.compile(formula, Workbench.PLACE, Workbench.SCOPE)
                .value()
                .orElse(null);
        if (compiled == null) {
            return;
        }
        Object exact = compiled.value(CASE.inputs());
        Object bounds = compiled.bounds(Workbench.with(
                        "a",
                        around("2"),
                        "b",
                        around("3.75"),
                        "yes",
                        true,
                        "numbers",
                        List.of(around("4"), around("-1"), around("2.5")))
                .inputs());
        if (bounds == Unknown.UNKNOWN) {
            return;
        }
        if (bounds instanceof Interval interval) {
            assertThat(exact).as(formula).isInstanceOf(Exact.class);
            assertThat(interval.contains((Exact) exact)).as(formula).isTrue();
        } else {
            assertThat(bounds).as(formula).isEqualTo(exact);
        }
    }

    @Property(tries = 500)
    void every_reading_gives_the_same_value(@ForAll("numbers") String formula) {
        Formula compiled = Formula.compile(formula, Workbench.PLACE, Workbench.SCOPE)
                .value()
                .orElse(null);
        if (compiled != null) {
            Object value = compiled.value(CASE.inputs());
            assertThat(compiled.read(CASE.inputs()).value()).isEqualTo(value);
            assertThat(compiled.read(CASE.inputs()).trace().value()).isEqualTo(value);
            assertThat(compiled.bounds(CASE.inputs())).isEqualTo(value);
            assertThat(compiled.batch().value(CASE.inputs())).isEqualTo(value);
        }
    }

    private static Interval around(String figure) {
        Exact value = Exact.parse(figure);
        Exact half = Exact.ofDecimal(5, 2);
        assertThat(value.round(Rounding.halfUp(2))).isEqualTo(value);
        return new Interval(value.minus(half), true, value.plus(half), false);
    }
}
