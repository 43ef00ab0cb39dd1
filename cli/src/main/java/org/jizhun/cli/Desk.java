package org.jizhun.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scheme.Subject;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.kernel.scoring.Scoring;
import org.jspecify.annotations.Nullable;

/** What the verbs have in common: reading the rules, finding the scheme, reading a case, scoring it. */
final class Desk {

    private final Result<Rules> rules;

    /** @param schemes the folder of the schemes; null for the program's own */
    Desk(Path home, @Nullable Path schemes) {
        rules = RuleFolder.load(schemes == null ? home.resolve("schemes") : schemes);
    }

    Rules rules() {
        return rules.value();
    }

    /** What is wrong with the schemes; a scheme with an error is not among the rules. */
    List<Problem> problems() {
        return rules.problems();
    }

    /** Reads a case for this scheme, or for the one it names. */
    Result<FactSet> read(Path path, Optional<String> schemeId) {
        return new CaseReader(rules().schemes(), rules().calendar()).read(path, schemeId);
    }

    /** @throws Refusal where neither the command nor the case names a scheme, or there is none of that name */
    Scheme scheme(Optional<String> asked, FactSet facts, Path path) {
        String id = asked.orElse(facts.text("schemeId"));
        if (id.isEmpty()) {
            throw new Refusal(Problem.of("score-no-scheme", Place.of(path.toString()), "ids", ids()));
        }
        return scheme(id);
    }

    /** @throws Refusal where there is no such scheme; it carries the mistakes of the schemes that could not be read */
    Scheme scheme(String id) {
        return rules().schemes().find(id).orElseThrow(() -> {
            Problem unknown = Problem.of("scheme-not-found", Place.NONE, "found", id, "ids", ids());
            return new Refusal(
                    java.util.stream.Stream.concat(java.util.stream.Stream.of(unknown), rules.problems().stream())
                            .toList());
        });
    }

    /** One evaluation of the department; or one for each project, or for the project asked for. */
    List<Evaluation> evaluate(Scheme scheme, FactSet facts, Optional<String> project) {
        if (scheme.subject() == Subject.DEPARTMENT) {
            return List.of(Scoring.score(scheme, facts, rules().calendar()));
        }
        List<String> codes = facts.rows("projects").stream()
                .map(row -> row.text("code"))
                .filter(code -> !code.isEmpty())
                .toList();
        if (codes.isEmpty()) {
            throw new Refusal(Problem.of("score-no-projects", Place.NONE, "scheme", scheme.id()));
        }
        project.filter(code -> !codes.contains(code)).ifPresent(code -> {
            throw new Refusal(
                    Problem.of("score-unknown-project", Place.NONE, "found", code, "codes", String.join(" ", codes)));
        });
        return project.map(List::of).orElse(codes).stream()
                .map(code -> Scoring.scoreProject(scheme, facts, rules().calendar(), code))
                .toList();
    }

    private String ids() {
        return String.join(
                " ", rules().schemes().all().stream().map(Scheme::id).distinct().toList());
    }

    /** @throws Refusal where the text cannot be a path at all */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException impossible) {
            throw new Refusal(Problem.of("case-not-found", Place.of(text)));
        }
    }
}
