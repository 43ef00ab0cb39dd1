package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.SampleScheme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a criterion does not apply by its own word, and how its points are held and rounded. */
class LeafScoreTest {

    private static final String SHARE = "{kind: proportional, rate: 'carriedOver / carriedOverLastYear'}";
    private static final String PASS = "{kind: pass-fail, passes: assetReportMatches}";

    private static CriterionScore only(Evaluation evaluation) {
        return evaluation.criteria().get(0);
    }

    @ParameterizedTest
    @CsvSource({"true, not-applicable, 10", "false, computed, 5", ", missing, 0"})
    void a_criterion_may_say_itself_when_it_does_not_apply(@Nullable Boolean matches, String status, String total) {
        SampleScheme sample = SampleScheme.of("10", SHARE).more("only", "not-applicable-when: assetReportMatches");
        FactSet.Builder facts = facts().put("carriedOver", Exact.of(1)).put("carriedOverLastYear", Exact.of(2));
        if (matches != null) {
            facts.put("assetReportMatches", matches);
        }

        Evaluation evaluation = ScoreSheet.score(sample, facts.build());

        assertThat(only(evaluation).status().word()).isEqualTo(status);
        assertThat(evaluation.total().points()).hasToString(total);
        assertThat(only(evaluation).note()).isEmpty();
    }

    /** 10 points: 95 % would be 9.5, the cap is 9; 10 % would be 1, the floor is 2. */
    @ParameterizedTest
    @CsvSource({"95, 9", "90, 9", "50, 5", "20, 2", "10, 2"})
    void a_criterion_is_held_between_its_floor_and_its_cap(int percent, String expected) {
        SampleScheme sample = SampleScheme.of("10", SHARE).more("only", "cap: 9\nfloor: 2");

        Evaluation evaluation = ScoreSheet.score(
                sample,
                facts().put("carriedOver", Exact.of(percent))
                        .put("carriedOverLastYear", Exact.of(100))
                        .build());

        assertThat(ScoreSheet.points(only(evaluation))).isEqualTo(expected);
        assertThat(ScoreSheet.score(sample, facts().build()).attainable().points())
                .hasToString("9");
    }

    /** 10 × 1/3: by the scheme 3.33, to three places 3.333, downwards to whole points 3; at the total not rounded. */
    @ParameterizedTest
    @CsvSource({
        "leaf, , 3.33",
        "leaf, '{scale: 3, mode: half-up}', 3.333",
        "leaf, '{scale: 0, mode: up}', 4",
        "total, , 10/3",
        "total, '{scale: 1, mode: half-up}', 3.3"
    })
    void a_criterion_is_rounded_as_it_says_or_as_the_scheme_says(String where, @Nullable String own, String expected) {
        SampleScheme sample = SampleScheme.of("10", SHARE).replace("scheme.yaml", "at: leaf", "at: " + where);
        if (own != null) {
            sample.more("only", "rounding: " + own);
        }

        Evaluation evaluation = ScoreSheet.score(
                sample,
                facts().put("carriedOver", Exact.of(1))
                        .put("carriedOverLastYear", Exact.of(3))
                        .build());

        assertThat(ScoreSheet.points(only(evaluation))).isEqualTo(expected);
    }

    /** Two leaves of 5 × 1/3, each 1.667 to three places: 3.334; a scheme that rounds at each level gives 3.33. */
    @ParameterizedTest
    @CsvSource({"each-level, 3.33", "leaf, 3.334", "total, 3.334"})
    void a_group_is_rounded_where_the_scheme_rounds_at_each_level(String where, String expected) {
        SampleScheme sample = SampleScheme.empty("10")
                .leaf("a", "5", SHARE)
                .leaf("b", "5", SHARE)
                .more("a", "rounding: {scale: 3, mode: half-up}")
                .more("b", "rounding: {scale: 3, mode: half-up}")
                .outline("[{id: g, name: {zh: 组, en: group}, weight: 10, criteria: [a, b]}]")
                .replace("scheme.yaml", "at: leaf", "at: " + where);

        Evaluation evaluation = ScoreSheet.score(
                sample,
                facts().put("carriedOver", Exact.of(1))
                        .put("carriedOverLastYear", Exact.of(3))
                        .build());

        assertThat(ScoreSheet.points(only(evaluation))).isEqualTo(expected);
    }

    /** The text of an open question stands beside the line, unless the score has a note of its own. */
    @Test
    void what_is_unclear_of_a_criterion_is_noted() {
        SampleScheme sample = SampleScheme.of("10", PASS).more("only", "unclear: 口径待定");

        Evaluation evaluation =
                ScoreSheet.score(sample, facts().put("assetReportMatches", true).build());

        assertThat(only(evaluation).note()).isEqualTo("口径待定");
        assertThat(only(ScoreSheet.score(
                                sample,
                                facts().add(
                                                "notApplicable",
                                                row("notApplicable", "criterion", "only", "reason", "没有此事"))
                                        .build()))
                        .note())
                .isEqualTo("没有此事");
    }
}
