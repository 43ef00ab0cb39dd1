package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * By how much something changed, in whatever words: 净增152人，增幅7.47%; 较年初24465.62万元增加2717.83万元; 降幅15.61%; 高出23.45个百分点. Any two
 * figures around that give it are taken for meant; where there are none, those that the words before them name now and then.
 */
final class ReckonedChanges implements Relation {

    /** Paragraphs before a figure in which what gives it may stand. */
    private static final int BACK = 2;

    /** Digits of a figure that is no accident among figures of other sentences. */
    private static final int LONG = 4;

    private static final int FAR = 60;

    private static final Sought AGAINST = Sought.of("(?:比|较|与|同)(?:上|去|前|往|年初|期初|20|预算|计划|目标|概算|原|全|序时|改造|实施)|同比|环比");

    /** 三年年均增速, 复合增长率: no change from one year to the other. */
    private static final Sought YEARLY = Sought.of("年均|年平均|复合|年化");

    private static final Sought COMPARED = Sought.of("^[，]?(?:比|较)(?:上年|去年|上一年|20\\d{2}年)(?:度|同期)?的?$");

    private static final int NET_WORDS = 16;

    /** 三项相抵，净增加; 增减相抵后. */
    private static final Sought NET = Sought.of("相抵|净[增减]");

    private static final Sought ROSE = Sought.of("(?:增加|新增|追加|多支|调增)[^，。；、\\d]{0,10}$");
    private static final Sought FELL = Sought.of("(?:减少|压减|核减|少支|调减|下降)[^，。；、\\d]{0,10}$");

    @Override
    public String name() {
        return "reckoned-changes";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Told.OfText text = Told.OfText.of(claims);
        for (int i = 0; i < text.paragraphs().size(); i++) {
            for (Told told : text.paragraphs().get(i)) {
                if (told.role().isChange() && !ledger.settles(told.figure())) {
                    check(told, text, ledger).ifPresent(ledger::check);
                }
            }
        }
    }

    private static Optional<Check> check(Told told, Told.OfText text, Ledger ledger) {
        List<Told> own = text.paragraphs().get(told.paragraph());
        List<Told> around = text.until(told.paragraph(), BACK);
        return switch (told.figure().kind()) {
            case AMOUNT, COUNT -> net(told, own).or(() -> distance(told, own, around, other -> other.isLike(told)));
            case PERCENTAGE_POINTS ->
                distance(told, own, around, other -> other.figure().kind() == Figure.Kind.PERCENT);
            case PERCENT -> growth(told, own, around, ledger);
            default -> Optional.empty();
        };
    }

    /** 增加支出112.40万元，增加305.00万元，减少21.65万元，相抵后净增加395.75万元: what rose less what fell. */
    private static Optional<Check> net(Told told, List<Told> own) {
        String text = told.text();
        int from = Math.max(0, told.figure().start() - NET_WORDS);
        if (!NET.isIn(text.substring(from, told.figure().start()))) {
            return Optional.empty();
        }
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        Exact sum = Exact.ZERO;
        List<Figure> rose = new ArrayList<>();
        List<Figure> fell = new ArrayList<>();
        for (Told other : own) {
            String before = other.mention().before();
            boolean up = other.role() == Role.RISE || ROSE.isIn(before);
            boolean down = other.role() == Role.FALL || FELL.isIn(before);
            if (other.isBefore(told) && other.isLike(told) && up != down) {
                (up ? rose : fell).add(other.figure());
                weights.put(other.figure(), up == (told.role() == Role.RISE) ? Exact.ONE : Exact.of(-1));
                sum = sum.plus(other.figure().value());
            }
        }
        if (rose.isEmpty() || fell.isEmpty()) {
            return Optional.empty();
        }
        boolean up = told.role() == Role.RISE;
        Check check = new Check(
                Kind.SUM,
                "sum-differs",
                "",
                Formulas.combined(up ? rose : fell, up ? fell : rose),
                new Equation(told.figure(), new Side(weights, Exact.ZERO), Side.ONE));
        boolean added = told.figure().rounded().holds(sum);
        return Optional.of(check).filter(any -> Near.tight(any.equation()) || added || Likely.isSlip(any.equation()));
    }

    private static Optional<Check> distance(Told told, List<Told> own, List<Told> around, Predicate<Told> alike) {
        for (Told one : around) {
            for (Told two : around) {
                boolean levels = one.role() != Role.EACH && alike.test(one) && alike.test(two);
                if (levels && one.isOther(told) && two.isOther(told) && isNear(told, one, two)) {
                    Check check = distance(told, one.figure(), two.figure());
                    if (Near.rounded(check.equation())) {
                        return Optional.of(check);
                    }
                }
            }
        }
        Optional<Check> inRow = inRow(told, own);
        if (inRow.isPresent()) {
            return inRow;
        }
        Optional<Check> beside = ToldPair.of(own, told, alike)
                .map(pair -> distance(told, pair.more(), pair.less()))
                .filter(check -> Likely.isSlip(check.equation())
                        || (Near.within(check.equation(), FAR) && !isOfAnother(told, check)));
        return beside.or(() -> rated(told, own, around, alike))
                .or(() -> ToldPair.named(around, told, alike)
                        .map(pair -> distance(told, pair.more(), pair.less()))
                        .filter(check -> Likely.is(check, FAR)));
    }

