package org.jizhun.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a process of its own, from its beginning to its end. */
final class ServerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:[0-9]+)/");

    private final Process process;
    private final CompletableFuture<String> address = new CompletableFuture<>();

    ServerProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread listener = new Thread(this::listen, "bench-listener");
        listener.setDaemon(true);
        listener.start();
    }

    /** With the class path of this process and the launcher's flags, but for its archive of classes. */
    static ServerProcess java(String main, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Djizhun.language=en",
                "-Djizhun.home=" + System.getProperty("jizhun.home", "."),
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(words);
        return new ServerProcess(command);
    }

    /** Where it answers, as soon as it says so. */
    String address() throws Exception {
        return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What else it says is read and dropped, so that it never waits for a reader. */
    private void listen() {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher found = ADDRESS.matcher(line);
                if (found.find()) {
                    address.complete(found.group(1));
                }
                if (!address.isDone()) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException ended) {
            // Told below.
        }
        address.completeExceptionally(new IllegalStateException("it ended before it was ready:\n" + said));
    }

    /** In order, as Ctrl-C does; by force if that takes too long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ending) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
