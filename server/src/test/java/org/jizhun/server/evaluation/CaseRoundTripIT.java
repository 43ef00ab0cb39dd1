package org.jizhun.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.documents.workbook.TemplateWriter;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Result;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sample department goes in as a workbook, is scored, and comes out as the files that the command line reads. */
class CaseRoundTripIT {

    private static final Path HOME = Path.of(System.getProperty("jizhun.home"));
    private static final Path SAMPLE = HOME.resolve("samples/example-department-2025");
    private static final Rules RULES = RuleFolder.load(HOME.resolve("schemes")).value();

    private final RunningServer server = RunningServer.get();
    private Browser browser;
    private String year;

    @BeforeEach
    void an_open_year() {
        long department = server.department(server.region(null));
        browser = server.signedIn(server.user(department, "performance-officer"));
        browser.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        year = "/api/departments/" + department + "/years/2025";
    }

    private static FactSet sample() {
        return new CaseReader(RULES.schemes(), RULES.calendar()).read(SAMPLE).value();
    }

    private static byte[] workbook(FactSet facts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TemplateWriter.write(RULES.schemes().find("guangzhou-department-2023").orElseThrow(), facts, out);
        return out.toByteArray();
    }

    private long takeIn() throws IOException {
        JsonNode preview = browser.result(browser.upload(year + "/imports", "case.xlsx", workbook(sample())));
        assertThat(preview.path("problems")).isEmpty();
        // Nothing is there before it is confirmed.
        assertThat(browser.get(year + "/registers/budget").body().path("rows")).isEmpty();
        long id = preview.path("id").asLong();
        JsonNode confirmed =
                browser.result(browser.post(year + "/imports/" + id + "/confirmation", Map.of("registers", List.of())));
        assertThat(confirmed.path("state").asString()).isEqualTo("confirmed");
        return id;
    }

    @Test
    void the_sample_scores_what_its_readme_works_out_by_hand() throws IOException {
        takeIn();
        JsonNode scored = browser.get(year + "/evaluation").body();
        // samples/example-department-2025/README.md: 90.58, 优, nothing missing.
        assertThat(scored.path("evaluation").path("total").asString()).isEqualTo("90.58");
        assertThat(scored.path("evaluation").path("grade").asString()).isEqualTo("优");
        assertThat(scored.path("owed")).isEmpty();
    }

    @Test
    void the_exported_folder_and_workbook_hold_the_same_facts(@TempDir Path work) throws IOException {
        takeIn();
        String facts = browser.get(year + "/evaluation")
                .body()
                .path("evaluation")
                .path("facts")
                .path("hash")
                .asString();
        assertThat(facts).isEqualTo(sample().hash());
        Path folder = unzip(browser.get(year + "/case.zip").response().body(), work.resolve("case"));
        Result<FactSet> read = new CaseReader(RULES.schemes(), RULES.calendar()).read(folder);
        assertThat(read.value().hash()).isEqualTo(facts);
        Path xlsx = work.resolve("case.xlsx");
        Files.write(xlsx, browser.get(year + "/case.xlsx").response().body());
        assertThat(new CaseReader(RULES.schemes(), RULES.calendar())
                        .read(xlsx)
                        .value()
                        .hash())
                .isEqualTo(facts);
    }

    @Test
    void what_could_not_be_read_is_exported_as_it_was_typed(@TempDir Path work) throws IOException {
        takeIn();
        Browser.Answer saved = browser.post(
                year + "/registers/contracts/rows",
                Map.of("rows", List.of(Map.of("cells", Map.of("code", "HT-X", "name", "=1+1", "amount", "十万")))));
        assertThat(saved.body().path("rows").get(0).path("outcome").asString()).isEqualTo("saved");

        Path folder = unzip(browser.get(year + "/case.zip").response().body(), work.resolve("case"));
        Path workbook = work.resolve("case.xlsx");
        Files.write(workbook, browser.get(year + "/case.xlsx").response().body());
        Path sheet = work.resolve("contracts.xlsx");
        Files.write(
                sheet,
                browser.get(year + "/registers/contracts/workbook.xlsx")
                        .response()
                        .body());

        CaseReader reader = new CaseReader(RULES.schemes(), RULES.calendar());
        for (Path written : List.of(folder, workbook)) {
            assertThat(reader.read(written).problems())
                    .extracting(problem -> problem.text(Language.ZH))
                    .contains("“合同金额”应为金额，读到“十万”");
        }
        assertThat(reader.cells(sheet, "guangzhou-department-2023")
                        .value()
                        .tables()
                        .get("contracts"))
                .contains(Map.of("code", "HT-X", "name", "=1+1", "amount", "十万"));
    }

