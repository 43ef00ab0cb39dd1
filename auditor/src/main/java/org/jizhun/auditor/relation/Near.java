package org.jizhun.auditor.relation;

import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.kernel.quantity.Exact;

/** Whether a printed result is near enough to the computed one to be meant as the same thing. */
final class Near {

    private Near() {}

    static boolean within(Equation equation, int percent) {
        Exact printed = equation.result().value();
        return equation.expected()
                .map(expected -> printed.minus(expected)
                                .abs()
                                .times(Exact.HUNDRED)
                                .compareTo(expected.abs().times(Exact.of(percent)))
                        <= 0)
                .orElse(false);
    }

    /** Whether the printed figures themselves give the printed result, rounded or cut off: no accident of wide figures. */
    static boolean tight(Equation equation) {
        Figure result = equation.result();
        return equation.expected()
                .filter(value -> result.rounded().holds(value)
                        || result.truncated().holds(value)
                        || (!equation.isSum() && result.roundedQuotient().holds(value)))
                .isPresent();
    }
}
