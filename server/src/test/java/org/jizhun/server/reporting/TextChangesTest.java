package org.jizhun.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextChangesTest {

    private static TextChanges.Change change(String lead, String before, String after, String tail) {
        return new TextChanges.Change(lead, before, after, tail);
    }

    @Test
    void the_same_text_has_no_changes() {
        assertThat(TextChanges.between(List.of("一", "二"), List.of("一", "二"))).isEmpty();
    }

    @Test
    void a_changed_paragraph_shows_only_the_words_that_changed() {
        assertThat(TextChanges.between(List.of("前言", "支出率为98.50%。", "结语"), List.of("前言", "支出率为97.20%。", "结语")))
                // 支出率为9 and %。 stand in both; between them 8.5 became 7.2; the 0 after it stands in both again.
                .containsExactly(change("支出率为9", "8.5", "7.2", "0%。"));
    }

    @Test
    void paragraphs_come_and_go() {
        assertThat(TextChanges.between(List.of("甲", "乙", "丙"), List.of("乙", "丙", "丁")))
                .containsExactly(change("", "甲", "", ""), change("", "", "丁", ""));
    }

    @Test
    void a_text_written_anew_is_paired_in_order_and_what_is_left_over_is_new() {
        assertThat(TextChanges.between(List.of("甲一", "甲二"), List.of("乙一", "乙二", "乙三")))
                .containsExactly(change("", "甲", "乙", "一"), change("", "甲", "乙", "二"), change("", "", "乙三", ""));
    }

    @Test
    void a_repeated_beginning_is_not_counted_twice() {
        assertThat(TextChanges.between(List.of("哈"), List.of("哈哈"))).containsExactly(change("哈", "", "哈", ""));
    }
}
