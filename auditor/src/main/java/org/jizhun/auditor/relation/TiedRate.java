package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** A rate by the word it shares with a figure: 整改率 is of the nearest figure that speaks of 整改, over the whole before it or in brackets. */
final class TiedRate {

    private static final Sought WHOLE = Sought.of("安排|下达|预算|总|共|投入|应|计划|目标|编制|受理|排查|发放|抽查|检查|申请|全部");

    /** 比上年的120.45亿元增长6.8%。其中：税收收入…占…的比重为: no whole of this year's part. */
    private static final Sought EARLIER = Sought.of("(?:上年|去年|上期|同期)[^，。；\\d]{0,8}$");

    private TiedRate() {}

    /** The nearest figure tied by the word of the rate, over the one before it or in brackets. */
    static Optional<Check> of(Mention rate, RateWord word, List<Mention> near) {
        for (int top = near.size() - 1; top >= 0; top--) {
            Mention done = near.get(top);
            boolean after = done.figure().start() > rate.figure().start();
            boolean close = done.sentence() == rate.sentence() && (after || !done.bracketed());
            if (!close || !word.isSpokenOf(done)) {
                continue;
            }
            List<Mention> wholes = wholes(near, top);
            if (wholes.stream().anyMatch(whole -> isSaidAgain(whole, done))) {
                return Optional.empty();
            }
            for (Mention whole : wholes) {
                if (word.isBeside(whole, done)) {
                    continue;
                }
                Equation equation = new Equation(rate.figure(), Side.of(done.figure()), Side.of(whole.figure()));
                boolean slip = equation.expected()
                        .filter(expected -> NearMisses.isSlip(rate.figure(), expected))
                        .isPresent();
                boolean far = word.isWholly(done, rate) && !isAboveAll(rate, equation);
                if (equation.judge() != Verdict.DIFFERS
                        || Near.within(equation, far ? 60 : 15)
                        || (slip && Near.within(equation, 60))
                        || (word.isCalled(done) && isTenfold(rate, equation))) {
                    return Optional.of(LinkedRate.check(rate, List.of(done.figure()), whole.figure()));
                }
            }
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** 阳性297例；成功治疗471例，成功治疗率93.99%: the one number is no part of the other. */
    private static boolean isAboveAll(Mention rate, Equation equation) {
        return rate.figure().value().compareTo(Exact.ONE) < 0
                && equation.expected()
                        .filter(right -> right.compareTo(Exact.ONE) > 0)
                        .isPresent();
    }

    /** 实际完成700台。700台…合格率98.71%: one number told twice. */
    private static boolean isSaidAgain(Mention whole, Mention done) {
        return whole.sentence() != done.sentence()
                && whole.figure().value().equals(done.figure().value());
    }

    private static boolean isTenfold(Mention rate, Equation equation) {
        return equation.expected()
                .filter(right -> NearMisses.isWrongUnit(rate.figure(), right))
                .isPresent();
    }

    /** In brackets after the rate, else just before. */
    private static List<Mention> wholes(List<Mention> near, int top) {
        List<Mention> wholes = new ArrayList<>();
        for (int i = near.size() - 1; i > top; i--) {
            if (near.get(i).bracketed() && near.get(i).isLike(near.get(top))) {
                wholes.add(near.get(i));
            }
        }
        for (int i = top - 1; i >= 0 && wholes.isEmpty(); i--) {
            if (near.get(i).isLike(near.get(top))
                    && !isEarlier(near.get(i), near.get(top))
                    && near.get(top).sentence() - near.get(i).sentence() <= 1) {
                wholes.add(near.get(i));
            }
        }
        for (int i = top - 1; i >= 0; i--) {
            boolean named = WHOLE.isIn(near.get(i).before())
                    || (near.get(i)
                                            .figure()
                                            .value()
                                            .compareTo(near.get(top).figure().value())
                                    > 0
                            && near.get(top).sentence() - near.get(i).sentence() <= 1);
            if (named
                    && near.get(i).isLike(near.get(top))
                    && !isEarlier(near.get(i), near.get(top))
                    && !wholes.contains(near.get(i))) {
                wholes.add(near.get(i));
            }
        }
        return wholes;
    }

    private static boolean isEarlier(Mention whole, Mention done) {
        return EARLIER.isIn(whole.before()) && !EARLIER.isIn(done.before());
    }
}
