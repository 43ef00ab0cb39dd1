package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * 元 for 万元, told by a quotient: 268人次，支出3.15万元，人均117.54万元, where the digits are right and the money is ten thousand times too much. And 万 before
 * a unit of things that a rate tells of: 完成206.10万公里，为目标200公里的103.05%.
 */
final class UnitByQuotient {

    private static final Exact TIMES = Exact.of(10_000);
    private static final int SHORT = 3;

    /** By how many in a hundred the quotient of a table's row may miss what is told for one. */
    private static final int NEAR = 4;

    private static final Sought SPENT = Sought.of("支出|投入|投资|资金|金额|补助");
    private static final Sought EACH = Sought.of("[人户亩次生床台]均|平均每|每");

    private UnitByQuotient() {}

    static void examine(Claims claims, Passage passage, List<Mention> mentions, Ledger ledger) {
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Optional<Pattern> unit = isMoney(mention.figure()) && isLong(mention.figure())
                    ? EachWords.unitOf(mention, passage.text())
                    : Optional.empty();
            if (unit.isPresent() && !CostPerUnit.STANDARD.isIn(mention.before())) {
                Optional<Finding> told = beside(mention, mentions, unit.get());
                told.or(() -> told.isEmpty() ? inTable(mention, claims.tables(), unit.get()) : Optional.empty())
                        .ifPresent(ledger::find);
            }
            if (i >= 2) {
                ofThings(mentions.get(i - 2), mentions.get(i - 1), mention).ifPresent(ledger::find);
            }
        }
    }

    private static boolean isLong(Figure figure) {
        return figure.tellingDigits() >= SHORT || (figure.digits() > SHORT && figure.tellingDigits() == SHORT - 1);
    }

    private static boolean isMoney(Figure figure) {
        return figure.kind() == Figure.Kind.AMOUNT
                && figure.nearness() == Figure.Nearness.EXACT
                && figure.text().endsWith(figure.unit())
                && (figure.unit().equals("元") || figure.unit().equals("万元"));
    }

    /** The amounts and numbers of its sentence and the one before. */
    private static Optional<Finding> beside(Mention each, List<Mention> mentions, Pattern unit) {
        List<Finding> found = new ArrayList<>();
        for (Mention total : mentions) {
            boolean amount =
                    !total.equals(each) && isMoney(total.figure()) && isNear(total, each) && !EACH.isIn(total.before());
            for (Mention count : amount ? mentions : List.<Mention>of()) {
                boolean number = count.figure().kind() == Figure.Kind.COUNT
                        && isNear(count, each)
                        && count.figure().value().signum() > 0
                        && unit.matcher(count.figure().thing()).matches();
                if (!number) {
                    continue;
                }
                Exact quotient = total.figure().value().dividedBy(count.figure().value());
                if (holds(each.figure(), quotient)) {
                    return Optional.empty();
                }
                if (holds(each.figure(), quotient.dividedBy(TIMES))) {
                    small(each.figure(), total.figure(), count.figure()).ifPresent(found::add);
                } else if (holds(each.figure(), quotient.times(TIMES))) {
                    large(each.figure(), total.figure(), count.figure()).ifPresent(found::add);
                }
            }
        }
        return found.stream().findFirst();
    }

    private static boolean isNear(Mention other, Mention each) {
        int apart = each.sentence() - other.sentence();
        return apart >= 0 && apart <= 1 && other.figure().end() <= each.figure().start();
    }

    private static boolean holds(Figure printed, Exact value) {
        return printed.roundedQuotient().holds(value);
    }

    /** Ten thousand times more was spent on each: 元 was meant for 万元 there. */
    private static Optional<Finding> small(Figure each, Figure total, Figure count) {
        return each.unit().equals("元") ? Optional.of(finding(each, "万元", List.of(total, count))) : Optional.empty();
    }

    /** Ten thousand times less: what is told for one is in 元, or the whole in 万元 where it would be less than one's share. */
    private static Optional<Finding> large(Figure each, Figure total, Figure count) {
        if (each.unit().equals("万元")) {
            return Optional.of(finding(each, "元", List.of(total, count)));
        }
        return total.unit().equals("元") && total.value().compareTo(each.value()) < 0
                ? Optional.of(finding(total, "万元", List.of(each, count)))
                : Optional.empty();
    }

    /** 按改造户数计算，户均2.05元, right below a table: the amount and the number of its total row. */
    private static Optional<Finding> inTable(Mention each, List<Table> tables, Pattern unit) {
        int order = each.figure().passage().order();
        for (Table table : tables) {
            boolean above = table.grid().order() < order && order - table.grid().order() <= 2;
            List<Table.Row> totals =
                    table.rows().stream().filter(row -> above && row.total()).toList();
            for (Table.Row row : totals.size() == 1 ? totals : List.<Table.Row>of()) {
                List<Figure> spent = cells(table, row, heading -> SPENT.isIn(heading), Figure.Kind.AMOUNT);
                List<Figure> counts = new ArrayList<>(cells(table, row, unit(unit), Figure.Kind.PLAIN));
                counts.addAll(cells(table, row, unit(unit), Figure.Kind.COUNT));
                for (Figure total : spent) {
                    for (Figure count : counts) {
                        Exact quotient = total.value().dividedBy(count.value());
                        boolean small = each.figure().unit().equals("元")
                                && Near.within(each.figure().value().times(TIMES), quotient, NEAR);
                        boolean large = each.figure().unit().equals("万元")
                                && Near.within(each.figure().value().dividedBy(TIMES), quotient, NEAR);
                        if (small || large) {
                            return Optional.of(finding(each.figure(), small ? "万元" : "元", List.of(total, count)));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a heading ends with a thing of the unit: 户数, 改造户数（户）. */
    private static java.util.function.Predicate<String> unit(Pattern unit) {
        return heading ->
                Sought.kept("数量?$|（[^）]*）|\\s").replaceAll(heading, "").length() > 0
                        && unit.matcher(lastOf(heading)).matches();
    }

    private static String lastOf(String heading) {
        String plain = Sought.kept("（[^）]*）|\\s").replaceAll(heading, "");
        String name = Sought.kept("(?:总数|数量|数)$").replaceFirst(plain, "");
        return name.isEmpty() ? "" : name.substring(name.length() - 1);
    }

    private static List<Figure> cells(
            Table table, Table.Row row, java.util.function.Predicate<String> called, Figure.Kind kind) {
        return table.columns().stream()
                .filter(column -> called.test(column.heading()))
                .flatMap(column -> row.figures().get(column.index()).stream())
                .filter(cell -> cell.kind() == kind && cell.value().signum() > 0)
                .toList();
    }

    /** 206.10万公里，为目标200公里的103.05%: the rate tells that 万 is one too many, of which of the two its size says. */
    private static Optional<Finding> ofThings(Mention one, Mention two, Mention rate) {
        Figure top = one.figure();
        Figure bottom = two.figure();
        boolean pair = rate.figure().kind() == Figure.Kind.PERCENT
                && rate.figure().digits() >= SHORT
                && top.kind() == Figure.Kind.COUNT
                && one.isLike(two)
                && !top.unit().equals(bottom.unit())
                && one.sentence() == rate.sentence()
                && two.sentence() == rate.sentence()
                && bottom.value().signum() > 0
                && top.value().signum() > 0;
        if (!pair) {
            return Optional.empty();
        }
        for (List<Figure> each : List.of(List.of(top, bottom), List.of(bottom, top))) {
            Exact printed = each.get(0).printed().dividedBy(each.get(1).printed());
            boolean right = holds(rate.figure(), printed)
                    && !Near.tight(new Equation(rate.figure(), Side.of(each.get(0)), Side.of(each.get(1))));
            Figure sized = top.unit().startsWith("万") ? top : bottom;
            if (right && sized.unit().startsWith("万") && sized.text().endsWith(sized.unit())) {
                String number = sized.text()
                        .substring(0, sized.text().length() - sized.unit().length());
                return Optional.of(UnitOfAmount.finding(
                        sized,
                        number + sized.unit().substring(1),
                        List.of(
                                (sized.equals(top) ? bottom : top).spot(),
                                rate.figure().spot())));
            }
        }
        return Optional.empty();
    }

    private static Finding finding(Figure wrong, String unit, List<Figure> because) {
        String number =
                wrong.text().substring(0, wrong.text().length() - wrong.unit().length());
        return UnitOfAmount.finding(
                wrong, number + unit, because.stream().map(Figure::spot).toList());
    }
}
