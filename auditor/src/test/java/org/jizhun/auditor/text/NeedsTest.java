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
                // the first way ends with anything: 分 alone, or 失 before it
                "(?:扣.|失)分; 分/失分 扣/失",
                "扣|; ''",
                "(?=扣|$)分; 分",
                // what may be left out is no need, but tells what else may stand beside it
                "扣?分; 扣分/分",
                "扣*分; 分",
                "(?:扣除){0,2}分; 分",
                "(?:扣除)?分; 扣除/分",
                "扣除?分; 扣除/扣分",
                // of what comes often the first stands beside what is before, the last beside what is behind
                "扣+分; 扣分 扣",
                "扣{2}分; 扣分 扣",
                "扣{1,3}?分; 扣分 扣",
                "共[12]+个; 共1/共2 1个/2个 1/2",
                "扣.*分; 扣 分",
                // what must not stand there is none either, what must stand beside it is one
                "(?!扣)分; 分",
                "(?<!扣)分; 分",
                "(?<=扣)分; 分 扣",
                "^扣$; 扣",
                "[^扣]分; 分",
                // short ranges are read, long ones, classes and references are left open
                "[1-3]分; 1分/2分/3分",
                "[\\u4e00-\\u9fa5]分; 分",
                // of blanks, written _ here, there are six
                "[\\s扣]分; 分 扣/_/_/_/_/_/_",
                "\\s分.*; 分 _/_/_/_/_/_",
                "(?<word>扣)\\k<word>; 扣",
                "扣\\.分; 扣.",
                "\\d{2}分; 0分/1分/2分/3分/4分/5分/6分/7分/8分/9分 0/1/2/3/4/5/6/7/8/9",
                "(?i)a; ''",
                "(?:(?s).)分; ''",
                "\\Q分\\E; ''"
            })
    void a_pattern_needs(String pattern, String needs) {
        assertThat(Needs.of(Pattern.compile(pattern)).needs().stream()
                        .map(need -> String.join("/", need.pieces()).replaceAll("\\s", "_"))
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
                .extracting(Need::pieces)
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

    /** How far behind the beginning of a match the rarest piece stands at most. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "扣分;0",
                // the two that are rarest stand behind one character
                "年扣分;1",
                // 第扣 or 扣分
                "第?扣分;0",
                // a character left open can be one that is kept as two
                "[^，]{0,3}扣分;6",
                "(?:第|每项)扣分;2",
                "(?=.扣分);2",
                "(?:扣分)+;0",
                // of any length, or before it
                ".*扣分;65536",
                "(?<=扣分).;65536"
            })
    void a_need_stands_near_the_beginning(String pattern, int within) {
        assertThat(Needs.of(Pattern.compile(pattern)).needs().get(0).within()).isEqualTo(within);
    }

    /** Only of what must be the end of a text it is said how that ends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"(?:为|达到?)$;为到达", "共[计有]*$;计有共", "共(?:计)?(?=.)$;计共", "为|是$;''", "为;''", ".$;''", "(?:为|$);''"})
    void what_a_text_ends_with_is_read(String pattern, String lasts) {
        assertThat(String.join("", Needs.of(Pattern.compile(pattern)).lasts())).isEqualTo(lasts);
    }

    @ParameterizedTest
    @CsvSource({
        "^扣, true, false",
        "(?:^扣|^失), true, false",
        "(?<!第)^扣, true, false",
        "(?:^|。)扣, false, true",
        "共?(?:^|。)扣, false, true",
        "扣^, false, false",
        "(?:^扣)?失, false, false"
    })
    void a_match_begins_with_the_text_or_may(String pattern, boolean begins, boolean orBeginning) {
        Needs.Known known = Needs.of(Pattern.compile(pattern));
        assertThat(known.begins()).isEqualTo(begins);
        assertThat(known.orBeginning()).isEqualTo(orBeginning);
    }
}
