package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.row;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.SampleFacts;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.SampleScheme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts of an indicator far above its target, and that it is to be explained. */
class OverAchievementTest {

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

    private static CriterionScore over(String over, Row... rows) {
        SampleScheme sample = SampleScheme.of("10", RULE).more("over-achievement: " + over);
        return ScoreSheet.score(sample, SampleFacts.of("indicators", rows))
                .criteria()
                .get(0);
    }

    /** Above 120 % half of what is above is taken off: 160 % counts 1 − 0.5 × (160 − 120) % = 80 %, at least 70 %. */
    @ParameterizedTest
    @CsvSource({"12, 1, ''", "12.1, 0.995, 121% → 99.5%", "16, 0.8, 160% → 80%", "20, 0.7, 200% → 70%"})
    void far_above_the_target_counts_less(String actual, String counted, String note) {
        CriterionScore line =
                over("{threshold: 120%, reduction: 50%, at-least: 70%, explain: false}", indicator("甲", "10", actual));

        CriterionScore part = line.criteria().get(0);
        assertThat(part.rate().orElseThrow().ratio()).hasToString(counted);
        assertThat(part.note()).isEqualTo(actual.equals("12") ? "120% → 100%" : note);
        assertThat(part.problems()).isEmpty();
    }

    /** At the threshold itself nothing is taken off: with a cap of 150 %, 120 % counts 120 %, 121 % only 99.5 %. */
    @ParameterizedTest
    @CsvSource({"12, 1.2", "12.1, 0.995"})
    void at_the_threshold_itself_nothing_is_taken_off(String actual, String counted) {
        SampleScheme sample = SampleScheme.of("10", RULE.replace("explanation: reason", "cap: 150%"))
                .more("over-achievement: {threshold: 120%, reduction: 50%}");

        Evaluation evaluation = ScoreSheet.score(sample, SampleFacts.of("indicators", indicator("甲", "10", actual)));

        CriterionScore part = evaluation.criteria().get(0).criteria().get(0);
        assertThat(part.rate().orElseThrow().ratio()).hasToString(counted);
    }

    @ParameterizedTest
    @CsvSource({"12, , ''", "12.1, 政策调整, ''", "12.1, , told", "12.1, '  ', told"})
    void an_indicator_far_above_its_target_is_to_be_explained(String actual, @Nullable String reason, String told) {
        Row row = indicator("甲", "10", actual);
        Row given = reason == null ? row : row.with(row.kind().indexOf("reason"), reason);

        CriterionScore part = over("{threshold: 120%}", given).criteria().get(0);

        assertThat(ScoreSheet.told(part, Language.ZH))
                .isEqualTo(told.isEmpty() ? List.of() : List.of("“甲”完成率 121%，超过 120%，没有说明原因 @indicators.csv"));
        assertThat(ScoreSheet.told(part, Language.EN))
                .isEqualTo(
                        told.isEmpty()
                                ? List.of()
                                : List.of("“甲” reached 121%, above 120%, without an explanation @indicators.csv"));
        assertThat(ScoreSheet.points(part)).isEqualTo("10");
    }
}
