package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about one figure or one condition: points, working and losses in both languages. */
class FigureRulesTest {

    private static final String SHARE = "{kind: proportional, rate: 'carriedOver / carriedOverLastYear'}";
    private static final String LIMIT = "{kind: inverse, actual: carriedOver, limit: carriedOverLastYear}";
    private static final String PASS = "{kind: pass-fail, passes: assetReportMatches}";

    private static FactSet figures(String carriedOver, String lastYear) {
        return facts().put("carriedOver", Exact.parse(carriedOver))
                .put("carriedOverLastYear", Exact.parse(lastYear))
                .build();
    }

    /** 75.5 of 100 is 75.5 %: 10 × 75.5 % = 7.55, and 10 × 24.5 % = 2.45 are not given. */
    @Test
    void a_share_gives_its_part_of_the_weight_and_tells_the_rest() {
        CriterionScore line = ScoreSheet.only("10", SHARE, figures("75.5", "100"));

        assertThat(ScoreSheet.points(line)).isEqualTo("7.55");
        assertThat(ScoreSheet.steps(line, Language.ZH))
                .containsExactly("carriedOver / carriedOverLastYear → 75.5%", "分值 10 × 75.5% → 7.55 分");
        assertThat(ScoreSheet.steps(line, Language.EN))
                .containsExactly("carriedOver / carriedOverLastYear → 75.5%", "weight 10 × 75.5% → 7.55 points");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("2.45 得分率为 75.5%");
        assertThat(ScoreSheet.losses(line, Language.EN)).containsExactly("2.45 the rate is 75.5%");
        assertThat(line.rate().orElseThrow().ratio()).hasToString("0.755");
    }

    /** 120 of 100 is 120 %, which counts as 100 %: all ten points, nothing lost. */
    @Test
    void a_share_above_the_cap_is_shown_before_and_after() {
        CriterionScore line = ScoreSheet.only("10", SHARE, figures("120", "100"));

        assertThat(ScoreSheet.points(line)).isEqualTo("10");
        assertThat(ScoreSheet.steps(line, Language.ZH))
                .containsExactly(
                        "carriedOver / carriedOverLastYear → 120%", "得分率 120%，按上限计 → 100%", "分值 10 × 100% → 10 分");
        assertThat(ScoreSheet.steps(line, Language.EN))
                .containsExactly(
                        "carriedOver / carriedOverLastYear → 120%",
                        "rate 120%, counted up to the cap → 100%", "weight 10 × 100% → 10 points");
        assertThat(line.losses()).isEmpty();
    }

    /** A cap of 90 %: 95 % counts as 90 %, so 10 × 90 % = 9. A share below zero counts as zero. */
    @ParameterizedTest
    @CsvSource({"95, 9", "90, 9", "89, 8.9", "0, 0", "-5, 0"})
    void a_share_counts_between_zero_and_its_cap(String figure, String expected) {
        CriterionScore line = ScoreSheet.only("10", SHARE.replace("}", ", cap: 90%}"), figures(figure, "100"));

        assertThat(ScoreSheet.points(line)).isEqualTo(expected);
    }

    @Test
    void a_share_below_zero_counts_as_zero_and_the_working_says_so() {
        CriterionScore line = ScoreSheet.only("10", SHARE, figures("-5", "100"));

        assertThat(line.trace().get(1).text(Language.ZH)).isEqualTo("得分率 -5%，低于 0 的按 0 计");
        assertThat(line.trace().get(1).text(Language.EN)).isEqualTo("rate -5%, below zero counts as zero");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("10 得分率为 0%");
    }

    /** Limit 20, actual 25: 10 × 20/25 = 8. */
    @Test
    void above_a_limit_the_figures_and_the_part_are_told() {
        CriterionScore line = ScoreSheet.only("10", LIMIT, figures("25", "20"));

        assertThat(ScoreSheet.points(line)).isEqualTo("8");
        assertThat(ScoreSheet.steps(line, Language.ZH))
                .containsExactly("carriedOver → 25 元", "carriedOverLastYear → 20 元", "分值 10 × 80% → 8 分");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("2 实际 25 元 超过限额 20 元，按 80% 计分");
        assertThat(ScoreSheet.losses(line, Language.EN))
                .containsExactly("2 the actual figure 25 yuan exceeds the limit 20 yuan; 80% of the points");
    }

