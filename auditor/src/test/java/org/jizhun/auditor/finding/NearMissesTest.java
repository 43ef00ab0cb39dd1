package org.jizhun.auditor.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.auditor.claim.Written.figure;

import java.util.List;
import java.util.stream.Stream;
import org.jizhun.auditor.finding.NearMisses.Form;
import org.jizhun.auditor.finding.NearMisses.Suspect;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips told from the printed figure and the right one; how they are told in a finding is in the fixtures near-misses. */
class NearMissesTest {

    private static List<Exact> exact(String... values) {
        return Stream.of(values).map(Exact::parse).toList();
    }

    @Test
    void any_two_digits_that_differ_are_exchanged() {
        // 12.3: 1 and 2, 1 and 3, 2 and 3; the point stays where it is
        assertThat(NearMisses.exchanges(figure("12.3万元"))).isEqualTo(exact("213000", "321000", "132000"));
        // 1 and 1 are the same, so that two exchanges are left
        assertThat(NearMisses.exchanges(figure("112个"))).isEqualTo(exact("211", "121"));
        assertThat(NearMisses.exchanges(figure("7个"))).isEmpty();
        assertThat(NearMisses.exchanges(figure("0个"))).isEmpty();
    }

    @Test
    void no_zero_comes_to_the_front_but_before_the_point() {
        // 105 would begin with 0 if 1 and 0 were exchanged
        assertThat(NearMisses.exchanges(figure("105个"))).isEqualTo(exact("501", "150"));
        // 3.05 may become 0.35
        assertThat(NearMisses.exchanges(figure("3.05"))).isEqualTo(exact("0.35", "5.03", "3.50"));
        assertThat(NearMisses.exchanges(figure("10个"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // three digits at least, two of them exchanged
        "132个,123,true",
        "312个,123,false",
        "123个,123,false",
        "21个,12,false",
        "1324个,1234,true",
        "1344个,1234,false",
        "12345个,1234,false"
    })
    void an_exchange_is_two_digits_of_three_or_more(String stated, String right, boolean exchange) {
        assertThat(NearMisses.isExchange(figure(stated), Exact.parse(right))).isEqualTo(exchange);
    }

    @ParameterizedTest
    @CsvSource({"21个,12,true", "13个,12,true", "34个,12,false", "12个,12,false", "123个,12,false", "312个,123,false"})
    void a_slip_of_digits_is_one_digit_or_two_exchanged(String stated, String right, boolean slip) {
        assertThat(NearMisses.isDigitSlip(figure(stated), Exact.parse(right))).isEqualTo(slip);
    }

    @ParameterizedTest
    @CsvSource({
        // ten, a hundred, ten thousand times too small or too large
        "850.00元,8500000,true",
        "850.00万元,850,true",
        "85个,850,true",
        "8500个,85,true",
        "85个,255,false",
        "85个,0,false",
        "0个,85,false"
    })
    void a_wrong_unit_is_a_factor_of_the_catalogue(String stated, String right, boolean wrong) {
        assertThat(NearMisses.isWrongUnit(figure(stated), Exact.parse(right))).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "1324个,1234,true",
        "850个,8500,true",
        // one digit of four, but not of three
        "1235个,1234,true",
        "125个,124,false",
        // three digits in another order, but not two
        "312个,123,true",
        "21个,12,false",
        "999个,123,false"
    })
    void a_slip_does_not_happen_by_accident_between_short_numbers(String stated, String right, boolean slip) {
        assertThat(NearMisses.isSlip(figure(stated), Exact.parse(right))).isEqualTo(slip);
    }

    @ParameterizedTest
    @CsvSource({
        "9.75%,0.975,near-factor",
        "-5%,0.05,near-sign",
        "2.5%,0.975,near-complement",
        "125%,0.8,near-inverse",
        "112.5%,0.125,near-plus-whole",
        "12.5%,1.125,near-plus-whole",
        "79.5%,0.975,near-digits-swapped",
        "97.6%,0.975,near-one-digit"
    })
    void a_wrong_rate_is_explained(String stated, String right, String code) {
        assertThat(NearMisses.explain(figure(stated), Exact.parse(right), List.of()))
                .extracting(Problem::code)
                .contains(code);
    }

    @Test
    void what_is_right_or_nothing_needs_no_explanation() {
        assertThat(NearMisses.explain(figure("0%"), Exact.parse("0.5"), List.of()))
                .isEmpty();
        assertThat(NearMisses.explain(figure("50%"), Exact.ZERO, List.of())).isEmpty();
    }

    @Test
    void a_figure_nearby_explains_only_with_three_digits_of_its_own() {
        Suspect row = new Suspect(Form.NEXT_ROW, Exact.of(457), "乙");
        assertThat(NearMisses.explain(figure("457个"), Exact.of(899), List.of(row)))
                .extracting(Problem::code)
                .containsExactly("near-next-row");
        // zeros at the end are no digits of its own
        Suspect round = new Suspect(Form.NEXT_ROW, Exact.of(450), "乙");
        assertThat(NearMisses.explain(figure("450个"), Exact.of(899), List.of(round)))
                .isEmpty();
        // a computed one need not be copied to the last digit
        Suspect base = new Suspect(Form.OTHER_BASE, Exact.parse("0.12344"), "年初预算");
        assertThat(NearMisses.explain(figure("12.3%"), Exact.parse("0.9"), List.of(base)))
                .extracting(Problem::code)
                .containsExactly("near-other-base");
        assertThat(NearMisses.explain(figure("12%"), Exact.parse("0.9"), List.of(base)))
                .isEmpty();
    }

    @Test
    void no_more_than_two_slips_are_told() {
        List<Suspect> around = List.of(
                new Suspect(Form.OTHER_BASE, Exact.of(457), "年初预算"),
                new Suspect(Form.LAST_YEAR, Exact.of(457), "上年"),
                new Suspect(Form.NEXT_ROW, Exact.of(457), "乙"),
                new Suspect(Form.NEXT_COLUMN, Exact.of(457), "丙"));
        assertThat(NearMisses.explain(figure("457个"), Exact.of(899), around)).hasSize(2);
    }
}
