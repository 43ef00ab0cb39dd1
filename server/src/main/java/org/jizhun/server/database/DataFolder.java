package org.jizhun.server.database;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/**
 * The folder in which everything of the embedded database stays: {@code pgsql} (its program), {@code database} (the data),
 * {@code database.properties} (its passwords, for the owner's eyes only), {@code database.log}, and the lock. Opening it
 * checks that it can be written; a {@link Refusal} says why not.
 */
record DataFolder(Path root) {

    static final String DATABASE = "database";

    /** The program takes 60 MB, a new database 45 MB, and PostgreSQL wants some room for its log. */
    static final long NEEDED_FOR_PROGRAM = 100L << 20;

    static final long NEEDED_FOR_NEW_DATABASE = 200L << 20;

    static final long NEEDED = 50L << 20;

    static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            DataFolder data = new DataFolder(root.toRealPath());
            data.tryWriting();
            return data;
        } catch (IOException unwritable) {
            throw new Refusal(Problem.of(
                    "database-folder-unwritable", Place.of(root.toString()), "found", Reasons.of(unwritable)));
        }
    }

    private void tryWriting() throws IOException {
        Files.delete(Files.createTempFile(root, "may-write", ""));
    }

    Path binaries() {
        return root.resolve("pgsql");
    }

    Path cluster() {
        return root.resolve(DATABASE);
    }

    /** Where a new database is made before it gets its name: what bears the name is complete. */
    Path newCluster() {
        return root.resolve("database.new");
    }

    Path passwords() {
        return root.resolve("database.properties");
    }

    Path log() {
        return root.resolve("database.log");
    }

    Place place() {
        return Place.of(root.toString());
    }

    /** Another user than root runs the database, and must be able to pass through this folder (not to list it). */
    void letOthersPass() {
        try {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(root));
            if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(root, permissions);
            }
        } catch (IOException unwritable) {
            throw new Refusal(Problem.of("database-folder-unwritable", place(), "found", Reasons.of(unwritable)));
        }
    }

    /** @throws Refusal if fewer bytes are free than needed */
    void checkSpace(long needed) {
        try {
            FileStore store = Files.getFileStore(root);
            long free = store.getUsableSpace();
            if (free < needed) {
                throw new Refusal(
                        Problem.of("database-disk-full", place(), "found", free >> 20, "expected", needed >> 20));
            }
        } catch (IOException unknown) {
            throw new Refusal(Problem.of("database-folder-unwritable", place(), "found", Reasons.of(unknown)));
        }
    }
}
