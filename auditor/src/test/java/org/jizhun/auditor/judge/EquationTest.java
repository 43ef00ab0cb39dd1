package org.jizhun.auditor.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.auditor.claim.Written.figure;

import java.util.List;
import java.util.Map;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquationTest {

    private static Equation sum(Figure result, Figure... parts) {
        return new Equation(result, Side.of(List.of(parts)), Side.ONE);
    }

    private static Equation quotient(Figure result, Figure top, Figure bottom) {
        return new Equation(result, Side.of(top), Side.of(bottom));
    }

    /**
     * Three times 33.3% rounded is 99.75% to 100.05%; cut off it is 99.9% to 100.2%. 100.1% rounded begins at 100.05%, 100.2%
     * cut off at 100.2%.
     */
    @ParameterizedTest
    @CsvSource({
        "100.0%,AGREES",
        "100.1%,AGREES",
        "100.2%,AGREES_IF_TRUNCATED",
        "100.3%,DIFFERS",
        "99.7%,AGREES",
        "99.6%,DIFFERS"
    })
    void parts_add_up_within_what_their_last_digits_stand_for(String total, Verdict verdict) {
        assertThat(sum(figure(total), figure("33.3%"), figure("33.3%"), figure("33.3%"))
                        .judge())
                .isEqualTo(verdict);
    }

    /** 2 ÷ 3 = 66.666…%; 1 ÷ 8 = 12.5%, which cut off to one decimal is 12.5% and never 12.4%. */
    @ParameterizedTest
    @CsvSource({
        "66.67%,2人,3人,AGREES",
        "66.66%,2人,3人,AGREES_IF_TRUNCATED",
        "66.65%,2人,3人,DIFFERS",
        "66.68%,2人,3人,DIFFERS",
        "12.5%,1人,8人,AGREES",
        "12.4%,1人,8人,DIFFERS",
        "50%,0人,0人,NOT_CHECKABLE"
    })
    void a_rate_is_judged_by_the_quotient(String rate, String top, String bottom, Verdict verdict) {
        assertThat(quotient(figure(rate), figure(top), figure(bottom)).judge()).isEqualTo(verdict);
    }

    /** 7 of 8 is a change of -12.5%; 8753 of 10000 is one of -12.47%, which cut off is -12.4%. */
    @ParameterizedTest
    @CsvSource({
        "-12.5%,7人,8人,AGREES",
        "-12.4%,7人,8人,DIFFERS",
        "-12.4%,8753人,10000人,AGREES_IF_TRUNCATED",
        "-12.3%,8753人,10000人,DIFFERS"
    })
    void a_fall_is_cut_off_towards_zero(String change, String now, String before, Verdict verdict) {
        Figure last = figure(before);
        Equation change1 = new Equation(figure(change), Side.of(figure(now)).minus(last), Side.of(last));
        assertThat(change1.judge()).isEqualTo(verdict);
    }

    @Test
    void an_amount_to_the_fen_is_exact_in_a_sum_and_rounded_in_a_quotient() {
        // 100.00 ÷ 3 = 33.333…
        assertThat(quotient(figure("33.33元"), figure("100.00元"), figure("3人")).judge())
                .isEqualTo(Verdict.AGREES);
        assertThat(quotient(figure("33.34元"), figure("100.00元"), figure("3人")).judge())
                .isEqualTo(Verdict.DIFFERS);
        assertThat(sum(figure("30.01元"), figure("10.00元"), figure("20.00元")).judge())
                .isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void a_part_without_decimals_is_never_taken_as_cut_off() {
        // 2万元 is 1.5 to 2.5, and 1.1万元 at most 1.2 cut off: 3.7 at most. Were 2万元 cut off, it could be 2.9.
        assertThat(sum(figure("3.8万元"), figure("2万元"), figure("1.1万元")).judge()).isEqualTo(Verdict.DIFFERS);
        // but 1.95 + 1.95 = 3.90 cut off to whole 万元 is 3万元
        assertThat(sum(figure("3万元"), figure("1.95万元"), figure("1.95万元")).judge())
                .isEqualTo(Verdict.AGREES_IF_TRUNCATED);
    }

    @Test
    void a_corrected_figure_is_judged_by_its_new_value() {
        Figure wrong = figure("30.00元");
        Figure amount = figure("100.00元");
        Equation each = quotient(wrong, amount, figure("4人"));
        assertThat(each.judge()).isEqualTo(Verdict.DIFFERS);
        assertThat(each.judge(Map.of(wrong, Exact.of(25)))).isEqualTo(Verdict.AGREES);
        assertThat(each.judge(Map.of(amount, Exact.of(120)))).isEqualTo(Verdict.AGREES);
        assertThat(each.judge(Map.of(amount, Exact.of(121)))).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void each_figure_is_solved_from_the_others() {
        Figure rate = figure("40%");
        Figure spent = figure("90.00元");
        Figure budget = figure("200.00元");
        Equation execution = quotient(rate, spent, budget);
        // 90 ÷ 200 = 45%; 40% × 200 = 80; 90 ÷ 40% = 225
        assertThat(execution.solve(rate, Map.of())).contains(Exact.parse("0.45"));
        assertThat(execution.solve(spent, Map.of())).contains(Exact.of(80));
        assertThat(execution.solve(budget, Map.of())).contains(Exact.of(225));
        // with 300 as budget: 40% × 300 = 120
        assertThat(execution.solve(spent, Map.of(budget, Exact.of(300)))).contains(Exact.of(120));
        assertThat(execution.expected()).contains(Exact.parse("0.45"));
    }

    @Test
    void what_makes_no_difference_is_not_solved() {
        Figure none = figure("0%");
        Figure budget = figure("200.00元");
        // 0% of whatever is 0
        assertThat(quotient(none, figure("90.00元"), budget).solve(budget, Map.of()))
                .isEmpty();
        Figure zero = figure("0人");
        Figure rate = figure("50%");
        Equation ofNothing = quotient(rate, figure("3人"), zero);
        assertThat(ofNothing.solve(rate, Map.of())).isEmpty();
        assertThat(ofNothing.expected()).isEmpty();
        // 3 ÷ 50% = 6
        assertThat(ofNothing.solve(zero, Map.of())).contains(Exact.of(6));
    }

    @Test
    void only_an_equation_of_one_figure_with_another_says_that_they_are_the_same() {
        Figure here = figure("12个");
        Figure there = figure("13个");
        Figure more = figure("1个");
        assertThat(sum(here, there).same()).contains(there);
        assertThat(sum(here, there, more).same()).isEmpty();
        assertThat(quotient(here, there, more).same()).isEmpty();
        assertThat(new Equation(here, Side.of(there), Side.constant(Exact.of(2))).same())
                .isEmpty();
        assertThat(new Equation(here, new Side(Map.of(there, Exact.ONE), Exact.ONE), Side.ONE).same())
                .isEmpty();
        assertThat(new Equation(here, new Side(Map.of(there, Exact.of(2)), Exact.ZERO), Side.ONE).same())
                .isEmpty();
    }

    @Test
    void the_figures_are_the_result_and_its_inputs() {
        Figure growth = figure("10%");
        Figure now = figure("110个");
        Figure last = figure("100个");
        Equation change = new Equation(growth, Side.of(now).minus(last), Side.of(last));
        assertThat(change.figures()).containsExactly(growth, now, last);
        assertThat(change.inputs()).containsExactly(now, last);
        assertThat(change.isSum()).isFalse();
        assertThat(sum(now, last).isSum()).isTrue();
        // 110 - 100 over 110 instead of 100
        assertThat(change.over(Side.of(now))).contains(Exact.of(10).dividedBy(Exact.of(110)));
        assertThat(change.over(Side.constant(Exact.ZERO))).isEmpty();
    }

    @Test
    void a_figure_that_comes_twice_counts_twice() {
        Figure month = figure("100.00元");
        Side twice = Side.of(month).plus(month);
        assertThat(new Equation(figure("200.00元"), twice, Side.ONE).judge()).isEqualTo(Verdict.AGREES);
        assertThat(new Equation(figure("100.00元"), twice, Side.ONE).judge()).isEqualTo(Verdict.DIFFERS);
    }
}
