package org.jizhun.server.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;
import org.jizhun.kernel.scheme.CappedMean;
import org.jizhun.kernel.scheme.Criterion;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.server.register.Told;
import org.jspecify.annotations.Nullable;

/** Monthly execution as the bureau published it, against time, with what it scores now and what it can still score. */
final class ExecutionCurve {

    static final String REGISTER = "execution";
    private static final int LAST_MONTH = 12;
    private static final Rounding UP = new Rounding(2, Rounding.Mode.UP);

    private ExecutionCurve() {}

    /**
     * One month's bulletin.
     *
     * @param rate against the schedule
     * @param capped that rate as it counts
     * @param time the share of the year gone
     * @param share the part of the year's budget that was spent, if the rate is of the share of the year gone
     */
    record Month(String month, String rate, String capped, String time, String share) {}

    /**
     * A month that is still to come, and the rate it needs to count in full.
     *
     * @param time the share of the year gone by then
     * @param amount what must be spent until its end if the rate is of the share of the year gone, in 万元, rounded up; null
     *     where the budget is not there
     * @param more the part of it that was not spent by the last bulletin; null where amount is
     */
    record Need(
            String month,
            String rate,
            String time,
            @Nullable String amount,
            @Nullable String more) {}

    /**
     * @param cappedMean the mean as the scheme counts it; null where the scheme has no such criterion or nothing is there
     * @param best the points if every month to come reaches the cap
     * @param spent what the last bulletin says was spent, its rate taken as of the share of the year gone, in 万元; null where
     *     the budget is not there
     * @param spentMonth the month of that bulletin
     */
    record View(
            List<Month> months,
            @Nullable String cappedMean,
            @Nullable String score,
            @Nullable String weight,
            @Nullable String criterion,
            @Nullable String criterionName,
            @Nullable String best,
            @Nullable String spent,
            @Nullable String spentMonth,
            List<Need> needed,
            List<Told> problems) {}

    /** The criterion of a scheme that takes a capped mean over the bulletins. */
    static Optional<Criterion> criterion(Scheme scheme) {
        return scheme.leaves().stream()
                .filter(leaf -> leaf.rule().orElse(null) instanceof CappedMean mean
                        && mean.over().names().contains(REGISTER))
                .findFirst();
    }

    /** The facts with every month to come at the cap. */
    static FactSet completed(FactSet facts, Exact cap) {
        Map<Integer, Row> known = byMonth(facts);
        if (known.isEmpty()) {
            return facts;
        }
        List<Row> rows = new ArrayList<>(facts.rows(REGISTER));
        Row last = rows.get(rows.size() - 1);
        for (int month = known.keySet().iterator().next(); month <= LAST_MONTH; month++) {
            if (!known.containsKey(month)) {
                rows.add(last.with(last.kind().indexOf("month"), Exact.of(month))
                        .with(last.kind().indexOf("rate"), cap));
            }
        }
        return facts.toBuilder().rows(REGISTER, rows).build();
    }

    private static Map<Integer, Row> byMonth(FactSet facts) {
        Map<Integer, Row> months = new TreeMap<>();
        for (Row row : facts.rows(REGISTER)) {
            if (row.get("month") instanceof Exact month
                    && month.isWhole()
                    && month.compareTo(Exact.ONE) >= 0
                    && month.compareTo(Exact.of(LAST_MONTH)) <= 0) {
                months.putIfAbsent(Integer.parseInt(month.toString()), row);
            }
        }
        return months;
    }

