package org.jizhun.bench.server;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jizhun.server.database.DatabaseAddress;
import org.jizhun.server.database.EmbeddedPostgres;

/**
 * {@code ./jizhun bench start}: from calling the launcher, with everything built, to the first page and the demo's accounts: with a
 * new folder, for which the launcher copies what its rehearsal left; again in the same folder; and with an
 * empty folder, in which the server makes and fills the database first. Beside it {@link BareServer}, Spring
 * Boot with one endpoint on a database that runs already, from starting Java to its first answer.
 */
final class StartBench {

    private static final int ROUNDS = 3;
    private static final double GOAL_SECONDS = 6;

    private final HttpClient http = HttpClient.newHttpClient();

    static void run(PrintStream out) throws Exception {
        new StartBench().print(out);
    }

    private void print(PrintStream out) throws Exception {
        double[] first = new double[ROUNDS];
        double[] later = new double[ROUNDS];
        double[] made = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        // The launcher may have to build, and to make its archive of classes.
        try (BenchFolder folder = new BenchFolder()) {
            demo(folder.path().resolve("data"));
        }
        for (int round = 0; round < ROUNDS; round++) {
            try (BenchFolder folder = new BenchFolder()) {
                Path data = folder.path().resolve("data");
                first[round] = demo(data);
                later[round] = demo(data);
                made[round] = demo(Files.createDirectory(folder.path().resolve("empty")));
                try (EmbeddedPostgres database = EmbeddedPostgres.start(data, 0, step -> {})) {
                    bare[round] = bare(database.address());
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "seconds to the first page, median of %d (least to most); %d processors%n%n",
                ROUNDS,
                Runtime.getRuntime().availableProcessors());
        line(out, "bare Spring Boot and JDBC, database there", bare);
        line(out, "Jizhun, new data folder", first);
        line(out, "Jizhun, data folder there", later);
        line(out, "Jizhun, database and demo made first", made);
        out.printf(
                Locale.ROOT,
                "%nfirst %.1f s, later %.1f s (goal ≤ %.0f)%n",
                median(first),
                median(later),
                GOAL_SECONDS);
    }

    private static void line(PrintStream out, String what, double[] seconds) {
        out.printf(
                Locale.ROOT,
                "%-44s %6.2f   (%.2f to %.2f)%n",
                what,
                median(seconds),
                Arrays.stream(seconds).min().orElseThrow(),
                Arrays.stream(seconds).max().orElseThrow());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private double demo(Path data) throws Exception {
        String launcher =
                Path.of(System.getProperty("jizhun.home", "."), "jizhun").toString();
        long start = System.nanoTime();
        try (ServerProcess server = new ServerProcess(
                List.of("bash", launcher, "serve", "--demo", "--data", data.toString(), "--port", "0"))) {
            String base = server.address();
            read(base + "/", "<html");
            read(base + "/api/demo", "officer");
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private double bare(DatabaseAddress database) throws Exception {
        long start = System.nanoTime();
        try (ServerProcess server = ServerProcess.java(
                BareServer.class.getName(),
                List.of(
                        database.url(),
                        database.owner().name(),
                        database.owner().password()))) {
            read(server.address() + "/rows/1/goals", "[");
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private void read(String address, String expected) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200 || !answer.body().contains(expected)) {
            throw new IllegalStateException(address + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
