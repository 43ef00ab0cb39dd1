package org.jizhun.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void a_quarter_is_its_three_months() {
        Period quarter = Period.of("2025Q1").orElseThrow();
        assertThat(quarter.first()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(quarter.last()).isEqualTo(LocalDate.of(2025, 3, 31));
    }

    @Test
    void a_month_overlaps_its_year_and_quarter_but_not_the_next_month() {
        Period march = Period.of("2025-03").orElseThrow();
        assertThat(march.overlaps(Period.of("2025").orElseThrow())).isTrue();
        assertThat(march.overlaps(Period.of("2025Q1").orElseThrow())).isTrue();
        assertThat(march.overlaps(Period.of("2025-04").orElseThrow())).isFalse();
    }

    @Test
    void a_day_that_no_calendar_has_is_no_period() {
        assertThat(Period.of("2025-02-29")).isEmpty();
        assertThat(Period.of("2025-13")).isEmpty();
        assertThat(Period.of("2025Q5")).isEmpty();
        assertThat(Period.of("一月")).isEmpty();
        assertThat(Period.of("2024-02-29")).isPresent();
    }
}
