package org.jizhun.auditor.relation;

import java.util.List;
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

/** One figure said again in another unit right after: 20210亩（约2.02万亩）, 28.74亿元，折合287400万元. Both must be the same. */
final class Restated implements Relation {

    private static final Sought BETWEEN = Sought.of("^(?:[（(](?:约|即|合|折合|约合|近)*|，?(?:折合|约合|合计约|即)(?:人民币)?(?:约)?)$");

    @Override
    public String name() {
        return "restated";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                restated(mentions.get(i - 1), mentions.get(i), passage.text(), ledger);
            }
        }
    }

    private static void restated(Mention first, Mention again, String text, Ledger ledger) {
        Figure one = first.figure();
        Figure two = again.figure();
        boolean other = first.isMeasured()
                && first.isLike(again)
                && !one.unitSize().equals(two.unitSize())
                && BETWEEN.is(text.substring(one.end(), two.start()));
        if (!other) {
            return;
        }
        Equation equation = new Equation(two, Side.of(one), Side.ONE);
        boolean unit = equation.judge() == Verdict.DIFFERS;
        ledger.check(new Check(unit ? Kind.UNIT : Kind.CROSS_REFERENCE, "same-fact-differs", "", one.text(), equation));
    }
}
