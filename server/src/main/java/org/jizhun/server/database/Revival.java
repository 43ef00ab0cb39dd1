package org.jizhun.server.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a server that keeps dying is started again: five times in ten minutes, then a person must look. */
final class Revival {

    private static final int TIMES = 5;
    private static final long WINDOW = Duration.ofMinutes(10).toNanos();

    private final Deque<Long> earlier = new ArrayDeque<>();

    boolean mayTry() {
        return mayTry(System.nanoTime());
    }

    boolean mayTry(long now) {
        while (!earlier.isEmpty() && now - earlier.getFirst() > WINDOW) {
            earlier.removeFirst();
        }
        if (earlier.size() == TIMES) {
            return false;
        }
        earlier.addLast(now);
        return true;
    }
}
