package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class EmbeddedPostgresIT extends EmbeddedPostgresWork {

    @Test
    void what_was_saved_is_there_after_a_stop_and_a_start() throws Exception {
        try (EmbeddedPostgres database = start();
                Connection owner = database.address().connectAsOwner()) {
            run(owner, "CREATE TABLE kept (name text)");
            run(owner, "INSERT INTO kept VALUES ('广州图书馆')");
        }
        try (EmbeddedPostgres database = start();
                Connection owner = database.address().connectAsOwner()) {
            assertThat(ask(owner, "SELECT name FROM kept")).isEqualTo("广州图书馆");
        }
    }

    @Test
    void nothing_of_it_runs_after_it_was_closed() throws Exception {
        EmbeddedPostgres database = start();
        long pid = database.pid();
        assertThat(new Leftovers(DataFolder.open(folder.path())).processes()).contains(pid);
        database.close();
        assertThat(new Leftovers(DataFolder.open(folder.path())).processes()).isEmpty();
    }

    @Test
    void it_is_durable_and_local_and_asks_for_passwords() throws Exception {
        try (EmbeddedPostgres database = start();
                Connection owner = database.address().connectAsOwner()) {
            assertThat(ask(owner, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(owner, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(owner, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(owner, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(owner, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(owner, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(owner, "SHOW password_encryption")).isEqualTo("scram-sha-256");
            assertThat(ask(owner, "SELECT inet_server_addr()")).isEqualTo("127.0.0.1");
            DatabaseAddress address = database.address();
            DatabaseAddress wrong = new DatabaseAddress(
                    address.url(), new DatabaseAddress.Role("jizhun_owner", "guess"), address.application());
            assertThatThrownBy(wrong::connectAsOwner).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void chinese_sorts_by_pinyin() throws Exception {
        try (EmbeddedPostgres database = start();
                Connection owner = database.address().connectAsOwner()) {
            // 阿 a, 重庆 chóngqìng (a word ICU knows), 李 lǐ, 王 wáng, 张 zhāng
            assertThat(ask(owner, "SELECT string_agg(n, ' ' ORDER BY n) FROM unnest(ARRAY['张','王','阿','李']) AS n"))
                    .isEqualTo("阿 李 王 张");
        }
    }

    @Test
    void neither_role_can_do_more_than_it_must() throws Exception {
        String powers = "SELECT concat_ws(' ', rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication)"
                + " FROM pg_roles WHERE rolname = current_user";
        try (EmbeddedPostgres database = start();
                Connection owner = database.address().connectAsOwner();
                Connection application = database.address().connectAsApplication()) {
            assertThat(ask(owner, powers)).isEqualTo("f f f f f");
            assertThat(ask(application, powers)).isEqualTo("f f f f f");
            run(owner, "CREATE TABLE owned (id int)");
            assertThatThrownBy(() -> ask(application, "SELECT id FROM owned"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(application, "CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(application, "CREATE TEMPORARY TABLE mine (id int)"))
                    .hasMessageContaining("permission denied");
            assertThat(ask(application, "SELECT pg_has_role(current_user, 'jizhun_owner', 'MEMBER')"))
                    .isEqualTo("f");
        }
    }

    @Test
    void a_second_start_on_the_folder_is_refused_and_names_the_first() {
        try (EmbeddedPostgres database = start()) {
            assertThat(database.isAlive()).isTrue();
            assertThatThrownBy(EmbeddedPostgresIT::start)
                    .asInstanceOf(type(Refusal.class))
                    .satisfies(refusal -> assertThat(refusal.problems().get(0).text(Language.ZH))
                            .contains("进程号 " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void a_start_while_another_process_runs_is_refused_and_names_that_process() throws Exception {
        try (AcknowledgedWrites other = AcknowledgedWrites.start(folder.path())) {
            assertThatThrownBy(EmbeddedPostgresIT::start)
                    .asInstanceOf(type(Refusal.class))
                    .satisfies(refusal -> {
                        assertThat(refusal.problems().get(0).code()).isEqualTo("database-folder-in-use");
                        assertThat(refusal.problems().get(0).text(Language.EN)).contains("(pid " + other.pid() + ")");
                    });
        }
    }

    @Test
    void the_running_database_of_a_folder_is_found_by_others() throws Exception {
        assertThat(EmbeddedPostgres.running(folder.path())).isEmpty();
        try (EmbeddedPostgres database = start()) {
            assertThat(EmbeddedPostgres.running(folder.path())).contains(database.address());
        }
        try (AcknowledgedWrites other = AcknowledgedWrites.start(folder.path())) {
            DatabaseAddress address = EmbeddedPostgres.running(folder.path()).orElseThrow();
            try (Connection owner = address.connectAsOwner()) {
                assertThat(other.missingIn(owner)).isEmpty();
            }
        }
        assertThat(EmbeddedPostgres.running(folder.path())).isEmpty();
    }

    @Test
    void a_database_whose_process_was_killed_is_ended_and_nothing_acknowledged_is_lost() throws Exception {
        AcknowledgedWrites writes = AcknowledgedWrites.start(folder.path());
        waitFor(writes, 50);
        writes.killProcess();
        assertThat(ProcessHandle.of(writes.databasePid())).isPresent();

        List<Problem> steps = new ArrayList<>();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder.path(), 0, steps::add);
                Connection owner = database.address().connectAsOwner()) {
            assertThat(steps).extracting(Problem::code).contains("database-orphan-ending");
            assertThat(database.pid()).isNotEqualTo(writes.databasePid());
            assertThat(writes.missingIn(owner)).isEmpty();
        }
    }

    @Test
    void nothing_acknowledged_is_lost_when_process_and_database_are_killed() throws Exception {
        AcknowledgedWrites writes = AcknowledgedWrites.start(folder.path());
        waitFor(writes, 50);
        writes.killEverything();
        try (EmbeddedPostgres database = start();
                Connection owner = database.address().connectAsOwner()) {
            assertThat(writes.missingIn(owner)).isEmpty();
        }
    }

    @Test
    void a_killed_database_comes_back_at_the_same_place_and_nothing_acknowledged_is_lost() throws Exception {
        try (AcknowledgedWrites writes = AcknowledgedWrites.start(folder.path())) {
            waitFor(writes, 50);
            DatabaseAddress address = EmbeddedPostgres.running(folder.path()).orElseThrow();
            writes.killDatabase();
            // The pipe may hold some that were said before; so many more can only have been written afterwards.
            waitFor(writes, writes.count() + 5_000);
            assertThat(EmbeddedPostgres.running(folder.path())).contains(address);
            try (Connection owner = address.connectAsOwner()) {
                assertThat(writes.missingIn(owner)).isEmpty();
            }
        }
    }

    /** INT, which ends the head in order, means to a session only that its statement is cancelled: state 57014. */
    @Test
    void a_statement_that_outlives_the_head_of_the_database_is_told_that_its_connection_ended() throws Exception {
        try (EmbeddedPostgres database = start();
                Connection working = database.address().connectAsApplication()) {
            CompletableFuture<String> state = CompletableFuture.supplyAsync(() -> {
                try {
                    // It counts and does not look whether the head is there.
                    return ask(
                            working, "SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b");
                } catch (SQLException ended) {
                    return String.valueOf(ended.getSQLState());
                }
            });
            Thread.sleep(300);
            ProcessHandle.of(database.pid()).orElseThrow().destroyForcibly();
            assertThat(state.get(60, TimeUnit.SECONDS)).isIn("57P01", "08006");
        }
    }

    /** PostgreSQL itself would take it for a running server: it asks only whether a process of its user has the number. */
    @Test
    void a_stale_pid_of_a_process_that_is_someone_else_by_now_is_forgotten() throws Exception {
        Process other = asTheDatabase("sleep 60");
        try {
            writePid(other.pid());
            assertThat(stepsOfStart()).extracting(Problem::code).doesNotContain("database-orphan-ending");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_stale_pid_of_a_zombie_is_forgotten() throws Exception {
        // The shell says the number of a child that ends soon, and becomes a program that never asks after it.
        Process careless = asTheDatabase("sleep 0.5 & echo $!; exec sleep 60");
        try {
            long zombie = Long.parseLong(careless.inputReader().readLine());
            assertThat(Waiting.until(
                            Duration.ofSeconds(10),
                            () -> Files.readString(Path.of("/proc/" + zombie + "/stat"))
                                    .contains(") Z ")))
                    .isTrue();
            writePid(zombie);
            assertThat(stepsOfStart()).extracting(Problem::code).doesNotContain("database-orphan-ending");
        } finally {
            careless.destroyForcibly().waitFor();
        }
    }

    private static Process asTheDatabase(String script) throws IOException {
        Path postgres = folder.path().resolve("pgsql/" + Binaries.VERSION + "/bin/postgres");
        RunAs user = RunAs.choose(DataFolder.open(folder.path()), postgres);
        return new ProcessBuilder(user.command(List.of("/bin/sh", "-c", script))).start();
    }

    @Test
    void a_stale_pid_of_nobody_is_forgotten() throws Exception {
        Process gone = new ProcessBuilder("/bin/true").start();
        gone.waitFor();
        writePid(gone.pid());
        assertThat(stepsOfStart()).extracting(Problem::code).doesNotContain("database-orphan-ending");
    }

    /** As PostgreSQL writes it; the server of the killed run is gone, its file is not. */
    private static void writePid(long pid) throws IOException {
        Path cluster = folder.path().resolve("database");
        Path file = cluster.resolve("postmaster.pid");
        Files.writeString(file, pid + "\n" + cluster + "\n1700000000\n5432\n\n127.0.0.1\n  1234567         0\nready\n");
        int owner = Folders.owner(cluster);
        if (owner != RunAs.currentUid()) {
            Folders.give(file, owner, owner);
        }
    }

    @Test
    void data_of_another_version_is_refused_and_left_alone() throws Exception {
        Path version = folder.path().resolve("database/PG_VERSION");
        Files.writeString(version, "17\n");
        try {
            assertThatThrownBy(EmbeddedPostgresIT::start)
                    .asInstanceOf(type(Refusal.class))
                    .satisfies(refusal -> assertThat(refusal.problems().get(0).text(Language.EN))
                            .contains("PostgreSQL 17", "PostgreSQL 18"));
        } finally {
            Files.writeString(version, "18\n");
        }
    }

    @Test
    void data_without_its_passwords_is_refused() throws Exception {
        Path passwords = folder.path().resolve("database.properties");
        Path aside = folder.path().resolve("aside");
        Files.move(passwords, aside);
        try {
            assertRefused(EmbeddedPostgresIT::start, "database-passwords-missing");
        } finally {
            Files.move(aside, passwords);
        }
    }

    @Test
    void passwords_are_for_the_owner_only() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.path().resolve("database.properties")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Passwords passwords = Passwords.read(DataFolder.open(folder.path()));
        assertThat(passwords.toString())
                .doesNotContain(passwords.owner().password())
                .contains("jizhun_owner");
    }

    @Test
    void a_given_port_that_is_taken_is_refused() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    () -> EmbeddedPostgres.start(folder.path(), other.getLocalPort(), step -> {}),
                    "database-port-taken");
        }
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws Exception {
        Path file = Files.createFile(folder.path().resolve("plain"));
        assertRefused(() -> EmbeddedPostgres.start(file, 0, step -> {}), "database-folder-unwritable");
    }

    @Test
    void a_backup_uses_the_running_database_and_leaves_it_running() throws Exception {
        try (OpenDatabase ours = OpenDatabase.alone(folder.path(), Optional.empty(), Map.of(), step -> {})) {
            try (OpenDatabase shared = OpenDatabase.shared(folder.path(), Optional.empty(), Map.of(), step -> {})) {
                assertThat(shared.address()).isEqualTo(ours.address());
            }
            try (Connection owner = ours.address().connectAsOwner()) {
                assertThat(owner.isValid(5)).isTrue();
            }
        }
        try (OpenDatabase own = OpenDatabase.shared(folder.path(), Optional.empty(), Map.of(), step -> {})) {
            assertThat(EmbeddedPostgres.running(folder.path())).contains(own.address());
        }
        assertThat(EmbeddedPostgres.running(folder.path())).isEmpty();
    }

    @Test
    void a_backup_of_a_folder_without_a_database_makes_none() {
        Path none = folder.path().resolve("none");
        assertRefused(() -> OpenDatabase.shared(none, Optional.empty(), Map.of(), step -> {}), "database-none");
        assertThat(none).doesNotExist();
    }

    @Test
    void the_binaries_are_of_the_version_we_say() {
        Shell.Outcome outcome = Shell.run(
                List.of(
                        folder.path()
                                .resolve("pgsql/" + Binaries.VERSION + "/bin/postgres")
                                .toString(),
                        "--version"),
                20);
        // 18.6.0 of the registry is PostgreSQL's 18.6
        assertThat(outcome.output() + ".0").isEqualTo("postgres (PostgreSQL) " + Binaries.VERSION);
    }
}
