package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.row;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.SampleFacts;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.SampleScheme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedRollUpTest {
    private static final String RULE = "{kind: weighted-roll-up, over: indicators, weight: weight, "
            + "completion: 'actual / target * 100%', explanation: reason}";

    /** An indicator with the target 10. */
    private static Row indicator(String name, @Nullable String weight, @Nullable String actual) {
        List<Object> values = new ArrayList<>(List.of("name", name, "target", Exact.of(10)));
        if (weight != null) {
            values.addAll(List.of("weight", Exact.parse(weight)));
        }
        if (actual != null) {
            values.addAll(List.of("actual", Exact.parse(actual)));
        }
        return row("indicators", values.toArray());
    }

    private static CriterionScore scored(Row... rows) {
        return ScoreSheet.only("10", RULE, SampleFacts.of("indicators", rows));
    }

    /** Weights 3 and 1 add up to 4, scaled to 10: 7.5 × 80 % = 6 and 2.5 × 100 % = 2.5, together 8.5; 1.5 are lost. */
    @Test
    void weights_are_scaled_and_the_working_says_so() {
        CriterionScore line = scored(indicator("甲", "3", "8"), indicator("乙", "1", "10"));

        assertThat(ScoreSheet.points(line)).isEqualTo("8.5");
        assertThat(ScoreSheet.steps(line, Language.ZH))
                .containsExactly("各项分值合计 4，按比例折算为 → 10 分", "各项得分之和（2 项） → 8.5 分");
        assertThat(ScoreSheet.steps(line, Language.EN))
                .containsExactly(
                        "the rows’ weights add up to 4; scaled to → 10 points",
                        "sum of the rows’ points (2 rows) → 8.5 points");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("1.5 “甲”按 80% 计");
        assertThat(ScoreSheet.losses(line, Language.EN)).containsExactly("1.5 “甲” counts 80%");
        CriterionScore first = line.criteria().get(0);
        assertThat(first.id()).isEqualTo("only-1");
        assertThat(first.level()).isEqualTo(2);
        assertThat(first.status()).isEqualTo(Status.COMPUTED);
        assertThat(first.weight().points()).hasToString("7.5");
        assertThat(first.rate().orElseThrow().ratio()).hasToString("0.8");
        assertThat(line.criteria().get(1).id()).isEqualTo("only-2");
    }

    @Test
    void weights_that_already_sum_to_the_points_are_not_scaled() {
        CriterionScore line = scored(indicator("甲", "6", "5"), indicator("乙", "4", "10"));

        // 6 × 50 % + 4 = 7
        assertThat(ScoreSheet.steps(line, Language.ZH)).containsExactly("各项得分之和（2 项） → 7 分");
    }

    /** Nobody filled in weights: 5 points each, 5 × 50 % + 5 × 100 % = 7.5. */
    @Test
    void without_weights_all_count_alike() {
        assertThat(ScoreSheet.points(scored(indicator("甲", null, "5"), indicator("乙", null, "10"))))
                .isEqualTo("7.5");
        String without = RULE.replace("weight: weight, ", "");
        CriterionScore line = ScoreSheet.only(
                "10", without, SampleFacts.of("indicators", indicator("甲", "9", "5"), indicator("乙", "1", "10")));
        assertThat(ScoreSheet.steps(line, Language.ZH)).containsExactly("各项得分之和（2 项） → 7.5 分");
    }

    @Test
    void a_weight_that_is_missing_or_negative_leaves_the_score_open() {
        CriterionScore missing = scored(indicator("甲", null, "5"), indicator("乙", "4", "10"));
        CriterionScore negative = scored(indicator("甲", "-1", "5"), indicator("乙", "4", "10"));
        CriterionScore zero = scored(indicator("甲", "0", "5"), indicator("乙", "4", "10"));

        assertThat(ScoreSheet.points(missing)).isEqualTo("missing");
        assertThat(ScoreSheet.told(missing, Language.ZH)).containsExactly("绩效指标“甲”缺少：分值 @indicators.csv");
        assertThat(ScoreSheet.points(negative)).isEqualTo("missing");
        assertThat(ScoreSheet.told(negative, Language.ZH)).containsExactly("“甲”的分值是负数 @indicators.csv");
        assertThat(ScoreSheet.told(negative, Language.EN))
                .containsExactly("the weight of “甲” is negative @indicators.csv");
        assertThat(ScoreSheet.points(zero)).isEqualTo("10"); // all ten points hang on the second, which is met
    }

    @Test
    void weights_that_are_all_zero_leave_the_score_open_and_are_told() {
        CriterionScore line = scored(indicator("甲", "0", "5"));

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH))
                .containsExactly("各行的权重合计为 0，无法加权：weight @city/sample/criteria/only.yaml:1:1");
    }

    @Test
    void no_rows_are_told_once() {
        assertThat(ScoreSheet.told(scored(), Language.ZH))
                .containsExactly("没有可以计分的行：indicators @city/sample/criteria/only.yaml:1:1");
        assertThat(ScoreSheet.told(
                        ScoreSheet.only("10", RULE, SampleFacts.facts().build()), Language.ZH))
                .containsExactly("缺少“绩效指标”（indicators）");
    }

    /** One of two has no actual figure: the line is open, but both rows are shown with what is known of them. */
    @Test
    void a_row_without_a_figure_leaves_the_score_open_but_is_shown() {
        CriterionScore line = scored(indicator("甲", "6", null), indicator("乙", "4", "10"));

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH)).containsExactly("绩效指标“甲”缺少：实际完成值 @indicators.csv");
        assertThat(line.criteria())
                .extracting(part -> part.name().zh() + " " + ScoreSheet.points(part))
                .containsExactly("甲 missing", "乙 4");
        assertThat(line.criteria().get(0).weight().points()).hasToString("6");
    }

    /** Three rows of 10/3 points each: rounded at each level 3.33 + 3.33 + 3.33 = 9.99, at the leaf 10. */
    @ParameterizedTest
    @CsvSource({"each-level, 9.99", "leaf, 10", "total, 10"})
    void rows_are_rounded_where_the_scheme_rounds_at_each_level(String where, String expected) {
        SampleScheme sample = SampleScheme.of("10", RULE).replace("scheme.yaml", "at: leaf", "at: " + where);

        assertThat(ScoreSheet.points(ScoreSheet.score(
                                sample,
                                SampleFacts.of(
                                        "indicators",
                                        indicator("甲", null, "10"),
                                        indicator("乙", null, "10"),
                                        indicator("丙", null, "10")))
                        .criteria()
                        .get(0)))
                .isEqualTo(expected);
    }

    /** Of a chain of choices only the branch that was taken is shown. */
    @Test
    void the_working_of_a_row_is_that_of_the_branch_that_was_taken() {
        String chosen = RULE.replace(
                "'actual / target * 100%'",
                "'if band != null then 100% else if target = 0 then 0% else actual / target * 100%'");

        CriterionScore line = ScoreSheet.only("10", chosen, SampleFacts.of("indicators", indicator("甲", "10", "8")));

        assertThat(line.criteria().get(0).trace())
                .extracting(Trace::expression)
                .containsExactly("actual / target * 100%");
    }
}
