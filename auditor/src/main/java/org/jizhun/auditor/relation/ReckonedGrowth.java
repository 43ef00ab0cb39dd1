package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * By what rate something changed: any two figures around that give it, or a change and what it was added to; where there are none, those
 * that the words before it name now and then.
 */
final class ReckonedGrowth {

    private static final int LONG = 4;
    private static final int FAR = 60;

    /** 三年年均增速, 复合增长率: no change from one year to the other. */
    private static final Sought YEARLY = Sought.of("年均|年平均|复合|年化");

    private ReckonedGrowth() {}

    static Optional<Check> of(Told told, List<Told> own, List<Told> around, Ledger ledger) {
        if (YEARLY.isIn(told.mention().before())) {
            return Optional.empty();
        }
        Optional<Check> right = right(told, around);
        return right.isPresent() || RatesRespectively.isListed(told, own) ? right : likely(told, own, around, ledger);
    }

    /** Any two figures that give it. */
    private static Optional<Check> right(Told told, List<Told> around) {
        for (Told one : around) {
            if (one.isMeasured() && one.role().isLevel()) {
                for (Told two : around) {
                    boolean pair = two.isLike(one)
                            && two.isOther(one)
                            && ReckonedChanges.isNear(told, one, two)
                            && !isBackwards(one, two);
                    Optional<Check> found = !pair
                            ? Optional.empty()
                            : two.role().isChange() ? ofChange(told, one, two) : Optional.of(ofTwo(told, one, two));
                    if (found.filter(check -> Near.rounded(check.equation())).isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Those that words tie to it, where the rate is not far off or a slip. */
    private static Optional<Check> likely(Told told, List<Told> own, List<Told> around, Ledger ledger) {
        Optional<Told> change = own.stream()
                .filter(other -> other.isMeasured() && other.role().isChange() && other.isBefore(told))
                .filter(other -> other.inSentenceOf(told))
                .reduce((one, two) -> two)
                .filter(other -> ReckonedChanges.isRightBefore(other, told));
        Predicate<Told> alike =
                other -> other.isMeasured() && change.map(other::isLike).orElse(true);
        Optional<Check> distance = change.flatMap(by -> ofDistance(told, by, around));
        if (distance.isPresent()) {
            return distance.filter(check -> Likely.is(check, FAR));
        }
        Optional<Check> pair = ToldPair.of(own, told, alike)
                .map(found -> ofTwo(told, found.now(), found.then()))
                .filter(check -> Likely.isSlip(check.equation())
                        || change.isPresent()
                        || !ReckonedChanges.isOfAnother(told, check));
        Optional<Check> named = ToldPair.named(around, told, alike)
                .map(found -> ofTwo(told, found.now(), found.then()))
                .filter(check -> change.isEmpty());
        return pair.or(() -> named)
                .or(() -> change.flatMap(by -> level(own, by).flatMap(now -> ofChange(told, now, by))))
                .or(() -> change.flatMap(by -> earlier(own, by).flatMap(then -> ofChange(told, then, by))))
                .filter(check -> Likely.is(check, FAR) || isOverNow(told, change, own))
                .filter(check ->
                        change.isEmpty() || !ledger.fails(change.get().figure()) || Likely.isSlip(check.equation()));
    }

    /** 上年支出8921.60万元…比上年增加760.82万元，增长8.53%: the amount right before is the distance of two figures, and the rate one of the earlier. */
    private static Optional<Check> ofDistance(Told told, Told change, List<Told> around) {
        boolean up = change.role() == Role.RISE;
        for (Told now : around) {
            for (Told then : around) {
                boolean pair = change.figure().digits() >= LONG
                        && now.isLike(change)
                        && then.isLike(change)
                        && now.role() == Role.VALUE
                        && then.role().isLevel()
                        && !then.figure().value().isZero();
                Exact apart = now.figure().value().minus(then.figure().value());
                if (pair && change.figure().value().equals(up ? apart : apart.negate())) {
                    return Optional.of(new Check(
                            Kind.YOY,
                            "growth-differs",
                            "",
                            Formulas.quotient(change.figure(), then.figure()),
                            new Equation(told.figure(), Side.of(change.figure()), Side.of(then.figure()))));
                }
            }
        }
        return Optional.empty();
    }

    /** 增长5.93% where 6.30% is right: what was added was divided by what it is now. */
    private static boolean isOverNow(Told told, Optional<Told> change, List<Told> own) {
        return change.flatMap(by -> level(own, by)
                        .map(now -> new Equation(told.figure(), Side.of(by.figure()), Side.of(now.figure()))))
                .filter(Near::rounded)
                .isPresent();
    }

    /** The last value before a change, where its sentence, or the one before, has no other of its kind. */
    private static Optional<Told> level(List<Told> own, Told change) {
        for (int back = 0; back <= 1; back++) {
            int sentences = back;
            List<Told> levels = own.stream()
                    .filter(other -> other.isBefore(change) && other.role() == Role.VALUE && other.isLike(change))
                    .filter(other -> other.sentencesFrom(change) == sentences)
                    .toList();
            if (!levels.isEmpty()) {
                return levels.size() == 1 && isNamedAlike(levels.get(0), change)
                        ? Optional.of(levels.get(0))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** 与2022年全年支出4512.40万元相比，支出增加270.45万元: the one earlier value of its kind in the sentence of a change. */
    private static Optional<Told> earlier(List<Told> own, Told change) {
        List<Told> levels = own.stream()
                .filter(other -> other.isBefore(change) && other.role() == Role.EARLIER && other.isLike(change))
                .filter(other -> other.inSentenceOf(change))
                .toList();
        return levels.size() == 1 ? Optional.of(levels.get(0)) : Optional.empty();
    }

    /** 本年收入增加227.31万元 is no change of 收入总计; a change that names nothing is one of what stands before it. */
    private static boolean isNamedAlike(Told level, Told change) {
        String name =
                change.mention().before().replace(Role.word(change.mention().before()), "");
        String plain = Sought.kept("(?:比|较|与|同)(?:上年|去年|上一年|20\\d{2}年)度?(?:同期|相比)?|同比|各|净|也")
                .replaceAll(name, "");
        return plain.length() < 2 || level.mention().before().contains(plain);
    }

    static Check ofTwo(Told told, Told one, Told two) {
        ToldPair pair = new ToldPair(one, two);
        return new Check(
                Kind.YOY,
                "growth-differs",
                "",
                "(" + pair.formula() + ") ÷ " + two.figure().text(),
                new Equation(told.figure(), pair.distance(), Side.of(two.figure())));
    }

    /** What was added over what it was: printed, or what it is now without what was added. */
    private static Optional<Check> ofChange(Told told, Told level, Told change) {
        Figure by = change.figure();
        Figure now = level.figure();
        boolean up = change.role() == Role.RISE;
        boolean before = level.role() == Role.EARLIER;
        Side was = before
                ? Side.of(now)
                : up ? Side.of(now).minus(by) : Side.of(now).plus(by);
        Exact rest = up ? now.value().minus(by.value()) : now.value().plus(by.value());
        if (!before && rest.signum() <= 0) {
            return Optional.empty();
        }
        String base = before ? now.text() : "(" + now.text() + (up ? " - " : " + ") + by.text() + ")";
        return Optional.of(new Check(
                Kind.YOY,
                "growth-differs",
                "",
                by.text() + " ÷ " + base,
                new Equation(told.figure(), Side.of(by), was)));
    }

    /** A change is a rate of what was, not of what is. */
    static boolean isBackwards(Told now, Told then) {
        return now.role() == Role.EARLIER && then.role() == Role.VALUE;
    }
}
