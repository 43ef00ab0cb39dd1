package org.jizhun.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

    private static final WorkingDays YEARS = new WorkingDays(
            Set.of(Year.of(2023), Year.of(2024), Year.of(2025), Year.of(2026)), Set.of(), Set.of(), Map.of());
    private static final CaseReader READER = new CaseReader(id -> Optional.of(Vocabulary.standard()), YEARS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"guangzhou-2023", "example-department-2025"})
    void a_case_written_as_a_folder_reads_back_to_the_same_hash(String sample) {
        FactSet facts = sample(sample);
        Path copy = folder.resolve("copy");

        CaseFolderWriter.write(facts, copy);

        assertThat(READER.read(copy).value().hash()).isEqualTo(facts.hash());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=1+1,'=1+1",
                "+2 项,'+2 项",
                "-HYPERLINK(A1),'-HYPERLINK(A1)",
                "@SUM(A1),'@SUM(A1)",
                "＝1+1,'＝1+1",
                "-12.60,-12.60",
                "一般,一般",
                "A=1,A=1"
            })
    void text_that_begins_as_a_formula_is_none_in_the_csv_file_and_itself_when_read_back(String name, String written)
            throws IOException {
        assertWritten(name, written);
    }

    @Test
    void an_apostrophe_that_somebody_typed_before_a_formula_stays_theirs() throws IOException {
        assertWritten("'=1+1", "''=1+1");
        assertWritten("'引号", "'引号");
    }

    private void assertWritten(String name, String written) throws IOException {
        CaseCells typed = new CaseCells(
                Map.of("contracts", List.of(Map.of("code", "HT-1", "name", name, "amount", "12"))), Map.of());
        FactSet facts = READER.read(typed).value();
        Path copy = Files.createTempDirectory(folder, "copy").resolve("case");

        CaseFolderWriter.write(facts, copy);

        assertThat(Files.readString(copy.resolve("contracts.csv"))).contains("\nHT-1," + written + ",");
        assertThat(READER.read(copy).value().rows("contracts").get(0).text("name"))
                .isEqualTo(name);
        assertThat(READER.read(copy).value().hash()).isEqualTo(facts.hash());
    }

    @Test
    void what_could_not_be_read_is_written_as_it_was_typed_and_told_again() throws IOException {
        CaseCells typed = new CaseCells(
                Map.of(
                        "contracts",
                        List.of(
                                Map.of("code", "HT-1", "name", "=cmd|' /C calc'!A0", "amount", "十万"),
                                Map.of("code", "HT-2", "name", "二", "amount", "1,234.50"))),
                Map.of("values", Map.of("carriedOver", "约三万")));
        Result<FactSet> read = READER.read(typed);
        assertThat(read.problems())
                .extracting(Problem::code)
                .contains("cell-not-an-amount")
                .filteredOn("cell-not-an-amount"::equals)
                .hasSize(2);
        Path copy = folder.resolve("copy");
        Path workbook = folder.resolve("copy.xlsx");

        CaseFolderWriter.write(read.value(), typed, copy);
        try (OutputStream out = Files.newOutputStream(workbook)) {
            FormWriter.write(form(read.value()), Optional.of(new Filling(read.value(), typed)), out);
        }

        assertThat(Files.readString(copy.resolve("contracts.csv"))).contains("HT-1", "十万", "1234.5");
        assertThat(Files.readString(copy.resolve("values.yaml"))).contains("carriedOver: \"约三万\"");
        for (Path written : List.of(copy, workbook)) {
            Result<FactSet> back = READER.read(written);
            assertThat(back.value().hash()).isEqualTo(read.value().hash());
            assertThat(back.problems())
                    .filteredOn(problem -> problem.code().equals("cell-not-an-amount"))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"guangzhou-2023", "example-department-2025"})
    void a_case_written_as_json_reads_back_to_the_same_hash_and_the_same_bytes(String sample) {
        FactSet facts = sample(sample);

        Result<FactSet> back = FactsJson.read(FactsJson.write(facts), facts.vocabulary());

        assertThat(back.problems()).isEmpty();
        assertThat(back.value().hash()).isEqualTo(facts.hash());
        assertThat(FactsJson.write(back.value())).isEqualTo(FactsJson.write(facts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guangzhou-2023", "example-department-2025"})
    void a_case_written_as_a_workbook_reads_back_to_the_same_hash(String sample) throws IOException {
        FactSet facts = sample(sample);
        Path workbook = folder.resolve("case.xlsx");

        try (OutputStream out = Files.newOutputStream(workbook)) {
            FormWriter.write(form(facts), Optional.of(Filling.of(facts)), out);
        }

        FactSet back = READER.read(workbook).value();
        assertThat(FactsJson.write(back)).isEqualTo(FactsJson.write(facts));
        assertThat(back.hash()).isEqualTo(facts.hash());
    }

    private static Form form(FactSet facts) {
        return new Form(
                "any", "示范方案", List.of(), facts.vocabulary(), facts.vocabulary().registers(), List.of());
    }

    @Test
    void json_keeps_exact_figures_as_text_in_base_units() {
        FactSet facts = FactSet.builder(Vocabulary.standard())
                .put("carriedOver", Exact.parse("175345100"))
                .put("assetReportMatches", true)
                .put("year", Exact.of(2025))
                .rows("deductions", List.of())
                .build();

        assertThat(FactsJson.write(facts))
                .isEqualTo("{\"facts\":{\"assetReportMatches\":true,\"carriedOver\":\"175345100\",\"year\":\"2025\"},"
                        + "\"registers\":{\"deductions\":[]}}");
    }

    @Test
    void json_that_was_tampered_with_is_told_not_thrown() {
        assertThat(codes(FactsJson.read("{\"facts\":{", Vocabulary.standard()))).containsExactly("facts-json-broken");
        assertThat(codes(FactsJson.read(
                        "{\"facts\":{\"year\":\"x\",\"nosuch\":\"1\"},\"registers\":{\"budget\":[{\"initial\":1}]}}",
                        Vocabulary.standard())))
                .containsExactly("facts-json-value", "facts-json-name", "facts-json-value");
    }

    @Test
    void a_folder_with_something_in_it_is_not_written_over() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "keep");

        assertThatThrownBy(() -> CaseFolderWriter.write(sample("guangzhou-2023"), folder))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems().get(0).code()).isEqualTo("folder-not-empty"));
        assertThat(folder).isDirectoryContaining("glob:**mine.txt");
    }

    private static FactSet sample(String name) {
        return READER.read(Path.of("../samples", name)).value();
    }

    private static List<String> codes(Result<FactSet> result) {
        return result.problems().stream().map(Problem::code).toList();
    }
}
