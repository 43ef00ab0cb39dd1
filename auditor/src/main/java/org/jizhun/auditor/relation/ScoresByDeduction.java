package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * A score is the weight less what the text takes off, and never more than the weight; what is taken off altogether is the sum of
 * what is taken off one by one.
 */
final class ScoresByDeduction implements Relation {

    /** Words by which a score may not be more than its weight: 完成率超过100%的按100%计, 超额完成不加分. */
    private static final Sought ROW = Sought.of("\\d分、[^，。；、\\d]{1,14}$");

    private static final Sought CAPPED = Sought.of(
            "(?:超过|超出|大于|高于)(?:100%|满分|分值)[^，。；]{0,8}，?(?:均|一律)?按(?:照)?(?:100%|满分|分值)|(?:超额|超出|超过)[^，。；]{0,10}(?:不加分|不再加分|不另加分)|不超过(?:该项)?(?:分值|满分|权重)|最高(?:不超过|得)满分|封顶");

    /** 另扣0.16分; 另因兑现超期扣0.40分: besides what something else has taken. */
    static final Sought FURTHER =
            Sought.of("(?:^|[，。；：])[^，。；]{0,12}另外?(?:因|由于|按规定)?[^，。；\\d]{0,16}(?:\\d[^，。；]{0,12})?扣(?:减|除)?$");

    @Override
    public String name() {
        return "scores-by-deduction";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        examine(ScoreTree.of(claims), ScoreBook.of(claims), ledger);
        NamedLosses.enter(claims, ledger);
        UncappedScores.tell(claims, ledger);
    }

    private static void examine(ScoreNode node, ScoreBook book, Ledger ledger) {
        allTaken(node, ledger);
        node.taken().forEach(taken -> LossesInParts.enter(taken, node, book, ledger));
        if (node.isScored()) {
            Figure weight = node.weight().orElseThrow().figure();
            Figure got = node.got().orElseThrow().figure();
            if (got.value().compareTo(weight.value()) > 0) {
                above(weight, got, ledger);
            } else if (node.parts().isEmpty()) {
                left(node, weight, got, book, ledger);
            }
        }
        node.parts().forEach(part -> examine(part, book, ledger));
    }

    private static void above(Figure weight, Figure score, Ledger ledger) {
        boolean near =
                weight.passage().order() == score.passage().order() && !isMean(weight, score) && !isInRow(weight);
        if (near && score.value().compareTo(weight.value().times(Exact.of(3))) <= 0) {
            Problem problem =
                    Problem.of("score-above-weight", Place.NONE, "stated", score.text(), "other", weight.text());
            ledger.find(Finding.of(
                    CAPPED.isIn(score.passage()) ? Kind.CAP : Kind.SCORE,
                    score.text(),
                    Optional.of(score.print(weight.value())),
                    problem,
                    score.spot(),
                    List.of(weight.spot())));
        }
    }

    /** 管网漏损率15分、供水保证率15分，得29分: the last weight of a row is not that of what is got for all. */
    private static boolean isInRow(Figure weight) {
        return ROW.isIn(weight.passage().text().substring(0, weight.start()));
    }

    /** 满意85分、一般60分、不满意0分，加权计算得分93.04分: what answers count, and their mean. */
    private static boolean isMean(Figure weight, Figure score) {
        return weight.end() < score.start()
                && weight.passage()
                        .text()
                        .substring(weight.end(), score.start())
                        .contains("加权");
    }

