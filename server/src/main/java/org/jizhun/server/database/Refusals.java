package org.jizhun.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/** What PostgreSQL and the file system complain about, in the catalogue's words. */
final class Refusals {

    private static final int LAST_LINES = 4;

    private Refusals() {}

    static Refusal ofFiles(DataFolder data, IOException failure) {
        String reason = Reasons.of(failure);
        if (isDiskFull(reason)) {
            return diskFull(data);
        }
        return new Refusal(Problem.of("database-folder-unwritable", data.place(), "found", reason));
    }

    /** Why initdb gave up. */
    static Refusal ofCreation(DataFolder data, String output) {
        if (isDiskFull(output)) {
            return diskFull(data);
        }
        return new Refusal(Problem.of("database-create-failed", data.place(), "found", lastLines(output)));
    }

    /** Why the server ended while it was starting. */
    static Refusal ofStart(DataFolder data, int port, String log) {
        if (isPortTaken(log)) {
            return new Refusal(Problem.of("database-port-taken", data.place(), "found", port));
        }
        if (isDiskFull(log)) {
            return diskFull(data);
        }
        return new Refusal(
                Problem.of("database-start-failed", data.place(), "found", lastLines(log), "log", data.log()));
    }

    static boolean isPortTaken(String log) {
        return log.contains("Address already in use") || log.contains("could not create any TCP/IP sockets");
    }

    private static boolean isDiskFull(String text) {
        return text.contains("No space left on device") || text.contains("Disk quota exceeded");
    }

    private static Refusal diskFull(DataFolder data) {
        long free = 0;
        try {
            free = Files.getFileStore(data.root()).getUsableSpace();
        } catch (IOException unknown) {
            // Then nothing is free as far as we can tell.
        }
        return new Refusal(Problem.of(
                "database-disk-full", data.place(), "found", free >> 20, "expected", DataFolder.NEEDED >> 20));
    }

    static String lastLines(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
