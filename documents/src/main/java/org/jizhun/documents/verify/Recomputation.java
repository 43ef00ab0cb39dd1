package org.jizhun.documents.verify;

import java.util.List;
import org.jizhun.documents.report.Snapshot;
import org.jizhun.documents.rules.Rules;
import org.jizhun.documents.write.Embedded;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.kernel.scoring.Scoring;

/** The evaluation of embedded facts with the installed edition of their scheme, which must be the very same. */
record Recomputation(Rules rules) {

    Vocabulary vocabulary(Embedded embedded, Place place) {
        return scheme(embedded.scheme(), place).vocabulary();
    }

    Snapshot snapshot(Embedded embedded, FactSet facts, Place place) {
        Scheme scheme = scheme(embedded.scheme(), place);
        Evaluation evaluation = embedded.project()
                .map(code -> Scoring.scoreProject(scheme, facts, rules.calendar(), code))
                .orElseGet(() -> Scoring.score(scheme, facts, rules.calendar()));
        List<Evaluation> projects = embedded.projects().stream()
                .map(each -> Scoring.scoreProject(scheme(each.scheme(), place), facts, rules.calendar(), each.code()))
                .toList();
        return new Snapshot(evaluation, projects);
    }

    private Scheme scheme(Embedded.SchemeRef reference, Place place) {
        Scheme scheme = rules.schemes()
                .find(reference.id() + "@" + reference.edition())
                .orElseThrow(() -> new Refusal(Problem.of(
                        "scheme-not-installed", place, "id", reference.id(), "edition", reference.edition())));
        if (!scheme.hash().equals(reference.hash())) {
            throw new Refusal(Problem.of(
                    "scheme-differs",
                    place,
                    "id",
                    reference.id(),
                    "edition",
                    reference.edition(),
                    "expected",
                    reference.hash(),
                    "found",
                    scheme.hash()));
        }
        return scheme;
    }
}
