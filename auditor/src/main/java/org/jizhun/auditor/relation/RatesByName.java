package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A score rate beside its score only: 管理效能得46.00分，得分率92.00%. The weight is what the document says elsewhere that 管理效能 weighs; where
 * it says so nowhere, weights are whole and make a hundred together.
 */
final class RatesByName {

    private static final Sought RATE = Sought.of("^[，、（]?(?:平均|综合)?得分(?:率|比率?)(?:为|是|：|达到?)?$");
    private static final Sought OTHER = Sought.of("扣|每|上年|去年|满分|分值|权重");
    private static final Sought GOT = Sought.of("(?:得|扣|减|失|自评|评价|实际|综合)[^，。；、\\d]{0,4}$|每");
    private static final Sought EACH = Sought.of("(?:各占?|均占|各为|均为)$");
    private static final int FEWEST = 3;

    /** A score and the rate after it. */
    private record Pair(Mention score, Mention rate, String name) {}

    private RatesByName() {}

    static void enter(Claims claims, Ledger ledger) {
        ScoreBook book = ScoreBook.of(claims);
        for (Passage passage : claims.passages()) {
            if (passage.text().contains("得分率") || passage.text().contains("得分比率")) {
                List<Pair> pairs = pairs(claims.mentions(passage), passage.text(), ledger);
                List<Pair> open = new ArrayList<>();
                for (Pair pair : pairs) {
                    Optional<ScoreBook.Points> weight = book.weight(pair.name()).or(() -> inWords(pair, claims));
                    weight.ifPresentOrElse(points -> check(pair, points, ledger), () -> open.add(pair));
                }
                implied(pairs, open, book, ledger);
            }
        }
    }

    /** 其中履职效能50分，管理效能50分; 由履职效能、管理效能两部分构成，各占50分: the whole number of points that all sentences give the name. */
    private static Optional<ScoreBook.Points> inWords(Pair pair, Claims claims) {
        List<Figure> weights = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                Figure points = mention.figure();
                boolean weighs = points.kind() == Figure.Kind.POINTS
                        && points.scale() == 0
                        && points.nearness() == Figure.Nearness.EXACT
                        && points.value().compareTo(pair.score().figure().value()) >= 0
                        && !GOT.isIn(mention.before());
                if (weighs && !pair.name().isEmpty() && isOf(pair.name(), mention, passage.text())) {
                    weights.add(points);
                }
            }
        }
        boolean one = weights.stream().map(Figure::value).distinct().count() == 1;
        return one ? Optional.of(ScoreBook.Points.of(weights.get(0))) : Optional.empty();
    }

    private static boolean isOf(String name, Mention points, String text) {
        int start = points.figure().start();
        return EACH.isIn(points.before())
                ? text.substring(text.lastIndexOf('。', start) + 1, start).contains(name)
                : ScoreNames.before(text, start).equals(name);
    }

    private static List<Pair> pairs(List<Mention> mentions, String text, Ledger ledger) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < mentions.size(); i++) {
            Mention rate = mentions.get(i);
            Mention score = mentions.get(i - 1);
            boolean pair = rate.figure().kind() == Figure.Kind.PERCENT
                    && score.figure().kind() == Figure.Kind.POINTS
                    && RATE.is(
                            text.substring(score.figure().end(), rate.figure().start()))
                    && !OTHER.isIn(score.before())
                    && !ledger.judged(rate.figure());
            if (pair) {
                pairs.add(new Pair(
                        score, rate, ScoreNames.before(text, score.figure().start())));
            }
        }
        return pairs;
    }

    private static void check(Pair pair, ScoreBook.Points weight, Ledger ledger) {
        Equation equation =
                new Equation(pair.rate().figure(), Side.of(pair.score().figure()), weight.side());
        if (equation.judge() != Verdict.DIFFERS || Near.within(equation, 20)) {
            ledger.check(new Check(
                    Kind.SCORE_RATE,
                    "score-rate-differs",
                    pair.name(),
                    pair.score().figure().text() + " ÷ " + formula(weight),
                    equation));
        }
    }

    private static String formula(ScoreBook.Points weight) {
        return weight.side().weights().size() == 1 ? weight.formula() : "(" + weight.formula() + ")";
    }

    /** Rates that give whole weights; where all but one do, that one weighs what is left of a hundred. */
    private static void implied(List<Pair> pairs, List<Pair> open, ScoreBook book, Ledger ledger) {
        Map<Pair, Exact> weights = new LinkedHashMap<>();
        List<Pair> odd = new ArrayList<>();
        Exact left = Exact.HUNDRED;
        for (Pair pair : pairs) {
            Optional<Exact> weight =
                    open.contains(pair) ? whole(pair) : book.weight(pair.name()).map(ScoreBook.Points::value);
            weight.ifPresentOrElse(points -> weights.put(pair, points), () -> odd.add(pair));
            left = left.minus(weight.orElse(Exact.ZERO));
        }
        if (pairs.size() < FEWEST || odd.size() > 1 || left.signum() < 0 || left.isZero() != odd.isEmpty()) {
            return;
        }
        for (Pair pair : odd) {
            weights.put(pair, left);
        }
        weights.keySet().retainAll(open);
        weights.forEach((pair, weight) -> {
            Equation equation =
                    new Equation(pair.rate().figure(), Side.of(pair.score().figure()), Side.constant(weight));
            if (equation.judge() != Verdict.DIFFERS || Near.within(equation, 10)) {
                ledger.check(new Check(
                        Kind.SCORE_RATE,
                        "score-rate-differs",
                        pair.name(),
                        pair.score().figure().text() + " ÷ " + weight,
                        equation));
            }
        });
    }

    /** The whole number of points of which the score is that rate. */
    private static Optional<Exact> whole(Pair pair) {
        Figure score = pair.score().figure();
        Figure rate = pair.rate().figure();
        if (rate.value().isZero()) {
            return Optional.empty();
        }
        Exact near = Exact.of(
                score.value().dividedBy(rate.value()).toDecimal(org.jizhun.kernel.quantity.Rounding.halfUp(0)));
        Equation equation = new Equation(rate, Side.of(score), Side.constant(near));
        boolean fits = !near.isZero() && equation.judge() == Verdict.AGREES;
        return fits ? Optional.of(near) : Optional.empty();
    }
}
