package org.jizhun.auditor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jizhun.auditor.text.Layout;
import org.junit.jupiter.api.Test;

/**
 * How tables are understood. Each is shown as one line of its columns, {@code heading:measure[unit]}, and one line a row: level,
 * label, {@code =} where it is a total, and the figures with the unit of those that have one.
 */
class TablesTest {

    private static Claims claims(String text) {
        return Claims.of(Layout.read("table.txt", Layout.lines(text)));
    }

    private static List<String> shown(String text) {
        return claims(text).tables().stream()
                .flatMap(table -> shown(table).stream())
                .toList();
    }

    private static List<String> shown(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(table.columns().stream().map(TablesTest::shown).collect(Collectors.joining(" ")));
        table.rows()
                .forEach(row -> lines.add(row.level() + " " + row.label() + (row.total() ? " =" : "") + " "
                        + row.figures().stream()
                                .map(figure -> figure.map(TablesTest::shown).orElse("_"))
                                .collect(Collectors.joining(" "))));
        return lines;
    }

    private static String shown(Table.Column column) {
        return column.heading()
                + column.measure().map(measure -> ":" + measure).orElse("")
                + (column.unit().isEmpty() ? "" : "[" + column.unit() + "]");
    }

    private static String shown(Figure figure) {
        return figure.printed() + figure.unit();
    }

    @Test
    void the_caption_gives_the_unit_of_money_and_a_rate_has_its_own() {
        assertThat(shown("""
            单位：万元
            | 项目 | 年初预算数 | 决算数 | 执行率 |
            |---|---|---|---|
            | 一、基本支出 | 100.00 | 90.00 | 90.00 |
            | （一）人员经费 | 60.00 | 60.00 | 100% |
            | 1.工资 | 50.00 | 50.00 | 100% |
            | 合计 | 100.00 | 90.00 | 90.00% |
            """))
                .containsExactly(
                        "项目 年初预算数:initial[万元] 决算数:actual[万元] 执行率:execution-rate[%]",
                        "1 一、基本支出 _ 100万元 90万元 90%",
                        "2 （一）人员经费 _ 60万元 60万元 100%",
                        "3 1.工资 _ 50万元 50万元 100%",
                        "0 合计 = _ 100万元 90万元 90%");
    }

    @Test
    void a_heading_with_a_unit_of_its_own_counts_before_the_caption() {
        assertThat(shown("""
            单位：万元
            | 项目 | 预算数（元） | 得分 | 数量 |
            |---|---|---|---|
            | 设备 | 1,200 | 9.5 | 3 |
            | 车辆 | 3,400 | 8.0 | 12 |
            """))
                .containsExactly(
                        "项目 预算数（元）:budget[元] 得分:score[分] 数量:quantity", "0 设备 _ 1200元 9.5分 3", "0 车辆 _ 3400元 8分 12");
    }

    @Test
    void the_unit_over_the_names_is_that_of_the_amounts() {
        assertThat(shown("""
            | 项目资金（万元） | 全年预算数 | 全年执行数 |
            |---|---|---|
            | 年度资金总额 | 100 | 90 |
            | 其中：财政拨款 | 80 | 75 |
            """))
                .containsExactly(
                        "项目资金（万元）[万元] 全年预算数:adjusted[万元] 全年执行数:actual[万元]",
                        "0 年度资金总额 = _ 100万元 90万元",
                        "0 其中：财政拨款 _ 80万元 75万元");
    }

    @Test
    void a_column_of_amounts_is_known_by_its_two_decimals() {
        // three of four figures have two decimals
        assertThat(shown("""
            单位：万元
            | 单位 | 甲 | 乙 | 人数 |
            |---|---|---|---|
            | 东 | 10.25 | 3 | 12.25 |
            | 西 | 11.50 | 4.5 | 13.50 |
            | 南 | 12.75 | 5.25 | 14.75 |
            | 北 | 13 | 6 | 15.25 |
            """))
                .containsExactly(
                        "单位 甲[万元] 乙 人数",
                        "0 东 _ 10.25万元 3 12.25",
                        "0 西 _ 11.5万元 4.5 13.5",
                        "0 南 _ 12.75万元 5.25 14.75",
                        "0 北 _ 13万元 6 15.25");
    }

    @Test
    void two_of_three_with_decimals_are_too_few_for_amounts() {
        assertThat(shown("""
            单位：万元
            | 单位 | 甲 | 乙 |
            |---|---|---|
            | 东 | 10.25 | 7 |
            | 西 | 11.50 | 8 |
            | 南 | 12 | 9.25 |
            """).get(0)).isEqualTo("单位 甲 乙");
    }

