package org.jizhun.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Begins, checks and ends the sessions of browsers. A session is asked at every request what it is worth: closing an account,
 * a new password, or the end of a term takes effect at the next click.
 */
@Component
class Sessions {

    private static final String LAST_SEEN = "jizhun.last-seen";

    private final AccountRows accounts;
    private final Permissions permissions;
    private final Settings settings;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(AccountRows accounts, Permissions permissions, Settings settings, Clock clock) {
        this.accounts = accounts;
        this.permissions = permissions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Under a new number, so that one planted before the sign-in is worth nothing. */
    void begin(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.getSession(true).setAttribute(LAST_SEEN, clock.instant());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Who it is; empty if nobody is signed in, and the session is ended if it is worth nothing any more. */
    Optional<Actor> check(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        HttpSession session = request.getSession(false);
        Instant now = clock.instant();
        if (session == null || isOver(session, signedIn, now)) {
            end(request);
            return Optional.empty();
        }
        Optional<Actor> actor = actor(signedIn, request.getRemoteAddr());
        if (actor.isEmpty()) {
            end(request);
        } else {
            session.setAttribute(LAST_SEEN, now);
        }
        return actor;
    }

    private boolean isOver(HttpSession session, SignedIn signedIn, Instant now) {
        return !(session.getAttribute(LAST_SEEN) instanceof Instant seen)
                || !now.isBefore(seen.plus(settings.idle()))
                || !now.isBefore(signedIn.since().plus(settings.absolute()));
    }

    private Optional<Actor> actor(SignedIn signedIn, String address) {
        return accounts.standing(signedIn.account(), LocalDate.now(clock))
                .filter(standing -> !standing.closed() && standing.generation() == signedIn.generation())
                .map(standing -> new Actor(
                        signedIn.account(),
                        standing.login(),
                        standing.name(),
                        standing.department(),
                        standing.person(),
                        standing.roles(),
                        permissions.reach(standing.roles()),
                        standing.mustChangePassword(),
                        standing.secondFactor(),
                        address));
    }
}
