package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class BackupIT {

    private static final String HERE = "classpath:org/jizhun/server/database/";
    private static final Migrations STRUCTURE = new Migrations(HERE + "structure");
    private static final Migrations NEWER = new Migrations(HERE + "structure", HERE + "newer");

    private static TemporaryFolder folder;
    private static EmbeddedPostgres database;
    private static DatabaseAddress address;
    private static Path backup;

    @BeforeAll
    static void fill() throws Exception {
        folder = new TemporaryFolder();
        database = EmbeddedPostgres.start(folder.path().resolve("data"), 0, step -> {});
        address = database.address();
        STRUCTURE.migrate(address);
        try (Connection owner = address.connectAsOwner()) {
            Sql.run(owner, """
                    INSERT INTO department (name, parent, spent, budget, details, seal, opened, day, tags, share, kept)
                    VALUES ('市图书馆', NULL, 12345678901234.5678, 0.0001, '{"口径": [1, null, "引号\\"，反斜杠\\\\"]}',
                            '\\x00ff0a0d22', '2023-12-31 23:59:59.123456+08', '2024-02-29', '{"a,b","",NULL,"㐂𠮷"}',
                            0.1, true),
                           (E'一行\\n两行,"引号"\\t', 1, NULL, NULL, NULL, '', '-infinity', 'infinity', '{}', 'NaN', NULL),
                           ('', 1, 0, 0, 'null', NULL, NULL, NULL, NULL, 1e-300, false)
                    """);
            Sql.run(owner, "INSERT INTO person (department, name) VALUES (1, '张三'), (2, NULL), (1, '\\.')");
            Sql.run(owner, "UPDATE department SET head = 1 WHERE id = 1");
            Sql.run(
                    owner,
                    "INSERT INTO month SELECT y, m, '馆', y * m / 7.0 FROM generate_series(2022, 2024) y, generate_series(1, 12) m");
            Sql.run(owner, "UPDATE grade SET label = '优秀' WHERE code = 'A'");
            Sql.run(owner, "INSERT INTO without_key VALUES ('b'), ('a'), (NULL), ('\\.'), ('')");
            Sql.run(owner, "SELECT nextval('case_number'), nextval('case_number')");
            Sql.run(owner, "REFRESH MATERIALIZED VIEW people");
        }
        backup = folder.path().resolve("whole.backup");
        Backup.write(address, backup, step -> {});
    }

    @AfterAll
    static void delete() {
        database.close();
        folder.close();
    }

    @BeforeEach
    void nothing_from_the_test_before() throws Exception {
        try (Connection owner = address.connectAsOwner()) {
            Sql.run(owner, "DROP SCHEMA IF EXISTS foreign_part CASCADE");
        }
    }

    private static Restore restore(Migrations migrations) {
        return new Restore(address, migrations, step -> {});
    }

    private static void assertRefused(ThrowingCallable work, String code, String... words) {
        assertThatThrownBy(work).asInstanceOf(type(Refusal.class)).satisfies(refusal -> {
            Problem problem = refusal.problems().get(0);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.text(Language.ZH)).doesNotContain("{");
            String english = problem.text(Language.EN) + "; " + problem.advice(Language.EN);
            assertThat(english).doesNotContain("{");
            assertThat(words).allSatisfy(word -> assertThat(english).contains(word));
        });
    }

    /** Every table and computed value as text, in an order of our own; independent of the code under test. */
    private static Map<String, List<List<String>>> everything() throws SQLException {
        Map<String, List<List<String>>> all = new LinkedHashMap<>();
        try (Connection owner = address.connectAsOwner()) {
            for (String table : List.of(
                    "department",
                    "person",
                    "trail",
                    "month",
                    "grade",
                    "without_key",
                    "people",
                    "flyway_schema_history")) {
                all.put(table, Sql.rows(owner, "SELECT t::text FROM " + table + " t ORDER BY t::text COLLATE \"C\""));
            }
            all.put(
                    "details",
                    Sql.rows(owner, "SELECT details::text, details IS NULL, rate FROM department ORDER BY id"));
            all.put("sequences", Sql.rows(owner, "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1"));
            all.put(
                    "triggers",
                    Sql.rows(owner, "SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"));
            all.put(
                    "constraints",
                    Sql.rows(
                            owner,
                            "SELECT conname, conrelid::regclass, pg_get_constraintdef(oid), convalidated,"
                                    + " obj_description(oid, 'pg_constraint') FROM pg_constraint"
                                    + " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2"));
            all.put(
                    "grants",
                    Sql.rows(
                            owner,
                            "SELECT relname, relacl FROM pg_class WHERE relacl IS NOT NULL"
                                    + " AND relnamespace = 'public'::regnamespace ORDER BY 1"));
        }
        return all;
    }

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

    // --- damaged files

    @Test
    void a_missing_or_foreign_file_is_refused() throws Exception {
        Path text = Files.writeString(folder.path().resolve("text"), "not a backup");
        Path archive = folder.path().resolve("other.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.closeEntry();
        }
        Path manifest = changed("manifest.json", old -> "{\"format\": \"other\"}");
        assertRefused(() -> restore(STRUCTURE).from(folder.path().resolve("none"), true), "backup-not-found");
        assertRefused(() -> restore(STRUCTURE).from(text, true), "backup-foreign");
        assertRefused(() -> restore(STRUCTURE).from(archive, true), "backup-foreign");
        assertRefused(() -> restore(STRUCTURE).from(manifest, true), "backup-foreign");
    }

    @Test
    void a_file_of_a_newer_format_is_refused() throws Exception {
        Path newer = changed("manifest.json", old -> old.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"));
        assertRefused(() -> restore(STRUCTURE).from(newer, true), "backup-newer", "version 2", "up to 1");
    }

    @Test
    void a_changed_figure_is_found_before_anything_is_touched() throws Exception {
        Path file = changed("tables/public.month.csv", old -> old.replaceFirst("2023,1,", "2023,2,"));
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-damaged", "tables/public.month.csv");
    }

    @Test
    void a_table_that_is_missing_from_the_file_is_found() throws Exception {
        Path file = changed("tables/public.grade.csv", old -> null);
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-damaged", "tables/public.grade.csv");
    }

    @Test
    void a_manifest_that_says_less_is_found() throws Exception {
        Path file = changed("manifest.json", old -> old.replace("\"sequences\"", "\"sequenzen\""));
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-damaged", "manifest.json");
    }

    @Test
    void a_file_cut_short_anywhere_is_refused() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        for (int length : new int[] {2, 100, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(folder.path().resolve("cut"), java.util.Arrays.copyOf(whole, length));
            assertRefused(() -> restore(STRUCTURE).from(cut, true), "backup-damaged");
        }
    }

    /** One flipped bit: refused, or in a byte that carries nothing (a time stamp), and then the content is unharmed. */
    @Test
    void no_flipped_bit_gets_through() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        BackupManifest right;
        try (BackupFile file = BackupFile.open(backup)) {
            right = file.manifest();
        }
        for (int at = 0; at < whole.length; at += 97) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            Path file = Files.write(folder.path().resolve("flipped"), flipped);
            try (BackupFile read = BackupFile.open(file)) {
                assertThat(read.manifest()).as("byte " + at).isEqualTo(right);
            } catch (Refusal refused) {
                assertThat(refused.problems().get(0).code()).startsWith("backup-");
            }
        }
    }

    /** Right hashes, wrong rows: what the database itself refuses must undo everything. */
    @Test
    void rows_that_the_structure_does_not_allow_undo_everything() throws Exception {
        Map<String, List<List<String>>> before = everything();
        Path file = forged("person", old -> old.replace("1,1,张三", "1,77,张三"));
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-not-restored", "foreign key");
        assertThat(everything()).isEqualTo(before);
        Path other = forged("grade", old -> old.replaceFirst("code,label", "code,name"));
        assertRefused(() -> restore(STRUCTURE).from(other, true), "backup-not-restored", "column name mismatch");
        assertThat(everything()).isEqualTo(before);
    }

    /** The database reads 007 as 7: a table that does not come back as it stands in the file is not accepted. */
    @Test
    void a_value_that_comes_back_otherwise_undoes_everything() throws Exception {
        Map<String, List<List<String>>> before = everything();
        Path file = forged("month", old -> old.replaceFirst("2023,7,", "2023,007,"));
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-differs-after-restore", "public.month");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_table_the_program_does_not_know_is_refused() throws Exception {
        Path file = folder.path().resolve("extra.backup");
        try (Connection owner = address.connectAsOwner()) {
            Sql.run(owner, "CREATE SCHEMA foreign_part");
            Sql.run(owner, "CREATE TABLE foreign_part.extra (id int PRIMARY KEY)");
        }
        Backup.write(address, file, step -> {});
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-structure-differs", "foreign_part.extra");
    }

    /** The backup with one entry changed, or left out where the change gives null. */
    private static Path changed(String entry, UnaryOperator<String> change) throws IOException {
        return rewritten(Map.of(entry, change));
    }

    /** A table changed by someone who also puts its new hash into the manifest. */
    private static Path forged(String table, UnaryOperator<String> change) throws Exception {
        try (BackupFile file = BackupFile.open(backup)) {
            BackupManifest.Table old = file.manifest().tables().stream()
                    .filter(t -> t.name().equals(table))
                    .findFirst()
                    .orElseThrow();
            String csv = new String(file.rows(old).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(change.apply(csv)).isNotEqualTo(csv);
            var digest = Hashes.sha256();
            digest.update(change.apply(csv).getBytes(StandardCharsets.UTF_8));
            String hash = Hashes.hex(digest);
            return rewritten(
                    Map.of(old.file(), change, BackupManifest.ENTRY, json -> json.replace(old.sha256(), hash)));
        }
    }

    private static Path rewritten(Map<String, UnaryOperator<String>> changes) throws IOException {
        Path file = folder.path().resolve("changed.backup");
        try (ZipFile in = new ZipFile(backup.toFile());
                OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Enumeration<? extends ZipEntry> entries = in.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                in.getInputStream(entry).transferTo(bytes);
                String old = bytes.toString(StandardCharsets.UTF_8);
                String now = changes.getOrDefault(entry.getName(), UnaryOperator.identity())
                        .apply(old);
                if (now != null) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(now.getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        }
        return file;
    }
}