    @Test
    void where_a_table_names_no_unit_its_figures_have_that_of_the_text() {
        assertThat(shown("""
            我局基本支出1,234.56万元，项目支出2,345.67万元，人员30名。

            | 项目 | 决算数 | 人数 |
            |---|---|---|
            | 基本支出 | 1,234.56 | 30 |
            | 项目支出 | 2,345.67 | 30 |
            """))
                .containsExactly("项目 决算数:actual[万元] 人数", "0 基本支出 _ 1234.56万元 30", "0 项目支出 _ 2345.67万元 30");
    }

    @Test
    void one_figure_of_the_text_is_not_enough_to_give_a_table_its_unit() {
        assertThat(shown("""
            我局基本支出1,234.56万元。

            | 项目 | 决算数 | 预算数 |
            |---|---|---|
            | 基本支出 | 1,234.56 | 1,300 |
            | 项目支出 | 2,345.67 | 2,400 |
            """).get(0)).isEqualTo("项目 决算数:actual 预算数:budget");
    }

    @Test
    void numbers_of_rows_and_codes_are_no_part_of_the_label() {
        assertThat(shown("""
            单位：万元
            | 科目编码 | 科目名称 | 决算数 | 上年决算数 |
            |---|---|---|---|
            | 201 | 一般公共服务 | 30.00 | 20.00 |
            | 20126 | 档案事务 | 20.00 | 15.00 |
            | 2012601 | 行政运行 | 10.00 | 5.00 |
            """))
                .containsExactly(
                        "科目编码 科目名称 决算数:actual[万元] 上年决算数:last[万元]",
                        "1 一般公共服务 _ _ 30万元 20万元",
                        "2 档案事务 _ _ 20万元 15万元",
                        "3 行政运行 _ _ 10万元 5万元");
        assertThat(shown("""
            单位：万元
            | 序号 | 科目名称 | 决算数 | 上年决算数 |
            |---|---|---|---|
            | 1 | 一般公共服务 | 30.00 | 20.00 |
            | 2 | 教育 | 20.00 | 15.00 |
            """)).contains("0 一般公共服务 _ _ 30万元 20万元", "0 教育 _ _ 20万元 15万元");
    }

    @Test
    void groups_above_rows_with_a_blank_first_cell_are_the_level_above() {
        assertThat(shown("""
            | 一级指标 | 二级指标 | 分值 | 得分 |
            |---|---|---|---|
            | 决策 | — | 20 | 19 |
            |  | 立项 | 10 | 10 |
            |  | 目标 | 10 | 9 |
            | 过程 | — | 30 | 30 |
            |  | 资金 | 30 | 30 |
            | 合计 | — | 50 | 49 |
            """))
                .containsExactly(
                        "一级指标 二级指标 分值:weight[分] 得分:score[分]",
                        "1 决策 _ _ 20分 19分",
                        "2 立项 _ _ 10分 10分",
                        "2 目标 _ _ 10分 9分",
                        "1 过程 _ _ 30分 30分",
                        "2 资金 _ _ 30分 30分",
                        "0 合计 = _ _ 50分 49分");
    }

    @Test
    void a_heading_half_way_down_begins_another_table() {
        assertThat(shown("""
            | 项目资金（万元） | 年初预算数 | 全年执行数 | 执行率 |
            |---|---|---|---|
            | 年度资金总额 | 100 | 90 | 90% |
            | 指标 | 指标值 | 分值 | 得分 |
            | 培训人次 | 300 | 50 | 50 |
            | 满意度 | 95% | 40 | 38 |
            """))
                .containsExactly(
                        "项目资金（万元）[万元] 年初预算数:initial[万元] 全年执行数:actual[万元] 执行率:execution-rate[%]",
                        "0 年度资金总额 = _ 100万元 90万元 90%",
                        "指标 指标值:target 分值:weight[分] 得分:score[分]",
                        "0 培训人次 _ 300 50分 50分",
                        "0 满意度 _ 95% 40分 38分");
    }

    @Test
    void a_heading_printed_again_on_the_next_page_is_no_row() {
        assertThat(shown("""
            | 指标 | 指标值 | 分值 | 得分 |
            |---|---|---|---|
            | 培训人次 | 300 | 50 | 50 |
            | 指标 | 指标值 | 分值 | 得分 |
            | 满意度 | 95% | 40 | 38 |
            """))
                .containsExactly(
                        "指标 指标值:target 分值:weight[分] 得分:score[分]", "0 培训人次 _ 300 50分 50分", "0 满意度 _ 95% 40分 38分");
    }

