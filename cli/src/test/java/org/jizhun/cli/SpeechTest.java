package org.jizhun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.Test;

class SpeechTest {

    @Test
    void chinese_where_nothing_is_said() {
        assertThat(Speech.of(List.of("score"), "", "")).isEqualTo(Language.ZH);
        assertThat(Speech.of(List.of("score"), "", "C")).isEqualTo(Language.ZH);
    }

    @Test
    void english_where_the_locale_is_english() {
        assertThat(Speech.of(List.of(), "", "en_GB.UTF-8")).isEqualTo(Language.EN);
        assertThat(Speech.locale(Map.of("LC_ALL", "zh_CN.UTF-8", "LANG", "en_US.UTF-8")))
                .isEqualTo("zh_CN.UTF-8");
        assertThat(Speech.locale(Map.of("LC_ALL", "", "LANG", "en_US.UTF-8"))).isEqualTo("en_US.UTF-8");
    }

    @Test
    void the_option_wins_wherever_it_stands() {
        assertThat(Speech.of(List.of("--lang", "en", "score"), "zh", "zh_CN")).isEqualTo(Language.EN);
        assertThat(Speech.of(List.of("score", "x", "--lang=zh"), "en", "en_US")).isEqualTo(Language.ZH);
    }

    @Test
    void the_launcher_wins_over_the_locale_it_had_to_change() {
        assertThat(Speech.of(List.of(), "zh", "en_US.UTF-8")).isEqualTo(Language.ZH);
    }
}
