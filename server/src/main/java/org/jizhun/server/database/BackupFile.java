package org.jizhun.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A backup as a file to read. Opening it checks every byte of it before anyone relies on it. */
final class BackupFile implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.manifest = readManifest();
    }

    /** @throws Refusal if it is missing, foreign, newer than we know, or damaged anywhere */
    static BackupFile open(Path file) {
        Place place = Place.of(file.toString());
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Problem.of("backup-not-found", place));
        }
        try {
            if (!beginsAsArchive(file)) {
                throw new Refusal(Problem.of("backup-foreign", place, "found", "no zip archive"));
            }
            return openArchive(file);
        } catch (ZipException damaged) {
            throw new Refusal(Problem.of("backup-damaged", place, "found", String.valueOf(damaged.getMessage())));
        } catch (IOException unreadable) {
            throw new Refusal(Problem.of("backup-damaged", place, "found", Reasons.of(unreadable)));
        }
    }

    private static boolean beginsAsArchive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
        }
    }

    private static BackupFile openArchive(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        boolean sound = false;
        try {
            BackupFile backup = new BackupFile(file, zip);
            for (BackupManifest.Table table : backup.manifest.tables()) {
                backup.check(table);
            }
            sound = true;
            return backup;
        } finally {
            if (!sound) {
                zip.close();
            }
        }
    }

    private BackupManifest readManifest() throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw new Refusal(Problem.of("backup-foreign", place(), "found", "no " + BackupManifest.ENTRY));
        }
        byte[] json;
        try (InputStream in = zip.getInputStream(entry)) {
            json = in.readAllBytes();
        }
        CRC32 sum = new CRC32();
        sum.update(json);
        if (sum.getValue() != entry.getCrc()) {
            throw new Refusal(Problem.of("backup-damaged", place(), "found", BackupManifest.ENTRY));
        }
        return BackupManifest.read(json, place());
    }

    private void check(BackupManifest.Table table) throws IOException {
        DigestInputStream in = new DigestInputStream(rows(table), Hashes.sha256());
        try (in) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException broken) {
            throw damaged(table);
        }
        if (!Hashes.hex(in.getMessageDigest()).equals(table.sha256())) {
            throw damaged(table);
        }
    }

    private Refusal damaged(BackupManifest.Table table) {
        return new Refusal(Problem.of("backup-damaged", place(), "found", table.file()));
    }

    /** The rows of a table as CSV with a heading. */
    InputStream rows(BackupManifest.Table table) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(table.file());
        if (entry == null) {
            throw damaged(table);
        }
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    BackupManifest manifest() {
        return manifest;
    }

    Place place() {
        return Place.of(file.toString());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
