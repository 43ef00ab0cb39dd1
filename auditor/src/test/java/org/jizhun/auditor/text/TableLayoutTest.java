package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.auditor.text.ShownManuscript.shown;

import org.junit.jupiter.api.Test;

/** Tables found among lines: with bars, tabs or blanks between their cells, drawn, or of tokens alone. */
class TableLayoutTest {

    @Test
    void a_table_with_bars_has_the_heading_above_its_dashes() {
        assertThat(shown("""
            表1 支出情况
            | 项目 | 预算数 | 决算数 |
            |---|---|---|
            | 甲 | 10 | 9 |
            | 乙 | 20 |
            """)).containsExactly("表1支出情况", "[表1支出情况]", "# 项目|预算数|决算数", "甲|10|9", "乙|20|_");
    }

    @Test
    void another_heading_parts_two_tables_with_bars() {
        assertThat(shown("""
            | 项目 | 预算数 |
            |---|---|
            | 甲 | 10 |
            | 项目 | 决算数 |
            |---|---|
            | 乙 | 20 |
            """)).containsExactly("[]", "# 项目|预算数", "甲|10", "[]", "# 项目|决算数", "乙|20");
    }

    @Test
    void cells_are_parted_by_tabs_and_empty_ones_stay() {
        assertThat(shown("项目\t预算数\t决算数\n甲\t10\t9\n乙\t\t8\n")).containsExactly("[]", "# 项目|预算数|决算数", "甲|10|9", "乙|_|8");
    }

    @Test
    void cells_are_parted_by_wide_blanks() {
        assertThat(shown("项目  预算数  决算数\n甲  10  9\n乙  20  8\n"))
                .containsExactly("[]", "# 项目|预算数|决算数", "甲|10|9", "乙|20|8");
        // two columns could be anything
        assertThat(shown("甲  10\n乙  20\n")).doesNotContain("[]");
    }

    @Test
    void without_figures_aligned_words_are_no_table() {
        assertThat(shown("局长  张三  副局长\n处长  李四  副处长\n")).noneMatch(line -> line.startsWith("["));
    }

    @Test
    void a_closing_row_with_empty_cells_is_placed_by_its_gaps() {
        // every cell is parted by three blanks, the gap of the last row by nine: two cells are empty
        assertThat(shown("""
            项目   数量   单价   金额
            甲   2   5   10
            乙   4   5   20
            合计         30
            """)).containsExactly("[]", "# 项目|数量|单价|金额", "甲|2|5|10", "乙|4|5|20", "合计|_|_|30");
    }

    @Test
    void a_closing_row_is_placed_under_the_columns_where_gaps_differ() {
        assertThat(shown("""
            项目      数量    金额
            办公用品    200     1000
            纸        4000    20
            合计              1020
            """)).contains("合计|_|1020");
    }

    @Test
    void rows_of_tokens_take_the_words_before_their_figures_as_label() {
        assertThat(shown("""
            项目 预算数 决算数
            人员 经费 10.00 9.00
            办公费 20.00 18.00
            """)).containsExactly("[]", "# 项目|预算数|决算数", "人员经费|10.00|9.00", "办公费|20.00|18.00");
    }

    @Test
    void a_label_broken_over_lines_is_put_together() {
        assertThat(shown("""
            预算数 决算数
            10.00 9.00
            一般公共服务
            支出 20.00 18.00
            30.00 27.00
            """)).contains("一般公共服务支出|20.00|18.00", "_|30.00|27.00");
    }

    @Test
    void headings_of_which_only_the_order_is_left_are_kept_in_that_order() {
        assertThat(shown("""
            预算
            数
            决算
            数
            执行率
            甲 10.00 9.00 90%
            乙 20.00 18.00 90%
            """).get(0)).endsWith("]预算数决算数执行率");
    }

    @Test
    void a_sentence_ends_a_table_of_tokens() {
        assertThat(shown("""
            项目 预算数 决算数
            甲 10.00 9.00
            乙 20.00 18.00
            以上为全部项目，执行情况良好。
            """)).endsWith("以上为全部项目，执行情况良好。");
        // one row alone is none
        assertThat(shown("项目 预算数 决算数\n甲 10.00 9.00\n")).noneMatch(line -> line.startsWith("["));
    }

    @Test
    void a_drawn_table_with_rules_between_rows_has_its_cells_put_together() {
        assertThat(shown("""
            ┌────┬────┬────┐
            │项目│预算│决算│
            │    │数  │数  │
            ├────┼────┼────┤
            │培训│10  │9   │
            │费  │    │    │
            ├────┼────┼────┤
            │会议│20  │18  │
            │费  │    │    │
            └────┴────┴────┘
            """)).containsExactly("[]", "# 项目|预算数|决算数", "培训费|10|9", "会议费|20|18");
    }

    @Test
    void in_a_drawn_table_ruled_off_under_the_heading_only_each_line_is_a_row() {
        assertThat(shown("""
            ┌────┬────┬────┐
            │项目│预算│决算│
            ├────┼────┼────┤
            │培训│10  │9   │
            │会议│20  │18  │
            └────┴────┴────┘
            """)).containsExactly("[]", "# 项目|预算|决算", "培训|10|9", "会议|20|18");
    }

    @Test
    void a_merged_cell_of_a_drawn_table_stands_in_the_column_where_it_begins() {
        assertThat(shown("""
            ┌────┬────┬────┐
            │项目│预算│决算│
            ├────┼────┼────┤
            │培训│10  │9   │
            ├────┴────┼────┤
            │合计     │18  │
            └─────────┴────┘
            """)).containsExactly("[]", "# 项目|预算|决算", "培训|10|9", "合计|_|18");
    }
}
