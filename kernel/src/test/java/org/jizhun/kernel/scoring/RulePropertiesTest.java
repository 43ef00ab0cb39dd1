package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.row;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.SampleFacts;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;
import org.jizhun.kernel.scheme.SampleScheme;

/** What must hold of every rule, whatever the facts: which way it moves, where it stops, and that levels add up. */
class RulePropertiesTest {

    private static final Exact WEIGHT = Exact.of(10);

    @Property(tries = 60)
    void more_spent_never_gives_less_under_a_proportional_rule(
            @ForAll @IntRange(max = 30_000) int spent, @ForAll @IntRange(max = 5_000) int more) {
        String rule = "{kind: proportional, rate: sum(budget.actualSpending) / sum(budget.adjusted)}";

        rises(points(rule, budget(spent)), points(rule, budget(spent + more)));
    }

    @Property(tries = 60)
    void more_spent_never_gives_more_under_a_limit(
            @ForAll @IntRange(max = 30_000) int spent, @ForAll @IntRange(max = 5_000) int more) {
        String rule = "{kind: inverse, actual: sum(budget.actualSpending), limit: sum(budget.adjusted)}";

        rises(points(rule, budget(spent + more)), points(rule, budget(spent)));
    }

    @Property(tries = 60)
    void a_ladder_whose_rates_fall_never_rises(
            @ForAll @IntRange(max = 30_000) int spent, @ForAll @IntRange(max = 5_000) int more) {
        String rule = "{kind: ladder, measure: sum(budget.actualSpending) / sum(budget.adjusted), bands: "
                + "[{to: 50%, rate: 100%}, {above: 50%, to: 100%, rate: 60%}, {above: 100%, rate: 0%}]}";

        rises(points(rule, budget(spent + more)), points(rule, budget(spent)));
    }

    @Property(tries = 60)
    void another_event_never_gives_points_and_deductions_stop_at_nothing(
            @ForAll @IntRange(max = 40) int events, @ForAll @IntRange(max = 5) int more) {
        String rule = "{kind: deduction-per-event, each: 0.5 分}";

        rises(points(rule, events(events + more)), points(rule, events(events)));
        // half a point each, at most all ten
        assertThat(points(rule, events(events)))
                .isEqualTo(WEIGHT.minus(Exact.ofDecimal(5L * events, 1)).max(Exact.ZERO));
    }

    @Property(tries = 60)
    void another_compliant_case_never_takes_points(
            @ForAll @IntRange(min = 1, max = 20) int all, @ForAll @IntRange(max = 19) int good) {
        String rule = "{kind: compliance-share, cases: contracts, compliant: registered}";
        int less = Math.min(good, all - 1);

        rises(points(rule, contracts(all, less)), points(rule, contracts(all, less + 1)));
        assertThat(points(rule, contracts(all, all))).isEqualTo(WEIGHT);
        assertThat(points(rule, contracts(all, 0))).isEqualTo(Exact.ZERO);
    }

    @Property(tries = 60)
    void an_indicator_done_better_never_takes_points_and_counts_its_weight_at_most(
            @ForAll @IntRange(max = 300) int done, @ForAll @IntRange(max = 50) int more) {
        String rule = "{kind: weighted-roll-up, over: indicators, weight: weight, completion: actual / target * 100%}";

        rises(points(rule, indicators(done)), points(rule, indicators(done + more)));
    }

    @Property(tries = 60)
    void a_scheme_is_sound_exactly_when_its_weights_add_up(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40) Integer> weights,
            @ForAll @IntRange(max = 3) int wrong) {
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        SampleScheme sample = SampleScheme.empty(String.valueOf(sum + wrong));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            ids.add("leaf-" + i);
            sample.leaf("leaf-" + i, weights.get(i).toString(), "{kind: pass-fail, passes: count(budget) > 0}");
        }
        sample.outline(ids.toString());

        List<String> codes =
                sample.load().problems().stream().map(Problem::code).toList();
        assertThat(codes).isEqualTo(wrong == 0 ? List.of() : List.of("weights-do-not-sum"));
    }

    /** Each leaf is rounded for itself; what stands above is the sum of what is printed below. */
    @Property(tries = 60)
    void a_group_is_the_sum_of_its_rounded_leaves(
            @ForAll @IntRange(max = 30_000) int spent, @ForAll @IntRange(min = 1, max = 20) int all) {
        SampleScheme sample = SampleScheme.empty("20")
                .leaf("a", "10", "{kind: proportional, rate: sum(budget.actualSpending) / sum(budget.adjusted)}")
                .leaf("b", "10", "{kind: compliance-share, cases: contracts, compliant: registered}")
                .outline("[{id: g, name: {zh: 组, en: group}, weight: 20, criteria: [a, b]}]");
        FactSet.Builder facts = budget(spent).toBuilder();
        contracts(all, all / 2).rows("contracts").forEach(row -> facts.add("contracts", row));

        CriterionScore group = Scoring.score(sample.scheme(), facts.build(), WorkingDays.NONE)
                .criteria()
                .get(0);

        Exact sum = Exact.ZERO;
        for (CriterionScore leaf : group.criteria()) {
            Exact points = leaf.score().orElseThrow().points();
            assertThat(points.round(Rounding.halfUp(2))).isEqualTo(points);
            sum = sum.plus(points);
        }
        assertThat(group.score().orElseThrow().points()).isEqualTo(sum);
    }

    private static void rises(Exact less, Exact more) {
        assertThat(less).isBetween(Exact.ZERO, more);
        assertThat(more).isLessThanOrEqualTo(WEIGHT);
    }

    private static Exact points(String rule, FactSet facts) {
        return Scoring.score(SampleScheme.of("10", rule).scheme(), facts, WorkingDays.NONE)
                .criteria()
                .get(0)
                .score()
                .orElseThrow()
                .points();
    }

    /** One line with a budget of 10,000 yuan. */
    private static FactSet budget(int spent) {
        return SampleFacts.of("budget", row("budget", "adjusted", Exact.of(10_000), "actualSpending", Exact.of(spent)));
    }

    private static FactSet events(int number) {
        return SampleFacts.of(
                "deductions",
                IntStream.range(0, number)
                        .mapToObj(i -> row("deductions", "criterion", "only", "event", "事项" + i))
                        .toArray(Row[]::new));
    }

    private static FactSet contracts(int all, int good) {
        return SampleFacts.of(
                "contracts",
                IntStream.range(0, all)
                        .mapToObj(i -> row("contracts", "code", "HT" + i, "registered", i < good))
                        .toArray(Row[]::new));
    }

    /** One indicator with the target 100, and one that is met. */
    private static FactSet indicators(int done) {
        return SampleFacts.of("indicators", indicator("甲", done), indicator("乙", 100));
    }

    private static Row indicator(String name, int done) {
        return row(
                "indicators", "name", name, "target", Exact.HUNDRED, "actual", Exact.of(done), "weight", Exact.of(5));
    }
}
