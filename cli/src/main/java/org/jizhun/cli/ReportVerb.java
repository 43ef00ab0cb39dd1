package org.jizhun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jizhun.documents.write.ReportWriter;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.Evaluation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report CASE --out DIR}: the report and its annexes; nothing is written while the case has mistakes. */
@Command(name = "report")
final class ReportVerb implements Callable<Integer> {

    private final Path home;
    private final Console console;

    @Parameters(paramLabel = "CASE")
    private String path = "";

    @Option(names = "--out", required = true)
    private String out = "";

    @Option(names = "--template")
    private @Nullable String template;

    @Option(names = "--scheme")
    private @Nullable String scheme;

    @Option(names = "--project")
    private @Nullable String project;

    @Option(names = "--schemes")
    private @Nullable Path schemes;

    ReportVerb(Path home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public Integer call() {
        Desk desk = new Desk(home, schemes);
        Path place = Desk.path(path);
        Result<FactSet> read = desk.read(place, Optional.ofNullable(scheme));
        if (read.hasErrors()) {
            List<Problem> problems = new ArrayList<>(read.problems());
            problems.add(Problem.of("report-case-errors", Place.of(path)));
            throw new Refusal(problems);
        }
        Scheme chosen = desk.scheme(Optional.ofNullable(scheme), read.value(), place);
        List<Evaluation> evaluations = desk.evaluate(chosen, read.value(), Optional.ofNullable(project));
        List<Problem> problems = new ArrayList<>(read.problems());
        for (Evaluation evaluation : evaluations) {
            problems.addAll(write(evaluation, evaluations.size() > 1));
        }
        new Complaints(console).print(problems);
        return Verbs.DONE;
    }

    /** Several projects get a folder each, named by their code. */
    private List<Problem> write(Evaluation evaluation, boolean several) {
        Path folder = Desk.path(out);
        if (several) {
            folder = folder.resolve(evaluation.project().orElse("").replaceAll("[/\\\\:*?\"<>|]", "_"));
        }
        ReportWriter.Options options =
                new ReportWriter.Options(Optional.ofNullable(template).map(Desk::path));
        ReportWriter.Written written = ReportWriter.write(evaluation, List.of(), folder, options);
        written.files()
                .forEach(file -> console.line(
                        Problem.of("command-written", Place.NONE, "files", file).text(console.language())));
        return written.problems();
    }
}
