package org.jizhun.auditor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
