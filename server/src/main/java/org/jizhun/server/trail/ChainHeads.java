package org.jizhun.server.trail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ends of chains as this server left them, so that a writer need not ask the database for one first. Each is handed to one
 * transaction at a time. What stands here may be out of date (another server, a restore): whoever appends makes the
 * database compare, and forgets a head that it does not confirm.
 */
final class ChainHeads {

    private final Deque<Head> free = new ArrayDeque<>();
    private final Set<Integer> known = new HashSet<>();

    /** The last entry of a chain: its number, 0 for none, and its hash. */
    record Head(int chain, long number, String hash) {}

    /** One that no other transaction has; null if none is free. The one used last comes first, so that few chains grow. */
    synchronized @Nullable Head take() {
        return free.pollFirst();
    }

    /** Whether some transaction of this server has this chain, or it is free here. */
    synchronized boolean isKnown(int chain) {
        return known.contains(chain);
    }

    /** A chain that was asked from the database is now some transaction's. */
    synchronized void taken(Head head) {
        known.add(head.chain());
    }

    /** What the transaction that had the chain committed. */
    synchronized void give(Head head) {
        free.addFirst(head);
    }

    /** The end of this chain is not known any more. */
    synchronized void forget(int chain) {
        known.remove(chain);
        free.removeIf(head -> head.chain() == chain);
    }
}
