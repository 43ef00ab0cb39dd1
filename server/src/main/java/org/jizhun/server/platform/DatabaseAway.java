package org.jizhun.server.platform;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a failure that comes from the database being away (killed, restarting, no connection free in time) from every other.
 * Whether a change was committed that was under way at that moment is not known, so it is never acknowledged.
 */
final class DatabaseAway {

    /** After so many seconds a program may ask again; the embedded database needs about one. */
    static final String RETRY_SECONDS = "2";

    /** SQLSTATE class 08: the connection broke or could not be made. */
    private static final String CONNECTION = "08";

    /** Shut down by somebody, ended by a crash, not yet taking connections, too many of them. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private DatabaseAway() {}

    static boolean is(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && is(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || (state != null && (state.startsWith(CONNECTION) || STATES.contains(state)));
    }
}
