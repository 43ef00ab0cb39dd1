package org.jizhun.auditor.relation;

import java.util.List;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/** Whether a printed result is near enough to the computed one to be meant as the same thing. */
final class Near {

    private static final int LONG = 3;

    private Near() {}

    /** So near, or one wrong digit or two exchanged away from it. */
    static boolean within(Equation equation, int percent) {
        return close(equation, percent) || Likely.isDigitSlip(equation);
    }

    /** So near, whatever the digits. */
    static boolean close(Equation equation, int percent) {
        return equation.expected()
                .filter(expected -> within(equation.result().value(), expected, percent))
                .isPresent();
    }

    static boolean within(Exact value, Exact other, int percent) {
        return value.minus(other)
                        .abs()
                        .times(Exact.HUNDRED)
                        .compareTo(other.abs().times(Exact.of(percent)))
                <= 0;
    }

    /** Whether the printed figures give the printed result rounded. */
    static boolean rounded(Equation equation) {
        return equation.judge() == Verdict.AGREES
                && equation.expected()
                        .filter(equation.result().rounded()::holds)
                        .isPresent();
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

    /** Whether what an equation is out by is another figure printed beside it, which it leaves out: 收回20.00. */
    static boolean isExplained(Equation equation, List<Figure> beside) {
        if (equation.judge() != Verdict.DIFFERS) {
            return false;
        }
        return equation.expected()
                .map(right -> right.minus(equation.result().value()).abs())
                .filter(apart -> beside.stream()
                        .anyMatch(figure -> !equation.figures().contains(figure)
                                && figure.value().abs().equals(apart)))
                .isPresent();
    }

    /** 结余143.65万元；已完成投资中尚有132.28万元未支付: what the inputs make is told beside as another long figure, so that the printed one is no result of theirs. */
    static boolean isAnother(Equation equation, List<Figure> beside) {
        return equation.judge() == Verdict.DIFFERS
                && equation.expected()
                        .filter(right -> beside.stream()
                                .anyMatch(figure -> figure.digits() > LONG
                                        && !equation.figures().contains(figure)
                                        && figure.value().equals(right)))
                        .isPresent();
    }
}
