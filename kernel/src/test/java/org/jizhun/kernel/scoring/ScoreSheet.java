package org.jizhun.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Spoken;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.scheme.SampleScheme;
import org.jizhun.kernel.scheme.Scheme;

/** What a reader of the score sheet sees of a line, as lines of text. */
final class ScoreSheet {

    private ScoreSheet() {}

    /** The evaluation; scoring without explanation must come to the same. */
    static Evaluation score(SampleScheme sample, FactSet facts) {
        Scheme scheme = sample.scheme();
        Evaluation full = Scoring.score(scheme, facts, WorkingDays.NONE);
        QuickScoring.Scored quick = QuickScoring.of(scheme).score(Inputs.of(facts, WorkingDays.NONE));
        assertThat(quick.total()).isEqualTo(full.total());
        assertThat(quick.attainable()).isEqualTo(full.attainable());
        return full;
    }

    /** The only line of a scheme with one rule. */
    static CriterionScore only(String weight, String rule, FactSet facts) {
        return score(SampleScheme.of(weight, rule), facts).criteria().get(0);
    }

    /** The points, or the status where there are none. */
    static String points(CriterionScore line) {
        return line.score()
                .map(points -> points.points().toString())
                .orElse(line.status().word());
    }

    /** The working, each step with what it came to. */
    static List<String> steps(CriterionScore line, Language language) {
        return line.trace().stream()
                .map(step -> step.text(language) + " → " + new Spoken(language).of(step.value(), step.kind()))
                .collect(Collectors.toList());
    }

    /** Points that were not given, each with its reason. */
    static List<String> losses(CriterionScore line, Language language) {
        return line.losses().stream()
                .map(loss -> loss.points().points() + " " + loss.reason().text(language))
                .collect(Collectors.toList());
    }

    /** What is told of a line, each with its place. */
    static List<String> told(CriterionScore line, Language language) {
        return line.problems().stream().map(problem -> told(problem, language)).collect(Collectors.toList());
    }

    static String told(Problem problem, Language language) {
        String place = problem.place().toString();
        return problem.text(language) + (place.isEmpty() ? "" : " @" + place);
    }
}
