package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jizhun.kernel.problem.Catalogue;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL's own words become. The words are those of PostgreSQL 18 and Linux. */
class RefusalsTest {

    @TempDir
    private Path folder;

    private DataFolder data() {
        return DataFolder.open(folder);
    }

    private static String code(Refusal refusal) {
        return refusal.problems().get(0).code();
    }

    @Test
    void a_taken_port_is_named() {
        Refusal refusal = Refusals.ofStart(data(), 5432, """
                2026-01-01 LOG:  could not bind IPv4 address "127.0.0.1": Address already in use
                2026-01-01 FATAL:  could not create any TCP/IP sockets
                """);
        assertThat(code(refusal)).isEqualTo("database-port-taken");
        assertThat(refusal.problems().get(0).text(Language.ZH)).startsWith("端口 5432 ");
    }

    @Test
    void a_full_disk_is_recognised_whoever_says_it() {
        String words = "FATAL:  could not write lock file \"postmaster.pid\": No space left on device";
        assertThat(code(Refusals.ofStart(data(), 1, words))).isEqualTo("database-disk-full");
        assertThat(code(Refusals.ofCreation(data(), "initdb: error: could not write: No space left on device")))
                .isEqualTo("database-disk-full");
        assertThat(code(Refusals.ofFiles(data(), new FileSystemException("f", null, "No space left on device"))))
                .isEqualTo("database-disk-full");
        assertThat(code(Refusals.ofFiles(data(), new IOException("No space left on device"))))
                .isEqualTo("database-disk-full");
    }

    @Test
    void too_little_space_is_refused_before_anything_is_made() {
        assertThatThrownBy(() -> data().checkSpace(Long.MAX_VALUE))
                .asInstanceOf(type(Refusal.class))
                .extracting(RefusalsTest::code)
                .isEqualTo("database-disk-full");
    }

    @Test
    void other_words_are_passed_on_the_last_ones_first_of_all() {
        Refusal refusal = Refusals.ofStart(data(), 1, "a\nb\nc\nd\n\n  FATAL: e\n");
        assertThat(refusal.problems().get(0).text(Language.EN))
                .isEqualTo("the database did not start: b / c / d / FATAL: e");
    }

    @Test
    void no_archive_comes_along_for_other_machines() {
        assertThat(Binaries.archive("Linux", "amd64")).isEqualTo("/postgres-linux-x86_64.txz");
        assertThat(Binaries.archive("Linux", "aarch64")).isEqualTo("/postgres-linux-arm_64.txz");
        assertThat(Binaries.archive("Linux", "riscv64")).isNull();
        assertThat(Binaries.archive("Mac OS X", "aarch64")).isNull();
        assertThat(List.of("amd64", "aarch64"))
                .allSatisfy(processor -> assertThat(Binaries.class.getResource(Binaries.archive("Linux", processor)))
                        .isNotNull());
    }

    @Test
    void a_folder_left_by_an_older_version_is_told_what_to_do() throws Exception {
        Files.createDirectory(data().cluster());
        Files.writeString(data().cluster().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> Cluster.check(data()))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> {
                    Problem problem = refusal.problems().get(0);
                    assertThat(problem.text(Language.ZH)).contains("PostgreSQL 17", "PostgreSQL 18");
                    assertThat(problem.advice(Language.ZH)).contains("./jizhun backup", "./jizhun restore");
                });
        Files.delete(data().cluster().resolve("PG_VERSION"));
        assertThatThrownBy(() -> Cluster.check(data()))
                .asInstanceOf(type(Refusal.class))
                .extracting(RefusalsTest::code)
                .isEqualTo("database-folder-damaged");
    }

    @Test
    void every_error_about_databases_and_backups_says_what_to_do() {
        Catalogue catalogue = Catalogue.standard();
        assertThat(catalogue.codes().stream()
                        .filter(code -> code.startsWith("database-") || code.startsWith("backup-")))
                .hasSizeGreaterThan(30)
                .allSatisfy(code -> {
                    if (catalogue.severity(code) == org.jizhun.kernel.problem.Severity.ERROR) {
                        Problem problem = Problem.of(code, org.jizhun.kernel.problem.Place.NONE);
                        assertThat(problem.advice(Language.ZH)).as(code).isNotBlank();
                        assertThat(problem.advice(Language.EN)).as(code).isNotBlank();
                    }
                });
    }

    @Test
    void a_server_that_keeps_dying_is_started_again_five_times_in_ten_minutes() {
        long minute = 60_000_000_000L;
        Revival revival = new Revival();
        for (int time = 0; time < 5; time++) {
            assertThat(revival.mayTry(time * minute)).isTrue();
        }
        assertThat(revival.mayTry(5 * minute)).isFalse();
        assertThat(revival.mayTry(10 * minute)).isFalse();
        // The first of them, at minute 0, is more than ten minutes ago; the second is not.
        assertThat(revival.mayTry(10 * minute + 1)).isTrue();
        assertThat(revival.mayTry(10 * minute + 2)).isFalse();
    }
}
