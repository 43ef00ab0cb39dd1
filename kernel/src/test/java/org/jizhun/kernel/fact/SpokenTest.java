package org.jizhun.kernel.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Percent;
import org.jizhun.kernel.quantity.Points;
import org.junit.jupiter.api.Test;

class SpokenTest {

    private static final Exact THIRD = Exact.ONE.dividedBy(Exact.of(3));
    private final Spoken zh = new Spoken(Language.ZH);
    private final Spoken en = new Spoken(Language.EN);

    @Test
    void a_figure_carries_its_unit() {
        assertThat(zh.of(Exact.parse("0.9771"), Kind.PERCENT)).isEqualTo("97.71%");
        assertThat(zh.of(Exact.parse("41429800"), Kind.AMOUNT)).isEqualTo("4142.98 万元");
        assertThat(zh.of(Exact.parse("9999.5"), Kind.AMOUNT)).isEqualTo("9999.5 元");
        assertThat(zh.of(Exact.parse("10000"), Kind.AMOUNT)).isEqualTo("1 万元");
        assertThat(zh.of(Exact.parse("-20000"), Kind.AMOUNT)).isEqualTo("-2 万元");
        assertThat(en.of(Exact.parse("41429800"), Kind.AMOUNT)).isEqualTo("41429800 yuan");
        assertThat(zh.of(Exact.of(2), Kind.POINTS)).isEqualTo("2 分");
        assertThat(en.of(Exact.of(2), Kind.POINTS)).isEqualTo("2 points");
        assertThat(zh.of(Exact.of(80), Kind.COUNT)).isEqualTo("80");
    }

    @Test
    void decimals_that_do_not_end_are_marked_as_rounded() {
        assertThat(zh.of(THIRD, Kind.NUMBER)).isEqualTo("≈0.333333");
        assertThat(zh.of(THIRD, Kind.PERCENT)).isEqualTo("≈33.333333%");
        assertThat(zh.of(Exact.parse("0.123456"), Kind.NUMBER)).isEqualTo("0.123456");
        assertThat(zh.of(Exact.parse("0.1234567"), Kind.NUMBER)).isEqualTo("≈0.123457");
    }

    @Test
    void what_is_missing_is_a_dash() {
        assertThat(zh.of(null, Kind.AMOUNT)).isEqualTo("—");
    }

    @Test
    void other_values_are_words_of_the_language() {
        assertThat(zh.of(true, Kind.BOOLEAN)).isEqualTo("是");
        assertThat(en.of(false, Kind.BOOLEAN)).isEqualTo("no");
        assertThat(zh.of(LocalDate.of(2025, 3, 3), Kind.DATE)).isEqualTo("2025-03-03");
        assertThat(zh.of(Period.ofDays(7), Kind.DURATION)).isEqualTo("7 天");
        assertThat(en.of(Period.ofDays(7), Kind.DURATION)).isEqualTo("7 days");
        assertThat(zh.of("已备案", Kind.TEXT)).isEqualTo("已备案");
    }

    @Test
    void a_short_list_is_written_out_and_a_long_one_counted() {
        Kind percents = new Kind.ListOf(Kind.PERCENT);
        assertThat(zh.of(List.of(Exact.ONE, Exact.parse("0.5")), percents)).isEqualTo("[100%、50%]");
        assertThat(en.of(java.util.Collections.nCopies(12, Exact.ONE), percents))
                .isEqualTo("[" + "100%, ".repeat(11) + "100%]");
        assertThat(en.of(java.util.Collections.nCopies(13, Exact.ONE), percents))
                .isEqualTo("13 items");
    }

    @Test
    void a_row_is_called_by_its_first_text() {
        Kind.RecordOf kind = new Kind.RecordOf(
                "contracts",
                List.of(new Kind.Field("amount", "合同金额", Kind.AMOUNT), new Kind.Field("code", "合同编号", Kind.TEXT)));
        Row row = new Row(kind, new Object[] {Exact.ONE, "HT-7"}, Place.text("contracts.csv", 8, 0));
        assertThat(zh.of(row, kind)).isEqualTo("HT-7");
        assertThat(zh.of(List.of(row), new Kind.ListOf(kind))).isEqualTo("1 项");
        Row unnamed = new Row(kind, new Object[] {Exact.ONE, null}, Place.text("contracts.csv", 8, 0));
        assertThat(zh.of(unnamed, kind)).isEqualTo("contracts.csv:8");
    }

    @Test
    void scores_and_rates_have_two_decimals() {
        // 2/3 = 0.6666… → 0.67 分, 66.67 %
        Exact twoThirds = THIRD.plus(THIRD);
        assertThat(Spoken.points(new Points(twoThirds))).isEqualTo("0.67");
        assertThat(Spoken.points(new Points(Exact.of(20)))).isEqualTo("20.00");
        assertThat(Spoken.percent(new Percent(twoThirds))).isEqualTo("66.67%");
    }
}
