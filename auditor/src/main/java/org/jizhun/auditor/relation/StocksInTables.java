package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;

/**
 * A stock in a table, by rows or by columns: 上年滚存结余 | 本年收入 | 本年支出 | 本年收支结余 | 年末滚存结余, 年初数 | 本年增加 | 本年减少 | 年末数. The end is the
 * beginning with what came and without what went, and what the year left over is the one less the other. Where nothing in
 * the table comes out so, only a slip of the pen is told.
 */
final class StocksInTables implements Relation {

    private static final String STOCK = "[^增减]{0,6}(?:结转|结余|结存|余额|库存|存量|数|原值|总额|数量|保有量)?(?:（[^）]*）)?";
    private static final Sought OPENING = Sought.of("(?:加：)?(?:年初|上年末?|期初|上年度|去年末?|以前年度|月初)" + STOCK);
    private static final Sought CLOSING = Sought.of("(?:当|本)?(?:年末|年终|年底|期末|月末)" + STOCK);
    private static final Sought NET =
            Sought.of("(?:本年|当年|本期|当期)?(?:收支)(?:结余|差额|相抵)(?:（[^）]*）)?|(?:本年|当年|本期|当期)(?:结余|盈余)(?:（[^）]*）)?");
    private static final Sought CAME = Sought.of(
            "(?:加：)?(?:本年|当年|本期|年内|期内|本月)?(?:基金|资金)?(?:增加|新增|收入|购入|入库|归集|举借|发行|提取|转入|调入)[数额]?(?:合计|小计|总计)?(?:（[^）]*）)?");
    private static final Sought WENT = Sought.of(
            "(?:减：)?(?:本年|当年|本期|年内|期内|本月)?(?:基金|资金)?(?:减少|支出|偿还|还本|使用|处置|核销|报废|出库|支用|转出|调出)[数额]?(?:合计|小计|总计)?(?:（[^）]*）)?");

    /** Percent within which a table that shows nothing else may fail. */
    private static final int NEAR = 5;

    private record Named(String name, Figure figure) {}

    @Override
    public String name() {
        return "stocks-in-tables";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            enter(byRows(table), ledger);
            enter(byColumns(table), ledger);
        }
    }

    private static List<Check> byRows(Table table) {
        List<Check> checks = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            List<Named> series = new ArrayList<>();
            for (Table.Column column : table.columns()) {
                row.figures().get(column.index()).ifPresent(figure -> series.add(new Named(column.heading(), figure)));
            }
            checks.addAll(checks(row.label(), series));
        }
        return checks;
    }

    private static List<Check> byColumns(Table table) {
        List<Check> checks = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            List<Named> series = new ArrayList<>();
            for (Table.Row row : table.rows()) {
                row.figures().get(column.index()).ifPresent(figure -> series.add(new Named(row.label(), figure)));
            }
            checks.addAll(checks(column.heading(), series));
        }
        return checks;
    }

    private static List<Check> checks(String subject, List<Named> series) {
        List<Named> openings = named(series, OPENING);
        List<Named> closings = named(series, CLOSING);
        List<Named> came = named(series, CAME);
        List<Named> went = named(series, WENT);
        List<Named> nets = named(series, NET);
        List<Check> checks = new ArrayList<>();
        List<Figure> all = series.stream().map(Named::figure).toList();
        boolean flows = came.size() == 1 && went.size() == 1;
        if (flows && nets.size() == 1) {
            change(subject, nets.get(0), came, went)
                    .filter(check -> !Near.isExplained(check.equation(), all))
                    .ifPresent(checks::add);
        }
        if (openings.size() == 1 && closings.size() == 1) {
            Named opening = openings.get(0);
            if (nets.size() == 1) {
                end(subject, closings.get(0), opening, nets, List.of())
                        .filter(check -> !Near.isExplained(check.equation(), all))
                        .ifPresent(checks::add);
            } else if (flows) {
                end(subject, closings.get(0), opening, came, went)
                        .filter(check -> !Near.isExplained(check.equation(), all))
                        .ifPresent(checks::add);
            }
        }
        return checks;
    }

    private static List<Named> named(List<Named> series, Sought word) {
        return series.stream()
                .filter(one -> word.is(one.name().replace(" ", "")))
                .toList();
    }

    private static Optional<Check> change(String subject, Named net, List<Named> came, List<Named> went) {
        Side side = Side.of(came.get(0).figure()).minus(went.get(0).figure());
        String formula =
                came.get(0).figure().text() + " - " + went.get(0).figure().text();
        return check(subject, net.figure(), side, formula);
    }

    private static Optional<Check> end(
            String subject, Named closing, Named opening, List<Named> came, List<Named> went) {
        List<Figure> plus = new ArrayList<>(List.of(opening.figure()));
        came.forEach(one -> plus.add(one.figure()));
        Side side = Side.of(plus);
        String formula = Formulas.sum(plus);
        for (Named one : went) {
            side = side.minus(one.figure());
            formula += " - " + one.figure().text();
        }
        return check(subject, closing.figure(), side, formula);
    }

    private static Optional<Check> check(String subject, Figure result, Side side, String formula) {
        Equation equation = new Equation(result, side, Side.ONE);
        boolean alike = equation.figures().stream().allMatch(figure -> figure.kind() == result.kind());
        return alike
                ? Optional.of(new Check(Kind.DIFFERENCE, "difference-differs", subject, formula, equation))
                : Optional.empty();
    }

    private static void enter(List<Check> checks, Ledger ledger) {
        long holding = checks.stream().filter(StocksInTables::holds).count();
        boolean shown = holding > 0 && holding * 2 >= checks.size();
        checks.stream()
                .filter(check -> holds(check) || shown || Likely.is(check, NEAR))
                .forEach(ledger::check);
    }

    private static boolean holds(Check check) {
        return check.equation().judge() != Verdict.DIFFERS;
    }
}
