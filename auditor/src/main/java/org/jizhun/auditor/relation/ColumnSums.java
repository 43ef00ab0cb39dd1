package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;

/**
 * A total row is the sum of the rows it closes, and a numbered row the sum of the rows under it. Which rows those are is
 * decided by the table itself: the grouping with which most columns come out right; where no column comes out right there
 * is no telling, and nothing is said unless only one grouping is possible.
 */
final class ColumnSums implements Relation {

    /** Percent by which all columns of a table may miss their totals and still be meant as sums. */
    private static final int NEARLY = 6;

    /** The same of one weight, where it is known which one is wrong. */
    private static final int ONE_WEIGHT = 20;

    /** 合计（含预算执行率10分）: the total holds what no row has. */
    private static final Sought MORE = Sought.of("含[^）]*\\d分");

    @Override
    public String name() {
        return "column-sum";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            List<Integer> columns = AddedColumns.of(table);
            if (!columns.isEmpty()) {
                totals(table, columns, ledger);
                parents(table, columns, ledger);
            }
        }
    }

    private static void totals(Table table, List<Integer> columns, Ledger ledger) {
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            if (row.total() && !MORE.isIn(row.label())) {
                List<List<Integer>> groupings = TotalGroupings.of(table, i);
                best(table, i, groupings, columns, ledger);
            }
        }
    }

    private static void parents(Table table, List<Integer> columns, Ledger ledger) {
        List<Table.Row> rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
            Table.Row parent = rows.get(i);
            List<Integer> children = new ArrayList<>();
            for (int child = i + 1; child < rows.size() && isUnder(parent, rows.get(child)); child++) {
                if (children.isEmpty()
                        || rows.get(child).level() == rows.get(children.get(0)).level()) {
                    children.add(child);
                }
            }
            boolean only = children.size() == 1 && isCode(parent) && isCode(rows.get(children.get(0)));
            if (!parent.total() && parent.level() > 0 && (children.size() >= 2 || only)) {
                best(table, i, List.of(children), columns, ledger);
            }
        }
    }

    private static boolean isCode(Table.Row row) {
        return Sought.kept("\\d{3,7}(?:[\\u4e00-\\u9fa5].*)?")
                .is(row.cells().get(0).text());
    }

    private static boolean isUnder(Table.Row parent, Table.Row row) {
        return !row.total() && (row.level() == 0 || row.level() > parent.level());
    }

    private static void best(
            Table table, int total, List<List<Integer>> groupings, List<Integer> columns, Ledger ledger) {
        if (groupings.size() == 1
                && table.rows().get(total).total()
                && flat(checks(table, total, groupings.get(0), columns), ledger)) {
            return;
        }
        List<Check> chosen = List.of();
        int most = -1;
        for (List<Integer> grouping : groupings) {
            List<Check> checks = checks(table, total, grouping, columns);
            int agreeing = (int) checks.stream()
                    .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                    .count();
            if (agreeing > most && !checks.isEmpty()) {
                most = agreeing;
                chosen = checks;
            }
        }
        if (most == 0) {
            chosen = groupings.stream()
                    .map(grouping -> checks(table, total, grouping, columns))
                    .filter(checks -> checks.size() == 1 && MeantAsSum.isNearly(checks.get(0)))
                    .findFirst()
                    .orElse(chosen);
            most = chosen.size() == 1 && MeantAsSum.isNearly(chosen.get(0)) ? 1 : 0;
        }
        boolean only = groupings.size() == 1 && table.rows().get(total).total() && chosen.size() == 1;
        boolean closed = only && MeantAsSum.isClosed(chosen.get(0));
        boolean coded = groupings.size() == 1
                && isCode(table.rows().get(total))
                && groupings.get(0).stream().allMatch(row -> isCode(table.rows().get(row)));
        boolean sure = (most * 2 >= chosen.size() && most > 0)
                || (only && MeantAsSum.isNear(chosen.get(0)) && !MeantAsSum.isNested(chosen.get(0)))
                || closed
                || coded;
        if (sure) {
            chosen.stream()
                    .filter(check -> check.equation().judge() != Verdict.DIFFERS
                            || check.kind() == Kind.WEIGHT
                            || MeantAsSum.isExchanged(check)
                            || !MeantAsSum.isMean(check))
                    .forEach(ledger::check);
        }
    }

    /**
     * All rows make up the total, and there is no other way: where one column shows it, each is held for itself; else all must be
     * nearly right.
     */
    private static boolean flat(List<Check> checks, Ledger ledger) {
        boolean shown = checks.stream()
                .anyMatch(check -> check.equation().judge() != Verdict.DIFFERS && !MeantAsSum.isMean(check));
        boolean nearly = checks.size() >= 2
                && checks.stream()
                        .allMatch(check -> Near.close(check.equation(), NEARLY)
                                || MeantAsSum.isExchanged(check)
                                || (check.kind() == Kind.WEIGHT && Near.close(check.equation(), ONE_WEIGHT)));
        if (!shown && !nearly) {
            return false;
        }
        for (Check check : checks) {
            boolean sum = check.kind() == Kind.WEIGHT || !MeantAsSum.isMean(check);
            boolean told = (sum && (MeantAsSum.isNear(check) || MeantAsSum.isExchanged(check)))
                    || (shown && MeantAsSum.isSlip(check));
            if (check.equation().judge() != Verdict.DIFFERS || told) {
                ledger.check(check);
            }
        }
        return true;
    }

    private static List<Check> checks(Table table, int total, List<Integer> grouping, List<Integer> columns) {
        List<Check> checks = new ArrayList<>();
        for (int column : columns) {
            Optional<Figure> result = table.rows().get(total).figures().get(column);
            List<Figure> parts = new ArrayList<>();
            boolean whole = true;
            for (int row : grouping) {
                Optional<Figure> part = table.rows().get(row).figures().get(column);
                part.ifPresent(parts::add);
                whole &= part.isPresent()
                        || isNothing(table.rows().get(row).cells().get(column).text());
            }
            if (result.isPresent()
                    && whole
                    && (parts.size() >= 2
                            || (parts.size() == 1 && isCode(table.rows().get(total))))) {
                String heading = table.columns().get(column).heading();
                Kind kind = table.columns()
                        .get(column)
                        .measure()
                        .map(ColumnSums::kind)
                        .orElse(Kind.SUM);
                Check check = Checks.sum(
                        kind, heading.isEmpty() ? table.rows().get(total).label() : heading, result.get(), parts);
                checks.add(kind == Kind.WEIGHT ? WrongWeight.of(table, grouping, column, check) : check);
            }
        }
        return checks;
    }

    private static Kind kind(String measure) {
        return switch (measure) {
            case "score" -> Kind.ROLLUP;
            case "weight" -> Kind.WEIGHT;
            default -> Kind.SUM;
        };
    }

    private static boolean isNothing(String cell) {
        return cell.isBlank() || Sought.kept("[-—–/]+").is(cell);
    }
}
