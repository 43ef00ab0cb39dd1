package org.jizhun.server.trail;

import java.util.List;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one chain in the order of its numbers. An entry is altered if its hash does not follow from its fields; it was
 * moved if it would with another number; the numbers between two entries are missing; what stands behind the last is known
 * from the head.
 */
final class ChainWalk {

    /** How far an entry is looked for from where it stands. */
    private static final int NEIGHBOURS = 64;

    private final int chain;
    private final List<Problem> findings;
    private final int most;
    private long last;
    private String hash = Verification.NOTHING;
    private boolean lastWasGood = true;

    ChainWalk(int chain, List<Problem> findings, int most) {
        this.chain = chain;
        this.findings = findings;
        this.most = most;
    }

    int chain() {
        return chain;
    }

    void take(TrailEntry entry, String stored) {
        boolean gap = entry.number() > last + 1;
        if (gap) {
            tell("trail-entries-missing", last + 1, "last", entry.number() - 1);
        }
        boolean good = CanonicalText.hash(entry).equals(stored);
        if (!good) {
            Long origin = origin(entry, stored);
            if (origin == null) {
                tell("trail-entry-altered", entry.number(), "what", entry.action() + " " + entry.subject());
            } else {
                tell("trail-entry-moved", entry.number(), "origin", origin);
            }
        } else if (!gap && lastWasGood && !entry.previous().equals(hash)) {
            // Each is whole in itself, yet this one was written after another: the one before was replaced.
            tell("trail-entry-replaced", entry.number() - 1, "next", entry.number());
        }
        last = entry.number();
        hash = stored;
        lastWasGood = good;
    }

    private static @Nullable Long origin(TrailEntry entry, String stored) {
        for (long distance = 1; distance <= NEIGHBOURS; distance++) {
            for (long number : new long[] {entry.number() - distance, entry.number() + distance}) {
                if (number > 0 && CanonicalText.hash(entry.atNumber(number)).equals(stored)) {
                    return number;
                }
            }
        }
        return null;
    }

    /** @param number what the head says is the last entry, with its hash */
    void end(long number, String headHash) {
        if (last < number) {
            tell("trail-entries-missing", last + 1, "last", number);
        } else if (last > number || (lastWasGood && !hash.equals(headHash))) {
            tell("trail-head-differs", last, "head", number);
        }
    }

    private void tell(String code, long number, String name, Object value) {
        if (findings.size() < most) {
            findings.add(Problem.of(
                    code, Place.of("trail " + chain + "/" + number), "chain", chain, "number", number, name, value));
        }
    }
}
