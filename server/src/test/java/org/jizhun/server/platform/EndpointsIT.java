package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every endpoint that the server describes, asked as every role, of the own department and of another one. */
class EndpointsIT {

    /** Described nowhere or not under /api; they need no sign-in. */
    private static final Set<String> OUTSIDE = Set.of("GET /actuator/health", "GET /v3/api-docs", "POST /api/feed");

    /** End the session or the password that the other questions need. */
    private static final Set<String> NOT_ASKED = Set.of("POST /api/sign-out", "POST /api/sign-in");

    private final RunningServer server = RunningServer.get();
    private final Map<String, Browser> byRole = new HashMap<>();
    private final Permissions permissions = Permissions.standard();
    private long own;
    private long other;

    @BeforeEach
    void somebody_of_every_role() {
        own = server.department(server.region(null));
        other = server.department(server.region(null));
        for (Role role : permissions.roles()) {
            byRole.put(role.id(), server.signedIn(server.user(own, role.id())));
        }
        for (long department : new long[] {own, other}) {
            server.insert(
                    "INSERT INTO department_year (department, year, scheme) VALUES (?, 2025, 'guangzhou-department-2023')"
                            + " RETURNING id",
                    department);
        }
    }

    private List<String> described() {
        JsonNode paths = byRole.get("preparer").get("/v3/api-docs").body().path("paths");
        List<String> calls = new ArrayList<>();
        paths.propertyStream()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(method ->
                                Set.of("get", "post", "put", "delete", "patch").contains(method))
                        .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    @Test
    void every_endpoint_has_its_row_and_every_row_its_endpoint() {
        Set<String> rows = new TreeSet<>();
        permissions.rows().forEach(row -> rows.add(row.endpoint()));
        rows.removeAll(OUTSIDE);
        Set<String> calls = new TreeSet<>(described());
        calls.removeAll(OUTSIDE);
        assertThat(calls).isEqualTo(rows);
    }

    @Test
    void who_has_no_permission_is_refused_and_who_has_is_not() {
        for (Permission row : permissions.rows()) {
            if (OUTSIDE.contains(row.endpoint()) || NOT_ASKED.contains(row.endpoint())) {
                continue;
            }
            assertAsked(row, server.browserWithToken(), "nobody", row.audience() == Permission.Audience.ANYONE);
            for (Role role : permissions.roles()) {
                boolean may = row.audience() != Permission.Audience.ROLES || row.allows(Set.of(role.id()));
                assertAsked(row, byRole.get(role.id()), role.id(), may);
            }
        }
    }

    private void assertAsked(Permission row, Browser browser, String who, boolean may) {
        Browser.Answer answer = ask(row, browser, own);
        String what = row.endpoint() + " as " + who + ": " + answer;
        if (may) {
            assertThat(answer.code()).as(what).isNotIn("request-not-permitted", "sign-in-needed", "server-failed");
        } else {
            assertThat(answer.status()).as(what).isEqualTo(who.equals("nobody") ? 401 : 403);
        }
    }

    private static Browser.Answer ask(Permission row, Browser browser, long department) {
        String path = row.endpoint()
                .substring(row.endpoint().indexOf(' ') + 1)
                .replace("{department}", Long.toString(department))
                .replace("{year}", "2025")
                .replace("{register}", "goals")
                .replace("{name}", "report.pdf")
                .replace("{page}", "1")
                .replace("{code}", "P1")
                .replaceAll("\\{[a-z]+}", "999999999");
        // A body that no form takes: whoever may call gets as far as its checks.
        return browser.send(row.method(), path, row.method().equals("GET") ? null : "{}");
    }

    @Test
    void of_another_department_nothing_is_told_and_nothing_is_changed() {
        for (Permission row : permissions.rows()) {
            if (!row.endpoint().contains("{department}")) {
                continue;
            }
            for (String role : List.of("preparer", "reviewer", "head", "performance-officer", "bureau", "auditor")) {
                if (row.audience() == Permission.Audience.ROLES && !row.allows(Set.of(role))) {
                    continue;
                }
                Browser.Answer answer = ask(row, byRole.get(role), other);
                boolean empty = answer.status() == 200
                        && answer.body().isArray()
                        && answer.body().isEmpty();
                assertThat(empty || List.of(400, 403, 404, 409, 415).contains(answer.status()))
                        .as(row.endpoint() + " as " + role + ": " + answer)
                        .isTrue();
            }
        }
    }
}
