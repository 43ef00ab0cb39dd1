package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;

/**
 * What is left of a whole, and what a budget becomes by what was added and taken away: 到位5000000元，支付4362815.40元，余额637184.60元;
 * 年初1932.50万元，追加368.74万元，收回52.19万元，调整后2249.05万元.
 */
final class ReckonedRests implements Relation {

    private static final int BACK = 2;
    private static final int LONG = 4;
    private static final int FAR = 30;
    private static final int SURE = 3;

    /** 年末结转56.07万元，收回财政结余30.00万元: what is left lies in two places. */
    private static final Sought OTHER_REST = Sought.of("(?:收回|上缴|缴回|交回|退回|调减|统筹|结转|结余)[^，。；\\d]{0,8}$");

    /** 上年结转12360万元 came with the year and is left of nothing told here. */
    private static final Sought BROUGHT = Sought.of("(?:上年|年初|期初)(?:末)?(?:结转|结余)[^，。；、\\d]{0,6}$");

    private static final Sought INCOME = Sought.of("收入[^，。；、\\d]{0,6}$");
    private static final Sought SPENT = Sought.of("支出[^，。；、\\d]{0,6}$");

    @Override
    public String name() {
        return "reckoned-rests";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Told.OfText text = Told.OfText.of(claims);
        for (List<Told> paragraph : text.paragraphs()) {
            for (Told told : paragraph) {
                boolean points = told.figure().kind() == Figure.Kind.POINTS;
                if (points && !ledger.judged(told.figure())) {
                    LeftOfTwo.without(told, paragraph).ifPresent(ledger::check);
                }
                if (!told.isMeasured() || BROUGHT.isIn(told.mention().before())) {
                    continue;
                }
                if (ledger.settles(told.figure())) {
                    AdjustedBudgets.check(told, paragraph)
                            .filter(AdjustedBudgets::isChangeSlipped)
                            .ifPresent(ledger::check);
                    continue;
                }
                Optional<Check> others = told.role().isLevel() ? LeftOfTwo.others(told, paragraph) : Optional.empty();
                if (others.isPresent()) {
                    others.ifPresent(ledger::check);
                    continue;
                }
                Optional<Check> check = told.role() == Role.LEFT
                        ? rest(told, text, ledger)
                        : told.role() == Role.VALUE
                                ? LeftOfTwo.without(told, paragraph).or(() -> AdjustedBudgets.check(told, paragraph))
                                : Optional.empty();
                List<Figure> beside = paragraph.stream().map(Told::figure).toList();
                check.filter(any -> told.role() != Role.LEFT || !Near.isAnother(any.equation(), beside))
                        .ifPresent(ledger::check);
            }
        }
    }

    private static Optional<Check> rest(Told told, Told.OfText text, Ledger ledger) {
        List<Told> levels = text.until(told.paragraph(), BACK).stream()
                .filter(other -> other.isOther(told) && other.isLike(told) && other.role() != Role.EACH)
                .toList();
        for (Told whole : levels) {
            for (Told done : levels) {
                boolean near = told.figure().digits() >= LONG
                        || (whole.sentencesFrom(told) <= 1 && done.sentencesFrom(told) <= 1);
                Check check = LeftOfTwo.check(told, whole, done);
                if (whole.isOther(done) && near && Near.rounded(check.equation())) {
                    return Optional.of(check);
                }
            }
        }
        boolean oneOfTwo = levels.stream()
                .anyMatch(other -> other.inSentenceOf(told)
                        && other.role() != Role.VALUE
                        && OTHER_REST.isIn(other.mention().before()));
        if (oneOfTwo) {
            return Optional.empty();
        }
        List<Told> before = levels.stream()
                .filter(other -> other.isBefore(told) && other.sentencesFrom(told) <= 1)
                .filter(other -> other.role() == Role.VALUE && !other.mention().bracketed())
                .toList();
        Optional<Check> slip = Optional.empty();
        for (Told whole : before) {
            for (Told done : before) {
                Check check = LeftOfTwo.check(told, whole, done);
                boolean more = whole.figure().value().compareTo(done.figure().value()) > 0;
                if (slip.isEmpty() && more && told.figure().digits() >= LONG && Likely.isSlip(check.equation())) {
                    slip = Optional.of(check);
                }
            }
        }
        return slip.or(() -> exchanged(told, levels))
                .or(() -> proved(told, levels, text, ledger))
                .or(() -> lessAll(told, before))
                .or(() -> LeftOfTwo.few(told, before))
                .or(() -> named(told, before));
    }

