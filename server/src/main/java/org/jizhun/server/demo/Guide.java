package org.jizhun.server.demo;

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

/** What each account of the demo may do first, {@code guide.yaml}. A mistake in it is told with file and line. */
final class Guide {

    private static final String FILE = "guide.yaml";

    private Guide() {}

    /** @param path the page where it is done */
    record GuideStep(String zh, String en, String path) {}

    record Task(String zh, String en, List<GuideStep> steps) {}

    /** By login, with the paths of this department. */
    static Map<String, Task> of(long department) {
        Result<YamlNode> document = YamlNode.parse(FILE, Beside.text(Guide.class, FILE));
        List<Problem> problems = new ArrayList<>(document.problems());
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (YamlNode node : document.value().items("accounts")) {
            node.refuseUnknownKeys(Set.of("login", "zh", "en", "steps"), problems);
            List<GuideStep> steps = new ArrayList<>();
            for (YamlNode step : node.items("steps")) {
                step.refuseUnknownKeys(Set.of("zh", "en", "path"), problems);
                steps.add(new GuideStep(
                        step.required("zh", problems),
                        step.required("en", problems),
                        step.required("path", problems).replace("{department}", Long.toString(department))));
            }
            tasks.put(
                    node.required("login", problems),
                    new Task(node.required("zh", problems), node.required("en", problems), List.copyOf(steps)));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return tasks;
    }
}
