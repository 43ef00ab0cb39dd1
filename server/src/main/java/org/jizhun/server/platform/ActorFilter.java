package org.jizhun.server.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        CurrentActor.set(sessions.check(request).orElse(null));
        try {
            chain.doFilter(request, response);
        } finally {
            CurrentActor.set(null);
        }
    }
}
