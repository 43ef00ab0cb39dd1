package org.jizhun.server.review;

import java.util.Objects;
import java.util.Set;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.CurrentActor;
import org.jspecify.annotations.Nullable;

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

    /**
     * Why the acting user may not take this step; null if they may.
     *
     * @param changedBy the account that entered what is stepped with
     * @param submittedBy the account that submitted it; null where nobody did
     * @param reason why the step is taken; null where it was not said
     */
    public @Nullable Problem refusal(long changedBy, @Nullable Long submittedBy, @Nullable String reason) {
        Actor actor = CurrentActor.get();
        long account = Objects.requireNonNull(actor.account());
        boolean submitter = submittedBy != null && submittedBy == account;
        if (roles.stream().noneMatch(actor::is)) {
            return Problem.of("step-not-yours", Place.NONE, "action", zh, "actionEn", en);
        }
        if (notOwn && (submitter || changedBy == account)) {
            return Problem.of("step-not-own", Place.NONE, "action", zh, "actionEn", en);
        }
        if (submitterOnly && !submitter) {
            return Problem.of("step-submitter-only", Place.NONE);
        }
        return reasonNeeded && reason == null ? Problem.of("field-missing", Place.of("reason")) : null;
    }
}
