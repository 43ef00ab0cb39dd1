package org.jizhun.auditor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayTest {

    private static List<Day> days(String text) {
        return Day.of(Written.passage(text));
    }

    @ParameterizedTest
    @CsvSource({
        "于2024年3月15日签订,2024-03-15,true",
        "于2024-3-15签订,2024-03-15,true",
        "于2024.12.31签订,2024-12-31,true",
        "于1999/1/2签订,1999-01-02,true",
        "2024届毕业生截至8月31日,2024-08-31,false",
        "2023年至2024年间的6月1日,2024-06-01,false"
    })
    void a_day_is_read_as_printed(String text, LocalDate date, boolean ownYear) {
        List<Day> days = days(text);
        assertThat(days).hasSize(1);
        assertThat(days.get(0).date()).isEqualTo(date);
        assertThat(days.get(0).ownYear()).isEqualTo(ownYear);
    }

    @Test
    void a_day_without_year_has_that_of_the_day_before_it() {
        // the year named in the text before, 2023, no longer counts once a day has told its own
        assertThat(days("2023年合同于2024年3月1日签订，4月5日付款，2025年1月2日验收，3月4日备案"))
                .extracting(Day::date)
                .containsExactly(
                        LocalDate.of(2024, 3, 1),
                        LocalDate.of(2024, 4, 5),
                        LocalDate.of(2025, 1, 2),
                        LocalDate.of(2025, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3月15日签订", "2024年2月30日", "2024年13月1日", "没有日期", "", "3.12月5日", "2024-1-234"})
    void what_is_no_day_or_has_no_year_is_left_out(String text) {
        assertThat(days(text)).isEmpty();
    }

    @Test
    void the_words_of_its_clause_stand_beside_it() {
        List<Day> days = days("项目实施。合同于2024年3月1日签订，至4月5日完成验收。");
        assertThat(days.get(0).before()).isEqualTo("合同于");
        assertThat(days.get(0).after()).isEqualTo("签订");
        assertThat(days.get(1).before()).isEqualTo("至");
        assertThat(days.get(1).after()).isEqualTo("完成验收");
        assertThat(days.get(1).text()).isEqualTo("4月5日");
        assertThat(days.get(1).spot().column()).isEqualTo(22);
    }

    @Test
    void between_two_days_of_one_clause_the_words_belong_to_both() {
        List<Day> days = days("自2024年3月1日起至2024年4月5日止");
        assertThat(days.get(0).before()).isEqualTo("自");
        assertThat(days.get(0).after()).isEqualTo("起至2024年4月5日止");
        assertThat(days.get(1).before()).isEqualTo("起至");
        assertThat(days.get(1).after()).isEqualTo("止");
    }
}
