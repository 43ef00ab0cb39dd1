package org.jizhun.server.goal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * The words and limits of {@code words.yaml}.
 *
 * @param classes words in the name of an indicator by the class they belong to
 * @param farFromLastYear in percent
 * @param nearlySame in percent
 */
record GoalWords(List<String> vague, Map<String, List<String>> classes, int farFromLastYear, int nearlySame) {

    private static final String FILE = "words.yaml";

    GoalWords {
        vague = List.copyOf(vague);
        classes = Map.copyOf(classes);
    }

    static GoalWords standard() {
        return read(Beside.text(GoalWords.class, FILE));
    }

    private static GoalWords read(String text) {
        Result<YamlNode> document = YamlNode.parse(FILE, text);
        List<Problem> problems = new ArrayList<>(document.problems());
        YamlNode root = document.value();
        root.refuseUnknownKeys(Set.of("vague", "classes", "far-from-last-year", "nearly-same"), problems);
        Map<String, List<String>> classes = new LinkedHashMap<>();
        root.get("classes").ifPresent(node -> node.keys().forEach(key -> classes.put(key, texts(node.items(key)))));
        GoalWords words = new GoalWords(
                texts(root.items("vague")),
                classes,
                Integer.parseInt(root.required("far-from-last-year", problems)),
                Integer.parseInt(root.required("nearly-same", problems)));
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return words;
    }

    private static List<String> texts(List<YamlNode> nodes) {
        return nodes.stream().map(YamlNode::text).toList();
    }
}
