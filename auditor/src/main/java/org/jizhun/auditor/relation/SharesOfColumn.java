package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;

/** A column of percentages that are the shares of another column's figures in their own sum, where no row gives that sum: 很了解 92 28.8%. */
final class SharesOfColumn {

    private static final int LEAST = 3;

    private SharesOfColumn() {}

    static void examine(Table table, Ledger ledger) {
        if (table.rows().stream().anyMatch(Table.Row::total)) {
            return;
        }
        for (Table.Column shares : table.columns()) {
            for (Table.Column parts : table.columns()) {
                List<Check> checks = shares.index() == parts.index() ? List.of() : checks(table, shares, parts);
                long holding = checks.stream()
                        .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                        .count();
                if (holding >= LEAST && 3 * holding >= 2L * checks.size()) {
                    checks.stream()
                            .filter(check -> !ledger.judged(check.equation().result()))
                            .forEach(ledger::check);
                }
            }
        }
    }

    private static List<Check> checks(Table table, Table.Column shares, Table.Column parts) {
        List<Figure> all = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            row.figures().get(parts.index()).ifPresent(all::add);
        }
        boolean alike = all.size() == table.rows().size()
                && all.size() > LEAST
                && all.stream()
                        .allMatch(part -> part.kind() == all.get(0).kind()
                                && part.kind() != Figure.Kind.PERCENT
                                && part.value().signum() >= 0);
        for (Table.Row row : alike ? table.rows() : List.<Table.Row>of()) {
            Optional<Figure> share =
                    row.figures().get(shares.index()).filter(figure -> figure.kind() == Figure.Kind.PERCENT);
            Figure part = row.figures().get(parts.index()).orElseThrow();
            share.ifPresent(figure -> checks.add(new Check(
                    Kind.RATIO,
                    "rate-differs",
                    row.label(),
                    part.text() + " ÷ (" + Formulas.sum(all) + ")",
                    new Equation(figure, Side.of(part), Side.of(all)))));
        }
        return checks;
    }
}
