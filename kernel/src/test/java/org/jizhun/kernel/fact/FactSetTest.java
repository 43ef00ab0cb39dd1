package org.jizhun.kernel.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactSetTest {

    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final Kind.RecordOf EXECUTION =
            VOCABULARY.register("execution").orElseThrow().recordKind();

    @Test
    void what_was_not_given_is_missing_and_not_empty() {
        FactSet facts =
                FactSet.builder(VOCABULARY).rows("deductions", List.of()).build();

        assertThat(facts.has("deductions")).isTrue();
        assertThat(facts.rows("deductions")).isEmpty();
        assertThat(facts.get("deductions")).isEqualTo(List.of());
        assertThat(facts.has("contracts")).isFalse();
        assertThat(facts.get("contracts")).isNull();
        assertThat(facts.rows("contracts")).isEmpty();
        assertThat(facts.text("departmentName")).isEmpty();
    }

    @Test
    void the_hash_ignores_the_order_of_rows_and_their_places() {
        FactSet one = FactSet.builder(VOCABULARY)
                .add("execution", month(3, "0.9771", 2))
                .add("execution", month(4, "1.113", 3))
                .build();
        FactSet other = FactSet.builder(VOCABULARY)
                .add("execution", month(4, "1.1130", 7))
                .add("execution", month(3, "0.9771", 9))
                .build();

        assertThat(one.hash()).isEqualTo(other.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_hash_changes_with_a_value_a_row_and_an_empty_register() {
        FactSet none = FactSet.builder(VOCABULARY).build();
        FactSet staff = none.toBuilder().put("staffInPost", Exact.of(115)).build();
        FactSet otherStaff = none.toBuilder().put("staffInPost", Exact.of(116)).build();
        FactSet empty = none.toBuilder().rows("contracts", List.of()).build();
        FactSet row = none.toBuilder().add("execution", month(3, "1", 1)).build();

        assertThat(List.of(none.hash(), staff.hash(), otherStaff.hash(), empty.hash(), row.hash()))
                .doesNotHaveDuplicates();
    }

    /** Without quoting, a text could imitate the end of its own field and two different rows would hash alike. */
    @Test
    void a_text_cannot_imitate_another_field() {
        FactSet one = narrative("前言\" text=\"甲", "乙");
        FactSet other = narrative("前言", "甲\" text=\"乙");

        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    @Test
    void a_copy_changes_without_touching_the_original() {
        FactSet original = FactSet.builder(VOCABULARY)
                .put("staffInPost", Exact.of(115))
                .add("execution", month(3, "1", 1))
                .build();

        FactSet changed = original.toBuilder()
                .remove("staffInPost")
                .add("execution", month(4, "1", 2))
                .build();

        assertThat(original.rows("execution")).hasSize(1);
        assertThat(original.has("staffInPost")).isTrue();
        assertThat(changed.rows("execution")).hasSize(2);
        assertThat(changed.has("staffInPost")).isFalse();
    }

    @Test
    void everything_that_was_given_can_be_listed() {
        FactSet facts = FactSet.builder(VOCABULARY)
                .put("staffInPost", Exact.of(115))
                .put("departmentName", "某局")
                .add("execution", month(3, "1", 1))
                .rows("contracts", List.of())
                .build();

        for (FactSet each : List.of(facts, facts.toBuilder().build())) {
            assertThat(each.vocabulary()).isSameAs(VOCABULARY);
            assertThat(each.facts()).containsOnlyKeys("departmentName", "staffInPost");
            assertThat(each.fact("staffInPost").orElseThrow().value()).isEqualTo(Exact.of(115));
            assertThat(each.fact("execution")).isEmpty();
            assertThat(each.text("departmentName")).isEqualTo("某局");
            assertThat(each.registers()).containsOnlyKeys("contracts", "execution");
        }
    }

    @Test
    void rows_that_are_equal_hash_alike_and_others_rarely_do() {
        assertThat(month(3, "1", 1)).hasSameHashCodeAs(month(3, "1.0", 9));
        assertThat(month(3, "1", 1).hashCode()).isNotEqualTo(month(4, "1", 1).hashCode());
        assertThat(month(3, "0.5", 1)).hasToString("execution[3, 0.5, null, null]");
    }

    @Test
    void a_name_outside_the_vocabulary_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactSet.builder(VOCABULARY).put("staffInPots", Exact.ONE))
                .withMessageContaining("staffInPots");
    }

    @Test
    void a_row_is_read_by_english_name_or_chinese_label() {
        Row march = month(3, "0.9771", 2);

        assertThat(march.get("rate")).isEqualTo(Exact.parse("0.9771"));
        assertThat(march.get("执行率")).isEqualTo(Exact.parse("0.9771"));
        assertThat(march.text("published")).isEmpty();
        assertThat(march.text("month")).isEqualTo("3");
        assertThatIllegalArgumentException().isThrownBy(() -> march.get("rat")).withMessageContaining("rat");
    }

    @Test
    void a_row_has_exactly_the_fields_of_its_kind() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Row(EXECUTION, new Object[] {"x"}, Place.NONE));
    }

    @Test
    void a_changed_row_leaves_the_original_alone() {
        Row march = month(3, "0.9771", 2);
        Row changed = march.with(EXECUTION.indexOf("rate"), Exact.ONE);

        assertThat(march.get("rate")).isEqualTo(Exact.parse("0.9771"));
        assertThat(changed.get("rate")).isEqualTo(Exact.ONE);
        assertThat(changed).isNotEqualTo(march).isEqualTo(month(3, "1", 99));
        assertThat(changed.place()).isEqualTo(march.place());
    }

    private static FactSet narrative(String section, String text) {
        Kind.RecordOf kind = VOCABULARY.register("narrative").orElseThrow().recordKind();
        return FactSet.builder(VOCABULARY)
                .add("narrative", new Row(kind, new Object[] {section, text}, Place.NONE))
                .build();
    }

    private static Row month(long month, String rate, int line) {
        @Nullable Object[] values = new Object[EXECUTION.fields().size()];
        values[EXECUTION.indexOf("month")] = Exact.of(month);
        values[EXECUTION.indexOf("rate")] = Exact.parse(rate);
        return new Row(EXECUTION, values, Place.text("execution.csv", line, 1));
    }
}
