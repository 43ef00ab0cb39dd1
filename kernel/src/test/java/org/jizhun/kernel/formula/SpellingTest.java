package org.jizhun.kernel.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nearest name that is offered for one that does not exist. */
class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "abc, '', 3",
        "abc, abc, 0",
        "abc, abd, 1",
        "abc, ab, 1",
        "ab, abc, 1",
        "kitten, sitting, 3", // two letters replaced, one added
        "amount, amont, 1",
        "ab, ba, 2",
        "abcdef, bcdefg, 2"
    })
    void the_distance_is_the_letters_to_add_drop_or_replace(String one, String other, int distance) {
        assertThat(Spelling.distance(one, other)).isEqualTo(distance);
    }

    /** Up to two letters off, and for a word of up to three letters one: at most half of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amont | amount",
                "amuont | amount",
                "mont | amount", // two letters are missing
                "ont | '' ",
                "a | b",
                "ab | b",
                "xyz | ''",
                "rate | rate",
                "ratt | rate",
                "合同金頟 | 合同金额",
            })
    void the_nearest_word_is_offered_where_one_is_near(String word, String expected) {
        assertThat(Spelling.nearest(word, new TreeSet<>(List.of("amount", "b", "rate", "合同金额"))))
                .isEqualTo(expected.strip());
    }

    @Test
    void of_two_as_near_the_first_is_offered() {
        assertThat(Spelling.nearest("rat", new TreeSet<>(List.of("bat", "cat"))))
                .isEqualTo("bat");
    }

    @Test
    void the_fields_of_the_row_in_hand_are_offered_in_both_languages() {
        Scope scope =
                Scope.of(Workbench.VOCABULARY).withItem(Workbench.CONTRACT).with("extra", "另外", Kind.NUMBER);

        assertThat(near("amont", scope)).isEqualTo("没有名为“amont”的数据（相近的：amount）");
        assertThat(near("合同金頟", scope)).isEqualTo("没有名为“合同金頟”的数据（相近的：合同金额）");
        assertThat(near("extar", scope)).isEqualTo("没有名为“extar”的数据（相近的：extra）");
        assertThat(Formula.compile("另外 + extra", Workbench.PLACE, scope).problems())
                .isEmpty();
    }

    @Test
    void a_name_without_label_has_only_one_name() {
        Scope scope = Scope.of(Workbench.VOCABULARY).with("extra", "", Kind.NUMBER);

        assertThat(scope.global("")).isNull();
        assertThat(scope.names()).contains("extra").doesNotContain("");
    }

    private static String near(String formula, Scope scope) {
        return Formula.compile(formula, Workbench.PLACE, scope)
                .problems()
                .get(0)
                .text(Language.ZH);
    }
}
