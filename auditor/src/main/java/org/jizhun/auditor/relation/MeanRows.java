package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** A row 平均 or 合计 that closes a column with the mean of its rows, plain or weighted by the column of weights. */
final class MeanRows {

    private MeanRows() {}

    static void examine(Table table, Ledger ledger) {
        for (Table.Row row : table.rows()) {
            boolean average = Sought.kept("(?:平均|平均值|均值|平均数|平均得分|平均分)").is(row.label());
            if (row.total() || average) {
                for (Table.Column column : table.columns()) {
                    row.figures()
                            .get(column.index())
                            .filter(figure -> !ledger.judged(figure))
                            .ifPresent(figure -> closing(table, row, column, figure, average, ledger));
                }
            }
        }
    }

    private static void closing(
            Table table, Table.Row closing, Table.Column column, Figure figure, boolean average, Ledger ledger) {
        List<Figure> parts = new ArrayList<>();
        Map<Figure, Exact> weighted = new LinkedHashMap<>();
        Optional<Table.Column> weight = table.column("weight").or(() -> table.column("share"));
        for (Table.Row row : table.rows()) {
            Optional<Figure> part = row.figures().get(column.index());
            if (row.equals(closing)
                    || part.isEmpty()
                    || row.total()
                    || part.get().kind() != figure.kind()) { // 得分率 below 平均得分
                continue;
            }
            parts.add(part.get());
            weight.flatMap(by -> row.figures().get(by.index()))
                    .filter(by -> by.kind() == Figure.Kind.PERCENT)
                    .ifPresent(by -> weighted.put(part.get(), by.value()));
        }
        if (parts.size() < 2) {
            return;
        }
        Equation mean = new Equation(figure, Side.of(parts), Side.constant(Exact.of(parts.size())));
        boolean whole = weighted.size() == parts.size()
                && weighted.values().stream().reduce(Exact.ZERO, Exact::plus).equals(Exact.ONE)
                && !weight.map(by -> by.index() == column.index()).orElse(true);
        Equation byWeight = new Equation(figure, whole ? new Side(weighted, Exact.ZERO) : Side.ONE, Side.ONE);
        boolean scored = column.measure().filter("score"::equals).isPresent()
                || column.heading().endsWith("率")
                || column.heading().endsWith("度");
        if (whole && (byWeight.judge() != Verdict.DIFFERS || (scored && Near.within(byWeight, 15)))) {
            ledger.check(new Check(
                    Kind.WEIGHTED_MEAN, "mean-differs", column.heading(), Formulas.weighted(weighted), byWeight));
        } else if (average && (mean.judge() != Verdict.DIFFERS || Near.within(mean, 20))) {
            ledger.check(new Check(
                    Kind.AVERAGE,
                    "mean-differs",
                    column.heading(),
                    "(" + Formulas.sum(parts) + ") ÷ " + parts.size(),
                    mean));
        } else if (figure.kind() == Figure.Kind.PERCENT && isRate(column) && WholeAmongParts.isOutside(figure, parts)) {
            WholeAmongParts.outside(figure, parts, ledger);
        }
    }

    /** A rate whose parts have one and the same base each: growth and shares are none. */
    private static boolean isRate(Table.Column column) {
        return Sought.kept(".*(?:完成率|执行率|支出率|合格率|满意度|得分率|到位率|覆盖率|利用率|进度)(?:（.*）)?$")
                .is(column.heading());
    }
}
