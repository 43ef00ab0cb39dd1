package org.jizhun.server.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jizhun.server.Browser;
import org.junit.jupiter.api.Test;

/** Regions, departments, units, offices, posts and staff: made, changed, and refused at the field. */
class OrganizationIT extends OrganizationWork {

    // --- regions

    @Test
    void a_region_is_made_below_another_and_changed() {
        String code = code();
        Browser.Answer made =
                done(administrator.post("/api/regions", fields("code", code, "name", "南区", "parent", region)), 201);
        assertThat(made.body().path("parent").asLong()).isEqualTo(region);
        Browser.Answer changed = done(
                administrator.put(
                        "/api/regions/" + made.id(),
                        fields("code", code, "name", "新南区", "parent", region, "version", 1)),
                200);
        assertThat(changed.body().path("name").asString()).isEqualTo("新南区");
        assertThat(changed.body().path("version").asInt()).isEqualTo(2);
        assertThat(server.rows(
                        "SELECT (before ->> 'name') || (after ->> 'name') FROM trail_entry WHERE action ="
                                + " 'region-changed' AND subject = ?",
                        Long.toString(made.id())))
                .containsExactly("南区新南区");
    }

    @Test
    void a_region_below_itself_of_a_code_that_is_none_or_without_a_name_is_refused() {
        long below = server.region(region);
        assertWrong(
                administrator.put(
                        "/api/regions/" + region, fields("code", code(), "name", "甲", "parent", below, "version", 1)),
                "parent",
                "region-in-a-circle");
        assertWrong(
                administrator.post("/api/regions", fields("code", "44", "name", " ", "parent", 999_999_999)),
                "code",
                "field-bad-form",
                "name",
                "field-missing",
                "parent",
                "field-unknown-record");
        String code = code();
        done(administrator.post("/api/regions", fields("code", code, "name", "甲")), 201);
        assertThat(done(administrator.post("/api/regions", fields("code", code, "name", "乙")), 409)
                        .code())
                .isEqualTo("request-already-there");
    }

    // --- departments

    @Test
    void a_department_is_made_changed_and_closed_and_never_deleted() {
        String code = "D-" + code();
        Browser.Answer made = done(
                administrator.post(
                        "/api/departments", fields("code", code, "name", "市图书馆", "shortName", "市图", "region", region)),
                201);
        Browser.Answer closed = done(
                administrator.put(
                        "/api/departments/" + made.id(),
                        fields("code", code, "name", "市图书馆", "region", region, "closed", "2025-06-30", "version", 1)),
                200);
        assertThat(closed.body().path("closed").asString()).isEqualTo("2025-06-30");
        assertThat(closed.body().path("shortName").isNull()).isTrue();
        assertThat(administrator.get("/api/departments/" + made.id()).status()).isEqualTo(200);
        assertThat(administrator
                        .send("DELETE", "/api/departments/" + made.id(), null)
                        .status())
                .isIn(403, 404, 405);
    }

    @Test
    void a_department_with_mistakes_is_told_all_of_them() {
        assertWrong(
                administrator.post(
                        "/api/departments",
                        fields(
                                "code",
                                "有空格 1",
                                "name",
                                "长".repeat(101),
                                "region",
                                999_999_999,
                                "closed",
                                "2025-13-01")),
                "code",
                "field-bad-form",
                "name",
                "field-too-long",
                "region",
                "field-unknown-record",
                "closed",
                "field-bad-form");
        assertWrong(
                administrator.post("/api/departments", fields("name", "甲\u202e乙")),
                "code",
                "field-missing",
                "name",
                "field-bad-character",
                "region",
                "field-missing");
    }

    @Test
    void a_change_of_what_somebody_else_changed_meanwhile_is_refused_and_nothing_is_lost() {
        Map<String, Object> first = fields("code", "X" + code(), "name", "先", "region", region, "version", 1);
        Map<String, Object> second = fields("code", "X" + code(), "name", "后", "region", region, "version", 1);
        done(administrator.put(own, first), 200);
        assertThat(done(administrator.put(own, second), 409).code()).isEqualTo("request-changed-meanwhile");
        assertThat(administrator.get(own).body().path("name").asString()).isEqualTo("先");
        assertWrong(
                administrator.put(own, fields("code", "X1", "name", "后", "region", region)),
                "version",
                "field-missing");
    }

    // --- units, offices, posts and staff

    @Test
    void a_unit_has_a_kind_and_its_staff_by_establishment_and_in_post() {
        Map<String, Object> unit = fields(
                "code",
                "101001",
                "name",
                "少儿馆",
                "kind",
                "public-institution-one",
                "staffEstablishment",
                40,
                "staffInPost",
                38);
        Browser.Answer made = done(administrator.post(own + "/units", unit), 201);
        unit.put("staffInPost", 39);
        unit.put("version", 1);
        done(administrator.put(own + "/units/" + made.id(), unit), 200);
        var read = administrator.get(own + "/units").body().get(0);
        assertThat(read.path("staffEstablishment").asInt()).isEqualTo(40);
        assertThat(read.path("staffInPost").asInt()).isEqualTo(39);
        assertThat(done(administrator.post(own + "/units", unit), 409).code()).isEqualTo("request-already-there");
    }

