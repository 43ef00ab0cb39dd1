package org.jizhun.kernel.scheme;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.quantity.Rounding;

/**
 * One line of a scheme: a group with children, or a leaf with a rule.
 *
 * @param level 1 for the top level
 * @param weight points of the line; a group's is the sum of its children's
 * @param cap the most a leaf can get; empty for the weight
 * @param floor the least a leaf can get; empty for zero
 * @param rounding of this leaf only; empty for the scheme's
 * @param notApplicableWhen a formula of kind boolean
 * @param unclear what the source leaves open, in the authority's language; empty where nothing is
 */
public record Criterion(
        String id,
        Title name,
        int level,
        Points weight,
        List<Criterion> children,
        Optional<Rule> rule,
        Optional<Points> cap,
        Optional<Points> floor,
        Optional<Rounding> rounding,
        Optional<Formula> notApplicableWhen,
        List<String> evidence,
        Basis basis,
        String unclear,
        Place place) {

    public Criterion {
        children = List.copyOf(children);
        evidence = List.copyOf(evidence);
    }

    /** This criterion and everything under it, top down. */
    public Stream<Criterion> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Criterion::all));
    }
}
