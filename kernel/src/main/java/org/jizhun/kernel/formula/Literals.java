package org.jizhun.kernel.formula;

import java.time.LocalDate;
import java.time.Period;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.quantity.Exact;

/** What a formula says outright: numbers with or without a unit, text, dates and durations, truth values and null. */
final class Literals {

    private final Tokens tokens;
    private final Heights heights;

    Literals(Tokens tokens, Heights heights) {
        this.tokens = tokens;
        this.heights = heights;
    }

    Syntax number() {
        Token token = tokens.next();
        Exact number = Exact.parse(token.text());
        Token unit = tokens.peek();
        if (!unit.is("%") && !(unit.type() == Token.Type.WORD && Units.known(unit.text()))) {
            refuseUnknownUnit(unit);
            return heights.built(new Syntax.Constant(token.span(), number, number.isZero() ? Kinds.ZERO : Kind.NUMBER));
        }
        tokens.next();
        Span span = new Span(token.span().start(), unit.span().end());
        Syntax.Constant literal = Units.literal(span, number, unit.text());
        if (literal == null) {
            throw new Fault(span, "formula-days-not-whole", "found", token.text());
        }
        return heights.built(literal);
    }

    private void refuseUnknownUnit(Token unit) {
        if (unit.type() == Token.Type.WORD && !WordForms.isReserved(unit.text())) {
            throw new Fault(unit.span(), "formula-unit-unknown", "found", unit.text());
        }
    }

    Syntax text() {
        Token token = tokens.next();
        return heights.built(new Syntax.Constant(token.span(), token.text(), Kind.TEXT));
    }

    Syntax temporal() {
        Token sign = tokens.next();
        Token text = tokens.next();
        if (text.type() != Token.Type.TEXT) {
            throw Tokens.unexpected(text, "引号中的日期或期间", "a date or duration in quotes");
        }
        Span span = new Span(sign.span().start(), text.span().end());
        LocalDate date = Temporals.date(text.text());
        if (date != null) {
            return heights.built(new Syntax.Constant(span, date, Kind.DATE));
        }
        Period period = Temporals.duration(text.text());
        if (period != null) {
            return heights.built(new Syntax.Constant(span, period, Kind.DURATION));
        }
        throw new Fault(span, "formula-date-wrong", "found", text.text());
    }

    Syntax word() {
        Token token = tokens.next();
        return heights.built(
                token.isWord("null")
                        ? new Syntax.Constant(token.span(), null, Kinds.NOTHING)
                        : new Syntax.Constant(token.span(), token.isWord("true"), Kind.BOOLEAN));
    }
}
