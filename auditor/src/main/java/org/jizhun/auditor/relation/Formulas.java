package org.jizhun.auditor.relation;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.kernel.quantity.Exact;

/** Writes a computation in the document's own figures. */
final class Formulas {

    private Formulas() {}

    static String sum(Collection<Figure> figures) {
        StringBuilder sum = new StringBuilder();
        for (Figure figure : figures) {
            sum.append(sum.isEmpty() ? "" : " + ").append(figure.text());
        }
        return sum.toString();
    }

    static String weighted(Map<Figure, Exact> weights) {
        return weights.entrySet().stream()
                .map(entry -> entry.getKey().text() + " × " + entry.getValue())
                .collect(Collectors.joining(" + "));
    }

    static String combined(Collection<Figure> plus, Collection<Figure> minus) {
        return sum(plus) + minus.stream().map(figure -> " - " + figure.text()).collect(Collectors.joining());
    }

    static String quotient(Figure top, Figure bottom) {
        return top.text() + " ÷ " + bottom.text();
    }
}
