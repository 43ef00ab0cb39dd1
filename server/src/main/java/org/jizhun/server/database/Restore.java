package org.jizhun.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.server.database.BackupManifest.Sequence;
import org.jizhun.server.database.BackupManifest.Table;
import org.postgresql.PGConnection;

/**
 * Puts a backup back, in one transaction: the structure is built as it was (by the program's own migrations), the rows are
 * loaded, every table is read again and compared with the backup, and only then it is committed. Whatever goes wrong, the
 * database is as it was before.
 */
public final class Restore {

    private static final Duration LAST_SESSIONS = Duration.ofSeconds(5);
    private static final String LOCK_PATIENCE = "10s";

    /** PostgreSQL's code for a lock that did not come in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DatabaseAddress address;
    private final Migrations migrations;
    private final Consumer<Problem> progress;

    public Restore(DatabaseAddress address, Migrations migrations, Consumer<Problem> progress) {
        this.address = address;
        this.migrations = migrations;
        this.progress = progress;
    }

    /**
     * For asking before a database is opened or even made.
     *
     * @throws Refusal if there is no such file
     */
    public static void refuseMissing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Problem.of("backup-not-found", Place.of(file.toString())));
        }
    }

    /**
     * @param replace whether a database that is not empty may be replaced
     * @throws Refusal if the file is missing, foreign, damaged or newer, or the database does not allow it
     */
    public void from(Path file, boolean replace) {
        Place place = Place.of(file.toString());
        progress.accept(Problem.of("backup-checking", place));
        try (BackupFile backup = BackupFile.open(file);
                Connection connection = address.connectAsOwner()) {
            connection.setAutoCommit(false);
            restore(backup, connection, replace);
            connection.commit();
            progress.accept(summary("backup-restored", backup));
        } catch (FlywayException failure) {
            throw notRestored(place, Migrations.reason(failure));
        } catch (IOException failure) {
            throw notRestored(place, Reasons.of(failure));
        } catch (SQLException failure) {
            if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
                throw new Refusal(Problem.of("backup-database-busy", place));
            }
            throw notRestored(place, String.valueOf(failure.getMessage()));
        }
    }

    private static Refusal notRestored(Place place, String reason) {
        return new Refusal(Problem.of("backup-not-restored", place, "found", reason));
    }

    private static Problem summary(String code, BackupFile backup) {
        BackupManifest manifest = backup.manifest();
        return Problem.of(
                code,
                backup.place(),
                "tables",
                manifest.tables().size(),
                "rows",
                manifest.rows(),
                "created",
                manifest.created(),
                "version",
                manifest.schemaVersion());
    }

    private void restore(BackupFile backup, Connection connection, boolean replace) throws SQLException, IOException {
        Sql.run(connection, "SET LOCAL lock_timeout = '" + LOCK_PATIENCE + "'");
        Contents.fixPrinting(connection);
        refuseWhileServed(connection, backup);
        long present = Contents.objects(connection);
        if (present > 0 && !replace) {
            throw new Refusal(Problem.of("backup-database-not-empty", backup.place(), "found", present));
        }
        progress.accept(summary("backup-restoring", backup));
        empty(connection);
        migrations.build(connection, address, backup.manifest().schemaVersion(), backup.place());
        Contents.fixPrinting(connection);
        checkStructure(connection, backup);
        List<String> history = history(connection);
        Guards guards = Guards.takeDown(connection);
        load(connection, backup);
        checkHistory(connection, history, backup);
        for (Table table : backup.manifest().tables()) {
            compare(connection, table, backup);
        }
        guards.putUp(connection);
        Sql.run(connection, "ANALYZE");
    }

    /** Sessions of a server that has just stopped take a moment to go. */
    private static void refuseWhileServed(Connection connection, BackupFile backup) throws SQLException {
        long deadline = System.nanoTime() + LAST_SESSIONS.toNanos();
        while (isServed(connection)) {
            if (System.nanoTime() >= deadline || !Waiting.aMoment()) {
                throw new Refusal(Problem.of("backup-database-busy", backup.place()));
            }
        }
    }

    private static boolean isServed(Connection connection) throws SQLException {
        // Within a transaction the first look would be remembered.
        Sql.run(connection, "SELECT pg_stat_clear_snapshot()");
        return Sql.truth(
                connection,
                "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = 'jizhun' AND pid <> pg_backend_pid()");
    }

    /** Everything goes that is ours: whole schemas, of which {@code public} comes back empty. */
    private void empty(Connection connection) throws SQLException {
        for (String schema : Sql.column(
                connection,
                "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'")) {
            Sql.run(connection, "DROP SCHEMA " + Sql.name(schema) + " CASCADE");
        }
        Sql.run(connection, "CREATE SCHEMA public");
        Schemas.letIn(connection, address);
    }

    private static void checkStructure(Connection connection, BackupFile backup) throws SQLException {
        List<Table> built = Contents.tables(connection);
        for (Table table : backup.manifest().tables()) {
            boolean same = built.stream()
                    .anyMatch(other -> other.qualified().equals(table.qualified())
                            && other.columns().equals(table.columns()));
            if (!same) {
                throw differs(backup, table.toString());
            }
        }
        for (Table table : built) {
            if (backup.manifest().tables().stream()
                    .noneMatch(other -> other.qualified().equals(table.qualified()))) {
                throw differs(backup, table.toString());
            }
        }
    }

    private static Refusal differs(BackupFile backup, String what) {
        return new Refusal(Problem.of("backup-structure-differs", backup.place(), "found", what));
    }

    /** Which files made the structure, with their checksums. */
    private static List<String> history(Connection connection) throws SQLException {
        return Sql.column(
                connection,
                "SELECT concat_ws(' ', version, script, checksum) FROM public." + Migrations.HISTORY
                        + " WHERE success AND version IS NOT NULL ORDER BY version COLLATE \"C\"");
    }

    private static void checkHistory(Connection connection, List<String> built, BackupFile backup) throws SQLException {
        List<String> restored = history(connection);
        if (!restored.equals(built)) {
            List<String> strange = restored.stream()
                    .filter(migration -> !built.contains(migration))
                    .toList();
            throw differs(backup, strange.isEmpty() ? Migrations.HISTORY : String.join(", ", strange));
        }
    }

    private static void load(Connection connection, BackupFile backup) throws SQLException, IOException {
        List<Table> tables = backup.manifest().tables();
        String all = String.join(", ", tables.stream().map(Table::qualified).toList());
        Sql.run(
                connection,
                "TRUNCATE " + all); // What the migrations themselves had put in stands in the backup as well.
        for (Table table : tables) {
            String sql = "COPY " + table.qualified() + " (" + Contents.list(table.columns())
                    + ") FROM STDIN (FORMAT csv, HEADER MATCH, ENCODING 'UTF8')";
            try (InputStream rows = backup.rows(table)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows);
            }
        }
        for (Sequence sequence : backup.manifest().sequences()) {
            Sql.run(
                    connection,
                    "SELECT setval(" + Sql.literal(sequence.qualified()) + ", " + sequence.last() + ", "
                            + sequence.called() + ")");
        }
        for (String view : Sql.column(
                connection, "SELECT oid::regclass FROM pg_class WHERE relkind = 'm' AND relispopulated ORDER BY oid")) {
            Sql.run(connection, "REFRESH MATERIALIZED VIEW " + view);
        }
    }

    private static void compare(Connection connection, Table table, BackupFile backup)
            throws SQLException, IOException {
        Table restored = Contents.write(connection, table, OutputStream.nullOutputStream());
        if (!restored.equals(table)) {
            throw new Refusal(Problem.of("backup-differs-after-restore", backup.place(), "found", table));
        }
    }
}
