package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.auditor.text.ShownManuscript.shown;

import org.junit.jupiter.api.Test;

/** Tables and forms printed one cell a line, or with single blanks between their cells. */
class FormLayoutTest {

    @Test
    void one_cell_a_line_is_a_label_and_its_figures_again_and_again() {
        assertThat(shown("项目\n预算数\n决算数\n甲\n10\n9\n乙\n20\n18\n"))
                .containsExactly("[]", "# 项目|预算数|决算数", "甲|10|9", "乙|20|18");
        // a part of the last row may leave cells empty
        assertThat(shown("项目\n预算数\n决算数\n甲\n10\n9\n乙\n20\n18\n其中：财政\n15\n"))
                .containsExactly("[]", "# 项目|预算数|决算数", "甲|10|9", "乙|20|18", "其中：财政|15|_");
    }

    @Test
    void numbered_rows_of_one_cell_a_line_are_as_wide_as_their_numbers_are_apart() {
        assertThat(shown("""
            序号
            指标
            目标
            得分
            1
            培训
            三期
            10
            2
            检查
            五次
            9
            3
            评估
            一次
            8
            合计
            27
            """))
                .containsExactly("[]", "# 序号|指标|目标|得分", "1|培训|三期|10", "2|检查|五次|9", "3|评估|一次|8", "合计|_|_|27");
    }

    @Test
    void in_a_numbered_table_a_closing_row_of_all_but_one_cell_has_its_name_over_two() {
        assertThat(shown("""
            序号
            指标
            分值
            得分
            1
            培训
            10
            10
            2
            检查
            10
            9
            3
            评估
            10
            8
            总分
            30
            27
            """))
                .containsExactly("[]", "# 序号|指标|分值|得分", "1|培训|10|10", "2|检查|10|9", "3|评估|10|8", "总分|_|30|27");
    }

    @Test
    void a_scoring_form_of_one_cell_a_line_has_its_words_and_figures_in_their_columns() {
        assertThat(shown("""
            一级指标
            二级指标
            分值
            得分
            决策
            立项
            10
            10
            过程
            资金
            20
            18
            产出
            数量
            30
            29
            合计
            60
            57
            以下为说明。
            """))
                .containsExactly(
                        "[]", "# 一级指标|二级指标|分值|得分", "决策|立项|10|10", "过程|资金|20|18", "产出|数量|30|29", "合计|_|60|57", "以下为说明。");
    }

    @Test
    void in_a_form_of_one_cell_a_line_empty_cells_are_found_by_the_figures() {
        assertThat(shown("""
            一级指标
            二级指标
            分值
            得分
            说明
            决策
            立项
            10
            10
            规范
            过程
            资金
            20
            18
            超支
            产出
            数量
            30
            29
            少一
            效果
            满意
            40
            38
            """))
                .containsExactly(
                        "[]",
                        "# 一级指标|二级指标|分值|得分|说明",
                        "决策|立项|10|10|规范",
                        "过程|资金|20|18|超支",
                        "产出|数量|30|29|少一",
                        "效果|满意|40|38|_");
    }

    @Test
    void a_form_parted_by_single_blanks_has_as_many_cells_a_line_as_headings() {
        assertThat(shown("""
            一级指标 二级指标 指标值 分值 得分
            决策 立项 规范 10 10
            过程 资金 合规 20 18
            产出 数量 三期 30 29
            合计 60 57
            """))
                .containsExactly(
                        "[]",
                        "# 一级指标|二级指标|指标值|分值|得分",
                        "决策|立项|规范|10|10",
                        "过程|资金|合规|20|18",
                        "产出|数量|三期|30|29",
                        "合计|_|_|60|57");
    }

    @Test
    void over_a_column_of_names_the_heading_may_be_missing() {
        assertThat(shown("""
            二级指标 指标值 权重 分值 得分
            决策 立项 规范 5 10 10
            过程 资金 合规 5 20 18
            """)).containsExactly("[]", "# _|二级指标|指标值|权重|分值|得分", "决策|立项|规范|5|10|10", "过程|资金|合规|5|20|18");
    }
}
