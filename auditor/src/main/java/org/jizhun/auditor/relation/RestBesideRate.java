package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * What was spent, its rate and what is left in one breath: 支出3043.62万元，执行率98.18%，结余56.38万元. The rate tells which figure before is the
 * whole, and what is left is that less what was spent; where no figure before is, the two make up the whole themselves.
 */
final class RestBesideRate implements Relation {

    private static final Sought RATE = Sought.of("(?:率|进度|比例|占比)(?:为|达到?|是|仅|约|：)*$|^(?:占|为|完成)[^，。；、\\d]{0,14}的$");
    private static final Sought LEFT = Sought.of(
            "(?:结余|剩余|余额|沉淀|缺口|尚余|(?:未|尚未|尚有)[^，。；、\\d]{0,4}(?:支出|使用|支付|完成|执行|拨付|到位|兑付))(?:部分|资金|金额|数|额|的)*(?:为|共|计|约)*$");
    private static final Sought OTHER = Sought.of("上年|去年|同期|年初|累计结|滚存|其中|收支(?:相抵|结余|差)");

    /** How many figures back the whole may stand. */
    private static final int EARLIER = 60;

    /** Digits of a rate that tell its whole among so many figures. */
    private static final int LONG = 4;

    @Override
    public String name() {
        return "rest-beside-rate";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Deque<Mention> earlier = new ArrayDeque<>();
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                if (i >= 2 && isTold(mentions.get(i - 2), mentions.get(i - 1), mentions.get(i))) {
                    check(mentions.get(i - 2).figure(), mentions.get(i - 1), mentions.get(i), earlier)
                            .ifPresent(ledger::checkUnlessKnown);
                }
                if (mentions.get(i).isMeasured()) {
                    earlier.addFirst(mentions.get(i));
                }
            }
            while (earlier.size() > EARLIER) {
                earlier.removeLast();
            }
        }
    }

    private static boolean isTold(Mention spent, Mention rate, Mention left) {
        boolean exact = List.of(spent, rate, left).stream()
                .allMatch(mention -> mention.figure().nearness() == Figure.Nearness.EXACT && !mention.bracketed());
        return exact
                && spent.isMeasured()
                && left.isLike(spent)
                && rate.figure().kind() == Figure.Kind.PERCENT
                && spent.sentence() == left.sentence()
                && RATE.isIn(rate.before())
                && LEFT.isIn(left.before())
                && !RateWord.isOfOther(rate)
                && !OTHER.isIn(left.before());
    }

    private static Optional<Check> check(Figure spent, Mention rate, Mention left, Deque<Mention> earlier) {
        Equation both = new Equation(rate.figure(), Side.of(spent), Side.of(List.of(spent, left.figure())));
        Optional<Figure> whole = earlier.stream()
                .map(Mention::figure)
                .filter(figure -> !figure.equals(spent) && figure.isLike(spent))
                .filter(figure -> figure.value().compareTo(spent.value()) >= 0)
                .filter(figure -> Near.tight(new Equation(rate.figure(), Side.of(spent), Side.of(figure))))
                .findFirst();
        boolean sure = rate.figure().digits() >= LONG && !rate.figure().value().equals(Exact.ONE);
        if (!Near.tight(both) && whole.isPresent() && sure) {
            return Optional.of(
                    Checks.difference(Kind.DIFFERENCE, left.claim().label(), left.figure(), whole.get(), spent));
        }
        boolean together = Near.tight(both) || (whole.isEmpty() && Likely.isDigitSlip(both));
        String formula = spent.text() + " ÷ (" + Formulas.sum(List.of(spent, left.figure())) + ")";
        return together
                ? Optional.of(new Check(Kind.RATIO, "rate-differs", rate.claim().label(), formula, both))
                : Optional.empty();
    }
}
