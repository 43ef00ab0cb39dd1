package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A need too many would cost findings without a word, so each way to write a pattern is here with what it needs. */
class NeedsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // each character by itself, and one of a set
                "扣失; 扣 失",
                "[扣失]分; 分 扣失",
                // a way each of two: one character of either; nothing where one way needs nothing
                "扣|失; 扣失",
                "(?:扣|失)分; 分 扣失",
                "扣|; ''",
                "(?=扣|$)分; 分",
                // what may be left out is no need
                "扣?分; 分",
                "扣*分; 分",
                "(?:扣除){0,2}分; 分",
                "(?:扣除)?分; 分",
                "扣+分; 扣 分",
                "扣{2}分; 扣 分",
                "扣{1,3}?分; 扣 分",
                // what must not stand there is none either, what must stand beside it is one
                "(?!扣)分; 分",
                "(?<!扣)分; 分",
                "(?<=扣)分; 扣 分",
                "[^扣]分; 分",
                // ranges, classes and references are left open
                "[a-z]分; 分",
                "\\s分.*; 分",
                "(?<word>扣)\\k<word>; 扣",
                "[\\u4e00-\\u9fa5]分; 分",
                "扣\\.分; 扣 . 分",
                "(?i)a; ''"
            })
    void a_pattern_needs(String pattern, String needs) {
        assertThat(String.join(" ", Needs.of(Pattern.compile(pattern)))).isEqualTo(needs);
    }

    @Test
    void characters_that_stand_everywhere_are_looked_for_last() {
        // a digit stands in nearly every paragraph, 扣 in few
        assertThat(Needs.of(Pattern.compile("\\d扣"))).containsExactly("扣", "0123456789");
    }

    @Test
    void a_pattern_with_flags_is_left_open() {
        assertThat(Needs.of(Pattern.compile("a", Pattern.CASE_INSENSITIVE))).isEmpty();
    }

    @Test
    void a_paragraph_is_searched_only_where_it_holds_the_needs() {
        Sought lost = Sought.of(Pattern.compile("(?:扣|失)\\d分"));
        assertThat(lost.mayBeIn(passage("得2分"))).isFalse();
        assertThat(lost.in(passage("扣2分")).find()).isTrue();
        assertThat(lost.in(passage("分扣2")).find()).isFalse();
    }

    private static Passage passage(String text) {
        return new Passage.Builder().add(text, 1, 1, 1).build(0);
    }
}
