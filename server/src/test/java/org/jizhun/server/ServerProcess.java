package org.jizhun.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ./jizhun serve} as a process of its own, on a port the system chose, with the embedded database of a folder: the class
 * and the options of the launcher. It can be killed in every way; nothing else than it and its database is ever ended.
 */
final class ServerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;
    private static final Pattern READY = Pattern.compile("(http://127\\.0\\.0\\.1:[0-9]+)/");

    private final Path folder;
    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private ServerProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        Thread listener = new Thread(this::listen, "server-output");
        listener.setDaemon(true);
        listener.start();
    }

    /** Returns when it answers requests. */
    static ServerProcess start(Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dfile.encoding=UTF-8",
                        "-Djizhun.language=en",
                        "-Djizhun.home=" + System.getProperty("jizhun.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Serve.class.getName(),
                        "--data",
                        folder.toString(),
                        "--port",
                        "0"))
                .redirectErrorStream(true)
                .start();
        ServerProcess server = new ServerProcess(folder, process);
        boolean started = false;
        try {
            server.base();
            started = true;
            return server;
        } finally {
            if (!started) {
                server.close();
            }
        }
    }

    private void listen() {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher address = READY.matcher(line);
                if (address.find()) {
                    ready.complete(address.group(1));
                }
            }
        } catch (IOException killed) {
            // Told below.
        }
        ready.completeExceptionally(new IllegalStateException("the server ended before it was ready:\n" + said));
    }

    /** Where it answers, such as {@code http://127.0.0.1:40123}. */
    String base() {
        try {
            return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException never) {
            throw new IllegalStateException("the server did not become ready", never);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** kill -9 of the server alone; its database lives on without it. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server outlived kill -9");
        }
    }

    /** The head of its database's processes; empty while there is none. */
    Optional<ProcessHandle> postmaster() {
        try {
            Path pid = folder.resolve("database/postmaster.pid");
            String first = Files.readAllLines(pid).get(0).strip();
            // The number may be somebody else's by now; ours names the folder in its command line.
            byte[] command = Files.readAllBytes(Path.of("/proc", first, "cmdline"));
            return new String(command, StandardCharsets.UTF_8).contains(folder.toString())
                    ? ProcessHandle.of(Long.parseLong(first))
                    : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Stops it in order, as Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not stop");
        }
    }

    /** Harmless when it has ended; otherwise by force, and its database with it. */
    @Override
    public void close() {
        process.destroyForcibly();
        postmaster().ifPresent(ServerProcess::killTree);
    }

    /** kill -9 of a process and of everything it started. */
    static void killTree(ProcessHandle head) {
        List<ProcessHandle> below = head.descendants().toList();
        head.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }
}
