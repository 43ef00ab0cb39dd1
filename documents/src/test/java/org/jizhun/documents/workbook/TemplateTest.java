package org.jizhun.documents.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.scheme.Checklist;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scheme.Schemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    private static final Schemes SCHEMES = schemes();
    private static final WorkingDays YEARS = new WorkingDays(
            Set.of(Year.of(2023), Year.of(2024), Year.of(2025), Year.of(2026)), Set.of(), Set.of(), Map.of());
    private static final CaseReader READER = new CaseReader(SCHEMES, YEARS);

    @TempDir
    Path folder;

    @Test
    void the_template_of_every_scheme_lists_the_elements_that_people_check() throws IOException {
        assertThat(SCHEMES.all()).isNotEmpty();
        for (Scheme scheme : SCHEMES.all()) {
            Path file = folder.resolve(scheme.id() + ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                TemplateWriter.write(scheme, out);
            }
            long asked = scheme.leaves().stream()
                    .flatMap(leaf -> leaf.rule().stream())
                    .filter(Checklist.class::isInstance)
                    .flatMap(rule -> ((Checklist) rule).elements().stream())
                    .filter(element -> element.met().isEmpty())
                    .count();

            Result<FactSet> read = READER.read(file);

            assertThat(read.problems())
                    .as(scheme.id())
                    .extracting(Problem::code)
                    .containsOnly("cell-missing");
            assertThat(read.value().rows("checks")).as(scheme.id()).hasSize((int) asked);
            assertThat(read.value().text("schemeId")).isEqualTo(scheme.id());
        }
    }

    @Test
    void a_filled_form_reads_back_to_the_same_hash() throws IOException {
        FactSet facts =
                READER.read(Path.of("../samples/example-department-2025")).value();
        Scheme scheme = SCHEMES.all().get(0);
        Path file = folder.resolve("filled.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TemplateWriter.write(scheme, facts, out);
        }

        assertThat(READER.read(file).value().hash()).isEqualTo(facts.hash());
    }

    @Test
    void lists_are_offered_for_chosen_values_and_codes() throws IOException {
        Path file = folder.resolve("template.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TemplateWriter.write(SCHEMES.all().get(0), out);
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(workbook.getSheetName(0)).isEqualTo("填报说明");
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex("_选项"))).isTrue();
            XSSFSheet contracts = workbook.getSheet("合同");
            assertThat(contracts.getDataValidations())
                    .extracting(
                            validation -> validation.getValidationConstraint().getFormula1())
                    .contains("'项目'!$A$4:$A$2001", "'政府采购'!$A$4:$A$2001");
            assertThat(contracts.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 2);
        }
    }

    private static Schemes schemes() {
        Map<String, String> files = new TreeMap<>();
        Path root = Path.of("../schemes");
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file :
                    found.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return Schemes.load(files).value();
    }
}
