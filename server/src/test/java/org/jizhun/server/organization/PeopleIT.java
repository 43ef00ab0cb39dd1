package org.jizhun.server.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.Test;

/** People and the terms of their roles. */
class PeopleIT extends OrganizationWork {

    @Test
    void a_person_has_a_post_and_a_place_and_departs() {
        long office = done(administrator.post(own + "/offices", fields("name", "财务处")), 201)
                .id();
        Map<String, Object> person = fields("name", "张三", "post", "处长", "office", office);
        Browser.Answer made = done(administrator.post(own + "/people", person), 201);
        person.put("departed", "2025-03-31");
        person.put("version", 1);
        Browser.Answer departed = done(administrator.put(own + "/people/" + made.id(), person), 200);
        assertThat(departed.body().path("post").asString()).isEqualTo("处长");
        assertThat(departed.body().path("departed").asString()).isEqualTo("2025-03-31");
        assertWrong(
                administrator.post(own + "/people", fields("office", office + 1_000_000, "unit", 5, "departed", "昨天")),
                "name",
                "field-missing",
                "office",
                "field-unknown-record",
                "unit",
                "field-unknown-record",
                "departed",
                "field-bad-form");
    }

    @Test
    void a_person_gets_one_account_of_a_login_nobody_has() {
        long person = done(administrator.post(own + "/people", fields("name", "李四")), 201)
                .id();
        assertWrong(
                administrator.post("/api/users", fields("person", person, "login", "李四")), "login", "field-bad-form");
        Browser.Answer opened =
                done(administrator.post("/api/users", fields("person", person, "login", "li.si" + code())), 201);
        assertThat(opened.body().path("oneTimePassword").asString()).hasSizeGreaterThan(11);
        assertThat(done(administrator.post("/api/users", fields("person", person, "login", "li.si" + code())), 409)
                        .code())
                .isEqualTo("person-has-account");
        long other = done(administrator.post(own + "/people", fields("name", "王五")), 201)
                .id();
        String taken = opened.body().path("login").asString();
        assertThat(done(administrator.post("/api/users", fields("person", other, "login", taken)), 409)
                        .code())
                .isEqualTo("request-already-there");
        done(administrator.post("/api/users", fields("person", 999_999_999, "login", "x" + code())), 404);
    }

    @Test
    void the_officer_of_a_department_arranges_the_own_one_and_sees_no_other() {
        Browser officer = server.signedIn(server.user(department, "performance-officer"));
        done(officer.post(own + "/offices", fields("name", "业务处")), 201);
        String other = "/api/departments/" + server.department(region);
        Map<String, Map<String, Object>> parts = Map.of(
                "/offices",
                fields("name", "处"),
                "/units",
                fields("code", "1", "name", "馆", "kind", "other"),
                "/people",
                fields("name", "赵六"));
        parts.forEach((part, body) -> {
            done(officer.get(other + part), 404);
            done(officer.post(other + part, body), 404);
        });
        assertThat(officer.get("/api/departments").body()).hasSize(1);
    }

    // --- terms of roles

    private Browser withTerm(LocalDate starts, LocalDate ends) {
        RunningServer.User user = server.user(department);
        server.insert(
                "INSERT INTO appointment (person, role, starts, ends, reason) VALUES (?, 'preparer', ?, ?, '测试')"
                        + " RETURNING id",
                user.person(),
                starts,
                ends);
        return server.signedIn(user);
    }

    @Test
    void a_role_gives_rights_from_its_first_to_its_last_day_and_not_before_or_after() {
        LocalDate today = LocalDate.now(server.clock());
        assertRights(withTerm(today, today), true);
        assertRights(withTerm(today.minusYears(1), null), true);
        assertRights(withTerm(today.plusDays(1), null), false);
        assertRights(withTerm(today.minusYears(1), today.minusDays(1)), false);
        // Taken back altogether: ended on the day before it began.
        assertRights(withTerm(today, today.minusDays(1)), false);
    }

    private void assertRights(Browser browser, boolean some) {
        assertThat(browser.get("/api/me").body().path("roles")).hasSize(some ? 1 : 0);
        done(browser.get(own + "/years"), some ? 200 : 403);
        assertThat(browser.get("/api/departments").body()).hasSize(some ? 1 : 0);
    }

    @Test
    void whoever_departed_has_no_rights_from_that_day_on() {
        LocalDate today = LocalDate.now(server.clock());
        RunningServer.User leaves = server.user(department, "preparer");
        Browser browser = server.signedIn(leaves);
        done(browser.get(own + "/years"), 200);
        Map<String, Object> person =
                fields("name", "测试人", "departed", today.plusDays(1).toString(), "version", 1);
        done(administrator.put(own + "/people/" + leaves.person(), person), 200);
        done(browser.get(own + "/years"), 200);
        person.put("departed", today.toString());
        person.put("version", 2);
        done(administrator.put(own + "/people/" + leaves.person(), person), 200);
        assertRights(browser, false);
    }
}
