package org.jizhun.auditor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jizhun.auditor.text.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures put together that speak about one subject, each shown as {@code subject measure=figure …} in the order of the text. */
class StatementsTest {

    private static List<String> shown(String text) {
        return Claims.of(Layout.read("text", Layout.lines(text))).statements().stream()
                .map(statement -> statement.subject()
                        + statement.figures().entrySet().stream()
                                .map(entry -> " " + entry.getKey() + "="
                                        + entry.getValue().text())
                                .collect(Collectors.joining()))
                .toList();
    }

    @Test
    void neighbouring_clauses_about_one_subject_are_one_statement() {
        assertThat(shown("全年预算100万元，实际支出90万元，执行率90%。"))
                .containsExactly(" adjusted=100万元 actual=90万元 execution-rate=90%");
    }

    @Test
    void another_subject_begins_another_statement() {
        assertThat(shown("培训费预算10万元，支出决算9万元；会议费预算20万元，执行率90%。"))
                .containsExactly("培训费 budget=10万元 actual=9万元", "会议费 budget=20万元 execution-rate=90%");
    }

    @Test
    void a_measure_that_comes_again_begins_another_statement() {
        assertThat(shown("实际支出90万元，实际支出80万元。")).containsExactly(" actual=90万元", " actual=80万元");
    }

    @Test
    void a_sentence_that_closes_with_its_rate_closes_the_statement() {
        assertThat(shown("全年预算100万元，执行率90%。结余10万元。"))
                .containsExactly(" adjusted=100万元 execution-rate=90%", " balance=10万元");
        assertThat(shown("全年预算100万元。结余10万元。")).containsExactly(" adjusted=100万元 balance=10万元");
    }

    @Test
    void a_score_of_no_name_is_about_the_heading_above() {
        assertThat(shown("""
            （一）采购管理

            该指标分值5分，得分4分。
            """)).containsExactly("采购管理 weight=5分 score=4分");
        assertThat(shown("""
            一、综合评价结论

            得分95分。
            """)).containsExactly(" score=95分");
        // money is not
        assertThat(shown("""
            （一）采购管理

            全年预算100万元，执行率90%。
            """)).containsExactly(" adjusted=100万元 execution-rate=90%");
        // nor a score with a name of its own
        assertThat(shown("""
            （一）采购管理

            合规性得分4分。
            """)).containsExactly("合规性 score=4分");
    }

    @Test
    void a_score_of_no_name_is_about_the_label_of_its_paragraph() {
        assertThat(shown("采购公开合规性：本指标分值2分，得分1分。")).containsExactly("采购公开合规性 weight=2分 score=1分");
    }

    @ParameterizedTest
    @CsvSource({
        // a rate is a percentage, money is not, points are points
        "执行率90%,' execution-rate=90%'",
        "执行率5个,''",
        "执行率0,' execution-rate=0'",
        "完成率90%,' completion-rate=90%'",
        "完成率0,''",
        "实际支出90万元,' actual=90万元'",
        "实际支出90,' actual=90'",
        "实际支出90%,''",
        "得分90分,' score=90分'",
        "得分90,' score=90'",
        "得分90%,''",
        "扣分2分,' lost=2分'",
        "扣分2%,''",
        "分值5分,' weight=5分'",
        "分值5%,''",
        "编制数30名,' establishment=30名'",
        "编制数30,' establishment=30'",
        "编制数30%,''",
        "增减率5%,' growth=5%'",
        "增减率5万元,''",
        "增减额5万元,' growth-amount=5万元'",
        "增减额5%,''",
        "数量5%,' quantity=5%'"
    })
    void a_figure_fits_its_measure(String text, String statement) {
        assertThat(shown(text + "。")).isEqualTo(statement.isEmpty() ? List.of() : List.of(statement));
    }

    @ParameterizedTest
    @CsvSource({"目标值≥95%,target", "目标值95%,target", "目标值≤3天,limit", "目标值3天以内,limit", "目标值3天以下,limit"})
    void a_target_to_stay_below_is_a_limit(String text, String measure) {
        assertThat(shown(text + "。")).singleElement().asString().startsWith(" " + measure + "=");
    }

    @Test
    void in_a_table_the_sign_of_a_limit_may_stand_in_a_cell_of_its_own() {
        assertThat(shown("""
            | 指标 | 性质 | 目标值 | 完成值 |
            |---|---|---|---|
            | 天数 | ≤ | 30 | 28 |
            | 人次 | ≥ | 300 | 310 |
            | 成本 | 定量 | ≤50 | 45 |
            """))
                .containsExactly(
                        "天数≤ limit=30 achieved=28", "人次≥ target=300 achieved=310", "成本定量 limit=50 achieved=45");
    }

    @Test
    void a_total_is_about_the_whole_but_for_the_one_after_the_year() {
        assertThat(shown("""
            单位：万元
            | 项目 | 预算数 | 决算数 |
            |---|---|---|
            | 基本支出 | 60.00 | 55.00 |
            | 本年支出合计 | 60.00 | 55.00 |
            | 年末结转和结余 | 5.00 | 5.00 |
            | 总计 | 65.00 | 60.00 |
            """))
                .containsExactly(
                        "基本支出 budget=60.00 actual=55.00",
                        " budget=60.00 actual=55.00",
                        "年末结转和结余 budget=5.00 actual=5.00",
                        "收支总计 budget=65.00 actual=60.00");
    }

    @Test
    void whoever_is_named_at_the_top_is_the_whole() {
        assertThat(shown("""
            东海市档案局自评报告

            东海市档案局预算100万元，支出决算90万元。档案馆预算20万元。
            """)).containsExactly(" budget=100万元 actual=90万元", "档案馆 budget=20万元");
    }

    @Test
    void what_was_last_year_measures_nothing_of_this_one() {
        assertThat(shown("上年实际执行率80%，执行率90%。")).containsExactly(" execution-rate=90%");
    }

    @Test
    void columns_without_names_are_those_whose_formulas_come_out() {
        // 100 + 20 = 120 and 108 ÷ 120 = 90 %: of the four words the columns are the initial, adjusted, actual and rate
        assertThat(shown("""
            年初
            预算数
            调整
            金额
            调整
            预算数
            决算数
            执行率
            甲 100.00 20.00 120.00 108.00 90%
            乙 200.00 0.00 200.00 190.00 95%
            """))
                .containsExactly(
                        "甲 initial=100.00 adjustment=20.00 adjusted=120.00 actual=108.00 execution-rate=90%",
                        "乙 initial=200.00 adjustment=0.00 adjusted=200.00 actual=190.00 execution-rate=95%");
    }

    @Test
    void of_more_words_than_columns_those_count_that_most_rows_agree_with() {
        // no balance is printed: 108 ÷ 120 = 90 %
        assertThat(shown("""
            全年
            预算数
            结余
            决算数
            执行率
            甲 120.00 108.00 90%
            乙 200.00 190.00 95%
            """))
                .containsExactly(
                        "甲 adjusted=120.00 actual=108.00 execution-rate=90%",
                        "乙 adjusted=200.00 actual=190.00 execution-rate=95%");
    }
}
