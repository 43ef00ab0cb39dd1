package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Weights and scores of a self-evaluation form add up in its closing row, over the money table and the indicator table
 * alike, and the weights of a group to the points printed with its name: 管理（35分）. Full marks, and a score with what its
 * row says was taken off, show that a weight is right.
 */
final class FormTotal implements Relation {

    private static final int MANY = 5;
    private static final Sought GROUP = Sought.of("^.{1,16}（(?:分值|权重|满分)?(?<points>\\d{1,3}(?:\\.\\d+)?)分?）$");
    private static final Sought TAKEN = Sought.of("扣(?:除|减)?(?<points>\\d+(?:\\.\\d+)?)分");

    @Override
    public String name() {
        return "form-total";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        claims.tables().forEach(table -> levels(table, ledger));
        for (ScoreForms.Form form : ScoreForms.of(claims)) {
            boolean grouped = groups(form, ledger);
            Exact weights = form.weights();
            boolean parts =
                    grouped || weights.equals(form.weight().value()) || weights.equals(Exact.HUNDRED) || isWhole(form);
            if (parts && form.parts().size() >= 2) {
                List<Figure> weighed =
                        form.parts().stream().map(ScoreForms.Part::weight).toList();
                List<Figure> scored =
                        form.parts().stream().map(ScoreForms.Part::score).toList();
                if (!form.idle()) {
                    enter(Kind.WEIGHT, form.closing().label(), form.weight(), weighed, ledger);
                }
                enter(Kind.ROLLUP, form.closing().label(), form.score(), scored, ledger);
                form.parts().stream()
                        .filter(part -> !StatedProportion.denies(claims, part.table(), part.row()))
                        .forEach(part -> held(part, ledger));
            }
        }
    }

    /**
     * Scores that make up the closing row, or weights and scores that miss it by little only: all rows are there, and one of the figures
     * is wrong.
     */
    private static boolean isWhole(ScoreForms.Form form) {
        Exact scores = form.parts().stream().map(part -> part.score().value()).reduce(Exact.ZERO, Exact::plus);
        if (form.parts().size() >= MANY && scores.equals(form.score().value())) {
            return true;
        }
        boolean weights = form.weights()
                        .minus(form.weight().value())
                        .abs()
                        .times(Exact.of(20))
                        .compareTo(form.weight().value())
                <= 0;
        return form.parts().size() >= MANY
                && weights
                && scores.minus(form.score().value()).abs().compareTo(Exact.ONE) < 0;
    }

    /** Where levels have weights in columns of their own, a weight is the sum of those beside it and below. */
    private static void levels(Table table, Ledger ledger) {
        List<Table.Column> columns = table.columns().stream()
                .filter(column -> column.measure().equals(Optional.of("weight")))
                .toList();
        for (int i = 1; i < columns.size(); i++) {
            List<Check> checks =
                    level(table, columns.get(i - 1).index(), columns.get(i).index());
            long holding = checks.stream()
                    .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                    .count();
            if (holding >= 2 && 3 * holding >= 2L * checks.size()) {
                checks.forEach(ledger::check);
            }
        }
    }

    private static List<Check> level(Table table, int above, int below) {
        List<Check> checks = new ArrayList<>();
        List<Figure> open = new ArrayList<>();
        Optional<Figure> weight = Optional.empty();
        for (Table.Row row : table.rows()) {
            Optional<Figure> next = row.figures().get(above);
            if (next.isPresent() || row.total()) {
                close(weight, open, checks);
                open = new ArrayList<>();
                weight = row.total() ? Optional.empty() : next;
            }
            row.figures().get(below).ifPresent(open::add);
        }
        close(weight, open, checks);
        return checks;
    }

    private static void enter(Kind kind, String subject, Figure result, List<Figure> parts, Ledger ledger) {
        Check check = Checks.sum(kind, subject, result, parts);
        if (!ledger.knows(check.equation())) {
            ledger.check(check);
        }
    }

    /** What a row itself shows about its weight; nothing where it shows nothing. */
    private static void held(ScoreForms.Part part, Ledger ledger) {
        sides(part).stream()
                .map(side -> new Equation(part.score(), side, Side.ONE))
                .filter(equation -> equation.judge() != Verdict.DIFFERS && !ledger.knows(equation))
                .findFirst()
                .ifPresent(equation -> ledger.check(new Check(
                        Kind.SCORE,
                        "score-differs",
                        part.row().label(),
                        part.weight().text(),
                        equation)));
    }

    /** Ways from weight to score: full marks, what was taken off, a rate of the row. */
    private static List<Side> sides(ScoreForms.Part part) {
        Side weight = Side.of(part.weight());
        if (part.score().value().equals(part.weight().value())) {
            return List.of(weight);
        }
        List<Side> sides = new ArrayList<>();
        for (Passage cell : part.row().cells()) {
            Matcher matcher = TAKEN.in(cell.text());
            if (!cell.text().contains("每") && matcher.find()) {
                sides.add(new Side(
                        weight.weights(), Exact.parse(matcher.group("points")).negate()));
            }
        }
        part.row().figures().stream()
                .flatMap(Optional::stream)
                .filter(figure -> figure.kind() == Figure.Kind.PERCENT)
                .forEach(rate -> sides.add(new Side(Map.of(part.weight(), rate.value()), Exact.ZERO)));
        return sides;
    }

    /** Enters the groups with points of their own; true where these make up the whole. */
    private static boolean groups(ScoreForms.Form form, Ledger ledger) {
        List<Check> checks = new ArrayList<>();
        List<Figure> points = new ArrayList<>();
        List<Figure> open = new ArrayList<>();
        Optional<Figure> group = Optional.empty();
        List<ScoreForms.Part> own = form.parts()
                .subList(form.parts().size() - form.own(), form.parts().size());
        for (ScoreForms.Part part : own) {
            Optional<Figure> next = group(part.row());
            boolean same = next.isPresent()
                    && group.isPresent()
                    && next.get().passage().text().equals(group.get().passage().text());
            if (next.isPresent() && !same) {
                close(group, open, checks);
                group = next;
                points.add(next.get());
                open = new ArrayList<>();
            }
            open.add(part.weight());
        }
        close(group, open, checks);
        Exact sum = points.stream().map(Figure::value).reduce(Exact.ZERO, Exact::plus);
        boolean whole = points.size() >= 2
                && group(own.get(0).row()).isPresent()
                && sum.equals(form.weight().value());
        long failing = checks.stream()
                .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .count();
        if (whole || checks.size() >= Math.max(2, 3 * failing)) {
            checks.stream()
                    .filter(check -> !form.idle() || check.equation().judge() != Verdict.DIFFERS)
                    .forEach(ledger::check);
        }
        return whole;
    }

    private static void close(Optional<Figure> group, List<Figure> weights, List<Check> checks) {
        group.filter(figure -> !weights.isEmpty())
                .ifPresent(figure ->
                        checks.add(Checks.sum(Kind.WEIGHT, figure.passage().text(), figure, weights)));
    }

    private static Optional<Figure> group(Table.Row row) {
        Passage cell = row.cells().get(0);
        Matcher matcher = GROUP.in(cell.text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Claims.figuresOfCell(cell).stream()
                .filter(figure -> figure.start() == matcher.start("points"))
                .findFirst();
    }
}
