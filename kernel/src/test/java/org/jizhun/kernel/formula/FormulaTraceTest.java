package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Fact;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;

/** Which steps an explanation shows, in which order and how deep, and where the walk over data ends. */
class FormulaTraceTest {
    private static final Workbench CASE = Workbench.with(
            "contracts",
            List.of(
                    Workbench.contract(2, "code", "A", "filed", LocalDate.of(2025, 1, 2)),
                    Workbench.contract(3, "code", "B"),
                    Workbench.contract(4, "code", "C")),
            "people",
            Exact.of(4),
            "a",
            Exact.of(7),
            "b",
            Exact.of(2),
            "yes",
            false);

    private static List<String> lines(Workbench bench, String formula) {
        List<String> lines = new ArrayList<>();
        lines("", bench.read(formula).trace(), lines);
        return lines;
    }

    private static void lines(String indent, Trace trace, List<String> lines) {
        boolean list = trace.kind() instanceof Kind.ListOf;
        lines.add(indent + trace.expression() + (list ? "" : " = " + trace.value()));
        trace.steps().forEach(step -> lines(indent + "  ", step, lines));
    }

    /** The condition of a filter is asked row by row; the rows it kept say more than every single answer. */
    @Test
    void a_filter_is_one_step_and_what_follows_it_is_shown_again() {
        assertThat(lines(CASE, "count(contracts[filed = null]) / people"))
                .containsExactly(
                        "count(contracts[filed = null]) / people = 0.5",
                        "  count(contracts[filed = null]) = 2",
                        "    contracts[filed = null]",
                        "      contracts",
                        "  people = 4");
    }

    @Test
    void a_filter_that_kept_more_than_five_rows_names_five() {
        List<Row> many = new ArrayList<>();
        for (int line = 2; line <= 7; line++) {
            many.add(Workbench.contract(line));
        }
        Workbench six = Workbench.with("contracts", many);
        Workbench five = Workbench.with("contracts", many.subList(0, 5));

        assertThat(six.read("contracts[filed = null]").trace().note())
                .isEqualTo("contracts.csv:2:1, contracts.csv:3:1, contracts.csv:4:1, contracts.csv:5:1, "
                        + "contracts.csv:6:1 …");
        assertThat(five.read("contracts[filed = null]").trace().note()).endsWith("contracts.csv:6:1");
        assertThat(five.read("contracts[filed != null]").trace().note()).isEmpty();
    }

    @Test
    void a_quantifier_over_few_rows_shows_each_until_it_is_decided() {
        assertThat(lines(CASE, "(some c in contracts satisfies c.filed = null) and people > 3 个"))
                .containsExactly(
                        "(some c in contracts satisfies c.filed = null) and people > 3 个 = true",
                        "  some c in contracts satisfies c.filed = null = true",
                        "    contracts",
                        "    c.filed = null = false",
                        "      c.filed = 2025-01-02",
                        "    c.filed = null = true",
                        "      c.filed = null",
                        "  people > 3 个 = true",
                        "    people = 4");
    }

    @Test
    void a_quantifier_over_many_rows_is_one_step() {
        Workbench many = Workbench.with(
                "contracts", Collections.nCopies(Lists.EXPLAINED + 1, Workbench.contract(2)), "people", Exact.of(4));
        Workbench few = Workbench.with("contracts", Collections.nCopies(Lists.EXPLAINED, Workbench.contract(2)));

        assertThat(lines(many, "(every c in contracts satisfies c.filed = null) and people > 3 个"))
                .containsExactly(
                        "(every c in contracts satisfies c.filed = null) and people > 3 个 = true",
                        "  every c in contracts satisfies c.filed = null = true",
                        "    contracts",
                        "  people > 3 个 = true",
                        "    people = 4");
        // the register, and two lines for each contract
        assertThat(lines(few, "every c in contracts satisfies c.filed = null")).hasSize(2 + 2 * Lists.EXPLAINED);
    }

    /** Why the first branch was not taken is left out where the second explains itself. */
    @Test
    void a_choice_shows_the_branch_that_was_taken() {
        assertThat(lines(CASE, "if yes then a else a * b"))
                .containsExactly("if yes then a else a * b = 14", "  a * b = 14", "    a = 7", "    b = 2");
        assertThat(lines(CASE, "if yes then a else 5")).containsExactly("if yes then a else 5 = 5", "  yes = false");
        assertThat(lines(CASE, "if not(yes) then a else 5"))
                .containsExactly("if not(yes) then a else 5 = 7", "  not(yes) = true", "    yes = false", "  a = 7");
        assertThat(lines(CASE, "if true then a else 5")).containsExactly("if true then a else 5 = 7", "  a = 7");
        assertThat(lines(CASE, "if false then 1 else a")).containsExactly("if false then 1 else a = 7", "  a = 7");
    }

    @Test
    void a_negative_literal_is_no_step_but_a_negated_fact_is() {
        assertThat(lines(CASE, "a + -3")).containsExactly("a + -3 = 4", "  a = 7");
        assertThat(lines(CASE, "a + -b")).containsExactly("a + -b = 5", "  a = 7", "  -b = -2", "    b = 2");
        assertThat(lines(CASE, "-3")).containsExactly("-3 = -3");
    }

    @Test
    void the_variable_of_a_loop_is_a_step_where_it_is_a_figure() {
        Workbench bench = Workbench.with("numbers", List.of(Exact.of(3), Exact.of(5)));

        assertThat(lines(bench, "sum(for x in numbers return x * 2)"))
                .containsExactly(
                        "sum(for x in numbers return x * 2) = 16",
                        "  for x in numbers return x * 2",
                        "    numbers",
                        "    x * 2 = 6",
                        "      x = 3",
                        "    x * 2 = 10",
                        "      x = 5");
    }

    @Test
    void a_step_of_a_formula_is_told_in_its_own_words() {
        Trace trace = CASE.read("a *\n   b").trace();

        assertThat(trace.text(Language.ZH)).isEqualTo("a * b");
        assertThat(trace.text(Language.EN)).isEqualTo("a * b");
    }

    @Test
    void a_fact_says_where_it_stands() {
        Place place = Place.cell("资料.xlsx", "其他数据", 3, 2);
        FactSet facts = FactSet.builder(Workbench.VOCABULARY)
                .put(new Fact("carriedOver", Kind.AMOUNT, Exact.of(5), place, ""))
                .put("carriedOverLastYear", Exact.of(10))
                .build();

        Trace trace = Workbench.formula("carriedOver / carriedOverLastYear")
                .read(Inputs.of(facts, WorkingDays.NONE))
                .trace();

        assertThat(trace.steps()).extracting(Trace::note).containsExactly("资料.xlsx 其他数据!B3", "");
    }
}