    private static void left(ScoreNode node, Figure weight, Figure got, ScoreBook book, Ledger ledger) {
        List<Figure> taken = new ArrayList<>();
        Side side = Side.of(weight);
        if (node.allTaken().isPresent()) {
            Figure all = node.allTaken().get().figure();
            side = side.minus(all);
            taken.add(all);
            if (!Near.tight(new Equation(got, side, Side.ONE))) {
                for (Figure before : node.takenBefore()) {
                    side = side.minus(before);
                    taken.add(before);
                }
            }
        } else {
            for (ScoreNode.Taken each : node.taken()) {
                Optional<Side> less = less(side, each);
                if (less.isEmpty()) {
                    return;
                }
                side = less.get();
                taken.add(each.points()
                        .or(() -> each.each().map(ScoreNode.Each::per))
                        .orElseThrow()
                        .figure());
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        if (node.allTaken().isEmpty() && isAll(taken, weight, got)) {
            // 得14分，扣1分。目标未量化，扣0.5分；指标缺项，扣0.5分: the first is all, the others are its items
            side = Side.of(weight).minus(taken.get(0));
            items(taken.get(0), taken.subList(1, taken.size()), node, ledger);
            taken = taken.subList(0, 1);
        }
        Equation equation = new Equation(got, lastFirst(side), Side.ONE);
        Optional<Check> further = furtherTaken(node, weight, got, taken);
        if (further.isPresent()) {
            further.filter(check -> check.equation().judge() != Verdict.DIFFERS).ifPresent(ledger::check);
            return;
        }
        if (equation.judge() == Verdict.DIFFERS && isOfSome(node, equation, taken, book)) {
            return;
        }
        boolean below = equation.expected().filter(value -> value.signum() < 0).isPresent();
        if (equation.judge() != Verdict.DIFFERS || !(node.tellsSome() || below)) {
            ledger.check(
                    new Check(Kind.SCORE, "score-differs", "", Formulas.combined(List.of(weight), taken), equation));
        }
    }

    /**
     * Weight and score stand in the table too, several losses are told that are fewer than what is lost, and a slip in none of them makes
     * them up: the text tells some of the losses only.
     */
    private static boolean isOfSome(ScoreNode node, Equation equation, List<Figure> taken, ScoreBook book) {
        Exact more =
                equation.expected().orElse(Exact.ZERO).minus(equation.result().value());
        boolean inTable = book.only(node.name())
                .filter(entry -> !entry.isOf(node))
                .filter(entry -> entry.score()
                        .filter(points ->
                                points.value().equals(equation.result().value()))
                        .isPresent())
                .isPresent();
        return more.signum() > 0
                && taken.size() > 1
                && inTable
                && taken.stream()
                        .noneMatch(loss -> NearMisses.isSlip(loss, loss.value().plus(more))
                                || NearMisses.isDigitSlip(loss, loss.value().plus(more)));
    }

    /**
     * 按平均完成率91.82%计分，另扣0.16分，得10.86分: taken off what the rate gives and not the weight. Empty where nothing is taken off besides; the
     * equation holds where a rate that is told with it gives the score.
     */
    private static Optional<Check> furtherTaken(ScoreNode node, Figure weight, Figure got, List<Figure> taken) {
        Figure last = taken.get(taken.size() - 1);
        String text = last.passage().text();
        Equation plain = new Equation(got, less(Side.of(weight), taken), Side.ONE);
        if (!FURTHER.isIn(text.substring(0, last.start())) || Near.tight(plain)) {
            return Optional.empty();
        }
        Check check = new Check(Kind.SCORE, "score-differs", "", Formulas.combined(List.of(weight), taken), plain);
        for (Mention rate : node.numbers()) {
            if (rate.figure().kind() == Figure.Kind.PERCENT) {
                Side scored = new Side(Map.of(weight, rate.figure().value()), Exact.ZERO);
                Equation equation = new Equation(got, less(scored, taken), Side.ONE);
                if (Near.tight(equation)) {
                    String formula = weight.text() + " × " + rate.figure().text()
                            + taken.stream().map(each -> " - " + each.text()).reduce("", String::concat);
                    return Optional.of(new Check(Kind.SCORE, "score-differs", "", formula, equation));
                }
            }
        }
        return Optional.of(check);
    }

    private static Side less(Side side, List<Figure> taken) {
        Side less = side;
        for (Figure each : taken) {
            less = less.minus(each);
        }
        return less;
    }

    /** What was taken off last stands first: of several that could be wrong it is the one told, and the weight the last one. */
    private static Side lastFirst(Side side) {
        List<Figure> figures = new ArrayList<>(side.weights().keySet());
        Collections.reverse(figures);
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        figures.forEach(figure -> weights.put(figure, side.weights().getOrDefault(figure, Exact.ZERO)));
        return new Side(weights, side.constant());
    }

    private static boolean isAll(List<Figure> taken, Figure weight, Figure got) {
        Exact rest = taken.stream().skip(1).map(Figure::value).reduce(Exact.ZERO, Exact::plus);
        if (taken.size() < 2) {
            return false;
        }
        Exact first = taken.get(0).value();
        boolean itemised = weight.value().minus(got.value()).equals(first) && isBefore(got, taken.get(1));
        return taken.size() >= 2 && (itemised || (taken.size() >= 3 && rest.equals(first)));
    }

    /** What makes up a deduction is told behind the score: 扣1分，得14分。其中目标未量化扣0.5分. */
    private static boolean isBefore(Figure one, Figure two) {
        int order = one.passage().order() - two.passage().order();
        return order < 0 || (order == 0 && one.start() < two.start());
    }

    private static void items(Figure all, List<Figure> items, ScoreNode node, Ledger ledger) {
        Check check = Checks.sum(Kind.SUM, "", all, items);
        boolean above = check.equation()
                .expected()
                .filter(sum -> sum.compareTo(all.value()) > 0)
                .isPresent();
        if (items.size() >= 2 && (check.equation().judge() != Verdict.DIFFERS || (above && !node.tellsSome()))) {
            ledger.check(check);
        }
    }

    /** A side less what was taken off; empty where it is told for each case of a number, which a rule holds. */
    private static Optional<Side> less(Side side, ScoreNode.Taken taken) {
        if (taken.points().isPresent()) {
            return Optional.of(side.minus(taken.points().get().figure()));
        }
        ScoreNode.Each each = taken.each().orElseThrow();
        if (each.cases().isPresent()) {
            return Optional.empty();
        }
        Side less = side;
        for (long i = 0; i < each.listed(); i++) {
            less = less.minus(each.per().figure());
        }
        return Optional.of(less);
    }

    private static void allTaken(ScoreNode node, Ledger ledger) {
        List<Figure> taken = node.taken().stream()
                .flatMap(each -> each.points().stream())
                .map(Mention::figure)
                .toList();
        boolean plain =
                taken.size() == node.taken().size() && node.takenBefore().isEmpty();
        Optional<Figure> all = node.allTaken().map(Mention::figure);
        if (all.isEmpty() || taken.size() < 2 || !plain) {
            return;
        }
        Check check = Checks.sum(Kind.SUM, "", all.get(), taken);
        if (check.equation().judge() != Verdict.DIFFERS || !node.tellsSome()) {
            ledger.check(check);
        }
    }
}
