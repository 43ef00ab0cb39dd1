package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
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

    private static final Sought COMPARED = Sought.of("^[，]?(?:比|较)(?:上年|去年|上一年|20\\d{2}年)(?:度|同期)?的?$");

    @Override
    public String name() {
        return "reckoned-changes";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Told.OfText text = Told.OfText.of(claims);
        Set<Exact> rates = claims.figures().stream()
                .filter(figure -> figure.kind() == Figure.Kind.PERCENT)
                .map(Figure::value)
                .collect(Collectors.toSet());
        for (int i = 0; i < text.paragraphs().size(); i++) {
            for (Told told : text.paragraphs().get(i)) {
                if (told.role().isChange() && !ledger.settles(told.figure())) {
                    check(told, text, ledger)
                            .filter(check -> !isOfPrinted(told, check, rates))
                            .ifPresent(ledger::check);
                }
            }
        }
    }

    /**
     * 知晓率未达到目标，比2023年的83.10%提高3.30个百分点: where the rate itself is not told in the sentence, and the one that would be right, 86.40%,
     * stands elsewhere, it is meant.
     */
    private static boolean isOfPrinted(Told told, Check check, Set<Exact> rates) {
        if (told.figure().kind() != Figure.Kind.PERCENTAGE_POINTS
                || check.equation().judge() != Verdict.DIFFERS) {
            return false;
        }
        String text = told.text();
        int sentence = text.lastIndexOf('。', told.figure().start());
        List<Figure> own = check.equation().inputs().stream()
                .filter(input -> input.passage().equals(told.figure().passage()) && input.start() > sentence)
                .toList();
        Exact apart = told.figure().value();
        return own.size() == 1
                && rates.contains(
                        told.role() == Role.RISE
                                ? own.get(0).value().plus(apart)
                                : own.get(0).value().minus(apart));
    }

    private static Optional<Check> check(Told told, Told.OfText text, Ledger ledger) {
        List<Told> own = text.paragraphs().get(told.paragraph());
        List<Told> around = text.until(told.paragraph(), BACK);
        return switch (told.figure().kind()) {
            case AMOUNT, COUNT ->
                NetChange.of(told, own).or(() -> distance(told, own, around, other -> other.isLike(told)));
            case PERCENTAGE_POINTS ->
                distance(told, own, around, other -> other.figure().kind() == Figure.Kind.PERCENT);
            case PERCENT -> ReckonedGrowth.of(told, own, around, ledger);
            default -> Optional.empty();
        };
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
                        && !ReckonedGrowth.isBackwards(now, then);
                if (pair
                        && Near.rounded(
                                ReckonedGrowth.ofTwo(rate.get(), now, then).equation())) {
                    ToldPair found = new ToldPair(now, then);
                    return Optional.of(distance(told, found.more(), found.less()));
                }
            }
        }
        return Optional.empty();
    }

    /** 较上年末提升2.15个百分点 right before a change: what it is held against is not printed, and the pair is of another one. */
    static boolean isOfAnother(Told told, Check check) {
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
    static boolean isNear(Told told, Told one, Told two) {
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

    static boolean isRightBefore(Told change, Told rate) {
        return rate.figure().start() - change.figure().end() <= 14;
    }
}
