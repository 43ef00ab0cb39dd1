package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.row;

import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.SampleFacts;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.scheme.SampleScheme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rule by elements, which a person or a formula answers. */
class ChecklistTest {

    private static final String LIST = "{kind: checklist, elements: [{id: a, name: {zh: 甲, en: first}, points: 3 分}, "
            + "{id: b, name: {zh: 乙, en: second}, points: 2 分}]}";

    /** Three of five points are met; the two of the other element are lost. */
    @Test
    void every_element_of_a_checklist_is_shown() {
        CriterionScore line = ScoreSheet.only(
                "5",
                LIST,
                SampleFacts.of("checks", check("only", "a", true), check("only", "b", false), check("x", "b", true)));

        assertThat(ScoreSheet.points(line)).isEqualTo("3");
        assertThat(ScoreSheet.steps(line, Language.ZH)).containsExactly("达到：甲 → 3 分", "未达到：乙 → 0 分");
        assertThat(ScoreSheet.steps(line, Language.EN))
                .containsExactly("met: first → 3 points", "not met: second → 0 points");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("2 未达到：乙");
        assertThat(ScoreSheet.losses(line, Language.EN)).containsExactly("2 not met: second");
    }

    @Test
    void an_element_without_an_answer_is_asked_for() {
        CriterionScore line = ScoreSheet.only(
                "5", LIST, SampleFacts.of("checks", check("only", "a", true), check("only", "b", null)));

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH)).containsExactly("“乙”还没有核对（“要素核对”表，only 的 b） @checks.csv");
        assertThat(ScoreSheet.told(line, Language.EN))
                .containsExactly("“乙” has no answer yet (register “Checks”, element b of only) @checks.csv");
    }

    /** A formula answers both elements, so that nobody is asked; 2 of 5 points. */
    @Test
    void a_formula_may_answer_instead_of_a_person() {
        String rule = LIST.replace("points: 3 分", "points: 3 分, met: not(assetReportMatches)")
                .replace("points: 2 分", "points: 2 分, met: assetReportMatches");

        CriterionScore known = ScoreSheet.only(
                "5", rule, SampleFacts.facts().put("assetReportMatches", true).build());
        CriterionScore unknown = ScoreSheet.only("5", rule, SampleFacts.facts().build());

        assertThat(ScoreSheet.points(known)).isEqualTo("2");
        assertThat(ScoreSheet.losses(known, Language.ZH)).containsExactly("3 未达到：甲");
        assertThat(ScoreSheet.points(unknown)).isEqualTo("missing");
        assertThat(ScoreSheet.told(unknown, Language.ZH)).containsExactly("缺少“资产年报与账一致”（assetReportMatches）");
    }

    @Test
    void an_element_stands_once_in_a_checklist() {
        assertThat(SampleScheme.of("5", LIST.replace("id: b", "id: a")).mistakes())
                .containsExactly("id-twice criteria/only.yaml:4:84");
    }

    @Test
    void an_element_takes_no_points_away() {
        String rule = LIST.replace("points: 3 分", "points: 7 分").replace("points: 2 分", "points: -2 分");

        assertThat(SampleScheme.of("5", rule).mistakes()).containsExactly("points-negative criteria/only.yaml:4:127");
    }

    private static Row check(String criterion, String element, @Nullable Boolean met) {
        Row row = row("checks", "criterion", criterion, "element", element);
        return met == null ? row : row.with(row.kind().indexOf("met"), met);
    }
}
