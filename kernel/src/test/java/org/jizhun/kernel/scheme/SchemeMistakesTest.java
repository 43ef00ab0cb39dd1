package org.jizhun.kernel.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What check-schemes tells of mistakes in rule data: nothing that means nothing goes unseen. */
class SchemeMistakesTest {

    private static final String PASS = "{kind: pass-fail, passes: assetReportMatches}";

    private static SampleScheme sample() {
        return SampleScheme.of("10", PASS);
    }

    private static List<String> codes(SampleScheme sample) {
        return sample.load().problems().stream().map(Problem::code).toList();
    }

    /** Every rule with the further key colour; before it the rule is sound. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                PASS,
                "{kind: proportional, rate: 'carriedOver / carriedOverLastYear', cap: 90%}",
                "{kind: inverse, unit: amount, actual: carriedOver, limit: carriedOverLastYear}",
                "{kind: ladder, measure: 'carriedOver / carriedOverLastYear', bands: [{rate: 100%}]}",
                "{kind: capped-mean, over: execution, measure: rate, cap: 100%, weight: month}",
                "{kind: compliance-share, cases: contracts, compliant: registered, none: full}",
                "{kind: deduction-per-event, events: deductions, each: 1 分, count: count}",
                "{kind: judged-with-reason}",
                "{kind: judged-bands, bands: [{label: 好, from: 0%, to: 100%}]}",
                "{kind: checklist, elements: [{id: a, name: {zh: 甲, en: a}, points: 10 分, met: assetReportMatches}]}",
                "{kind: weighted-roll-up, over: indicators, weight: weight, completion: 50%, cap: 100%, "
                        + "explanation: reason}",
            })
    void a_rule_refuses_a_key_it_does_not_know(String rule) {
        String wrong = rule.replaceFirst("}$", ", colour: red}").replaceFirst("\\{,", "{");

        assertThat(SampleScheme.of("10", rule).mistakes()).isEmpty();
        assertThat(SampleScheme.of("10", wrong).load().problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("key-unknown");
                    assertThat(problem.arguments()).containsEntry("key", "colour");
                });
    }

    /** The same inside what a scheme nests. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{label: 好, from: 0% | {label: 好, colour: red, from: 0%",
                "{id: a, name: {zh: 甲 | {id: a, colour: red, name: {zh: 甲",
                "{zh: 甲, en: a} | {zh: 甲, en: a, fr: a}",
            })
    void a_nested_mapping_refuses_a_key_it_does_not_know(String from, String to) {
        for (String rule : List.of(
                "{kind: judged-bands, bands: [{label: 好, from: 0%, to: 100%}]}",
                "{kind: checklist, elements: [{id: a, name: {zh: 甲, en: a}, points: 10 分}]}")) {
            String wrong = rule.replace(from, to);
            assertThat(codes(SampleScheme.of("10", wrong)))
                    .isEqualTo(wrong.equals(rule) ? List.of() : List.of("key-unknown"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheme.yaml | {scale: 2, mode | {scale: 2, colour: red, mode | key-unknown",
                "scheme.yaml | {label: 优, from | {label: 优, colour: red, from | key-unknown",
                "scheme.yaml | {zh: 样例, en | {zh: 样例, colour: red, en | key-unknown",
                "scheme.yaml | {source: 某办法, | {source: 某办法, colour: red, | key-unknown",
                "scheme.yaml | {label: 优, from: 90} | {label: 优, from: 80} | grades-not-descending",
                "scheme.yaml | {label: 优, from: 90} | {label: 优, from: 90, inclusive: maybe} | word-unknown",
                "scheme.yaml | {label: 差, from: 0} | {label: 差, from: 0, inclusive: false} | grades-gap",
                "scheme.yaml | rounding: {scale: 2, mode: half-up, at: leaf} | form: x | key-missing",
                "scheme.yaml | scale: 2 | scale: 19 | rounding-unknown",
                "scheme.yaml | title: {zh: 样例, en: Sample} | form: x | key-missing",
                "criteria/only.yaml | weight: 10 | 'weight: 10\nrounding: {scale: 2, mode: up, colour: red}' | key-unknown",
                "criteria/only.yaml | weight: 10 | 'weight: 10\nrounding: {scale: x, mode: up}' | rounding-unknown",
                "criteria/only.yaml | weight: 10 | 'weight: 10\ncap: -1' | points-negative",
                "criteria/only.yaml | name: {zh: only, en: only} | form: x | key-unknown",
            })
    void a_mistake_is_told(String file, String from, String to, String code) {
        assertThat(codes(sample().replace(file, from, to))).contains(code);
    }

    @Test
    void further_sections_of_a_scheme_refuse_keys_they_do_not_know() {
        String basis = "basis: {source: 某办法, provenance: 为测试而写}";
        assertThat(codes(sample().more("over-achievement: {threshold: 130%, colour: red}")))
                .containsExactly("key-unknown");
        assertThat(codes(sample().more("bonuses: [{id: b, name: {zh: 甲, en: a}, points: 1 分, cap: 1, colour: red, "
                        + basis + "}]")))
                .containsExactly("key-unknown");
        assertThat(codes(sample().more(
                                "vetoes: [{id: v, name: {zh: 甲, en: a}, when: assetReportMatches, total-at-most: 0, "
                                        + "colour: red, " + basis + "}]")))
                .containsExactly("key-unknown");
        assertThat(codes(SampleScheme.empty("10")
                        .leaf("only", "10", PASS)
                        .outline("[{id: g, name: {zh: 组, en: g}, weight: 10, colour: red, criteria: [only]}]")))
                .containsExactly("key-unknown");
    }

    @Test
    void a_group_has_an_id_of_its_own_and_something_in_it() {
        assertThat(SampleScheme.empty("10")
                        .leaf("only", "10", PASS)
                        .outline("[{id: only, name: {zh: 组, en: g}, weight: 10, criteria: [only]}]")
                        .mistakes())
                .containsExactly("id-twice scheme.yaml:9:67");
        assertThat(codes(SampleScheme.empty("0").outline("[{id: g, name: {zh: 组, en: g}, weight: 0}]")))
                .containsExactly("key-missing");
    }

    @Test
    void a_word_outside_the_choice_is_told_with_the_choice() {
        Problem none = SampleScheme.of(
                        "10", "{kind: compliance-share, cases: contracts, compliant: registered, none: maybe}")
                .load()
                .problems()
                .get(0);
        Problem unit = SampleScheme.of("10", "{kind: inverse, unit: furlong, actual: 1, limit: 2}")
                .load()
                .problems()
                .get(0);

        assertThat(none.text(Language.ZH)).isEqualTo("“none”的值“maybe”不认识，可用的有：full, not-applicable");
        assertThat(unit.code()).isEqualTo("kind-unknown");
        assertThat(unit.arguments()).containsEntry("found", "furlong");
        assertThat(codes(SampleScheme.of("10", "{kind: inverse, unit: text, actual: 1, limit: 2}")))
                .contains("kind-unknown");
    }

    @Test
    void both_figures_of_a_limit_are_of_its_unit() {
        assertThat(codes(SampleScheme.of(
                        "10", "{kind: inverse, unit: count, actual: count(contracts), limit: carriedOver}")))
                .containsExactly("formula-kind");
        assertThat(codes(SampleScheme.of("10", "{kind: inverse, actual: count(contracts), limit: carriedOver}")))
                .containsExactly("formula-kind");
    }

    @Test
    void a_scheme_of_one_edition_stands_once_and_the_newest_is_found() {
        Map<String, String> files = new HashMap<>(sample().files());
        sample().files().forEach((path, text) -> files.put("other/" + path, text));
        Map<String, String> newer = new HashMap<>(sample().files());
        sample().files()
                .forEach((path, text) ->
                        newer.put("newer/" + path, text.replace("edition: \"2025\"", "edition: \"2026\"")));

        assertThat(Schemes.load(files).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("scheme-twice");
            assertThat(problem.arguments()).containsEntry("id", "sample").containsEntry("edition", "2025");
        });
        assertThat(Schemes.load(files).value().all()).hasSize(1);
        assertThat(Schemes.load(newer).problems()).isEmpty();
        assertThat(Schemes.load(newer).value().find("sample").orElseThrow().edition())
                .isEqualTo("2026");
        assertThat(Schemes.none().all()).isEmpty();
        assertThat(Schemes.none().find("sample")).isEmpty();
    }

    @Test
    void the_hash_hangs_on_every_file_but_not_on_the_line_that_states_it() {
        String hash = sample().scheme().hash();

        assertThat(sample().more("frozen: " + hash).scheme().hash()).isEqualTo(hash);
        assertThat(sample().more("form: x").scheme().hash()).isNotEqualTo(hash);
        assertThat(sample().more("only", "unclear: 有疑问").scheme().hash()).isNotEqualTo(hash);
    }
}
