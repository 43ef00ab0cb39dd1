package org.jizhun.server.trail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ends of chains as this server left them, so that a writer need not ask the database for one first. Each is handed to one
 * transaction at a time. What stands here may be out of date (another server, a restore): whoever appends makes the
 * database compare, and forgets a head that it does not confirm.
 */
@Component
class Chains {

    private static final int TRIES = 40;

    private final JdbcClient jdbc;
    private final Deque<Head> free = new ArrayDeque<>();
    private final Set<Integer> known = new HashSet<>();

    Chains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last entry of a chain: its number, 0 for none, and its hash. */
    record Head(int chain, long number, String hash) {}

    /** One this server left, or else {@link #another}. Whoever has it gives it back or forgets it. */
    Head next() {
        Head head = free();
        return head == null ? another() : head;
    }

    /** One that nobody seems to have at this moment, as the database knows it; within a transaction. */
    Head another() {
        Head head = null;
        for (int asked = 0; head == null; asked++) {
            Head found = jdbc.sql("SELECT chain, number, hash FROM trail_take_chain()")
                    .query((row, number) -> new Head(row.getInt("chain"), row.getLong("number"), row.getString("hash")))
                    .single();
            head = isKnown(found.chain()) && asked < TRIES ? null : found;
        }
        taken(head);
        return head;
    }

    /** One this server left. The one used last comes first, so that few chains grow. */
    synchronized @Nullable Head free() {
        return free.pollFirst();
    }

    /** Whether some transaction of this server has this chain, or it is free here. */
    private synchronized boolean isKnown(int chain) {
        return known.contains(chain);
    }

    private synchronized void taken(Head head) {
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
