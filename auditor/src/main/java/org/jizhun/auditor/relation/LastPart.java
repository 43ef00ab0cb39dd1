package org.jizhun.auditor.relation;

import java.util.List;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/** Which figure is told where few things do not add up. */
final class LastPart {

    /** Where few things do not add up, the last part is taken for the wrong one: the whole stands first and is known best. */
    private static final Exact FEW = Exact.of(9);

    private static final Exact MANY = Exact.of(200);

    private LastPart() {}

    /** Few things that do not add up to a whole which stands elsewhere too: the last part is taken for the wrong one. */
    static Check instead(Check check, Claims claims, Claim whole) {
        Equation equation = check.equation();
        Figure total = whole.figure();
        List<Figure> parts = List.copyOf(equation.top().weights().keySet());
        Figure last = parts.get(parts.size() - 1);
        Exact more = equation.expected().orElse(total.value()).minus(total.value());
        boolean few = check.kind() == Kind.BREAKDOWN
                && equation.result().equals(total)
                && equation.judge() == Verdict.DIFFERS
                && more.abs().compareTo(FEW) <= 0
                && total.value().compareTo(MANY) < 0
                && last.value().compareTo(more) > 0;
        if (!few) {
            return check;
        }
        String name = whole.label() + " " + after(total);
        boolean elsewhere = !NamedFigures.of(claims)
                .best(name, figure -> isAgain(figure, total), 2)
                .isEmpty();
        return elsewhere ? PartsOfWhole.rest(check.kind(), total, parts.subList(0, parts.size() - 1), last) : check;
    }

    private static boolean isAgain(Figure figure, Figure total) {
        return figure.value().equals(total.value()) && figure.isLike(total) && !figure.equals(total);
    }

    /** The words right behind a figure: 家【养老机构】. */
    private static String after(Figure figure) {
        String text = figure.passage().text();
        return text.substring(figure.end(), Math.min(text.length(), figure.end() + 8));
    }
}
