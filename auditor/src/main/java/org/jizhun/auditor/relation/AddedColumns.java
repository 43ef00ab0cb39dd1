package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** Which columns of a table have a sum: amounts, numbers, points and shares of a whole, and no rates, standards or ranks. */
final class AddedColumns {

    private static final Set<String> NOT_ADDED = Set.of(
            "execution-rate",
            "adjustment-rate",
            "completion-rate",
            "score-rate",
            "use-rate",
            "growth",
            "unit-price",
            "target",
            "achieved");

    private static final Sought RATES = Sought.of(
            "百分点|(?:与|较|比|高于|低于|快于|慢于).{0,8}(?:进度|率|比重|占比|标准|平均)|均(?:投资|成本|支出|费用|补助|水平|得分|收入|资助)|(?:标准|单价|费率|税率|系数|排名|名次|位次|增减幅度|增速)$|每.{1,6}(?:成本|费用|投资|支出)|单位.{0,4}(?:成本|造价|投资)");

    private AddedColumns() {}

    /** By their index. */
    static List<Integer> of(Table table) {
        List<Integer> columns = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            boolean rate = column.measure().map(NOT_ADDED::contains).orElse(false)
                    || Sought.kept(".*(?:率|均|人均.{0,6}|平均.{0,6}|单位成本|单价|编号|序号|年份|年度|进度|程度|幅度|[增减升降]幅?（?%）?|%)(?:（.*）)?$")
                            .is(column.heading());
            long percents = table.rows().stream()
                    .flatMap(row -> row.figures().get(column.index()).stream())
                    .filter(figure -> figure.kind() == Figure.Kind.PERCENT)
                    .count();
            boolean share = column.measure().equals(Optional.of("share"))
                    || column.measure().equals(Optional.of("weight"));
            if (!rate && (percents == 0 || (share && isOfWhole(table, column.index()))) && !isOfRates(column)) {
                columns.add(column.index());
            }
        }
        return columns;
    }

    /** Shares make up one hundred, or nearly so; 决算数占年初预算数的比重 of each row does not. */
    private static boolean isOfWhole(Table table, int column) {
        Exact sum = table.rows().stream()
                .filter(row -> !row.total() && row.level() < 2)
                .flatMap(row -> row.figures().get(column).stream())
                .filter(figure -> figure.kind() == Figure.Kind.PERCENT)
                .map(Figure::value)
                .reduce(Exact.ZERO, Exact::plus);
        return sum.compareTo(Exact.of(2)) < 0;
    }

    /** 与时序进度相比, 较目标差额（百分点）, 发放标准: points of rates, standards and ranks have no sum. */
    private static boolean isOfRates(Table.Column column) {
        return RATES.isIn(Sought.kept("（[^）]*(?:元|亩|人|个|台|平方米|公里)[^）]*）$").replaceAll(column.heading(), ""));
    }
}
