package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import java.util.List;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.SampleScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups, lines that do not apply, and stated scores. */
class OutlineTest {

    private static final String SHARE = "{kind: proportional, rate: 'carriedOver / carriedOverLastYear'}";
    private static final String PASS = "{kind: pass-fail, passes: assetReportMatches}";

    /** A group of 60 with a (40) and b (20), and c (40) beside it. */
    private static SampleScheme outline() {
        return SampleScheme.empty("100")
                .leaf("a", "40", SHARE)
                .leaf("b", "20", PASS)
                .leaf("c", "40", PASS)
                .outline("[{id: g, name: {zh: 组, en: group}, weight: 60, criteria: [a, b]}, c]");
    }

    /** The share is 50 % and the condition holds: a 20, b 20, c 40. */
    private static FactSet.Builder half() {
        return facts().put("carriedOver", Exact.of(1))
                .put("carriedOverLastYear", Exact.of(2))
                .put("assetReportMatches", true);
    }

    private static FactSet stated(FactSet.Builder facts, String criterion, String score) {
        return facts.add(
                        "statedScores",
                        row("statedScores", "criterion", criterion, "score", Exact.parse(score), "source", "自评报告"))
                .build();
    }

    private static FactSet.Builder dropped(FactSet.Builder facts, String... criteria) {
        for (String criterion : criteria) {
            facts.add("notApplicable", row("notApplicable", "criterion", criterion, "reason", "没有此事"));
        }
        return facts;
    }

    private static CriterionScore line(Evaluation evaluation, int... path) {
        CriterionScore line = evaluation.criteria().get(path[0]);
        for (int i = 1; i < path.length; i++) {
            line = line.criteria().get(path[i]);
        }
        return line;
    }

    /** 20 + 20 = 40 of 60, two thirds; with 40 more 80 of 100. */
    @Test
    void a_group_is_the_sum_of_its_lines() {
        Evaluation evaluation = ScoreSheet.score(outline(), half().build());

        CriterionScore group = line(evaluation, 0);
        assertThat(ScoreSheet.points(group)).isEqualTo("40");
        assertThat(group.status()).isEqualTo(Status.COMPUTED);
        assertThat(group.rate().orElseThrow().ratio()).hasToString("2/3");
        assertThat(group.level()).isEqualTo(1);
        assertThat(line(evaluation, 0, 1).level()).isEqualTo(2);
        assertThat(evaluation.total().points()).hasToString("80");
        assertThat(evaluation.grade()).contains("良");
    }

    /** Only the share is known: 20 are sure, 20 + 40 stand open. */
    @Test
    void a_group_with_a_line_that_is_missing_has_no_score() {
        Evaluation evaluation = ScoreSheet.score(
                outline(),
                facts().put("carriedOver", Exact.of(1))
                        .put("carriedOverLastYear", Exact.of(2))
                        .build());

        assertThat(ScoreSheet.points(line(evaluation, 0))).isEqualTo("missing");
        assertThat(line(evaluation, 0).rate()).isEmpty();
        assertThat(ScoreSheet.points(line(evaluation, 0, 0))).isEqualTo("20");
        assertThat(evaluation.total().points()).hasToString("20");
        assertThat(evaluation.attainable().points()).hasToString("80");
        assertThat(evaluation.grade()).isEmpty();
    }

