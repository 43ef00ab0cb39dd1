package org.jizhun.server.trail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of the trail without its hash.
 *
 * @param at to the microsecond, as the database keeps it
 * @param before JSON, null where there was nothing
 * @param previous the hash of the entry before it in the chain; 64 zeros for the first
 */
record TrailEntry(
        int chain,
        long number,
        Instant at,
        @Nullable Long account,
        String login,
        String roles,
        String address,
        String action,
        String kind,
        String subject,
        @Nullable Long department,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        String previous) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** About a change by this actor at this moment; it has no place in a chain yet, see {@link #behind}. */
    static TrailEntry of(Change change, Actor actor, Instant at) {
        return new TrailEntry(
                0,
                0,
                at.truncatedTo(ChronoUnit.MICROS),
                actor.account(),
                actor.login(),
                String.join(" ", actor.roles().stream().sorted().toList()),
                actor.address(),
                change.action(),
                change.kind(),
                change.subject(),
                change.department(),
                json(change.before()),
                json(change.after()),
                change.reason(),
                Verification.NOTHING);
    }

    private static @Nullable String json(Map<String, ? extends @Nullable Object> fields) {
        return fields.isEmpty() ? null : JSON.writeValueAsString(fields);
    }

    TrailEntry atNumber(long other) {
        return placed(chain, other, previous);
    }

    /** The same behind a head. */
    TrailEntry behind(Chains.Head head) {
        return placed(head.chain(), head.number() + 1, head.hash());
    }

    private TrailEntry placed(int inChain, long atNumber, String preceding) {
        return new TrailEntry(
                inChain,
                atNumber,
                at,
                account,
                login,
                roles,
                address,
                action,
                kind,
                subject,
                department,
                before,
                after,
                reason,
                preceding);
    }
}