    @Test
    void a_unit_of_no_known_kind_or_with_impossible_staff_is_refused() {
        assertWrong(
                administrator.post(
                        own + "/units",
                        fields(
                                "code",
                                "1",
                                "name",
                                "馆",
                                "kind",
                                "museum",
                                "staffEstablishment",
                                -1,
                                "staffInPost",
                                2_000_000)),
                "kind",
                "field-unknown-word",
                "staffEstablishment",
                "field-out-of-range",
                "staffInPost",
                "field-out-of-range");
        assertThat(done(administrator.send("POST", own + "/units", "{\"code\": \"1\", \"staffInPost\": \"三十\"}"), 400)
                        .field())
                .isEqualTo("staffInPost");
        assertThat(administrator.get(own + "/units").body()).isEmpty();
    }

    @Test
    void an_office_belongs_to_the_department_or_to_one_of_its_units() {
        long unit = done(
                        administrator.post(
                                own + "/units", fields("code", "1", "name", "馆", "kind", "public-institution-one")),
                        201)
                .id();
        done(administrator.post(own + "/offices", fields("name", "办公室")), 201);
        Browser.Answer ofUnit = done(administrator.post(own + "/offices", fields("name", "办公室", "unit", unit)), 201);
        assertThat(done(administrator.post(own + "/offices", fields("name", "办公室")), 409)
                        .code())
                .isEqualTo("request-already-there");
        long stranger = server.department(region);
        assertWrong(
                administrator.post("/api/departments/" + stranger + "/offices", fields("name", "办公室", "unit", unit)),
                "unit",
                "field-unknown-record");
        // The office is there, but not in that department.
        done(
                administrator.put(
                        "/api/departments/" + stranger + "/offices/" + ofUnit.id(), fields("name", "处", "version", 1)),
                404);
    }

    @Test
    void units_offices_and_staff_go_into_the_registers_of_a_year_as_a_preview_that_can_be_undone() {
        done(
                administrator.post(
                        own + "/units",
                        fields(
                                "code",
                                "1",
                                "name",
                                "局本级",
                                "kind",
                                "administrative",
                                "staffEstablishment",
                                46,
                                "staffInPost",
                                44)),
                201);
        done(
                administrator.post(
                        own + "/units",
                        fields(
                                "code",
                                "2",
                                "name",
                                "少儿馆",
                                "kind",
                                "public-institution-two",
                                "staffEstablishment",
                                18,
                                "staffInPost",
                                17)),
                201);
        done(
                administrator.post(
                        own + "/units",
                        fields(
                                "code",
                                "3",
                                "name",
                                "旧馆",
                                "kind",
                                "other",
                                "staffEstablishment",
                                9,
                                "closed",
                                "2024-06-30")),
                201);
        done(administrator.post(own + "/offices", fields("name", "办公室")), 201);
        done(administrator.post(own + "/offices", fields("name", "财务处")), 201);
        Browser officer = server.signedIn(server.user(department, "performance-officer"));
        done(officer.post(own + "/years", fields("year", 2025, "scheme", "guangzhou-department-2023")), 201);
        String year = own + "/years/2025";

        Browser.Answer shown = done(officer.post(year + "/organization-import", Map.of()), 201);
        assertThat(shown.body().path("registers").valueStream().map(part -> part.path("problems")))
                .allSatisfy(problems -> assertThat(problems).isEmpty());
        officer.result(officer.post(year + "/imports/" + shown.id() + "/confirmation", Map.of()));
        var units = officer.get(year + "/registers/units").body().path("rows");
        assertThat(units.valueStream()
                        .map(row -> row.path("cells").path("name").asString() + " "
                                + row.path("cells").path("kind").asString() + " "
                                + row.path("cells").path("staffInPost").asString()))
                .containsExactly("局本级 行政机关 44", "少儿馆 公益二类事业单位 17");
        // The unit that was closed counts no more: 46 + 18, 44 + 17.
        var staff = officer.get(own + "/staff").body();
        assertThat(staff.path("units").asInt()).isEqualTo(2);
        assertThat(staff.path("establishment").asInt()).isEqualTo(64);
        assertThat(staff.path("inPost").asInt()).isEqualTo(61);
        var whole = officer.get(year + "/registers/department")
                .body()
                .path("rows")
                .get(0)
                .path("cells");
        // Two units of which one is the department itself; 46 + 18 and 44 + 17.
        assertThat(whole.path("subordinateUnits").asString()).isEqualTo("1");
        assertThat(whole.path("offices").asString()).isEqualTo("2");
        assertThat(whole.path("staffEstablishment").asString()).isEqualTo("64");
        assertThat(whole.path("staffInPost").asString()).isEqualTo("61");
        done(officer.post(year + "/imports/" + shown.id() + "/undo", Map.of()), 200);
        assertThat(officer.get(year + "/registers/units").body().path("rows")).isEmpty();
    }

    @Test
    void nothing_is_taken_from_an_organization_without_units() {
        Browser officer = server.signedIn(server.user(department, "performance-officer"));
        done(officer.post(own + "/years", fields("year", 2025, "scheme", "guangzhou-department-2023")), 201);
        assertThat(done(officer.post(own + "/years/2025/organization-import", Map.of()), 409)
                        .code())
                .isEqualTo("organization-empty");
    }
}
