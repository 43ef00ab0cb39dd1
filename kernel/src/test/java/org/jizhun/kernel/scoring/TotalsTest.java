package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.SampleScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The total with bonuses and vetoes, and its grade. */
class TotalsTest {

    private static final String SHARE = "{kind: proportional, rate: 'carriedOver / carriedOverLastYear'}";
    private static final String BASIS = "basis: {source: 某办法, provenance: 为测试而写}";
    private static final String BONUS =
            "bonuses: [{id: x, name: {zh: 加分, en: bonus}, points: 'sum(deductions.count) * 1 分', cap: 3, " + BASIS
                    + "}]";
    private static final String VETO = "{id: v, name: {zh: 弄虚作假, en: fraud}, when: 'not(assetReportMatches)', ";
    private static final String SECOND = "{id: w, name: {zh: 无预算, en: nothing}, when: 'carriedOver > 0 元', ";

    /** So many hundredths of a point of 100. */
    private static FactSet.Builder total(int hundredths) {
        return facts().put("carriedOver", Exact.of(hundredths)).put("carriedOverLastYear", Exact.of(10_000));
    }

    private static SampleScheme sample() {
        return SampleScheme.of("100", SHARE);
    }

    private static FactSet bonus(int total, int points) {
        return total(total)
                .add("deductions", row("deductions", "criterion", "only", "count", Exact.of(points)))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"10000, 优", "9000, 优", "8999, 良", "8000, 良", "7999, 差", "0, 差"})
    void a_grade_begins_at_its_figure(int hundredths, String grade) {
        assertThat(ScoreSheet.score(sample(), total(hundredths).build()).grade())
                .contains(grade);
    }

    /** The best grade begins above 90: 90 itself is the next. */
    @ParameterizedTest
    @CsvSource({"9001, 优", "9000, 良"})
    void a_grade_may_begin_only_above_its_figure(int hundredths, String grade) {
        SampleScheme sample = sample().replace("scheme.yaml", "from: 90}", "from: 90, inclusive: false}");

        assertThat(ScoreSheet.score(sample, total(hundredths).build()).grade()).contains(grade);
    }

    @Test
    void a_scheme_without_grades_gives_none() {
        SampleScheme sample = sample().replace(
                        "scheme.yaml",
                        "grades: [{label: 优, from: 90}, {label: 良, from: 80}, {label: 差, from: 0}]",
                        "form: x");

        Evaluation evaluation = ScoreSheet.score(sample, total(9500).build());

        assertThat(evaluation.grade()).isEmpty();
        assertThat(evaluation.total().points()).hasToString("95");
    }

    /** 50 plus as many points as deductions are counted, at most 3 either way; never below zero. */
    @ParameterizedTest
    @CsvSource({"5000, 2, 52, 2", "5000, 4, 53, 3", "5000, -2, 48, -2", "5000, -4, 47, -3", "100, -3, 0, -3"})
    void a_bonus_is_a_line_of_its_own_within_its_cap(int hundredths, int given, String total, String points) {
        Evaluation evaluation = ScoreSheet.score(sample().more(BONUS), bonus(hundredths, given));

        assertThat(evaluation.total().points()).hasToString(total);
        assertThat(evaluation.attainable().points()).hasToString(total);
        CriterionScore line = evaluation.criteria().get(1);
        assertThat(line.id()).isEqualTo("x");
        assertThat(ScoreSheet.points(line)).isEqualTo(points);
        assertThat(line.status()).isEqualTo(Status.COMPUTED);
    }

    /** 88.5 with 3 open either way may be 85.5 or 91.5, so the grade is open; 85 may be 82 or 88, which is one grade. */
    @ParameterizedTest
    @CsvSource({"8850, 88.5, 91.5, ", "8500, 85, 88, 良"})
    void a_bonus_that_is_missing_leaves_open_what_it_could_change(
            int hundredths, String total, String attainable, String grade) {
        Evaluation evaluation =
                ScoreSheet.score(sample().more(BONUS), total(hundredths).build());

        assertThat(evaluation.total().points()).hasToString(total);
        assertThat(evaluation.attainable().points()).hasToString(attainable);
        assertThat(evaluation.grade().orElse(null)).isEqualTo(grade);
        assertThat(ScoreSheet.points(evaluation.criteria().get(1))).isEqualTo("missing");
    }

    /** Two vetoes apply: the lower total and the lower grade hold, in whatever order they stand. */
    @ParameterizedTest
    @CsvSource({"89, 59", "59, 89"})
    void of_several_vetoes_the_strictest_holds(int first, int second) {
        String vetoes = "vetoes: [" + VETO + "total-at-most: " + first + ", " + BASIS + "}, " + SECOND
                + "total-at-most: " + second + ", " + BASIS + "}]";

        Evaluation evaluation = ScoreSheet.score(
                sample().more(vetoes),
                total(9500).put("assetReportMatches", false).build());

        assertThat(evaluation.total().points()).hasToString("59");
        assertThat(evaluation.grade()).contains("差");
    }

    @Test
    void a_veto_on_the_grade_leaves_the_points_and_one_that_does_not_apply_changes_nothing() {
        String vetoes = "vetoes: [" + VETO + "grade-at-most: 良, " + BASIS + "}]";

        Evaluation applies = ScoreSheet.score(
                sample().more(vetoes),
                total(9500).put("assetReportMatches", false).build());
        Evaluation not = ScoreSheet.score(
                sample().more(vetoes),
                total(9500).put("assetReportMatches", true).build());
        Evaluation lower = ScoreSheet.score(
                sample().more(vetoes),
                total(5000).put("assetReportMatches", false).build());
        Evaluation open = ScoreSheet.score(sample().more(vetoes), total(9500).build());

        assertThat(applies.total().points()).hasToString("95");
        assertThat(applies.grade()).contains("良");
        assertThat(applies.problems())
                .extracting(problem -> problem.text(Language.ZH))
                .containsExactly("触发否决事项：弄虚作假");
        assertThat(not.grade()).contains("优");
        assertThat(not.problems()).isEmpty();
        assertThat(lower.grade()).contains("差");
        assertThat(open.grade()).isEmpty();
        assertThat(open.problems())
                .extracting(problem -> problem.text(Language.EN))
                .contains("a veto cannot be decided: 弄虚作假 (v)");
    }
}
