package org.jizhun.kernel.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemesTest {

    private static final String PASS = "{kind: pass-fail, passes: 'assetReportMatches'}";

    private static SampleScheme sample() {
        return SampleScheme.of("10", PASS);
    }

    @Test
    void a_sound_scheme_is_found_by_id_and_by_edition() {
        Schemes schemes = sample().load().value();

        assertThat(schemes.find("sample")).isPresent();
        assertThat(schemes.find("sample@2025")).isPresent();
        assertThat(schemes.find("sample@2024")).isEmpty();
        assertThat(schemes.find("sample").orElseThrow().leaves())
                .extracting(Criterion::id)
                .containsExactly("only");
    }

    @Test
    void all_mistakes_are_told_at_once_each_with_its_place() {
        SampleScheme sample = sample().leaf("only", "9", "{kind: pass-fail, passes: 'noSuchName'}")
                .more("only", "colour: red")
                .more("form2: x");

        assertThat(sample.mistakes())
                .contains(
                        "key-unknown scheme.yaml:10:1",
                        "key-unknown criteria/only.yaml:6:1",
                        "weights-do-not-sum scheme.yaml:9:10")
                .anySatisfy(mistake -> assertThat(mistake).contains("criteria/only.yaml:4:"));
        assertThat(sample.load().value().all()).isEmpty();
    }

    @Test
    void an_outline_entry_needs_a_file_and_a_file_an_outline_entry() {
        assertThat(SampleScheme.empty("0")
                        .leaf("other", "1", PASS)
                        .outline("[only]")
                        .mistakes())
                .containsExactly(
                        "criterion-without-file scheme.yaml:9:11", "criterion-not-in-outline criteria/other.yaml");
    }

    @Test
    void an_id_stands_once_in_the_outline() {
        assertThat(SampleScheme.empty("20")
                        .leaf("only", "10", PASS)
                        .outline("[only, only]")
                        .mistakes())
                .containsExactly("id-twice scheme.yaml:9:17");
    }

    @Test
    void the_children_of_a_group_sum_to_its_weight() {
        SampleScheme sample = SampleScheme.empty("10")
                .leaf("only", "9.5", PASS)
                .outline("[{id: group, name: {zh: 组, en: group}, weight: 10, criteria: [only]}]");

        assertThat(sample.mistakes()).containsExactly("weights-do-not-sum scheme.yaml:9:11");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: only | id: other | file-name-differs criteria/only.yaml:1:5",
                "weight: 10 | weight: -10 | points-negative criteria/only.yaml:3:9",
                "weight: 10 | weight: ten | points-not-a-number criteria/only.yaml:3:9",
                "kind: pass-fail | kind: guess | rule-unknown criteria/only.yaml:4:14",
                "basis: | form: | basis-missing criteria/only.yaml:1:1",
                "verified: true | verified: perhaps | word-unknown criteria/only.yaml:5:51",
            })
    void a_mistake_in_a_leaf_is_told_with_its_place(String from, String to, String expected) {
        assertThat(sample().replace("criteria/only.yaml", from, to).mistakes()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: sample | id: sampel | file-name-differs scheme.yaml:1:5",
                "mode: half-up | mode: nearest | rounding-unknown scheme.yaml:6:11",
                "at: leaf | at: sometimes | word-unknown scheme.yaml:6:41",
                "from: 80 | from: 95 | grades-not-descending scheme.yaml:7:32",
                "from: 0} | from: 5} | grades-gap scheme.yaml:7:9",
            })
    void a_mistake_in_the_scheme_file_is_told_with_its_place(String from, String to, String expected) {
        assertThat(sample().replace("scheme.yaml", from, to).mistakes()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{below: 60%, rate: 0%}, {from: 70%, rate: 100%} | bands-gap",
                "{below: 60%, rate: 0%}, {above: 60%, rate: 100%} | bands-gap",
                "{to: 60%, rate: 0%}, {from: 60%, rate: 100%} | bands-overlap",
                "{below: 70%, rate: 0%}, {from: 60%, rate: 100%} | bands-overlap",
                "{from: 0%, below: 60%, rate: 0%}, {from: 60%, rate: 100%} | bands-gap",
                "{below: 60%, rate: 0%}, {from: 60%, to: 100%, rate: 100%} | bands-gap",
                "{below: 60%, to: 60%, rate: 0%}, {above: 60%, rate: 100%} | band-end-twice",
            })
    void the_bands_of_a_ladder_cover_every_figure_once(String bands, String code) {
        SampleScheme sample = SampleScheme.of(
                "10", "{kind: ladder, measure: 'carriedOver / carriedOverLastYear', bands: [" + bands + "]}");

        assertThat(sample.mistakes()).singleElement().asString().startsWith(code + " criteria/only.yaml:4:");
    }

    @Test
    void bands_that_meet_with_one_closed_end_are_sound() {
        String bands = "[{to: 60%, rate: 0%}, {above: 60%, below: 90%, rate: 50%}, {from: 90%, rate: 100%}]";

        assertThat(SampleScheme.of(
                                "10",
                                "{kind: ladder, measure: 'carriedOver / carriedOverLastYear', bands: " + bands + "}")
                        .mistakes())
                .isEmpty();
    }

    @Test
    void the_elements_of_a_checklist_sum_to_the_weight() {
        String rule = "{kind: checklist, elements: [{id: a, name: {zh: 甲, en: a}, points: 4 分}]}";

        assertThat(SampleScheme.of("10", rule).mistakes()).containsExactly("points-do-not-sum criteria/only.yaml:4:35");
    }

    @Test
    void a_rule_over_rows_refuses_a_list_of_figures() {
        String rule = "{kind: compliance-share, cases: contracts.amount, compliant: 'true'}";

        assertThat(SampleScheme.of("10", rule).mistakes()).containsExactly("rule-needs-rows criteria/only.yaml:4:39");
    }

    @Test
    void a_frozen_edition_whose_content_changed_is_refused() {
        String hash = sample().scheme().hash();

        assertThat(sample().more("frozen: " + hash).mistakes()).isEmpty();
        assertThat(sample().more("frozen: " + hash).more("only", "unclear: 有疑问").mistakes())
                .containsExactly("frozen-changed scheme.yaml:10:9");
    }

    @Test
    void a_veto_needs_an_effect() {
        String veto = "vetoes: [{id: v, name: {zh: 否决, en: v}, when: 'assetReportMatches', "
                + "basis: {source: 某办法, provenance: 为测试而写}}]";

        assertThat(sample().more(veto).mistakes()).containsExactly("veto-without-effect scheme.yaml:10:10");
    }

    @Test
    void a_scheme_finds_its_criteria_at_any_level() {
        Scheme scheme = SampleScheme.empty("10")
                .leaf("only", "10", PASS)
                .outline("[{id: g, name: {zh: 组, en: group}, weight: 10, criteria: [only]}]")
                .scheme();

        assertThat(scheme.leaves()).extracting(Criterion::id).containsExactly("only");
        assertThat(scheme.all()).extracting(Criterion::id).containsExactly("g", "only");
        assertThat(scheme.criterion("only").orElseThrow().level()).isEqualTo(2);
        assertThat(scheme.criterion("g").orElseThrow().name().in(Language.EN)).isEqualTo("group");
        assertThat(scheme.criterion("x")).isEmpty();
        assertThat(new Title("组", "").in(Language.EN)).isEqualTo("组");
        assertThat(new Title("组", "group").in(Language.ZH)).isEqualTo("组");
    }
}