    static View of(FactSet facts, Optional<Criterion> criterion, Evaluation now, Evaluation best) {
        Exact cap = criterion.map(ExecutionCurve::cap).orElse(Exact.ONE);
        Map<Integer, Row> known = byMonth(facts);
        List<Month> months = new ArrayList<>();
        Exact sum = Exact.ZERO;
        for (Map.Entry<Integer, Row> each : known.entrySet()) {
            if (each.getValue().get("rate") instanceof Exact rate) {
                sum = sum.plus(rate.min(cap));
                months.add(new Month(
                        each.getKey().toString(),
                        BudgetLines.percent(rate),
                        BudgetLines.percent(rate.min(cap)),
                        BudgetLines.percent(gone(each.getKey())),
                        BudgetLines.percent(rate.times(gone(each.getKey())))));
            }
        }
        Optional<Spent> spent = spent(known, total(facts));
        months.sort(Comparator.comparing(month -> Integer.parseInt(month.month())));
        Optional<CriterionScore> scored = criterion.flatMap(leaf -> score(now, leaf.id()));
        List<Told> problems = new ArrayList<>();
        if (months.isEmpty()) {
            problems.add(Told.of(Problem.of("execution-none", Place.NONE)));
        }
        String mean = months.isEmpty() || criterion.isEmpty()
                ? null
                : BudgetLines.percent(sum.dividedBy(Exact.of(months.size())));
        return new View(
                months,
                mean,
                scored.flatMap(CriterionScore::score)
                        .map(points -> points.points().toString())
                        .orElse(null),
                criterion.map(leaf -> leaf.weight().points().toString()).orElse(null),
                criterion.map(Criterion::id).orElse(null),
                criterion.map(leaf -> leaf.name().zh()).orElse(null),
                criterion
                        .flatMap(leaf -> score(best, leaf.id()))
                        .flatMap(CriterionScore::score)
                        .map(points -> points.points().toString())
                        .orElse(null),
                spent.map(each -> BudgetLines.wan(each.amount())).orElse(null),
                spent.map(each -> Integer.toString(each.month())).orElse(null),
                needs(known, cap, total(facts), spent.map(Spent::amount).orElse(Exact.ZERO)),
                problems);
    }

    private static Exact gone(int month) {
        return Exact.of(month).dividedBy(Exact.of(LAST_MONTH));
    }

    static Exact cap(Criterion leaf) {
        return leaf.rule().orElse(null) instanceof CappedMean mean ? mean.cap() : Exact.ONE;
    }

    /** The budget of the year as adjusted, else as it began, in yuan. */
    private static @Nullable Exact total(FactSet facts) {
        List<Row> lines = facts.rows("budget");
        Exact adjusted = lines.isEmpty() ? null : BudgetLines.sum(lines, "adjusted");
        return lines.isEmpty() || adjusted != null ? adjusted : BudgetLines.sum(lines, "initial");
    }

    /** In yuan, until the end of a month. */
    private record Spent(int month, Exact amount) {}

    private static Optional<Spent> spent(Map<Integer, Row> known, @Nullable Exact total) {
        Spent last = null;
        for (Map.Entry<Integer, Row> each : known.entrySet()) {
            if (total != null && each.getValue().get("rate") instanceof Exact rate) {
                last = new Spent(each.getKey(), due(total, rate, each.getKey()));
            }
        }
        return Optional.ofNullable(last);
    }

    private static Exact due(Exact total, Exact rate, int month) {
        return total.times(rate).times(Exact.of(month)).dividedBy(Exact.of(LAST_MONTH));
    }

    private static String roundedUp(Exact yuan) {
        return yuan.dividedBy(BudgetLines.YUAN_PER_WAN).toDecimal(UP).toPlainString();
    }

    private static List<Need> needs(Map<Integer, Row> known, Exact cap, @Nullable Exact total, Exact spent) {
        List<Need> needs = new ArrayList<>();
        int first = known.isEmpty() ? LAST_MONTH + 1 : known.keySet().iterator().next();
        for (int month = first; month <= LAST_MONTH; month++) {
            if (!known.containsKey(month)) {
                Exact due = total == null ? null : due(total, cap, month);
                Exact more = due == null || due.compareTo(spent) < 0 ? Exact.ZERO : due.minus(spent);
                needs.add(new Need(
                        Integer.toString(month),
                        BudgetLines.percent(cap),
                        BudgetLines.percent(gone(month)),
                        due == null ? null : roundedUp(due),
                        due == null ? null : roundedUp(more)));
            }
        }
        return needs;
    }

    private static Optional<CriterionScore> score(Evaluation evaluation, String id) {
        return evaluation.criteria().stream()
                .flatMap(ExecutionCurve::all)
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private static Stream<CriterionScore> all(CriterionScore score) {
        return Stream.concat(Stream.of(score), score.criteria().stream().flatMap(ExecutionCurve::all));
    }
}
