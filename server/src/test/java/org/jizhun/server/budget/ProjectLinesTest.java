package org.jizhun.server.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.scheme.Schemes;
import org.junit.jupiter.api.Test;

class ProjectLinesTest {

    /** Code, parent, initial, adjusted, spent; amounts in 万元. */
    private static FactSet facts(String... rows) {
        List<Map<String, String>> projects = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            Map<String, String> project =
                    new TreeMap<>(Map.of("code", cells[0], "name", "项目" + cells[0], "level", "1"));
            String[] names = {"code", "parent", "initial", "adjusted", "actualSpending"};
            for (int i = 1; i < cells.length; i++) {
                if (!cells[i].equals("-")) {
                    project.put(names[i], cells[i]);
                }
            }
            projects.add(project);
        }
        Map<String, String> spending =
                Map.of("nature", "项目支出", "category", "行政事业类项目", "initial", "100.00", "actualSpending", "90.00");
        Map<String, String> basic =
                Map.of("nature", "基本支出", "category", "人员经费", "initial", "500.00", "actualSpending", "500.00");
        return new CaseReader(Schemes.none(), WorkingDays.NONE)
                .read(new CaseCells(Map.of("projects", projects, "budget", List.of(spending, basic)), Map.of()))
                .value();
    }

    private static List<String> lines(FactSet facts) {
        return ProjectLines.of(facts.rows("projects")).lines().stream()
                .map(line -> line.level() + " " + line.code() + " " + line.initial() + " " + line.adjusted() + " "
                        + line.actualSpending() + " " + line.rate())
                .toList();
    }

    @Test
    void three_levels_are_summed_from_the_lowest_and_the_rate_is_of_the_sums() {
        // P1 = P11 + P12 = (20 + 30) + 50; spent (10 + 30) + 45 = 85 of 100.
        assertThat(lines(facts(
                        "P1 - - - -", "P11 P1 - - -", "P111 P11 20 20 10", "P112 P11 30 30 30", "P12 P1 50 50 45")))
                .containsExactly(
                        "total  100.00 100.00 85.00 85.00%",
                        "1 P1 100.00 100.00 85.00 85.00%",
                        "2 P11 50.00 50.00 40.00 80.00%",
                        "3 P111 20.00 20.00 10.00 50.00%",
                        "3 P112 30.00 30.00 30.00 100.00%",
                        "2 P12 50.00 50.00 45.00 90.00%");
    }

    @Test
    void a_whole_of_which_a_part_is_missing_is_what_was_typed_for_it() {
        assertThat(lines(facts("P1 - 60 - -", "P11 P1 20 - -", "P12 P1 - - -")))
                .containsExactly(
                        "total  60.00 null null null",
                        "1 P1 60.00 null null null",
                        "2 P11 20.00 null null null",
                        "2 P12 null null null null");
    }

    @Test
    void projects_that_name_each_other_or_nobody_as_parent_are_shown_once_and_end() {
        assertThat(lines(facts("A B 1 - -", "B A 2 - -", "C nowhere 4 - -")))
                .containsExactly(
                        "total  7.00 null null null",
                        "1 A 1.00 null null null",
                        "1 B 2.00 null null null",
                        "1 C 4.00 null null null");
    }

    @Test
    void of_two_projects_with_one_code_the_parts_belong_to_the_first() {
        assertThat(lines(facts("P1 - - - -", "P1 - 5 - -", "P11 P1 20 - -")))
                .containsExactly(
                        "total  25.00 null null null",
                        "1 P1 20.00 null null null",
                        "2 P11 20.00 null null null",
                        "1 P1 5.00 null null null");
    }

    @Test
    void project_spending_that_no_project_accounts_for_is_told() {
        FactSet facts = facts("P1 - 70 70 70");
        ProjectLines.Line left = ProjectLines.of(facts.rows("projects"))
                .unplanned(facts.rows("budget"))
                .orElseThrow();
        // 100 − 70 and 90 − 70; the budget has no adjusted amounts.
        assertThat(left.initial()).isEqualTo("30.00");
        assertThat(left.actualSpending()).isEqualTo("20.00");
        assertThat(left.adjusted()).isNull();
        FactSet whole = facts("P1 - 100 100 90");
        assertThat(ProjectLines.of(whole.rows("projects")).unplanned(whole.rows("budget")))
                .isEmpty();
    }
}
