package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Sought;

/** A rate of the figure right before it, over a whole that stands further off, in its own paragraph or in an earlier one. */
final class RateOfEarlier {

    private static final Sought COMPLETION = Sought.of("^，完成率(?:为|达到?|是)?$");
    private static final int LONG = 4;

    private RateOfEarlier() {}

    private static final Sought INITIAL = Sought.of("年初|期初|批复");
    private static final Sought ADJUSTED = Sought.of("调整后|调整为|调整预算");

    /** 新建点位在线379个，在线率98.44%, where 新建点位385个 stands in an earlier paragraph. */
    static Optional<Check> of(List<Mention> mentions, int at, Deque<Mention> before) {
        Mention rate = mentions.get(at);
        boolean ofGoal = RateOfPlan.OF_PLAN.isIn(rate.before()) || COMPLETION.isIn(rate.before());
        Optional<RateWord> word = RateWord.of(rate);
        if (at < 1 || !(word.isPresent() || ofGoal) || (RateWord.isOfOther(rate) && !ofGoal)) {
            return Optional.empty();
        }
        Mention done = mentions.get(at - 1);
        boolean tied = done.sentence() == rate.sentence()
                && done.isMeasured()
                && !RateOfPlan.BEYOND.isIn(done.before())
                && (ofGoal || word.get().isSpokenOf(done));
        Set<String> names = RateWord.keys(done.before());
        Optional<Check> near = Optional.empty();
        for (int i = at - 2; tied && i >= 0; i--) {
            Mention whole = mentions.get(i);
            Check check = LinkedRate.check(rate, List.of(done.figure()), whole.figure());
            boolean printed = whole.isLike(done)
                    && whole.figure().digits() >= LONG
                    && done.figure().digits() >= LONG;
            if (printed && Near.tight(check.equation())) {
                return Optional.of(check);
            }
        }
        for (Mention whole : tied ? until(mentions, at, before) : List.<Mention>of()) {
            boolean same = whole.isLike(done)
                    && !whole.figure().value().equals(done.figure().value())
                    && (ofGoal || whole.figure().value().compareTo(done.figure().value()) >= 0)
                    && names.stream().anyMatch(whole.before()::contains);
            if (!same) {
                continue;
            }
            Check check = LinkedRate.check(rate, List.of(done.figure()), whole.figure());
            if (Near.tight(check.equation())) {
                return Optional.of(check);
            }
            if (word.isPresent() && word.get().isBeside(whole, done)) {
                continue;
            }
            boolean twins = NearMisses.isExchange(done.figure(), whole.figure().value());
            near = near.or(() -> Optional.of(check).filter(any -> !twins && Near.within(any.equation(), 10)));
        }
        return near.map(check -> ofAdjusted(rate, done, before, check).orElse(check));
    }

    /** Where the budget was adjusted, spending is a rate of what it became and not of what it began with. */
    private static Optional<Check> ofAdjusted(Mention rate, Mention done, Deque<Mention> before, Check check) {
        boolean initial = before.stream()
                .filter(whole -> check.equation().figures().contains(whole.figure()))
                .anyMatch(whole -> INITIAL.isIn(whole.before()));
        return before.stream()
                .filter(whole -> initial && whole.isLike(done) && ADJUSTED.isIn(whole.before()))
                .map(whole -> LinkedRate.check(rate, List.of(done.figure()), whole.figure()))
                .filter(other -> Near.within(other.equation(), 10))
                .findFirst();
    }

    /** The figures before a rate, the nearest first: of its own paragraph but the one that the rate is of, and of earlier ones. */
    private static List<Mention> until(List<Mention> mentions, int at, Deque<Mention> earlier) {
        List<Mention> all = new ArrayList<>();
        for (int i = at - 2; i >= 0; i--) {
            if (mentions.get(i).isMeasured()) {
                all.add(mentions.get(i));
            }
        }
        all.addAll(earlier);
        return all;
    }
}
