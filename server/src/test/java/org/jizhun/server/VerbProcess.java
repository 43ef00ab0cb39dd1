package org.jizhun.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A verb of the server as the launcher runs it: its class in a Java process of its own, in English. */
public final class VerbProcess {

    private static final long PATIENCE_SECONDS = 120;

    private VerbProcess() {}

    /** How it ended and everything it said. */
    public record Said(int exit, String text) {}

    /** Returns when it has ended. */
    public static Said run(String main, Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Djizhun.language=en",
                "-Djizhun.home=" + System.getProperty("jizhun.home"),
                "-cp",
                System.getProperty("java.class.path"),
                main));
        for (Object word : words) {
            command.add(word.toString());
        }
        Path said = Files.createTempFile("jizhun-verb", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("it did not end: " + command);
            }
            return new Said(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } finally {
            Files.delete(said);
        }
    }
}