    @Test
    void a_figure_exactly_at_the_limit_gives_everything() {
        CriterionScore line = ScoreSheet.only("10", LIMIT, figures("20", "20"));

        assertThat(ScoreSheet.points(line)).isEqualTo("10");
        assertThat(ScoreSheet.steps(line, Language.ZH)).endsWith("实际 ≤ 限额，得满分 → 10 分");
        assertThat(ScoreSheet.steps(line, Language.EN)).endsWith("actual ≤ limit: full points → 10 points");
        assertThat(line.losses()).isEmpty();
    }

    /** Nothing or less is allowed: whatever exceeds it gives nothing, even an actual figure of zero. */
    @ParameterizedTest
    @CsvSource({"10, 0", "10, -5", "0, -5", "-3, -5"})
    void above_a_limit_of_nothing_there_are_no_points(String actual, String limit) {
        assertThat(ScoreSheet.points(ScoreSheet.only("10", LIMIT, figures(actual, limit))))
                .isEqualTo("0");
    }

    /** Two procurements against a limit of one contract: 10 × 1/2 = 5, in counts. */
    @Test
    void a_limit_may_be_of_another_unit() {
        String rule = "{kind: inverse, unit: count, actual: count(procurements), limit: count(contracts)}";
        FactSet facts = facts().add("contracts", row("contracts"))
                .add("procurements", row("procurements"))
                .add("procurements", row("procurements"))
                .build();

        CriterionScore line = ScoreSheet.only("10", rule, facts);

        assertThat(ScoreSheet.points(line)).isEqualTo("5");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("5 实际 2 超过限额 1，按 50% 计分");
    }

    @Test
    void a_condition_gives_everything_or_nothing() {
        CriterionScore holds = ScoreSheet.only(
                "6", PASS, facts().put("assetReportMatches", true).build());
        CriterionScore fails = ScoreSheet.only(
                "6", PASS, facts().put("assetReportMatches", false).build());

        assertThat(ScoreSheet.points(holds)).isEqualTo("6");
        assertThat(ScoreSheet.steps(holds, Language.ZH)).containsExactly("assetReportMatches → 是", "条件成立，得满分 → 6 分");
        assertThat(holds.losses()).isEmpty();
        assertThat(ScoreSheet.points(fails)).isEqualTo("0");
        assertThat(ScoreSheet.steps(fails, Language.EN))
                .containsExactly("assetReportMatches → no", "the condition does not hold: no points → 0 points");
        assertThat(ScoreSheet.losses(fails, Language.ZH)).containsExactly("6 条件不成立：assetReportMatches");
        assertThat(ScoreSheet.losses(fails, Language.EN))
                .containsExactly("6 the condition does not hold: assetReportMatches");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                SHARE + "|carriedOverLastYear|缺少“上年末结转结余”（carriedOverLastYear）",
                LIMIT + "|carriedOverLastYear|缺少“上年末结转结余”（carriedOverLastYear）",
                LIMIT + "|carriedOver|缺少“年末结转结余”（carriedOver）",
                PASS + "|assetReportMatches|缺少“资产年报与账一致”（assetReportMatches）"
            })
    void without_its_figure_a_rule_gives_no_score_and_names_it(String rule, String left, String told) {
        FactSet.Builder facts = facts();
        for (String name : new String[] {"carriedOver", "carriedOverLastYear"}) {
            if (!name.equals(left)) {
                facts.put(name, Exact.of(5));
            }
        }

        CriterionScore line = ScoreSheet.only("10", rule, facts.build());

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH)).containsExactly(told);
        assertThat(line.losses()).isEmpty();
        assertThat(line.rate()).isEmpty();
    }

    @Test
    void a_missing_fact_is_also_told_in_english() {
        CriterionScore line = ScoreSheet.only("10", PASS, facts().build());

        assertThat(ScoreSheet.told(line, Language.EN))
                .containsExactly("“Asset report agrees with the books” is not given");
    }
}
