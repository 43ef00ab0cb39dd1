package org.jizhun.auditor.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.auditor.claim.Written.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;

/** Which figure is mended where equations between printed figures fail. All figures are things counted, yuan or rates. */
class MendingTest {

    private static Check sum(Figure result, Figure... parts) {
        return new Check(Kind.SUM, "sum-differs", "", "", new Equation(result, Side.of(List.of(parts)), Side.ONE));
    }

    private static Check quotient(Figure result, Figure top, Figure bottom) {
        return new Check(Kind.RATIO, "rate-differs", "", "", new Equation(result, Side.of(top), Side.of(bottom)));
    }

    private static List<Mending.Correction> mend(Check... checks) {
        return mend(Repeated.NOTHING, List.of(checks));
    }

    private static List<Mending.Correction> mend(Repeated repeated, List<Check> checks) {
        Map<Check, Verdict> verdicts = new LinkedHashMap<>();
        checks.forEach(check -> verdicts.put(check, check.equation().judge()));
        return Mending.of(verdicts, repeated);
    }

    private static void assertMended(List<Mending.Correction> corrections, Figure figure, int value) {
        assertThat(corrections).hasSize(1);
        assertThat(corrections.get(0).figure()).isEqualTo(figure);
        assertThat(corrections.get(0).value().map(figure::asPrinted)).contains(Exact.of(value));
    }

    @Test
    void where_all_holds_nothing_is_mended() {
        assertThat(mend(sum(figure("30个"), figure("10个"), figure("20个")))).isEmpty();
        // no rate of nothing can be checked
        assertThat(mend(quotient(figure("30%"), figure("10个"), figure("0个")))).isEmpty();
    }

    @Test
    void by_itself_the_result_is_what_was_worked_out_wrong() {
        Figure total = figure("37个");
        assertMended(mend(sum(total, figure("10个"), figure("20个"))), total, 30);
    }

    @Test
    void a_result_that_another_sum_confirms_is_left_and_an_input_mended() {
        Figure total = figure("57个");
        Figure known = figure("21个");
        Figure wrong = figure("30个");
        Check fails = sum(total, known, wrong);
        // 57 = 23 + 34 holds, and so does 21 = 15 + 6: what is left is 57 - 21 = 36
        assertMended(
                mend(fails, sum(total, figure("23个"), figure("34个")), sum(known, figure("15个"), figure("6个"))),
                wrong,
                36);
    }

    @Test
    void where_a_row_and_a_column_cross_their_cell_is_wrong() {
        Figure cell = figure("15个");
        Check row = sum(figure("60个"), cell, figure("35个"));
        Check column = sum(figure("45个"), cell, figure("20个"));
        // 60 - 35 = 25 = 45 - 20
        List<Mending.Correction> corrections = mend(row, column);
        assertMended(corrections, cell, 25);
        assertThat(corrections.get(0).checks()).containsExactlyInAnyOrder(row, column);
    }

    @Test
    void failing_checks_that_share_nothing_are_mended_each_by_itself() {
        Figure one = figure("31个");
        Figure two = figure("77个");
        List<Mending.Correction> corrections =
                mend(sum(one, figure("10个"), figure("20个")), sum(two, figure("30个"), figure("40个")));
        assertThat(corrections).extracting(Mending.Correction::figure).containsExactly(one, two);
    }

    @Test
    void an_input_with_two_digits_exchanged_is_likelier_than_a_wrong_result() {
        Figure input = figure("1324个");
        // 5934 - 4700 = 1234, exchanged to 1324; the total would be 6024, three digits away
        assertMended(mend(sum(figure("5934个"), input, figure("4700个"))), input, 1234);
    }

    @Test
    void a_number_that_one_slip_gives_is_mended_where_a_long_rate_tells_it() {
        Figure cases = figure("93批次");
        // 39 ÷ 1872 = 2.083…%; the printed rate has three digits, and 93 is 39 exchanged
        assertMended(mend(quotient(figure("2.08%"), cases, figure("1872批次"))), cases, 39);
    }

    @Test
    void a_short_rate_tells_no_slip_of_its_input() {
        Figure rate = figure("2.1%");
        // 93 ÷ 1872 = 4.97%
        List<Mending.Correction> corrections = mend(quotient(rate, figure("93批次"), figure("1872批次")));
        assertThat(corrections).extracting(Mending.Correction::figure).containsExactly(rate);
    }

