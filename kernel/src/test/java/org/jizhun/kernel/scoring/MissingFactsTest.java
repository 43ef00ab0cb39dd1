package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.SampleFacts;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.SampleScheme;
import org.junit.jupiter.api.Test;

/** What is told where facts are lacking, and how many rows are told one by one. */
class MissingFactsTest {

    private static final String SUM = "{kind: proportional, rate: 'sum(budget.actualSpending) / sum(budget.adjusted)'}";

    private static java.util.List<String> told(String rule, FactSet facts) {
        return ScoreSheet.told(ScoreSheet.only("10", rule, facts), Language.ZH);
    }

    @Test
    void the_empty_cells_of_a_sum_are_named_by_row_and_column() {
        FactSet facts = facts().add(
                        "budget", row("budget", "category", "人员经费", "adjusted", Exact.ONE, "actualSpending", Exact.ONE))
                .add("budget", row("budget", "category", "公用经费", "adjusted", Exact.ONE))
                .add("budget", row("budget", "category", "项目支出"))
                .build();

        assertThat(told(SUM, facts))
                .containsExactly("收支情况“公用经费”缺少：决算数 @budget.csv", "收支情况“项目支出”缺少：调整后预算、决算数 @budget.csv");
    }

    @Test
    void of_many_rows_with_empty_cells_five_are_named() {
        FactSet.Builder facts = facts();
        for (int i = 1; i <= 7; i++) {
            facts.add("budget", row("budget", "category", "类别" + i, "adjusted", Exact.ONE));
        }

        assertThat(told(SUM, facts.build())).hasSize(5).last().isEqualTo("收支情况“类别5”缺少：决算数 @budget.csv");
    }

    /** Nothing is empty, and nothing went wrong: the sum of no rows is not known. */
    @Test
    void a_formula_that_lacks_nothing_but_has_no_value_is_quoted() {
        assertThat(told("{kind: pass-fail, passes: 'mean(contracts.amount) > 5 元 '}", SampleFacts.of("contracts")))
                .containsExactly("无法得出：mean(contracts.amount) > 5 元 @city/sample/criteria/only.yaml:4:33");
    }

    @Test
    void what_evaluation_told_is_not_told_again() {
        assertThat(told(
                        "{kind: proportional, rate: 'carriedOver / carriedOverLastYear'}",
                        facts().put("carriedOver", Exact.ONE)
                                .put("carriedOverLastYear", Exact.ZERO)
                                .build()))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("除数为零");
    }

    /** The row has both figures, but 5 / 0 has no value. */
    @Test
    void a_row_that_lacks_nothing_but_has_no_value_is_quoted_with_its_formula() {
        FactSet facts = SampleFacts.of(
                "operatingCosts", row("operatingCosts", "item", "接待", "budget", Exact.ZERO, "actual", Exact.of(5)));
        String rule = "{kind: capped-mean, over: operatingCosts, measure: 'actual / budget '}";

        assertThat(told(rule, facts)).hasSize(2).last().isEqualTo("运行成本“接待”无法判断：actual / budget @operatingCosts.csv");
        assertThat(ScoreSheet.told(ScoreSheet.only("10", rule, facts), Language.EN))
                .last()
                .isEqualTo("Operating costs “接待” cannot be decided: actual / budget @operatingCosts.csv");
    }

    @Test
    void a_row_without_name_is_called_by_its_place() {
        FactSet facts = SampleFacts.of("contracts", row("contracts", "amount", Exact.ONE));

        assertThat(told("{kind: compliance-share, cases: contracts, compliant: registered}", facts))
                .containsExactly("合同“contracts.csv”缺少：台账登记完整 @contracts.csv");
    }

    @Test
    void a_formula_in_chinese_names_its_columns_too() {
        FactSet facts = SampleFacts.of("contracts", row("contracts", "code", "HT-1"));

        assertThat(told("{kind: compliance-share, cases: 合同, compliant: 台账登记完整}", facts))
                .containsExactly("合同“HT-1”缺少：台账登记完整 @contracts.csv");
    }

    /** The scheme's own values are named by their label as those of the vocabulary are. */
    @Test
    void a_value_of_the_scheme_is_named_by_its_label() {
        SampleScheme sample = SampleScheme.of("10", "{kind: pass-fail, passes: audited}")
                .more("values: [{name: audited, label: 已审计, kind: boolean}]");

        Evaluation evaluation = ScoreSheet.score(sample, facts().build());

        assertThat(ScoreSheet.told(evaluation.criteria().get(0), Language.ZH)).containsExactly("缺少“已审计”（audited）");
    }

    /** A column of a table may have the same name; it is not what the formula meant. */
    @Test
    void a_value_is_not_taken_for_a_column_of_the_same_name() {
        SampleScheme sample = SampleScheme.of("10", "{kind: pass-fail, passes: complete}")
                .more("values: [{name: complete, label: 资料齐全, kind: boolean}]");

        Evaluation evaluation = ScoreSheet.score(sample, facts().build());

        assertThat(ScoreSheet.told(evaluation.criteria().get(0), Language.ZH)).containsExactly("缺少“资料齐全”（complete）");
    }

    /** 23 of 23 months at 90 %: 10 × 10 % / 23 each; 20 are shown, the other 3 together are 3/23. */
    @Test
    void losses_beyond_twenty_are_summed_up() {
        FactSet.Builder facts = facts();
        for (int i = 1; i <= 23; i++) {
            facts.add("execution", row("execution", "month", Exact.of(i), "rate", Exact.parse("0.9")));
        }
        String rule = "{kind: capped-mean, over: execution, measure: rate}";

        CriterionScore line = ScoreSheet.only("10", rule, facts.build());

        assertThat(line.losses()).hasSize(21);
        assertThat(ScoreSheet.losses(line, Language.ZH))
                .startsWith("1/23 “1月”按 90% 计")
                .endsWith("1/23 “20月”按 90% 计", "3/23 其余 3 项");
        assertThat(ScoreSheet.losses(line, Language.EN)).endsWith("3/23 3 further items");
    }

    @Test
    void up_to_twenty_losses_are_all_shown() {
        FactSet.Builder facts = facts();
        for (int i = 1; i <= 20; i++) {
            facts.add("execution", row("execution", "month", Exact.of(i), "rate", Exact.parse("0.9")));
        }

        assertThat(ScoreSheet.only("10", "{kind: capped-mean, over: execution, measure: rate}", facts.build())
                        .losses())
                .hasSize(20);
    }
}
