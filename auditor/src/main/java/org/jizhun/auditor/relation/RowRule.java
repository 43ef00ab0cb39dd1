package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/**
 * A rule that the text states for one indicator, 项目验收率每低于目标1个百分点扣0.5分（不足1个百分点的不扣）, applied to the one table row of that name: its score is the weight
 * less what its result falls short of the target. A row with a rule of its own is not scored as the others are.
 */
final class RowRule {

    private static final Sought RULE = Sought.of(
            Pattern.compile(
                    "(?:^|[，。；：、])(?<name>[\\u4e00-\\u9fa5]{3,16}?)(?:指标)?，?每(?:低于?|少于?|未达到?|下降|减少)(?:年度)?(?:目标值?|指标值?|标准值?)?(?<step>\\d+(?:\\.\\d+)?|一)个百分点，?(?:相应)?扣(?:减|除)?(?<points>\\d+(?:\\.\\d+)?)分(?<after>[（，][^。；]{0,20})?"),
            "每",
            "百",
            "扣");
    private static final Sought UP = Sought.of("不足[^，。；]{1,12}按[^，。；]{1,10}(?:计|算|扣)");
    private static final Sought DOWN = Sought.of("不足[^，。；]{1,16}(?:不扣|不计|舍去|忽略)");

    /** A row with what the rule says of its score, where its result falls short. */
    private record Ruled(Table.Row row, Optional<Check> check) {}

    private record All(List<Ruled> rows) {}

    private RowRule() {}

    static void examine(Claims claims, Ledger ledger) {
        all(claims).forEach(ruled -> ruled.check().ifPresent(ledger::check));
    }

    /** The rows that have a rule of their own. */
    static Set<Table.Row> rows(Claims claims) {
        Set<Table.Row> rows = new HashSet<>();
        all(claims).forEach(ruled -> rows.add(ruled.row()));
        return rows;
    }

    private static List<Ruled> all(Claims claims) {
        return claims.derived(All.class, RowRule::read).rows();
    }

    private static All read(Claims claims) {
        List<Ruled> all = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            Matcher rule = RULE.in(passage);
            while (rule.find()) {
                ruled(claims, rule).ifPresent(all::add);
            }
        }
        return new All(List.copyOf(all));
    }

    private static Optional<Ruled> ruled(Claims claims, Matcher rule) {
        Table of = null;
        Table.Row found = null;
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                boolean named =
                        row.cells().stream().anyMatch(cell -> cell.text().equals(rule.group("name")));
                if (named && found != null) {
                    return Optional.empty();
                }
                of = named ? table : of;
                found = named ? row : found;
            }
        }
        if (of == null || found == null) {
            return Optional.empty();
        }
        Optional<Figure> target = TargetRows.figure(of, found, "target");
        Optional<Figure> achieved = TargetRows.figure(of, found, "achieved");
        Optional<Figure> weight = TargetRows.figure(of, found, "weight");
        Optional<Figure> score = TargetRows.figure(of, found, "score");
        boolean whole = target.isPresent() && achieved.isPresent() && weight.isPresent() && score.isPresent();
        boolean rates = whole
                && target.get().kind() == Figure.Kind.PERCENT
                && achieved.get().kind() == Figure.Kind.PERCENT
                && achieved.get().value().compareTo(target.get().value()) < 0;
        return Optional.of(new Ruled(
                found,
                rates ? check(rule, target.get(), achieved.get(), weight.get(), score.get()) : Optional.empty()));
    }

    /** The first way to count a step begun that gives the score, else the first the words leave. */
    private static Optional<Check> check(Matcher rule, Figure target, Figure achieved, Figure weight, Figure score) {
        Exact step = rule.group("step").equals("一") ? Exact.ONE : Exact.parse(rule.group("step"));
        Exact points = Exact.parse(rule.group("points"));
        if (step.isZero()) {
            return Optional.empty();
        }
        Exact steps =
                target.value().minus(achieved.value()).times(Exact.HUNDRED).dividedBy(step);
        Exact up = Exact.of(steps.toDecimal(new Rounding(0, Rounding.Mode.CEILING)));
        Exact down = Exact.of(steps.toDecimal(new Rounding(0, Rounding.Mode.FLOOR)));
        String after = Optional.ofNullable(rule.group("after")).orElse("");
        List<Exact> ways = UP.isIn(after) ? List.of(up) : DOWN.isIn(after) ? List.of(down) : List.of(steps, up, down);
        Optional<Check> first = Optional.empty();
        for (Exact way : ways) {
            Exact off = way.times(points).min(weight.value());
            Check check = new Check(
                    Kind.RULE,
                    "rule-differs",
                    rule.group("name"),
                    weight.text() + " - (" + target.text() + " - " + achieved.text() + ") × " + rule.group("points"),
                    new Equation(score, new Side(Map.of(weight, Exact.ONE), off.negate()), Side.ONE));
            if (check.equation().judge() != Verdict.DIFFERS) {
                return Optional.of(check);
            }
            first = first.or(() -> Optional.of(check));
        }
        return first;
    }
}
