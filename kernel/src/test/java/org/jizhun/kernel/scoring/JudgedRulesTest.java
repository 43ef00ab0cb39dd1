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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules in which a person judges or answers. */
class JudgedRulesTest {

    private static final String JUDGED = "{kind: judged-with-reason}";
    private static final String BANDS = "{kind: judged-bands, bands: [{label: 好, from: 80%, to: 100%}, "
            + "{label: 中, from: 50%, to: 80%}, {label: 差, from: 0%, to: 50%}]}";

    private static Row judgement(@Nullable String points, @Nullable String rate, String reason) {
        List<Object> values = new ArrayList<>(List.of("criterion", "only", "reason", reason));
        if (points != null) {
            values.addAll(List.of("points", Exact.parse(points)));
        }
        if (rate != null) {
            values.addAll(List.of("rate", Exact.parse(rate)));
        }
        return row("judgements", values.toArray());
    }

    private static Row banded(String band, String rate) {
        Row row = judgement(null, rate, "查阅台账");
        return row.with(row.kind().indexOf("band"), band);
    }

    private static CriterionScore judged(String rule, Row... rows) {
        return ScoreSheet.only("5", rule, SampleFacts.of("judgements", rows));
    }

    /** Four of five points, given as such or as 80 % of 5. */
    @ParameterizedTest
    @CsvSource({"4,", ",0.8"})
    void a_judgement_gives_points_or_a_rate_with_its_reason(@Nullable String points, @Nullable String rate) {
        CriterionScore line = judged(JUDGED, judgement(points, rate, "材料不全"));

        assertThat(ScoreSheet.points(line)).isEqualTo("4");
        assertThat(line.status()).isEqualTo(Status.JUDGED);
        assertThat(line.note()).isEqualTo("材料不全");
        assertThat(ScoreSheet.steps(line, Language.ZH)).containsExactly("评定得分 → 4 分");
        assertThat(ScoreSheet.steps(line, Language.EN)).containsExactly("points judged → 4 points");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("1 评定扣分：材料不全");
        assertThat(ScoreSheet.losses(line, Language.EN)).containsExactly("1 judged: 材料不全");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5"})
    void nothing_and_everything_may_be_judged(String points, String expected) {
        assertThat(ScoreSheet.points(judged(JUDGED, judgement(points, null, "查阅台账"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "5.01 | - | 评定分 5.01 不在 0 至 5 之间 | the points 5.01 are not between 0 and 5",
                "-0.01 | - | 评定分 -0.01 不在 0 至 5 之间 | the points -0.01 are not between 0 and 5",
                "- | 1.2 | 评定分 6 不在 0 至 5 之间 | the points 6 are not between 0 and 5",
                "4 | 0.8 | only 的评定分和评定得分率应当填且只填一项 | the judgement of only needs either points or a rate",
                "- | - | only 的评定分和评定得分率应当填且只填一项 | the judgement of only needs either points or a rate",
            })
    void a_judgement_outside_the_weight_or_ambiguous_gives_no_score(
            @Nullable String points, @Nullable String rate, String zh, String en) {
        CriterionScore line = judged(JUDGED, judgement(points, rate, "查阅台账"));

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH)).containsExactly(zh + " @judgements.csv");
        assertThat(ScoreSheet.told(line, Language.EN)).containsExactly(en + " @judgements.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {JUDGED, BANDS})
    void a_judgement_is_there_once_and_with_a_reason(String rule) {
        Row other = judgement("5", null, "查阅台账").with(0, "other");
        Row good = rule.equals(JUDGED) ? judgement("5", null, "查阅台账") : banded("好", "1");

        assertThat(ScoreSheet.told(judged(rule, other), Language.ZH)).containsExactly("“评定”中没有 only");
        assertThat(ScoreSheet.told(judged(rule, other), Language.EN))
                .containsExactly("“Judgements” has no row for only");
        assertThat(ScoreSheet.told(judged(rule, good, good), Language.ZH))
                .containsExactly("“评定”中 only 有不止一行 @judgements.csv");
        assertThat(ScoreSheet.told(judged(rule, good.with(good.kind().indexOf("reason"), " ")), Language.ZH))
                .containsExactly("only 的评定没有写明理由 @judgements.csv");
        assertThat(ScoreSheet.told(
                        ScoreSheet.only("5", rule, SampleFacts.facts().build()), Language.ZH))
                .containsExactly("缺少“评定”（judgements）");
        assertThat(ScoreSheet.points(judged(rule, other, good))).isEqualTo("5");
    }

    /** Where two bands meet, the chosen label decides; 5 × 80 % = 4. */
    @ParameterizedTest
    @CsvSource({"好, 1, 5", "好, 0.8, 4", "中, 0.8, 4", "中, 0.5, 2.5", "差, 0.5, 2.5", "差, 0, 0"})
    void both_ends_belong_to_a_band(String band, String rate, String expected) {
        assertThat(ScoreSheet.points(judged(BANDS, banded(band, rate)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "中 | 0.81 | 评定得分率 81% 不在档次“中”（50% 至 80%）内 | the rate 81% is outside the band “中” (50% to 80%)",
                "中 | 0.49 | 评定得分率 49% 不在档次“中”（50% 至 80%）内 | the rate 49% is outside the band “中” (50% to 80%)",
                "优 | 1 | 评定档次“优”不认识，或没有填评定得分率；可选：好、中、差 | " + "unknown band “优”, or no rate; the bands are 好、中、差",
            })
    void a_rate_outside_its_band_gives_no_score(String band, String rate, String zh, String en) {
        CriterionScore line = judged(BANDS, banded(band, rate));

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH)).containsExactly(zh + " @judgements.csv");
        assertThat(ScoreSheet.told(line, Language.EN)).containsExactly(en + " @judgements.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{label: 中, from: 50% | {label: 中, from: 60% | bands-gap | 中",
                "{label: 中, from: 50% | {label: 中, from: 40% | bands-overlap | 中",
                "to: 100% | to: 99.5% | bands-gap | 99.5% …",
                "from: 0% | from: 1% | bands-gap | 差",
            })
    void judged_bands_cover_everything_from_zero_to_100_percent(String from, String to, String code, String where) {
        assertThat(SampleScheme.of("5", BANDS.replace(from, to)).load().problems())
                .first()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.arguments()).containsEntry("where", where);
                });
    }

    @Test
    void a_band_begins_below_its_end_or_is_one_rate() {
        String reversed = BANDS.replace("from: 80%, to: 100%", "from: 100%, to: 80%");
        String single = BANDS.replace("{label: 差", "{label: 零, from: 0%, to: 0%}, {label: 差");

        assertThat(SampleScheme.of("5", reversed).mistakes()).contains("band-ends-reversed criteria/only.yaml:4:36");
        assertThat(SampleScheme.of("5", single).mistakes()).isEmpty();
    }
}
