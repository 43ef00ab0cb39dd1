package org.jizhun.auditor.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.text.Sought;

/** Tables that are two side by side, income on the left and expense on the right: each half has names of its own. */
final class TwoSided {

    private static final Sought NAMES = Sought.of(".*(?:项目|科目)(?:名称|（[^）]*）)?|收入|支出|支出按功能分类|支出功能分类|资产|负债(?:和|及)净资产");

    private static final Sought INCOME = Sought.of("收入|资产|来源");

    private TwoSided() {}

    /** The table itself, or its two halves; columns keep their index. */
    static List<Table> halves(Table table) {
        int middle = middle(table);
        return middle < 0 ? List.of(table) : List.of(half(table, 0, middle), half(table, middle, Integer.MAX_VALUE));
    }

    /** The second column of names, figures standing between it and the first. */
    private static int middle(Table table) {
        List<Table.Column> columns = table.columns();
        if (columns.size() < 4 || !NAMES.is(columns.get(0).heading())) {
            return -1;
        }
        for (int index = 2; index < columns.size() - 1; index++) {
            int at = index;
            boolean named = NAMES.is(columns.get(at).heading());
            boolean words =
                    table.rows().stream().noneMatch(row -> figure(row, at).isPresent());
            boolean figures =
                    table.rows().stream().anyMatch(row -> figure(row, at - 1).isPresent());
            if (named && words && figures) {
                return at;
            }
        }
        return -1;
    }

    private static Optional<Figure> figure(Table.Row row, int index) {
        return index < row.figures().size() ? row.figures().get(index) : Optional.empty();
    }

    /** 决算数 of an income is no spending, whether the heading says so or the total below it. */
    private static boolean isSpending(Table table, int from) {
        return !INCOME.isIn(table.columns().get(from).heading())
                && table.rows().stream()
                        .map(row -> label(row, from))
                        .noneMatch(label -> Measures.standard().isTotal(label) && INCOME.isIn(label));
    }

    private static String label(Table.Row row, int from) {
        return from < row.cells().size() ? row.cells().get(from).text() : "";
    }

    private static Table half(Table table, int from, int to) {
        boolean spending = isSpending(table, from);
        List<Table.Column> columns = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            boolean own = column.index() >= from && column.index() < to;
            columns.add(
                    own && spending
                            ? column
                            : new Table.Column(column.index(), column.heading(), Optional.empty(), column.unit()));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            List<Optional<Figure>> figures = new ArrayList<>();
            for (int index = 0; index < row.figures().size(); index++) {
                figures.add(index >= from && index < to ? row.figures().get(index) : Optional.empty());
            }
            String label = label(row, from);
            boolean total = Measures.standard().isTotal(label);
            rows.add(new Table.Row(label, Tables.level(label), total, figures, row.cells()));
        }
        return new Table(table.grid(), columns, rows);
    }
}
