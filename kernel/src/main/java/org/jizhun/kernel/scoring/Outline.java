package org.jizhun.kernel.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Percent;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.scheme.Criterion;
import org.jizhun.kernel.scheme.Part;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scheme.Title;
import org.jspecify.annotations.Nullable;

/** Scores the outline of a scheme top down, each line with its reasons. */
final class Outline {

    private final Scheme scheme;
    private final Inputs inputs;
    private final Given given;

    /** A line's score and what it adds to the total. */
    record Scored(CriterionScore score, Tally tally) {}

    Outline(Scheme scheme, Inputs inputs) {
        this.scheme = scheme;
        this.inputs = inputs;
        this.given = Given.of(inputs);
    }

    Scored score(Criterion criterion) {
        Scored own = criterion.rule().isPresent() ? leaf(criterion) : group(criterion);
        Row stated = given.stated().get(criterion.id());
        return stated == null ? own : stated(criterion, own.score(), stated);
    }

    private Scored group(Criterion group) {
        List<CriterionScore> children = new ArrayList<>();
        Tally sum = Tally.NOTHING;
        for (Criterion child : group.children()) {
            Scored scored = score(child);
            children.add(scored.score());
            sum = sum.plus(scored.tally());
        }
        Exact points = Totals.group(scheme, sum.points());
        Status status = status(children);
        boolean whole = status == Status.COMPUTED
                || (status == Status.NOT_APPLICABLE && sum.dropped().isZero());
        Optional<Exact> score = whole ? Optional.of(points) : Optional.empty();
        return new Scored(
                line(group, score, status, "", new Notes(scheme, inputs), List.of(), children),
                new Tally(points, sum.missing(), sum.dropped()));
    }

    private static Status status(List<CriterionScore> children) {
        if (children.stream().anyMatch(child -> child.status() == Status.MISSING)) {
            return Status.MISSING;
        }
        return children.stream().allMatch(child -> child.status() == Status.NOT_APPLICABLE)
                ? Status.NOT_APPLICABLE
                : Status.COMPUTED;
    }

    private Scored leaf(Criterion leaf) {
        Notes notes = new Notes(scheme, inputs);
        Row dropped = given.droppedBy(leaf.id());
        LeafScore score = dropped == null
                ? LeafScore.of(scheme, leaf, notes)
                : LeafScore.notApplicable(scheme, leaf, dropped.text("reason"));
        List<CriterionScore> parts =
                score.parts().stream().map(part -> part(leaf, part)).toList();
        String note = score.note().isEmpty() ? leaf.unclear() : score.note();
        Optional<Exact> points = Optional.ofNullable(score.points());
        return new Scored(
                line(leaf, points, score.status(), note, notes, List.of(), parts), Scoring.tally(leaf, score));
    }

    /** A score known from a document takes the place of one that was computed; if the two differ, that is told. */
    private Scored stated(Criterion criterion, CriterionScore own, Row stated) {
        Exact points = (Exact) Objects.requireNonNull(stated.get("score"));
        List<Problem> problems = new ArrayList<>();
        own.score()
                .map(Points::points)
                .filter(each -> !each.equals(points))
                .ifPresent(each ->
                        problems.add(Problem.of("stated-differs", stated.place(), "stated", points, "computed", each)));
        if (points.signum() < 0 || points.compareTo(criterion.weight().points()) > 0) {
            problems.add(Problem.of(
                    "stated-outside-weight",
                    stated.place(),
                    "stated",
                    points,
                    "weight",
                    criterion.weight().points()));
        }
        return new Scored(
                line(
                        criterion,
                        Optional.of(points),
                        Status.STATED,
                        stated.text("source"),
                        new Notes(scheme, inputs),
                        problems,
                        own.criteria()),
                Tally.points(points));
    }

    private static CriterionScore line(
            Criterion criterion,
            Optional<Exact> points,
            Status status,
            String note,
            Notes notes,
            List<Problem> further,
            List<CriterionScore> children) {
        List<Problem> problems = new ArrayList<>(notes.problems());
        problems.addAll(further);
        return new CriterionScore(
                criterion.id(),
                criterion.name(),
                criterion.level(),
                criterion.weight(),
                points.map(Points::new),
                points.flatMap(each -> rate(each, criterion.weight().points())),
                status,
                notes.steps(),
                criterion.basis(),
                note,
                points.isPresent() ? notes.losses() : List.of(),
                problems.stream().distinct().toList(),
                children);
    }

    private static CriterionScore part(Criterion leaf, Part part) {
        @Nullable Exact score = part.score();
        return new CriterionScore(
                part.id(),
                new Title(part.name(), ""),
                leaf.level() + 1,
                new Points(part.weight()),
                Optional.ofNullable(score).map(Points::new),
                Optional.ofNullable(part.rate()).map(Percent::new),
                score == null ? Status.MISSING : Status.COMPUTED,
                part.trace(),
                leaf.basis(),
                part.note(),
                List.of(),
                part.problems(),
                List.of());
    }

    private static Optional<Percent> rate(Exact score, Exact weight) {
        return weight.isZero() ? Optional.empty() : Optional.of(new Percent(score.dividedBy(weight)));
    }
}
