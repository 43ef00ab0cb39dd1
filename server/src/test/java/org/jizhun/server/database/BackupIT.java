package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class BackupIT extends BackupWork {

    @Test
    void what_is_restored_equals_what_was_backed_up_table_by_table() throws Exception {
        Map<String, List<List<String>>> before = everything();
        try (Connection owner = address.connectAsOwner()) {
            Sql.run(owner, "INSERT INTO department (name) VALUES ('后来的')");
            Sql.run(owner, "UPDATE department SET spent = 1");
            Sql.run(owner, "DELETE FROM without_key");
            Sql.run(owner, "SELECT nextval('case_number')");
        }
        assertThat(everything()).isNotEqualTo(before);

        List<Problem> steps = new ArrayList<>();
        new Restore(address, STRUCTURE, steps::add).from(backup, true);

        assertThat(everything()).isEqualTo(before);
        assertThat(before.get("month")).hasSize(36);
        assertThat(before.get("trail")).hasSize(3);
        // 7 tables: department person trail month grade without_key and Flyway's; partitions count with their whole.
        // Rows in that order: 3 + 3 + 3 + 36 + 4 + 5 + 2 = 56
        assertThat(steps.get(steps.size() - 1).text(Language.ZH)).isEqualTo("已恢复 7 张表、56 行，逐表核对一致");
    }

    @Test
    void after_a_restore_the_database_works_on_where_it_stopped() throws Exception {
        restore(STRUCTURE).from(backup, true);
        try (Connection owner = address.connectAsOwner();
                Connection application = address.connectAsApplication()) {
            owner.setAutoCommit(false);
            // Three departments were there, so the next has number 4; 1000 and 1001 were given out.
            assertThat(Sql.text(owner, "INSERT INTO department (name) VALUES ('新') RETURNING id"))
                    .isEqualTo("4");
            assertThat(Sql.text(owner, "SELECT nextval('case_number')")).isEqualTo("1002");
            owner.rollback();
            assertThatThrownBy(() -> Sql.run(owner, "DELETE FROM trail")).hasMessageContaining("append-only");
            owner.rollback();
            assertThatThrownBy(() -> Sql.run(owner, "INSERT INTO person (department) VALUES (99)"))
                    .hasMessageContaining("foreign key");
            owner.rollback();
            assertThat(Sql.text(application, "SELECT count(*) FROM person")).isEqualTo("0");
            Sql.run(application, "SET jizhun.department = '2'");
            assertThat(Sql.text(application, "SELECT count(*) FROM person")).isEqualTo("1");
            assertThatThrownBy(() -> Sql.run(application, "DELETE FROM person"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void an_empty_database_takes_a_backup_without_being_asked_twice() throws Exception {
        Map<String, List<List<String>>> before = everything();
        try (Connection owner = address.connectAsOwner()) {
            Sql.run(owner, "DROP SCHEMA public CASCADE");
            Sql.run(owner, "CREATE SCHEMA public");
        }
        restore(STRUCTURE).from(backup, false);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_database_that_is_in_use_is_not_replaced_unless_told() throws Exception {
        Map<String, List<List<String>>> before = everything();
        assertRefused(() -> restore(STRUCTURE).from(backup, false), "backup-database-not-empty", "--replace");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_backup_of_an_older_structure_is_restored_as_it_was_and_can_be_brought_up_to_date() throws Exception {
        Map<String, List<List<String>>> before = everything();
        NEWER.migrate(address);
        restore(NEWER).from(backup, true);
        assertThat(everything()).isEqualTo(before);
        NEWER.migrate(address);
        try (Connection owner = address.connectAsOwner()) {
            assertThat(Sql.text(owner, "SELECT count(*) FROM later")).isEqualTo("0");
        }
        restore(STRUCTURE).from(backup, true);
    }

    @Test
    void a_backup_of_a_newer_structure_is_refused() throws Exception {
        Path newer = folder.path().resolve("newer.backup");
        NEWER.migrate(address);
        Backup.write(address, newer, step -> {});
        Map<String, List<List<String>>> before = everything();
        assertRefused(
                () -> restore(STRUCTURE).from(newer, true), "backup-of-newer-structure", "version 3", "newest is 2");
        assertRefused(() -> STRUCTURE.migrate(address), "database-newer-than-program", "version 3", "up to 2");
        assertThat(everything()).isEqualTo(before);
        restore(NEWER).from(backup, true);
    }

    @Test
    void a_backup_made_by_other_migrations_of_the_same_number_is_refused() throws Exception {
        Map<String, List<List<String>>> before = everything();
        Migrations changed = new Migrations(HERE + "changed");
        assertRefused(() -> restore(changed).from(backup, true), "backup-structure-differs", "V2__trail.sql");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_migration_that_fails_leaves_nothing_behind_and_says_where() throws Exception {
        Migrations broken = new Migrations(HERE + "structure", HERE + "broken");
        Map<String, List<List<String>>> before = everything();
        assertRefused(() -> broken.migrate(address), "database-migration-failed", "no_such_type");
        assertThat(everything()).isEqualTo(before);
        try (Connection owner = address.connectAsOwner()) {
            assertThat(Sql.text(owner, "SELECT to_regclass('half') IS NULL")).isEqualTo("t");
        }
    }

    @Test
    void the_same_rows_give_the_same_files() throws Exception {
        Path again = folder.path().resolve("again.backup");
        restore(STRUCTURE).from(backup, true);
        Backup.write(address, again, step -> {});
        try (BackupFile first = BackupFile.open(backup);
                BackupFile second = BackupFile.open(again)) {
            assertThat(second.manifest().tables()).isEqualTo(first.manifest().tables());
            assertThat(second.manifest().sequences()).isEqualTo(first.manifest().sequences());
        }
    }

    /** A writer adds to two tables in one transaction; the backup must hold both or neither. */
    @Test
    void a_backup_in_the_middle_of_writing_is_of_one_moment() throws Exception {
        Path during = folder.path().resolve("during.backup");
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try (Connection owner = address.connectAsOwner()) {
                owner.setAutoCommit(false);
                while (!stop.get()) {
                    Sql.run(owner, "INSERT INTO department (name) VALUES (gen_random_uuid()::text)");
                    Sql.run(owner, "INSERT INTO without_key VALUES ('pair')");
                    owner.commit();
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
        writer.start();
        try {
            Thread.sleep(200);
            Backup.write(address, during, step -> {});
        } finally {
            stop.set(true);
            writer.join();
        }
        try (BackupFile file = BackupFile.open(during)) {
            Map<String, Long> rows = new LinkedHashMap<>();
            file.manifest().tables().forEach(table -> rows.put(table.name(), table.rows()));
            assertThat(rows.get("department") - 3)
                    .isEqualTo(rows.get("without_key") - 5)
                    .isPositive();
        }
        restore(STRUCTURE).from(backup, true);
    }

    @Test
    void a_backup_is_for_its_owner_only_and_never_overwrites() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertRefused(() -> Backup.write(address, backup, step -> {}), "backup-exists");
    }

    @Test
    void a_backup_that_cannot_be_written_leaves_nothing() {
        Path nowhere = folder.path().resolve("no/such/folder/x.backup");
        assertRefused(() -> Backup.write(address, nowhere, step -> {}), "backup-not-written", "does not exist");
    }

    @Test
    void a_database_that_is_not_ours_is_not_backed_up() throws Exception {
        Path file = folder.path().resolve("foreign.backup");
        DatabaseAddress maintenance = new DatabaseAddress(
                address.url().replace("/jizhun?", "/postgres?"),
                Passwords.read(DataFolder.open(folder.path().resolve("data"))).superuser(),
                address.application());
        assertRefused(() -> Backup.write(maintenance, file, step -> {}), "backup-without-structure");
        assertThat(file).doesNotExist();
        assertThat(file.resolveSibling("foreign.backup.part")).doesNotExist();
    }

    @Test
    void rows_that_the_user_cannot_see_are_not_left_out_in_silence() throws Exception {
        Path file = folder.path().resolve("hidden.backup");
        try (Connection owner = address.connectAsOwner()) {
            Sql.run(owner, "ALTER TABLE person FORCE ROW LEVEL SECURITY");
            assertRefused(() -> Backup.write(address, file, step -> {}), "backup-rows-hidden", "person");
            Sql.run(owner, "ALTER TABLE person NO FORCE ROW LEVEL SECURITY");
        }
    }

    @Test
    void a_database_that_someone_works_with_is_not_replaced() throws Exception {
        try (Connection application = address.connectAsApplication()) {
            assertThat(application.isValid(5)).isTrue();
            assertRefused(() -> restore(STRUCTURE).from(backup, true), "backup-database-busy");
        }
    }
}
