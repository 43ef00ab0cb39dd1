package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jizhun.kernel.fact.SampleFacts.facts;
import static org.jizhun.kernel.fact.SampleFacts.row;

import java.util.List;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.SampleFacts;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.quantity.Exact;
import org.junit.jupiter.api.Test;

/** Points taken off for each event: the working and the losses. */
class DeductionsTest {

    private static final String EVENTS = "{kind: deduction-per-event, each: 0.5 分}";

    private static Row event(String name, int count) {
        return row("deductions", "criterion", "only", "event", name, "count", Exact.of(count));
    }

    /** 3 − 2 × 0.5 − 0.5 = 1.5: an event without a number counts once. */
    @Test
    void every_event_is_a_loss_of_its_own() {
        FactSet facts =
                SampleFacts.of("deductions", row("deductions", "criterion", "only", "event", "甲"), event("乙", 2));

        CriterionScore line = ScoreSheet.only("3", EVENTS, facts);

        assertThat(ScoreSheet.points(line)).isEqualTo("1.5");
        assertThat(ScoreSheet.steps(line, Language.ZH)).containsExactly("分值 − 扣分（2 项，扣完为止） → 1.5 分");
        assertThat(ScoreSheet.steps(line, Language.EN))
                .containsExactly("weight − deductions (2 events, not below zero) → 1.5 points");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("1 乙（2 件，每件扣 0.5 分）", "0.5 甲（1 件，每件扣 0.5 分）");
        assertThat(ScoreSheet.losses(line, Language.EN))
                .containsExactly("1 乙 (2 times, 0.5 points each)", "0.5 甲 (1 time, 0.5 points each)");
    }

    /** Of 3 points the first event takes 4 × 0.5 = 2, the second, worth 5 × 0.5 = 2.5, only the 1 that is left. */
    @Test
    void the_losses_do_not_depend_on_the_order_in_which_events_were_written() {
        CriterionScore line = ScoreSheet.only("3", EVENTS, SampleFacts.of("deductions", event("甲", 5), event("甲", 4)));
        CriterionScore turned =
                ScoreSheet.only("3", EVENTS, SampleFacts.of("deductions", event("甲", 4), event("甲", 5)));

        assertThat(ScoreSheet.points(line)).isEqualTo("0");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("2 甲（4 件，每件扣 0.5 分）", "1 甲（5 件，每件扣 0.5 分）");
        assertThat(turned.losses()).isEqualTo(line.losses());
    }

    @Test
    void without_events_nothing_is_taken() {
        CriterionScore line = ScoreSheet.only("3", EVENTS, SampleFacts.of("deductions"));

        assertThat(ScoreSheet.points(line)).isEqualTo("3");
        assertThat(ScoreSheet.steps(line, Language.ZH)).containsExactly("没有扣分事项，得满分 → 3 分");
        assertThat(ScoreSheet.steps(line, Language.EN)).containsExactly("nothing to deduct: full points → 3 points");
        assertThat(line.losses()).isEmpty();
    }

    /** Events of the scheme's own choice: two urgent procurements at 1 point each, 3 − 2 = 1. */
    @Test
    void a_scheme_may_say_which_rows_are_events() {
        String rule = "{kind: deduction-per-event, events: 'procurements[urgent]', each: 1 分}";
        List<Row> rows = List.of(
                row("procurements", "name", "甲", "urgent", true),
                row("procurements", "name", "乙", "urgent", false),
                row("procurements", "name", "丙", "urgent", true));

        CriterionScore line =
                ScoreSheet.only("3", rule, facts().rows("procurements", rows).build());

        assertThat(ScoreSheet.points(line)).isEqualTo("1");
        assertThat(ScoreSheet.losses(line, Language.ZH)).containsExactly("1 丙（1 件，每件扣 1 分）", "1 甲（1 件，每件扣 1 分）");
    }

    @Test
    void an_event_that_cannot_be_counted_leaves_the_score_open() {
        String rule = "{kind: deduction-per-event, events: deductions, each: 1 分, count: count}";
        FactSet facts = SampleFacts.of("deductions", row("deductions", "criterion", "only", "event", "甲"));

        CriterionScore line = ScoreSheet.only("3", rule, facts);

        assertThat(ScoreSheet.points(line)).isEqualTo("missing");
        assertThat(ScoreSheet.told(line, Language.ZH)).containsExactly("扣分事项“甲”缺少：件数 @deductions.csv");
        assertThat(ScoreSheet.told(line, Language.EN)).containsExactly("Deductions “甲” lacks Count @deductions.csv");
        assertThat(line.losses()).isEmpty();
    }
}
