package org.jizhun.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A department's year with an indicator, and what its officer and programs do with sources of it. */
abstract class FeedWork {

    final RunningServer server = RunningServer.get();
    long department;
    String year;
    Browser officer;

    @BeforeEach
    void an_indicator_that_counts_training_sessions() {
        department = server.department(server.region(null));
        officer = server.signedIn(server.user(department, "performance-officer"));
        officer.post(
                "/api/departments/" + department + "/years",
                Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        year = "/api/departments/" + department + "/years/2025";
        indicator("Z1", "次", "备案的培训场次");
    }

    void indicator(String code, String unit, String definition) {
        Map<String, String> cells = new TreeMap<>(
                Map.of("code", code, "class", "产出指标", "name", "培训场次", "operator", "≥", "target", "12", "unit", unit));
        cells.put("definition", definition);
        officer.post(year + "/registers/indicators/rows", Map.of("rows", List.of(Map.of("key", "a", "cells", cells))));
    }

    long source(String name, String definition, String indicator, String unit) {
        Browser.Answer added = officer.post(
                year + "/sources",
                Map.of("name", name, "kind", "api", "definition", definition, "indicator", indicator, "unit", unit));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return added.id();
    }

    /** Pairs of period and value. */
    static Map<String, ?> values(String... pairs) {
        List<Map<String, String>> values = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.add(Map.of("period", pairs[i], "value", pairs[i + 1]));
        }
        return Map.of("values", values);
    }

    Browser.Answer type(long source, String... pairs) {
        return officer.post(year + "/sources/" + source + "/values", values(pairs));
    }

    JsonNode sum(String code) {
        return officer.get(year + "/sums/" + code).body();
    }

    String token(long source) {
        return officer.post(year + "/sources/" + source + "/token", Map.of())
                .body()
                .path("token")
                .asString();
    }

    /** As a program does: without cookies and without a token against forgery. */
    Browser.Answer feed(String token, String body) {
        return server.browser().sendWith("Authorization", "Bearer " + token, "/api/feed", body);
    }

    List<String> counted(long source) {
        return officer.get(year + "/sources/" + source + "/values")
                .body()
                .valueStream()
                .map(value -> value.path("period").asString() + " "
                        + value.path("value").asString())
                .toList();
    }
}
