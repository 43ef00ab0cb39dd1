package org.jizhun.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a program to its end, within a time, with nothing of our environment but the path. */
final class Shell {

    /** What a program left: its exit code ({@code -1} if it could not be started or was ended for being late). */
    record Outcome(int code, String output) {
        boolean worked() {
            return code == 0;
        }
    }

    private Shell() {}

    static Outcome run(List<String> command, int seconds) {
        @Nullable Path output = null;
        try {
            output = Files.createTempFile("jizhun", ".out");
            Process process = clean(new ProcessBuilder(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return new Outcome(-1, text(output) + " (ended after " + seconds + " s)");
            }
            return new Outcome(process.exitValue(), text(output));
        } catch (IOException notStarted) {
            return new Outcome(-1, String.valueOf(notStarted.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        } finally {
            delete(output);
        }
    }

    /** PGDATA, PGPORT, LC_* and the like of whoever starts us must not reach the database. */
    static ProcessBuilder clean(ProcessBuilder builder) {
        @Nullable String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/sbin:/usr/bin:/sbin:/bin" : path);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("LC_MESSAGES", "C");
        return builder.directory(Path.of("/").toFile());
    }

    /** Sends a signal such as {@code INT}; the shell has it built in, where a {@code kill} program may be missing. */
    static void signal(String name, long pid) {
        run(List.of("/bin/sh", "-c", "kill -" + name + " " + pid), 10);
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException temporary) {
            throw new UncheckedIOException(temporary);
        }
    }
}
