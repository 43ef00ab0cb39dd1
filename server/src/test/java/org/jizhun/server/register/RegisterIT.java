package org.jizhun.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.jizhun.server.RunningServer.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RegisterIT {

    private final RunningServer server = RunningServer.get();
    private long department;
    private String year;
    private User officer;
    private Browser browser;

    @BeforeEach
    void a_department_with_an_open_year() {
        department = server.department(server.region(null));
        officer = server.user(department, "performance-officer");
        browser = server.signedIn(officer);
        Browser.Answer opened = browser.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        year = "/api/departments/" + department + "/years/2025";
    }

    private Browser.Answer save(Browser by, String register, List<Map<String, ?>> rows) {
        return by.post(year + "/registers/" + register + "/rows", Map.of("rows", rows));
    }

    private static Map<String, ?> row(String key, Map<String, String> cells) {
        return Map.of("key", key, "cells", cells);
    }

    @Test
    void what_was_typed_is_kept_also_where_it_cannot_be_read_and_the_cell_says_why() {
        Browser.Answer saved = save(
                browser,
                "execution",
                List.of(
                        row("a", Map.of("month", "3", "rate", "97.71%")),
                        row("b", Map.of("month", "四", "rate", "105%"))));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        JsonNode rows = saved.body().path("rows");
        assertThat(rows.get(0).path("outcome").asString()).isEqualTo("saved");
        assertThat(rows.get(0).path("row").path("problems")).isEmpty();
        JsonNode bad = rows.get(1).path("row");
        assertThat(bad.path("cells").path("month").asString()).isEqualTo("四");
        assertThat(bad.path("problems").get(0).path("column").asString()).isEqualTo("month");
        assertThat(bad.path("problems").get(0).path("code").asString()).isEqualTo("cell-not-a-number");
        JsonNode read = browser.get(year + "/registers/execution").body();
        assertThat(read.path("rows").size()).isEqualTo(2);
        assertThat(read.path("rows").get(1).path("cells").path("month").asString())
                .isEqualTo("四");
    }

    @Test
    void of_two_who_change_one_row_the_second_is_told_and_sees_the_other_version() {
        JsonNode first = save(browser, "goals", List.of(row("a", Map.of("goal", "甲"))))
                .body()
                .path("rows")
                .get(0)
                .path("row");
        Browser other = server.signedIn(server.user(department, "preparer"));
        long id = first.path("id").asLong();
        int version = first.path("version").asInt();
        save(other, "goals", List.of(Map.of("key", "x", "id", id, "version", version, "cells", Map.of("goal", "乙"))));
        JsonNode late = save(
                        browser,
                        "goals",
                        List.of(Map.of("key", "y", "id", id, "version", version, "cells", Map.of("goal", "丙"))))
                .body()
                .path("rows")
                .get(0);
        assertThat(late.path("outcome").asString()).isEqualTo("conflict");
        assertThat(late.path("row").path("cells").path("goal").asString()).isEqualTo("乙");
        assertThat(late.path("problem").path("code").asString()).isEqualTo("row-changed-meanwhile");
    }

    @Test
    void two_hundred_rows_with_three_bad_ones_are_all_kept_and_three_are_marked() {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            String amount = i % 80 == 0 || i == 7 ? "约五万" : "12.50";
            rows.add(row("r" + i, Map.of("code", "R" + i, "name", "任务" + i, "amount", amount)));
        }
        JsonNode outcomes = save(browser, "tasks", rows).body().path("rows");
        // 80, 160 and 7.
        assertThat(outcomes.valueStream()
                        .filter(each -> !each.path("row").path("problems").isEmpty())
                        .map(each -> each.path("key").asString()))
                .containsExactly("r7", "r80", "r160");
        assertThat(browser.get(year + "/registers/tasks").body().path("rows").size())
                .isEqualTo(200);
    }

    @Test
    void a_removed_row_is_gone_and_can_be_brought_back() {
        JsonNode row = save(browser, "goals", List.of(row("a", Map.of("goal", "甲"))))
                .body()
                .path("rows")
                .get(0)
                .path("row");
        long id = row.path("id").asLong();
        browser.post(
                year + "/registers/goals/removal",
                Map.of(
                        "rows",
                        List.of(Map.of("id", id, "version", row.path("version").asInt()))));
        assertThat(browser.get(year + "/registers/goals").body().path("rows")).isEmpty();
        Browser.Answer back = browser.post(year + "/registers/goals/restoration", Map.of("ids", List.of(id)));
        assertThat(back.body().path("rows").get(0).path("cells").path("goal").asString())
                .isEqualTo("甲");
    }

    @Test
    void nothing_to_report_is_an_answer_until_a_row_is_added() {
        browser.put(year + "/registers/deductions/none", Map.of("none", true));
        assertThat(browser.get(year + "/registers/deductions")
                        .body()
                        .path("none")
                        .asBoolean())
                .isTrue();
        save(browser, "deductions", List.of(row("a", Map.of("criterion", "financial-compliance", "event", "附件不全"))));
        assertThat(browser.get(year + "/registers/deductions")
                        .body()
                        .path("none")
                        .asBoolean())
                .isFalse();
        Browser.Answer refused = browser.put(year + "/registers/deductions/none", Map.of("none", true));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("register-not-empty");
    }

    @Test
    void a_row_assigned_to_somebody_is_theirs_and_the_officers() {
        JsonNode row = save(browser, "goals", List.of(row("a", Map.of("goal", "甲"))))
                .body()
                .path("rows")
                .get(0)
                .path("row");
        User mine = server.user(department, "preparer");
        browser.post(
                year + "/registers/goals/assignment",
                Map.of("ids", List.of(row.path("id").asLong()), "person", mine.person()));
        int version = browser.get(year + "/registers/goals")
                .body()
                .path("rows")
                .get(0)
                .path("version")
                .asInt();
        Map<String, ?> change =
                Map.of("key", "a", "id", row.path("id").asLong(), "version", version, "cells", Map.of("goal", "乙"));
        JsonNode others = save(server.signedIn(server.user(department, "preparer")), "goals", List.of(change))
                .body();
        assertThat(others.path("rows").get(0).path("problem").path("code").asString())
                .isEqualTo("row-assigned-to-other");
        assertThat(save(server.signedIn(mine), "goals", List.of(change))
                        .body()
                        .path("rows")
                        .get(0)
                        .path("outcome")
                        .asString())
                .isEqualTo("saved");
    }

    @Test
    void a_closed_year_takes_no_change() {
        JsonNode current =
                browser.get("/api/departments/" + department + "/years").body().get(0);
        browser.put(
                year,
                Map.of(
                        "scheme", "guangzhou-department-2023",
                        "state", "closed",
                        "version", current.path("version").asInt()));
        Browser.Answer refused = save(browser, "goals", List.of(row("a", Map.of("goal", "甲"))));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("year-closed");
    }

    @Test
    void another_department_sees_and_changes_nothing() {
        save(browser, "goals", List.of(row("a", Map.of("goal", "甲"))));
        Browser stranger = server.signedIn(server.user(server.department(server.region(null)), "performance-officer"));
        assertThat(stranger.get(year + "/registers/goals").status()).isEqualTo(404);
        assertThat(save(stranger, "goals", List.of(row("a", Map.of("goal", "乙"))))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void every_change_is_on_the_trail_with_before_and_after() {
        JsonNode row = save(browser, "goals", List.of(row("a", Map.of("goal", "甲"))))
                .body()
                .path("rows")
                .get(0)
                .path("row");
        String id = row.path("id").asString();
        save(
                browser,
                "goals",
                List.of(Map.of("key", "a", "id", row.path("id").asLong(), "version", 1, "cells", Map.of("goal", "乙"))));
        assertThat(server.rows(
                        "SELECT coalesce(before -> ? ->> 'goal', '') || '→' || (after -> ? ->> 'goal') FROM trail_entry"
                                + " WHERE department = ? AND action = 'rows-saved' ORDER BY at",
                        id,
                        id,
                        department))
                .containsExactly("→甲", "甲→乙");
    }

    @Test
    void what_happened_to_a_row_is_told_the_newest_first() {
        JsonNode row = save(browser, "goals", List.of(row("a", Map.of("goal", "甲"))))
                .body()
                .path("rows")
                .get(0)
                .path("row");
        long id = row.path("id").asLong();
        save(browser, "goals", List.of(Map.of("key", "a", "id", id, "version", 1, "cells", Map.of("goal", "乙"))));
        save(browser, "goals", List.of(row("b", Map.of("goal", "别的行"))));
        JsonNode history = browser.get(year + "/rows/" + id + "/history").body();
        assertThat(history.size()).isEqualTo(2);
        assertThat(history.get(0).path("before").path("goal").asString()).isEqualTo("甲");
        assertThat(history.get(0).path("after").path("goal").asString()).isEqualTo("乙");
        assertThat(history.get(1).path("before").isNull()).isTrue();
        Browser stranger = server.signedIn(server.user(server.department(server.region(null)), "preparer"));
        assertThat(stranger.get(year + "/rows/" + id + "/history").body()).isEmpty();
    }
}
