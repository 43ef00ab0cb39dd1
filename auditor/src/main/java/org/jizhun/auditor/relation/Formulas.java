package org.jizhun.auditor.relation;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jizhun.auditor.claim.Figure;

/** Writes a computation in the document's own figures. */
final class Formulas {

    private Formulas() {}

    static String sum(Collection<Figure> figures) {
        return figures.stream().map(Figure::text).collect(Collectors.joining(" + "));
    }

    static String combined(Collection<Figure> plus, Collection<Figure> minus) {
        return sum(plus) + minus.stream().map(figure -> " - " + figure.text()).collect(Collectors.joining());
    }

    static String quotient(Figure top, Figure bottom) {
        return top.text() + " ÷ " + bottom.text();
    }
}
