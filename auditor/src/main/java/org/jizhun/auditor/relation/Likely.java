package org.jizhun.auditor.relation;

import java.util.Map;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Verdict;

/**
 * Whether figures that were tied together by words alone belong together, although they do not fit: what they give is the printed
 * figure but for a slip of the pen, in it or in one of them, or at least not far from it.
 */
final class Likely {

    /** Digits of a figure in which one wrong digit is no accident. */
    private static final int LONG = 4;

    private static final int SHORT = 3;

    private Likely() {}

    static boolean is(Check check, int percent) {
        Equation equation = check.equation();
        return equation.judge() == Verdict.DIFFERS && (isSlip(equation) || Near.within(equation, percent));
    }

    /** Whether a slip in the result, or two digits exchanged in an input, makes the equation right. */
    static boolean isSlip(Equation equation) {
        if (equation.judge() != Verdict.DIFFERS) {
            return false;
        }
        Figure result = equation.result();
        boolean own = equation.expected()
                .filter(right -> (result.digits() >= SHORT && NearMisses.isSlip(result, right))
                        || (result.digits() >= LONG && NearMisses.isDigitSlip(result, right)))
                .isPresent();
        return own
                || (equation.isSum()
                        && equation.inputs().stream()
                                .anyMatch(input -> input.digits() >= LONG
                                        && equation.solve(input, Map.of())
                                                .filter(right -> NearMisses.isExchange(input, right))
                                                .isPresent()));
    }
}
