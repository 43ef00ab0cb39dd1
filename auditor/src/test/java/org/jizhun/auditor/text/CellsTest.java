package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private static List<String> texts(List<Cells.Cell> cells) {
        return cells.stream().map(cell -> cell.text() + "@" + cell.at()).toList();
    }

    @Test
    void bars_part_cells_and_frame_a_line() {
        assertThat(texts(Cells.piped("| 甲 | 10 |  |"))).containsExactly("甲@2", "10@6", "@12");
        assertThat(texts(Cells.piped("甲 | 10 | 9"))).containsExactly("甲@0", "10@4", "9@9");
        assertThat(texts(Cells.piped("│甲│10│  "))).containsExactly("甲@1", "10@3");
        assertThat(texts(Cells.piped(""))).isEmpty();
    }

    @Test
    void a_line_with_two_bars_has_cells() {
        assertThat(Cells.isPiped("甲|10|9")).isTrue();
        assertThat(Cells.isPiped("│甲│")).isTrue();
        assertThat(Cells.isPiped("甲|10")).isFalse();
        assertThat(Cells.isPiped("┃甲║")).isTrue();
    }

    @Test
    void cells_begin_at_the_bars_but_the_closing_one() {
        assertThat(Cells.bars("|甲|10|")).containsExactly(0, 2);
        assertThat(Cells.bars("甲|10|9")).containsExactly(0, 1, 4);
        assertThat(Cells.bars("|甲|10| ")).containsExactly(0, 2);
        assertThat(Cells.bars("")).isEmpty();
    }

    @Test
    void tabs_part_cells_and_empty_ones_count() {
        assertThat(texts(Cells.aligned("甲\t10\t\t9"))).containsExactly("甲@0", "10@2", "@5", "9@6");
        assertThat(texts(Cells.aligned("甲\t 10 "))).containsExactly("甲@0", "10@3");
        assertThat(texts(Cells.aligned("\t甲"))).containsExactly("@0", "甲@1");
    }

    @Test
    void wide_blanks_part_cells_where_there_are_no_tabs() {
        assertThat(texts(Cells.aligned("  甲 乙  10   9 "))).containsExactly("甲 乙@2", "10@7", "9@12");
        assertThat(texts(Cells.tokens("甲 乙  10"))).containsExactly("甲@0", "乙@2", "10@5");
        assertThat(Cells.tokens("   ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|---|---|", "┌──┬──┐", "=====", "+--+--+", "-----", "| : - : |"})
    void a_line_that_only_draws_is_a_rule(String line) {
        assertThat(Cells.isRule(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "--", "---", "— —", "|--甲--|", "||"})
    void what_may_stand_for_nothing_is_no_rule(String line) {
        assertThat(Cells.isRule(line)).isFalse();
    }

    @Test
    void the_dashes_under_a_heading_have_bars() {
        assertThat(Cells.isDashes("|---|---|")).isTrue();
        assertThat(Cells.isDashes("---------")).isFalse();
        assertThat(Cells.isDashes("|===|===|")).isFalse();
        assertThat(Cells.isDashes("|---|甲|")).isFalse();
    }

    @Test
    void a_rule_may_go_under_some_cells_only() {
        assertThat(Cells.isPartialRule("│产出├────┼────┤")).isTrue();
        assertThat(Cells.isPartialRule("│产出│数量│")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "甲 10 9 | true",
                "甲 10 | false",
                // a third of the cells at least
                "甲 乙 丙 丁 10 9 | true",
                "甲 乙 丙 丁 戊 10 9 | false",
                "完成10 ，其中 5 9 | false",
                "合计 10 9： | false",
                "甲 — 9 | true",
                "甲 ≥95% 97% | true"
            })
    void a_row_has_two_figures_and_little_else(String line, boolean row) {
        assertThat(Cells.isRow(line)).isEqualTo(row);
    }

    @Test
    void prose_with_tabs_may_be_a_row() {
        assertThat(Cells.isRow("完成，达标\t10\t9")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234.56',true",
        "１２．５％,true",
        "-5.2,true",
        "12万人次,true",
        "10分,true",
        "—,true",
        "——,true",
        "≥95%,true",
        "≤3.5,true",
        "约10,false",
        "10以上,false",
        "甲,false",
        "'',false",
        "第3,false",
        "3号,false"
    })
    void a_figure_stands_by_itself(String text, boolean numeric) {
        assertThat(new Cells.Cell(text, 0).isNumeric()).isEqualTo(numeric);
    }
}
