package org.jizhun.kernel.scheme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.quantity.Rounding;
import org.jizhun.kernel.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads one leaf from its file. */
final class CriterionReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "weight",
            "rule",
            "cap",
            "floor",
            "rounding",
            "not-applicable-when",
            "evidence",
            "basis",
            "unclear");
    private static final Map<String, Rule.Reader> RULES = Rule.readers();

    private final RuleSource.SchemeScope scope;
    private final List<Problem> problems;

    CriterionReader(RuleSource.SchemeScope scope, List<Problem> problems) {
        this.scope = scope;
        this.problems = problems;
    }

    /** The leaf at the given level; its id must be the one its file is named after. */
    Criterion read(YamlNode node, String expectedId, int level) {
        node.refuseUnknownKeys(KEYS, problems);
        String id = node.required("id", problems);
        if (!id.isEmpty() && !id.equals(expectedId)) {
            problems.add(Problem.of(
                    "file-name-differs", node.get("id").orElse(node).place(), "id", id, "expected", expectedId));
        }
        Title name = SchemeNodes.title(node, "name", problems);
        Exact given = SchemeNodes.points(node, "weight", problems);
        Exact weight = given == null ? Exact.ZERO : given;
        return new Criterion(
                expectedId,
                name,
                level,
                new Points(weight),
                List.of(),
                Optional.ofNullable(rule(node, expectedId, weight)),
                points(node, "cap"),
                points(node, "floor"),
                rounding(node),
                notApplicable(node, expectedId, weight),
                node.items("evidence").stream().map(YamlNode::text).toList(),
                SchemeNodes.basis(node, problems),
                node.text("unclear", "").strip(),
                node.place());
    }

    private @Nullable Rule rule(YamlNode node, String id, Exact weight) {
        Optional<YamlNode> rule = node.get("rule");
        if (rule.isEmpty()) {
            problems.add(Problem.of("key-missing", node.place(), "key", "rule"));
            return null;
        }
        String kind = rule.get().required("kind", problems);
        Rule.Reader reader = RULES.get(kind);
        if (reader == null) {
            if (!kind.isEmpty()) {
                problems.add(Problem.of(
                        "rule-unknown",
                        rule.get().get("kind").orElse(rule.get()).place(),
                        "found",
                        kind,
                        "known",
                        String.join(", ", RULES.keySet())));
            }
            return null;
        }
        return reader.read(new RuleSource(rule.get(), id, weight, scope, problems));
    }

    private Optional<Points> points(YamlNode node, String key) {
        return node.get(key).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(SchemeNodes.points(node, key, problems)).map(Points::new);
    }

    private Optional<Rounding> rounding(YamlNode node) {
        Optional<YamlNode> rounding = node.get("rounding");
        rounding.ifPresent(each -> each.refuseUnknownKeys(Set.of("scale", "mode"), problems));
        return rounding.flatMap(each -> SchemeNodes.rounding(each, problems));
    }

    private Optional<Formula> notApplicable(YamlNode node, String id, Exact weight) {
        RuleSource source = new RuleSource(node, id, weight, scope, problems);
        return source.has("not-applicable-when")
                ? Optional.ofNullable(source.formula("not-applicable-when", Kind.BOOLEAN))
                : Optional.empty();
    }
}
