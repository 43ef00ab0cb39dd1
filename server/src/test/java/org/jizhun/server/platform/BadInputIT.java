package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.jizhun.server.SampleYear;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What nobody should send, sent to every endpoint that the server describes, as somebody who may call it: bodies that are no
 * JSON, values of the wrong kind in each field, nulls in lists, texts without end, paths that name nothing. The answer is always
 * a problem that says so, never a failure of the server.
 */
class BadInputIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> BODIES = List.of("", "{", "null", "[]", "{}", "\"x\"", "{\"unknown\":1}");

    private static final List<String> VALUES = List.of(
            "null",
            "-1",
            "1e30",
            "\"\"",
            "\"" + "长".repeat(30_000) + "\"",
            "\"\\u0000\"",
            "\"<script>\"",
            "[]",
            "[null]",
            "[{}]",
            "{\"a\":null}",
            "true",
            "\"2025-99-99\"");

    /** End the session, are asked without one, or begin long work whatever they are sent. */
    private static final List<String> NOT_ASKED = List.of(
            "POST /api/sign-out",
            "POST /api/sign-in",
            "POST /api/feed",
            "POST /api/departments/{department}/years/{year}/reports");

    private final RunningServer server = RunningServer.get();
    private final Map<String, Browser> byRole = new HashMap<>();

    @Test
    void no_input_makes_the_server_fail() {
        SampleYear year = SampleYear.filled(server);
        JsonNode description = year.officer().get("/v3/api-docs").body();
        List<String> failures = new ArrayList<>();
        for (Permission row : Permissions.standard().rows()) {
            if (!NOT_ASKED.contains(row.endpoint())) {
                JsonNode operation = description
                        .path("paths")
                        .path(row.endpoint().substring(row.endpoint().indexOf(' ') + 1))
                        .path(row.method().toLowerCase(Locale.ROOT));
                ask(row, operation, description, year, failures);
            }
        }
        assertThat(failures).isEmpty();
        // Nothing of all this is in the registers: what was sent has no cells, or none that a register knows.
        assertThat(year.get("/evaluation").path("evaluation").path("total").asString())
                .isEqualTo("90.58");
    }

    @Test
    void addresses_that_never_reach_the_application_are_told_like_the_rest() {
        Browser browser = SampleYear.filled(server).officer();
        for (String address : List.of("/%00", "/api/departments/a%2Fb", "/api/departments/1/years/2025/%2e%2e%5cx")) {
            Browser.Answer answer = browser.get(address);
            assertThat(answer.status()).as(address).isEqualTo(400);
            assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/problem+json");
            assertThat(answer.code()).as(address).isEqualTo("request-bad-address");
        }
    }

    @Test
    void a_version_that_is_no_whole_number_is_not_cut_off_to_one() {
        SampleYear year = SampleYear.filled(server);
        Browser.Answer answer = year.officer()
                .put("/api/departments/" + year.department() + "/years/2025", Map.of("state", "open", "version", 1.5));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request-unreadable");
    }

    @Test
    void a_form_without_its_parts_is_unreadable_and_no_failure_of_the_server() {
        SampleYear year = SampleYear.empty(server);
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
            Browser.Answer answer = year.officer().send("POST", year.path() + "/plan", "{\"title\":\"x\"}", type);
            assertThat(answer.status()).as(type + " " + answer).isIn(400, 415);
            assertThat(answer.code()).isIn("request-unreadable", "request-wrong-type");
        }
    }

    /** 2,147,483,647 and a row behind it would begin again at the smallest number. */
    @Test
    void a_row_at_the_end_of_all_numbers_is_refused_and_the_next_one_kept() {
        SampleYear year = SampleYear.empty(server);
        Browser.Answer answer = year.officer()
                .send(
                        "POST",
                        year.path() + "/registers/goals/rows",
                        "{\"rows\":[{\"position\":2147483647,\"cells\":{\"goal\":\"甲\"}},{\"cells\":{\"goal\":\"乙\"}}]}");
        JsonNode rows = answer.body().path("rows");
        assertThat(rows.get(0).path("outcome").asString()).as(answer.toString()).isEqualTo("refused");
        assertThat(rows.get(0).path("problem").path("code").asString()).isEqualTo("field-out-of-range");
        assertThat(rows.get(1).path("outcome").asString()).isEqualTo("saved");
        assertThat(rows.get(1).path("row").path("position").asInt()).isEqualTo(1000);
    }

    @Test
    void a_file_that_is_too_large_and_a_name_that_is_too_long_say_so() {
        SampleYear year = SampleYear.filled(server);
        String imports = "/api/departments/" + year.department() + "/years/2025/imports";
        // 51 MB; a file may have 50.
        assertThat(year.officer().upload(imports, "a.xlsx", new byte[51 << 20]).code())
                .isEqualTo("request-too-large");
        assertThat(year.officer()
                        .upload(imports, "名".repeat(300) + ".xlsx", new byte[10])
                        .code())
                .isEqualTo("request-too-large");
    }

    private void ask(Permission row, JsonNode operation, JsonNode description, SampleYear year, List<String> failures) {
        Browser browser = byRole.computeIfAbsent(
                role(row), role -> role.equals("performance-officer") ? year.officer() : year.somebody(role));
        String path = row.endpoint().substring(row.endpoint().indexOf(' ') + 1);
        for (Map<String, String> place : places(year.department())) {
            String filled = filled(path, place);
            for (String body : place.isEmpty() ? List.of("{}") : bodies(operation, description)) {
                Browser.Answer answer =
                        browser.send(row.method(), filled, row.method().equals("GET") ? null : body);
                boolean told = answer.status() < 400 || !answer.code().isEmpty();
                if (answer.status() >= 500 || !told) {
                    failures.add(
                            row.method() + " " + filled + " " + shortened(body) + " → " + shortened(answer.toString()));
                }
                if (row.method().equals("GET")) {
                    break;
                }
            }
        }
    }

    private static String role(Permission row) {
        return List.of(
                        "performance-officer",
                        "head",
                        "system-administrator",
                        "security-administrator",
                        "audit-administrator")
                .stream()
                .filter(role -> row.audience() != Permission.Audience.ROLES || row.allows(java.util.Set.of(role)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(row.endpoint()));
    }

    /** Where the sample is, and places that are none; an empty map stands for the last. */
    private static List<Map<String, String>> places(long department) {
        return List.of(Map.of("department", Long.toString(department), "year", "2025"), Map.of());
    }

    private static String filled(String path, Map<String, String> place) {
        String filled = path;
        for (Map.Entry<String, String> each : place.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled.replace("{register}", "goals").replaceAll("\\{[a-z]+}", place.isEmpty() ? "x" : "999999999");
    }

    private static List<String> bodies(JsonNode operation, JsonNode description) {
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        String name = schema.path("$ref").asString("").replaceFirst("^.*/", "");
        if (name.isEmpty()) {
            return List.of("{}");
        }
        List<String> bodies = new ArrayList<>(BODIES);
        Map<String, String> all = new LinkedHashMap<>();
        for (String field : description
                .path("components")
                .path("schemas")
                .path(name)
                .path("properties")
                .propertyNames()) {
            for (String value : VALUES) {
                bodies.add("{" + JSON.writeValueAsString(field) + ":" + value + "}");
            }
            all.put(field, field);
        }
        for (String value : VALUES) {
            List<String> fields = all.keySet().stream()
                    .map(field -> JSON.writeValueAsString(field) + ":" + value)
                    .toList();
            bodies.add("{" + String.join(",", fields) + "}");
        }
        return bodies;
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
