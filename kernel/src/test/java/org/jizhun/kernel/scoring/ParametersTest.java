package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.SampleFacts;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.Parameter;
import org.jizhun.kernel.scheme.SampleScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that a scheme fixes once, under a name, and uses in its rules. */
class ParametersTest {

    private static final String BASIS = "basis: {source: 某办法, provenance: 为测试而写}";
    private static final String RATE = "{name: fullRate, label: 满分执行率, kind: percent, value: 95%, " + BASIS + "}";
    private static final String SHARE =
            "{kind: proportional, rate: carriedOver / carriedOverLastYear / fullRate * 100%}";

    private static FactSet figures(int carriedOver, int lastYear) {
        return facts().put("carriedOver", Exact.of(carriedOver))
                .put("carriedOverLastYear", Exact.of(lastYear))
                .build();
    }

    /** 76 % of a full rate of 95 % is 80 %: 8 of 10. The label stands for the name. */
    @ParameterizedTest
    @CsvSource({"fullRate", "满分执行率"})
    void a_rule_uses_a_figure_of_the_scheme(String name) {
        SampleScheme sample =
                SampleScheme.of("10", SHARE.replace("fullRate", name)).more("parameters: [" + RATE + "]");

        Evaluation evaluation = ScoreSheet.score(sample, figures(76, 100));

        assertThat(ScoreSheet.points(evaluation.criteria().get(0))).isEqualTo("8");
        Parameter parameter = sample.scheme().parameters().get(0);
        assertThat(parameter.name()).isEqualTo("fullRate");
        assertThat(parameter.label()).isEqualTo("满分执行率");
        assertThat(parameter.value()).isEqualTo(Exact.parse("0.95"));
        assertThat(parameter.text()).isEqualTo("95%");
        assertThat(parameter.basis().source()).isEqualTo("某办法");
    }

    /** The end of a band may be such a figure: 94 % lies below 95 %, 95 % does not. */
    @ParameterizedTest
    @CsvSource({"94, 5", "95, 10"})
    void the_ends_of_bands_may_be_figures_of_the_scheme(int percent, String expected) {
        String rule = "{kind: ladder, measure: carriedOver / carriedOverLastYear, bands: "
                + "[{below: fullRate, rate: 50%}, {from: fullRate, rate: 100%}]}";
        SampleScheme sample = SampleScheme.of("10", rule).more("parameters: [" + RATE + "]");

        assertThat(ScoreSheet.points(ScoreSheet.score(sample, figures(percent, 100))
                        .criteria()
                        .get(0)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value: 95% | value: carriedOver | formula-name-unknown scheme.yaml:10:67",
                "value: 95% | value: 95 | formula-kind scheme.yaml:10:67",
                "kind: percent | kind: share | kind-unknown scheme.yaml:10:14",
                "name: fullRate | name: carriedOver | id-twice scheme.yaml:10:14",
                "label: 满分执行率 | label: 年末结转结余 | id-twice scheme.yaml:10:14",
                "label: 满分执行率 | label: 满分执行率, colour: red | key-unknown scheme.yaml:10:45",
                "value: 95%, | '' | key-missing scheme.yaml:10:14",
                "basis: {source | form: {source | basis-missing scheme.yaml:10:14",
            })
    void a_mistake_in_a_parameter_is_told(String from, String to, String told) {
        SampleScheme sample = SampleScheme.of("10", "{kind: pass-fail, passes: assetReportMatches}")
                .more("parameters: [" + RATE.replace(from, to) + "]");

        assertThat(sample.mistakes()).contains(told);
    }

    /** Beside the figures of the scheme a formula still sees facts, with their places, and the calendar. */
    @Test
    void the_facts_are_seen_behind_the_parameters() {
        WorkingDays calendar = new WorkingDays(Set.of(Year.of(2025)), Set.of(), Set.of(), Map.of());
        FactSet facts = SampleFacts.of("contracts", row("contracts", "signed", LocalDate.of(2025, 3, 3)));
        Inputs inputs = SampleScheme.of("10", "{kind: pass-fail, passes: assetReportMatches}")
                .more("parameters: [" + RATE + "]")
                .scheme()
                .inputs(Inputs.of(facts, calendar));

        assertThat(inputs.get("fullRate")).isEqualTo(Exact.parse("0.95"));
        assertThat(inputs.get("contracts")).isEqualTo(facts.rows("contracts"));
        assertThat(inputs.get("execution")).isNull();
        assertThat(inputs.calendar()).isSameAs(calendar);
        assertThat(inputs.place("contracts")).isEqualTo(Place.NONE);
    }
}
