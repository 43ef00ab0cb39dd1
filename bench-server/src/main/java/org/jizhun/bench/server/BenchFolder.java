package org.jizhun.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A data folder for one run, deleted afterwards. Others may pass through it: run as root the database is another user's. */
final class BenchFolder implements AutoCloseable {

    private final Path root;

    BenchFolder() throws IOException {
        root = Files.createTempDirectory("jizhun-bench");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
    }

    Path path() {
        return root;
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
