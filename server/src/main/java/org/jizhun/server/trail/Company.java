package org.jizhun.server.trail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does in one go what several threads want at the same moment. Whoever comes while few are at it begins at once; the others wait
 * until theirs is done, or until it is their turn to do all that waits. No thread works for others after its own is done, and
 * nothing waits while nobody works. A thread that waits is woken once, and then needs no lock.
 */
final class Company<T> {

    /** Groups under way at once: one is committed while the next is written. */
    private static final int GROUPS = 2;

    private static final int MOST_IN_A_GROUP = 16;

    /** How long a group beside another waits to become as large: those of the group before are on their way to the next. */
    private static final long PATIENCE_NANOS = 60_000;

    private final Consumer<List<T>> work;

    /** Empty while fewer groups are under way than may be. Also the lock. */
    private final Deque<Place<T>> queue = new ArrayDeque<>();

    private int groups;

    /** How many were in the group that began last. */
    private int before;

    Company(Consumer<List<T>> work) {
        this.work = work;
    }

    private enum Turn {
        WAIT,
        LEAD,
        LEAVE
    }

    private static final class Place<T> {
        private final T wanted;
        private final Thread thread = Thread.currentThread();
        private volatile Turn turn = Turn.WAIT;

        Place(T wanted) {
            this.wanted = wanted;
        }

        void call(Turn next) {
            turn = next;
            LockSupport.unpark(thread);
        }

        void await() {
            boolean interrupted = false;
            while (turn == Turn.WAIT) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                thread.interrupt();
            }
        }
    }

    /** Returns when the work was told about this and came back. */
    void join(T wanted) {
        Place<T> mine = new Place<>(wanted);
        if (!begins(mine)) {
            mine.await();
            if (mine.turn == Turn.LEAVE) {
                return;
            }
        }
        List<Place<T>> group = with(mine);
        try {
            work.accept(group.stream().map(place -> place.wanted).toList());
        } finally {
            Place<T> next = next();
            if (next != null) {
                next.call(Turn.LEAD);
            }
            group.stream().filter(place -> place != mine).forEach(place -> place.call(Turn.LEAVE));
        }
    }

    private boolean begins(Place<T> mine) {
        synchronized (queue) {
            boolean begins = groups < GROUPS;
            if (begins) {
                groups++;
            } else {
                queue.add(mine);
            }
            return begins;
        }
    }

    /** Itself and whoever waits. */
    private List<Place<T>> with(Place<T> leader) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (mayGrow() && System.nanoTime() < until) {
            yieldToOthers();
        }
        List<Place<T>> group = new ArrayList<>();
        group.add(leader);
        synchronized (queue) {
            while (!queue.isEmpty() && group.size() < MOST_IN_A_GROUP) {
                group.add(queue.remove());
            }
            before = group.size();
        }
        return group;
    }

    private boolean mayGrow() {
        synchronized (queue) {
            return groups == GROUPS && queue.size() + 1 < before;
        }
    }

    @SuppressWarnings(
            "ThreadPriorityCheck") // only speed hangs on it; to sleep so short a time costs more than there is to gain
    private static void yieldToOthers() {
        Thread.yield();
    }

    /** Who leads the next group; taken off the queue, so that nobody else calls the same. */
    private @Nullable Place<T> next() {
        synchronized (queue) {
            Place<T> next = queue.poll();
            if (next == null) {
                groups--;
            }
            return next;
        }
    }

    /** How many nobody has begun with. */
    int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }
}
