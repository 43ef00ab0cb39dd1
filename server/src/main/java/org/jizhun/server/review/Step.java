package org.jizhun.server.review;

import java.util.Set;

/**
 * One row of the table of steps.
 *
 * @param roles who may take it
 * @param reasonNeeded whether it must be said why
 * @param notOwn closed to whoever changed the row last or submitted it
 * @param submitterOnly open only to whoever submitted the row
 */
public record Step(
        String from,
        String action,
        String to,
        Set<String> roles,
        boolean reasonNeeded,
        boolean notOwn,
        boolean submitterOnly,
        String zh,
        String en) {

    public Step {
        roles = Set.copyOf(roles);
    }
}
