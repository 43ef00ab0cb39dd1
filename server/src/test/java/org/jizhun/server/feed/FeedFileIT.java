package org.jizhun.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jizhun.server.Browser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of values: previewed, taken in, taken back. */
class FeedFileIT extends FeedWork {

    private static List<String> outcomes(Browser.Answer answer) {
        return answer.body()
                .valueStream()
                .map(row ->
                        row.path("number").asInt() + " " + row.path("outcome").asString())
                .toList();
    }

    @Test
    void of_a_dropped_file_the_good_rows_are_taken_after_a_preview_and_the_wrong_ones_are_told() {
        long source = source("统计表", "备案的培训场次", "Z1", "次");
        type(source, "2025-02", "4");
        String drop = year + "/sources/" + source + "/file";
        // Line 3 is blank; rows are numbered as they stand in the file.
        byte[] csv =
                "期间,数值\n2025-01,3\n\n2025-02,4.5\n2024-02,4\n2025-03,五\n2025-01,7\n".getBytes(StandardCharsets.UTF_8);
        List<String> wanted = List.of("2 added", "4 changed", "5 wrong", "6 wrong", "7 wrong");

        Browser.Answer preview = officer.upload(drop + "?preview=true", "表.csv", csv);
        assertThat(outcomes(preview)).isEqualTo(wanted);
        assertThat(preview.body().get(1).path("before").asString()).isEqualTo("4");
        assertThat(preview.body()
                        .valueStream()
                        .flatMap(row -> row.path("problems").valueStream())
                        .map(each -> each.path("column").asString() + " "
                                + each.path("code").asString()))
                .containsExactly("period field-out-of-range", "value field-bad-form", "period feed-period-twice");
        assertThat(counted(source)).as("a preview changes nothing").containsExactly("2025-02 4");

        assertThat(outcomes(officer.upload(drop + "?preview=false", "表.csv", csv)))
                .isEqualTo(wanted);
        assertThat(counted(source)).containsExactly("2025-01 3", "2025-02 4.5");
        // 3 + 4.5
        assertThat(sum("Z1").path("sum").asString()).isEqualTo("7.5");
        // What goes out comes in again and changes nothing.
        byte[] workbook = officer.get(year + "/sources/" + source + "/values.xlsx")
                .response()
                .body();
        assertThat(outcomes(officer.upload(drop + "?preview=false", "values.xlsx", workbook)))
                .containsExactly("2 same", "3 same");
        assertThat(officer.get(year + "/sources/" + source + "/files").body()).hasSize(1);
        assertThat(officer.upload(drop + "?preview=true", "表.csv", "月,数\n1,2\n".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("feed-column-missing");
        assertThat(officer.upload(drop + "?preview=true", "表.csv", "期间,数值\n".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("field-out-of-range");
    }

    @Test
    void a_dropped_file_is_taken_back_and_what_counted_before_counts_again() {
        long source = source("统计表", "备案的培训场次", "Z1", "次");
        type(source, "2025-02", "4");
        String path = year + "/sources/" + source;
        officer.upload(
                path + "/file?preview=false",
                "表.csv",
                "期间,数值\n2025-01,3\n2025-02,9\n2025-03,5\n".getBytes(StandardCharsets.UTF_8));
        type(source, "2025-03", "6");
        assertThat(counted(source)).containsExactly("2025-01 3", "2025-02 9", "2025-03 6");
        JsonNode file = officer.get(path + "/files").body().get(0);
        assertThat(file.path("file").asString() + " " + file.path("rows").asInt())
                .isEqualTo("表.csv 3");

        Browser.Answer undone = officer.post(path + "/files/" + file.path("id").asLong() + "/undo", Map.of());

        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(undone.body().path("files").get(0).path("undone").asBoolean())
                .isTrue();
        assertThat(undone.body().path("left")).isEmpty();
        // February as it was typed before the file, March as it was typed after.
        assertThat(counted(source)).containsExactly("2025-02 4", "2025-03 6");
        assertThat(sum("Z1").path("sum").asString()).isEqualTo("10");
        assertThat(server.rows(
                        "SELECT before::text || ' ' || reason FROM trail_entry WHERE action = 'values-taken-back'"
                                + " AND subject = ?",
                        Long.toString(source)))
                .containsExactly("{\"2025-01\": \"3\", \"2025-02\": \"9\", \"2025-03\": \"5\"} 表.csv");
        assertThat(officer.post(path + "/files/" + file.path("id").asLong() + "/undo", Map.of())
                        .code())
                .isEqualTo("import-not-confirmed");
        assertThat(officer.post(path + "/files/0/undo", Map.of()).status()).isEqualTo(404);
    }

    private static final byte[] FIVE = "期间,数值\n2025,5\n".getBytes(StandardCharsets.UTF_8);

    /** The number of the file that somebody drops. */
    private long dropped(Browser browser, String path) {
        browser.upload(path + "/file?preview=false", "表.csv", FIVE);
        return browser.get(path + "/files").body().get(0).path("id").asLong();
    }

    @Test
    void a_file_is_taken_back_by_whoever_brought_it_in_or_by_the_performance_officer_and_nobody_else() {
        String path = year + "/sources/" + source("统计表", "备案的培训场次", "Z1", "次");
        Browser one = server.signedIn(server.user(department, "preparer"));
        Browser other = server.signedIn(server.user(department, "preparer"));
        long file = dropped(one, path);
        assertThat(one.get(path + "/files").body().get(0).path("refusal").isNull())
                .isTrue();
        assertThat(other.get(path + "/files")
                        .body()
                        .get(0)
                        .path("refusal")
                        .path("code")
                        .asString())
                .isEqualTo("file-of-another");

        Browser.Answer refused = other.post(path + "/files/" + file + "/undo", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("file-of-another");
        assertThat(counted(source(path))).containsExactly("2025 5");
        assertThat(one.post(path + "/files/" + file + "/undo", Map.of()).status())
                .isEqualTo(200);

        long again = dropped(one, path);
        assertThat(officer.post(path + "/files/" + again + "/undo", Map.of()).status())
                .isEqualTo(200);
        assertThat(counted(source(path))).isEmpty();
    }

    private static long source(String path) {
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private Browser.Answer step(Browser browser, String action) {
        JsonNode row =
                officer.get(year + "/registers/indicators").body().path("rows").get(0);
        Browser.Answer answer = browser.post(
                year + "/review",
                Map.of(
                        "action",
                        action,
                        "reason",
                        "核对数据",
                        "rows",
                        List.of(Map.of(
                                "id", row.path("id").asLong(),
                                "version", row.path("version").asInt()))));
        assertThat(answer.body().path("rows").get(0).path("outcome").asString())
                .as(answer.toString())
                .isEqualTo("taken");
        return answer;
    }

    @Test
    void a_file_that_an_indicator_under_review_or_approved_rests_on_is_not_taken_back() {
        String path = year + "/sources/" + source("统计表", "备案的培训场次", "Z1", "次");
        Browser preparer = server.signedIn(server.user(department, "preparer"));
        String undo = path + "/files/" + dropped(preparer, path) + "/undo";
        officer.post(year + "/sums/Z1/taking", Map.of("version", 1));
        step(preparer, "submit");
        assertThat(officer.post(undo, Map.of()).code()).isEqualTo("feed-file-in-use");
        step(server.signedIn(server.user(department, "reviewer")), "pass");
        step(server.signedIn(server.user(department, "head")), "approve");
        for (Browser each : List.of(preparer, officer)) {
            Browser.Answer refused = each.post(undo, Map.of());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().path("problems").get(0).path("en").asString())
                    .isEqualTo("the actual value of the indicator “Z1” rests on this file, and the indicator is"
                            + " “approved”; the file cannot be undone");
        }
        assertThat(officer.get(path + "/files").body().get(0).path("undone").asBoolean())
                .isFalse();

        step(officer, "reopen");
        Browser.Answer undone = preparer.post(undo, Map.of());
        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(undone.body().path("left").get(0).path("zh").asString()).isEqualTo("指标“Z1”的完成值 5 仍是用这个文件里的数算出来的");
    }

    @Test
    void a_file_is_taken_back_while_the_approved_actual_value_was_typed_by_hand() {
        String path = year + "/sources/" + source("统计表", "备案的培训场次", "Z1", "次");
        String undo = path + "/files/" + dropped(officer, path) + "/undo";
        officer.post(year + "/sums/Z1/taking", Map.of("version", 1));
        JsonNode row =
                officer.get(year + "/registers/indicators").body().path("rows").get(0);
        Map<String, String> cells = new TreeMap<>();
        row.path("cells")
                .propertyStream()
                .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asString()));
        cells.put("actual", "6");
        officer.post(
                year + "/registers/indicators/rows",
                Map.of(
                        "rows",
                        List.of(Map.of(
                                "id",
                                row.path("id").asLong(),
                                "version",
                                row.path("version").asInt(),
                                "cells",
                                cells))));
        step(officer, "submit");
        Browser.Answer undone = officer.post(undo, Map.of());
        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(undone.body().path("left")).isEmpty();
    }
}
