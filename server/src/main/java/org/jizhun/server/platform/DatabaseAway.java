package org.jizhun.server.platform;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Tells a failure that comes from the database being away (killed, restarting, no connection free in time) from every other.
 * Whether a change was committed that was under way at that moment is not known, so it is never acknowledged.
 */
final class DatabaseAway {

    /** After so many seconds a program may ask again; the embedded database needs about one. */
    static final String RETRY_SECONDS = "2";

    /** What people are told, be it of a request or of a job. */
    static final Problem PROBLEM = Problem.of("server-database-away", Place.NONE);

    /** SQLSTATE class 08: the connection broke or could not be made. */
    private static final String CONNECTION = "08";

    /**
     * Cancelled or shut down by somebody, ended by a crash, not yet taking connections, too many of them. Nobody here cancels
     * a statement or sets it a time, so one that was cancelled is so by whoever looks after the database.
     */
    private static final Set<String> STATES = Set.of("57014", "57P01", "57P02", "57P03", "53300");

    /** What the pool says of a connection that it gave up; without a state. */
    private static final String GIVEN_UP = "Connection is closed";

    private DatabaseAway() {}

    static ResponseEntity<Map<String, Object>> answer() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(ProblemJson.of(HttpStatus.SERVICE_UNAVAILABLE, List.of(PROBLEM)));
    }

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
                || (state == null
                        ? GIVEN_UP.equals(failure.getMessage())
                        : state.startsWith(CONNECTION) || STATES.contains(state));
    }
}
