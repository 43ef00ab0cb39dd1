package org.jizhun.server.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
