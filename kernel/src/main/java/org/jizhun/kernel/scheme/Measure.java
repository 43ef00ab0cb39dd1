package org.jizhun.kernel.scheme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.formula.Scope;
import org.jizhun.kernel.problem.Place;

/**
 * A rate that a scheme scores by, such as 预算执行率 = 决算数 / 调整后预算: the part of a criterion's formula before constants
 * turn it into points. Reports print it under the criterion's name, so that auditing can hold the print against it.
 *
 * @param name the criterion's name in Chinese, quotation marks taken off
 * @param formula of kind percent, over the vocabulary
 * @param vocabulary the names it is written in
 * @param scheme the scheme's title in Chinese
 */
public record Measure(String name, Formula formula, Vocabulary vocabulary, Title scheme) {

    /** Every rate of all schemes, those that several have alike once only. */
    public static List<Measure> of(Schemes schemes) {
        List<Measure> measures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Scheme scheme : schemes.all()) {
            for (Criterion leaf : scheme.leaves()) {
                of(leaf, scheme)
                        .filter(measure -> seen.add(
                                measure.name() + "=" + measure.formula().text()))
                        .ifPresent(measures::add);
            }
        }
        return List.copyOf(measures);
    }

    private static Optional<Measure> of(Criterion leaf, Scheme scheme) {
        Scope scope = Scope.of(scheme.vocabulary());
        return leaf.rule()
                .flatMap(Rule::decisive)
                .flatMap(text -> Formula.compile(text, Place.NONE, scope).value())
                .flatMap(formula -> formula.measured(scope))
                .filter(formula -> formula.kind() == Kind.PERCENT)
                .map(formula -> new Measure(
                        leaf.name().zh().replaceAll("[“”\"]", ""), formula, scheme.vocabulary(), scheme.title()));
    }
}
