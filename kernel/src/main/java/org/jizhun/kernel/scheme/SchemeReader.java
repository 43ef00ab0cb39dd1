package org.jizhun.kernel.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.formula.Scope;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.problem.Severity;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.quantity.Rounding;
import org.jizhun.kernel.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads and checks one scheme from its files. All mistakes are told at once; with any error there is no scheme. */
final class SchemeReader {

    private static final Set<String> KEYS = Set.of(
            "id",
            "edition",
            "title",
            "authority",
            "subject",
            "form",
            "total",
            "rounding",
            "grades",
            "not-applicable",
            "over-achievement",
            "values",
            "parameters",
            "outline",
            "bonuses",
            "vetoes",
            "basis",
            "unclear",
            "frozen");

    private final SchemeFiles files;
    private final List<Problem> problems = new ArrayList<>();

    SchemeReader(String folder, Map<String, String> allFiles) {
        this.files = SchemeFiles.of(folder, allFiles);
    }

    Result<Optional<Scheme>> read() {
        Result<YamlNode> parsed = YamlNode.parse(files.schemePath(), files.schemeText());
        problems.addAll(parsed.problems());
        YamlNode node = parsed.value();
        node.refuseUnknownKeys(KEYS, problems);
        Scheme scheme = scheme(node);
        checkId(node, scheme.id());
        checkFrozen(node, scheme.hash());
        boolean sound = problems.stream().noneMatch(each -> each.severity() == Severity.ERROR);
        return new Result<>(sound ? Optional.of(scheme) : Optional.empty(), problems);
    }

    private Scheme scheme(YamlNode node) {
        List<Register.Column> values = node.items("values").stream()
                .map(each -> Vocabulary.column(each, problems))
                .toList();
        Vocabulary vocabulary = Vocabulary.standard().withValues(values);
        List<Parameter> parameters = parameters(node);
        RuleSource.SchemeScope scope = scope(vocabulary, parameters);
        Exact total = SchemeNodes.points(node, "total", problems);
        Basis basis = SchemeNodes.basis(node, problems);
        List<Criterion> criteria =
                new OutlineReader(files, scope, basis, problems).read(node, total == null ? Exact.ZERO : total);
        List<Grade> grades = grades(node);
        return new Scheme(
                node.required("id", problems),
                node.required("edition", problems),
                SchemeNodes.title(node, "title", problems),
                SchemeNodes.title(node, "authority", problems),
                Subject.valueOf(
                        SchemeNodes.word(node, "subject", "department", List.of("department", "project"), problems)
                                .toUpperCase(java.util.Locale.ROOT)),
                node.text("form", ""),
                new Points(total == null ? Exact.ZERO : total),
                rounding(node),
                grades,
                SchemeNodes.word(
                                        node,
                                        "not-applicable",
                                        "full-score",
                                        List.of("full-score", "drop-and-rescale"),
                                        problems)
                                .equals("full-score")
                        ? NotApplicablePolicy.FULL_SCORE
                        : NotApplicablePolicy.DROP_AND_RESCALE,
                overAchievement(node, scope),
                values,
                parameters,
                criteria,
                new OutsideReader(scope, problems).bonuses(node),
                new OutsideReader(scope, problems).vetoes(node, grades),
                basis,
                node.text("unclear", "").strip(),
                files.hash(),
                vocabulary);
    }

    private void checkId(YamlNode node, String id) {
        String folder = files.folder().replaceAll("/$", "");
        String last = folder.substring(folder.lastIndexOf('/') + 1);
        if (!last.isEmpty() && !id.isEmpty() && !last.equals(id)) {
            problems.add(
                    Problem.of("file-name-differs", node.get("id").orElse(node).place(), "id", id, "expected", last));
        }
    }

    private void checkFrozen(YamlNode node, String hash) {
        String frozen = node.text("frozen", "");
        if (!frozen.isEmpty() && !frozen.equals(hash)) {
            problems.add(Problem.of(
                    "frozen-changed", node.get("frozen").orElse(node).place(), "frozen", frozen, "found", hash));
        }
    }

