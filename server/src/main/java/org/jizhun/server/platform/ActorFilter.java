package org.jizhun.server.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out in whose name a request comes, for its whole duration. */
final class ActorFilter extends OncePerRequestFilter {

    private final Sessions sessions;

    ActorFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            CurrentActor.set(sessions.check(request).orElse(null));
        } catch (DataAccessException | TransactionException failure) {
            if (!DatabaseAway.is(failure)) {
                throw failure;
            }
            // The session stands; who it is cannot be asked just now.
            response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_SECONDS);
            ProblemJson.write(response, HttpStatus.SERVICE_UNAVAILABLE, "server-database-away");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            CurrentActor.set(null);
        }
    }
}
