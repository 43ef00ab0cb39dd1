package org.jizhun.documents.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jizhun.documents.report.Report;
import org.junit.jupiter.api.Test;

/** The shipped templates are what {@link DefaultTemplates} makes; {@code -Djizhun.accept=true} rewrites them. */
class DefaultTemplateTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/jizhun/documents/write");

    @Test
    void shipped_templates_are_those_the_program_makes() throws IOException {
        if (Boolean.getBoolean("jizhun.accept")) {
            Files.write(FOLDER.resolve("report-department.docx"), DefaultTemplates.department());
            Files.write(FOLDER.resolve("report-project.docx"), DefaultTemplates.project());
        }
        assertThat(Files.readAllBytes(FOLDER.resolve("report-department.docx")))
                .isEqualTo(DefaultTemplates.department());
        assertThat(Files.readAllBytes(FOLDER.resolve("report-project.docx"))).isEqualTo(DefaultTemplates.project());
        assertThat(WordTemplate.standard(Report.Subject.DEPARTMENT).isStandard())
                .isTrue();
    }
}
