package org.jizhun.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jizhun.server.database.DatabaseAddress;
import org.jizhun.server.database.EmbeddedPostgres;
import org.jizhun.server.database.TemporaryFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ./jizhun backup FILE} and {@code ./jizhun restore FILE} as processes: what they say, and with which code they end. */
class BackupVerbIT {

    private static final String VERB = "org.jizhun.server.BackupVerb";

    private final RunningServer server = RunningServer.get();
    private final TemporaryFolder folder = new TemporaryFolder();
    private Path file;

    @BeforeEach
    void a_server_with_some_rows() {
        long department = server.department(server.region(null));
        Browser officer = server.signedIn(server.user(department, "performance-officer"));
        officer.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        file = folder.path().resolve("jizhun.backup");
    }

    @AfterEach
    void delete() {
        folder.close();
    }

    private VerbProcess.Said backup() throws Exception {
        return VerbProcess.run(VERB, "backup", file, "--data", server.folder());
    }

    private VerbProcess.Said restore(Path from, Object... options) throws Exception {
        List<Object> words =
                new ArrayList<>(List.of("restore", from, "--data", folder.path().resolve("data")));
        words.addAll(List.of(options));
        return VerbProcess.run(VERB, words.toArray());
    }

    private static void assertDone(VerbProcess.Said said, String word) {
        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text()).contains(word);
    }

    /** Said in words with advice, not with a trace of the program. */
    private static void assertRefused(VerbProcess.Said said, String... words) {
        assertThat(said.exit()).as(said.text()).isEqualTo(2);
        assertThat(said.text()).contains(words).contains("✗ ").contains("  → ").doesNotContain("\tat ", "Exception");
    }

    /** Every table with its rows, in an order of our own. */
    private static List<String> everything(DatabaseAddress address) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection owner = address.connectAsOwner();
                Statement statement = owner.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row =
                    statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row =
                        statement.executeQuery("SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ';'"
                                + " ORDER BY t::text COLLATE \"C\")), '') FROM " + table + " t")) {
                    row.next();
                    all.add(table + " " + row.getString(1));
                }
            }
        }
        return all;
    }

    @Test
    void a_backup_beside_the_running_server_restores_to_the_same_rows_in_another_folder() throws Exception {
        List<String> before = everything(server.address());
        assertDone(backup(), "backed up");
        assertDone(restore(file), "rows");
        try (EmbeddedPostgres restored = EmbeddedPostgres.start(folder.path().resolve("data"), 0, step -> {})) {
            assertThat(everything(restored.address())).isEqualTo(before).hasSizeGreaterThan(20);
        }
        assertDone(
                VerbProcess.run(
                        "org.jizhun.server.VerifyTrail", "--data", folder.path().resolve("data")),
                "the trail is whole");
        assertRefused(restore(file), "--replace");
        assertDone(restore(file, "--replace"), "rows");
    }

    @Test
    void an_existing_file_is_not_overwritten() throws Exception {
        Files.writeString(file, "something of mine");
        assertRefused(backup(), file.toString(), "exists");
        assertThat(file).hasContent("something of mine");
    }

    @Test
    void where_no_file_can_be_written_nothing_is_left() throws Exception {
        file = folder.path().resolve("no/such/folder/jizhun.backup");
        assertRefused(backup(), "does not exist");
        assertThat(folder.path().resolve("no")).doesNotExist();
    }

    @Test
    void a_restore_beside_a_running_server_is_refused_and_names_it() throws Exception {
        List<String> before = everything(server.address());
        assertDone(backup(), "backed up");
        VerbProcess.Said said = VerbProcess.run(VERB, "restore", file, "--replace", "--data", server.folder());
        assertRefused(said, Long.toString(ProcessHandle.current().pid()));
        assertThat(everything(server.address())).isEqualTo(before);
    }

    @Test
    void a_file_that_is_missing_or_no_backup_or_cut_short_is_refused() throws Exception {
        assertRefused(restore(folder.path().resolve("none.backup")), "none.backup");
        Path text = Files.writeString(folder.path().resolve("text.backup"), "not a backup");
        assertRefused(restore(text), "text.backup");
        assertDone(backup(), "backed up");
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.path().resolve("cut.backup"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRefused(restore(cut), "cut.backup");
        assertDone(restore(file), "rows");
    }

    @Test
    void without_a_file_or_with_an_unknown_option_it_says_what_is_expected() throws Exception {
        assertRefused(VerbProcess.run(VERB, "backup"), "FILE");
        assertRefused(VerbProcess.run(VERB, "restore", "--data", folder.path()), "FILE");
        assertRefused(VerbProcess.run(VERB, "backup", file, "--replace"), "--replace");
        assertRefused(VerbProcess.run(VERB, "restore", file, "--data"), "--data");
        assertThat(file).doesNotExist();
    }
}
