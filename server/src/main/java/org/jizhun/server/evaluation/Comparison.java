package org.jizhun.server.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Two evaluations of docs/score-json.md, line by line. */
final class Comparison {

    private Comparison() {}

    /**
     * One line of the outline; scores in points, null where a side has none.
     *
     * @param difference after minus before; null where one side is missing
     */
    record Line(
            String id,
            String name,
            String nameEn,
            String level,
            @Nullable String weightBefore,
            @Nullable String weightAfter,
            @Nullable String before,
            @Nullable String after,
            @Nullable String difference) {}

    /** @param total the two totals, under the id {@code total} */
    record Result(Line total, List<Line> lines) {}

    static Result of(JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = new LinkedHashMap<>();
        Map<String, JsonNode> fresh = new LinkedHashMap<>();
        collect(before.path("criteria"), old);
        collect(after.path("criteria"), fresh);
        List<Line> lines = new ArrayList<>();
        fresh.forEach((id, node) -> lines.add(line(id, old.get(id), node)));
        old.forEach((id, node) -> {
            if (!fresh.containsKey(id)) {
                lines.add(line(id, node, null));
            }
        });
        Line total = new Line(
                "total",
                "",
                "",
                "0",
                null,
                null,
                text(before, "total"),
                text(after, "total"),
                difference(text(before, "total"), text(after, "total")));
        return new Result(total, lines);
    }

    private static void collect(JsonNode criteria, Map<String, JsonNode> into) {
        criteria.forEach(node -> {
            into.put(node.path("id").asString(), node);
            collect(node.path("criteria"), into);
        });
    }

    private static Line line(String id, @Nullable JsonNode before, @Nullable JsonNode after) {
        JsonNode named = after == null ? java.util.Objects.requireNonNull(before) : after;
        String old = text(before, "score");
        String fresh = text(after, "score");
        return new Line(
                id,
                named.path("name").asString(),
                named.path("nameEn").asString(""),
                named.path("level").asString(),
                text(before, "weight"),
                text(after, "weight"),
                old,
                fresh,
                difference(old, fresh));
    }

    private static @Nullable String text(@Nullable JsonNode node, String key) {
        return node == null || !node.path(key).isString()
                ? null
                : node.path(key).asString();
    }

    private static @Nullable String difference(@Nullable String before, @Nullable String after) {
        if (before == null || after == null || before.contains("/") || after.contains("/")) {
            return null;
        }
        return Exact.parse(after).minus(Exact.parse(before)).toString();
    }
}
