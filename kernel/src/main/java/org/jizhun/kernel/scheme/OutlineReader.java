package org.jizhun.kernel.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.yaml.YamlNode;

/** Reads the nested outline of a scheme and the leaves it names, and checks that weights sum and names match files. */
final class OutlineReader {

    private static final Set<String> GROUP_KEYS = Set.of("id", "name", "weight", "criteria", "unclear", "basis");

    private final SchemeFiles files;
    private final CriterionReader leaves;
    private final Basis schemeBasis;
    private final List<Problem> problems;
    private final Map<String, YamlNode> leafNodes = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    OutlineReader(SchemeFiles files, RuleSource.SchemeScope scope, Basis schemeBasis, List<Problem> problems) {
        this.files = files;
        this.leaves = new CriterionReader(scope, problems);
        this.schemeBasis = schemeBasis;
        this.problems = problems;
    }

    /** The criteria of the whole outline; its weights must sum to the scheme's total. */
    List<Criterion> read(YamlNode scheme, Exact total) {
        files.criteria().forEach((path, text) -> {
            Result<YamlNode> parsed = YamlNode.parse(path, text);
            problems.addAll(parsed.problems());
            leafNodes.put(files.idOf(path), parsed.value());
        });
        YamlNode outline = scheme.get("outline").orElse(scheme);
        if (outline.items().isEmpty()) {
            problems.add(Problem.of("key-missing", scheme.place(), "key", "outline"));
        }
        List<Criterion> criteria = children(outline.items(), 1);
        checkSum(outline.place(), "outline", criteria, total);
        leafNodes.keySet().stream()
                .filter(id -> !ids.contains(id))
                .sorted()
                .forEach(id -> problems.add(Problem.of(
                        "criterion-not-in-outline", Place.of(files.folder() + "criteria/" + id + ".yaml"), "id", id)));
        return criteria;
    }

    private List<Criterion> children(List<YamlNode> nodes, int level) {
        List<Criterion> children = new ArrayList<>();
        for (YamlNode node : nodes) {
            (node.shape() == YamlNode.Shape.MAPPING ? Optional.of(group(node, level)) : leaf(node, level))
                    .ifPresent(children::add);
        }
        return children;
    }

    private Optional<Criterion> leaf(YamlNode node, int level) {
        String id = node.text();
        once(id, node.place());
        YamlNode file = leafNodes.get(id);
        if (file == null) {
            problems.add(Problem.of(
                    "criterion-without-file",
                    node.place(),
                    "id",
                    id,
                    "path",
                    files.folder() + "criteria/" + id + ".yaml"));
            return Optional.empty();
        }
        return Optional.of(leaves.read(file, id, level));
    }

    private Criterion group(YamlNode node, int level) {
        node.refuseUnknownKeys(GROUP_KEYS, problems);
        String id = node.required("id", problems);
        once(id, node.place());
        Title name = SchemeNodes.title(node, "name", problems);
        Exact given = SchemeNodes.points(node, "weight", problems);
        List<YamlNode> inner = node.items("criteria");
        if (inner.isEmpty()) {
            node.required("criteria", problems);
        }
        List<Criterion> children = children(inner, level + 1);
        if (given != null) {
            checkSum(node.place(), id, children, given);
        }
        return new Criterion(
                id,
                name,
                level,
                new Points(given == null ? Exact.ZERO : given),
                children,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                node.get("basis").isPresent() ? SchemeNodes.basis(node, problems) : schemeBasis,
                node.text("unclear", ""),
                node.place());
    }

    private void once(String id, Place place) {
        if (!id.isEmpty() && !ids.add(id)) {
            problems.add(Problem.of("id-twice", place, "id", id));
        }
    }

    private void checkSum(Place place, String id, List<Criterion> children, Exact expected) {
        Exact sum = children.stream().map(child -> child.weight().points()).reduce(Exact.ZERO, Exact::plus);
        if (!sum.equals(expected)) {
            problems.add(Problem.of("weights-do-not-sum", place, "id", id, "sum", sum, "weight", expected));
        }
    }
}
