package org.jizhun.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.server.database.OpenDatabase;
import org.jizhun.server.trail.Verification;

/** {@code ./jizhun verify-trail}: recomputes every hash of the trail, also while a server runs. Exit code 1 if something differs. */
public final class VerifyTrail {

    private static final int DIFFERS = 1;
    private static final int REFUSED = 2;

    private VerifyTrail() {}

    public static void main(String[] words) {
        Screen screen = Screen.standard();
        try {
            System.exit(run(new Arguments(words, Set.of("--db", "--data"), Set.of()), screen));
        } catch (Refusal refusal) {
            screen.refused(refusal);
            System.exit(REFUSED);
        }
    }

    static int run(Arguments arguments, Screen screen) {
        try (OpenDatabase database =
                        OpenDatabase.shared(arguments.data(), arguments.text("--db"), System.getenv(), screen::step);
                Connection owner = database.address().connectAsOwner()) {
            Verification.Outcome outcome = Verification.of(owner);
            screen.findings(outcome.findings());
            screen.result(Problem.of(
                    outcome.findings().isEmpty() ? "trail-sound" : "trail-unsound",
                    Place.NONE,
                    "entries",
                    outcome.entries(),
                    "findings",
                    outcome.findings().size()));
            return outcome.findings().isEmpty() ? 0 : DIFFERS;
        } catch (SQLException failure) {
            throw new Refusal(
                    Problem.of("trail-unreadable", Place.NONE, "found", String.valueOf(failure.getMessage())));
        }
    }
}
