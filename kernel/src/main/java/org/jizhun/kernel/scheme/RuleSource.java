package org.jizhun.kernel.scheme;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.formula.Scope;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** One mapping of scheme data with formulas in it, the names they may use, and where mistakes are noted. */
final class RuleSource {

    private final YamlNode node;
    private final String criterion;
    private final Exact weight;
    private final SchemeScope scope;
    private final List<Problem> problems;

    /** The names that formulas of a scheme may use, and the values of those that are fixed. */
    record SchemeScope(Scope all, Scope fixed, Inputs parameters) {}

    RuleSource(YamlNode node, String criterion, Exact weight, SchemeScope scope, List<Problem> problems) {
        this.node = node;
        this.criterion = criterion;
        this.weight = weight;
        this.scope = scope;
        this.problems = problems;
    }

    /** The same surroundings for a mapping inside. */
    RuleSource inside(YamlNode inner) {
        return new RuleSource(inner, criterion, weight, scope, problems);
    }

    YamlNode node() {
        return node;
    }

    String criterion() {
        return criterion;
    }

    Exact weight() {
        return weight;
    }

    List<Problem> problems() {
        return problems;
    }

    Scope scope() {
        return scope.all();
    }

    void known(String... keys) {
        Set<String> known = new HashSet<>(Set.of(keys));
        known.add("kind");
        node.refuseUnknownKeys(known, problems);
    }

    void mistake(String code, Place place, Object... arguments) {
        problems.add(Problem.of(code, place, arguments));
    }

    boolean has(String key) {
        return node.get(key).isPresent();
    }

    /** A formula over the case that must be there; null (and noted) where it is missing or wrong. */
    @Nullable Formula formula(String key, Kind kind) {
        return compile(key, node.required(key, problems), scope.all(), kind);
    }

    /** A formula over one row. */
    @Nullable Formula rowFormula(String key, Kind kind, Kind.RecordOf row) {
        return compile(key, node.required(key, problems), scope.all().withItem(row), kind);
    }

    /** A formula over one row that may be left out. */
    Optional<Formula> optionalRowFormula(String key, Kind kind, Kind.RecordOf row) {
        return has(key) ? Optional.ofNullable(rowFormula(key, kind, row)) : Optional.empty();
    }

    /** A formula for a list of rows; {@code otherwise} is the formula where the key is absent, empty for required. */
    @Nullable Formula list(String key, String otherwise) {
        String text = otherwise.isEmpty() ? node.required(key, problems) : node.text(key, otherwise);
        Formula formula = compile(key, text, scope.all(), null);
        if (formula != null && row(formula) == null) {
            mistake("rule-needs-rows", place(key), "key", key, "found", formula.kind());
            return null;
        }
        return formula;
    }

    /** The record kind of a formula's rows; null where it is not a list of records. */
    static Kind.@Nullable RecordOf row(@Nullable Formula list) {
        return list != null && list.kind() instanceof Kind.ListOf of && of.element() instanceof Kind.RecordOf row
                ? row
                : null;
    }

    /** A figure that is known at load: a literal, or a formula over the scheme's parameters. Null where it is wrong. */
    @Nullable Exact figure(String key, Kind kind) {
        Formula formula = compile(key, node.required(key, problems), scope.fixed(), kind);
        return formula == null ? null : (Exact) formula.value(scope.parameters());
    }

    /** The figure, or {@code otherwise} where the key is absent. */
    @Nullable Exact figure(String key, Kind kind, Exact otherwise) {
        return has(key) ? figure(key, kind) : otherwise;
    }

    /** The figure, or empty where the key is absent or wrong. */
    Optional<Exact> optionalFigure(String key, Kind kind) {
        return has(key) ? Optional.ofNullable(figure(key, kind)) : Optional.empty();
    }

    Place place(String key) {
        return node.get(key).map(YamlNode::place).orElse(node.place());
    }

    private @Nullable Formula compile(String key, String text, Scope names, @Nullable Kind kind) {
        if (text.isBlank()) {
            return null;
        }
        Result<Optional<Formula>> compiled = kind == null
                ? Formula.compile(text, place(key), names)
                : Formula.compile(text, place(key), names, kind);
        problems.addAll(compiled.problems());
        return compiled.value().orElse(null);
    }
}
