package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;

/**
 * So much for one that was worked out by another number than the one meant: 计划12000亩，实际完成12150亩，实际支出236.10万元，实际平均成本196.75元/亩 by what was planned, and
 * 按550个村计算，村均86.27万元；按510个项目计算，86.27万元 by the number that follows. The other number gives it to the last digit, so that it is no accident.
 */
final class CostOverOther {

    private static final Sought PLANNED = Sought.of("(?:计划|目标|任务|核定)[^，。；、\\d]{0,8}$");
    private static final Sought DONE = Sought.of("(?:实际|完成|建成|服务|发放|培训|救助|补助)[^，。；\\d]{0,16}$");
    private static final Sought SPENT = Sought.of("(?:支出|投入|使用资金|支付|兑付)[^，。；、\\d]{0,4}$");
    private static final Sought BUDGET = Sought.of("预算(?!执行)|计划|概算|应");
    private static final Sought BY = Sought.of("按照?$");
    private static final Sought RECKONED = Sought.of("^[^，。；、\\d]{0,10}(?:计算|测算|折算)$");

    private CostOverOther() {}

    /** The check itself, or where it holds by another number than the one meant, that of the one meant. */
    static Check instead(Check check, List<Mention> mentions) {
        List<Figure> inputs = List.copyOf(check.equation().inputs());
        Figure result = check.equation().result();
        int at = index(mentions, result);
        if (inputs.size() != 2 || at < 1 || !Near.tight(check.equation())) {
            return check;
        }
        int count = index(mentions, inputs.get(1));
        int total = index(mentions, inputs.get(0));
        if (count < 0) {
            return check;
        }
        Mention own = mentions.get(at - 1);
        if (isBy(own) && count > at && isBy(mentions.get(count)) && own.isLike(mentions.get(count))) {
            // the number is the one meant, so that the quotient is wrong
            return new Check(
                    Kind.RATIO,
                    "rate-differs",
                    check.subject(),
                    Formulas.quotient(inputs.get(0), own.figure()),
                    new Equation(
                            result,
                            Side.of(inputs.get(0)),
                            Side.constant(own.figure().value())));
        }
        return total < 0
                ? check
                : ofPlan(mentions.get(at), mentions.get(total), mentions.get(count), mentions)
                        .orElse(check);
    }

    private static int index(List<Mention> mentions, Figure figure) {
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).figure().equals(figure)) {
                return i;
            }
        }
        return -1;
    }

    /** By the number done, where the one planned gives what is printed and stands in the same sentence. */
    private static Optional<Check> ofPlan(Mention each, Mention total, Mention count, List<Mention> mentions) {
        boolean planned = PLANNED.isIn(count.before())
                && SPENT.isIn(total.before())
                && !BUDGET.isIn(total.before())
                && !BUDGET.isIn(each.before());
        List<Mention> done = mentions.stream()
                .filter(other -> planned
                        && other.isLike(count)
                        && Math.abs(other.sentence() - count.sentence()) <= 1
                        && other.figure().end() <= each.figure().start()
                        && DONE.isIn(other.before())
                        && !PLANNED.isIn(other.before())
                        && !CostPerUnit.LAST_YEAR.isIn(other.before()))
                .toList();
        return done.size() == 1
                ? Optional.of(CostPerUnit.check(each, total, done.get(0)))
                        .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                : Optional.empty();
    }

    private static boolean isBy(Mention count) {
        return count.figure().kind() == Figure.Kind.COUNT && BY.isIn(count.before()) && RECKONED.isIn(count.after());
    }
}
