package org.jizhun.server.trail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does in one go what several threads want at the same moment, one group after the other. A group begins as soon as as many
 * wait as were lately there at once, and is done by whoever completes it, so that nobody need be woken for it; where they do not come,
 * it begins without them a moment later. So whoever is alone never waits, and threads that come again and again are all in one
 * group. No thread works for others after its own is done. A thread whose wish others did is woken once, and then needs no lock.
 */
final class Company<T> {

    private static final int MOST_IN_A_GROUP = 16;

    /** How long one waits for others who were there lately; longer than a group takes, or those of it would wake in vain. */
    private static final long PATIENCE_NANOS = 2_000_000;

    /** After so many groups those who do not come any more are not waited for. */
    private static final int LATELY = 8;

    private final Consumer<List<T>> work;

    /** Those nobody has begun with. Also the lock. */
    private final Deque<Place<T>> queue = new ArrayDeque<>();

    private boolean atWork;

    /** How many are here, those of the group at work among them. */
    private int present;

    /** How many were here at once at most, in the groups of this span and in those of the one before. */
    private int most;

    private int mostBefore;

    private int groupsOfSpan;

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
            List<Place<T>> next = next(group.size());
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
            present++;
            most = Math.max(most, present);
            return !atWork && isComplete() ? begin(mine) : null;
        }
    }

    private void leadIfNobodyDoes(Place<T> mine) {
        synchronized (queue) {
            // Somebody may have taken it just now, and is about to say so.
            if (!atWork && queue.contains(mine)) {
                mine.led = begin(mine);
            }
        }
    }

    /** After a group of so many: the next one, to be led by its first. */
    private @Nullable List<Place<T>> next(int gone) {
        synchronized (queue) {
            present -= gone;
            atWork = false;
            Place<T> first = queue.peek();
            return first != null && isComplete() ? begin(first) : null;
        }
    }

    private boolean isComplete() {
        return queue.size() >= Math.min(MOST_IN_A_GROUP, Math.max(most, mostBefore));
    }

    private List<Place<T>> begin(Place<T> leader) {
        queue.remove(leader);
        List<Place<T>> group = new ArrayList<>();
        group.add(leader);
        while (!queue.isEmpty() && group.size() < MOST_IN_A_GROUP) {
            group.add(queue.remove());
        }
        atWork = true;
        groupsOfSpan++;
        if (groupsOfSpan == LATELY) {
            groupsOfSpan = 0;
            mostBefore = most;
            most = present;
        }
        return group;
    }

    /** How many nobody has begun with. */
    int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }
}
