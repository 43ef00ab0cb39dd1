package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Sought;

/** Which rows of a table can make up one of its total rows: only the figures tell which of them do ({@link ColumnSums}). */
final class TotalGroupings {

    private TotalGroupings() {}

    /** The ways rows can make up a total: by level, since the last total, the totals before, or all. */
    static List<List<Integer>> of(Table table, int total) {
        Set<List<Integer>> groupings = new LinkedHashSet<>();
        List<Table.Row> rows = table.rows();
        boolean leads = total == 0;
        List<Integer> all = new ArrayList<>();
        List<Integer> levelOne = new ArrayList<>();
        List<Integer> levelTwo = new ArrayList<>();
        List<Integer> since = new ArrayList<>();
        List<Integer> subtotals = new ArrayList<>();
        List<Integer> named = new ArrayList<>();
        int from = leads ? 1 : 0;
        int to = leads ? rows.size() : total;
        for (int i = from; i < to; i++) {
            if (rows.get(i).figures().stream().noneMatch(Optional::isPresent)) {
                continue;
            }
            if (!rows.get(i).total() || NAMED_TOTAL.is(rows.get(i).label())) {
                named.add(i);
            }
            if (rows.get(i).total()) {
                if (isSubtotal(rows.get(i))) {
                    subtotals.add(i);
                }
                since.clear();
                continue;
            }
            all.add(i);
            since.add(i);
            if (rows.get(i).level() == 1) {
                levelOne.add(i);
            } else if (rows.get(i).level() == 2) {
                levelTwo.add(i);
            }
        }
        groupings.add(levelOne);
        groupings.add(since);
        groupings.add(all);
        groupings.add(subtotals);
        groupings.add(levelTwo);
        groupings.add(withoutParts(rows, all));
        groupings.add(named);
        lastTotal(rows, from, to).ifPresent(last -> {
            List<Integer> further = new ArrayList<>(List.of(last));
            further.addAll(since);
            groupings.add(further);
        });
        if (isSubtotal(rows.get(total)) && isLeading(rows)) {
            groupings.clear();
            groupings.add(following(rows, total));
        }
        groupings.removeIf(rowsOf -> rowsOf.size() < 2);
        return new ArrayList<>(groupings);
    }

    /** 两县合计, of which no row tells the parts: a row like the others. */
    private static final Sought NAMED_TOTAL = Sought.of("[两三四五六七八九十其][\\u4e00-\\u9fa5]{1,6}合计");

    private static boolean isSubtotal(Table.Row row) {
        return row.label().replace(" ", "").endsWith("小计");
    }

    /** Whether the first subtotal stands above all rows, so that each sums up what follows it. */
    private static boolean isLeading(List<Table.Row> rows) {
        return rows.stream()
                .filter(row -> row.figures().stream().anyMatch(Optional::isPresent))
                .filter(row -> !row.total() || isSubtotal(row))
                .findFirst()
                .filter(TotalGroupings::isSubtotal)
                .isPresent();
    }

    /** 决策 小计 above the rows it sums up, as far as the next subtotal. */
    private static List<Integer> following(List<Table.Row> rows, int total) {
        List<Integer> following = new ArrayList<>();
        for (int i = total + 1; i < rows.size() && !rows.get(i).total(); i++) {
            if (rows.get(i).figures().stream().anyMatch(Optional::isPresent)) {
                following.add(i);
            }
        }
        return following;
    }

    /** 本年收入合计 and what follows it, such as 年初结转和结余, make up the total below. */
    private static Optional<Integer> lastTotal(List<Table.Row> rows, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (rows.get(i).total()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Rows that are not announced as part of the row above by 其中 or a number of a lower level. */
    private static List<Integer> withoutParts(List<Table.Row> rows, List<Integer> all) {
        List<Integer> kept = new ArrayList<>();
        for (int i : all) {
            if (!rows.get(i).label().startsWith("其中") && !rows.get(i).label().startsWith("#")) {
                kept.add(i);
            }
        }
        return kept;
    }
}
