package org.jizhun.documents.report;

import java.util.List;
import java.util.function.Predicate;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.kernel.scoring.Status;

/** Names every score of an evaluation: {@code score.total}, {@code score.<criterion>.score} and so on. */
final class ScoreFigures {

    /** Printed where a criterion has no score. */
    static final String UNSCORED = "未计分";

    private final Figures figures;

    private ScoreFigures(Figures figures) {
        this.figures = figures;
    }

    static void add(Snapshot snapshot, Figures figures) {
        Evaluation evaluation = snapshot.evaluation();
        ScoreFigures names = new ScoreFigures(figures);
        Exact whole = evaluation.scheme().total().points();
        figures.points("scheme.total", whole, "scheme")
                .points("score.total", evaluation.total().points(), "evaluation")
                .points("score.attainable", evaluation.attainable().points(), "evaluation")
                .ratio("score.total-rate", evaluation.total().points(), whole, "score ÷ weight");
        evaluation.criteria().forEach(criterion -> names.criterion(criterion, whole));
        List<CriterionScore> leaves = snapshot.leaves();
        names.count("criteria.count", leaves, leaf -> true);
        names.count("criteria.missing", leaves, leaf -> leaf.status() == Status.MISSING);
        names.count("criteria.stated", allNodes(evaluation.criteria()), node -> node.status() == Status.STATED);
        names.count("criteria.judged", leaves, leaf -> leaf.status() == Status.JUDGED);
        names.count("criteria.unverified", leaves, leaf -> !leaf.basis().verified());
        figures.points(
                "criteria.missing-weight",
                leaves.stream()
                        .filter(leaf -> leaf.status() == Status.MISSING)
                        .map(leaf -> leaf.weight().points())
                        .reduce(Exact.ZERO, Exact::plus),
                "sum");
    }

    /** Groups and leaves, from the top. */
    static List<CriterionScore> allNodes(List<CriterionScore> criteria) {
        return criteria.stream()
                .flatMap(each -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(each), allNodes(each.criteria()).stream()))
                .toList();
    }

    /** The key of one of a criterion's figures: weight, share, score, rate, lost, leaves. */
    static String key(CriterionScore criterion, String name) {
        return "score." + criterion.id() + "." + name;
    }

    private void criterion(CriterionScore criterion, Exact whole) {
        Exact weight = criterion.weight().points();
        figures.points(key(criterion, "weight"), weight, "scheme")
                .ratio(key(criterion, "share"), weight, whole, "weight ÷ total")
                .count(
                        key(criterion, "leaves"),
                        Exact.of(Snapshot.leaves(criterion).size()),
                        "项",
                        "count")
                .count(key(criterion, "children"), Exact.of(criterion.criteria().size()), "个", "count");
        if (criterion.score().isPresent()) {
            Exact score = criterion.score().map(Points::points).orElseThrow();
            figures.points(key(criterion, "score"), score, "evaluation")
                    .loss(key(criterion, "lost"), weight.minus(score), "weight − score")
                    .ratio(key(criterion, "rate"), score, weight, "score ÷ weight");
        } else {
            figures.absent(key(criterion, "score"), UNSCORED, "evaluation")
                    .absent(key(criterion, "lost"), UNSCORED, "evaluation")
                    .absent(key(criterion, "rate"), Figures.NONE, "evaluation");
        }
        for (int i = 0; i < criterion.losses().size(); i++) {
            figures.loss(
                    key(criterion, "loss." + (i + 1)),
                    criterion.losses().get(i).points().points(),
                    "evaluation");
        }
        criterion.criteria().forEach(child -> criterion(child, whole));
    }

    private void count(String key, List<CriterionScore> criteria, Predicate<CriterionScore> which) {
        figures.count(key, Exact.of(criteria.stream().filter(which).count()), "项", "count");
    }
}