    @Test
    void a_rate_that_is_itself_one_digit_off_is_mended_rather_than_its_input() {
        Figure rate = figure("21.46%");
        // 312 ÷ 1440 = 21.67 %; 309 ÷ 1440 = 21.46% too, but 312 and 309 are two digits apart: the rate is mended
        List<Mending.Correction> corrections = mend(quotient(rate, figure("312个"), figure("1440个")));
        assertThat(corrections).extracting(Mending.Correction::figure).containsExactly(rate);
    }

    @Test
    void an_amount_in_the_wrong_unit_is_mended_where_a_rate_tells_it() {
        Figure spent = figure("850.00元");
        Figure budget = figure("1000.00万元");
        // 850万元 ÷ 1000万元 = 85%
        List<Mending.Correction> corrections = mend(quotient(figure("85.00%"), spent, budget));
        assertThat(corrections).extracting(Mending.Correction::figure).containsExactly(spent);
    }

    @Test
    void a_figure_that_stands_elsewhere_too_is_the_last_to_be_mended() {
        Figure total = figure("123456个");
        Figure again = figure("123456个");
        Figure one = figure("100000个");
        Figure two = figure("22222个");
        Repeated repeated = Repeated.of(List.of(total, again, one, two));
        // 123456 - 100000 = 23456: an input is mended, since the total is printed twice
        List<Mending.Correction> corrections = mend(repeated, List.of(sum(total, one, two)));
        assertThat(corrections).hasSize(1);
        assertThat(corrections.get(0).figure()).isNotEqualTo(total);
        assertMended(mend(sum(total, one, two)), total, 122_222);
    }

    @Test
    void a_value_that_stands_elsewhere_is_the_likeliest() {
        Figure total = figure("123456个");
        Figure one = figure("100000个");
        Figure two = figure("22222个");
        // 23456 stands elsewhere in the document, 122222 and 101234 do not
        Repeated repeated = Repeated.of(List.of(total, one, two, figure("23456个")));
        assertMended(mend(repeated, List.of(sum(total, one, two))), two, 23_456);
    }

    @Test
    void a_sum_tells_a_figure_exactly_where_a_rate_only_nearly_does() {
        Figure part = figure("500.00元");
        Check rate = quotient(figure("61.7%"), part, figure("2000.00元"));
        Check total = sum(figure("1500.00元"), part, figure("266.00元"));
        // 1500 - 266 = 1234; 1234 ÷ 2000 = 61.7% agrees, while 61.7% × 2000 alone would give 1234 only by its digits
        assertMended(mend(rate, total), part, 1234);
    }

    @Test
    void no_printed_figure_is_mended_into_one_below_zero() {
        Figure total = figure("10个");
        Figure one = figure("25个");
        Figure two = figure("13个");
        // 10 = 6 + 4 holds, and so does 25 = 20 + 5: 13 would become 10 - 25 = -15, so that another has to give
        List<Mending.Correction> corrections = mend(
                sum(total, one, two), sum(total, figure("6个"), figure("4个")), sum(one, figure("20个"), figure("5个")));
        assertThat(corrections).hasSize(1);
        assertThat(corrections.get(0).figure()).isNotEqualTo(two);
    }

    @Test
    void in_a_large_group_the_figure_that_explains_most_is_mended_first() {
        Figure shared = figure("70个");
        List<Check> checks = new ArrayList<>();
        // shared should be 50: 50 + i = 50 + i, printed for i = 1…9
        for (int i = 1; i <= 9; i++) {
            checks.add(sum(figure(50 + i + "个"), shared, figure(i + "个")));
        }
        List<Mending.Correction> corrections = mend(Repeated.NOTHING, checks);
        assertMended(corrections, shared, 50);
        assertThat(corrections.get(0).checks()).hasSize(9);
    }

    @Test
    void in_a_large_group_what_the_first_correction_leaves_is_mended_after_it() {
        Figure shared = figure("70个");
        Figure other = figure("99个");
        List<Check> checks = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            checks.add(sum(figure(50 + i + "个"), shared, figure(i + "个")));
        }
        // 50 + 30 = 80, printed 99: wrong as it stands (70 + 30 = 100) and wrong still when shared is 50
        checks.add(sum(other, shared, figure("30个")));
        List<Mending.Correction> corrections = mend(Repeated.NOTHING, checks);
        assertThat(corrections).extracting(Mending.Correction::figure).containsExactly(shared, other);
        assertThat(corrections.get(1).value()).contains(Exact.of(80));
    }
}
