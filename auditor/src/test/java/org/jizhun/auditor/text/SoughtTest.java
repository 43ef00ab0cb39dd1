package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtTest {

    private static final Sought LOST = Sought.of(Pattern.compile("(?:扣|失)\\d分"), "扣失", "分");

    @ParameterizedTest
    @CsvSource({"本项扣2分,true", "失3分的原因,true", "扣2,false", "得2分,false", "'',false"})
    void a_match_is_found_where_every_need_is_held(String text, boolean found) {
        assertThat(LOST.in(text).find()).isEqualTo(found);
    }

    @Test
    void text_that_lacks_a_need_is_not_searched() {
        // the pattern alone would match: the need is what was asked for
        assertThat(Sought.of(Pattern.compile("\\d"), "分").in("12").find()).isFalse();
    }

    @Test
    void all_matches_are_where_the_pattern_finds_them() {
        assertThat(LOST.in("扣1分，又失2分").results().map(match -> match.start() + match.group()))
                .containsExactly("0扣1分", "5失2分");
    }

    @ParameterizedTest
    @CsvSource({"扣2分,true,true", "扣2分。,false,true", "再扣2分,false,false", "得2分,false,false"})
    void a_text_is_a_match_or_begins_with_one(String text, boolean is, boolean begins) {
        assertThat(LOST.is(text)).isEqualTo(is);
        assertThat(LOST.begins(text)).isEqualTo(begins);
    }

    @Test
    void matches_are_replaced_and_a_text_without_one_stays() {
        assertThat(LOST.replaceAll("扣1分，失2分", "无")).isEqualTo("无，无");
        assertThat(LOST.replaceFirst("扣1分，失2分", "无")).isEqualTo("无，失2分");
        assertThat(LOST.replaceAll("得1分", "无")).isEqualTo("得1分");
    }

    @Test
    void what_must_end_a_text_is_found_there_and_nowhere_else() {
        Sought last = Sought.of("(?<=共计)(?:为|是)$");
        assertThat(last.isIn("资金支出总额全年共计为")).isTrue();
        assertThat(last.isIn("资金共计为全年支出总额")).isFalse();
        assertThat(last.isIn("资金支出总额全年合计为")).isFalse();
        assertThat(last.replaceFirst("资金支出总额全年共计为", "：")).isEqualTo("资金支出总额全年共计：");
    }

    /** Two of a kind are looked for one by one, more in a table. */
    @ParameterizedTest
    @CsvSource({"上年,true", "去年,true", "同期,true", "往年,true", "年上,false", "本期,false", "期,false", "上,false"})
    void one_of_many_words_is_found(String text, boolean found) {
        assertThat(Sought.of("上年|去年|同期|往年").isIn(text)).isEqualTo(found);
        assertThat(Sought.of("上年|去年|同期|往年").isIn(passage(text))).isEqualTo(found);
    }

    /** A long paragraph has as many pieces as words: none of the hundred that it holds is ruled out. */
    @Test
    void no_word_of_a_long_paragraph_is_ruled_out() {
        StringBuilder text = new StringBuilder();
        for (char character = '一'; character < '一' + 5000; character++) {
            text.append(character);
        }
        Passage passage = passage(text.toString());
        for (int at = 0; at + 2 <= text.length(); at += 50) {
            assertThat(Sought.of(text.substring(at, at + 2)).isIn(passage)).isTrue();
        }
    }

    /** In a long text only places where a match can begin are tried; what stands before them is seen all the same. */
    @Test
    void a_match_in_a_long_text_is_the_first_one_with_what_stands_before_it() {
        String text = "第三个项目已经完成验收，其余两个项目尚未完工，共三个项目";
        Sought counted = Sought.of("(?<!第)(?<count>[两三])个(?<what>项目)");
        // 第三个 is no number: the first is 两个 behind 其余, at 14 characters
        assertThat(counted.in(text).results().map(match -> match.start() + match.group(1)))
                .containsExactly("14两", "24三");
        assertThat(counted.in(passage(text)).replaceAll("若干")).isEqualTo("第三个项目已经完成验收，其余若干尚未完工，共若干");
        assertThat(counted.isIn("第三个项目已经完成验收，其余项目尚未完工")).isFalse();
        assertThat(counted.in("第三个项目已经完成验收，其余项目尚未完工").find()).isFalse();
        assertThat(Sought.of("^三个项目").isIn("本年度共有三个项目，均已完成验收并移交")).isFalse();
        assertThat(counted.replaceFirst(text, "若干")).isEqualTo("第三个项目已经完成验收，其余若干尚未完工，共三个项目");
    }

    /** What is left out must hold no match: the pattern alone, on texts that hold much of what it asks for, is the judge. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:扣|失)\\d+分",
                "(?<name>[\\u4e00-\\u9fa5]{2,3}?)(?:共|有)?(?<![第\\d])(?<count>\\d{1,2}|[两三]|[两三]?十[两三]?)(?<unit>个|项)(?=[，。])",
                "(?:^|[，。])[^，。]{0,4}共(?:有)?",
                "^(?:第?[两三]个|共\\s?\\d)",
                "^[^，]{0,3}，(?:共|有)",
                "(?:为|是|共|有|\\s)+$",
                "(?:扣[^，。]{0,3}|共)$",
                "[^，。\\d]{0,8}?(?:共有|两个)$",
                "(?<=扣|共)\\d|(?<!第)[两三]个",
                "([\\u4e00-\\u9fa5])(?=\\1)(?:共|有|两)",
                "(?:扣|^)分|有$",
                "(?:(?:第[两三]|共)+个){1,2}",
                "[\\u4e00-\\u9fa5&&[^第共]]个",
                ".*?，(?=两)"
            })
    void nothing_is_found_but_what_the_pattern_finds_alone(String written) {
        Pattern pattern = Pattern.compile(written);
        Sought sought = Sought.of(written);
        Random chance = new Random(20260101);
        String characters = "扣失分第两三十个项共有为是，。12 \n";
        int found = 0;
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = chance.nextInt(40); text.length() < length; ) {
                text.append(characters.charAt(chance.nextInt(characters.length())));
            }
            String own = text.toString();
            List<String> alone = matches(pattern.matcher(own));
            found += alone.isEmpty() ? 0 : 1;
            Passage passage = passage(own);
            assertThat(matches(sought.in(own))).as(own).isEqualTo(alone);
            assertThat(sought.isIn(own)).as(own).isEqualTo(!alone.isEmpty());
            assertThat(sought.is(own)).as(own).isEqualTo(pattern.matcher(own).matches());
            assertThat(sought.begins(own))
                    .as(own)
                    .isEqualTo(pattern.matcher(own).lookingAt());
            assertThat(sought.replaceFirst(own, "-"))
                    .isEqualTo(pattern.matcher(own).replaceFirst("-"));
            assertThat(matches(sought.in(passage))).as(own).isEqualTo(matches(pattern.matcher(passage.text())));
            assertThat(sought.whole(passage).matches())
                    .isEqualTo(pattern.matcher(passage.text()).matches());
        }
        assertThat(found).isBetween(10, 2990);
    }

    private static List<String> matches(Matcher matcher) {
        return matcher.results().map(match -> match.start() + match.group()).toList();
    }

    private static Passage passage(String text) {
        return new Passage.Builder().add(text, 1, 1, 1).build(0);
    }
}
