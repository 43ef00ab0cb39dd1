package org.jizhun.server.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.server.platform.Rejection;
import org.junit.jupiter.api.Test;

/** Bulletins as finance bureaus write them; the departments are invented. */
class BulletinTest {

    private static final Set<String> NAMES = Set.of("示范市数据管理局");

    private static List<Map<String, String>> read(String text) {
        return Bulletin.read("text", Bulletin.lines(text), NAMES, 2025);
    }

    private static void refused(String text, String code) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection ->
                                assertThat(rejection.problems().get(0).code()).isEqualTo(code));
    }

    @Test
    void the_row_of_the_department_is_taken_from_a_table_of_all() {
        String text = """
                关于2025年1-3月支出执行情况的通报
                示财通〔2025〕3号
                截至2025年3月31日，市直部门支出执行情况如下：
                序号\t部门名称\t支出执行率（%）\t序时进度（%）\t排名
                1\t示范市水务局\t88.20\t25.00\t2
                2\t示范市数据管理局\t97.71\t25.00\t1
                2025年4月10日
                """;
        assertThat(read(text))
                .containsExactly(
                        Map.of("month", "3", "rate", "97.71%", "source", "示财通〔2025〕3号", "published", "2025-04-10"));
    }

    @Test
    void a_table_of_months_gives_a_row_each() {
        assertThat(read("月份\t执行率\t通报日期\n3\t97.71%\t2025-04-10\n4月\t102.5％\t2025-05-09"))
                .containsExactly(
                        Map.of("month", "3", "rate", "97.71%", "published", "2025-04-10"),
                        Map.of("month", "4", "rate", "102.5%", "published", "2025-05-09"));
    }

    @Test
    void months_across_give_a_row_each_and_blanks_none() {
        assertThat(read("单位名称|1-3月|1-4月|1-5月\n示范市数据管理局|97.71%|102.50%|\n示范市水务局|1%|2%|3%"))
                .containsExactly(Map.of("month", "3", "rate", "97.71%"), Map.of("month", "4", "rate", "102.50%"));
    }

    @Test
    void a_sentence_says_which_month_had_which_rate() {
        assertThat(read("截至3月底，全市平均支出执行率为91.02%，序时进度25%。示范市数据管理局支出执行率达97.71%，同比提高3.2个百分点。"))
                .containsExactly(Map.of("month", "3", "rate", "97.71%"));
        assertThat(read("示范市数据管理局支出执行率：3月97.71%，4月102.50%；"))
                .containsExactly(Map.of("month", "3", "rate", "97.71%"), Map.of("month", "4", "rate", "102.50%"));
    }

    @Test
    void the_column_of_the_general_public_budget_is_the_one() {
        assertThat(read("部门\t一般公共预算支出执行率\t政府性基金支出执行率\n数据管理局\t97.71%\t50%\n截至3月底"))
                .containsExactly(Map.of("month", "3", "rate", "97.71%"));
        refused("部门\t基本支出执行率\t项目支出执行率\n示范市数据管理局\t97.71%\t50%\n截至3月底", "bulletin-several-rates");
    }

    @Test
    void what_cannot_be_told_is_refused_with_what_was_found() {
        refused("明天开会", "bulletin-nothing-read");
        refused("部门\t执行率\n示范市数据管理局\t97.71%", "bulletin-month-missing");
        refused("截至2024年3月底\n部门\t执行率\n示范市数据管理局\t97.71%", "bulletin-other-year");
        refused("截至3月底，示范市水务局支出执行率为97.71%", "bulletin-department-missing");
        refused("截至3月底\n部门\t执行率\n示范市水务局\t97.71%", "bulletin-department-missing");
    }

    @Test
    void a_rate_without_its_sign_stays_as_it_stands_for_the_register_to_ask() {
        assertThat(read("月份\t执行率\n3\t0.9771")).containsExactly(Map.of("month", "3", "rate", "0.9771"));
    }
}