    /** 总收入45094.52万元 in one paragraph, 总支出44665.17万元……结余492.35万元 in the next: what is left but for two digits. */
    private static Optional<Check> exchanged(Told told, List<Told> levels) {
        for (Told whole : levels) {
            for (Told done : levels) {
                boolean named = whole.isBefore(done)
                        && done.isBefore(told)
                        && INCOME.isIn(whole.mention().before())
                        && SPENT.isIn(done.mention().before());
                Check check = LeftOfTwo.check(told, whole, done);
                if (named
                        && told.figure().digits() > LONG
                        && check.equation()
                                .expected()
                                .filter(right -> NearMisses.isExchange(told.figure(), right))
                                .isPresent()) {
                    return Optional.of(check);
                }
            }
        }
        return Optional.empty();
    }

    /** 控制在1480.00万元，结算价1429.36万元，节约50.64万元，节约率3.42%: the rate, which holds, says what the rest is of. */
    private static Optional<Check> proved(Told told, List<Told> levels, Told.OfText text, Ledger ledger) {
        for (Told rate : text.paragraphs().get(told.paragraph())) {
            boolean near = rate.figure().kind() == Figure.Kind.PERCENT
                    && rate.figure().digits() >= SURE
                    && isNamedAlike(told, rate)
                    && rate.sentencesFrom(told) <= 1;
            for (Check holds : near ? ledger.holding(rate.figure()) : List.<Check>of()) {
                Equation equation = holds.equation();
                List<Told> wholes = levels.stream()
                        .filter(other -> equation.bottom().weights().keySet().equals(Set.of(other.figure())))
                        .filter(other -> equation.top().weights().keySet().equals(Set.of(told.figure())))
                        .toList();
                List<Told> done = levels.stream()
                        .filter(other -> !wholes.isEmpty() && wholes.get(0).isBefore(other) && other.isBefore(told))
                        .filter(other -> other.role() == Role.VALUE)
                        .toList();
                if (done.size() == 1) {
                    return Optional.of(LeftOfTwo.check(told, wholes.get(0), done.get(0)));
                }
            }
        }
        return Optional.empty();
    }

    /** 节约50.64万元 and 节约率: two characters right before the one in the words before the other. */
    private static boolean isNamedAlike(Told told, Told rate) {
        String name =
                Sought.kept("[^\\u4e00-\\u9fa5]").replaceAll(told.mention().before(), "");
        return name.length() >= 2 && rate.mention().before().contains(name.substring(name.length() - 2));
    }

    /** 到位860万元。已支付工程款702.48万元，支付监理费36.90万元，剩余120.62万元: the whole less all that was spent of it. */
    private static Optional<Check> lessAll(Told told, List<Told> before) {
        Told whole = null;
        List<Told> spent = new ArrayList<>();
        for (Told other : before) {
            boolean done = WholeOrDone.isDone(other);
            if (whole != null
                    && done
                    && other.figure().value().compareTo(whole.figure().value()) < 0) {
                spent.add(other);
            } else if (WholeOrDone.isWhole(other)) {
                whole = other;
                spent.clear();
            } else {
                return Optional.empty();
            }
        }
        if (whole == null || spent.size() < 2) {
            return Optional.empty();
        }
        Side rest = Side.of(whole.figure());
        for (Told other : spent) {
            rest = rest.minus(other.figure());
        }
        Check check = new Check(
                Kind.DIFFERENCE,
                "difference-differs",
                told.mention().claim().label(),
                Formulas.combined(
                        List.of(whole.figure()),
                        spent.stream().map(Told::figure).toList()),
                new Equation(told.figure(), rest, Side.ONE));
        return Optional.of(check).filter(any -> Near.tight(any.equation()) || Likely.is(any, FAR));
    }

    /** The last figures that are named as a whole and as what was done with it. */
    private static Optional<Check> named(Told told, List<Told> before) {
        Optional<Told> done =
                before.stream().filter(other -> WholeOrDone.isDone(other)).reduce((one, two) -> two);
        Optional<Told> whole = before.stream()
                .filter(other -> done.isPresent()
                        && other.isOther(done.get())
                        && WholeOrDone.isWhole(other)
                        && other.figure().value().compareTo(done.get().figure().value()) > 0)
                .reduce((one, two) -> two);
        return whole.map(all -> LeftOfTwo.check(told, all, done.orElseThrow()))
                .filter(check -> Near.within(check.equation(), FAR));
    }
}
