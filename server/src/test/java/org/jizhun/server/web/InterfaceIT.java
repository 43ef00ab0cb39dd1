package org.jizhun.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the interface that the pages are written against is the one the server gives. After a change of a
 * controller: this test with {@code -Djizhun.accept=true}, then {@code npm run types} in {@code web}.
 */
class InterfaceIT {

    private static final Path KEPT = Path.of("..", "web", "openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    @Test
    void the_description_kept_for_the_pages_is_what_the_server_says() throws IOException {
        RunningServer server = RunningServer.get();
        Browser browser = server.signedIn(server.user(server.department(server.region(null)), "preparer"));
        JsonNode said = browser.get("/v3/api-docs").body();
        ((ObjectNode) said).remove("servers");
        // Through a map, so that keys are sorted: the order of controllers differs from start to start.
        String text = JSON.writeValueAsString(JSON.treeToValue(said, Object.class)) + "\n";
        if (Boolean.getBoolean("jizhun.accept")) {
            Files.writeString(KEPT, text, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(KEPT, StandardCharsets.UTF_8)).isEqualTo(text);
    }
}
