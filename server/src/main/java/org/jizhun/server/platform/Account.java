package org.jizhun.server.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The account of a user as stored; {@code generation} rises when sessions of before must end. */
record Account(
        long id,
        String login,
        String name,
        String passwordHash,
        int generation,
        boolean mustChangePassword,
        int failures,
        @Nullable Instant lockedUntil,
        @Nullable String totpSecret,
        @Nullable String totpPending,
        long totpStep,
        @Nullable Instant closed,
        @Nullable Instant lastSignIn) {

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Without what only the sign-in may know. */
    @Override
    public String toString() {
        return "Account " + id + " " + login;
    }
}
