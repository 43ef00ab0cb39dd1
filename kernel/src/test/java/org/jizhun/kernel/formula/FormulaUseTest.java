package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;

/** A formula as others use it: its text and place, many readings, where the walk over data ends. */
class FormulaUseTest {

    private static final Workbench CASE = Workbench.with();

    @Test
    void inputs_without_a_calendar_have_no_working_days() {
        Inputs plain = name -> LocalDate.of(2025, 3, 3);

        assertThat(Workbench.formula("working days between(day, later)").value(plain))
                .isNull();
        assertThat(Workbench.formula("working days between(day, later)")
                        .read(plain)
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("calendar-year-not-loaded"));
    }

    /** 20,000,000 elements may be walked over; one more is refused before the first is looked at. */
    @Test
    void every_walk_counts_towards_the_limit_of_work() {
        Workbench many = Workbench.with("numbers", Collections.nCopies(20_000_001, Exact.ZERO));

        for (String formula :
                List.of("numbers[item > 9]", "some x in numbers satisfies x > 9", "for x in numbers return 1")) {
            assertThatThrownBy(() -> many.value(formula)).as(formula).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void a_formula_knows_its_text_and_its_place() {
        Formula formula = Workbench.formula("a + 1");

        assertThat(formula.place()).isEqualTo(Workbench.PLACE);
        assertThat(formula.text()).isEqualTo("a + 1");
    }

    @Test
    void a_batch_reads_row_after_row() {
        Batch batch = Formula.compile("amount * 2", Workbench.PLACE, Workbench.SCOPE.withItem(Workbench.CONTRACT))
                .value()
                .orElseThrow()
                .batch();
        Batch plain = Workbench.formula("a").batch();

        for (int i = 1; i <= 3; i++) {
            assertThat(batch.value(CASE.inputs(), Workbench.contract(i, "amount", Exact.of(i))))
                    .isEqualTo(Exact.of(2L * i));
        }
        assertThatThrownBy(() -> plain.value(CASE.inputs(), Workbench.contract(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this formula takes no row");
        assertThatThrownBy(() -> batch.value(CASE.inputs()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this formula needs a row");
    }
}
