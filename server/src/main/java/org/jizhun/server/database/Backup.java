package org.jizhun.server.database;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/**
 * Writes a whole database into one zip file while it is in use: all tables as of one moment, as CSV, with a manifest of
 * counts and hashes. Needs no client program. {@link Restore} reads it again.
 */
public final class Backup {

    private Backup() {}

    /**
     * @param file must not exist; it appears when it is complete, readable by its owner only
     * @throws Refusal if the database or the file does not allow it; then no file is left
     */
    public static void write(DatabaseAddress address, Path file, Consumer<Problem> progress) {
        Path target = file.toAbsolutePath();
        Place place = Place.of(file.toString());
        if (Files.exists(target)) {
            throw new Refusal(Problem.of("backup-exists", place));
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            BackupManifest manifest = writePart(address, part, place, progress);
            Files.move(part, target);
            Folders.sync(part.toAbsolutePath().resolveSibling("."));
            progress.accept(Problem.of(
                    "backup-written",
                    place,
                    "tables",
                    manifest.tables().size(),
                    "rows",
                    manifest.rows(),
                    "size",
                    (Files.size(target) + 1023) / 1024,
                    "version",
                    manifest.schemaVersion()));
        } catch (IOException failure) {
            throw notWritten(place, Reasons.of(failure));
        } catch (SQLException failure) {
            throw notWritten(place, String.valueOf(failure.getMessage()));
        } finally {
            delete(part);
        }
    }

    private static Refusal notWritten(Place place, String reason) {
        return new Refusal(Problem.of("backup-not-written", place, "found", reason));
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException unreachable) {
            // The disk that could not take it cannot lose it either; its name says that it is not a backup.
        }
    }

    private static BackupManifest writePart(DatabaseAddress address, Path part, Place place, Consumer<Problem> progress)
            throws IOException, SQLException {
        Passwords.onlyMine(part);
        BackupManifest manifest;
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)));
                Connection connection = address.connectAsOwner()) {
            manifest = writeSnapshot(connection, zip, place, progress);
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(manifest.json());
            zip.closeEntry();
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return manifest;
    }

    private static BackupManifest writeSnapshot(
            Connection connection, ZipOutputStream zip, Place place, Consumer<Problem> progress)
            throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Contents.fixPrinting(connection);
        List<BackupManifest.Table> tables = Contents.tables(connection);
        String version = schemaVersion(connection, tables, place);
        refuseHiddenRows(connection, place);
        for (BackupManifest.Table table : tables) {
            // Nobody changes a table's structure while it waits for its turn.
            Sql.run(connection, "LOCK TABLE " + table.qualified() + " IN ACCESS SHARE MODE");
        }
        progress.accept(Problem.of("backup-writing", place, "tables", tables.size()));
        List<BackupManifest.Table> written = new ArrayList<>();
        for (BackupManifest.Table table : tables) {
            zip.putNextEntry(new ZipEntry(table.file()));
            written.add(Contents.write(connection, table, new Unclosed(zip)));
            zip.closeEntry();
        }
        // Sequences stand outside of transactions: read last, they are not behind any row.
        List<BackupManifest.Sequence> sequences = Contents.sequences(connection);
        String server = Sql.text(connection, "SHOW server_version");
        connection.rollback();
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new BackupManifest(now, server, version, written, sequences);
    }

    private static String schemaVersion(Connection connection, List<BackupManifest.Table> tables, Place place)
            throws SQLException {
        boolean recorded = tables.stream().anyMatch(table -> table.name().equals(Migrations.HISTORY));
        String version = recorded
                ? Sql.text(
                        connection,
                        "SELECT version FROM public." + Migrations.HISTORY
                                + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")
                : "";
        if (version.isEmpty()) {
            throw new Refusal(Problem.of("backup-without-structure", place));
        }
        return version;
    }

    private static void refuseHiddenRows(Connection connection, Place place) throws SQLException {
        String mayBypass = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";
        if (Sql.truth(connection, mayBypass)) {
            return;
        }
        List<String> hidden = Sql.column(
                connection,
                "SELECT oid::regclass FROM pg_class WHERE relrowsecurity AND (relforcerowsecurity"
                        + " OR NOT pg_has_role(relowner, 'USAGE')) ORDER BY relname");
        if (!hidden.isEmpty()) {
            throw new Refusal(Problem.of("backup-rows-hidden", place, "found", String.join(", ", hidden)));
        }
    }

    /** An entry ends; the archive goes on. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {}
    }
}
