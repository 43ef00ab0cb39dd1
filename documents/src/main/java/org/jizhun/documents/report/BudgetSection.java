package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * 部门整体收支情况: initial, adjusted and final figures by nature and category, with subtotals, totals and rates that are
 * computed here and nowhere else. A sum over a missing figure is missing.
 */
final class BudgetSection {

    private static final List<String> AMOUNTS = List.of("initial", "adjustment", "adjusted", "actual");

    private final Snapshot snapshot;
    private final Figures figures;
    private final List<Block.Row> rows = new ArrayList<>();

    BudgetSection(Snapshot snapshot, Figures figures) {
        this.snapshot = snapshot;
        this.figures = figures;
        if (snapshot.isProject()) {
            snapshot.project()
                    .ifPresent(row -> line("budget.total", Prose.quote(row.text("name")), List.of(row), true));
        } else {
            department();
        }
    }

    List<Block> blocks() {
        if (rows.isEmpty()) {
            return List.of(new Block.Paragraph(Prose.of("收支数据未填，本节无法列示。")));
        }
        Prose sentence = Prose.of(
                "{year}年度，{}{}情况如下：年初预算{budget.total.initial}，调整金额{budget.total.adjustment}，"
                        + "调整后预算{budget.total.adjusted}，预算调整率{budget.total.adjustment-rate}；实际支出"
                        + "{budget.total.actual}，实际支出率{budget.total.rate}。预算和支出情况详见下表：",
                snapshot.self(),
                snapshot.kind());
        return List.of(
                new Block.Paragraph(sentence),
                new Block.Line(Style.CAPTION, Prose.of("{year}年度{}预算和支出情况表", snapshot.kind())),
                new Block.Line(Style.UNIT, Prose.of("单位：万元")),
                new Block.Table(columns(), rows));
    }

    private void department() {
        Map<String, List<Row>> natures = new LinkedHashMap<>();
        List<Row> all = snapshot.facts().rows("budget");
        all.forEach(row -> natures.computeIfAbsent(row.text("nature"), nature -> new ArrayList<>())
                .add(row));
        int nature = 0;
        for (Map.Entry<String, List<Row>> group : natures.entrySet()) {
            nature++;
            String key = "budget." + nature;
            line(key, Prose.of(ChineseNumber.of(nature) + "、{}", group.getKey()), group.getValue(), true);
            int category = 0;
            for (Row row : group.getValue()) {
                category++;
                line(key + "." + category, Prose.of("　{}", row.text("category")), List.of(row), false);
            }
        }
        if (!all.isEmpty()) {
            line("budget.total", Prose.of("本年支出合计"), all, true);
        }
    }

    private void line(String key, Prose label, List<Row> source, boolean strong) {
        String from = source.size() == 1 ? "facts" : "sum";
        @Nullable Exact initial = sum(source, row -> Snapshot.exact(row, "initial"));
        @Nullable Exact adjustment = sum(source, BudgetSection::adjustment);
        @Nullable Exact adjusted = sum(source, BudgetSection::adjusted);
        @Nullable Exact actual = sum(source, row -> Snapshot.exact(row, "actualSpending"));
        figures.amount(key + ".initial", initial, from)
                .amount(key + ".adjustment", adjustment, from)
                .amount(key + ".adjusted", adjusted, from)
                .amount(key + ".actual", actual, from)
                .ratio(key + ".adjustment-rate", adjustment, initial, "adjustment ÷ initial")
                .ratio(key + ".rate", actual, adjusted, "actual ÷ adjusted");
        List<Block.Cell> cells = new ArrayList<>();
        cells.add(Block.Cell.of(label));
        List.of("initial", "adjustment", "adjusted").forEach(each -> cells.add(digits(key, each)));
        cells.add(Block.Cell.of(Prose.figure(key + ".adjustment-rate")));
        cells.add(digits(key, "actual"));
        cells.add(Block.Cell.of(Prose.figure(key + ".rate")));
        rows.add(new Block.Row(strong, cells));
    }

    private static Block.Cell digits(String key, String column) {
        if (!AMOUNTS.contains(column)) {
            throw new IllegalArgumentException(column);
        }
        return Block.Cell.of(Prose.digits(key + "." + column));
    }

    private static List<Block.Column> columns() {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(new Block.Column(Prose.of("按支出性质分类"), 1, Block.Align.LEFT));
        for (String heading : List.of("年初预算数", "调整金额", "调整后预算", "预算调整率", "决算数", "实际支出率")) {
            columns.add(new Block.Column(Prose.of(heading), 1, Block.Align.RIGHT));
        }
        return columns;
    }

    /** Null where any part is missing: never a sum of the rest. */
    private static @Nullable Exact sum(List<Row> rows, Function<Row, @Nullable Exact> part) {
        Exact sum = Exact.ZERO;
        for (Row row : rows) {
            Exact value = part.apply(row);
            if (value == null) {
                return null;
            }
            sum = sum.plus(value);
        }
        return sum;
    }

    /** Given, or what the other two columns leave no choice about. */
    private static @Nullable Exact adjustment(Row row) {
        Exact given = Snapshot.exact(row, "adjustment");
        Exact initial = Snapshot.exact(row, "initial");
        Exact adjusted = Snapshot.exact(row, "adjusted");
        return given != null || initial == null || adjusted == null ? given : adjusted.minus(initial);
    }

    private static @Nullable Exact adjusted(Row row) {
        Exact given = Snapshot.exact(row, "adjusted");
        Exact initial = Snapshot.exact(row, "initial");
        Exact adjustment = Snapshot.exact(row, "adjustment");
        return given != null || initial == null || adjustment == null ? given : initial.plus(adjustment);
    }
}
