package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.SampleScheme;
import org.jizhun.kernel.scheme.Scheme;
import org.junit.jupiter.api.Test;

/** Which rows and values a score rests on. */
class ConsultedTest {

    private static Optional<Consulted> by(Scheme scheme, FactSet facts, String line) {
        return Consulted.by(scheme, facts, WorkingDays.NONE, Optional.empty(), line);
    }

    private static List<String> named(Optional<Consulted> consulted, String column) {
        return consulted.orElseThrow().rows().stream()
                .map(each -> each.text(column))
                .toList();
    }

    private static Row indicator(String name, int actual) {
        return row("indicators", "name", name, "target", Exact.of(10), "actual", Exact.of(actual));
    }

    @Test
    void a_roll_up_rests_on_the_rows_it_chose_and_each_of_its_lines_on_one() {
        Scheme scheme = SampleScheme.of(
                        "10",
                        "{kind: weighted-roll-up, over: 'indicators[actual > 0]', completion: 'actual / target * 100%'}")
                .scheme();
        FactSet facts = facts().add("indicators", indicator("甲", 0))
                .add("indicators", indicator("乙", 5))
                .add("indicators", indicator("丙", 10))
                .build();

        assertThat(named(by(scheme, facts, "only"), "name")).containsExactly("乙", "丙");
        assertThat(named(by(scheme, facts, "only-2"), "name")).containsExactly("丙");
        assertThat(by(scheme, facts, "only-3")).isEmpty();
    }

    @Test
    void two_rows_of_the_same_content_are_two() {
        Scheme scheme = SampleScheme.of(
                        "10", "{kind: weighted-roll-up, over: indicators, completion: 'actual / target * 100%'}")
                .scheme();
        FactSet facts = facts().add("indicators", indicator("甲", 5))
                .add("indicators", indicator("甲", 5))
                .build();

        assertThat(named(by(scheme, facts, "only"), "name")).containsExactly("甲", "甲");
    }

    @Test
    void a_judged_score_rests_on_its_own_judgement_only() {
        Scheme scheme = SampleScheme.empty("10")
                .leaf("one", "5", "{kind: judged-with-reason}")
                .leaf("two", "5", "{kind: judged-with-reason}")
                .outline("[one, two]")
                .scheme();
        FactSet facts = facts().add(
                        "judgements", row("judgements", "criterion", "one", "points", Exact.of(4), "reason", "甲"))
                .add("judgements", row("judgements", "criterion", "two", "points", Exact.of(3), "reason", "乙"))
                .build();

        assertThat(named(by(scheme, facts, "two"), "reason")).containsExactly("乙");
    }

    @Test
    void a_figure_reckoned_from_a_register_and_a_single_value_rests_on_both() {
        Scheme scheme = SampleScheme.of("10", "{kind: pass-fail, passes: 'count(units) <= offices'}")
                .scheme();
        FactSet facts = facts().add("units", row("units", "name", "本级")).build();

        Consulted consulted = by(scheme, facts, "only").orElseThrow();
        assertThat(consulted.rows()).hasSize(1);
        assertThat(consulted.values()).containsExactly("offices");
    }

    @Test
    void a_criterion_that_does_not_apply_rests_on_the_row_that_says_so() {
        Scheme scheme = SampleScheme.of("10", "{kind: judged-with-reason}").scheme();
        FactSet facts = facts().add("notApplicable", row("notApplicable", "criterion", "only", "reason", "无此业务"))
                .build();

        assertThat(named(by(scheme, facts, "only"), "reason")).containsExactly("无此业务");
    }

    @Test
    void what_the_scheme_has_not_rests_on_nothing() {
        Scheme scheme = SampleScheme.of("10", "{kind: judged-with-reason}").scheme();

        assertThat(by(scheme, facts().build(), "other")).isEmpty();
        assertThat(by(scheme, facts().build(), "only-1")).isEmpty();
    }
}
