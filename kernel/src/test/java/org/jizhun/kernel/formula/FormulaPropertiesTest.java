package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.formula.GeneratedFormulas.CASE;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.jizhun.kernel.quantity.Rounding;

/** Generated formulas: printed and read back, their bounds against their value, and their readings against each other. */
class FormulaPropertiesTest {

    @Provide
    Arbitrary<String> numbers() {
        return GeneratedFormulas.numbers(3);
    }

    @Provide
    Arbitrary<String> conditions() {
        return GeneratedFormulas.conditions(3);
    }

    @Property
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

    @Property
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

    @Property
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