    @Test
    void a_table_of_income_and_expense_is_two_and_income_is_no_spending() {
        assertThat(shown("""
            单位：万元
            | 收入 | 决算数 | 支出 | 决算数 |
            |---|---|---|---|
            | 财政拨款 | 80.00 | 基本支出 | 60.00 |
            | 其他收入 | 20.00 | 项目支出 | 40.00 |
            | 收入合计 | 100.00 | 支出合计 | 100.00 |
            """))
                .containsExactly(
                        "收入[万元] 决算数[万元] 支出[万元] 决算数[万元]",
                        "0 财政拨款 _ 80万元 _ _",
                        "0 其他收入 _ 20万元 _ _",
                        "0 收入合计 = _ 100万元 _ _",
                        "收入[万元] 决算数[万元] 支出:actual[万元] 决算数:actual[万元]",
                        "0 基本支出 _ _ _ 60万元",
                        "0 项目支出 _ _ _ 40万元",
                        "0 支出合计 = _ _ _ 100万元");
    }

    @Test
    void income_is_told_by_the_total_where_the_heading_does_not_say_so() {
        assertThat(shown("""
            单位：万元
            | 项目名称 | 决算数 | 项目名称 | 决算数 |
            |---|---|---|---|
            | 财政拨款 | 80.00 | 基本支出 | 60.00 |
            | 收入合计 | 80.00 | 支出合计 | 60.00 |
            """))
                .containsExactly(
                        "项目名称 决算数[万元] 项目名称 决算数[万元]",
                        "0 财政拨款 _ 80万元 _ _",
                        "0 收入合计 = _ 80万元 _ _",
                        "项目名称 决算数[万元] 项目名称 决算数:actual[万元]",
                        "0 基本支出 _ _ _ 60万元",
                        "0 支出合计 = _ _ _ 60万元");
    }

    @Test
    void a_second_column_of_names_without_figures_before_it_parts_nothing() {
        assertThat(shown("""
            单位：万元
            | 项目名称 | 类别 | 支出 | 决算数 |
            |---|---|---|---|
            | 甲 | 设备 | 办公 | 60.00 |
            | 乙 | 车辆 | 维修 | 40.00 |
            """)).hasSize(3);
    }

    @Test
    void a_table_whose_rows_are_measures_is_read_by_columns_as_well() {
        Claims claims = claims("""
            | 项目 | 决策 | 过程 | 合计 |
            |---|---|---|---|
            | 分值 | 20 | 30 | 50 |
            | 得分 | 19 | 30 | 49 |
            | 得分率 | 95 | 100 | 98 |
            """);
        assertThat(shown(claims.tables().get(0)))
                .containsExactly("项目 决策 过程 合计", "0 分值 _ 20分 30分 50分", "0 得分 _ 19分 30分 49分", "0 得分率 _ 95% 100% 98%");
        assertThat(shown(claims.turned().get(0)))
                .containsExactly(
                        "分值:weight[分] 得分:score[分] 得分率:score-rate[%]",
                        "0 决策 20分 19分 95%", "0 过程 30分 30分 100%", "0 合计 = 50分 49分 98%");
        assertThat(claims.statements()).extracting(Statement::subject).contains("决策", "过程");
    }

    @Test
    void rows_of_which_fewer_than_half_are_measures_are_not_turned() {
        Claims claims = claims("""
            | 项目 | 决策 | 过程 |
            |---|---|---|
            | 分值 | 20 | 30 |
            | 得分 | 19 | 30 |
            | 甲 | 1 | 2 |
            | 乙 | 3 | 4 |
            | 丙 | 5 | 6 |
            """);
        assertThat(claims.turned()).isEmpty();
        assertThat(shown(claims.tables().get(0)).get(1)).isEqualTo("0 分值 _ 20 30");
    }

    @Test
    void columns_that_are_measures_are_not_turned() {
        assertThat(claims("""
            | 项目 | 分值 | 得分 |
            |---|---|---|
            | 自评得分 | 20 | 19 |
            | 评价得分 | 30 | 30 |
            """).turned()).isEmpty();
    }

    @Test
    void a_cell_with_words_or_two_figures_holds_no_figure() {
        assertThat(shown("""
            | 指标 | 指标值 | 分值 | 得分 |
            |---|---|---|---|
            | 培训 | 完成3期以上，共计300人次 | 10 | 9.5分 |
            | 满意度 | ≥95% | 10 | - |
            | 天数 | ≤30天 | 10 | 10 |
            """))
                .satisfiesExactly(
                        columns -> assertThat(columns).isEqualTo("指标 指标值:target 分值:weight[分] 得分:score[分]"),
                        row -> assertThat(row).startsWith("0 培训").endsWith(" _ _ 10分 9.5分"),
                        row -> assertThat(row).isEqualTo("0 满意度 _ 95% 10分 _"),
                        row -> assertThat(row).isEqualTo("0 天数 _ 30天 10分 10分"));
    }
}
