package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;

import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.SampleScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    private static final String STEPS = "{kind: ladder, measure: 'carriedOver / carriedOverLastYear', bands: ["
            + "{to: 5%, rate: 100%}, {above: 5%, to: 10%, rate: 60%}, "
            + "{above: 10%, below: 20%, rate: 30%}, {from: 20%, rate: 0%}]}";
    private static final String MONEY = "{kind: ladder, unit: amount, measure: carriedOver, bands: ["
            + "{below: 1 万元, rate: 100%}, {from: 1 万元, below: 3 万元, rate: 50%}, {from: 3 万元, rate: 0%}]}";

    private static FactSet share(String carriedOver) {
        return facts().put("carriedOver", Exact.parse(carriedOver))
                .put("carriedOverLastYear", Exact.of(10_000))
                .build();
    }

    /** Of 10,000: 500 is 5 %, the end of the first band; 501 is 5.01 %, in the second; and so on. Weight 10. */
    @ParameterizedTest
    @CsvSource({"-1, 10", "500, 10", "501, 6", "1000, 6", "1001, 3", "1999, 3", "2000, 0", "2001, 0"})
    void an_end_belongs_to_the_band_that_says_so(String carriedOver, String expected) {
        assertThat(ScoreSheet.points(ScoreSheet.only("10", STEPS, share(carriedOver))))
                .isEqualTo(expected);
    }

    /** The same bands from the highest down. */
    @ParameterizedTest
    @CsvSource({"500, 10", "501, 6", "1000, 6", "1001, 3", "1999, 3", "2000, 0"})
    void the_order_in_which_bands_are_written_changes_nothing(String carriedOver, String expected) {
        String turned = "[{from: 20%, rate: 0%}, {above: 10%, below: 20%, rate: 30%}, "
                + "{above: 5%, to: 10%, rate: 60%}, {to: 5%, rate: 100%}]";

        assertThat(ScoreSheet.points(ScoreSheet.only("10", STEPS.replaceAll("\\[.*]", turned), share(carriedOver))))
                .isEqualTo(expected);
    }

    /** 5.01 %: 10 × 60 % = 6, so 4 are not given. */
    @Test
    void the_band_is_told_with_both_ends_as_people_write_them() {
        CriterionScore line = ScoreSheet.only("10", STEPS, share("501"));

        assertThat(ScoreSheet.steps(line, Language.ZH))
                .containsExactly("carriedOver / carriedOverLastYear → 5.01%", "属于“> 5%, ≤ 10%”一档，得分值的 60% → 6 分");
        assertThat(ScoreSheet.steps(line, Language.EN))
                .endsWith("in the band > 5%, ≤ 10%, which gives 60% of the points → 6 points");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("4 5.01% 属于“> 5%, ≤ 10%”一档，得分值的 60%");
        assertThat(ScoreSheet.losses(line, Language.EN))
                .containsExactly("4 5.01% falls into the band > 5%, ≤ 10%, which gives 60% of the points");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1999 | > 10%, < 20% | 30%", "2000 | ≥ 20% | 0%", "400 | ≤ 5% | 100%"})
    void an_open_end_is_left_out(String carriedOver, String band, String rate) {
        CriterionScore line = ScoreSheet.only("10", STEPS, share(carriedOver));

        assertThat(line.trace().get(1).text(Language.ZH)).isEqualTo("属于“" + band + "”一档，得分值的 " + rate);
    }

    /** 20,000 yuan lies from 10,000 to below 30,000: half of 10 points. */
    @Test
    void a_ladder_of_money_speaks_of_money() {
        CriterionScore line = ScoreSheet.only(
                "10", MONEY, facts().put("carriedOver", Exact.of(20_000)).build());

        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("5 2 万元 属于“≥ 1 万元, < 3 万元”一档，得分值的 50%");
        assertThat(ScoreSheet.losses(line, Language.EN))
                .containsExactly(
                        "5 20000 yuan falls into the band ≥ 10000 yuan, < 30000 yuan, which gives 50% of the points");
    }

    @Test
    void without_its_figure_a_ladder_gives_no_score() {
        CriterionScore line = ScoreSheet.only("10", MONEY, facts().build());

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH)).containsExactly("缺少“年末结转结余”（carriedOver）");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{below: 60%, rate: 0%}, {from: 70%, rate: 100%} | 区间之间有空隙：(..0.6) [0.7..)",
                "{to: 60%, rate: 0%}, {from: 60%, rate: 100%} | 区间重叠：(..0.6] [0.6..)",
                "{above: 0%, to: 60%, rate: 0%}, {above: 60%, rate: 100%} | 区间之间有空隙：… (0..0.6]",
                "{to: 60%, rate: 0%}, {above: 60%, to: 100%, rate: 100%} | 区间之间有空隙：(0.6..1] …",
                "{rate: 0%}, {above: 60%, rate: 100%} | 区间重叠：(..) (0.6..)",
                "{to: 60%, rate: 0%}, {below: 60%, rate: 50%}, {from: 60%, rate: 100%} | 区间重叠：(..0.6] (..0.6)",
            })
    void the_ends_that_do_not_meet_are_named(String bands, String told) {
        assertThat(messages(STEPS.replaceAll("\\[.*]", "[" + bands + "]")))
                .first()
                .isEqualTo(told);
    }

    @Test
    void bands_may_be_written_in_any_order() {
        String bands = "[{from: 90%, rate: 100%}, {to: 60%, rate: 0%}, {above: 60%, below: 90%, rate: 50%}]";

        assertThat(messages(STEPS.replaceAll("\\[.*]", bands))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit: amount|unit: furlong|kind-unknown criteria/only.yaml:4:28|furlong",
                "unit: amount|unit: text|kind-unknown criteria/only.yaml:4:28|text",
                "{below: 1 万元, rate: 100%}|{below: 1 万元, colour: red, rate: 100%}"
                        + "|key-unknown criteria/only.yaml:4:80|colour",
            })
    void a_unit_or_key_that_means_nothing_is_told(String from, String to, String told, String found) {
        SampleScheme sample = SampleScheme.of("10", MONEY.replace(from, to));

        assertThat(sample.mistakes()).contains(told);
        assertThat(sample.load().problems().get(0).arguments()).containsValue(found);
    }

    @Test
    void a_ladder_without_bands_is_told() {
        assertThat(messages("{kind: ladder, measure: 'carriedOver / carriedOverLastYear'}"))
                .containsExactly("缺少必填项“bands”");
    }

    @Test
    void a_band_with_a_mistake_is_told_once_and_not_as_a_gap() {
        String bands = "[{below: 60, rate: 0%}, {from: 60%, rate: 100%}]";

        assertThat(SampleScheme.of("10", STEPS.replaceAll("\\[.*]", bands)).mistakes())
                .containsExactly("formula-kind criteria/only.yaml:4:84");
    }

    private static java.util.List<String> messages(String rule) {
        return SampleScheme.of("10", rule).load().problems().stream()
                .map(problem -> problem.text(Language.ZH))
                .toList();
    }
}
