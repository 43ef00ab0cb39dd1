package org.jizhun.bench.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * A template file: YAML between two lines {@code ---} (renderings, model, faults), then the text. In the text {@code
 * {expression:format}} prints a figure, {@code {$name}} a word of the model, {@code «fault:right‖wrong»} is right in a sound
 * document and wrong in a faulty one, {@code «fault+:…‖…»} a further text that changes with it, {@code ‹fault›} another place where the fault may be told. A line beginning with #, ##
 * or ### is a heading, with {@code >} a caption, with {@code |} a row of a table ({@code |---} ends its headings, {@code
 * |===} breaks the page inside it), {@code ===} breaks the page; every other line is a paragraph.
 */
record Template(
        String name, List<Rendering> renderings, List<String> model, Map<String, Fault> faults, List<String> body) {

    private static final Set<String> KEYS = Set.of("about", "renderings", "model", "faults");

    /** One document made from the template. */
    record Rendering(String folder, long seed, boolean faulty, Look look) {}

    /**
     * A fault to plant.
     *
     * @param relation which kind of relation of the issue it breaks
     * @param kinds of the JSON contract; the first is meant, the others are as good
     * @param stated what to look for where it is not the wrong text itself; may be empty
     * @param open whether the document alone does not tell what is right
     */
    record Fault(
            String relation,
            List<String> kinds,
            String difficulty,
            String severity,
            String stated,
            boolean open,
            boolean optional,
            String why) {

        Fault {
            kinds = List.copyOf(kinds);
        }
    }

    static Template parse(String name, String text) {
        String[] parts = text.split("(?m)^---\\R", 3);
        Result<YamlNode> read = YamlNode.parse(name, parts[1]);
        List<Problem> problems = new ArrayList<>(read.problems());
        YamlNode head = read.value();
        head.refuseUnknownKeys(KEYS, problems);
        List<Rendering> renderings = head.items("renderings").stream()
                .map(node -> rendering(node, problems))
                .toList();
        List<String> model = head.items("model").stream().map(YamlNode::text).toList();
        Map<String, Fault> faults = new LinkedHashMap<>();
        head.get("faults")
                .ifPresent(all -> all.keys()
                        .forEach(key -> faults.put(key, fault(all.get(key).orElseThrow(), problems))));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(name + ": " + problems);
        }
        return new Template(name, renderings, model, faults, parts[2].lines().toList());
    }

    private static Rendering rendering(YamlNode node, List<Problem> problems) {
        String folder = node.required("folder", problems);
        long seed = Long.parseLong(node.text("seed", "1"));
        return new Rendering(folder, seed, folder.endsWith("-faulty"), Look.parse(node, problems));
    }

    private static Fault fault(YamlNode node, List<Problem> problems) {
        node.refuseUnknownKeys(
                Set.of("relation", "kind", "level", "severity", "stated", "open", "optional", "why"), problems);
        return new Fault(
                node.required("relation", problems),
                List.of(node.required("kind", problems).split(" ", -1)),
                node.required("level", problems),
                node.text("severity", "error"),
                node.text("stated", ""),
                node.text("open", "").equals("true"),
                node.text("optional", "").equals("true"),
                node.required("why", problems));
    }
}
