package org.jizhun.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReviewIT {

    private static final List<String> ROLES = List.of("preparer", "performance-officer", "reviewer", "head");
    private static final List<String> STATES = List.of("draft", "submitted", "returned", "reviewed", "approved");

    private final RunningServer server = RunningServer.get();
    private final Map<String, Browser> by = new HashMap<>();
    private long department;
    private String year;
    private int rows;

    @BeforeEach
    void a_department_with_everybody() {
        department = server.department(server.region(null));
        for (String role : ROLES) {
            by.put(role, server.signedIn(server.user(department, role)));
        }
        by.get("performance-officer")
                .post(
                        "/api/departments/" + department + "/years",
                        Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        year = "/api/departments/" + department + "/years/2025";
    }

    /** A goal that the preparer typed. */
    private JsonNode draft() {
        return by.get("preparer")
                .post(
                        year + "/registers/goals/rows",
                        Map.of("rows", List.of(Map.of("key", "a", "cells", Map.of("goal", "目标" + ++rows)))))
                .body()
                .path("rows")
                .get(0)
                .path("row");
    }

    private JsonNode step(String role, JsonNode row, String action, String reason) {
        Map<String, Object> body = new HashMap<>();
        body.put("action", action);
        body.put(
                "rows",
                List.of(Map.of(
                        "id",
                        row.path("id").asLong(),
                        "version",
                        row.path("version").asInt())));
        if (reason != null) {
            body.put("reason", reason);
        }
        Browser.Answer answer = by.get(role).post(year + "/review", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body().path("rows").get(0);
    }

    private JsonNode read(JsonNode row) {
        return by.get("head")
                .get(year + "/registers/goals")
                .body()
                .path("rows")
                .valueStream()
                .filter(each -> each.path("id").asLong() == row.path("id").asLong())
                .findFirst()
                .orElseThrow();
    }

    /** A row in this state, typed and submitted by the preparer. */
    private JsonNode in(String state) {
        JsonNode row = draft();
        if (!state.equals("draft")) {
            step("preparer", row, "submit", null);
        }
        if (state.equals("returned")) {
            step("reviewer", read(row), "return", "缺依据");
        }
        if (state.equals("reviewed") || state.equals("approved")) {
            step("reviewer", read(row), "pass", null);
        }
        if (state.equals("approved")) {
            step("head", read(row), "approve", null);
        }
        JsonNode made = read(row);
        assertThat(made.path("state").asString()).isEqualTo(state);
        return made;
    }

    @Test
    void every_action_from_every_state_by_every_role_does_what_the_table_says_and_nothing_else() {
        List<String> actions =
                TakeStep.STEPS.all().stream().map(Step::action).distinct().toList();
        for (String state : STATES) {
            for (String action : actions) {
                for (String role : ROLES) {
                    JsonNode row = in(state);
                    JsonNode outcome = step(role, row, action, "理由");
                    Step step = TakeStep.STEPS.find(state, action).orElse(null);
                    // The preparer entered and submitted it, so only they may withdraw it.
                    boolean may = step != null
                            && step.roles().contains(role)
                            && (!step.submitterOnly() || role.equals("preparer"));
                    assertThat(outcome.path("outcome").asString())
                            .as(state + " " + action + " " + role + " " + outcome)
                            .isEqualTo(may ? "taken" : "refused");
                    assertThat(read(row).path("state").asString())
                            .as(state + " " + action + " " + role)
                            .isEqualTo(may ? step.to() : state);
                }
            }
        }
    }

    @Test
    void a_return_needs_its_reason_and_the_preparer_reads_it() {
        JsonNode row = in("submitted");
        JsonNode silent = step("reviewer", row, "return", null);
        assertThat(silent.path("problem").path("code").asString()).isEqualTo("field-missing");
        step("reviewer", row, "return", "目标没有量化");
        assertThat(read(row).path("reason").asString()).isEqualTo("目标没有量化");
        JsonNode desk = by.get("preparer").get("/api/desk").body();
        assertThat(desk.path("waiting").get(0).path("kind").asString()).isEqualTo("returned");
        assertThat(desk.path("waiting").get(0).path("detail").asString()).isEqualTo("目标没有量化");
    }

    @Test
    void nobody_passes_what_they_entered_themselves() {
        Browser both = server.signedIn(server.user(department, "preparer", "reviewer"));
        JsonNode row = both.post(
                        year + "/registers/goals/rows",
                        Map.of("rows", List.of(Map.of("key", "a", "cells", Map.of("goal", "自己的")))))
                .body()
                .path("rows")
                .get(0)
                .path("row");
        by.put("both", both);
        step("both", row, "submit", null);
        JsonNode refused = step("both", read(row), "pass", null);
        assertThat(refused.path("problem").path("code").asString()).isEqualTo("step-not-own");
    }

    @Test
    void what_changed_since_the_approval_is_shown() {
        JsonNode row = in("approved");
        step("performance-officer", row, "reopen", "数字更正");
        JsonNode open = read(row);
        by.get("preparer")
                .post(
                        year + "/registers/goals/rows",
                        Map.of(
                                "rows",
                                List.of(Map.of(
                                        "key", "a",
                                        "id", open.path("id").asLong(),
                                        "version", open.path("version").asInt(),
                                        "cells", Map.of("goal", "改过的")))));
        JsonNode item =
                by.get("reviewer").get(year + "/review").body().path("rows").get(0);
        assertThat(item.path("changed").get(0).path("before").asString()).startsWith("目标");
        assertThat(item.path("changed").get(0).path("after").asString()).isEqualTo("改过的");
    }

    @Test
    void a_preview_tells_and_changes_nothing() {
        JsonNode row = in("submitted");
        JsonNode outcome = by.get("reviewer")
                .post(
                        year + "/review",
                        Map.of(
                                "action",
                                "pass",
                                "preview",
                                true,
                                "rows",
                                List.of(Map.of(
                                        "id", row.path("id").asLong(),
                                        "version", row.path("version").asInt()))))
                .body()
                .path("rows")
                .get(0);
        assertThat(outcome.path("outcome").asString()).isEqualTo("taken");
        assertThat(read(row).path("state").asString()).isEqualTo("submitted");
    }

    @Test
    void a_row_with_a_cell_that_cannot_be_read_is_not_submitted() {
        JsonNode row = by.get("preparer")
                .post(
                        year + "/registers/execution/rows",
                        Map.of("rows", List.of(Map.of("key", "a", "cells", Map.of("month", "3", "rate", "很高")))))
                .body()
                .path("rows")
                .get(0)
                .path("row");
        assertThat(step("preparer", row, "submit", null)
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("step-row-with-errors");
    }

    @Test
    void a_row_under_review_is_not_changed_behind_the_reviewers_back() {
        JsonNode row = in("submitted");
        JsonNode refused = by.get("preparer")
                .post(
                        year + "/registers/goals/rows",
                        Map.of(
                                "rows",
                                List.of(Map.of(
                                        "key", "a",
                                        "id", row.path("id").asLong(),
                                        "version", row.path("version").asInt(),
                                        "cells", Map.of("goal", "偷改")))))
                .body()
                .path("rows")
                .get(0);
        assertThat(refused.path("problem").path("code").asString()).isEqualTo("row-under-review");
    }
}
