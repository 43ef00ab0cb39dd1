package org.jizhun.auditor.relation;

import java.util.Collection;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;

/** The checks that many relations enter, each with its formula in the document's own figures. */
final class Checks {

    private Checks() {}

    /** A whole is its parts together. */
    static Check sum(Kind kind, String subject, Figure whole, Collection<Figure> parts) {
        Equation equation = new Equation(whole, Side.of(parts), Side.ONE);
        return new Check(kind, "sum-differs", subject, Formulas.sum(parts), equation);
    }

    /** By so much one figure is more than another. */
    static Check difference(Kind kind, String subject, Figure told, Figure more, Figure less) {
        Equation equation = new Equation(told, Side.of(more).minus(less), Side.ONE);
        return new Check(kind, "difference-differs", subject, more.text() + " - " + less.text(), equation);
    }

    /** A rate, a share, or what is told for one of something. */
    static Check quotient(String subject, Figure told, Figure top, Figure bottom) {
        Equation equation = new Equation(told, Side.of(top), Side.of(bottom));
        return new Check(Kind.RATIO, "rate-differs", subject, Formulas.quotient(top, bottom), equation);
    }
}
