package org.jizhun.auditor.relation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/**
 * More done than planned and scored so, 为目标值的103.23%，该指标得10.32分, where the document says that this earns no more than full marks: the whole
 * number of points of which the score is that rate is the weight.
 */
final class UncappedScores {

    private static final Sought CAPPED = Sought.of(
            Pattern.compile(
                    "(?:超过|超出|大于|高于)(?:100%|满分|分值|该项分值)[^，。；]{0,8}，?(?:均|一律)?按(?:照)?(?:100%|满分|分值)|(?:超额|超出|超过)[^，。；]{0,10}(?:不加分|不再加分|不另加分|得满分|按满分)|不超过(?:该项|该指标|指标)?(?:分值|满分|权重)"),
            "超大高不",
            "分10");
    private static final Sought GOT = Sought.of("(?:得分?|计|实得)(?:为)?$");
    private static final int LEAST_DIGITS = 3;

    private UncappedScores() {}

    static void tell(Claims claims, Ledger ledger) {
        boolean capped = claims.passages().stream()
                .anyMatch(passage -> CAPPED.in(passage).find());
        Set<Figure> weighed = new HashSet<>();
        if (capped) {
            weighed(ScoreTree.of(claims), weighed);
        }
        for (Passage passage : capped ? claims.passages() : List.<Passage>of()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                weight(mentions.get(i - 1), mentions.get(i))
                        .filter(told -> !weighed.contains(told.score()))
                        .ifPresent(told -> tell(told, ledger));
            }
        }
    }

    /** Scores whose weight the text tells: these are held against it. */
    private static void weighed(ScoreNode node, Set<Figure> weighed) {
        if (node.isScored()) {
            weighed.add(node.got().orElseThrow().figure());
        }
        node.parts().forEach(part -> weighed(part, weighed));
    }

    private record Told(Figure score, Figure rate, Exact weight) {}

    private static Optional<Told> weight(Mention rate, Mention got) {
        Figure score = got.figure();
        boolean pair = rate.figure().kind() == Figure.Kind.PERCENT
                && score.kind() == Figure.Kind.POINTS
                && rate.sentence() == got.sentence()
                && rate.figure().value().compareTo(Exact.ONE) > 0
                && score.digits() >= LEAST_DIGITS
                && GOT.isIn(got.before());
        if (!pair) {
            return Optional.empty();
        }
        Exact weight = Exact.of(score.value().dividedBy(rate.figure().value()).toDecimal(Rounding.halfUp(0)));
        Equation equation = new Equation(score, new Side(Map.of(rate.figure(), weight), Exact.ZERO), Side.ONE);
        boolean uncapped = weight.signum() > 0 && weight.compareTo(score.value()) < 0 && Near.tight(equation);
        return uncapped ? Optional.of(new Told(score, rate.figure(), weight)) : Optional.empty();
    }

    private static void tell(Told told, Ledger ledger) {
        String right = told.score().print(told.weight());
        Problem problem = Problem.of(
                "score-above-weight", Place.NONE, "stated", told.score().text(), "other", right);
        ledger.find(Finding.of(
                Kind.CAP,
                told.score().text(),
                Optional.of(right),
                problem,
                told.score().spot(),
                List.of(told.rate().spot())));
    }
}
