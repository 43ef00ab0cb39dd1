package org.jizhun.server.trail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;

/** What the trail calls what was done and to what, {@code words.yaml}; a mistake in it is told with file and line. */
record TrailWords(
        Map<String, Map<Language, String>> actions,
        Map<String, Map<Language, String>> kinds,
        Map<String, Map<Language, String>> fields,
        Map<String, Map<Language, String>> values) {

    private static final String FILE = "words.yaml";

    TrailWords {
        actions = Map.copyOf(actions);
        kinds = Map.copyOf(kinds);
        fields = Map.copyOf(fields);
        values = Map.copyOf(values);
    }

    static TrailWords standard() {
        Result<YamlNode> document = YamlNode.parse(FILE, Beside.text(TrailWords.class, FILE));
        List<Problem> problems = new ArrayList<>(document.problems());
        document.value().refuseUnknownKeys(Set.of("actions", "kinds", "fields", "values"), problems);
        TrailWords words = new TrailWords(
                of(document.value(), "actions", problems),
                of(document.value(), "kinds", problems),
                of(document.value(), "fields", problems),
                of(document.value(), "values", problems));
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return words;
    }

    private static Map<String, Map<Language, String>> of(YamlNode root, String key, List<Problem> problems) {
        Map<String, Map<Language, String>> words = new LinkedHashMap<>();
        for (YamlNode node : root.items(key)) {
            node.refuseUnknownKeys(Set.of("id", "zh", "en"), problems);
            words.put(
                    node.required("id", problems),
                    Map.of(Language.ZH, node.required("zh", problems), Language.EN, node.required("en", problems)));
        }
        return words;
    }

    /** The word itself where nobody knows it: an entry of an older program, or of a newer one. */
    String action(String action, Language language) {
        return actions.getOrDefault(action, Map.of()).getOrDefault(language, action);
    }

    String field(String field, Language language) {
        return fields.getOrDefault(field, Map.of()).getOrDefault(language, field);
    }

    String value(String value, Language language) {
        return values.getOrDefault(value, Map.of()).getOrDefault(language, value);
    }

    String kind(String kind, Language language) {
        return kinds.getOrDefault(kind, Map.of()).getOrDefault(language, kind);
    }
}
