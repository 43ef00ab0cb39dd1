package org.jizhun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void a_chinese_character_takes_two_columns() {
        assertThat(Lines.width("得分 9.5")).isEqualTo(2 + 2 + 1 + 3);
        assertThat(Lines.width("（优）")).isEqualTo(6);
        assertThat(Lines.width("𠮷")).isEqualTo(2);
        assertThat(Lines.width("e\u0301")).isEqualTo(1);
    }

    @Test
    void columns_of_both_scripts_line_up() {
        assertThat(Lines.left("产出", 6) + "|").isEqualTo("产出  |");
        assertThat(Lines.left("output", 6) + "|").isEqualTo("output|");
        assertThat(Lines.right("20", 4)).isEqualTo("  20");
    }

    @Test
    void a_long_line_breaks_between_chinese_characters_and_keeps_the_indent() {
        assertThat(Lines.wrapped("合同公告晚了三天。", 10, "  ")).containsExactly("合同公告晚", "  了三天。");
    }

    @Test
    void no_line_begins_with_a_closing_mark() {
        // 五个字十列，句号不能单独到下一行，所以第五个字一起换行
        assertThat(Lines.wrapped("合同公告晚。", 10, "")).containsExactly("合同公告", "晚。");
    }

    @Test
    void a_word_is_kept_whole_where_a_blank_is_near() {
        assertThat(Lines.wrapped("points lost here", 12, "  ")).containsExactly("points lost", "  here");
    }

    @Property
    void no_line_is_wider_than_asked_and_no_letter_is_lost(
            @ForAll @StringLength(max = 200) String text, @ForAll @IntRange(min = 8, max = 40) int width) {
        String plain = text.replaceAll("[\\s\\p{Z}\\p{C}]", "x");
        assertThat(Lines.wrapped(plain, width, "  ")).allMatch(line -> Lines.width(line) <= width);
        assertThat(String.join("", Lines.wrapped(plain, width, ""))).isEqualTo(plain);
    }
}
