package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * The rate of the whole that the text tells, 从总体看，预算执行率为63.77%, and the total row of the one table that has such a rate: it is that row's
 * own quotient.
 */
final class OverallRate implements Relation {

    private static final Sought OVERALL = Sought.of(
            "(?:总体|整体|全部项目|全部|总的|合计|综合|平均|全[市县区省镇局院校部])[^，。；、\\d]{0,6}，?[^，。；、\\d]{0,12}(?<word>执行率|支出率|支出进度|执行进度|支付率|支付进度|到位率|完成率|资金使用率)(?:约)?(?:为|是|达到?|：)?$");
    /** 从总体看，预算执行率: the word may stand in the clause before. */
    private static final Sought SEEN = Sought.of("从?(?:总体|整体|总量|全部项目|合计)(?:上)?(?:来)?看，[^，。；、\\d]{0,4}$");

    private static final Sought RATE =
            Sought.of("(?<word>执行率|支出率|支出进度|执行进度|支付率|支付进度|到位率|完成率|资金使用率)(?:约)?(?:为|是|达到?|：)?$");
    private static final Sought OTHER = Sought.of("上年|去年|同期|目标|要求|序时|预计|平均|上半年|季度");

    private static final Sought PLANNED = Sought.of("预算|计划|目标|任务|应");
    private static final Sought DONE = Sought.of("支出|支付|执行|完成|到位");
    /** By how many in a hundred a rate may miss the quotient that its words name. */
    private static final int BY_NAME = 25;

    @Override
    public String name() {
        return "overall-rate";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                boolean open = mention.figure().kind() == Figure.Kind.PERCENT
                        && mention.figure().nearness() == Figure.Nearness.EXACT
                        && !mention.bracketed()
                        && isOverall(mention)
                        && !ledger.judged(mention.figure());
                if (open) {
                    told(mention, claims.tables())
                            .or(() -> ofWholes(mention, claims.mentions(passage), ledger))
                            .ifPresent(ledger::check);
                }
            }
        }
    }

    private static boolean isOverall(Mention mention) {
        String text = mention.figure().passage().text();
        String before = text.substring(0, mention.figure().start());
        Matcher rate = RATE.in(mention.before());
        return rate.find()
                && !OTHER.isIn(mention.before())
                && (OVERALL.isIn(mention.before())
                        || SEEN.isIn(before.substring(
                                0, before.length() - rate.group().length())));
    }

    private static Optional<Check> told(Mention rate, List<Table> tables) {
        List<Check> checks = new ArrayList<>();
        for (Table table : tables) {
            Optional<Table.Row> total =
                    table.rows().stream().filter(Table.Row::total).reduce((one, two) -> two);
            total.flatMap(row -> quotient(table, row, rate)).ifPresent(checks::add);
        }
        Optional<Check> holds = checks.stream()
                .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                .findFirst();
        return holds.or(() -> checks.size() == 1 && !isOfTotal(rate.figure(), tables)
                ? checks.stream().filter(OverallRate::isNear).findFirst()
                : Optional.empty());
    }

    /**
     * 预算14335万元，其中…。累计支出7990.30万元，其中…；总体执行率63.74%: the one spent or reached over the one planned, where both are the sums of their
     * parts.
     */
    private static Optional<Check> ofWholes(Mention rate, List<Mention> mentions, Ledger ledger) {
        List<Mention> wholes = mentions.stream()
                .filter(mention -> mention.isMeasured()
                        && mention.figure().end() <= rate.figure().start())
                .filter(mention -> ledger.holding(mention.figure()).stream()
                        .map(Check::equation)
                        .anyMatch(sum -> sum.isSum() && sum.result().equals(mention.figure())))
                .toList();
        List<Mention> planned = wholes.stream()
                .filter(whole -> PLANNED.isIn(whole.before()) && !DONE.isIn(whole.before()))
                .toList();
        List<Mention> done =
                wholes.stream().filter(whole -> DONE.isIn(whole.before())).toList();
        return planned.size() == 1 && done.size() == 1 && planned.get(0).isLike(done.get(0))
                ? Optional.of(Checks.quotient(
                                rate.claim().label(),
                                rate.figure(),
                                done.get(0).figure(),
                                planned.get(0).figure()))
                        .filter(check -> Near.within(check.equation(), BY_NAME))
                : Optional.empty();
    }

    /** Whether the total row of some table prints it: 项目总体执行率 is no rate of all spending. */
    private static boolean isOfTotal(Figure rate, List<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(Table.Row::total)
                .flatMap(row -> row.figures().stream())
                .flatMap(Optional::stream)
                .anyMatch(cell ->
                        cell.kind() == Figure.Kind.PERCENT && cell.value().equals(rate.value()));
    }

    private static boolean isNear(Check check) {
        return Near.within(check.equation(), 10)
                || check.equation()
                        .expected()
                        .filter(right -> NearMisses.isSlip(check.equation().result(), right))
                        .isPresent();
    }

    /** What was spent, or arrived, over what was planned, where the row prints its rate and that is right. */
    private static Optional<Check> quotient(Table table, Table.Row row, Mention rate) {
        boolean arrival = rate.before().contains("到位");
        Optional<Figure> top = figure(table, row, arrival ? "arrived" : "actual");
        Optional<Figure> bottom = figure(table, row, "adjusted")
                .or(() -> figure(table, row, "budget"))
                .or(() -> figure(table, row, "initial"));
        Optional<Figure> printed = figure(table, row, arrival ? "arrival-rate" : "execution-rate")
                .or(() -> figure(table, row, "completion-rate"));
        if (top.isEmpty()
                || bottom.isEmpty()
                || printed.isEmpty()
                || bottom.get().value().isZero()) {
            return Optional.empty();
        }
        boolean right = Near.tight(new Equation(printed.get(), Side.of(top.get()), Side.of(bottom.get())));
        return right
                ? Optional.of(Checks.quotient(rate.claim().label(), rate.figure(), top.get(), bottom.get()))
                : Optional.empty();
    }

    private static Optional<Figure> figure(Table table, Table.Row row, String measure) {
        return table.column(measure).flatMap(column -> row.figures().get(column.index()));
    }
}
