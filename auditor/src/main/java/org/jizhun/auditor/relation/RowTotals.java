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
 * A column named 合计 or 小计 is the sum of the columns beside it, empty cells being nothing. Which columns these are is
 * decided by the rows: the longest run of columns next to it with which at least two rows and two thirds of them come out.
 */
final class RowTotals implements Relation {

    private static final Sought TOTAL = Sought.of("(?:.{0,8}(?:合计|小计|总计|共计)|总额|总数)(?:数|金额)?(?:（[^）]*）)?");
    private static final Sought OTHER = Sought.of("率|比|占|序号|编号|编码|代码|进度|均|单价|标准|排名|年度$|年份|其中");

    @Override
    public String name() {
        return "row-total";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            for (Table.Column column : table.columns()) {
                if (TOTAL.is(column.heading().replace(" ", "")) || Table.Column.isOfAllScores(column.heading())) {
                    column(table, column.index(), ledger);
                }
            }
        }
    }

    private static void column(Table table, int total, Ledger ledger) {
        List<Check> best = List.of();
        int most = 0;
        for (List<Integer> parts : blocks(table, total)) {
            List<Check> checks = checks(table, total, parts);
            long holding = checks.stream().filter(RowTotals::holds).count();
            long telling = checks.stream()
                    .filter(RowTotals::holds)
                    .filter(check -> check.equation().inputs().size() >= 2)
                    .map(check -> check.equation().result().value())
                    .distinct()
                    .count();
            boolean usual = telling >= 2 && 3 * holding >= 2L * checks.size();
            int weight = (int) (holding * 100 + parts.size());
            if (usual && weight > most) {
                most = weight;
                best = checks;
            }
        }
        best.forEach(ledger::checkUnlessKnown);
    }

    /** Runs of two and more columns that end before the total or begin after it. */
    private static List<List<Integer>> blocks(Table table, int total) {
        List<List<Integer>> blocks = new ArrayList<>();
        for (int step : new int[] {-1, 1}) {
            List<Integer> block = new ArrayList<>();
            for (int index = total + step; index >= 0 && index < table.columns().size(); index += step) {
                if (!isPart(table, index, total)) {
                    break;
                }
                block.add(step < 0 ? 0 : block.size(), index);
                if (block.size() >= 2) {
                    blocks.add(List.copyOf(block));
                }
            }
        }
        return blocks;
    }

    private static boolean isPart(Table table, int index, int total) {
        String heading = table.columns().get(index).heading();
        boolean figures =
                table.rows().stream().anyMatch(row -> row.figures().get(index).isPresent());
        boolean alike = table.rows().stream()
                .allMatch(row -> row.figures()
                        .get(index)
                        .flatMap(part -> row.figures().get(total).map(whole -> part.kind() == whole.kind()))
                        .orElse(true));
        boolean score = table.columns().get(index).unit().equals("分");
        return figures && alike && (score || !OTHER.isIn(heading));
    }

    private static List<Check> checks(Table table, int total, List<Integer> columns) {
        List<Check> checks = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Optional<Figure> whole =
                    row.figures().get(total).filter(figure -> !figure.value().isZero());
            List<Figure> parts = new ArrayList<>();
            boolean readable = true;
            for (int column : columns) {
                Optional<Figure> part = row.figures().get(column);
                part.ifPresent(parts::add);
                readable &= part.isPresent()
                        || row.cells().get(column).text().isBlank()
                        || Sought.kept("[-—–/]+").is(row.cells().get(column).text());
            }
            boolean rates =
                    whole.filter(figure -> figure.kind() == Figure.Kind.PERCENT).isPresent()
                            && Sought.kept(".*(?:率|进度|程度|度)(?:（[^）]*）)?").is(row.label());
            if (whole.isPresent() && readable && !parts.isEmpty() && !rates) {
                Kind kind = whole.get().kind() == Figure.Kind.POINTS ? Kind.ROLLUP : Kind.SUM;
                checks.add(Checks.sum(kind, row.label(), whole.get(), parts));
            }
        }
        return checks;
    }

    private static boolean holds(Check check) {
        return check.equation().judge() != Verdict.DIFFERS;
    }
}
