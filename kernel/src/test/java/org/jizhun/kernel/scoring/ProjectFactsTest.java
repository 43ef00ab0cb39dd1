package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import java.util.List;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.SampleScheme;
import org.junit.jupiter.api.Test;

/** What a scheme sees when one project is scored. A has the parts A1 and A2, A1 the part A11; B stands alone. */
class ProjectFactsTest {

    private static Row project(String code, String parent) {
        return row("projects", "code", code, "parent", parent);
    }

    private static Row withMoney(Row project) {
        Row adjusted = project.with(project.kind().indexOf("adjusted"), Exact.of(100));
        return adjusted.with(project.kind().indexOf("actualSpending"), Exact.of(90));
    }

    private static FactSet.Builder family() {
        return facts().add("projects", project("A11", "A1")) // a part may stand above the whole
                .add("projects", project("A", ""))
                .add("projects", project("A1", "A"))
                .add("projects", project("A2", "A"))
                .add("projects", project("B", ""));
    }

    private static List<String> seen(FactSet facts, String register, String column) {
        return facts.rows(register).stream().map(row -> row.text(column)).toList();
    }

    @Test
    void a_project_whose_money_stands_in_its_parts_is_seen_as_its_last_parts() {
        assertThat(seen(ProjectFacts.of(family().build(), "A"), "projects", "code"))
                .containsExactly("A11", "A2");
        assertThat(seen(ProjectFacts.of(family().build(), "A1"), "projects", "code"))
                .containsExactly("A11");
        assertThat(seen(ProjectFacts.of(family().build(), "B"), "projects", "code"))
                .containsExactly("B");
    }

    @Test
    void a_project_with_its_own_money_is_seen_as_itself() {
        FactSet facts = facts().add("projects", withMoney(project("A", "")))
                .add("projects", project("A1", "A"))
                .build();

        assertThat(seen(ProjectFacts.of(facts, "A"), "projects", "code")).containsExactly("A");
    }

    /** Budget without spending, or spending without budget, is not a complete row: the parts count. */
    @Test
    void half_the_money_is_not_enough() {
        Row budgetOnly = row("projects", "code", "A", "adjusted", Exact.of(100));
        Row spendingOnly = row("projects", "code", "A", "actualSpending", Exact.of(90));

        for (Row half : List.of(budgetOnly, spendingOnly)) {
            FactSet facts = facts().add("projects", half)
                    .add("projects", withMoney(project("A1", "A")))
                    .add("projects", withMoney(project("B", "")))
                    .build();
            assertThat(seen(ProjectFacts.of(facts, "A"), "projects", "code")).containsExactly("A1");
        }
    }

    @Test
    void projects_that_name_each_other_as_parents_do_not_loop() {
        FactSet facts = facts().add("projects", project("A", "B"))
                .add("projects", project("B", "A"))
                .build();

        assertThat(ProjectFacts.of(facts, "A").rows("projects")).isEmpty();
    }

    @Test
    void contracts_and_procurements_of_the_parts_belong_to_the_project_but_not_their_indicators() {
        FactSet.Builder facts = family();
        for (String project : List.of("A", "A1", "A11", "B", "")) {
            facts.add("contracts", row("contracts", "code", "HT" + project, "project", project))
                    .add("procurements", row("procurements", "code", "CG" + project, "project", project))
                    .add("indicators", row("indicators", "code", "Z" + project, "project", project));
        }

        FactSet own = ProjectFacts.of(facts.build(), "A");

        assertThat(seen(own, "contracts", "code")).containsExactly("HTA", "HTA1", "HTA11");
        assertThat(seen(own, "procurements", "code")).containsExactly("CGA", "CGA1", "CGA11");
        assertThat(seen(own, "indicators", "code")).containsExactly("ZA");
    }

    @Test
    void a_register_that_was_not_filled_in_stays_so() {
        FactSet own = ProjectFacts.of(family().build(), "A");

        assertThat(own.has("contracts")).isFalse();
        assertThat(own.has("judgements")).isFalse();
        assertThat(own.has("projects")).isTrue();
        assertThat(ProjectFacts.of(facts().build(), "A").has("projects")).isFalse();
    }

    @Test
    void a_criterion_with_a_project_before_it_is_that_projects_own() {
        FactSet own = ProjectFacts.of(
                family().add("judgements", row("judgements", "criterion", "A:goal", "reason", "甲"))
                        .add("judgements", row("judgements", "criterion", "B:goal", "reason", "乙"))
                        .add("judgements", row("judgements", "criterion", "goal", "reason", "丙"))
                        .add("deductions", row("deductions", "criterion", "A:audit"))
                        .add("checks", row("checks", "criterion", "A:list"))
                        .add("statedScores", row("statedScores", "criterion", "A:x"))
                        .add("notApplicable", row("notApplicable", "criterion", "A:y"))
                        .build(),
                "A");

        assertThat(seen(own, "judgements", "criterion")).containsExactly("goal", "goal");
        assertThat(seen(own, "judgements", "reason")).containsExactly("甲", "丙");
        assertThat(seen(own, "deductions", "criterion")).containsExactly("audit");
        assertThat(seen(own, "checks", "criterion")).containsExactly("list");
        assertThat(seen(own, "statedScores", "criterion")).containsExactly("x");
        assertThat(seen(own, "notApplicable", "criterion")).containsExactly("y");
    }

    /** Spending 90 + 30 of 100 + 60: 75 % of 10 points. The judgement of another project is not an unknown criterion. */
    @Test
    void a_project_is_scored_from_its_parts() {
        String rule = "{kind: proportional, rate: 'sum(projects.actualSpending) / sum(projects.adjusted)'}";
        FactSet facts = facts().add("projects", project("A", ""))
                .add("projects", withMoney(project("A1", "A")))
                .add(
                        "projects",
                        row(
                                "projects",
                                "code",
                                "A2",
                                "parent",
                                "A",
                                "adjusted",
                                Exact.of(60),
                                "actualSpending",
                                Exact.of(30)))
                .add("projects", withMoney(project("B", "")))
                .add("judgements", row("judgements", "criterion", "elsewhere"))
                .build();

        Evaluation evaluation =
                Scoring.scoreProject(SampleScheme.of("10", rule).scheme(), facts, WorkingDays.NONE, "A");

        assertThat(evaluation.total().points()).hasToString("7.5");
        assertThat(evaluation.project()).contains("A");
        assertThat(evaluation.facts()).isEqualTo(facts);
        assertThat(evaluation.problems()).isEmpty();
    }

    @Test
    void a_criterion_the_scheme_does_not_have_is_told_for_a_department() {
        FactSet facts = facts().add("judgements", row("judgements", "criterion", "elsewhere"))
                .add("judgements", row("judgements", "criterion", "A:elsewhere"))
                .add("deductions", row("deductions", "criterion", "only"))
                .build();

        Evaluation evaluation = Scoring.score(
                SampleScheme.of("10", "{kind: deduction-per-event, each: 1 分}").scheme(), facts, WorkingDays.NONE);

        assertThat(evaluation.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("score-criterion-unknown");
            assertThat(problem.arguments())
                    .containsEntry("found", "elsewhere")
                    .containsEntry("register", "judgements")
                    .containsEntry("scheme", "sample");
            assertThat(problem.place()).hasToString("judgements.csv");
        });
    }
}
