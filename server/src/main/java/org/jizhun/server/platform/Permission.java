package org.jizhun.server.platform;

import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.problem.Language;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One row of the permission table: who may call an endpoint.
 *
 * @param audience everyone, everyone signed in, or the roles named
 */
public record Permission(
        String method, PathPattern path, Map<Language, String> does, Audience audience, Set<String> roles) {

    /** For whom an endpoint is. */
    public enum Audience {
        ANYONE,
        SIGNED_IN,
        /** Signed in, whether or not the password must be changed first. */
        NEWCOMER,
        ROLES
    }

    public Permission {
        does = Map.copyOf(does);
        roles = Set.copyOf(roles);
    }

    public String endpoint() {
        return method + " " + path.getPatternString();
    }

    boolean covers(PathContainer somePath) {
        return path.matches(somePath);
    }

    /** Whether somebody with these roles may call it. */
    public boolean allows(Set<String> someRoles) {
        return audience != Audience.ROLES || someRoles.stream().anyMatch(roles::contains);
    }
}