    /** With full score for what does not apply, a group of such lines has its 60 points and does not apply either. */
    @Test
    void a_group_of_which_nothing_applies_does_not_apply() {
        Evaluation evaluation =
                ScoreSheet.score(outline(), dropped(half(), "a", "b").build());
        Evaluation partly = ScoreSheet.score(outline(), dropped(half(), "b").build());

        assertThat(line(evaluation, 0).status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(ScoreSheet.points(line(evaluation, 0))).isEqualTo("60");
        assertThat(line(evaluation, 0, 0).note()).isEqualTo("没有此事");
        assertThat(line(partly, 0).status()).isEqualTo(Status.COMPUTED);
        assertThat(ScoreSheet.points(line(partly, 0))).isEqualTo("40"); // 20 + the full 20 of b
    }

    /** Dropped: the group has no score; c has 40 of the 40 that apply, which is 100 of 100. */
    @Test
    void a_dropped_group_has_no_score_and_its_weight_is_shared_out() {
        SampleScheme sample = outline().more("not-applicable: drop-and-rescale");

        Evaluation evaluation =
                ScoreSheet.score(sample, dropped(half(), "a", "b").build());
        Evaluation partly = ScoreSheet.score(sample, dropped(half(), "b").build());
        Evaluation nothing =
                ScoreSheet.score(sample, dropped(half(), "a", "b", "c").build());

        assertThat(ScoreSheet.points(line(evaluation, 0))).isEqualTo("not-applicable");
        assertThat(evaluation.total().points()).hasToString("100");
        assertThat(ScoreSheet.points(line(partly, 0))).isEqualTo("20");
        assertThat(partly.total().points()).hasToString("75"); // (20 + 40) of the 80 that apply
        assertThat(nothing.total().points()).hasToString("0");
    }

    @Test
    void a_stated_score_takes_the_place_of_the_computed_one_and_a_difference_is_told() {
        Evaluation differs = ScoreSheet.score(outline(), stated(half(), "a", "33.5"));
        Evaluation same = ScoreSheet.score(outline(), stated(half(), "a", "20.00"));

        assertThat(ScoreSheet.points(line(differs, 0, 0))).isEqualTo("33.5");
        assertThat(line(differs, 0, 0).status()).isEqualTo(Status.STATED);
        assertThat(line(differs, 0, 0).note()).isEqualTo("自评报告");
        assertThat(ScoreSheet.told(line(differs, 0, 0), Language.ZH))
                .containsExactly("已公布得分 33.5 与按数据计算的 20 不一致 @statedScores.csv");
        assertThat(ScoreSheet.told(line(differs, 0, 0), Language.EN))
                .containsExactly("the stated score 33.5 differs from 20 computed from the facts @statedScores.csv");
        assertThat(differs.total().points()).hasToString("93.5"); // 33.5 + 20 + 40
        assertThat(line(same, 0, 0).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "40, false", "40.01, true", "-0.01, true"})
    void a_stated_score_beyond_its_weight_is_told(String score, boolean beyond) {
        Evaluation evaluation =
                ScoreSheet.score(outline(), stated(facts().put("assetReportMatches", true), "a", score));

        assertThat(ScoreSheet.told(line(evaluation, 0, 0), Language.ZH))
                .isEqualTo(beyond ? List.of("已公布得分 " + score + " 不在 0 至 40 之间 @statedScores.csv") : List.of());
        assertThat(ScoreSheet.points(line(evaluation, 0, 0))).isEqualTo(score);
    }

    @Test
    void a_stated_group_keeps_its_lines_and_counts_once() {
        Evaluation evaluation = ScoreSheet.score(outline(), stated(half(), "g", "50"));

        assertThat(evaluation.total().points()).hasToString("90"); // 50 + 40
        assertThat(line(evaluation, 0).rate().orElseThrow().ratio()).hasToString("5/6");
        assertThat(line(evaluation, 0).criteria()).hasSize(2);
        assertThat(ScoreSheet.told(line(evaluation, 0), Language.ZH))
                .containsExactly("已公布得分 50 与按数据计算的 40 不一致 @statedScores.csv");
    }

    @Test
    void a_line_of_no_weight_has_no_rate() {
        Evaluation evaluation = ScoreSheet.score(
                SampleScheme.of("0", PASS),
                facts().put("assetReportMatches", true).build());

        assertThat(ScoreSheet.points(line(evaluation, 0))).isEqualTo("0");
        assertThat(line(evaluation, 0).rate()).isEmpty();
    }
}
