package org.jizhun.auditor.relation;

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
 * How much more was done than planned: 淘汰512辆，比年度任务480辆多32辆; 培训920人次，计划900人次，超额完成20人次; 超额6.67%. It is what was
 * done less the plan, or that by the plan.
 */
final class OverPlan implements Relation {

    private static final Sought PLAN = Sought.of("(?:计划|任务|目标|预期|定额|指标)(?:数|值|量|任务|总数)?(?:的|为|是)?(?:完成|培训|建设|新建|改造)?$");
    private static final Sought AGAINST = Sought.of("(?:比|较|超|超过|超出)[^，。；\\d]{0,10}$");
    private static final Sought MORE = Sought.of("(?:多|超|超出|超过|超额|超额完成|超计划|超任务|超目标|多完成|超出计划|超出目标|超计划完成)(?:了|达|为)?$");
    private static final Sought BEYOND = Sought.of("超额|超计划|超任务|超目标|超出计划|超出目标");
    private static final Sought OTHER = Sought.of("上年|去年|同期|往年|以上|\\d{4}年");
    private static final int WINDOW = 4;

    @Override
    public String name() {
        return "over-plan";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 2; i < mentions.size(); i++) {
                Mention told = mentions.get(i);
                boolean exact = told.figure().nearness() == Figure.Nearness.EXACT;
                if (exact && MORE.isIn(told.before()) && !OTHER.isIn(told.before()) && !ledger.judged(told.figure())) {
                    more(mentions, i).ifPresent(ledger::check);
                }
            }
        }
    }

    private static Optional<Check> more(List<Mention> mentions, int at) {
        Mention told = mentions.get(at);
        boolean percent = told.figure().kind() == Figure.Kind.PERCENT;
        boolean beyond = BEYOND.isIn(told.before());
        if (!(told.isMeasured() || (percent && beyond))) {
            return Optional.empty();
        }
        for (int i = at - 1; i >= Math.max(0, at - WINDOW); i--) {
            Mention plan = mentions.get(i);
            boolean planned =
                    PLAN.isIn(plan.before()) && !BEYOND.isIn(plan.before()) && plan.sentence() == told.sentence();
            boolean tied = beyond || (i == at - 1 && AGAINST.isIn(plan.before()));
            if (planned && tied && plan.isMeasured() && (percent || plan.isLike(told))) {
                return done(mentions, at, i)
                        .map(done -> check(told, done, plan, percent))
                        .filter(check -> (beyond && !percent) || isMeant(check));
            }
        }
        return Optional.empty();
    }

    /** What was done: the nearest like figure, before the plan or between it and the excess, that is more than the plan. */
    private static Optional<Mention> done(List<Mention> mentions, int at, int planned) {
        Mention plan = mentions.get(planned);
        for (int i = at - 1; i >= Math.max(0, planned - 2); i--) {
            Mention done = mentions.get(i);
            boolean more = done.isLike(plan)
                    && done.sentence() == plan.sentence()
                    && done.figure().value().compareTo(plan.figure().value()) > 0
                    && !MORE.isIn(done.before())
                    && !OTHER.isIn(done.before());
            if (i != planned && more) {
                return Optional.of(done);
            }
        }
        return Optional.empty();
    }

    private static boolean isMeant(Check check) {
        return check.equation().judge() != Verdict.DIFFERS
                || Near.within(check.equation(), 60)
                || check.equation()
                        .expected()
                        .filter(right -> NearMisses.isSlip(check.equation().result(), right))
                        .isPresent();
    }

    private static Check check(Mention told, Mention done, Mention plan, boolean percent) {
        String formula = done.figure().text() + " - " + plan.figure().text();
        Side more = Side.of(done.figure()).minus(plan.figure());
        return percent
                ? new Check(
                        Kind.RATIO,
                        "rate-differs",
                        told.claim().label(),
                        "(" + formula + ") ÷ " + plan.figure().text(),
                        new Equation(told.figure(), more, Side.of(plan.figure())))
                : new Check(
                        Kind.DIFFERENCE,
                        "difference-differs",
                        told.claim().label(),
                        formula,
                        new Equation(told.figure(), more, Side.ONE));
    }
}
