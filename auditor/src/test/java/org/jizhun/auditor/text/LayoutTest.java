package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Lines put back together. A manuscript is shown in reading order: a paragraph as it reads, a table as {@code [caption]}, its
 * heading rows beginning with {@code #} and its body rows, cells parted by bars, empty ones as {@code _}.
 */
class LayoutTest {

    private static List<String> shown(String text) {
        return shown(Layout.read("text", Layout.lines(text)));
    }

    private static List<String> shown(Manuscript manuscript) {
        TreeMap<Integer, List<String>> byOrder = new TreeMap<>(Comparator.naturalOrder());
        manuscript.passages().forEach(passage -> byOrder.put(passage.order(), List.of(passage.text())));
        for (Grid grid : manuscript.grids()) {
            List<String> lines = new ArrayList<>();
            lines.add("[" + grid.caption() + "]" + grid.looseHeading());
            for (int i = 0; i < grid.rows().size(); i++) {
                lines.add((i < grid.headingRows() ? "# " : "") + row(grid.rows().get(i)));
            }
            byOrder.put(grid.order(), lines);
        }
        return byOrder.values().stream().flatMap(List::stream).toList();
    }

    private static String row(List<Passage> row) {
        return row.stream()
                .map(cell -> cell.text().isBlank() ? "_" : cell.text())
                .collect(Collectors.joining("|"));
    }

    /** Thirty characters, as wide as the lines of these texts are. */
    private static final String FULL = "本年度我局按照上级部署扎实推进各项工作任务全面落实预算绩效管理";

    @Test
    void a_full_line_runs_on_and_a_short_one_ends_its_paragraph() {
        assertThat(shown(FULL + "\n" + FULL + "\n各项要求。\n下一段从这里开始。\n"))
                .containsExactly(FULL + FULL + "各项要求。", "下一段从这里开始。");
    }

    @Test
    void a_sentence_still_open_runs_on_after_a_short_line() {
        assertThat(shown(FULL + "。\n\n完成了培训，\n检查和评估。\n共计2\n023年的任务。\n"))
                .containsExactly(FULL + "。", "完成了培训，检查和评估。", "共计2023年的任务。");
    }

    @Test
    void a_mark_at_the_beginning_continues_a_full_line() {
        assertThat(shown(FULL + "\n，并完成了任务。\n" + FULL + "\n")).containsExactly(FULL + "，并完成了任务。", FULL);
    }

    @Test
    void a_heading_stands_by_itself() {
        assertThat(shown("一、部门基本情况\n" + FULL + "\n各项要求。\n（二）主要职责\n负责全市档案工作。\n" + FULL + "\n"))
                .containsExactly("一、部门基本情况", FULL + "各项要求。", "（二）主要职责", "负责全市档案工作。", FULL);
    }

    @Test
    void a_number_at_the_beginning_of_a_line_begins_a_paragraph() {
        assertThat(shown(FULL + "\n1.组织培训三期\n2.检查单位\n" + FULL + "\n第一章 总则\n附件：明细\n"))
                .containsExactly(FULL, "1.组织培训三期", "2.检查单位", FULL, "第一章总则", "附件：明细");
    }

    @Test
    void a_number_that_is_the_rest_of_a_figure_begins_nothing() {
        // the first line is full and ends with an open mark, so that 2. is no list number
        String open = FULL.substring(0, FULL.length() - 1) + "、";
        assertThat(shown(open + "\n2.5万元和其他支出。\n" + FULL + "\n")).containsExactly(open + "2.5万元和其他支出。", FULL);
        assertThat(shown(open + "\n（3）小组的任务。\n" + FULL + "\n")).containsExactly(open + "（3）小组的任务。", FULL);
    }

    @Test
    void an_indented_line_begins_a_paragraph() {
        assertThat(shown(FULL + "\n\u3000\u3000" + FULL.substring(2) + "\n完成了任务。\n"))
                .containsExactly(FULL, FULL.substring(2) + "完成了任务。");
        // even after an open mark
        assertThat(shown(FULL + "\n完成了培训，\n\u3000\u3000另一段。\n")).containsExactly(FULL + "完成了培训，", "另一段。");
    }

    @Test
    void a_full_line_that_ends_a_sentence_runs_on_to_the_next_line_but_not_over_a_blank_one() {
        String sentence = FULL.substring(0, FULL.length() - 1) + "。";
        assertThat(shown(sentence + "\n" + sentence + "\n\n" + sentence + "\n" + sentence + "\n" + sentence + "\n"))
                .containsExactly(sentence + sentence, sentence + sentence + sentence);
    }

    @Test
    void a_short_line_without_a_closing_mark_after_a_sentence_is_a_heading() {
        String sentence = FULL.substring(0, FULL.length() - 1) + "。";
        assertThat(shown(sentence + "\n资金使用情况\n" + sentence + "\n" + sentence + "\n"))
                .containsExactly(sentence, "资金使用情况", sentence + sentence);
        // with a closing mark it is the last line of the paragraph
        assertThat(shown(sentence + "\n资金已用完。\n")).containsExactly(sentence + "资金已用完。");
    }

    @Test
    void a_caption_begins_a_paragraph() {
        assertThat(shown(FULL + "\n单位：万元\n" + FULL + "\n")).containsExactly(FULL, "单位：万元", FULL);
    }

    @Test
    void a_line_begun_with_a_hash_ends_there() {
        assertThat(shown("## " + FULL + "\n" + FULL + "\n")).containsExactly("##" + FULL, FULL);
    }

    @Test
    void lines_broken_by_counting_characters_run_on_though_digits_make_them_narrow() {
        // every line but the last has 27 characters, whatever their width
        String text = """
            我局2023年支出1,234.56万元，完成98.5%
            比上年的1,100.00万元增长12.23%，人均支出
            达到预期水平各项工作顺利推进落实到位成效明显群众满意度
            很高。
            """;
        assertThat(shown(text)).hasSize(1);
        // the same lines, but of 27, 25 and 24 characters: the width counts, and 25 with figures are not full
        String uneven = """
            我局2023年支出1,234.56万元，完成98.5%
            比上年的1,100.00万元增长12.23%，人均
            达到预期水平各项工作顺利推进落实到位成效明显群众
            很高。
            """;
        assertThat(shown(uneven)).hasSizeGreaterThan(1);
    }

    @Test
    void a_form_feed_begins_a_page() {
        Manuscript manuscript = Layout.read("text", Layout.lines("一、第一页\n\f二、第二页\n三、第二页\n\f\f四、第四页\n"));
        assertThat(manuscript.pages()).isEqualTo(4);
        assertThat(manuscript.passages())
                .extracting(passage -> passage.spot().page())
                .containsExactly(1, 2, 2, 4);
        assertThat(manuscript.passages())
                .extracting(passage -> passage.spot().line())
                .containsExactly(1, 2, 3, 4);
        assertThat(Layout.read("empty", Layout.lines("")).pages()).isEqualTo(1);
    }

    @Test
    void lines_end_as_any_system_ends_them() {
        assertThat(Layout.lines("a\r\nb\rc\n\nd")).extracting(SourceLine::text).containsExactly("a", "b", "c", "", "d");
    }

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
    void a_blank_line_or_another_heading_parts_two_tables_with_bars() {
        assertThat(shown("""
            | 项目 | 预算数 |
            |---|---|
            | 甲 | 10 |

            | 乙 | 20 |
            | 丙 | 30 |
            """)).containsExactly("[]", "# 项目|预算数", "甲|10", "[]", "乙|20", "丙|30");
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
            质量
            40
            38
            合计
            100
            95
            """))
                .containsExactly(
                        "[]",
                        "# 一级指标|二级指标|分值|得分|说明",
                        "决策|立项|10|10|规范",
                        "过程|资金|20|18|超支",
                        "产出|数量|30|29|少一",
                        "_|质量|40|38|_",
                        "合计|_|100|95|_");
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
