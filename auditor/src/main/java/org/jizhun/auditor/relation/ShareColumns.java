package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/** A column of shares beside the one column whose figures they are shares of, which most rows show. */
final class ShareColumns {

    private ShareColumns() {}

    static void enter(Table table, Ledger ledger) {
        Optional<Table.Column> share = table.column("share");
        Optional<Table.Row> last =
                table.rows().stream().filter(Table.Row::total).reduce((one, two) -> two);
        if (share.isEmpty() || last.isEmpty()) {
            return;
        }
        List<Check> best = List.of();
        long most = 0;
        for (Table.Column column : table.columns()) {
            List<Check> checks = checks(table, column.index(), share.get().index(), last.get());
            long agreeing = checks.stream()
                    .filter(check -> check.equation().judge() == Verdict.AGREES)
                    .count();
            if (agreeing > most) {
                most = agreeing;
                best = checks;
            }
        }
        if (most * 2 >= best.size()) {
            best.forEach(ledger::check);
        }
    }

    /** Each row is a share of the next total that is itself one hundred percent, as 收入合计 of receipts above 支出合计; else of the last one. */
    private static List<Check> checks(Table table, int column, int share, Table.Row last) {
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            Table.Row total = table.rows().subList(i, table.rows().size()).stream()
                    .filter(below -> below.total()
                            && below.figures()
                                    .get(share)
                                    .filter(rate -> rate.kind() == Figure.Kind.PERCENT
                                            && rate.value().equals(Exact.ONE))
                                    .isPresent())
                    .findFirst()
                    .orElse(last);
            Optional<Figure> whole = total.figures().get(column);
            Optional<Figure> part = row.figures().get(column);
            Optional<Figure> rate = row.figures().get(share);
            if (column != share
                    && whole.isPresent()
                    && part.isPresent()
                    && rate.isPresent()
                    && !row.equals(total)
                    && rate.get().kind() == Figure.Kind.PERCENT
                    && part.get().kind() == whole.get().kind()) {
                checks.add(Checks.quotient(row.label(), rate.get(), part.get(), whole.get()));
            }
        }
        return checks;
    }
}
