package org.jizhun.auditor.relation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * What is said of a target against figures further away: 确定能 beside a forecast below the target, 未完成 beside a result that meets it,
 * and a number above its target of which the text says 未完成 and gives a rate below 100 %.
 */
final class TargetOutlook {

    private static final Sought FORECAST = Sought.of("预计|预测|全年可能");
    private static final Sought OUTLOOK = Sought.of("可能性|能否|预期完成|完成与否|是否能?(?:完成|达标|实现|达到)");
    private static final Sought ABLE = Sought.of("确定能|完全能|能够?完成|能|可以|可完成|是");
    private static final Sought UNABLE = Sought.of("确定不能|完全不可能|不可能|不能|不能完成|无法完成|否");
    static final Pattern REACHING = Pattern.compile("完成(?!值|数|率|比)|达标|达成(?!值|率)|实现|达到");
    private static final Sought NOT_REACHED = Sought.of("否|未完成|未达标|未达到|未实现|未达成|未达到预期");
    /** 完成率98.00%, 完成年度任务的95.00%. */
    private static final Sought RATE =
            Sought.of("(?:完成率|达成率)(?:为|仅为|达到?|仅)?$|完成(?:了)?(?:年度|全年|年初|预期|绩效)*(?:目标|任务|计划|指标)(?:任务|值)?的$");

    private static final Sought MISSED = Sought.of("^(?:，[^，。；]{0,10}?|[。；]?[^，。；]{0,3}?)(?:未达到|未完成|没有完成|未能完成|未达)");
    private static final int AROUND = 14;

    private TargetOutlook() {}

    static void row(Table table, Table.Row row, Figure target, Ledger ledger) {
        Passage wanted = row.cells().get(table.column("target").orElseThrow().index());
        if (TargetAndScore.AT_MOST.matcher(wanted.text()).find()
                || TargetAndScore.AT_MOST.matcher(row.label()).find()) {
            return;
        }
        Optional<Figure> achieved =
                table.column("achieved").flatMap(column -> row.figures().get(column.index()));
        for (Table.Column column : table.columns()) {
            Optional<Figure> figure = row.figures().get(column.index());
            if (FORECAST.isIn(column.heading())
                    && figure.isPresent()
                    && figure.get().kind() == target.kind()) {
                outlook(table, row, target, figure.get(), ledger);
            }
        }
        boolean met = achieved.isPresent()
                && achieved.get().kind() == target.kind()
                && achieved.get().nearness() == Figure.Nearness.EXACT
                && achieved.get().value().compareTo(target.value()) >= 0;
        for (Table.Column column : table.columns()) {
            Passage cell = column.index() < row.cells().size() ? row.cells().get(column.index()) : wanted;
            if (met
                    && NOT_REACHED.is(cell.text())
                    && REACHING.matcher(column.heading()).find()) {
                TargetAndScore.tell("target-met-said-missed", cell.text(), cell.spot(), achieved.get(), ledger);
            }
        }
    }

    private static void outlook(Table table, Table.Row row, Figure target, Figure forecast, Ledger ledger) {
        boolean reaches = forecast.value().compareTo(target.value()) >= 0;
        for (Table.Column column : table.columns()) {
            if (!OUTLOOK.isIn(column.heading()) || column.index() >= row.cells().size()) {
                continue;
            }
            Passage cell = row.cells().get(column.index());
            boolean wrong = reaches ? UNABLE.is(cell.text()) : ABLE.is(cell.text());
            if (wrong) {
                TargetAndScore.tell(
                        reaches ? "target-met-said-missed" : "target-missed-said-met",
                        cell.text(),
                        cell.spot(),
                        forecast,
                        ledger);
            }
        }
    }

    /** 检查432家次，完成率98.00%，未达到年初目标, where the goal was 400家次: the number should be 392. */
    static void counted(Claims claims, List<Mention> mentions, Passage passage, Ledger ledger) {
        for (int i = 1; i < mentions.size(); i++) {
            Mention rate = mentions.get(i);
            Mention count = mentions.get(i - 1);
            boolean pair = rate.figure().kind() == Figure.Kind.PERCENT
                    && rate.figure().value().compareTo(Exact.ONE) < 0
                    && count.figure().kind() == Figure.Kind.COUNT
                    && count.figure().nearness() == Figure.Nearness.EXACT
                    && count.sentence() == rate.sentence();
            String after = passage.text().substring(rate.figure().end());
            if (pair && RATE.isIn(rate.before()) && MISSED.isIn(after)) {
                target(claims, count, passage)
                        .filter(target -> count.figure().value().compareTo(target.value()) >= 0)
                        .ifPresent(target -> tell(count.figure(), rate.figure(), target, ledger));
            }
        }
    }

    /** A figure of the same things elsewhere, with words in common before it. */
    private static Optional<Figure> target(Claims claims, Mention count, Passage passage) {
        Set<String> own = pairs(passage.text(), count.figure().start());
        Figure found = null;
        for (Passage other : claims.passages()) {
            for (Mention mention : claims.mentions(other)) {
                boolean like = mention.isLike(count) && !mention.figure().equals(count.figure());
                Set<String> shared = like ? pairs(other.text(), mention.figure().start()) : Set.of();
                if (like && shared.stream().filter(own::contains).count() >= 3) {
                    if (found != null && !found.value().equals(mention.figure().value())) {
                        return Optional.empty();
                    }
                    found = mention.figure();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** The pairs of neighbouring characters in the words before a figure. */
    private static Set<String> pairs(String text, int at) {
        Set<String> pairs = new HashSet<>();
        for (int i = Math.max(0, at - AROUND); i + 2 <= at; i++) {
            String pair = text.substring(i, i + 2);
            if (pair.chars().allMatch(character -> character >= 0x4e00 && character <= 0x9fa5)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static void tell(Figure count, Figure rate, Figure target, Ledger ledger) {
        String right = count.print(target.value().times(rate.value()));
        Problem problem = Problem.of(
                "count-beyond-target",
                Place.NONE,
                "stated",
                count.text(),
                "expected",
                right,
                "target",
                target.text(),
                "rate",
                rate.text());
        ledger.find(Finding.of(
                Kind.TARGET,
                count.text(),
                Optional.of(right),
                problem,
                count.spot(),
                List.of(target.spot(), rate.spot())));
    }
}