    /** 平均住院日6.8天，比上年的7.1天缩短0.3天: three figures in a row, of which the words leave no doubt however far off the third is. */
    private static Optional<Check> inRow(Told told, List<Told> own) {
        int at = own.indexOf(told);
        if (at < 2) {
            return Optional.empty();
        }
        Told then = own.get(at - 1);
        Told now = own.get(at - 2);
        boolean row = then.role() == Role.EARLIER
                && (now.role() == Role.VALUE || now.role() == Role.EACH)
                && then.isLike(told)
                && now.isLike(told)
                && now.inSentenceOf(told)
                && then.inSentenceOf(told)
                && !now.mention().bracketed()
                && !then.mention().bracketed()
                && COMPARED.isIn(then.mention().before());
        ToldPair pair = new ToldPair(now, then);
        boolean rightWay = pair.more().value().compareTo(pair.less().value()) > 0
                && (told.role() == Role.RISE) == pair.more().equals(now.figure());
        return row && rightWay ? Optional.of(distance(told, pair.more(), pair.less())) : Optional.empty();
    }

    /** 28.64万元…；24.17万元，压减4.74万元，幅度15.61%: the rate right behind, which two figures around give, says whose distance it is. */
    private static Optional<Check> rated(Told told, List<Told> own, List<Told> around, Predicate<Told> alike) {
        Optional<Told> rate = own.stream()
                .filter(other -> told.isBefore(other) && other.figure().kind() == Figure.Kind.PERCENT)
                .filter(other -> other.role().isChange() && isRightBefore(told, other))
                .filter(other -> other.figure().digits() >= LONG)
                .findFirst();
        for (Told now : rate.isPresent() ? around : List.<Told>of()) {
            for (Told then : around) {
                boolean pair = now.isOther(then)
                        && now.isOther(told)
                        && then.isOther(told)
                        && now.role().isLevel()
                        && then.role().isLevel()
                        && alike.test(now)
                        && alike.test(then)
                        && !then.figure().value().isZero()
                        && !isBackwards(now, then);
                if (pair && Near.rounded(ofTwo(rate.get(), now, then).equation())) {
                    ToldPair found = new ToldPair(now, then);
                    return Optional.of(distance(told, found.more(), found.less()));
                }
            }
        }
        return Optional.empty();
    }

    /** 较上年末提升2.15个百分点 right before a change: what it is held against is not printed, and the pair is of another one. */
    private static boolean isOfAnother(Told told, Check check) {
        String text = told.text();
        int last = check.equation().inputs().stream()
                .filter(input -> input.passage().equals(told.figure().passage())
                        && input.end() <= told.figure().start())
                .mapToInt(Figure::end)
                .max()
                .orElse(0);
        return AGAINST.isIn(text.substring(last, told.figure().start()));
    }

    /** A short figure is the distance of many that stand far away. */
    private static boolean isNear(Told told, Told one, Told two) {
        int far = Math.max(one.sentencesFrom(told), two.sentencesFrom(told));
        int near = Math.min(one.sentencesFrom(told), two.sentencesFrom(told));
        boolean paragraph = one.paragraph() == told.paragraph() && two.paragraph() == told.paragraph();
        return told.figure().digits() >= LONG
                || far <= 1
                || (paragraph && near == 0 && one.figure().digits() >= LONG);
    }

    private static Check distance(Told told, Figure more, Figure less) {
        return Checks.difference(Kind.YOY, "", told.figure(), more, less);
    }

    private static Optional<Check> growth(Told told, List<Told> own, List<Told> around, Ledger ledger) {
        if (YEARLY.isIn(told.mention().before())) {
            return Optional.empty();
        }
        for (Told one : around) {
            if (one.isMeasured() && one.role().isLevel()) {
                for (Told two : around) {
                    boolean pair =
                            two.isLike(one) && two.isOther(one) && isNear(told, one, two) && !isBackwards(one, two);
                    Optional<Check> found = !pair
                            ? Optional.empty()
                            : two.role().isChange() ? ofChange(told, one, two) : Optional.of(ofTwo(told, one, two));
                    if (found.filter(check -> Near.rounded(check.equation())).isPresent()) {
                        return found;
                    }
                }
            }
        }
        if (RatesRespectively.isListed(told, own)) {
            return Optional.empty();
        }
        Optional<Told> change = own.stream()
                .filter(other -> other.isMeasured() && other.role().isChange() && other.isBefore(told))
                .filter(other -> other.inSentenceOf(told))
                .reduce((one, two) -> two)
                .filter(other -> isRightBefore(other, told));
        Predicate<Told> alike =
                other -> other.isMeasured() && change.map(other::isLike).orElse(true);
        Optional<Check> distance = change.flatMap(by -> ofDistance(told, by, around));
        if (distance.isPresent()) {
            return distance.filter(check -> Likely.is(check, FAR));
        }
        Optional<Check> pair = ToldPair.of(own, told, alike)
                .map(found -> ofTwo(told, found.now(), found.then()))
                .filter(check -> Likely.isSlip(check.equation()) || change.isPresent() || !isOfAnother(told, check));
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

    /** A change is a rate of what was, not of what is. */
    private static boolean isBackwards(Told now, Told then) {
        return now.role() == Role.EARLIER && then.role() == Role.VALUE;
    }

    private static boolean isRightBefore(Told change, Told rate) {
        return rate.figure().start() - change.figure().end() <= 14;
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

    private static Check ofTwo(Told told, Told one, Told two) {
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
}
