package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * What came in less what went out: 基金收入96.73亿元，其中…；支出88.15亿元，其中…。当年收支结余8.58亿元. And what must balance: 收入预算80000万元；支出预算62000万元，调出资金18000万元，收支平衡.
 */
final class SurplusOfYear implements Relation {

    private static final Sought SURPLUS = Sought.of("收支(?:相抵后?)?(?:结余|差额|节余)(?:为|是|达)?$");
    /** At the beginning of its clause, as no part after 、 is. */
    private static final Sought INCOME = Sought.of("^[^、\\d]{0,16}收入(?:预算|总计|合计|完成|决算数?)?(?:为|共|达)?$");

    private static final Sought EXPENSE = Sought.of("^[^、\\d]{0,10}支出(?:预算|总计|合计|完成|决算数?)?(?:为|共|达)?$");
    private static final Sought OUT =
            Sought.of("(?:支出(?:预算|总计|合计)?|调出资金|上解[^，。；、\\d]{0,6}|结转下年[^，。；、\\d]{0,4})(?:为|共|达)?$");
    private static final Sought OF_WHICH = Sought.of("其中|上年|去年|[比较]|增长|下降|转移");
    private static final Sought BALANCED = Sought.of("^[^。；]{0,6}收支平衡");

    /** By how many in a hundred what is left, or goes out last, may miss. */
    private static final int NEAR = 25;

    @Override
    public String name() {
        return "surplus-of-year";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf("收支") < 0) {
                continue;
            }
            List<Mention> amounts = claims.mentions(passage).stream()
                    .filter(mention -> mention.figure().kind() == Figure.Kind.AMOUNT && !mention.bracketed())
                    .filter(mention -> mention.figure().nearness() == Figure.Nearness.EXACT)
                    .toList();
            for (int i = 2; i < amounts.size(); i++) {
                List<Mention> before = amounts.subList(0, i);
                Optional<Check> check = SURPLUS.isIn(amounts.get(i).before())
                        ? surplus(before, amounts.get(i))
                        : BALANCED.isIn(behind(passage, amounts.get(i).figure()))
                                ? balanced(before, amounts.get(i))
                                : Optional.empty();
                check.filter(SurplusOfYear::isMeant).ifPresent(ledger::checkUnlessKnown);
            }
        }
    }

    private static String behind(Passage passage, Figure figure) {
        return passage.text().substring(figure.end());
    }

    private static boolean isMeant(Check check) {
        return check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), NEAR);
    }

    /** The only income and the only expenditure of the paragraph that are no parts. */
    private static Optional<Check> surplus(List<Mention> before, Mention left) {
        List<Mention> income = before.stream()
                .filter(mention -> INCOME.isIn(mention.before()) && !OF_WHICH.isIn(mention.before()))
                .toList();
        List<Mention> expense = before.stream()
                .filter(mention -> EXPENSE.isIn(mention.before()) && !OF_WHICH.isIn(mention.before()))
                .toList();
        return income.size() == 1 && expense.size() == 1
                ? Optional.of(Checks.difference(
                        Kind.DIFFERENCE,
                        left.claim().label(),
                        left.figure(),
                        income.get(0).figure(),
                        expense.get(0).figure()))
                : Optional.empty();
    }

    /** All that goes out in the sentence is what comes in; the last is worked out from the others. */
    private static Optional<Check> balanced(List<Mention> before, Mention last) {
        List<Mention> own = before.stream()
                .filter(mention -> mention.sentence() >= last.sentence() - 1 && !OF_WHICH.isIn(mention.before()))
                .toList();
        List<Figure> income = own.stream()
                .filter(mention -> INCOME.isIn(mention.before()))
                .map(Mention::figure)
                .toList();
        List<Figure> out = own.stream()
                .filter(mention -> OUT.isIn(mention.before()))
                .map(Mention::figure)
                .toList();
        boolean whole = income.size() == 1
                && !out.isEmpty()
                && OUT.isIn(last.before())
                && own.size() == 1 + out.size()
                && income.get(0).end() < out.get(0).start();
        return whole
                ? Optional.of(PartsOfWhole.rest(Kind.DIFFERENCE, income.get(0), out, last.figure()))
                : Optional.empty();
    }
}
