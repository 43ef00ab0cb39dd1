package org.jizhun.server.platform;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In whose name something is done, and from where: a signed-in user with the roles of this day, or the program itself
 * (while somebody signs in, and on the first start), which has no account.
 *
 * @param account the number of the account; null for the program itself
 * @param department the department the person works in; null where there is none
 * @param person the person behind the account; null where there is none
 * @param address the network address the request came from
 */
public record Actor(
        @Nullable Long account,
        String login,
        String name,
        @Nullable Long department,
        @Nullable Long person,
        Set<String> roles,
        Reach reach,
        boolean mustChangePassword,
        boolean secondFactor,
        String address) {

    /** A role of the program, not of people: reads accounts to check a password. */
    static final String SIGN_IN = "sign-in";

    /** A role of the program, not of people: makes the first administrator. */
    private static final String SETUP = "setup";

    public Actor {
        roles = Set.copyOf(roles);
    }

    static Actor signingIn(String address) {
        return program(SIGN_IN, address);
    }

    public static Actor setup() {
        return program(SETUP, "local");
    }

    /** A program that gives values of a source: sees the department's year and adds values, nothing else. */
    public static Actor feed(long source, String name, long department, String address) {
        return new Actor(
                null,
                "feed-" + source,
                name,
                department,
                null,
                Set.of("feed"),
                Reach.DEPARTMENT,
                false,
                false,
                address);
    }

    private static Actor program(String role, String address) {
        return new Actor(null, role, role, null, null, Set.of(role), Reach.NONE, false, false, address);
    }

    /** Someone whose password was found right, before the session begins. */
    static Actor proven(Account account, String address) {
        return new Actor(
                account.id(),
                account.login(),
                account.name(),
                null,
                null,
                Set.of(SIGN_IN),
                Reach.NONE,
                false,
                account.totpSecret() != null,
                address);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public Optional<Long> ownDepartment() {
        return Optional.ofNullable(department);
    }
}
