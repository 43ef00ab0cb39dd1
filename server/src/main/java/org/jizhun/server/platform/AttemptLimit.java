package org.jizhun.server.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one address or account may try something: so many times in a window, then not until the window is over. Kept in memory for
 * the addresses seen last; the oldest are forgotten when there are too many.
 */
public final class AttemptLimit {

    private static final int ADDRESSES = 10_000;

    private final int attempts;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    private record Count(Instant since, int attempts) {}

    public AttemptLimit(int attempts, Duration window, Clock clock) {
        this.attempts = attempts;
        this.window = window;
        this.clock = clock;
    }

    /** Counts an attempt; the seconds to wait if it was one too many, else zero. */
    public synchronized long take(String address) {
        Instant now = clock.instant();
        Count count = counts.get(address);
        if (count == null || !now.isBefore(count.since.plus(window))) {
            counts.remove(address);
            forgetOldest();
            counts.put(address, new Count(now, 1));
            return 0;
        }
        if (count.attempts >= attempts) {
            return Math.max(1, Duration.between(now, count.since.plus(window)).toSeconds());
        }
        counts.put(address, new Count(count.since, count.attempts + 1));
        return 0;
    }

    private void forgetOldest() {
        if (counts.size() >= ADDRESSES) {
            counts.remove(counts.keySet().iterator().next());
        }
    }
}
