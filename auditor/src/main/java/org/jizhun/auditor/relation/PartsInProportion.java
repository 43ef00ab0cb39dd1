package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.relation.PaidInParts.Pair;
import org.jizhun.kernel.quantity.Exact;

/**
 * Parts of one hundred per cent whose whole is not printed: 支付30%，即555.82万元……支付40%，即759.10万元. Each is in proportion to those that
 * agree with each other, and where all agree, an amount of the paragraph that is their sum but for a digit is the whole.
 */
final class PartsInProportion {

    /** Characters of a name that the sentence of the parts takes up. */
    private static final int NAME = 2;

    private PartsInProportion() {}

    static void examine(List<Pair> pairs, List<Mention> mentions, Ledger ledger) {
        for (Pair base : pairs) {
            if (base.rate().value().isZero()) {
                continue;
            }
            List<Pair> fitting = pairs.stream()
                    .filter(pair -> pair.equals(base)
                            || proportion(pair, base).equation().judge() != Verdict.DIFFERS)
                    .toList();
            if (fitting.size() == pairs.size()) {
                whole(pairs, mentions, ledger);
                return;
            }
            if (fitting.size() >= 2 && fitting.size() == pairs.size() - 1) {
                List<Pair> others = new ArrayList<>(pairs);
                others.remove(base);
                others.forEach(pair -> ledger.checkUnlessKnown(proportion(pair, base)));
                return;
            }
        }
    }

    private static Check proportion(Pair pair, Pair base) {
        Exact times = pair.rate().value().dividedBy(base.rate().value());
        return new Check(
                Kind.RATIO,
                "rate-differs",
                "",
                base.amount().text() + " ÷ " + base.rate().text() + " × "
                        + pair.rate().text(),
                new Equation(pair.amount(), new Side(Map.of(base.amount(), times), Exact.ZERO), Side.ONE));
    }

    /** 市级资金3400万元……市级资金按因素分配，60%为1920万元，25%为800万元，15%为480万元: named in the sentence of the parts. */
    private static void whole(List<Pair> pairs, List<Mention> mentions, Ledger ledger) {
        Figure first = pairs.get(0).rate();
        String text = first.passage().text();
        String words = text.substring(text.lastIndexOf('。', first.start()) + 1, first.start());
        List<Check> told = mentions.stream()
                .filter(mention -> mention.figure().kind() == Figure.Kind.AMOUNT
                        && mention.figure().end() <= first.start()
                        && isNamed(mention.before(), words))
                .map(mention -> PaidInParts.sum(mention.figure(), pairs))
                .filter(check -> check.equation()
                        .expected()
                        .filter(right -> NearMisses.isDigitSlip(check.equation().result(), right))
                        .isPresent())
                .toList();
        if (told.size() == 1) {
            ledger.checkUnlessKnown(told.get(0));
        }
    }

    private static boolean isNamed(String before, String words) {
        String name = before.length() < 2 * NAME ? "" : before.substring(before.length() - 2 * NAME);
        return !name.isEmpty() && words.contains(name);
    }
}
