package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.Loss;
import org.jizhun.kernel.scheme.SampleScheme;
import org.jizhun.kernel.scheme.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {

    private static final String CAPPED = "{kind: capped-mean, over: execution, measure: rate, cap: 100%}";
    private static final String SHARE =
            "{kind: compliance-share, cases: contracts, compliant: 'filed != null and filed <= signed + @\"P30D\"'}";
    private static final String EVENTS = "{kind: deduction-per-event, each: 0.5 分}";

    private static FactSet months(String... percents) {
        FactSet.Builder facts = facts();
        for (int i = 0; i < percents.length; i++) {
            Exact rate = Exact.parse(percents[i]).dividedBy(Exact.HUNDRED);
            facts.add("execution", row("execution", "month", Exact.of(i + 3), "rate", rate));
        }
        return facts.build();
    }

    private static Evaluation score(SampleScheme sample, FactSet facts) {
        return Scoring.score(sample.scheme(), facts, WorkingDays.NONE);
    }

    private static CriterionScore only(SampleScheme sample, FactSet facts) {
        return score(sample, facts).criteria().get(0);
    }

    private static Optional<String> points(CriterionScore score) {
        return score.score().map(points -> points.points().toString());
    }

    /**
     * The published months: those above 100 % count as 100 %, so 6 × 100 + 97.71 + 97.69 + 97.44 + 99.79 = 992.63, mean
     * 99.263 %, and 10 × 99.263 % = 9.9263, rounded 9.93.
     */
    @Test
    void a_month_above_100_percent_counts_as_100() {
        FactSet facts =
                months("136.18", "115.62", "97.71", "111.30", "105.82", "97.69", "108.02", "101.04", "97.44", "99.79");

        CriterionScore score = only(SampleScheme.of("10", CAPPED), facts);

        assertThat(points(score)).contains("9.93");
        assertThat(score.status()).isEqualTo(Status.COMPUTED);
        assertThat(score.losses()).hasSize(4); // the four months below 100 %
        Exact lost = score.losses().stream().map(loss -> loss.points().points()).reduce(Exact.ZERO, Exact::plus);
        assertThat(lost).hasToString("0.0737"); // 10 − 9.9263, before rounding
    }

    @Test
    void a_register_that_is_not_filled_in_gives_no_score_and_is_named() {
        Evaluation evaluation = score(SampleScheme.of("100", CAPPED), facts().build());

        CriterionScore score = evaluation.criteria().get(0);
        assertThat(score.status()).isEqualTo(Status.MISSING);
        assertThat(score.score()).isEmpty();
        assertThat(score.problems()).extracting(Problem::code).containsExactly("missing-register");
        assertThat(score.problems().get(0).arguments()).containsEntry("name", "execution");
        assertThat(evaluation.total().points()).isEqualTo(Exact.ZERO);
        assertThat(evaluation.attainable().points()).hasToString("100");
        assertThat(evaluation.grade()).isEmpty();
    }

    @Test
    void an_empty_column_is_named_with_its_row() {
        FactSet facts =
                facts().add("execution", row("execution", "month", Exact.of(3))).build();

        assertThat(only(SampleScheme.of("10", CAPPED), facts).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("missing-columns");
                    assertThat(problem.arguments()).containsEntry("row", "3月").containsEntry("columns", "执行率");
                });
    }

    /** Three of four contracts are filed within 30 days: 10 × 3/4 = 7.5; the fourth is named. */
    @Test
    void the_share_of_compliant_cases_names_the_others() {
        java.time.LocalDate signed = java.time.LocalDate.of(2025, 3, 3);
        FactSet facts = facts().add(
                        "contracts", row("contracts", "code", "A", "signed", signed, "filed", signed.plusDays(1)))
                .add("contracts", row("contracts", "code", "B", "signed", signed, "filed", signed.plusDays(30)))
                .add("contracts", row("contracts", "code", "C", "signed", signed, "filed", signed))
                .add("contracts", row("contracts", "code", "D", "signed", signed, "filed", signed.plusDays(31)))
                .build();

        CriterionScore score = only(SampleScheme.of("10", SHARE), facts);

        assertThat(points(score)).contains("7.5");
        assertThat(score.losses())
                .singleElement()
                .extracting(Loss::reason)
                .satisfies(reason -> assertThat(reason.arguments())
                        .containsEntry("rows", "D")
                        .containsEntry("count", "1")
                        .containsEntry("all", "4"));
    }

    @Test
    void no_case_at_all_is_full_or_not_applicable_as_the_scheme_says() {
        FactSet none = facts().rows("contracts", List.of()).build();

        assertThat(points(only(SampleScheme.of("10", SHARE), none))).contains("10");
        String dropped = SHARE.replace("}", ", none: not-applicable}");
        assertThat(only(SampleScheme.of("10", dropped), none).status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    /** 3 points, 0.5 each: two events 1.0 off; eight events would be 4.0, but nothing is left after 3. */
    @ParameterizedTest
    @CsvSource({"2,2", "6,0", "8,0"})
    void events_are_deducted_until_nothing_is_left(int count, String expected) {
        FactSet facts = facts().add(
                        "deductions", row("deductions", "criterion", "only", "event", "甲", "count", Exact.of(count)))
                .add("deductions", row("deductions", "criterion", "other", "event", "乙", "count", Exact.of(9)))
                .build();

        assertThat(points(only(SampleScheme.of("3", EVENTS), facts))).contains(expected);
    }

    @Test
    void a_checklist_gives_the_points_of_what_is_met_and_asks_for_what_is_not_answered() {
        String rule = "{kind: checklist, elements: [{id: a, name: {zh: 甲, en: a}, points: 3 分}, "
                + "{id: b, name: {zh: 乙, en: b}, points: 2 分}]}";
        Row yes = row("checks", "criterion", "only", "element", "a", "met", true);
        Row no = row("checks", "criterion", "only", "element", "b", "met", false);

        assertThat(points(only(
                        SampleScheme.of("5", rule),
                        facts().add("checks", yes).add("checks", no).build())))
                .contains("3");
        assertThat(only(SampleScheme.of("5", rule), facts().add("checks", yes).build())
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.arguments()).containsEntry("element", "b"));
    }

    @ParameterizedTest
    @CsvSource({"0.9,理由,4.5,", "0.7,理由,,judgement-outside-band", "0.9,,,judgement-without-reason"})
    void a_judgement_needs_a_reason_and_a_rate_within_its_band(
            String rate, String reason, String expected, String problem) {
        String rule = "{kind: judged-bands, bands: [{label: 好, from: 80%, to: 100%}, {label: 差, from: 0%, to: 80%}]}";
        FactSet facts = facts().add(
                        "judgements",
                        row(
                                "judgements",
                                "criterion",
                                "only",
                                "band",
                                "好",
                                "rate",
                                Exact.parse(rate),
                                "reason",
                                reason))
                .build();

        CriterionScore score = only(SampleScheme.of("5", rule), facts);

        assertThat(points(score)).isEqualTo(Optional.ofNullable(expected));
        assertThat(score.problems())
                .extracting(Problem::code)
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    /** Limit 20 and actual 25 give 10 × 20/25 = 8; at or below the limit everything. */
    @ParameterizedTest
    @CsvSource({"25,8", "20,10", "0,10"})
    void above_the_limit_points_shrink_inversely(String actual, String expected) {
        FactSet facts = facts().put("carriedOver", Exact.parse(actual))
                .put("carriedOverLastYear", Exact.of(20))
                .build();

        assertThat(points(only(
                        SampleScheme.of("10", "{kind: inverse, actual: carriedOver, limit: carriedOverLastYear}"),
                        facts)))
                .contains(expected);
    }

    /** Weights 3 and 1 of 4 on 10 points: 7.5 × 80 % + 2.5 × 100 % (150 % is capped) = 8.5. */
    @Test
    void a_roll_up_shows_one_row_for_every_item() {
        String rule =
                "{kind: weighted-roll-up, over: indicators, weight: weight, completion: 'actual / target * 100%', "
                        + "explanation: reason}";
        FactSet facts = facts().add(
                        "indicators",
                        row(
                                "indicators",
                                "name",
                                "甲",
                                "weight",
                                Exact.of(3),
                                "target",
                                Exact.of(10),
                                "actual",
                                Exact.of(8)))
                .add(
                        "indicators",
                        row(
                                "indicators",
                                "name",
                                "乙",
                                "weight",
                                Exact.of(1),
                                "target",
                                Exact.of(10),
                                "actual",
                                Exact.of(15)))
                .build();

        CriterionScore score =
                only(SampleScheme.of("10", rule).more("over-achievement: {threshold: 130%, explain: true}"), facts);

        assertThat(points(score)).contains("8.5");
        assertThat(score.criteria()).extracting(part -> part.name().zh()).containsExactly("甲", "乙");
        assertThat(score.criteria())
                .extracting(ScoringTest::points)
                .containsExactly(Optional.of("6"), Optional.of("2.5"));
        assertThat(score.criteria().get(1).problems())
                .extracting(Problem::code)
                .containsExactly("over-achievement-unexplained");
    }

    /** a: 40 of 60 points computed; b, 40 points, does not apply: 40 × 100/60 = 66.67 rescaled, 80 with full score. */
    @ParameterizedTest
    @CsvSource({"drop-and-rescale,66.67", "full-score,80"})
    void a_line_that_does_not_apply_is_dropped_or_full(String policy, String total) {
        SampleScheme sample = SampleScheme.empty("100")
                .leaf("a", "60", "{kind: proportional, rate: 'carriedOver / carriedOverLastYear'}")
                .leaf("b", "40", CAPPED)
                .outline("[a, b]")
                .more("not-applicable: " + policy);
        FactSet facts = facts().put("carriedOver", Exact.of(2))
                .put("carriedOverLastYear", Exact.of(3))
                .add("notApplicable", row("notApplicable", "criterion", "b", "reason", "没有通报"))
                .build();

        Evaluation evaluation = score(sample, facts);

        assertThat(evaluation.total().points()).hasToString(total);
        assertThat(evaluation.criteria().get(1).note()).isEqualTo("没有通报");
        assertThat(evaluation.grade()).isPresent();
    }

    @Test
    void a_stated_group_counts_once_and_its_children_stay_missing() {
        SampleScheme sample = SampleScheme.empty("100")
                .leaf("a", "100", CAPPED)
                .outline("[{id: group, name: {zh: 组, en: group}, weight: 100, criteria: [a]}]");
        FactSet facts = facts().add(
                        "statedScores",
                        row("statedScores", "criterion", "group", "score", Exact.parse("95.5"), "source", "报告"))
                .build();

        Evaluation evaluation = score(sample, facts);

        assertThat(evaluation.total().points()).hasToString("95.5");
        assertThat(evaluation.attainable().points()).hasToString("95.5");
        assertThat(evaluation.grade()).contains("优");
        assertThat(evaluation.criteria().get(0).status()).isEqualTo(Status.STATED);
        assertThat(evaluation.criteria().get(0).criteria().get(0).status()).isEqualTo(Status.MISSING);
    }

    @Test
    void a_veto_caps_total_and_grade_and_an_undecided_one_leaves_the_grade_open() {
        String veto = "vetoes: [{id: v, name: {zh: 弄虚作假, en: fraud}, when: 'not(assetReportMatches)', "
                + "total-at-most: 89, grade-at-most: 差, basis: {source: 某办法, provenance: 为测试而写}}]";
        SampleScheme sample = SampleScheme.of("100", CAPPED).more(veto);
        FactSet full = months("100");

        Evaluation applies =
                score(sample, full.toBuilder().put("assetReportMatches", false).build());
        assertThat(applies.total().points()).hasToString("89");
        assertThat(applies.grade()).contains("差");
        assertThat(score(
                                sample,
                                full.toBuilder().put("assetReportMatches", true).build())
                        .grade())
                .contains("优");
        assertThat(score(sample, full).grade()).isEmpty();
    }

    @Test
    void a_bonus_moves_the_total_up_to_its_cap() {
        String bonus = "bonuses: [{id: x, name: {zh: 加分, en: bonus}, points: 'count(tasks) * 2 分', cap: 3, "
                + "basis: {source: 某办法, provenance: 为测试而写}}]";
        FactSet facts = months("50").toBuilder()
                .add("tasks", row("tasks", "code", "1"))
                .add("tasks", row("tasks", "code", "2"))
                .build();

        assertThat(score(SampleScheme.of("100", CAPPED).more(bonus), facts)
                        .total()
                        .points())
                .hasToString("53");
    }

    @Property(tries = 100)
    void the_order_of_facts_changes_nothing(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 20000) Integer> rates) {
        List<Integer> shuffled = new ArrayList<>(rates);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(only(SampleScheme.of("10", CAPPED), of(shuffled)).score())
                .isEqualTo(only(SampleScheme.of("10", CAPPED), of(rates)).score());
    }

    @Property(tries = 100)
    void a_higher_month_never_lowers_the_score_and_the_score_stays_within_the_weight(
            @ForAll @IntRange(max = 20000) int rate, @ForAll @IntRange(max = 5000) int more) {
        Exact before = total(of(List.of(rate, 9000)));
        Exact after = total(of(List.of(rate + more, 9000)));

        assertThat(after).isGreaterThanOrEqualTo(before);
        assertThat(after).isBetween(Exact.ZERO, Exact.of(10));
    }

    @Property(tries = 100)
    void scoring_without_explanation_gives_the_same_points(
            @ForAll @Size(max = 12) List<@IntRange(max = 20000) Integer> rates, @ForAll @IntRange(max = 8) int events) {
        Scheme scheme = SampleScheme.empty("13")
                .leaf("rate", "10", CAPPED)
                .leaf("only", "3", EVENTS)
                .outline("[rate, only]")
                .scheme();
        FactSet facts = of(rates).toBuilder()
                .add("deductions", row("deductions", "criterion", "only", "event", "甲", "count", Exact.of(events)))
                .build();

        Evaluation full = Scoring.score(scheme, facts, WorkingDays.NONE);
        QuickScoring.Scored quick = QuickScoring.of(scheme).score(Inputs.of(facts, WorkingDays.NONE));

        assertThat(quick.total()).isEqualTo(full.total());
        assertThat(quick.attainable()).isEqualTo(full.attainable());
    }

    private static Exact total(FactSet facts) {
        return score(SampleScheme.of("10", CAPPED), facts).total().points();
    }

    private static FactSet of(List<Integer> hundredthsOfPercent) {
        FactSet.Builder facts = facts().rows("execution", List.of());
        for (int i = 0; i < hundredthsOfPercent.size(); i++) {
            Exact rate = Exact.ofDecimal(hundredthsOfPercent.get(i), 4);
            facts.add("execution", row("execution", "month", Exact.of(i + 1), "rate", rate));
        }
        return facts.build();
    }
}
