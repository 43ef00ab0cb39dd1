package org.jizhun.server.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/** One run of the PostgreSQL server process on a data directory, from its start to its end. */
final class Postmaster {

    private static final Duration READY = Duration.ofMinutes(5);
    private static final int FAST_SECONDS = 30;
    private static final int IMMEDIATE_SECONDS = 10;
    private static final long LOG_LIMIT = 10L << 20;

    /** The line of postmaster.pid that says how far the server is. */
    private static final int STATUS_LINE = 7;

    /**
     * The C library of Linux gives memory back to the system after a statement and asks for it again in the next; with these it
     * keeps up to 64 MiB a process. Others ignore them.
     */
    private static final Map<String, String> MEMORY =
            Map.of("MALLOC_TRIM_THRESHOLD_", String.valueOf(64 << 20), "MALLOC_TOP_PAD_", String.valueOf(1 << 20));

    private final DataFolder data;
    private final Process process;
    private final int port;
    private final long logStart;

    private Postmaster(DataFolder data, Process process, int port, long logStart) {
        this.data = data;
        this.process = process;
        this.port = port;
        this.logStart = logStart;
    }

    /** Starts it and waits until it takes connections. @throws Refusal if it does not come to that */
    static Postmaster start(DataFolder data, Binaries binaries, RunAs runAs, int port) {
        try {
            turnLogOver(data.log());
            File log = data.log().toFile();
            List<String> command = new ArrayList<>();
            if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
                // Out of our terminal's reach: Ctrl-C is ours to handle, the database must outlive the last request.
                command.add("/usr/bin/setsid");
            }
            command.addAll(runAs.command(ServerSettings.command(binaries, data, port)));
            ProcessBuilder builder = Shell.clean(new ProcessBuilder(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            builder.environment().putAll(MEMORY);
            Process process = builder.start();
            process.getOutputStream().close();
            Postmaster postmaster = new Postmaster(data, process, port, log.length());
            postmaster.waitUntilReady();
            return postmaster;
        } catch (IOException failure) {
            throw Refusals.ofFiles(data, failure);
        }
    }

    private static void turnLogOver(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling("database.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void waitUntilReady() throws IOException {
        boolean came = Waiting.until(READY, () -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw Refusals.ofStart(data, port, logOfThisRun());
        }
        if (!came) {
            stop();
            throw new Refusal(Problem.of(
                    "database-start-late",
                    data.place(),
                    "seconds",
                    READY.toSeconds(),
                    "found",
                    Refusals.lastLines(logOfThisRun()),
                    "log",
                    data.log()));
        }
    }

    private boolean isReady() {
        try {
            List<String> lines = Files.readAllLines(data.cluster().resolve("postmaster.pid"), StandardCharsets.UTF_8);
            return lines.size() > STATUS_LINE
                    && lines.get(0).strip().equals(String.valueOf(process.pid()))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException notYetThere) {
            return false;
        }
    }

    private String logOfThisRun() throws IOException {
        byte[] all = Files.readAllBytes(data.log());
        int from = (int) Math.min(logStart, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    Process process() {
        return process;
    }

    int port() {
        return port;
    }

    /** Fast shutdown: open transactions are rolled back, everything committed is written out. Harmless when it is over. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        Shell.signal("INT", process.pid());
        if (!endsWithin(FAST_SECONDS)) {
            Shell.signal("QUIT", process.pid());
            if (!endsWithin(IMMEDIATE_SECONDS)) {
                process.destroyForcibly();
                endsWithin(IMMEDIATE_SECONDS);
            }
        }
    }

    private boolean endsWithin(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
