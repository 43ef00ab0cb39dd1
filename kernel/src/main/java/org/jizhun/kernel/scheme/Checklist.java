package org.jizhun.kernel.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Points for every element that is met: as a formula says, or as a person checked in the register {@code checks}. */
public record Checklist(List<Element> elements) implements Rule {

    static final String KIND = "checklist";

    /**
     * One element.
     *
     * @param met formula of kind boolean; empty where a person answers in {@code checks}
     */
    public record Element(String id, Title name, Exact points, Optional<Formula> met) {}

    public Checklist {
        elements = List.copyOf(elements);
    }

    static @Nullable Rule read(RuleSource source) {
        source.known("elements");
        List<Element> elements = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Exact sum = Exact.ZERO;
        List<YamlNode> nodes = source.node().items("elements");
        for (YamlNode node : nodes) {
            RuleSource inner = source.inside(node);
            inner.known("id", "name", "points", "met");
            String id = node.required("id", source.problems());
            if (!ids.add(id)) {
                inner.mistake("id-twice", node.place(), "id", id);
            }
            Exact points = inner.figure("points", Kind.POINTS);
            if (points != null && points.signum() < 0) {
                inner.mistake("points-negative", inner.place("points"), "key", "points", "found", points);
            }
            Optional<Formula> met =
                    inner.has("met") ? Optional.ofNullable(inner.formula("met", Kind.BOOLEAN)) : Optional.empty();
            if (points != null) {
                sum = sum.plus(points);
                elements.add(new Element(id, SchemeNodes.title(node, "name", source.problems()), points, met));
            }
        }
        if (nodes.isEmpty()) {
            source.node().required("elements", source.problems());
        } else if (elements.size() == nodes.size() && !sum.equals(source.weight())) {
            source.mistake("points-do-not-sum", source.place("elements"), "sum", sum, "weight", source.weight());
        }
        return new Checklist(elements);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome apply(Criterion criterion, Working working) {
        Map<String, Row> checks = checks(criterion, working);
        Exact points = Exact.ZERO;
        boolean missing = false;
        for (Element element : elements) {
            Boolean met = met(criterion, element, checks, working);
            if (met == null) {
                missing = true;
                continue;
            }
            points = points.plus(met ? element.points() : Exact.ZERO);
            working.step(
                    () -> Problem.of(
                            met ? "step-element-met" : "step-element-not-met",
                            Place.NONE,
                            "element",
                            element.name().zh(),
                            "elementEn",
                            element.name().in(Language.EN)),
                    met ? element.points() : Exact.ZERO,
                    Kind.POINTS);
            if (!met) {
                working.loss(
                        element.points(),
                        () -> Problem.of(
                                "loss-element",
                                Place.NONE,
                                "element",
                                element.name().zh(),
                                "elementEn",
                                element.name().in(Language.EN)));
            }
        }
        return missing ? Outcome.MISSING : Outcome.computed(points);
    }

    /** The answers a person gave for this criterion, by element; nothing is asked where formulas answer everything. */
    private Map<String, Row> checks(Criterion criterion, Working working) {
        Map<String, Row> answers = new HashMap<>();
        if (elements.stream().anyMatch(element -> element.met().isEmpty())) {
            List<Row> rows = working.rows("checks");
            for (Row row : rows == null ? List.<Row>of() : rows) {
                if (row.text("criterion").equals(criterion.id())) {
                    answers.put(row.text("element"), row);
                }
            }
        }
        return answers;
    }

    private static @Nullable Boolean met(
            Criterion criterion, Element element, Map<String, Row> checks, Working working) {
        if (element.met().isPresent()) {
            return (Boolean) working.value(element.met().get());
        }
        Row row = checks.get(element.id());
        Boolean answer = row == null ? null : (Boolean) row.get("met");
        if (answer == null) {
            working.problem(() -> Problem.of(
                    "missing-check",
                    row == null ? Place.NONE : row.place(),
                    "criterion",
                    criterion.id(),
                    "element",
                    element.id(),
                    "name",
                    element.name().zh()));
        }
        return answer;
    }
}
