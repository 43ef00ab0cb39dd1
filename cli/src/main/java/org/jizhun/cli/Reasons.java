package org.jizhun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Spoken;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.scheme.Basis;
import org.jizhun.kernel.scheme.Loss;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jspecify.annotations.Nullable;

/** Why a line got its points: the calculation, what was said about it, points lost, what is missing, and the basis. */
final class Reasons {

    /** Longer lists of steps are cut on the screen; JSON has them all. */
    private static final int STEPS = 12;

    private final Console console;
    private final Complaints complaints;
    private final Spoken spoken;

    Reasons(Console console) {
        this.console = console;
        this.complaints = new Complaints(console);
        this.spoken = new Spoken(console.language());
    }

    /** @param above the line that this one belongs to, whose basis is not said again */
    List<String> of(CriterionScore criterion, @Nullable CriterionScore above, String indent) {
        List<String> lines = new ArrayList<>();
        steps(criterion.trace().stream().filter(step -> step.value() != null).toList(), indent, lines);
        if (!criterion.note().isEmpty()) {
            add(say("score-remark", "text", criterion.note()), indent, lines);
        }
        for (Loss loss : criterion.losses()) {
            String text = say(
                    "score-loss",
                    "points",
                    spoken.of(loss.points().points(), Kind.POINTS),
                    "reason",
                    loss.reason().text(console.language()));
            String place = loss.reason().place().toString();
            add(place.isEmpty() ? text : text + "  [" + place + "]", indent, lines);
        }
        for (Problem problem : criterion.problems()) {
            complaints.lines(problem).forEach(line -> add(line, indent, lines));
        }
        if (hasOwnBasis(criterion) && (above == null || !above.basis().equals(criterion.basis()))) {
            add(basis(criterion.basis()), indent, lines);
        }
        return lines;
    }

    /** What is missing for calculating a line, without advice. */
    List<String> lacking(CriterionScore criterion, String indent) {
        List<String> lines = new ArrayList<>();
        criterion.problems().forEach(problem -> add(problem.text(console.language()), indent, lines));
        return lines;
    }

    /** Leaves have one, and what was calculated from rows; the lines of a group each have their own. */
    private static boolean hasOwnBasis(CriterionScore criterion) {
        return criterion.criteria().isEmpty() || !criterion.trace().isEmpty();
    }

    private void steps(List<Trace> steps, String indent, List<String> lines) {
        for (Trace step : steps.subList(0, Math.min(STEPS, steps.size()))) {
            add(text(step), indent, lines);
            steps(step.steps(), indent + "  ", lines);
        }
        if (steps.size() > STEPS) {
            add(say("score-more-steps", "count", steps.size() - STEPS), indent, lines);
        }
    }

    private String text(Trace step) {
        String value = spoken.of(step.value(), step.kind());
        String text = step.text(console.language()).replaceAll("\\s+", " ").strip();
        String equals = value.startsWith("≈") ? " " : " = ";
        String equation = text.isEmpty() || text.equals(value) ? value : text + equals + value;
        return step.note().isEmpty() ? equation : equation + "  [" + step.note() + "]";
    }

    private String basis(Basis basis) {
        String text = List.of(basis.source(), basis.clause()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return say(basis.verified() ? "score-basis" : "score-basis-unverified", "basis", text);
    }

    private String say(String code, Object... namesAndValues) {
        return Problem.of(code, Place.NONE, namesAndValues).text(console.language());
    }

    private void add(String text, String indent, List<String> lines) {
        lines.addAll(Lines.wrapped(indent + text, console.columns(), indent + "  "));
    }
}
