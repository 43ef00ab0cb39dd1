package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A column that tells how far each rate of another column is from one and the same norm: 与序时进度差（百分点） beside 执行率. Three rows at least, and twice
 * as many as not, show the norm; it holds for the others as well.
 */
final class ConstantOffset implements Relation {

    private static final Sought DISTANCE = Sought.of("差|偏离|偏差|高于|低于|进度比|比.*进度|领先|滞后");
    private static final int LEAST_ROWS = 3;

    @Override
    public String name() {
        return "constant-offset";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            for (Table.Column told : table.columns()) {
                if (DISTANCE.isIn(told.heading())) {
                    for (Table.Column rate : table.columns()) {
                        if (rate.index() != told.index()) {
                            column(table, told.index(), rate.index(), ledger);
                        }
                    }
                }
            }
        }
    }

    private static void column(Table table, int told, int rate, Ledger ledger) {
        List<Table.Row> rows = new ArrayList<>();
        Map<Exact, Integer> votes = new HashMap<>();
        for (Table.Row row : table.rows()) {
            Optional<Figure> distance = row.figures().get(told).filter(figure -> figure.kind() != Figure.Kind.AMOUNT);
            Optional<Figure> own = row.figures().get(rate).filter(figure -> figure.kind() == Figure.Kind.PERCENT);
            if (distance.isPresent() && own.isPresent()) {
                rows.add(row);
                votes.merge(own.get().value().minus(inShares(distance.get())), 1, Integer::sum);
            }
        }
        Optional<Map.Entry<Exact, Integer>> most = votes.entrySet().stream().max(Map.Entry.comparingByValue());
        boolean pattern = most.isPresent()
                && most.get().getValue() >= LEAST_ROWS
                && 2 * (rows.size() - most.get().getValue()) <= most.get().getValue()
                && !most.get().getKey().isZero();
        if (!pattern) {
            return;
        }
        Exact norm = most.get().getKey();
        for (Table.Row row : rows) {
            Figure distance = row.figures().get(told).orElseThrow();
            Figure own = row.figures().get(rate).orElseThrow();
            Exact size = distance.kind() == Figure.Kind.PLAIN ? Exact.HUNDRED : Exact.ONE;
            Equation equation = new Equation(
                    distance, new Side(Map.of(own, size), norm.times(size).negate()), Side.ONE);
            if (equation.judge() == Verdict.DIFFERS && hasOwnNorm(row, distance, own)) {
                continue;
            }
            String formula = own.text() + " - " + norm.times(Exact.HUNDRED) + "%";
            ledger.check(new Check(Kind.DIFFERENCE, "difference-differs", row.label(), formula, equation));
        }
    }

    /** 26.47% at a planned 50% is -23.53: the row has a norm of its own. */
    private static boolean hasOwnNorm(Table.Row row, Figure distance, Figure own) {
        Exact apart = inShares(distance);
        return row.figures().stream()
                .flatMap(Optional::stream)
                .filter(other -> !other.equals(own) && other.kind() == Figure.Kind.PERCENT)
                .anyMatch(other -> own.value().minus(other.value()).equals(apart));
    }

    /** Points printed without their unit are hundredths. */
    private static Exact inShares(Figure distance) {
        return distance.kind() == Figure.Kind.PLAIN ? distance.value().dividedBy(Exact.HUNDRED) : distance.value();
    }
}
