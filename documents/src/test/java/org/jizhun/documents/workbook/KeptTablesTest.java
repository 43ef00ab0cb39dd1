package org.jizhun.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.junit.jupiter.api.Test;

/** Reading on from an earlier reading tells the same as reading everything. */
class KeptTablesTest {

    private static final WorkingDays OF_2025 = new WorkingDays(Set.of(Year.of(2025)), Set.of(), Set.of(), Map.of());
    private static final CaseReader READER = new CaseReader(id -> Optional.of(Vocabulary.standard()), OF_2025);

    /** A project's level that is no number, and an indicator of it. */
    private static CaseCells cells(String projectOfIndicator, String level) {
        return new CaseCells(
                Map.of(
                        "projects",
                        List.of(Map.of("code", "P1", "name", "借阅", "level", level)),
                        "indicators",
                        List.of(Map.of("code", "I1", "name", "人次", "project", projectOfIndicator))),
                Map.of("department", Map.of("year", "2025")));
    }

    private static List<String> codes(Result<?> result, String sheet) {
        return result.problems().stream()
                .filter(problem -> sheet.equals(problem.place().sheet()))
                .filter(problem ->
                        problem.place().column() > 0 && !problem.code().equals("cell-missing"))
                .map(Problem::code)
                .toList();
    }

    @Test
    void a_problem_of_a_table_that_did_not_change_stays_and_one_across_tables_is_found_anew() {
        CaseReader.Reading first = READER.read(cells("P1", "一级"), KeptTables.NONE);
        assertThat(codes(first.result(), "项目")).containsExactly("cell-not-a-number");
        assertThat(codes(first.result(), "绩效指标")).isEmpty();

        CaseReader.Reading second = READER.read(cells("P2", "一级"), first.tables());
        assertThat(codes(second.result(), "项目")).containsExactly("cell-not-a-number");
        assertThat(codes(second.result(), "绩效指标")).containsExactly("code-not-found");

        CaseReader.Reading third = READER.read(cells("P2", "1"), second.tables());
        assertThat(codes(third.result(), "项目")).isEmpty();
        assertThat(codes(third.result(), "绩效指标")).containsExactly("code-not-found");
        assertThat(third.result().value().rows("indicators").get(0).text("project"))
                .isEqualTo("P2");
    }

    @Test
    void a_table_that_is_gone_is_not_kept() {
        CaseReader.Reading first = READER.read(cells("P1", "1"), KeptTables.NONE);
        CaseCells none = new CaseCells(Map.of(), Map.of("department", Map.of("year", "2025")));
        CaseReader.Reading second = READER.read(none, first.tables());
        assertThat(second.result().value().rows("projects")).isEmpty();
        assertThat(second.result().problems().stream()
                        .map(Problem::place)
                        .map(Place::sheet)
                        .filter("项目"::equals))
                .isEmpty();
    }

    /** The same cells under another scheme, whose register of projects has one column more. */
    @Test
    void a_table_read_for_other_columns_is_read_again() {
        CaseCells cells = new CaseCells(Map.of("projects", List.of(Map.of("code", "P1", "extra", "x"))), Map.of());
        KeptTables.Builder builder = new KeptTables.Builder(KeptTables.NONE, cells);
        var narrow = Vocabulary.standard().register("projects").orElseThrow();
        assertThat(builder.table(narrow, new ArrayList<>()).orElseThrow().register())
                .isEqualTo(narrow);
        var wide = new Register(
                narrow.name(),
                narrow.label(),
                narrow.shape(),
                narrow.note(),
                narrow.rowName(),
                narrow.rowWord(),
                Stream.concat(
                                narrow.columns().stream(),
                                Stream.of(new Register.Column(
                                        "extra", "另列", Kind.TEXT, "", false, List.of(), "", "", List.of(), false, false,
                                        "")))
                        .toList());
        var again = new KeptTables.Builder(builder.build(), cells)
                .table(wide, new ArrayList<>())
                .orElseThrow();
        assertThat(again.rows().get(0).text("extra")).isEqualTo("x");
    }
}
