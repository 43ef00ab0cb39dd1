package org.jizhun.auditor.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.auditor.claim.Written.figure;

import java.util.List;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    @Test
    void a_long_figure_printed_twice_stands_elsewhere() {
        Figure once = figure("1234.5万元");
        Figure twice = figure("98765元");
        Figure again = figure("98765");
        Repeated repeated = Repeated.of(List.of(once, twice, again));
        assertThat(repeated.elsewhere(once)).isFalse();
        assertThat(repeated.elsewhere(twice)).isTrue();
        assertThat(repeated.elsewhere(figure("11111元"))).isFalse();
    }

    @Test
    void short_figures_stand_in_many_places_by_accident() {
        Figure three = figure("123个");
        assertThat(Repeated.of(List.of(three, figure("123个"))).elsewhere(three)).isFalse();
        // four digits are enough, leading zeros not counted, and so are five with zeros at the end
        Figure four = figure("1234个");
        assertThat(Repeated.of(List.of(four, figure("1234个"))).elsewhere(four)).isTrue();
        Figure decimals = figure("12.30万元");
        assertThat(Repeated.of(List.of(decimals, figure("12.30万元"))).elsewhere(decimals))
                .isFalse();
        Figure round = figure("123.00万元");
        assertThat(Repeated.of(List.of(round, figure("123.00万元"))).elsewhere(round))
                .isTrue();
    }

    @Test
    void a_value_is_known_in_the_unit_of_the_figure_to_mend() {
        Repeated repeated = Repeated.of(List.of(figure("1234.5万元"), figure("12000元")));
        Figure stated = figure("999.9万元");
        assertThat(repeated.known(stated, Exact.of(12_345_000))).isTrue();
        assertThat(repeated.known(stated, Exact.of(12_345))).isFalse();
        assertThat(repeated.surelyKnown(stated, Exact.of(12_345_000))).isTrue();
        // 1.2万元 and 12000元 are the same money, but not printed alike
        assertThat(repeated.known(stated, Exact.of(12_000))).isFalse();
    }

    @Test
    void a_value_of_few_digits_is_not_surely_known() {
        // 120.00 has five digits as printed, three as a value
        Repeated repeated = Repeated.of(List.of(figure("120.00万元")));
        Figure stated = figure("999.9万元");
        assertThat(repeated.known(stated, Exact.of(1_200_000))).isTrue();
        assertThat(repeated.surelyKnown(stated, Exact.of(1_200_000))).isFalse();
    }
}
