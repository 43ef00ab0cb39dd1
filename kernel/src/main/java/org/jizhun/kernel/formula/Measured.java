package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.problem.Place;

/**
 * Finds in a formula the figure that it takes from the facts before constants turn it into points: {@code A / B} in {@code
 * (A / B - 60%) / 40% * 100%}.
 */
final class Measured {

    private final String text;
    private final Place place;
    private final Scope scope;
    private final List<Formula> found = new ArrayList<>();

    Measured(String text, Place place, Scope scope) {
        this.text = text;
        this.place = place;
        this.scope = scope;
    }

    /** The largest part of kind percent without a constant figure; empty where there is none, or more than one. */
    Optional<Formula> formula() {
        search(Parser.parse(text));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private void search(Syntax written) {
        Syntax syntax = withoutFactor(written);
        boolean computed = syntax instanceof Syntax.Operation || syntax instanceof Syntax.Call;
        Optional<Formula> whole =
                computed && !holdsFigure(syntax) ? Formula.checked(text, place, scope, syntax) : Optional.empty();
        if (whole.filter(formula -> formula.kind() == Kind.PERCENT).isPresent()) {
            found.add(whole.get());
        } else if (computed || syntax instanceof Syntax.Negated) {
            syntax.parts().forEach(this::search);
        }
    }

    /** {@code 10 * (A - B) / B} is read as ten times the quotient, which leaves {@code (A - B) / B}. */
    private static Syntax withoutFactor(Syntax syntax) {
        if (syntax instanceof Syntax.Operation quotient
                && quotient.operator() == Operator.OVER
                && quotient.left() instanceof Syntax.Operation product
                && product.operator() == Operator.TIMES
                && product.left() instanceof Syntax.Constant) {
            Span span = new Span(product.left().span().end(), quotient.span().end());
            return new Syntax.Operation(span, Operator.OVER, product.right(), quotient.right());
        }
        return syntax;
    }

    private static boolean holdsFigure(Syntax syntax) {
        return (syntax instanceof Syntax.Constant constant && Kinds.isNumeric(constant.kind()))
                || syntax.parts().stream().anyMatch(Measured::holdsFigure);
    }
}
