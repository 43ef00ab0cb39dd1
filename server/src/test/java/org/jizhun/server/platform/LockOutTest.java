package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockOutTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void four_failures_lock_nothing() {
        assertThat(LockOut.until(4, NOW)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "6, 2", "7, 4", "8, 8", "9, 16", "10, 32", "11, 60", "12, 60", "1000, 60"})
    void each_further_failure_doubles_the_minutes_up_to_an_hour(int failures, long minutes) {
        assertThat(LockOut.until(failures, NOW)).isEqualTo(NOW.plusSeconds(60 * minutes));
    }
}
