package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A total row is the sum of the rows it closes, and a numbered row the sum of the rows under it. Which rows those are is
 * decided by the table itself: the grouping with which most columns come out right; where no column comes out right there
 * is no telling, and nothing is said unless only one grouping is possible.
 */
final class ColumnSums implements Relation {

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

    /** Percent by which all columns of a table may miss their totals and still be meant as sums. */
    private static final int NEARLY = 6;

    /** The same of one weight, where it is known which one is wrong. */
    private static final int ONE_WEIGHT = 20;

    private static final int MOST_PARTS = 12;

    /** 合计（含预算执行率10分）: the total holds what no row has. */
    private static final Sought MORE = Sought.of("含[^）]*\\d分");

    @Override
    public String name() {
        return "column-sum";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            List<Integer> columns = added(table);
            if (!columns.isEmpty()) {
                totals(table, columns, ledger);
                parents(table, columns, ledger);
            }
        }
    }

    private static List<Integer> added(Table table) {
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
                    .filter(checks -> checks.size() == 1 && isNearly(checks.get(0)))
                    .findFirst()
                    .orElse(chosen);
            most = chosen.size() == 1 && isNearly(chosen.get(0)) ? 1 : 0;
        }
        boolean only = groupings.size() == 1 && table.rows().get(total).total() && chosen.size() == 1;
        boolean closed = only && isClosed(chosen.get(0));
        boolean coded = groupings.size() == 1
                && isCode(table.rows().get(total))
                && groupings.get(0).stream().allMatch(row -> isCode(table.rows().get(row)));
        boolean sure = (most * 2 >= chosen.size() && most > 0)
                || (only && near(chosen.get(0)) && !isNested(chosen.get(0)))
                || closed
                || coded;
        if (sure) {
            chosen.stream()
                    .filter(check -> check.equation().judge() != Verdict.DIFFERS
                            || check.kind() == Kind.WEIGHT
                            || isExchanged(check)
                            || !isMean(check))
                    .forEach(ledger::check);
        }
    }

    /** 基本支出, 人员经费, 公用经费, 项目支出: rows that make up the one above them, without which the total is right. */
    private static boolean isNested(Check check) {
        List<Exact> rows = check.equation().inputs().stream().map(Figure::value).toList();
        Exact total = check.equation().result().value();
        Exact sum = rows.stream().reduce(Exact.ZERO, Exact::plus);
        for (int row = 0; row < rows.size(); row++) {
            Exact parts = Exact.ZERO;
            for (int part = row + 1; part < rows.size() && parts.compareTo(rows.get(row)) < 0; part++) {
                parts = parts.plus(rows.get(part));
            }
            if (parts.equals(rows.get(row)) && sum.minus(parts).equals(total)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no choice of its rows makes up a total, so that it cannot be one of rows and their parts. */
    private static boolean isClosed(Check check) {
        List<Exact> parts =
                check.equation().inputs().stream().map(Figure::value).toList();
        Figure result = check.equation().result();
        Exact total = result.value();
        boolean alike = check.equation().figures().stream().allMatch(figure -> figure.kind() == result.kind());
        if (!alike || parts.size() > MOST_PARTS || parts.stream().anyMatch(part -> part.signum() < 0)) {
            return false;
        }
        for (int chosen = 1; chosen < 1 << parts.size(); chosen++) {
            Exact sum = Exact.ZERO;
            for (int i = 0; i < parts.size(); i++) {
                sum = (chosen & 1 << i) != 0 ? sum.plus(parts.get(i)) : sum;
            }
            if (sum.equals(total)) {
                return false;
            }
        }
        return true;
    }

    /**
     * All rows make up the total, and there is no other way: where one column shows it, each is held for itself; else all must be
     * nearly right.
     */
    private static boolean flat(List<Check> checks, Ledger ledger) {
        boolean shown =
                checks.stream().anyMatch(check -> check.equation().judge() != Verdict.DIFFERS && !isMean(check));
        boolean nearly = checks.size() >= 2
                && checks.stream()
                        .allMatch(check -> Near.close(check.equation(), NEARLY)
                                || isExchanged(check)
                                || (check.kind() == Kind.WEIGHT && Near.close(check.equation(), ONE_WEIGHT)));
        if (!shown && !nearly) {
            return false;
        }
        for (Check check : checks) {
            boolean sum = check.kind() == Kind.WEIGHT || !isMean(check);
            boolean told = (sum && (near(check) || isExchanged(check))) || (shown && isSlip(check));
            if (check.equation().judge() != Verdict.DIFFERS || told) {
                ledger.check(check);
            }
        }
        return true;
    }

    /** Whether another digit of the total, or two exchanged, makes the sum right: 81 for 18, where other columns show that rows add up. */
    private static boolean isSlip(Check check) {
        Figure total = check.equation().result();
        return total.digits() > 1
                && check.equation()
                        .expected()
                        .filter(right -> NearMisses.isDigitSlip(total, right))
                        .isPresent();
    }

    /** Whether two digits exchanged in one of its figures make the sum right. */
    private static boolean isExchanged(Check check) {
        return check.equation().figures().stream()
                .anyMatch(figure -> check.equation()
                        .solve(figure, Map.of())
                        .filter(right -> NearMisses.isExchange(figure, right))
                        .isPresent());
    }

    /** Two rows that make up a total but for less than a hundredth of it, or for two digits exchanged. */
    private static boolean isNearly(Check check) {
        return isExchanged(check) || (check.equation().inputs().size() == 2 && Near.close(check.equation(), 1));
    }

    /** A total between its smallest and its largest part is a mean and no sum, unless only one part is large. */
    private static boolean isMean(Check check) {
        Exact total = check.equation().result().value();
        List<Exact> parts =
                check.equation().inputs().stream().map(Figure::value).toList();
        Exact sum = parts.stream().reduce(Exact.ZERO, Exact::plus);
        Exact least = parts.stream().reduce(Exact::min).orElse(Exact.ZERO);
        Exact most = parts.stream().reduce(Exact::max).orElse(Exact.ZERO);
        boolean one = most.times(Exact.of(10)).compareTo(sum.times(Exact.of(8))) > 0;
        return total.compareTo(least) >= 0 && total.compareTo(most) <= 0 && least.signum() > 0 && !one;
    }

    /** A single column that is out by less than half is a wrong sum; more than that is no sum. */
    private static boolean near(Check check) {
        return check.equation()
                .expected()
                .filter(expected -> !expected.isZero())
                .map(expected -> check.equation().result().value().dividedBy(expected))
                .map(part -> part.compareTo(org.jizhun.kernel.quantity.Exact.ofDecimal(5, 1)) > 0
                        && part.compareTo(org.jizhun.kernel.quantity.Exact.ofDecimal(15, 1)) < 0)
                .orElse(false);
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
                checks.add(kind == Kind.WEIGHT ? ofWeights(table, grouping, column, check) : check);
            }
        }
        return checks;
    }

    /**
     * Weights that must make up one hundred and do not: the total is given, so one of the weights is wrong. Told is the only one
     * that can be changed to make the sum right without falling below the score beside it.
     */
    private static Check ofWeights(Table table, List<Integer> grouping, int column, Check check) {
        Figure total = check.equation().result();
        Optional<Table.Column> score = table.column("score");
        if (!total.printed().equals(Exact.HUNDRED)
                || score.isEmpty()
                || check.equation().judge() != Verdict.DIFFERS) {
            return check;
        }
        List<Figure> open = new ArrayList<>();
        for (int row : grouping) {
            Optional<Figure> weight = table.rows().get(row).figures().get(column);
            Optional<Figure> got =
                    table.rows().get(row).figures().get(score.get().index());
            boolean fits = weight.flatMap(own -> check.equation().solve(own, Map.of()))
                    .filter(right -> right.signum() > 0
                            && got.filter(points -> points.value().compareTo(right) <= 0)
                                    .isPresent())
                    .isPresent();
            if (fits) {
                open.add(weight.get());
            }
        }
        if (open.size() != 1) {
            return check;
        }
        Figure wrong = open.get(0);
        Side rest = Side.of(total);
        String formula = total.text();
        for (Figure other : check.equation().inputs()) {
            if (!other.equals(wrong)) {
                rest = rest.minus(other);
                formula += " - " + other.text();
            }
        }
        return new Check(check.kind(), check.code(), check.subject(), formula, new Equation(wrong, rest, Side.ONE));
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
