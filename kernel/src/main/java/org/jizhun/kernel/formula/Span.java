package org.jizhun.kernel.formula;

/** A stretch of a formula's text: from {@code start} up to, not including, {@code end}. */
record Span(int start, int end) {

    static Span over(Syntax first, Syntax last) {
        return new Span(first.span().start(), last.span().end());
    }
}
