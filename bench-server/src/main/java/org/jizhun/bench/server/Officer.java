package org.jizhun.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One simulated officer with a session and an address of their own: opens the desk, a register, the evaluation or the list of
 * reports, or saves their own row, in random order. Every answer is read to its end and must be the right one.
 */
final class Officer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REGISTER = "contracts";

    /** Of a hundred actions; the rest lists reports. */
    private static final int DESK = 30;

    private static final int READ = 60;
    private static final int SAVE = 80;
    private static final int EVALUATION = 90;

    private final HttpClient http;
    private final String base;
    private final int number;
    private final Random random;
    private final Map<String, String> cookies = new TreeMap<>();
    private String year = "";
    private long row;
    private int version;
    private int saved;

    Officer(HttpClient http, String base, int number) {
        this.http = http;
        this.base = base;
        this.number = number;
        this.random = new Random(number);
    }

    /** Signs in and adds the own row. */
    void signIn(String login, String password) throws IOException, InterruptedException {
        // Gives the token against forged requests; nobody is signed in yet.
        send("GET", "/api/me", "");
        expect(
                204,
                send("POST", "/api/sign-in", JSON.writeValueAsString(Map.of("login", login, "password", password))));
        JsonNode me = JSON.readTree(get("/api/me").body());
        String years = "/api/departments/" + me.path("department").asLong() + "/years";
        for (JsonNode each : JSON.readTree(get(years).body())) {
            if (each.path("state").asString().equals("open") && year.isEmpty()) {
                year = years + "/" + each.path("year").asInt();
            }
        }
        save();
    }

    String year() {
        return year;
    }

    /** Does one thing and tells how long it took. */
    void act(Latencies latencies) throws InterruptedException {
        int dice = random.nextInt(100);
        String kind = dice < DESK
                ? "desk"
                : dice < READ ? "register" : dice < SAVE ? "save" : dice < EVALUATION ? "evaluation" : "reports";
        long start = System.nanoTime();
        try {
            switch (kind) {
                case "desk" -> get("/api/desk");
                case "register" -> get(year + "/registers/" + REGISTER);
                case "save" -> save();
                case "evaluation" -> get(year + "/evaluation");
                default -> get(year + "/reports");
            }
        } catch (IOException failure) {
            latencies.error(kind, failure.toString());
        }
        latencies.add(kind, System.nanoTime() - start);
    }

    private void save() throws IOException, InterruptedException {
        Map<String, Object> wanted = new TreeMap<>(Map.of(
                "key",
                "a",
                "cells",
                Map.of(
                        "code",
                        "HT-" + number,
                        "name",
                        "办公用品采购合同 " + number + "，第 " + ++saved + " 稿",
                        "amount",
                        Integer.toString(1 + number % 50))));
        if (row > 0) {
            wanted.put("id", row);
            wanted.put("version", version);
        }
        String body = JSON.writeValueAsString(Map.of("rows", List.of(wanted)));
        JsonNode outcome = JSON.readTree(expect(200, send("POST", year + "/registers/" + REGISTER + "/rows", body))
                        .body())
                .path("rows")
                .get(0);
        if (!outcome.path("outcome").asString().equals("saved")) {
            throw new IOException("not saved: " + outcome);
        }
        row = outcome.path("row").path("id").asLong();
        version = outcome.path("row").path("version").asInt();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return expect(200, send("GET", path, ""));
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> response) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException(
                    response.request().uri().getPath() + ": " + response.statusCode() + " " + response.body());
        }
        return response;
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                // Through the proxy on this machine, so that each has an address of their own.
                .header("X-Forwarded-For", "10.0." + number / 200 + "." + (1 + number % 200))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!cookies.isEmpty()) {
            StringBuilder line = new StringBuilder();
            cookies.forEach((name, value) -> line.append(line.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            request.header("Cookie", line.toString());
        }
        if (cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        HttpResponse<String> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                cookies.put(parts[0], parts[1]);
            }
        }
        return response;
    }
}
