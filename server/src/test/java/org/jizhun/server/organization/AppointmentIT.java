package org.jizhun.server.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may give whom which role, and what excludes what: the three administrators (三员) above all. */
class AppointmentIT {

    private final RunningServer server = RunningServer.get();
    private Browser security;
    private RunningServer.User securityUser;
    private long department;
    private RunningServer.User person;

    @BeforeEach
    void a_security_administrator_and_somebody_without_a_role() {
        securityUser = server.user(null, "security-administrator");
        security = server.signedIn(securityUser);
        department = server.department(server.region(null));
        person = server.user(department);
    }

    private static Map<String, Object> term(long person, String role, String starts, String ends) {
        Map<String, Object> body = new HashMap<>();
        body.put("person", person);
        body.put("role", role);
        body.put("starts", starts);
        body.put("ends", ends);
        body.put("reason", "任命");
        return body;
    }

    private static Browser.Answer grant(Browser by, long person, String role) {
        return by.post("/api/appointments", term(person, role, "2025-01-01", null));
    }

    private static void assertRefused(Browser.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("problems").get(0).path("adviceZh").asString())
                .isNotEmpty();
    }

    private List<String> rolesOf(long sought) {
        return server.rows("SELECT role FROM appointment WHERE person = ? ORDER BY role", sought);
    }

    @Test
    void a_role_is_granted_for_a_term_with_a_reason_and_stands_on_the_trail() {
        Browser.Answer granted =
                security.post("/api/appointments", term(person.person(), "preparer", "2025-01-01", "2025-12-31"));
        assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
        assertThat(granted.body().path("ends").asString()).isEqualTo("2025-12-31");
        assertThat(server.rows(
                        "SELECT login || ' ' || (after ->> 'role') || ' ' || reason FROM trail_entry"
                                + " WHERE action = 'role-granted' AND subject = ?",
                        Long.toString(person.person())))
                .containsExactly(securityUser.login() + " preparer 任命");
    }

    @ParameterizedTest
    @CsvSource({
        "system-administrator, security-administrator",
        "system-administrator, audit-administrator",
        "security-administrator, system-administrator",
        "security-administrator, audit-administrator",
        "audit-administrator, system-administrator",
        "audit-administrator, security-administrator",
        "system-administrator, performance-officer",
        "security-administrator, preparer",
        "audit-administrator, auditor",
        "reviewer, system-administrator",
        "head, security-administrator",
        "bureau, audit-administrator"
    })
    void nobody_holds_an_administrators_role_beside_any_other(String held, String wanted) {
        assertThat(grant(security, person.person(), held).status()).isEqualTo(201);
        assertRefused(grant(security, person.person(), wanted), 409, "role-excludes-others");
        assertThat(rolesOf(person.person())).containsExactly(held);
    }

    @Test
    void roles_of_daily_work_go_together_and_none_is_held_twice() {
        assertThat(grant(security, person.person(), "preparer").status()).isEqualTo(201);
        assertThat(grant(security, person.person(), "reviewer").status()).isEqualTo(201);
        assertRefused(grant(security, person.person(), "preparer"), 409, "role-held-already");
    }

    @Test
    void one_administrators_role_may_follow_another_when_its_term_is_over() {
        assertThat(security.post(
                                "/api/appointments",
                                term(person.person(), "system-administrator", "2025-01-01", "2025-06-30"))
                        .status())
                .isEqualTo(201);
        // 30 June is still of the first term.
        assertRefused(
                security.post("/api/appointments", term(person.person(), "audit-administrator", "2025-06-30", null)),
                409,
                "role-excludes-others");
        assertThat(security.post("/api/appointments", term(person.person(), "audit-administrator", "2025-07-01", null))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void two_who_grant_at_once_do_not_pass_each_other() {
        Browser second = server.signedIn(server.user(null, "security-administrator"));
        for (int i = 0; i < 5; i++) {
            long somebody = server.user(department).person();
            CompletableFuture<Browser.Answer> one =
                    CompletableFuture.supplyAsync(() -> grant(security, somebody, "system-administrator"));
            CompletableFuture<Browser.Answer> other =
                    CompletableFuture.supplyAsync(() -> grant(second, somebody, "audit-administrator"));
            List<Integer> statuses =
                    new ArrayList<>(List.of(one.join().status(), other.join().status()));
            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
            assertThat(rolesOf(somebody)).hasSize(1);
        }
    }

    @Test
    void nobody_grants_or_ends_a_role_of_their_own() {
        assertRefused(grant(security, securityUser.person(), "preparer"), 409, "role-for-oneself");
        long own = Long.parseLong(server.rows("SELECT id FROM appointment WHERE person = ?", securityUser.person())
                .get(0));
        assertRefused(
                security.post(
                        "/api/appointments/" + own + "/end",
                        Map.of("ends", "2026-01-01", "reason", "离任", "version", 1)),
                409,
                "role-for-oneself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"audit-administrator", "performance-officer", "head", "bureau", "preparer", "reviewer", "auditor"
            })
    void only_the_security_administrator_grants(String role) {
        Browser somebody = server.signedIn(server.user(department, role));
        assertRefused(grant(somebody, person.person(), "preparer"), 403, "request-not-permitted");
        assertThat(rolesOf(person.person())).isEmpty();
    }

    @Test
    void the_system_administrator_names_the_first_security_administrator_and_nobody_else() {
        Browser system = server.signedIn(server.user(null, "system-administrator"));
        assertRefused(grant(system, person.person(), "security-administrator"), 403, "role-not-for-you-to-grant");
        assertRefused(grant(system, person.person(), "preparer"), 403, "role-not-for-you-to-grant");
        assertRefused(grant(system, person.person(), "audit-administrator"), 403, "role-not-for-you-to-grant");
        server.rows("CREATE TABLE kept AS SELECT id, ends FROM appointment WHERE role = 'security-administrator'");
        try {
            server.rows("UPDATE appointment SET ends = starts WHERE role = 'security-administrator'");
            assertRefused(grant(system, person.person(), "preparer"), 403, "role-not-for-you-to-grant");
            assertThat(grant(system, person.person(), "security-administrator").status())
                    .isEqualTo(201);
            assertRefused(
                    grant(system, server.user(department).person(), "security-administrator"),
                    403,
                    "role-not-for-you-to-grant");
        } finally {
            server.rows("UPDATE appointment a SET ends = k.ends FROM kept k WHERE k.id = a.id");
            server.rows("DROP TABLE kept");
        }
    }

    @Test
    void a_role_of_daily_work_needs_a_department() {
        long nowhere = server.user(null).person();
        assertRefused(grant(security, nowhere, "preparer"), 409, "role-needs-department");
        assertThat(grant(security, nowhere, "audit-administrator").status()).isEqualTo(201);
    }

    @Test
    void bad_input_is_told_at_its_field_and_nothing_is_granted() {
        Browser.Answer wrong = security.post(
                "/api/appointments",
                Map.of("person", person.person(), "role", "king", "starts", "2025-02-30", "ends", "x", "reason", ""));
        assertThat(wrong.status()).isEqualTo(400);
        Map<String, String> found = new HashMap<>();
        wrong.body()
                .path("problems")
                .forEach(each -> found.put(
                        each.path("field").asString(), each.path("code").asString()));
        assertThat(found)
                .isEqualTo(Map.of(
                        "role",
                        "field-unknown-word",
                        "starts",
                        "field-bad-form",
                        "ends",
                        "field-bad-form",
                        "reason",
                        "field-missing"));
        Browser.Answer backwards =
                security.post("/api/appointments", term(person.person(), "preparer", "2025-02-01", "2025-01-31"));
        assertRefused(backwards, 400, "term-ends-before-it-starts");
        assertThat(backwards.field()).isEqualTo("ends");
        assertThat(grant(security, 999_999_999, "preparer").status()).isEqualTo(404);
        assertThat(rolesOf(person.person())).isEmpty();
    }

    @Test
    void an_ended_role_gives_no_rights_at_the_next_click() {
        long granted = grant(security, person.person(), "preparer").id();
        Browser preparer = server.signedIn(person);
        String years = "/api/departments/" + department + "/years";
        assertThat(preparer.get(years).status()).isEqualTo(200);
        String yesterday = LocalDate.now(server.clock()).minusDays(1).toString();
        assertThat(security.post(
                                "/api/appointments/" + granted + "/end",
                                Map.of("ends", yesterday, "reason", "调岗", "version", 7))
                        .code())
                .isEqualTo("request-changed-meanwhile");
        assertThat(preparer.get(years).status()).isEqualTo(200);
        assertThat(security.post(
                                "/api/appointments/" + granted + "/end",
                                Map.of("ends", yesterday, "reason", "调岗", "version", 1))
                        .status())
                .isEqualTo(200);
        assertThat(preparer.get(years).status()).isEqualTo(403);
    }

    @Test
    void a_term_ends_within_itself_or_is_taken_back_and_is_not_made_longer() {
        long granted = security.post("/api/appointments", term(person.person(), "preparer", "2025-03-01", "2025-12-31"))
                .id();
        String end = "/api/appointments/" + granted + "/end";
        Browser.Answer longer = security.post(end, Map.of("ends", "2026-01-01", "reason", "延长", "version", 1));
        assertRefused(longer, 400, "term-end-out-of-range");
        assertThat(longer.field()).isEqualTo("ends");
        assertRefused(
                security.post(end, Map.of("ends", "2025-02-27", "reason", "太早", "version", 1)),
                400,
                "term-end-out-of-range");
        // The day before its first: it never was.
        assertThat(security.post(end, Map.of("ends", "2025-02-28", "reason", "撤回", "version", 1))
                        .status())
                .isEqualTo(200);
    }
}
