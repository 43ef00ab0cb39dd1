package org.jizhun.server.platform;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** After five wrong passwords in a row an account is closed for a minute, after each further one twice as long, an hour at most. */
final class LockOut {

    static final int FREE = 5;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    private LockOut() {}

    /** @param failures in a row, this one included */
    static @Nullable Instant until(int failures, Instant now) {
        if (failures < FREE) {
            return null;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(failures - FREE, DOUBLINGS));
        return now.plus(delay.compareTo(LONGEST) > 0 ? LONGEST : delay);
    }
}
