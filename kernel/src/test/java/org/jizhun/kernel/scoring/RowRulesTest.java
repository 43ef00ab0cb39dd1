package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.SampleFacts;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules over the rows of a register: points, working and losses in both languages. */
class RowRulesTest {
    private static final String MEAN = "{kind: capped-mean, over: execution, measure: rate, cap: 100%}";
    private static final String SHARE = "{kind: compliance-share, cases: contracts, compliant: registered}";
    private static final String EVENTS = "{kind: deduction-per-event, each: 0.5 分}";

    private static Row month(int month, String rate) {
        return row("execution", "month", Exact.of(month), "rate", Exact.parse(rate));
    }

    /** 110 % counts as 100 %: (100 + 90) / 2 = 95 %, 10 × 95 % = 9.5; the month of 90 % cost 10 × 10 % / 2 = 0.5. */
    @Test
    void a_mean_shows_every_row_and_what_each_cost() {
        CriterionScore line =
                ScoreSheet.only("10", MEAN, SampleFacts.of("execution", month(3, "1.1"), month(4, "0.9")));

        assertThat(ScoreSheet.points(line)).isEqualTo("9.5");
        assertThat(ScoreSheet.steps(line, Language.ZH))
                .containsExactly(
                        "3月（110%，按上限计） → 100%", "4月 → 90%", "平均值（2 项，每项最多按 100% 计） → 95%", "分值 10 × 95% → 9.5 分");
        assertThat(ScoreSheet.steps(line, Language.EN))
                .containsExactly(
                        "3月 (110%, counted up to the cap) → 100%",
                        "4月 → 90%", "mean of 2, each counting 100% at most → 95%", "weight 10 × 95% → 9.5 points");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("0.5 “4月”按 90% 计");
        assertThat(ScoreSheet.losses(line, Language.EN)).containsExactly("0.5 “4月” counts 90%");
    }

    @Test
    void a_row_below_zero_counts_as_zero_and_the_working_says_so() {
        CriterionScore line = ScoreSheet.only("10", MEAN, SampleFacts.of("execution", month(3, "-0.1"), month(4, "0")));

        assertThat(ScoreSheet.steps(line, Language.ZH)).startsWith("3月（-10%，低于 0 的按 0 计） → 0%", "4月 → 0%");
        assertThat(ScoreSheet.steps(line, Language.EN)).startsWith("3月 (-10%, below zero counts as zero) → 0%");
        assertThat(ScoreSheet.points(line)).isEqualTo("0");
    }

    /** Weights 1 and 3: (100 + 3 × 90) / 4 = 92.5 %, 9.25 points; the second row cost 10 × 10 % × 3/4 = 0.75. */
    @Test
    void a_weighted_mean_counts_rows_by_their_weight() {
        CriterionScore line = ScoreSheet.only(
                "10",
                MEAN.replace("}", ", weight: month}"),
                SampleFacts.of("execution", month(1, "1"), month(3, "0.9")));

        assertThat(ScoreSheet.points(line)).isEqualTo("9.25");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("0.75 “3月”按 90% 计");
    }

    @Test
    void a_mean_of_no_rows_is_missing_and_says_so() {
        CriterionScore line = ScoreSheet.only("10", MEAN, SampleFacts.of("execution"));

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH))
                .containsExactly("没有可以计分的行：execution @city/sample/criteria/only.yaml:1:1");
        assertThat(ScoreSheet.told(line, Language.EN).get(0)).startsWith("there are no rows to score: execution");
    }

    @Test
    void a_mean_whose_weights_are_all_zero_is_missing_and_says_so() {
        CriterionScore line = ScoreSheet.only(
                "10", MEAN.replace("}", ", weight: month}"), SampleFacts.of("execution", month(0, "0.9")));

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH))
                .containsExactly("各行的权重合计为 0，无法加权：month @city/sample/criteria/only.yaml:1:1");
        assertThat(ScoreSheet.told(line, Language.EN).get(0))
                .startsWith("the rows’ weights add up to 0, so nothing can be weighed: month");
    }

    @Test
    void a_negative_weight_leaves_the_mean_open_and_is_told() {
        CriterionScore line = ScoreSheet.only(
                "10",
                MEAN.replace("}", ", weight: month}"),
                SampleFacts.of("execution", month(-1, "0.9"), month(3, "0.9")));

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH)).containsExactly("“-1月”的分值是负数 @execution.csv");
    }

    /** Two of eight are registered: 10 × 2/8 = 2.5; five of the six others are named. */
    @Test
    void of_many_cases_that_do_not_comply_five_are_named() {
        FactSet.Builder facts = facts();
        for (String code : "A B C D E F G H".split(" ", -1)) {
            facts.add("contracts", row("contracts", "code", code, "registered", code.compareTo("G") >= 0));
        }

        CriterionScore line = ScoreSheet.only("10", SHARE, facts.build());

        assertThat(ScoreSheet.steps(line, Language.ZH)).containsExactly("合规 2 项 ÷ 共 8 项 → 25%", "分值 10 × 25% → 2.5 分");
        assertThat(ScoreSheet.steps(line, Language.EN))
                .containsExactly("2 compliant ÷ 8 in all → 25%", "weight 10 × 25% → 2.5 points");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("7.5 8 项中有 6 项不合规：A、B、C、D、E …");
    }

    @Test
    void up_to_five_cases_are_all_named() {
        FactSet.Builder facts = facts();
        for (String code : "A B C D E".split(" ", -1)) {
            facts.add("contracts", row("contracts", "code", code, "registered", false));
        }

        assertThat(ScoreSheet.losses(ScoreSheet.only("10", SHARE, facts.build()), Language.EN))
                .containsExactly("10 5 of 5 are not compliant: A、B、C、D、E");
    }

    @Test
    void with_nothing_to_check_the_working_says_so() {
        CriterionScore line = ScoreSheet.only("10", SHARE, SampleFacts.of("contracts"));

        assertThat(ScoreSheet.points(line)).isEqualTo("10");
        assertThat(ScoreSheet.steps(line, Language.ZH)).containsExactly("没有应核对的事项 → 0");
        assertThat(ScoreSheet.steps(line, Language.EN)).containsExactly("nothing to check → 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                SHARE + " | 缺少“合同”（contracts）",
                EVENTS + " | 缺少“扣分事项”（deductions）",
                MEAN + " | 缺少“月度执行通报”（execution）"
            })
    void a_register_that_is_not_filled_in_is_named(String rule, String told) {
        CriterionScore line = ScoreSheet.only("10", rule, facts().build());

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH)).containsExactly(told);
    }
}
