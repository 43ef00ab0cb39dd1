package org.jizhun.auditor.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.auditor.claim.Written.figure;

import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    private static void assertRange(Range range, String low, String high) {
        assertThat(range).isEqualTo(new Range(Exact.parse(low), Exact.parse(high)));
    }

    @ParameterizedTest
    @CsvSource({
        // half a step to each side, in the base unit
        "1.5万元,14500,15500",
        "97.5%,0.9745,0.9755",
        "3.5‰,0.00345,0.00355",
        "2.5个百分点,0.0245,0.0255",
        // one decimal of yuan is measured, two are exact
        "12.5元,12.45,12.55",
        "12.50元,12.5,12.5",
        "12元,11.5,12.5",
        // things are counted, thousands of them and parts of them measured
        "12个,12,12",
        "1.5万人次,14500,15500",
        "3.5公里,3.45,3.55",
        "12,12,12",
        // points without decimals are kept to one hundredth
        "50分,49.995,50.005",
        "9.5分,9.45,9.55",
        // a tenth to the side that the word says
        "约100个,90,110",
        "100余个,100,110",
        "近100个,90,100",
        "约0.1%,0,0.002"
    })
    void a_figure_stands_for_the_values_that_round_to_it(String text, String low, String high) {
        assertRange(figure(text).rounded(), low, high);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5万元,15000,16000",
        "97.5%,0.975,0.976",
        "-97.5%,-0.976,-0.975",
        "0.0%,0,0.001",
        "12个,12,12",
        "50分,50,50.01",
        "约100个,90,110"
    })
    void cut_off_it_stands_for_the_values_up_to_one_step_away_from_zero(String text, String low, String high) {
        assertRange(figure(text).truncated(), low, high);
    }

    @ParameterizedTest
    @CsvSource({"33.33元,33.325,33.335", "12个,11.5,12.5", "97.5%,0.9745,0.9755", "约100个,90,110"})
    void a_quotient_is_rounded_even_where_the_figure_is_exact(String text, String low, String high) {
        assertRange(figure(text).roundedQuotient(), low, high);
    }

    @ParameterizedTest
    @CsvSource({
        "1.50万元,12345,1.23万元",
        "1.50万元,12350,1.24万元",
        "97.5%,0.9125,91.3%",
        "12个,7,7个",
        "'1,234.5万元',98765432100,'9,876,543.2万元'",
        "'1,234万元',5670000,567万元",
        "'12,345',1234567,'1,234,567'",
        // points have as many decimals of two as they need
        "50分,49.5,49.5分",
        "50分,49.25,49.25分",
        "50分,49.257,49分",
        "9.5分,9.25,9.25分",
        "9.50分,9.25,9.25分",
        "9.5分,8,8.0分"
    })
    void another_value_is_printed_as_the_figure_is(String text, String value, String printed) {
        Figure figure = figure(text);
        assertThat(figure.print(Exact.parse(value))).isEqualTo(printed);
    }

    @Test
    void further_digits_are_rounded_or_cut_off() {
        Figure rate = figure("97.5%");
        assertThat(rate.asPrinted(Exact.parse("0.91259"))).isEqualTo(Exact.parse("0.913"));
        assertThat(rate.printCutOff(Exact.parse("0.91299"))).isEqualTo("91.2%");
        assertThat(rate.print(Exact.parse("0.91299"))).isEqualTo("91.3%");
    }

    @ParameterizedTest
    @CsvSource({"0.0120万元,3", "1200个,4", "97.50%,4", "0,0", "0.09%,1", "'1,000.5元',5", "0.5%,1"})
    void digits_are_counted_from_the_first_that_is_not_zero(String text, int digits) {
        assertThat(figure(text).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "10万元,3亿元,true",
        "10个,3个,true",
        "10个,3人,false",
        "10人,3名,true",
        "10台,3台套,true",
        "10套,3台,true",
        "1.5万人,300人,true",
        "10%,3%,true",
        "10%,3个百分点,false",
        "10分,3元,false"
    })
    void figures_are_alike_that_measure_the_same(String one, String two, boolean alike) {
        assertThat(figure(one).isLike(figure(two))).isEqualTo(alike);
    }

    @Test
    void a_figure_is_shown_with_the_line_it_stands_on() {
        assertThat(figure("共12个")).hasToString("12个@1");
    }

    @Test
    void taken_at_its_word_a_figure_with_a_sign_is_exact() {
        Figure target = figure("≥95%");
        assertThat(target.nearness()).isEqualTo(Figure.Nearness.AT_LEAST);
        assertThat(target.exactly().nearness()).isEqualTo(Figure.Nearness.EXACT);
        assertThat(target.exactly().text()).isEqualTo("95%");
        Figure plain = figure("95%");
        assertThat(plain.exactly()).isSameAs(plain);
    }
}
