package org.jizhun.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jizhun.documents.verify.Finding;
import org.jizhun.documents.verify.Verification;
import org.jizhun.documents.verify.Verify;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify FILE}: the figures of a report that were changed by hand. */
@Command(name = "verify")
final class VerifyVerb implements Callable<Integer> {

    private final Path home;
    private final Console console;

    @Parameters(paramLabel = "FILE")
    private String file = "";

    @Option(names = "--schemes")
    private @Nullable Path schemes;

    VerifyVerb(Path home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public Integer call() {
        Verification verification = new Verify(new Desk(home, schemes).rules()).check(Desk.path(file));
        Complaints complaints = new Complaints(console);
        for (Finding finding : verification.findings()) {
            complaints.lines(finding.problem()).forEach(console::line);
        }
        String code = verification.figuresDiffer() ? "command-verify-differs" : "command-verify-agrees";
        console.line(Problem.of(
                        code,
                        Place.NONE,
                        "figures",
                        verification.figures(),
                        "findings",
                        verification.findings().size())
                .text(console.language()));
        complaints.print(verification.notes());
        return verification.figuresDiffer() ? Verbs.DIFFERS : Verbs.DONE;
    }
}
