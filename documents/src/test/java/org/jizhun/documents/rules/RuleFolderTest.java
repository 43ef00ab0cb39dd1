package org.jizhun.documents.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.scheme.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {

    private static final Path SCHEMES = Path.of("../schemes");

    @Test
    void every_scheme_and_calendar_of_the_repository_is_sound() {
        Result<Rules> rules = RuleFolder.load(SCHEMES);

        assertThat(rules.problems()).isEmpty();
        assertThat(rules.value().schemes().all()).extracting(Scheme::id).contains("national-project-2020");
        assertThat(rules.value().calendar().isWorkingDay(LocalDate.of(2023, 1, 28)))
                .contains(true);
    }

    @Test
    void a_folder_that_is_not_there_is_refused_by_name() {
        assertThatThrownBy(() -> RuleFolder.load(Path.of("no-such-folder")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.code()).isEqualTo("rules-unreadable");
                                    assertThat(problem.place().file()).isEqualTo("no-such-folder");
                                }));
    }

    @Test
    void a_broken_scheme_is_told_with_its_path_in_the_folder(@TempDir Path folder) throws IOException {
        Path scheme = Files.createDirectories(folder.resolve("city/broken-2025"));
        Files.writeString(scheme.resolve("scheme.yaml"), "id: broken-2025\nwieght: 3\n");

        Result<Rules> rules = RuleFolder.load(folder);

        assertThat(rules.value().schemes().all()).isEmpty();
        assertThat(rules.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("key-unknown");
            assertThat(problem.place()).hasToString("city/broken-2025/scheme.yaml:2:1");
        });
    }
}
