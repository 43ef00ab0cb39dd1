package org.jizhun.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Severity;
import org.jizhun.kernel.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check-schemes [DIR]}: lists the schemes that are sound, and every mistake of the others. */
@Command(name = "check-schemes")
final class CheckSchemesVerb implements Callable<Integer> {

    private final Path home;
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "DIR")
    private @Nullable String folder;

    CheckSchemesVerb(Path home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public Integer call() {
        Path schemes = folder == null ? home.resolve("schemes") : Desk.path(folder);
        if (!Files.isDirectory(schemes)) {
            throw new Refusal(Problem.of("schemes-not-a-folder", Place.of(schemes.toString())));
        }
        Desk desk = new Desk(home, schemes);
        for (Scheme scheme : desk.rules().schemes().all()) {
            long unverified = scheme.leaves().stream()
                    .filter(leaf -> !leaf.basis().verified())
                    .count();
            console.line(Problem.of(
                            "command-scheme-sound",
                            Place.NONE,
                            "id",
                            scheme.id() + "@" + scheme.edition(),
                            "title",
                            scheme.title().in(console.language()),
                            "leaves",
                            scheme.leaves().size(),
                            "unverified",
                            unverified)
                    .text(console.language()));
        }
        new Complaints(console).print(desk.problems());
        boolean mistakes = desk.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return mistakes ? Verbs.REFUSED : Verbs.DONE;
    }
}
