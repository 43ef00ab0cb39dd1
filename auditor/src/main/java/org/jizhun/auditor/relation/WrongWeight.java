package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/**
 * Weights that must make up one hundred and do not: the total is given, so one of the weights is wrong. Told is the only one that can be
 * changed to make the sum right without falling below the score beside it.
 */
final class WrongWeight {

    private WrongWeight() {}

    /** The sum of weights, told of the one that is wrong where that is known. */
    static Check of(Table table, List<Integer> grouping, int column, Check check) {
        Figure total = check.equation().result();
        Optional<Table.Column> score = table.column("score");
        if (!total.printed().equals(Exact.HUNDRED)
                || score.isEmpty()
                || check.equation().judge() != Verdict.DIFFERS) {
            return check;
        }
        List<Figure> open = new ArrayList<>();
        for (int row : grouping) {
            Optional<Figure> weight = table.rows().get(row).figures().get(column);
            Optional<Figure> got =
                    table.rows().get(row).figures().get(score.get().index());
            boolean fits = weight.flatMap(own -> check.equation().solve(own, Map.of()))
                    .filter(right -> right.signum() > 0
                            && got.filter(points -> points.value().compareTo(right) <= 0)
                                    .isPresent())
                    .isPresent();
            if (fits) {
                open.add(weight.get());
            }
        }
        if (open.size() != 1) {
            return check;
        }
        Figure wrong = open.get(0);
        Side rest = Side.of(total);
        String formula = total.text();
        for (Figure other : check.equation().inputs()) {
            if (!other.equals(wrong)) {
                rest = rest.minus(other);
                formula += " - " + other.text();
            }
        }
        return new Check(check.kind(), check.code(), check.subject(), formula, new Equation(wrong, rest, Side.ONE));
    }
}
