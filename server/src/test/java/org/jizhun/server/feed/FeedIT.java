package org.jizhun.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jizhun.server.Browser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Values of sources: given, added, converted. */
class FeedIT extends FeedWork {

    @Test
    void values_of_one_definition_are_added_exactly() {
        long one = source("市局台账", "备案的培训场次", "Z1", "次");
        long other = source("区局台账", "备案的培训场次", "Z1", "次");
        type(one, "2025Q1", "0.1", "2025Q2", "0.2");
        type(other, "2025", "14");
        // 0.1 + 0.2 + 14
        assertThat(sum("Z1").path("sum").asString()).isEqualTo("14.3");
        assertThat(sum("Z1").path("problems")).isEmpty();
    }

    @Test
    void a_percentage_may_be_given_with_its_sign() {
        indicator("Z2", "%", "满意的人占答卷人数");
        long source = source("问卷", "满意的人占答卷人数", "Z2", "%");
        type(source, "2025", "97.71%");
        assertThat(sum("Z2").path("sum").asString()).isEqualTo("97.71");
    }

    @Test
    void what_counts_differently_is_told_once_for_all_periods_of_its_source() {
        type(source("市局台账", "备案的培训场次", "Z1", "次"), "2025-01", "10");
        long other = source("人事系统", "参训人次", "Z1", "人次");
        type(other, "2025-01", "300", "2025-02", "200", "2025-03", "100");
        JsonNode problems = sum("Z1").path("problems");
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).path("zh").asString()).startsWith("“人事系统”2025-01 至 2025-03（3 个） 的数值口径是“参训人次（人次）”");
        assertThat(problems.get(0).path("en").asString())
                .startsWith("what “人事系统” gave for 2025-01 to 2025-03 (3) counts");
    }

    @Test
    void values_that_count_differently_are_not_added_until_a_conversion_says_how() {
        long one = source("市局台账", "备案的培训场次", "Z1", "次");
        long other = source("人事系统", "参训人次", "Z1", "人次");
        type(one, "2025", "10");
        type(other, "2025", "300");
        JsonNode apart = sum("Z1");
        assertThat(apart.path("sum").isNull()).isTrue();
        assertThat(apart.path("problems").get(0).path("code").asString()).isEqualTo("feed-counts-differently");
        Browser.Answer refused = officer.post(year + "/sums/Z1/taking", Map.of("version", 1));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("feed-no-sum");
        Map<String, String> conversion = new TreeMap<>(
                Map.of("fromDefinition", "参训人次", "fromUnit", "人次", "toDefinition", "备案的培训场次", "toUnit", "次"));
        conversion.put("reason", "每场 80 人");
        conversion.put("factor", "0.000");
        assertThat(officer.post(year + "/conversions", conversion).field()).isEqualTo("factor");
        conversion.put("factor", "0.0125");
        conversion.remove("reason");
        Browser.Answer noReason = officer.post(year + "/conversions", conversion);
        assertThat(noReason.field()).isEqualTo("reason");
        conversion.put("reason", "每场 80 人");
        assertThat(officer.post(year + "/conversions", conversion).status()).isEqualTo(201);
        // 10 + 300 × 0.0125 = 10 + 3.75
        assertThat(sum("Z1").path("sum").asString()).isEqualTo("13.75");
    }

    @Test
    void the_sum_goes_into_the_actual_value_with_its_sources_named() {
        type(source("市局台账", "备案的培训场次", "Z1", "次"), "2025", "14");
        type(source("区局台账", "备案的培训场次", "Z1", "次"), "2025", "3");
        Browser.Answer taken = officer.post(year + "/sums/Z1/taking", Map.of("version", 1));
        assertThat(taken.body().path("outcome").asString()).as(taken.toString()).isEqualTo("saved");
        JsonNode cells = officer.get(year + "/registers/indicators")
                .body()
                .path("rows")
                .get(0)
                .path("cells");
        assertThat(cells.path("actual").asString()).isEqualTo("17");
        assertThat(cells.path("source").asString()).isEqualTo("市局台账；区局台账");
        assertThat(cells.path("target").asString()).isEqualTo("12");
        assertThat(officer.post(year + "/sums/Z1/taking", Map.of("version", 1))
                        .body()
                        .path("outcome")
                        .asString())
                .isEqualTo("conflict");
    }

    @Test
    void a_program_sends_values_with_its_token_alone() {
        long source = source("业务系统", "备案的培训场次", "Z1", "次");
        Browser.Answer sent =
                feed(token(source), "{\"values\":[{\"indicator\":\"Z1\",\"period\":\"2025-03\",\"value\":\"5\"}]}");
        assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
        JsonNode value =
                officer.get(year + "/sources/" + source + "/values").body().get(0);
        assertThat(value.path("value").asString()).isEqualTo("5");
        assertThat(value.path("way").asString()).isEqualTo("api");
        assertThat(server.rows(
                        "SELECT login FROM trail_entry WHERE action = 'values-given' AND department = ?", department))
                .containsExactly("feed-" + source);
    }

    @Test
    void a_new_token_ends_the_one_before_and_none_is_kept_readable() {
        long source = source("业务系统", "备案的培训场次", "Z1", "次");
        String first = token(source);
        String second = token(source);
        String body = "{\"values\":[{\"period\":\"2025\",\"value\":\"5\"}]}";
        Browser.Answer old = feed(first, body);
        assertThat(old.status()).isEqualTo(401);
        assertThat(old.code()).isEqualTo("feed-token-unknown");
        assertThat(feed("", body).status()).isEqualTo(401);
        assertThat(feed(second, body).status()).isEqualTo(200);
        assertThat(officer.get(year + "/sources").toString()).doesNotContain(second);
        assertThat(server.rows("SELECT token_hash FROM feed_source WHERE id = ?", source))
                .noneMatch(kept -> kept.contains(second));
    }

    @Test
    void a_token_opens_nothing_but_its_own_source() {
        long source = source("业务系统", "备案的培训场次", "Z1", "次");
        String token = token(source);
        Browser.Answer other = feed(token, "{\"values\":[{\"indicator\":\"Z2\",\"period\":\"2025\",\"value\":\"5\"}]}");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.field()).isEqualTo("values[0].indicator");
        assertThat(server.browser()
                        .sendWith("Authorization", "Bearer " + token, year + "/sources/" + source + "/values", "{}")
                        .status())
                .isIn(401, 403);
    }

    @Test
    void what_is_given_twice_or_converted_to_itself_is_told_and_nothing_is_kept() {
        long source = source("市局台账", "备案的培训场次", "Z1", "次");
        Browser.Answer twice = type(source, "2025-01", "1", "2025-02", "3", "2025-01", "2");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.code()).isEqualTo("feed-period-twice");
        assertThat(twice.field()).isEqualTo("values[2].period");
        assertThat(counted(source)).isEmpty();
        Browser.Answer columns = officer.upload(
                year + "/sources/" + source + "/file?preview=true",
                "表.csv",
                "期间,period,数值\n2025-01,2025-02,1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(columns.code()).isEqualTo("feed-column-twice");
        Map<String, String> conversion = new TreeMap<>(Map.of("fromDefinition", "参训人次", "toDefinition", "参训人次"));
        conversion.putAll(Map.of("fromUnit", "人次", "toUnit", "人次", "factor", "1", "reason", "相同"));
        Browser.Answer itself = officer.post(year + "/conversions", conversion);
        assertThat(itself.code()).isEqualTo("feed-conversion-to-itself");
        assertThat(itself.field()).isEqualTo("toDefinition");
        conversion.put("toUnit", "万人次");
        assertThat(officer.post(year + "/conversions", conversion).status()).isEqualTo(201);
    }

    @Test
    void the_newest_value_of_a_period_counts() {
        long source = source("市局台账", "备案的培训场次", "Z1", "次");
        type(source, "2025", "14");
        type(source, "2025", "15");
        assertThat(sum("Z1").path("sum").asString()).isEqualTo("15");
        assertThat(server.rows("SELECT count(*) FROM feed_value WHERE source = ?", source))
                .containsExactly("2");
    }

    @Test
    void a_year_and_one_of_its_months_are_not_counted_together() {
        type(source("市局台账", "备案的培训场次", "Z1", "次"), "2025", "14", "2025-03", "2");
        JsonNode sum = sum("Z1");
        assertThat(sum.path("sum").isNull()).isTrue();
        assertThat(sum.path("problems").get(0).path("code").asString()).isEqualTo("feed-periods-overlap");
    }

    @Test
    void percentages_are_not_added() {
        indicator("Z2", "%", "按期办结率");
        long source = source("办件系统", "按期办结率", "Z2", "%");
        type(source, "2025Q1", "98");
        assertThat(sum("Z2").path("sum").asString()).isEqualTo("98");
        type(source, "2025Q2", "96");
        assertThat(sum("Z2").path("problems").get(0).path("code").asString()).isEqualTo("feed-percentages");
    }

    @Test
    void a_closed_year_takes_no_values_from_anybody() {
        long source = source("业务系统", "备案的培训场次", "Z1", "次");
        String token = token(source);
        officer.put(year, Map.of("scheme", "guangzhou-department-2023", "state", "closed", "version", 1));
        assertThat(type(source, "2025", "1").code()).isEqualTo("year-closed");
        assertThat(feed(token, "{\"values\":[{\"period\":\"2025\",\"value\":\"5\"}]}")
                        .code())
                .isEqualTo("year-closed");
    }

    @Test
    void another_department_sees_no_source() {
        long source = source("市局台账", "备案的培训场次", "Z1", "次");
        Browser stranger = server.signedIn(server.user(server.department(server.region(null)), "performance-officer"));
        assertThat(stranger.get(year + "/sources").status()).isEqualTo(404);
        assertThat(stranger.post(year + "/sources/" + source + "/values", values("2025", "1"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post(year + "/sources/" + source + "/token", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_value_of_another_department_would_not_count_for_a_source() {
        long source = source("市局台账", "备案的培训场次", "Z1", "次");
        type(source, "2025", "3");
        long region = Long.parseLong(server.rows("SELECT region::text FROM department WHERE id = ?", department)
                .get(0));
        long neighbour = server.department(region);
        // The service gives no such value; the bureau's auditors, who see both departments, would read it.
        long strayed = server.insert(
                "INSERT INTO feed_value (department, source, period, value, definition, way, given_at)"
                        + " VALUES (?, ?, '2025', '4', '备案的培训场次', 'api', now()) RETURNING id",
                neighbour,
                source);
        Browser auditor = server.signedIn(server.user(server.department(region), "auditor"));
        assertThat(auditor.get(year + "/sources/" + source + "/values").body().valueStream())
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.path("value").asString()).isEqualTo("3");
                    assertThat(value.path("id").asLong()).isNotEqualTo(strayed);
                });
    }

    @Test
    void a_token_that_was_ended_takes_no_more_values() {
        long source = source("培训平台", "备案的培训场次", "Z1", "次");
        String token = officer.post(year + "/sources/" + source + "/token", Map.of())
                .body()
                .path("token")
                .asString();
        String body = "{\"values\": [{\"period\": \"2025-03\", \"value\": \"3\"}]}";
        assertThat(server.browser()
                        .sendWith("Authorization", "Bearer " + token, "/api/feed", body)
                        .status())
                .isEqualTo(200);
        Browser.Answer ended = officer.post(year + "/sources/" + source + "/token/end", Map.of());
        assertThat(ended.body().path("hasToken").asBoolean()).isFalse();
        assertThat(server.browser()
                        .sendWith("Authorization", "Bearer " + token, "/api/feed", body)
                        .code())
                .isEqualTo("feed-token-unknown");
        assertThat(officer.post(year + "/sources/" + source + "/token/end", Map.of())
                        .code())
                .isEqualTo("feed-no-token");
    }

    @Test
    void a_source_described_anew_leaves_its_old_values_with_the_old_definition() {
        long source = source("培训平台", "备案的培训场次", "Z1", "次");
        type(source, "2025-03", "3");
        Map<String, String> anew =
                Map.of("name", "培训平台（新）", "kind", "typed", "definition", "签到满 20 人的场次", "indicator", "Z1", "unit", "次");
        Browser.Answer changed = officer.put(year + "/sources/" + source, anew);
        assertThat(changed.body().path("definition").asString()).isEqualTo("签到满 20 人的场次");
        type(source, "2025-04", "2");
        assertThat(officer.get(year + "/sources/" + source + "/values")
                        .body()
                        .valueStream()
                        .map(value -> value.path("period").asString() + " "
                                + value.path("definition").asString()))
                .containsExactlyInAnyOrder("2025-03 备案的培训场次", "2025-04 签到满 20 人的场次");
        // Two ways to count are not added.
        assertThat(officer.get(year + "/sums/Z1").body().path("sum").isNull()).isTrue();
        Browser.Answer wrong = officer.put(
                year + "/sources/" + source,
                Map.of("name", "", "kind", "pigeon", "definition", "x", "indicator", "none"));
        assertThat(wrong.body().path("problems")).hasSize(3);
    }

    @Test
    void a_conversion_that_is_taken_back_counts_no_more_and_the_trail_says_why() {
        long source = source("签到系统", "签到满 20 人的场次", "Z1", "次");
        type(source, "2025-03", "3");
        JsonNode stated = officer.post(
                        year + "/conversions",
                        Map.of(
                                "fromDefinition", "签到满 20 人的场次",
                                "fromUnit", "次",
                                "toDefinition", "备案的培训场次",
                                "toUnit", "次",
                                "factor", "1",
                                "reason", "同一批培训"))
                .body();
        assertThat(officer.get(year + "/sums/Z1").body().path("sum").asString()).isEqualTo("3");
        String path = year + "/conversions/" + stated.get(0).path("id").asLong() + "/withdrawal";
        assertThat(officer.post(path, Map.of("reason", " ")).field()).isEqualTo("reason");
        assertThat(officer.post(path, Map.of("reason", "口径不同")).body()).isEmpty();
        assertThat(officer.get(year + "/sums/Z1").body().path("sum").isNull()).isTrue();
        assertThat(officer.post(path, Map.of("reason", "再次")).status()).isEqualTo(404);
        assertThat(server.rows(
                        "SELECT reason FROM trail_entry WHERE action = 'conversion-withdrawn' AND department = ?",
                        department))
                .containsExactly("口径不同");
    }
}
