package org.jizhun.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Lets a request through if the permission table says so; what has no row is closed. Files of the web pages, which are
 * everything outside of the programs' paths, are open to read.
 */
@Component
class Gate implements AuthorizationManager<RequestAuthorizationContext> {

    private final Permissions permissions;

    Gate(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(isOpen(context.getRequest()));
    }

    private boolean isOpen(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!isForPrograms(path)) {
            return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        }
        Optional<Permission> row = permissions.row(request.getMethod(), path);
        if (row.isEmpty()) {
            return false;
        }
        Optional<Actor> actor = CurrentActor.find();
        return switch (row.get().audience()) {
            case ANYONE -> true;
            case NEWCOMER -> actor.isPresent();
            case SIGNED_IN -> actor.filter(each -> !each.mustChangePassword()).isPresent();
            case ROLES ->
                actor.filter(each -> !each.mustChangePassword())
                        .filter(each -> row.get().allows(each.roles()))
                        .isPresent();
        };
    }

    /** The one call that comes with a token of its own instead of a session. */
    static boolean isFeed(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/feed");
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api") || path.startsWith("/v3") || path.startsWith("/actuator");
    }

    /** Whether any method of this path has a row. */
    boolean knows(HttpServletRequest request) {
        return permissions.knows(request.getRequestURI());
    }
}
