package org.jizhun.kernel.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.yaml.YamlNode;

/** Reads what stands outside the outline: bonus items and vetoes. */
final class OutsideReader {

    private final RuleSource.SchemeScope scope;
    private final List<Problem> problems;

    OutsideReader(RuleSource.SchemeScope scope, List<Problem> problems) {
        this.scope = scope;
        this.problems = problems;
    }

    List<Bonus> bonuses(YamlNode scheme) {
        List<Bonus> bonuses = new ArrayList<>();
        for (YamlNode node : scheme.items("bonuses")) {
            RuleSource source = source(node, "id", "name", "points", "cap", "basis");
            String id = node.required("id", problems);
            Title name = SchemeNodes.title(node, "name", problems);
            Formula points = source.formula("points", Kind.POINTS);
            Exact cap = SchemeNodes.points(node, "cap", problems);
            Basis basis = SchemeNodes.basis(node, problems);
            if (points != null && cap != null) {
                bonuses.add(new Bonus(id, name, points, new Points(cap), basis));
            }
        }
        return bonuses;
    }

    List<Veto> vetoes(YamlNode scheme, List<Grade> grades) {
        List<Veto> vetoes = new ArrayList<>();
        for (YamlNode node : scheme.items("vetoes")) {
            RuleSource source = source(node, "id", "name", "when", "total-at-most", "grade-at-most", "basis");
            String id = node.required("id", problems);
            Title name = SchemeNodes.title(node, "name", problems);
            Formula when = source.formula("when", Kind.BOOLEAN);
            Optional<Points> total = source.has("total-at-most")
                    ? Optional.ofNullable(SchemeNodes.points(node, "total-at-most", problems))
                            .map(Points::new)
                    : Optional.empty();
            Optional<String> grade = grade(node, grades);
            if (!source.has("total-at-most") && !source.has("grade-at-most")) {
                problems.add(Problem.of("veto-without-effect", node.place(), "id", id));
            }
            Basis basis = SchemeNodes.basis(node, problems);
            if (when != null) {
                vetoes.add(new Veto(id, name, when, total, grade, basis));
            }
        }
        return vetoes;
    }

    private Optional<String> grade(YamlNode node, List<Grade> grades) {
        if (node.get("grade-at-most").isEmpty()) {
            return Optional.empty();
        }
        List<String> labels = grades.stream().map(Grade::label).toList();
        return Optional.of(SchemeNodes.word(node, "grade-at-most", "", labels, problems));
    }

    private RuleSource source(YamlNode node, String... keys) {
        RuleSource source = new RuleSource(node, node.text("id", ""), Exact.ZERO, scope, problems);
        source.known(keys);
        return source;
    }
}
