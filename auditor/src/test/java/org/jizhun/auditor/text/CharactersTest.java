package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {

    private static String read(String text) {
        return new Passage.Builder().add(text, 1, 1, 1).build(0).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "２０２３年度 | 2023年度",
                "０９ＡＺａｚ | 09AZaz",
                "（甲）(乙) | （甲）（乙）",
                "９５％，９６﹪ | 95%，96%",
                "１．５＋２－３＝４／５＊６＞７＜８ | 1.5+2-3=4/5*6>7<8",
                "5−3–2﹣1 | 5-3-2-1",
                "单位︰万元 | 单位：万元",
                "完成!好?是;否 | 完成！好？是；否",
                // radicals that programs print in place of the characters
                "⼀、部⻔⽀出⾦额及⻓期⻅效 | 一、部门支出金额及长期见效",
                "⺎⼈⾞⻋⿕⺀ | 兀人車车龠⺀"
            })
    void letters_digits_and_signs_read_alike_in_either_width(String printed, String text) {
        assertThat(read(printed)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // within figures or letters they part thousands, times and names
                "1,200万元 | 1,200万元",
                "a,b | a,b",
                "10:30 | 10:30",
                // elsewhere they are marks of the sentence
                "完成,达到 | 完成，达到",
                "共5,其中 | 共5，其中",
                "单位:万元 | 单位：万元",
                "完成5: | 完成5：",
                ",5 | ，5",
                // full-width digits: three of them after the comma
                "１，２００万元 | 1,200万元",
                "１，２０万元 | 1，20万元",
                "１，２０００万元 | 1，2000万元",
                "1，200万元 | 1，200万元",
                "，２００ | ，200",
                "Z,0 | Z,0",
                "z,9 | z,9"
            })
    void a_comma_is_a_mark_unless_it_stands_within_a_figure(String printed, String text) {
        assertThat(read(printed)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023 年 度 | 2023年度",
                "1 200 | 1 200",
                "open the file | open the file",
                "12  34 | 12 34",
                "金额 12 万元 | 金额12万元",
                "'  前后  ' | 前后",
                "— — | — —",
                "∑ 5 | ∑ 5"
            })
    void a_blank_stays_only_between_half_width_characters(String printed, String text) {
        assertThat(read(printed)).isEqualTo(text);
    }

    @Test
    void every_character_keeps_the_place_where_it_was_printed() {
        Passage passage =
                new Passage.Builder().add("第一 行", 1, 3, 5).add("二", 2, 4, 1).build(7);
        assertThat(passage.text()).isEqualTo("第一行二");
        assertThat(passage.raw()).isEqualTo("第一 行二");
        assertThat(passage.order()).isEqualTo(7);
        // 行 is the fourth character printed from column 5 on
        assertThat(passage.spot(2, 3)).isEqualTo(new Spot(1, 3, 8, "行"));
        assertThat(passage.spot(3, 4)).isEqualTo(new Spot(2, 4, 1, "二"));
        assertThat(passage.spot()).isEqualTo(new Spot(1, 3, 5, "第一行二"));
        // beyond its ends the nearest character counts
        assertThat(passage.spot(9, 12)).isEqualTo(new Spot(2, 4, 1, "二"));
        assertThat(passage.spot(-1, 1)).isEqualTo(new Spot(1, 3, 5, "第"));
        assertThat(passage.spot(1, 1)).isEqualTo(new Spot(1, 3, 6, "一"));
    }

    @Test
    void an_empty_passage_stands_somewhere_too() {
        assertThat(new Passage.Builder().build(0).spot()).isEqualTo(new Spot(1, 1, 1, ""));
        assertThat(new Passage.Builder().isEmpty()).isTrue();
        assertThat(new Passage.Builder().add(" ", 1, 1, 1).isEmpty()).isTrue();
        assertThat(new Passage.Builder().add("a", 1, 1, 1).isEmpty()).isFalse();
    }

    @Test
    void a_long_passage_keeps_its_places() {
        String text = "绩".repeat(200);
        assertThat(new Passage.Builder().add(text, 2, 5, 1).build(0).spot(150, 151))
                .isEqualTo(new Spot(2, 5, 151, "绩"));
    }

    @Test
    void chinese_characters_are_two_columns_wide() {
        assertThat(Characters.width("a1")).isEqualTo(2);
        assertThat(Characters.width("绩a效")).isEqualTo(5);
        assertThat(Characters.width("\u00ff\u0100")).isEqualTo(3);
    }

    @Test
    void a_line_keeps_its_length_and_its_wide_blanks() {
        assertThat(Characters.plain("\u3000\u3000２０（甲)")).isEqualTo("\u3000\u300020（甲）");
    }
}
