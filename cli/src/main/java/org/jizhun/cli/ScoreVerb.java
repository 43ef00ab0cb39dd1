package org.jizhun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jizhun.documents.score.ScoreJson;
import org.jizhun.documents.workbook.WhatIf;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.problem.Severity;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.Evaluation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code score CASE}: every criterion with its points and why. */
@Command(name = "score")
final class ScoreVerb implements Callable<Integer> {

    enum Format {
        TEXT,
        JSON
    }

    private final Path home;
    private final Console console;

    @Parameters(paramLabel = "CASE")
    private String path = "";

    @Option(names = "--scheme")
    private @Nullable String scheme;

    @Option(names = "--project")
    private @Nullable String project;

    @Option(names = "--format")
    private Format format = Format.TEXT;

    @Option(names = "--what-if")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--schemes")
    private @Nullable Path schemes;

    ScoreVerb(Path home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public Integer call() {
        Desk desk = new Desk(home, schemes);
        Path place = Desk.path(path);
        Result<FactSet> read = desk.read(place, Optional.ofNullable(scheme));
        Scheme chosen = scheme(desk, read, place);
        List<Evaluation> before = desk.evaluate(chosen, read.value(), Optional.ofNullable(project));
        List<Evaluation> after =
                changes.isEmpty() ? before : desk.evaluate(chosen, changed(read.value()), Optional.ofNullable(project));
        if (format == Format.JSON) {
            console.line(ScoreJson.write(before, after, changes, read.problems()));
        } else {
            print(before, after);
        }
        new Complaints(console).print(read.problems());
        return read.hasErrors() ? Verbs.REFUSED : Verbs.DONE;
    }

    /** Where there is no scheme to score by, what is wrong with the case is told as well. */
    private Scheme scheme(Desk desk, Result<FactSet> read, Path place) {
        try {
            return desk.scheme(Optional.ofNullable(scheme), read.value(), place);
        } catch (Refusal refusal) {
            List<Problem> problems = new ArrayList<>(refusal.problems());
            read.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .forEach(problems::add);
            throw new Refusal(problems);
        }
    }

    private FactSet changed(FactSet facts) {
        Result<FactSet> changed = WhatIf.apply(facts, changes);
        if (changed.hasErrors()) {
            throw new Refusal(changed.problems());
        }
        return changed.value();
    }

    private void print(List<Evaluation> before, List<Evaluation> after) {
        for (int i = 0; i < after.size(); i++) {
            if (i > 0) {
                console.line("");
            }
            ScoreText text = new ScoreText(console);
            text.print(after.get(i));
            if (!changes.isEmpty()) {
                text.printChanges(changes, before.get(i), after.get(i));
            }
        }
    }
}
