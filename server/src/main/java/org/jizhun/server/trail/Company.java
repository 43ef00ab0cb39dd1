package org.jizhun.server.trail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Does in one go what several threads want at the same moment. Whoever comes while few are at it begins at once, with
 * everything that waits; the others wait until theirs is done, or until it is their turn to do what waits. No thread works for
 * others after its own is done but for the group it is in, and nothing waits while nobody works.
 */
final class Company<T> {

    /** Groups under way at once: one is committed while the next is written. */
    private static final int GROUPS = 2;

    private static final int MOST_IN_A_GROUP = 16;

    private final Consumer<List<T>> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Place> queue = new ArrayDeque<>();
    private int groups;

    Company(Consumer<List<T>> work) {
        this.work = work;
    }

    private final class Place {
        private final T wanted;
        private final Condition called = lock.newCondition();
        private boolean leads;
        private boolean done;

        Place(T wanted) {
            this.wanted = wanted;
        }
    }

    /** Returns when the work was told about this and came back. */
    void join(T wanted) {
        Place mine = new Place(wanted);
        lock.lock();
        try {
            queue.add(mine);
            if (groups < GROUPS) {
                groups++;
                mine.leads = true;
            }
            while (mine.leads || !mine.done) {
                if (mine.leads) {
                    mine.leads = false;
                    lead();
                } else {
                    mine.called.awaitUninterruptibly();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Holding the lock, which is given up for the work; afterwards whoever waits longest leads on. */
    private void lead() {
        List<Place> group = new ArrayList<>();
        while (!queue.isEmpty() && group.size() < MOST_IN_A_GROUP) {
            group.add(queue.remove());
        }
        lock.unlock();
        try {
            if (!group.isEmpty()) {
                work.accept(group.stream().map(place -> place.wanted).toList());
            }
        } finally {
            lock.lock();
            for (Place each : group) {
                each.done = true;
                each.called.signal();
            }
            handOver();
        }
    }

    /** How many nobody has begun with. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    private void handOver() {
        Place next = queue.peek();
        if (next == null) {
            groups--;
        } else {
            next.leads = true;
            next.called.signal();
        }
    }
}
