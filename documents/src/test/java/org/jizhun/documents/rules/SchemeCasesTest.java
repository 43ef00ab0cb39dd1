package org.jizhun.documents.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SchemeCasesTest {

    private static final Path SCHEMES = Path.of("../schemes");
    private static final Rules RULES = RuleFolder.load(SCHEMES).value();

    @Test
    void the_schemes_have_no_mistake() {
        assertThat(RuleFolder.load(SCHEMES).problems()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_case_comes_out_as_worked_out_by_hand() {
        List<Path> files = SchemeCases.files(SCHEMES);
        assertThat(files).hasSizeGreaterThan(8);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        SCHEMES.relativize(file).toString(),
                        () -> assertThat(SchemeCases.run(RULES, SCHEMES, file)).isEmpty()));
    }

    @Test
    void a_case_that_comes_out_otherwise_is_told_with_its_line(@TempDir Path folder) throws IOException {
        Path cases = Files.createDirectories(folder.resolve("national-project-2020/cases"));
        // 50 of 100 spent: half of 10 points are 5, not 6
        Path file = Files.writeString(cases.resolve("wrong.yaml"), """
                case: 故意写错
                project: P1
                input:
                  项目: [{项目编码: P1, 全年预算数: 100, 全年执行数: 50}]
                expected:
                  scores: {budget-execution: 6}
                """);

        List<Problem> problems = SchemeCases.run(RULES, folder, file);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).place().line()).isEqualTo(6);
        assertThat(problems.get(0).text(Language.EN)).isEqualTo("budget-execution should be 6, computed 5");
    }
}
