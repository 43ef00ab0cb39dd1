package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Sought;

/** A rate whose words say what it is of: 完成年度计划的71.8%, 占参训学员3532人次的92.61%, 执行率 right behind what was planned and what was done. */
final class RateOfPlan {

    private static final Sought SHARE_OF = Sought.of("^，?(?:占|仅占|约占|相当于|完成|达到?|[是为]|仅为|约为)");
    static final Sought OF_PLAN =
            Sought.of("(?:完成|达到|占|为|实现)(?:了)?(?:全年|年度|年初|本年|总|既定)*(?:计划|目标|任务)(?:任务|目标|数|总数|量)?的$");
    private static final Sought OF_BUDGET =
            Sought.of("^，?(?:完成|占|为)(?:了)?(?:全年|年度|年初|本年|调整后?|当年)*(?:预算|计划|目标|任务)(?:数|安排|任务)?$");
    private static final Sought DONE = Sought.of("^，?(?:已|仅|共|累计|实际)*完成(?:了)?$");
    static final Sought BEYOND = Sought.of("超|多|余|尚|差|少");
    private static final Sought PLANNED = Sought.of("计划|目标|任务|应");
    private static final Sought EXECUTED =
            Sought.of("^，?(?:预算|采购|计划|资金|任务|目标|政府采购|采购计划)?(?:执行|完成|实现|支出|使用)(?:率|进度)(?:为|达到?|是)?$");
    private static final Sought PLAN = Sought.of("(?:预算|计划|目标|任务|应[^，。；、\\d]{1,6})(?:数|金额|总额|安排|资金)?(?:为|是)?$");
    private static final Sought ACTUAL = Sought.of("^，?(?:实际|已|全年实际|当年实际|年末实际)[^，。；、\\d]{0,8}$");

    private RateOfPlan() {}

    /** 全年计划3550批次，完成2548批次，完成年度计划的71.8%. */
    static Optional<Check> of(List<Mention> mentions, int at) {
        Mention rate = mentions.get(at);
        if (at >= 2
                && rate.before().equals("的")
                && OF_BUDGET.isIn(mentions.get(at - 1).before())) {
            return ofBudget(mentions, at);
        }
        if (at >= 2 && rate.before().equals("的")) {
            Optional<Check> told = ofWhole(mentions, at);
            if (told.isPresent()) {
                return told;
            }
        }
        if (at < 2 || !(OF_PLAN.isIn(rate.before()) || DONE.isIn(rate.before()))) {
            return Optional.empty();
        }
        Mention done = mentions.get(at - 1);
        if (BEYOND.isIn(done.before())) {
            return Optional.empty();
        }
        for (int back = at - 2; back >= Math.max(0, at - 4); back--) {
            int i = back;
            Mention plan = mentions.get(i);
            boolean planned = PLANNED.isIn(plan.before());
            if (planned && plan.isLike(done) && done.isMeasured() && rate.sentence() - plan.sentence() <= 1) {
                return Optional.of(LinkedRate.check(rate, List.of(done.figure()), plan.figure()))
                        .filter(check -> i == at - 2 || !isOther(check));
            }
        }
        return Optional.empty();
    }

    /** 门诊18.6万人次，为目标20万人次的93%；住院1.2万人次，完成年度目标的96%: the plan of something else. */
    private static boolean isOther(Check check) {
        return !Near.within(check.equation(), 60)
                && check.equation()
                        .expected()
                        .filter(right -> NearMisses.isSlip(check.equation().result(), right))
                        .isEmpty();
    }

    /** 就业3271人，占参训学员3532人次的92.61%: part, whole and share in a row. */
    private static Optional<Check> ofWhole(List<Mention> mentions, int at) {
        Mention part = mentions.get(at - 2);
        Mention whole = mentions.get(at - 1);
        boolean people = Sought.kept("人|名|人次").is(part.figure().thing())
                && Sought.kept("人|名|人次").is(whole.figure().thing());
        boolean pair = part.isMeasured()
                && !part.bracketed()
                && (part.isLike(whole) || people)
                && part.sentence() == whole.sentence()
                && SHARE_OF.isIn(whole.before());
        return pair
                ? Optional.of(LinkedRate.check(mentions.get(at), List.of(part.figure()), whole.figure()))
                : Optional.empty();
    }

    /** 决算36.79万元，完成年初预算44.50万元的82.67%. */
    private static Optional<Check> ofBudget(List<Mention> mentions, int at) {
        Mention done = mentions.get(at - 2);
        Mention plan = mentions.get(at - 1);
        boolean pair = done.isLike(plan) && done.sentence() == plan.sentence() && !done.bracketed();
        return pair
                ? Optional.of(LinkedRate.check(mentions.get(at), List.of(done.figure()), plan.figure()))
                : Optional.empty();
    }

    /** 采购预算214万元，实际采购208万元，执行率97.20%: what was planned and what was done, right before the rate. */
    static Optional<Check> plannedAndDone(List<Mention> mentions, int at) {
        if (at < 2) {
            return Optional.empty();
        }
        Mention rate = mentions.get(at);
        Mention done = mentions.get(at - 1);
        Mention plan = mentions.get(at - 2);
        boolean pair = plan.isLike(done)
                && plan.isMeasured()
                && plan.sentence() == rate.sentence()
                && EXECUTED.isIn(rate.before())
                && PLAN.isIn(plan.before())
                && ACTUAL.isIn(done.before())
                && !plan.bracketed()
                && !done.bracketed();
        return pair
                ? Optional.of(LinkedRate.check(rate, List.of(done.figure()), plan.figure()))
                        .filter(any -> Near.within(any.equation(), 60))
                : Optional.empty();
    }
}
