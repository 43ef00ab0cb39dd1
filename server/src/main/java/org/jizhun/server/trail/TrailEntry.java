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

    /** The one that follows a head, about a change by this actor at this moment. */
    static TrailEntry of(Change change, Actor actor, Instant at, Chains.Head head) {
        return new TrailEntry(
                head.chain(),
                head.number() + 1,
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
                head.hash());
    }

    private static @Nullable String json(Map<String, ? extends @Nullable Object> fields) {
        return fields.isEmpty() ? null : JSON.writeValueAsString(fields);
    }

    TrailEntry atNumber(long other) {
        return new TrailEntry(
                chain,
                other,
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
                previous);
    }
}
