package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A database with values of all kinds, and its backup. */
abstract class BackupWork {

    static final String HERE = "classpath:org/jizhun/server/database/";
    static final Migrations STRUCTURE = new Migrations(HERE + "structure");
    static final Migrations NEWER = new Migrations(HERE + "structure", HERE + "newer");

    static TemporaryFolder folder;
    static EmbeddedPostgres database;
    static DatabaseAddress address;
    static Path backup;

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

    static Restore restore(Migrations migrations) {
        return new Restore(address, migrations, step -> {});
    }

    static void assertRefused(ThrowingCallable work, String code, String... words) {
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
    static Map<String, List<List<String>>> everything() throws SQLException {
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
}
