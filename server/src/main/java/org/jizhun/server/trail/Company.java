package org.jizhun.server.trail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does in one go what several threads want at the same moment. Whoever comes while nobody is at it begins at once. A second
 * group begins beside the first as soon as enough have come: whoever completes it does it, so that nobody need be woken for it. No
 * thread works for others after its own is done, and nothing waits while nobody works. A thread whose wish others did is
 * woken once, and then needs no lock.
 */
final class Company<T> {

    /** Groups under way at once: one is committed while the next is written. */
    private static final int GROUPS = 2;

    private static final int MOST_IN_A_GROUP = 16;

    /** How long one waits beside a single group until enough have come; longer than a group takes. */
    private static final long PATIENCE_NANOS = 2_000_000;

    private final Consumer<List<T>> work;

    /** Those nobody has begun with. Also the lock. */
    private final Deque<Place<T>> queue = new ArrayDeque<>();

    private int groups;

    /** How many were in the group that began last, and in the one before. */
    private int last = 1;

    private int lastButOne = 1;

    Company(Consumer<List<T>> work) {
        this.work = work;
    }

    private static final class Place<T> {
        private final T wanted;
        private final Thread thread = Thread.currentThread();
        private volatile boolean done;

        /** Whom it is to do it for, itself among them. */
        private volatile @Nullable List<Place<T>> led;

        Place(T wanted) {
            this.wanted = wanted;
        }

        void lead(List<Place<T>> group) {
            led = group;
            LockSupport.unpark(thread);
        }

        void leave() {
            done = true;
            LockSupport.unpark(thread);
        }
    }

    /** Returns when the work was told about this and came back. */
    void join(T wanted) {
        Place<T> mine = new Place<>(wanted);
        List<Place<T>> group = comes(mine);
        if (group == null) {
            group = await(mine);
        }
        if (group != null) {
            carryOut(group, mine);
        }
    }

    private void carryOut(List<Place<T>> group, Place<T> mine) {
        List<T> wanted = new ArrayList<>(group.size());
        group.forEach(place -> wanted.add(place.wanted));
        try {
            work.accept(wanted);
        } finally {
            List<Place<T>> next = next();
            if (next != null) {
                next.get(0).lead(next);
            }
            for (Place<T> place : group) {
                if (place != mine) {
                    place.leave();
                }
            }
        }
    }

    /** The group it is to lead; null if others did it. */
    private @Nullable List<Place<T>> await(Place<T> mine) {
        boolean interrupted = false;
        while (!mine.done && mine.led == null) {
            LockSupport.parkNanos(this, PATIENCE_NANOS);
            interrupted |= Thread.interrupted();
            if (!mine.done && mine.led == null) {
                leadIfNobodyDoes(mine);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.led;
    }

    private @Nullable List<Place<T>> comes(Place<T> mine) {
        synchronized (queue) {
            queue.add(mine);
            return groups < GROUPS && isComplete() ? begin(mine) : null;
        }
    }

    private void leadIfNobodyDoes(Place<T> mine) {
        synchronized (queue) {
            // Somebody may have taken it just now, and is about to say so.
            if (groups < GROUPS && queue.contains(mine)) {
                mine.led = begin(mine);
            }
        }
    }

    /** After a group: the next one, to be led by its first. */
    private @Nullable List<Place<T>> next() {
        synchronized (queue) {
            groups--;
            Place<T> first = queue.peek();
            return first != null && isComplete() ? begin(first) : null;
        }
    }

    /** All that wait and are under way make two groups of about the same size. */
    private boolean isComplete() {
        return groups == 0 || queue.size() >= (last + lastButOne + 1) / GROUPS;
    }

    private List<Place<T>> begin(Place<T> leader) {
        queue.remove(leader);
        List<Place<T>> group = new ArrayList<>();
        group.add(leader);
        while (!queue.isEmpty() && group.size() < MOST_IN_A_GROUP) {
            group.add(queue.remove());
        }
        groups++;
        lastButOne = last;
        last = group.size();
        return group;
    }

    /** How many nobody has begun with. */
    int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }
}
