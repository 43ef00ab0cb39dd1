package org.jizhun.auditor.relation;

import java.util.Map;
import java.util.stream.Stream;
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

    /** Decimals of a rate that come out by no accident of long figures, however small the rate. */
    private static final int FINE = 2;

    private Likely() {}

    static boolean is(Check check, int percent) {
        Equation equation = check.equation();
        return equation.judge() == Verdict.DIFFERS && (isSlip(equation) || Near.within(equation, percent));
    }

    /** Whether a slip in the result, or a wrong digit in any of the figures, is all that keeps the equation from coming out. */
    static boolean isSlip(Equation equation) {
        Figure result = equation.result();
        return equation.judge() == Verdict.DIFFERS
                && (equation.expected()
                                .filter(right -> result.digits() >= SHORT && NearMisses.isSlip(result, right))
                                .isPresent()
                        || isDigitSlip(equation));
    }

    /** Whether one wrong digit, or two exchanged, in any of the figures is all that keeps the equation from coming out. */
    static boolean isDigitSlip(Equation equation) {
        return equation.judge() == Verdict.DIFFERS
                && (isOfResult(equation) || equation.inputs().stream().anyMatch(input -> isOfInput(equation, input)));
    }

    private static boolean isOfResult(Equation equation) {
        Figure result = equation.result();
        return equation.expected()
                .filter(right -> right.signum() == result.value().signum())
                .filter(right -> NearMisses.isExchange(result, right)
                        || (isTelling(equation) && NearMisses.isDigitSlip(result, right)))
                .isPresent();
    }

    private static boolean isOfInput(Equation equation, Figure input) {
        if (equation.isSum()) {
            return input.tellingDigits() >= LONG
                    && equation.solve(input, Map.of())
                            .filter(right -> NearMisses.isDigitSlip(input, right))
                            .isPresent();
        }
        return isTelling(equation)
                && Stream.concat(NearMisses.exchanges(input).stream(), NearMisses.otherDigits(input).stream())
                        .anyMatch(value -> equation.judge(Map.of(input, value)) == Verdict.AGREES);
    }

    /** Whether the result has too many digits for an accident: 66.67% of a few things has not. */
    private static boolean isTelling(Equation equation) {
        Figure result = equation.result();
        int least = equation.inputs().stream().mapToInt(Figure::digits).min().orElse(0);
        boolean fine = result.kind() == Figure.Kind.PERCENT && result.scale() >= FINE && least >= LONG;
        return fine || (result.tellingDigits() >= LONG && (equation.isSum() || least > 1));
    }
}
