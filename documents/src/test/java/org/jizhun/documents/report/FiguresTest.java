package org.jizhun.documents.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures figures = new Figures();

    @Test
    void money_is_printed_in_wan_with_two_decimals_half_up() {
        // 175,345,150 yuan = 17,534.515 wan; the third decimal 5 rounds up
        figures.amount("a", Exact.of(175_345_150), "test");
        assertThat(figures.get("a").text()).isEqualTo("17534.52万元");
        assertThat(figures.get("a").exact()).isEqualTo("175345150");
        assertThat(figures.get("a").rounding()).isEqualTo("half-up 2");
    }

    @Test
    void rate_keeps_its_exact_value_beside_the_printed_one() {
        // 163.19 / 17534.51 = 0.0093068…: the published report prints 11.51 % here
        figures.ratio("r", Exact.parse("1631900"), Exact.parse("175345100"), "test");
        assertThat(figures.get("r").text()).isEqualTo("0.93%");
        assertThat(figures.get("r").exact()).isEqualTo("16319/1753451");
    }

    @Test
    void rate_of_nothing_is_a_dash_and_rate_of_the_unknown_is_missing() {
        figures.ratio("none", Exact.ZERO, Exact.ZERO, "test").ratio("unknown", null, Exact.ONE, "test");
        assertThat(figures.get("none").text()).isEqualTo("—");
        assertThat(figures.get("unknown").text()).isEqualTo("未填");
        assertThat(figures.get("unknown").isAbsent()).isTrue();
    }

    @Test
    void points_drop_idle_zeros_and_dates_leading_ones() {
        figures.points("p", Exact.parse("95.50"), "test").date("d", LocalDate.of(2026, 3, 7), "test");
        assertThat(figures.get("p").text()).isEqualTo("95.5分");
        assertThat(figures.get("d").text()).isEqualTo("2026年3月7日");
    }

    @Test
    void one_key_cannot_have_two_figures() {
        figures.points("p", Exact.ONE, "test");
        assertThatThrownBy(() -> figures.points("p", Exact.of(2), "test")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> figures.get("q")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void words_of_ours_cannot_hold_a_digit() {
        assertThatThrownBy(() -> Prose.of("得分50分")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Prose.of("得分５０分")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void prose_takes_figures_by_key_and_quotes_in_order() {
        figures.points("p", Exact.parse("45.5"), "test");
        Prose prose = Prose.of("{}得分{p}，即{p#}（{}）。", "管理效能", "2023 年");
        assertThat(prose.text(figures)).isEqualTo("管理效能得分45.5分，即45.5（2023 年）。");
        assertThatThrownBy(() -> Prose.of("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Prose.of("", "left over")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void headings_are_numbered_in_chinese() {
        assertThat(ChineseNumber.of(1)).isEqualTo("一");
        assertThat(ChineseNumber.of(10)).isEqualTo("十");
        assertThat(ChineseNumber.of(12)).isEqualTo("十二");
        assertThat(ChineseNumber.of(20)).isEqualTo("二十");
        assertThat(ChineseNumber.of(99)).isEqualTo("九十九");
    }
}
