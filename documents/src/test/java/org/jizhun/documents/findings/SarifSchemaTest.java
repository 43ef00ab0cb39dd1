package org.jizhun.documents.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written as SARIF is SARIF 2.1.0, by the schema of OASIS. */
class SarifSchemaTest {

    private static Schema schema;

    @TempDir
    private Path folder;

    @BeforeAll
    static void the_schema_of_the_standard() throws IOException {
        try (InputStream text =
                Objects.requireNonNull(SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
        }
    }

    private static List<String> told(String log) {
        return schema.validate(log, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private AuditedFile audited(String name, String text) throws IOException {
        return AuditedFile.of(
                Files.writeString(folder.resolve(name), text), new DocumentReader(), () -> Knowledge.NONE);
    }

    @Test
    void findings_of_several_files_are_valid_in_both_languages() throws IOException {
        AuditedFile wrong = audited("一 份.txt", "某局2024年度自评报告\n全年预算500.00万元，支出450.00万元，预算执行率95.00%。\n");
        AuditedFile parts = audited("b.txt", "某局2024年度自评报告\n其中：设备购置200.00万元、安装调试150.00万元、人员培训100.00万元，合计500.00万元。\n");
        AuditedFile sound = audited("c.txt", "某局2024年度自评报告\n各项工作按期完成。\n");
        List<AuditedFile> files = List.of(
                wrong, parts, sound, new AuditedFile(Path.of("自评 报告.txt"), wrong.document(), wrong.audit(), List.of()));
        for (Language language : Language.values()) {
            String log = SarifWriter.write(files, language);
            JsonNode run = JsonMapper.shared().readTree(log).path("runs").path(0);
            assertThat(run.path("results").size()).as(log).isGreaterThan(2);
            assertThat(told(log)).as(log).isEmpty();
        }
    }

    @Test
    void no_finding_and_no_file_are_valid_too() throws IOException {
        assertThat(told(SarifWriter.write(List.of(), Language.EN))).isEmpty();
        assertThat(told(SarifWriter.write(List.of(audited("c.txt", "各项工作按期完成。\n")), Language.EN)))
                .isEmpty();
    }

    /** The schema is at work: a level, a line and a name that the standard does not have are told. */
    @Test
    void what_the_standard_does_not_have_is_told() throws IOException {
        String log = SarifWriter.write(
                List.of(audited("a.txt", "某局2024年度自评报告\n全年预算500.00万元，支出450.00万元，预算执行率95.00%。\n")), Language.EN);
        assertThat(told(log.replace("\"level\" : \"error\"", "\"level\" : \"grave\"")))
                .isNotEmpty();
        assertThat(told(log.replaceFirst("\"startLine\" : \\d+", "\"startLine\" : 0")))
                .isNotEmpty();
        assertThat(told(log.replaceFirst("\"ruleId\"", "\"rule\""))).isNotEmpty();
        assertThat(told(log.replace("\"2.1.0\"", "\"2.0.0\""))).isNotEmpty();
    }
}
