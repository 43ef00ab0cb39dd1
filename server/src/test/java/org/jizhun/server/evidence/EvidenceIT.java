package org.jizhun.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvidenceIT {

    private static final byte[] PDF = "%PDF-1.4\n…".getBytes(StandardCharsets.UTF_8);

    private final RunningServer server = RunningServer.get();
    private Browser browser;
    private String year;
    private long row;

    @BeforeEach
    void a_row() {
        long department = server.department(server.region(null));
        browser = server.signedIn(server.user(department, "performance-officer"));
        browser.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        year = "/api/departments/" + department + "/years/2025";
        row = browser.post(
                        year + "/registers/goals/rows",
                        Map.of("rows", List.of(Map.of("key", "a", "cells", Map.of("goal", "甲")))))
                .body()
                .path("rows")
                .get(0)
                .path("row")
                .path("id")
                .asLong();
    }

    private Browser.Answer add(String name, byte[] content) {
        return browser.upload(year + "/rows/" + row + "/evidence", name, content);
    }

    @Test
    void a_file_is_kept_with_its_hash_counted_at_its_row_and_comes_back_as_it_was() {
        Browser.Answer added = add("签到表.pdf", PDF);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.body().path("preview").asBoolean()).isTrue();
        assertThat(browser.get(year + "/registers/goals")
                        .body()
                        .path("rows")
                        .get(0)
                        .path("evidence")
                        .asInt())
                .isEqualTo(1);
        Browser.Answer content = browser.get(year + "/evidence/" + added.id() + "/content");
        assertThat(content.response().body()).isEqualTo(PDF);
        assertThat(content.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
        assertThat(content.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @Test
    void what_the_content_is_decides_not_the_name() {
        assertThat(add("报告.png", PDF).code()).isEqualTo("evidence-name-does-not-fit");
        assertThat(add("page.txt", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("evidence-type-unknown");
        assertThat(add("run.pdf", new byte[] {0x7F, 'E', 'L', 'F', 2, 1}).code())
                .isEqualTo("evidence-type-unknown");
        assertThat(add("空.pdf", new byte[0]).code()).isEqualTo("evidence-empty");
        assertThat(browser.get(year + "/rows/" + row + "/evidence").body()).isEmpty();
    }

    @Test
    void a_removed_file_is_not_shown_any_more() {
        long id = add("签到表.pdf", PDF).id();
        browser.post(year + "/evidence/" + id + "/removal", Map.of());
        assertThat(browser.get(year + "/evidence/" + id + "/content").status()).isEqualTo(404);
        assertThat(browser.get(year + "/rows/" + row + "/evidence").body()).isEmpty();
    }

    @Test
    void another_department_sees_no_file() {
        long id = add("签到表.pdf", PDF).id();
        Browser stranger = server.signedIn(server.user(server.department(server.region(null)), "performance-officer"));
        assertThat(stranger.get(year + "/evidence/" + id + "/content").status()).isEqualTo(404);
        assertThat(stranger.get(year + "/rows/" + row + "/evidence").status()).isEqualTo(404);
    }
}
