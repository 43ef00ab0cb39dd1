package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A total behind 加: 收入完成186420万元…。加上级补助收入248600万元、上年结转12360万元，收入总计447380万元. What stands between is added to one figure before, which
 * the sum itself finds; else to the one that was 完成 last.
 */
final class PlusTotal implements Relation {

    private static final Sought PLUS = Sought.of("^，?(?:再|另)?加(?:上|：)?");
    private static final Sought TOTAL = Sought.of("(?:收入|支出|资金|财力)?(?:总计|总量|合计)(?:共|均)?(?:为|达到?|是|：)*$");
    private static final Sought DONE = Sought.of("(?:完成|实现|决算数?|合计)(?:数|额)?(?:为|达到?|是|：)*$");

    /** By how many in a hundred the total may miss. */
    private static final int NEARLY = 3;

    private static final int BACK = 14;

    @Override
    public String name() {
        return "plus-total";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf('加') < 0) {
                continue;
            }
            List<Mention> amounts = claims.mentions(passage).stream()
                    .filter(mention -> mention.figure().kind() == Figure.Kind.AMOUNT && !mention.bracketed())
                    .toList();
            for (int first = 1; first < amounts.size(); first++) {
                if (PLUS.isIn(amounts.get(first).before())) {
                    total(amounts, first, ledger);
                }
            }
        }
    }

    private static void total(List<Mention> amounts, int first, Ledger ledger) {
        List<Figure> added = new ArrayList<>();
        int at = first;
        while (at < amounts.size()
                && amounts.get(at).sentence() == amounts.get(first).sentence()
                && !TOTAL.isIn(amounts.get(at).before())) {
            added.add(amounts.get(at).figure());
            at++;
        }
        boolean told = at < amounts.size()
                && amounts.get(at).sentence() == amounts.get(first).sentence()
                && amounts.get(at).figure().nearness() == Figure.Nearness.EXACT;
        if (told) {
            check(amounts.subList(Math.max(0, first - BACK), first), added, amounts.get(at))
                    .ifPresent(ledger::checkUnlessJudged);
        }
    }

    private static Optional<Check> check(List<Mention> before, List<Figure> added, Mention total) {
        Optional<Check> done = Optional.empty();
        for (int i = before.size() - 1; i >= 0; i--) {
            List<Figure> parts = new ArrayList<>(List.of(before.get(i).figure()));
            parts.addAll(added);
            Check check = Checks.sum(Kind.SUM, total.claim().label(), total.figure(), parts);
            if (Near.tight(check.equation())) {
                return Optional.of(check);
            }
            if (done.isEmpty() && DONE.isIn(before.get(i).before())) {
                done = Optional.of(check);
            }
        }
        return done.filter(check -> Near.within(check.equation(), NEARLY));
    }
}
