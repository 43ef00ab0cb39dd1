package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * The two sides of an account told in one paragraph: 收、支总计6559.96万元，本年收入6377.32万元，使用年初结转182.64万元；本年支出6345.88万元，年末结转214.08万元;
 * 收入总计25802万元；支出23568万元，加上解上级支出1702万元，年终结转532万元，收支平衡. What is carried over at the end is the total less what was spent,
 * and the total is what came in and what was there.
 */
final class AccountsBalance implements Relation {

    private static final Sought TOTAL =
            Sought.of("(?:收、?支(?:出)?总计|收入总计|收入总量|总收入|收入合计总计|收支总计|资金总量|可用财力)(?:均|各|共)?(?:为|是|达)?$");
    private static final Sought INCOME = Sought.of(
            "(?:本年收入|当年收入)(?:合计|总计)?(?:为)?$|(?:使用)?(?:年初|上年)(?:财政拨款)?(?:结转(?:和|与|及)?结余|结转|结余)(?:资金|收入)?(?:为)?$"
                    + "|使用(?:非财政拨款|专用)结余(?:资金)?(?:为)?$");
    private static final Sought THIS_YEAR = Sought.of("(?:本年|当年)收入");
    private static final Sought EXPENSE =
            Sought.of("(?:支出|上解|还本|安排预算稳定调节基金|补充预算稳定调节基金|调出资金|结余分配|补助下级)(?:支出|合计|总计|完成|共计)*(?:为)?$");
    private static final Sought LEFT = Sought.of(
            "(?:年终|年末|年底|期末)(?:滚存|累计|净)?(?:结转(?:和|与|及)?结余|结转|结余)(?:资金|下年|下年使用|下年支出|下一年度?)*(?:为|共)?$|结转下年(?:使用|支出)?(?:为)?$");
    /** A part, a change or another year's. */
    private static final Sought OTHER = Sought.of("其中|比|较|上年(?!结)|去年|(?<!公共|基金|经营)预算(?!稳)|增长|下降|占|上年支出");

    /** How many sentences back from what is left the total may stand. */
    private static final int SENTENCES = 4;

    @Override
    public String name() {
        return "accounts-balance";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf('总') < 0 || passage.text().indexOf('结') < 0) {
                continue;
            }
            List<Mention> mentions = claims.mentions(passage).stream()
                    .filter(mention -> mention.figure().kind() == Figure.Kind.AMOUNT
                            && mention.figure().nearness() == Figure.Nearness.EXACT
                            && !mention.bracketed())
                    .toList();
            for (int i = 0; i < mentions.size(); i++) {
                if (TOTAL.isIn(mentions.get(i).before())) {
                    came(mentions, i, ledger);
                    left(mentions, i, ledger);
                }
            }
        }
    }

    /** What came in this year and what was there make up the total, in either order. */
    private static void came(List<Mention> mentions, int at, Ledger ledger) {
        Mention total = mentions.get(at);
        List<Mention> parts = mentions.stream()
                .filter(part -> isNear(part, total) && INCOME.isIn(part.before()) && !OTHER.isIn(part.before()))
                .toList();
        long years =
                parts.stream().filter(part -> THIS_YEAR.isIn(part.before())).count();
        if (years != 1 || parts.size() < 2 || ledger.judged(total.figure())) {
            return;
        }
        List<Figure> figures = parts.stream().map(Mention::figure).toList();
        Check check = Checks.sum(Kind.SUM, total.claim().label(), total.figure(), figures);
        if (check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), 10)) {
            ledger.check(check);
        }
    }

    /** What the total less all that went leaves. */
    private static void left(List<Mention> mentions, int at, Ledger ledger) {
        Mention total = mentions.get(at);
        List<Mention> went = new ArrayList<>();
        for (Mention mention : mentions.subList(at + 1, mentions.size())) {
            if (!isNear(mention, total)) {
                return;
            }
            if (LEFT.isIn(mention.before())) {
                told(total, went, mention)
                        .filter(check -> !ledger.knows(check.equation()))
                        .ifPresent(ledger::check);
                return;
            }
            boolean spent = EXPENSE.isIn(mention.before()) && !OTHER.isIn(mention.before());
            if (spent) {
                went.add(mention);
            }
        }
    }

    private static Optional<Check> told(Mention total, List<Mention> went, Mention left) {
        if (went.isEmpty()) {
            return Optional.empty();
        }
        List<Figure> spent = went.stream().map(Mention::figure).toList();
        Side rest = Side.of(total.figure());
        for (Figure figure : spent) {
            rest = rest.minus(figure);
        }
        Equation equation = new Equation(left.figure(), rest, Side.ONE);
        boolean balanced = left.figure().passage().text().contains("收支平衡");
        boolean meant = equation.judge() != Verdict.DIFFERS
                || Near.within(equation, balanced ? 60 : 30)
                || equation.expected()
                        .filter(right -> NearMisses.isSlip(left.figure(), right))
                        .isPresent();
        return meant
                ? Optional.of(new Check(
                        Kind.DIFFERENCE,
                        "difference-differs",
                        left.claim().label(),
                        Formulas.combined(List.of(total.figure()), spent),
                        equation))
                : Optional.empty();
    }

    private static boolean isNear(Mention one, Mention two) {
        return !one.equals(two) && Math.abs(one.sentence() - two.sentence()) <= SENTENCES;
    }
}