    private ScoreRounding rounding(YamlNode node) {
        Optional<YamlNode> rounding = node.get("rounding");
        if (rounding.isEmpty()) {
            problems.add(Problem.of("key-missing", node.place(), "key", "rounding"));
            return new ScoreRounding(Rounding.halfUp(2), ScoreRounding.Where.LEAF);
        }
        rounding.get().refuseUnknownKeys(Set.of("scale", "mode", "at"), problems);
        String at = SchemeNodes.word(rounding.get(), "at", "leaf", List.of("each-level", "leaf", "total"), problems);
        return new ScoreRounding(
                SchemeNodes.rounding(rounding.get(), problems).orElse(Rounding.halfUp(2)),
                ScoreRounding.Where.valueOf(
                        at.toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
    }

    /** Best first; each band must begin below the one before, and the last at zero, so that no total is without grade. */
    private List<Grade> grades(YamlNode node) {
        List<Grade> grades = new ArrayList<>();
        Exact before = null;
        for (YamlNode each : node.items("grades")) {
            each.refuseUnknownKeys(Set.of("label", "from", "inclusive"), problems);
            String label = each.required("label", problems);
            Exact from = SchemeNodes.points(each, "from", problems);
            boolean inclusive = SchemeNodes.word(each, "inclusive", "true", List.of("true", "false"), problems)
                    .equals("true");
            if (from != null) {
                if (before != null && from.compareTo(before) >= 0) {
                    problems.add(Problem.of("grades-not-descending", each.place(), "label", label));
                }
                before = from;
                grades.add(new Grade(label, new Points(from), inclusive));
            }
        }
        if (before != null
                && (!before.isZero() || !grades.get(grades.size() - 1).inclusive())) {
            problems.add(
                    Problem.of("grades-gap", node.get("grades").orElse(node).place()));
        }
        return grades;
    }

    private Optional<OverAchievement> overAchievement(YamlNode node, RuleSource.SchemeScope scope) {
        if (node.get("over-achievement").isEmpty()) {
            return Optional.empty();
        }
        YamlNode over = node.get("over-achievement").get();
        RuleSource source = new RuleSource(over, "", Exact.ZERO, scope, problems);
        source.known("threshold", "explain", "reduction", "at-least");
        Exact threshold = source.figure("threshold", Kind.PERCENT);
        Exact reduction = source.figure("reduction", Kind.PERCENT, Exact.ZERO);
        Exact atLeast = source.figure("at-least", Kind.PERCENT, Exact.ZERO);
        boolean explain = SchemeNodes.word(over, "explain", "true", List.of("true", "false"), problems)
                .equals("true");
        return threshold == null || reduction == null || atLeast == null
                ? Optional.empty()
                : Optional.of(new OverAchievement(threshold, explain, reduction, atLeast));
    }

    private List<Parameter> parameters(YamlNode node) {
        List<Parameter> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>(Vocabulary.standard().names());
        Scope empty = Scope.of(new Vocabulary(List.of()));
        for (YamlNode each : node.items("parameters")) {
            each.refuseUnknownKeys(Set.of("name", "label", "kind", "value", "basis"), problems);
            String name = each.required("name", problems);
            String label = each.required("label", problems);
            if (!names.add(name) || !names.add(label)) {
                problems.add(Problem.of("id-twice", each.place(), "id", name));
            }
            String text = each.required("value", problems);
            Basis basis = SchemeNodes.basis(each, problems);
            Optional<Kind.Simple> kind = SchemeNodes.kind(each, problems);
            if (kind.isPresent() && !text.isEmpty()) {
                Object value = constant(text, each, kind.get(), empty);
                if (value != null) {
                    parameters.add(new Parameter(name, label, kind.get(), value, text, basis));
                }
            }
        }
        return parameters;
    }

    private @Nullable Object constant(String text, YamlNode node, Kind.Simple kind, Scope empty) {
        Result<Optional<Formula>> compiled =
                Formula.compile(text, node.get("value").orElse(node).place(), empty, kind);
        problems.addAll(compiled.problems());
        return compiled.value().map(formula -> formula.value(name -> null)).orElse(null);
    }

    private static RuleSource.SchemeScope scope(Vocabulary vocabulary, List<Parameter> parameters) {
        Scope all = Scope.of(vocabulary);
        Scope fixed = Scope.of(new Vocabulary(List.of()));
        Map<String, Object> values = new HashMap<>();
        for (Parameter each : parameters) {
            all = all.with(each.name(), each.label(), each.kind());
            fixed = fixed.with(each.name(), each.label(), each.kind());
            values.put(each.name(), each.value());
        }
        Inputs inputs = values::get;
        return new RuleSource.SchemeScope(all, fixed, inputs);
    }
}
