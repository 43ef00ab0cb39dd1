package org.jizhun.auditor.judge;

import org.jizhun.auditor.finding.Kind;

/**
 * An equation with what it means: the kind of finding it gives where it fails, the message, and the formula in the
 * document's own figures.
 *
 * @param code message for a result that differs
 * @param subject what the result is, in the document's words
 * @param formula such as {@code 163.19 ÷ 17534.51}
 */
public record Check(Kind kind, String code, String subject, String formula, Equation equation) {

    /** An equation is equal to itself only, so that its hash is hash enough. */
    @Override
    public int hashCode() {
        return equation.hashCode();
    }
}
