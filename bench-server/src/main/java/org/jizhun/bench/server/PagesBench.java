package org.jizhun.bench.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jizhun.server.database.DatabaseAddress;
import org.jizhun.server.database.EmbeddedPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./jizhun bench pages}: the server as a process of its own with the demo's data; 200 officers, each with a session, work on
 * one department's year at once: desk 30 %, a register of over 200 rows 30 %, saving a row of it 20 %, evaluation 10 %,
 * reports 10 %, with {@value #THINK_MILLIS} ms on average between two actions of one person. Beside it, on the same machine and database,
 * {@link BareServer} with the same number of clients and the same pauses.
 */
final class PagesBench {

    private static final int OFFICERS = 200;
    private static final int THINK_MILLIS = 5_000;
    private static final long BARE_MILLIS = 8_000;
    private static final long WARM_UP_MILLIS = 6_000;
    private static final long MILLIS = 20_000;
    private static final int SIGNING_IN = 4;
    private static final double GOAL_MILLIS = 500;

    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private PagesBench(PrintStream out) {
        this.out = out;
    }

    /** What one client does again and again. */
    private interface Action {
        void once(int client, Latencies latencies) throws InterruptedException;
    }

    static void run(PrintStream out) throws Exception {
        new PagesBench(out).run();
    }

    private void run() throws Exception {
        try (BenchFolder folder = new BenchFolder()) {
            Path data = folder.path().resolve("data");
            ServerProcess server = ServerProcess.java(
                    "org.jizhun.server.Serve",
                    List.of("--demo", "--data", data.toString(), "--port", "0", "--behind-proxy"));
            try {
                String base = server.address();
                List<Officer> officers = signIn(base, data);
                DatabaseAddress database = EmbeddedPostgres.running(data).orElseThrow();
                out.printf(
                        Locale.ROOT,
                        "%d officers with sessions on one department year, %.1f s between two actions of one; %d processors, shared with the clients%n%n",
                        OFFICERS,
                        THINK_MILLIS / 1000.0,
                        Runtime.getRuntime().availableProcessors());
                Latencies.heading(out);
                bare(database);
                load(
                        WARM_UP_MILLIS,
                        new Latencies(),
                        (client, latencies) -> officers.get(client).act(latencies));
                Latencies ours = new Latencies();
                load(MILLIS, ours, (client, latencies) -> officers.get(client).act(latencies));
                ours.print(out, "Jizhun");
                out.printf(
                        Locale.ROOT,
                        "%nall: p99 %.0f ms (goal ≤ %.0f), %d errors (goal 0)%n",
                        ours.percentile(0.99),
                        GOAL_MILLIS,
                        ours.errors());
            } finally {
                server.close();
            }
        }
    }

    private void bare(DatabaseAddress database) throws Exception {
        ServerProcess bare = ServerProcess.java(
                BareServer.class.getName(),
                List.of(
                        database.url(),
                        database.owner().name(),
                        database.owner().password()));
        try {
            String base = bare.address();
            String path = "/rows/" + busiestYear(database) + "/contracts";
            Action read = (client, latencies) -> read(base + path, latencies);
            load(BARE_MILLIS / 2, new Latencies(), read);
            Latencies latencies = new Latencies();
            load(BARE_MILLIS, latencies, read);
            latencies.print(out, "bare Spring + JDBC");
        } finally {
            bare.close();
        }
    }

    private static long busiestYear(DatabaseAddress database) throws Exception {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT department_year FROM register_row"
                        + " WHERE register = 'contracts' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void read(String address, Latencies latencies) throws InterruptedException {
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200 || answer.body().length() < OFFICERS) {
                latencies.error("read", answer.statusCode() + " " + answer.body());
            }
        } catch (IOException failure) {
            latencies.error("read", failure.toString());
        }
        latencies.add("read", System.nanoTime() - start);
    }

    /** All clients at once until the time is over; each begins within its first pause. */
    private static void load(long millis, Latencies latencies, Action action) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(OFFICERS);
        long end = System.nanoTime() + millis * 1_000_000;
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < OFFICERS; i++) {
            int client = i;
            all.add(threads.submit(() -> {
                Random pauses = new Random(client);
                Thread.sleep(pauses.nextInt(THINK_MILLIS));
                while (System.nanoTime() < end) {
                    action.once(client, latencies);
                    // Whoever would pause beyond the end goes home.
                    long left = Math.max(0, (end - System.nanoTime()) / 1_000_000);
                    Thread.sleep(Math.min(left, pauses.nextInt(2 * THINK_MILLIS)));
                }
                return null;
            }));
        }
        try {
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Officer> signIn(String base, Path data) throws Exception {
        Map<String, String> passwords = new HashMap<>();
        for (JsonNode account : JsonMapper.shared().readTree(Files.readString(data.resolve("demo.json")))) {
            passwords.put(
                    account.path("login").asString(), account.path("password").asString());
        }
        List<Officer> officers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(SIGNING_IN);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < OFFICERS; i++) {
                Officer officer = new Officer(http, base, i);
                String login = i % 2 == 0 ? "officer" : "preparer";
                officers.add(officer);
                all.add(threads.submit(() -> {
                    officer.signIn(login, Objects.requireNonNull(passwords.get(login)));
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return officers;
    }
}
