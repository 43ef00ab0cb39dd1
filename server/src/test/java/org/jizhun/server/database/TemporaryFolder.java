package org.jizhun.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A data folder for a test, deleted afterwards. JUnit's own lets no other user in, and run as root the database belongs to
 * another user.
 */
public final class TemporaryFolder implements AutoCloseable {

    private final Path root;

    public TemporaryFolder() {
        try {
            root = Files.createTempDirectory("jizhun-it");
            Folders.setPermissions(root, "rwx--x--x");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path path() {
        return root;
    }

    @Override
    public void close() {
        try {
            Folders.delete(root);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
