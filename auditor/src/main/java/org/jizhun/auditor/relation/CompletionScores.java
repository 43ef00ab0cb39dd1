package org.jizhun.auditor.relation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Statement;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/** What a score is by the degree of completion: the weight times the rate, or times the result divided by its target, at most the weight. */
final class CompletionScores {

    static final List<String> RATES = List.of("execution-rate", "completion-rate");

    private CompletionScores() {}

    /** By the rate of a row, else by its target. */
    static Optional<Check> ofRow(Table table, Table.Row row) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (String measure : List.of("weight", "score", "execution-rate", "completion-rate", "target", "achieved")) {
            figure(table, row, measure).ifPresent(figure -> figures.put(measure, figure));
        }
        boolean atMost = row.cells().stream()
                .anyMatch(cell -> cell.text().startsWith("≤") || cell.text().startsWith("<"));
        Statement statement = new Statement(row.label(), figures, true);
        Optional<Check> byRate = byRate(statement);
        return byRate.isPresent() || atMost ? byRate : byTarget(statement);
    }

    static Optional<Figure> figure(Table table, Table.Row row, String measure) {
        return table.column(measure).flatMap(column -> row.figures().get(column.index()));
    }

    /** By the rate that is told with weight and score. */
    static Optional<Check> byRate(Statement statement) {
        Optional<Figure> rate = RATES.stream()
                .flatMap(measure -> statement.figure(measure).stream())
                .findFirst();
        Optional<Figure> weight = statement.figure("weight");
        Optional<Figure> score = statement.figure("score");
        if (rate.isEmpty() || weight.isEmpty() || score.isEmpty() || rate.get().kind() != Figure.Kind.PERCENT) {
            return Optional.empty();
        }
        return Optional.of(check(
                statement,
                score.get(),
                weight.get(),
                rate.get().value(),
                rate.get().text(),
                rate.get()));
    }

    static Optional<Check> byTarget(Statement statement) {
        Optional<Figure> weight = statement.figure("weight");
        Optional<Figure> score = statement.figure("score");
        Optional<Figure> target =
                statement.figure("target").filter(figure -> figure.value().signum() > 0);
        Optional<Figure> achieved = statement.figure("achieved");
        if (weight.isEmpty()
                || score.isEmpty()
                || target.isEmpty()
                || achieved.isEmpty()
                || !achieved.get().isLike(target.get())) {
            return Optional.empty();
        }
        Exact done = achieved.get().value().dividedBy(target.get().value());
        // Satisfaction is often scored as it is, whatever the target: 87.3 % of ten points.
        if (achieved.get().kind() == Figure.Kind.PERCENT && done.compareTo(Exact.ONE) < 0) {
            Check plain = check(
                    statement,
                    score.get(),
                    weight.get(),
                    achieved.get().value(),
                    achieved.get().text(),
                    achieved.get());
            if (plain.equation().judge() != Verdict.DIFFERS) {
                return Optional.of(plain);
            }
        }
        String text = achieved.get().text() + " ÷ " + target.get().text();
        return Optional.of(check(statement, score.get(), weight.get(), done, text, achieved.get()));
    }

    /** Only the score can be mended here: what was done is known from elsewhere. */
    private static Check check(
            Statement statement, Figure score, Figure weight, Exact done, String text, Figure source) {
        Exact part = done.min(Exact.ONE);
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        if (done.compareTo(Exact.ONE) < 0
                && source.kind() == Figure.Kind.PERCENT
                && !source.value().isZero()) {
            weights.put(source, weight.value().times(done).dividedBy(source.value()));
        } else {
            weights.put(weight, part);
        }
        return new Check(
                Kind.SCORE,
                "score-differs",
                statement.subject(),
                weight.text() + " × " + text,
                new Equation(score, new Side(weights, Exact.ZERO), Side.ONE));
    }
}
