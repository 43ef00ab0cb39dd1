package org.jizhun.server.register;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Rejection;
import org.springframework.http.HttpStatus;

/**
 * Who may take back what a file brought in: whoever brought it in, and the performance officer, who answers for all of the
 * department. The policies of the tables say the same ({@code V52}); here it is told in words.
 */
public final class BroughtIn {

    private BroughtIn() {}

    /**
     * Why the acting user may not take it back; empty if they may.
     *
     * @param account who brought it in
     * @param name what that account is called
     */
    public static Optional<Problem> refusal(long account, String name) {
        Actor actor = CurrentActor.get();
        boolean theirs = actor.is("performance-officer") || Objects.equals(actor.account(), account);
        return theirs ? Optional.empty() : Optional.of(Problem.of("file-of-another", Place.NONE, "who", name));
    }

    /** @throws Rejection if the acting user may not take it back */
    public static void refuseIfOfAnother(long account, String name) {
        refusal(account, name).ifPresent(problem -> {
            throw new Rejection(HttpStatus.FORBIDDEN, List.of(problem));
        });
    }
}
