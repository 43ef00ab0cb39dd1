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
import org.jizhun.kernel.quantity.Exact;

/**
 * A column of percentages that are the shares of another column's figures: in their own sum, where no row gives that (很了解 92 28.8%), or in the first
 * or last row, where that one has 100%.
 */
final class SharesOfColumn {

    private static final int LEAST = 3;

    private SharesOfColumn() {}

    static void examine(Table table, Ledger ledger) {
        for (Table.Column shares : table.columns()) {
            for (Table.Column parts : table.columns()) {
                Optional<Table.Row> whole = whole(table, shares);
                boolean closed = whole.isPresent() || table.rows().stream().anyMatch(Table.Row::total);
                List<Check> checks = shares.index() == parts.index()
                        ? List.of()
                        : closed
                                ? whole.map(row -> ofWhole(table, row, shares, parts))
                                        .orElse(List.of())
                                : checks(table, shares, parts);
                long holding = checks.stream()
                        .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                        .count();
                if (holding >= LEAST && 3 * holding >= 2L * checks.size()) {
                    // a share that was cut so that all make up one hundred breaks no convention
                    checks.stream()
                            .filter(check -> !closed || check.equation().judge() != Verdict.AGREES_IF_TRUNCATED)
                            .forEach(ledger::checkUnlessJudged);
                }
            }
        }
    }

    /** The one row whose share is 100%, the first or the last. */
    private static Optional<Table.Row> whole(Table table, Table.Column shares) {
        List<Table.Row> rows = table.rows();
        List<Table.Row> whole = rows.stream()
                .filter(row -> row.figures()
                        .get(shares.index())
                        .filter(figure -> figure.kind() == Figure.Kind.PERCENT
                                && figure.value().equals(Exact.ONE))
                        .isPresent())
                .toList();
        boolean outer = whole.size() == 1
                && (whole.get(0).equals(rows.get(0)) || whole.get(0).equals(rows.get(rows.size() - 1)));
        return outer ? Optional.of(whole.get(0)) : Optional.empty();
    }

    private static List<Check> ofWhole(Table table, Table.Row whole, Table.Column shares, Table.Column parts) {
        List<Check> checks = new ArrayList<>();
        Optional<Figure> all = whole.figures().get(parts.index());
        for (Table.Row row : table.rows()) {
            Optional<Figure> share =
                    row.figures().get(shares.index()).filter(figure -> figure.kind() == Figure.Kind.PERCENT);
            Optional<Figure> part = row.figures().get(parts.index());
            boolean there = all.isPresent() && share.isPresent() && part.isPresent() && !row.equals(whole);
            if (there
                    && part.get().kind() == all.get().kind()
                    && part.get().kind() != Figure.Kind.PERCENT
                    && !all.get().value().isZero()) {
                checks.add(Checks.quotient(row.label(), share.get(), part.get(), all.get()));
            }
        }
        return checks;
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
