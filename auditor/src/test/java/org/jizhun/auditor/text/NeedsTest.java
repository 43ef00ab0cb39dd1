package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A need too many would cost findings without a word, so each way to write a pattern is here with what it needs. */
class NeedsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // two characters beside each other, each way that a set gives; of a word the two that are rarest
                "扣失; 扣失",
                "[扣失]分; 扣分/失分",
                "资金扣分; 扣分",
                // a way each of two: one of either; nothing where one way needs nothing
                "扣|失; 扣/失",
                "(?:扣|失)分; 扣分/失分",
                "(?:扣.|失)分; 分 扣/失",
                "扣|; ''",
                "(?=扣|$)分; 分",
                // what may be left out is no need, but tells what else may stand beside it
                "扣?分; 扣分/分",
                "扣*分; 分",
                "(?:扣除){0,2}分; 分",
                "(?:扣除)?分; 扣除/分",
                "扣除?分; 扣除/扣分",
                "扣+分; 扣 分",
                "扣{2}分; 扣 分",
                "扣{1,3}?分; 扣 分",
                "扣.*分; 扣 分",
                // what must not stand there is none either, what must stand beside it is one
                "(?!扣)分; 分",
                "(?<!扣)分; 分",
                "(?<=扣)分; 扣 分",
                "^扣$; 扣",
                "[^扣]分; 分",
                // short ranges are read, long ones, classes and references are left open
                "[1-3]分; 1分/2分/3分",
                "[\\u4e00-\\u9fa5]分; 分",
                "[\\s扣]分; 分",
                "\\s分.*; 分",
                "(?<word>扣)\\k<word>; 扣",
                "扣\\.分; 扣.",
                // more than sixty-four words are no longer read together: ten digits three times
                "\\d\\d分; 0分/1分/2分/3分/4分/5分/6分/7分/8分/9分 0/1/2/3/4/5/6/7/8/9",
                "(?i)a; ''",
                "(?:(?s).)分; ''",
                "\\Q分\\E; ''"
            })
    void a_pattern_needs(String pattern, String needs) {
        assertThat(Needs.of(Pattern.compile(pattern)).needs().stream()
                        .map(need -> String.join("/", need))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(needs);
    }

    /** The longest match, and two characters that may end the last line behind it. */
    @ParameterizedTest
    @CsvSource({
        "(?:为|是)$, 3",
        "[、和]$|大约$, 4",
        "达到?$, 4",
        // a character left open can be one that is kept as two: three times two, and two
        "'[^，]{0,3}$', 8",
        "'\\d{1,2}年$', 5",
        "(?<=共)(?:为|是$)$, 3",
        // not only at the end, or of any length
        "约, -1",
        "约$|为, -1",
        "约$?, -1",
        "约(?=$), -1",
        "约*$, -1",
        "'约{2,}$', -1",
        "'约.+$', -1"
    })
    void a_match_begins_within_reach_of_the_end(String pattern, int reach) {
        assertThat(Needs.of(Pattern.compile(pattern)).reach()).isEqualTo(reach);
    }

    @Test
    void characters_that_stand_everywhere_are_looked_for_last() {
        // a digit stands in nearly every paragraph, 扣 in few
        assertThat(Needs.of(Pattern.compile("\\d.扣")).needs())
                .containsExactly(List.of("扣"), List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }

    @Test
    void a_pattern_with_flags_is_left_open() {
        assertThat(Needs.of(Pattern.compile("a", Pattern.CASE_INSENSITIVE)).needs())
                .isEmpty();
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

    /** What stands before without taking a character, or may be left out, begins nothing alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(?:扣|失)\\d分;扣失",
                "(?<![第\\d])[两三]个;两三",
                "^(?:共)?有;共有",
                "(?=甲)[乙丙]*丁+;乙丙丁",
                "(?<a>其中|按.{2,8}分)|由;其按由",
                "[^，]{2}扣;''",
                "(?:扣|.)分;''",
                "共*;''",
                "甲(?:乙)?|丙?;''"
            })
    void what_a_match_begins_with_is_read(String pattern, String starts) {
        assertThat(String.join("", Needs.of(Pattern.compile(pattern)).starts())).isEqualTo(starts);
    }
}
