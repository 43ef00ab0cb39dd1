package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaReadingTest {

    private static final WorkingDays OCTOBER = new WorkingDays(
            Set.of(Year.of(2023)),
            Set.of(LocalDate.of(2023, 9, 29), LocalDate.of(2023, 10, 2)),
            Set.of(LocalDate.of(2023, 10, 7)),
            Map.of());

    @Test
    void the_explanation_reads_like_working() {
        Reading reading = Workbench.with(
                        "execution", List.of(Workbench.month(3, "0.9771"), Workbench.month(4, "1.113")))
                .read("mean(for m in execution return min(m.rate, 100%)) * 10 分");

        assertThat(reading.value()).hasToString("9.8855"); // (0.9771 + 1) / 2 · 10
        assertThat(lines(reading.trace(), ""))
                .containsExactly(
                        "mean(for m in execution return min(m.rate, 100%)) * 10 分 = 9.8855 points ",
                        "  mean(for m in execution return min(m.rate, 100%)) = 0.98855 percent ",
                        "    for m in execution return min(m.rate, 100%) = [0.9771, 1] list of percent ",
                        "      execution list of execution ",
                        "      min(m.rate, 100%) = 0.9771 percent ",
                        "        m.rate = 0.9771 percent execution.csv:3:1",
                        "      min(m.rate, 100%) = 1 percent ",
                        "        m.rate = 1.113 percent execution.csv:4:1");
    }

    @Test
    void a_filter_names_the_rows_it_kept() {
        Reading reading = Workbench.with(
                        "contracts",
                        List.of(
                                Workbench.contract(2),
                                Workbench.contract(3, "filed", LocalDate.of(2025, 1, 2)),
                                Workbench.contract(4)))
                .read("count(contracts[filed = null])");

        assertThat(reading.value()).isEqualTo(Exact.of(2));
        assertThat(reading.trace().steps().get(0).note()).isEqualTo("contracts.csv:2:1, contracts.csv:4:1");
    }

    @Test
    void long_lists_are_summed_up() {
        List<Row> months = new ArrayList<>();
        for (int i = 0; i < Lists.EXPLAINED + 1; i++) {
            months.add(Workbench.month(1, "0.5"));
        }
        Trace trace = Workbench.with("execution", months)
                .read("for m in execution return m.rate")
                .trace();
        assertThat(trace.steps()).hasSize(1);
        months.remove(0);
        Trace explained = Workbench.with("execution", months)
                .read("for m in execution return m.rate")
                .trace();
        assertThat(explained.steps()).hasSize(1 + Lists.EXPLAINED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a / b | formula-division-by-zero",
                "modulo(a, b) | formula-division-by-zero",
                "b ** -1 | formula-division-by-zero",
                "a ** 0.5 | formula-exponent",
                "a ** 1001 | formula-exponent",
                "(a ** 1000) ** 1000 | formula-result-too-large",
                "round half up(a, -1) | formula-decimals",
                "round half up(a, 1.5) | formula-decimals",
                "date(\"9999-12-31\") + 1 天 | formula-date-out-of-range",
                "@\"P1M\" + @\"P1D\" | formula-date-out-of-range",
                "working days between(day, later) | calendar-year-not-loaded",
                "add working days(later, 2) | calendar-year-not-loaded",
                "add working days(day, 0.5) | formula-days-not-whole",
                "is working day(later) | calendar-year-not-loaded",
            })
    void what_goes_wrong_gives_null_and_a_problem(String formula, String code) {
        Reading reading = Workbench.with(
                        "a",
                        Exact.of(7),
                        "b",
                        Exact.ZERO,
                        "day",
                        LocalDate.of(2023, 9, 28),
                        "later",
                        LocalDate.of(2024, 1, 1))
                .calendar(OCTOBER)
                .read(formula);

        assertThat(reading.value()).isNull();
        assertThat(reading.problems()).extracting(Problem::code).contains(code);
    }

    @Test
    void working_days_count_on_the_calendar_of_the_inputs() {
        Workbench bench = Workbench.with("day", LocalDate.of(2023, 9, 28), "later", LocalDate.of(2023, 10, 9))
                .calendar(OCTOBER);

        // after 28 September: 3, 4, 5, 6 October, the made-up Saturday 7, Monday 9
        assertThat(bench.value("working days between(day, later)")).isEqualTo(Exact.of(6));
        assertThat(bench.value("add working days(day, 6)")).isEqualTo(LocalDate.of(2023, 10, 9));
        assertThat(bench.value("is working day(date(\"2023-10-07\"))")).isEqualTo(true);
        Reading outside = bench.read("working days between(day, date(\"2024-01-02\"))");
        assertThat(outside.problems().get(0).text(Language.ZH)).startsWith("2024-01-02 超出已有工作日历的年份");
    }

    @Test
    void a_runaway_formula_is_refused() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(Exact.of(i));
        }
        String nested = "for x in numbers return for y in numbers return for z in numbers return 1";
        assertThatThrownBy(() -> Workbench.with("numbers", many).value(nested)).isInstanceOf(Refusal.class);
        assertThat(Workbench.with("numbers", many).value("count(for x in numbers return for y in numbers return 1)"))
                .isEqualTo(Exact.of(300));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + 1 | [2.5, 3.5)",
                "a * -2 | (-5, -3]",
                "a - a | (-1, 1)",
                "1 / a | (0.4, 2/3]",
                "abs(a - 2) | [0, 0.5]",
                "min(a, 2) | [1.5, 2]",
                "sum([a, 1, a]) | [4, 6)",
                "mean([a, a]) | [1.5, 2.5)",
                "round half up(a, 0) | [2, 3]",
                "a > 1 | true",
                "a >= 2.5 | false",
                "a < 2.5 | true",
                "a > 2 | UNKNOWN",
                "a = 2 | UNKNOWN",
                "a = 3 | false",
                "a = null | false",
                "not(a > 2) | UNKNOWN",
                "a > 2 and a > 5 | false",
                "a > 2 or a > 1 | true",
                "a between 1 and 3 | true",
                "if a > 2 then 1 else 5 | [1, 5]",
                "if a > 1 then a else 5 | [1.5, 2.5)",
                "if a > 2 then null else 5 | UNKNOWN",
                "1 / (a - 2) | UNKNOWN",
                "count([a, 1]) | 2",
                "count([a, 1][item > 2]) | UNKNOWN",
                "a ** 2 | UNKNOWN",
                "some x in [1, a] satisfies x > 2 | UNKNOWN",
                "every x in [1, a] satisfies x > 0 | true",
                "a in [1, 5] | false",
                "modulo(a, 2) | UNKNOWN",
                "[a, 1][2] | 1",
                "-a | (-2.5, -1.5]",
                "b + a | ",
            })
    void bounds_for_a_figure_printed_as_2(String formula, String expected) {
        Interval two = new Interval(Exact.parse("1.5"), true, Exact.parse("2.5"), false);
        Object bounds = Workbench.with("a", two).bounds(formula);

        assertThat(bounds == null ? null : bounds.toString()).isEqualTo(expected);
    }

    @Test
    void a_batch_reads_one_input_after_another() {
        Batch batch = Workbench.formula("sum(for x in numbers return x * a)").batch();

        for (int i = 1; i <= 3; i++) {
            Inputs in = Workbench.with("a", Exact.of(i), "numbers", List.of(Exact.of(i), Exact.of(10)))
                    .inputs();
            assertThat(batch.value(in)).isEqualTo(Exact.of(i * (i + 10L)));
        }
    }

    private static List<String> lines(Trace trace, String indent) {
        List<String> lines = new ArrayList<>();
        boolean rows = trace.kind() instanceof Kind.ListOf list && list.element() instanceof Kind.RecordOf;
        lines.add(indent + trace.expression() + (rows ? "" : " = " + trace.value()) + " " + trace.kind() + " "
                + trace.note());
        trace.steps().forEach(step -> lines.addAll(lines(step, indent + "  ")));
        return lines;
    }
}
