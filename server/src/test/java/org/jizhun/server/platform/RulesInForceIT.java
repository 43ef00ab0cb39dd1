package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.Test;

class RulesInForceIT {

    private final RunningServer server = RunningServer.get();

    private List<String> entries(String kind) {
        return server.rows(
                "SELECT coalesce(before::text, '-') || ' → ' || coalesce(after::text, '-') FROM trail_entry"
                        + " WHERE action = ? AND subject_kind = 'rules' ORDER BY at, number",
                kind + "-changed");
    }

    @Test
    void the_first_start_puts_permissions_schemes_and_calendars_on_the_trail_once() {
        assertThat(entries("permissions")).hasSize(1);
        assertThat(entries("permissions").get(0)).contains("\"GET /api/trail\": \"audit-administrator\"");
        assertThat(entries("schemes")).hasSize(1);
        // Name, edition and hash of an edition.
        assertThat(entries("schemes").get(0)).containsPattern("\"guangzhou-department-2023\": \"\\S+ \\w{16,}\"");
        assertThat(entries("calendars").get(0)).contains("国务院办公厅").contains("2026-02-14");
    }

    @Test
    void only_what_is_other_than_at_the_last_start_goes_on_the_trail() {
        RulesInForce rules = server.bean(RulesInForce.class);
        rules.note("tests", Map.of("kept", "1", "altered", "1", "dropped", "1"));
        rules.note("tests", Map.of("kept", "1", "altered", "2", "added", "1"));
        rules.note("tests", Map.of("kept", "1", "altered", "2", "added", "1"));
        assertThat(entries("tests"))
                .containsExactly(
                        "- → {\"kept\": \"1\", \"altered\": \"1\", \"dropped\": \"1\"}",
                        "{\"altered\": \"1\", \"dropped\": \"1\"} → {\"added\": \"1\", \"altered\": \"2\"}");
    }
}
