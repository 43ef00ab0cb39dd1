package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {

    private static final String HERE = "10.0.0.1";

    private Instant now = Instant.parse("2026-03-31T08:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };
    private final AttemptLimit limit =
            new AttemptLimit(Settings.STANDARD.signInsPerMinute(), Duration.ofMinutes(1), clock);

    private long after(int tries, String address) {
        IntStream.range(0, tries)
                .forEach(each -> assertThat(limit.take(address)).isZero());
        return limit.take(address);
    }

    @Test
    void of_twenty_one_sign_ins_from_one_address_in_a_minute_the_last_waits_for_the_rest_of_it() {
        limit.take(HERE);
        now = now.plusSeconds(20);
        // Nineteen more make twenty; forty seconds of the minute are left.
        assertThat(after(19, HERE)).isEqualTo(40);
        assertThat(limit.take("10.0.0.2")).as("another address").isZero();
    }

    @Test
    void after_the_minute_it_may_try_again() {
        assertThat(after(20, HERE)).isEqualTo(60);
        now = now.plusSeconds(59);
        assertThat(limit.take(HERE)).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(limit.take(HERE)).isZero();
    }
}
