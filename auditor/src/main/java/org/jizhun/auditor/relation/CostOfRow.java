package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Sought;

/**
 * So much for one, reckoned by a column that the words name: 按实际完成人数计算，人均支出1892.49元 below a table with 支出 and 完成人数. It is the quotient of the
 * total row, and told too where another number of the row, such as 任务人数, gives what is printed.
 */
final class CostOfRow {

    private static final Sought BY = Sought.of("按照?(?<name>[^，。；、\\d]{2,14}?)(?:计算|测算|核算|折算|平均)，[^，。；\\d]*$");
    private static final Sought SPENT = Sought.of("支出|执行数|支付");
    private static final Sought PLAN = Sought.of("预算|计划|下达|安排|率|占比");

    /** By how many in a hundred what is told may miss the quotient. */
    private static final int NEAR = 12;

    private static final int FAR = 40;

    /** How many passages a table may stand before what is said of it. */
    private static final int BEFORE = 3;

    private static final int NAME = 2;

    private CostOfRow() {}

    static Optional<Check> of(Mention each, Claims claims) {
        String text = each.figure().passage().text();
        Matcher by = BY.in(text.substring(0, each.figure().start()));
        return by.find() && !PLAN.isIn(each.before()) ? of(each, by.group("name"), claims) : Optional.empty();
    }

    private static Optional<Check> of(Mention each, String name, Claims claims) {
        int order = each.figure().passage().order();
        for (Table table : claims.tables()) {
            int apart = order - table.grid().order();
            List<Table.Row> totals =
                    table.rows().stream().filter(Table.Row::total).toList();
            if (apart <= 0 || apart > BEFORE || totals.size() != 1) {
                continue;
            }
            List<Figure> spent = new ArrayList<>();
            List<Figure> named = new ArrayList<>();
            List<Figure> others = new ArrayList<>();
            for (Table.Column column : table.columns()) {
                String heading = Sought.kept("（[^）]*）|\\s").replaceAll(column.heading(), "");
                Optional<Figure> cell = totals.get(0).figures().get(column.index());
                if (cell.isEmpty() || cell.get().value().signum() <= 0) {
                    continue;
                }
                boolean number =
                        cell.get().kind() == Figure.Kind.PLAIN || cell.get().kind() == Figure.Kind.COUNT;
                if (number) {
                    (isCalled(heading, name) ? named : others).add(cell.get());
                } else if (cell.get().kind() == Figure.Kind.AMOUNT && SPENT.isIn(heading) && !PLAN.isIn(heading)) {
                    spent.add(cell.get());
                }
            }
            if (spent.size() == 1 && named.size() == 1) {
                return told(each, spent.get(0), named.get(0), others);
            }
        }
        return Optional.empty();
    }

    /** 完成人数 for 实际完成人数, 户数 for 改造户数. */
    private static boolean isCalled(String heading, String name) {
        return heading.length() >= NAME && (name.endsWith(heading) || heading.endsWith(name));
    }

    private static Optional<Check> told(Mention each, Figure spent, Figure number, List<Figure> others) {
        Check check = Checks.quotient(each.claim().label(), each.figure(), spent, number);
        boolean byOther = Near.within(check.equation(), FAR)
                && others.stream()
                        .anyMatch(other -> Near.tight(
                                Checks.quotient("", each.figure(), spent, other).equation()));
        return Optional.of(check)
                .filter(any -> Near.tight(any.equation())
                        || byOther
                        || Likely.isSlip(any.equation())
                        || Near.close(any.equation(), NEAR));
    }
}