    private static Path unzip(byte[] bytes, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
        return folder;
    }

    @Test
    void the_same_workbook_once_more_changes_nothing_and_an_import_can_be_undone() throws IOException {
        long first = takeIn();
        JsonNode again = browser.result(browser.upload(year + "/imports", "case.xlsx", workbook(sample())));
        assertThat(again.path("registers").valueStream())
                .allSatisfy(part -> assertThat(part.path("added").asInt()
                                + part.path("changed").asInt())
                        .as(part.toString())
                        .isZero());
        Browser.Answer undone = browser.post(year + "/imports/" + first + "/undo", Map.of());
        assertThat(undone.body().path("state").asString()).isEqualTo("undone");
        assertThat(browser.get(year + "/registers/budget").body().path("rows")).isEmpty();
        assertThat(browser.post(year + "/imports/" + first + "/undo", Map.of()).code())
                .isEqualTo("import-not-confirmed");
    }

    @Test
    void an_amount_is_kept_as_the_sheet_shows_it_without_a_unit() throws IOException {
        takeIn();
        // contracts.csv, first row: 18.40 in a column of 万元.
        assertThat(browser.get(year + "/registers/contracts")
                        .body()
                        .path("rows")
                        .get(0)
                        .path("cells")
                        .path("amount")
                        .asString())
                .isEqualTo("18.4");
    }

    @Test
    void an_import_is_confirmed_once_and_one_that_is_not_there_is_not_found() throws IOException {
        long id = takeIn();
        assertThat(browser.post(year + "/imports/" + id + "/confirmation", Map.of())
                        .code())
                .isEqualTo("import-not-previewed");
        assertThat(browser.post(year + "/imports/" + (id + 1000) + "/confirmation", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_file_that_is_no_workbook_is_refused_and_changes_nothing() {
        JsonNode refused = browser.finished(browser.upload(year + "/imports", "bad.xlsx", new byte[] {1, 2, 3}));
        assertThat(refused.path("state").asString()).isEqualTo("FAILED");
        assertThat(refused.path("problems").get(0).path("code").asString()).isEqualTo("case-not-a-workbook");
        assertThat(browser.get(year + "/imports").body()).isEmpty();
    }

    @Test
    void what_if_tells_the_score_without_changing_anything() throws IOException {
        takeIn();
        JsonNode asked = browser.post(
                        year + "/evaluation/what-if", Map.of("changes", List.of("contracts[HT-2025-001].签订日期=")))
                .body();
        assertThat(asked.path("evaluation").path("before").path("total").asString())
                .isEqualTo("90.58");
        assertThat(browser.get(year + "/evaluation")
                        .body()
                        .path("evaluation")
                        .path("total")
                        .asString())
                .isEqualTo("90.58");
    }

    @Test
    void a_snapshot_is_recomputed_to_the_same_score_and_compared_with_the_present() throws IOException {
        takeIn();
        Browser.Answer taken = browser.post(year + "/snapshots", Map.of("label", "初稿"));
        assertThat(taken.body().path("total").asString()).isEqualTo("90.58");
        JsonNode kept = browser.get(year + "/snapshots/" + taken.id()).body();
        assertThat(kept.path("recomputed").asString()).isEqualTo("SAME");
        // Of the two events the second belongs to performance-practice, which lost points for it.
        JsonNode rows = browser.get(year + "/registers/deductions").body().path("rows");
        JsonNode second = rows.get(1);
        browser.post(
                year + "/registers/deductions/removal",
                Map.of(
                        "rows",
                        List.of(Map.of(
                                "id", second.path("id").asLong(),
                                "version", second.path("version").asInt()))));
        JsonNode compared =
                browser.get(year + "/snapshots/" + taken.id() + "/comparison").body();
        assertThat(compared.path("total").path("before").asString()).isEqualTo("90.58");
        JsonNode line = compared.path("lines")
                .valueStream()
                .filter(each -> each.path("id").asString().equals("performance-practice"))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("difference").asString()).matches("0?\\.\\d+|[1-9][0-9.]*");
    }
}
