package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
import org.jizhun.kernel.quantity.Exact;

/**
 * A rate in running text and the two figures it comes from, tied by its own word: 整改率 belongs to the figure that speaks
 * of 整改, divided by the figure before it or the one in brackets after the rate. Where any two figures nearby give the
 * printed rate, these count; where none do, the tied ones are told if the rate is near to them.
 */
final class LinkedRate implements Relation {

    private static final Sought REDUCED = Sought.of("核减|审减|节约|节支|节省|下浮|压减|结余");
    private static final Sought GOOD = Sought.of("(?:合格|达标|通过|完好|及格|优良|正常|按期完成|成活|完成)率(?:为|达到?|是)?$");
    private static final Sought FAILED = Sought.of("不合格|不达标|未达标|未通过|不及格|异常|未完成|逾期|损坏|死亡|不符合");
    private static final Sought THEN = Sought.of("[，。；：、（）]");

    /** 压减幅度15.61%: of what it was, which may stand far away. */
    private static final Sought CHANGE = Sought.of("幅度?(?:为|达到?|约)*$");

    /** 调整后1358.40万元 is no base of the 调整率. */
    private static final Sought ADJUSTED = Sought.of("调整[后为]|变为|最终");

    /** 就业589人，就业率96.24%；…毕业648人: what stands before and behind another rate is not added up. */
    private static final Sought RATED = Sought.of("率(?:为|是|达到?)?\\d[\\d.]*%[^，]{0,2}[；。]");

    private static final Sought BESIDE = Sought.of("、[^，。；、\\d]{1,8}");

    /** How near figures must be to all, in a hundred, that 100% is said of: it is of many a pair that is not printed. */
    private static final int NEAR_ALL = 5;

    private static final int WINDOW = 8;

    /** How many figures back a whole may stand. */
    private static final int EARLIER = 60;

    @Override
    public String name() {
        return "linked-rate";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Deque<Mention> earlier = new ArrayDeque<>();
        Alibi alibi = Alibi.of(claims);
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                Figure rate = mentions.get(i).figure();
                int at = i;
                if (rate.kind() == Figure.Kind.PERCENT
                        && rate.nearness() == Figure.Nearness.EXACT
                        && !ledger.judged(rate)) {
                    boolean change = Role.change(mentions.get(at).before()).isChange()
                            && CHANGE.isIn(mentions.get(at).before());
                    RateOfPlan.of(mentions, at)
                            .or(() -> rest(mentions, at))
                            .or(() -> RateOfNamed.savedAgainst(mentions, at))
                            .or(() -> RateOfNamed.ofAnswers(mentions, at))
                            .or(() -> rate(mentions, at).map(alibi::instead))
                            .or(() -> RateOfEarlier.of(mentions, at, earlier).map(alibi::instead))
                            .filter(check -> (!change
                                            && !RateWord.isOfMore(
                                                    mentions.get(at).before()))
                                    || Near.tight(check.equation()))
                            .filter(check -> !rate.value().equals(Exact.ONE)
                                    || check.equation().judge() != Verdict.DIFFERS
                                    || Near.close(check.equation(), NEAR_ALL))
                            .ifPresent(ledger::check);
                }
            }
            mentions.stream().filter(Mention::isMeasured).forEach(earlier::addFirst);
            while (earlier.size() > EARLIER) {
                earlier.removeLast();
            }
        }
    }

    /** 抽检2548批次；检出不合格46批次，合格率98.19%: what is left of the whole, divided by it. */
    private static Optional<Check> rest(List<Mention> mentions, int at) {
        Mention rate = mentions.get(at);
        if (at < 2 || !GOOD.isIn(rate.before())) {
            return Optional.empty();
        }
        Mention bad = mentions.get(at - 1);
        boolean failed = FAILED.isIn(bad.before()) && bad.isMeasured() && bad.sentence() == rate.sentence();
        Optional<Check> last = Optional.empty();
        for (int i = at - 2; failed && i >= Math.max(0, at - 5); i--) {
            Mention whole = mentions.get(i);
            if (!whole.isLike(bad)
                    || whole.figure().value().compareTo(bad.figure().value()) <= 0) {
                continue;
            }
            Check check = new Check(
                    Kind.RATIO,
                    "rate-differs",
                    rate.claim().label(),
                    "(" + whole.figure().text() + " - " + bad.figure().text() + ") ÷ "
                            + whole.figure().text(),
                    new Equation(rate.figure(), Side.of(whole.figure()).minus(bad.figure()), Side.of(whole.figure())));
            if (Near.tight(check.equation())) {
                return Optional.of(check);
            }
            last = last.or(() -> Optional.of(check).filter(near -> Near.within(near.equation(), 10)));
        }
        return last;
    }

    private static Optional<Check> rate(List<Mention> mentions, int at) {
        Mention rate = mentions.get(at);
        Optional<RateWord> word = RateWord.of(rate);
        if (word.isEmpty() || RateWord.isOfOther(rate) || isOfThose(mentions, at)) {
            return Optional.empty();
        }
        List<Mention> near = new ArrayList<>();
        for (int i = at - 1; i >= 0 && near.size() < WINDOW; i--) {
            add(mentions.get(i), near);
        }
        Collections.reverse(near);
        boolean leads = near.stream().noneMatch(mention -> mention.sentence() == rate.sentence());
        for (int i = at + 1; leads && i < mentions.size() && isLed(rate, mentions.get(i)); i++) {
            add(mentions.get(i), near);
        }
        for (int i = at + 1;
                i < mentions.size() && i <= at + 2 && mentions.get(i).bracketed();
                i++) {
            if (!rate.bracketed() && !leads) {
                add(mentions.get(i), near);
            }
        }
        String stem = word.get().stem();
        if (stem.contains("调整")) {
            near.removeIf(mention -> ADJUSTED.isIn(mention.before()));
        }
        boolean less = REDUCED.isIn(stem);
        return giving(rate, less ? withoutReduced(near) : near, Near::tight)
                .or(() -> isNamed(rate) || NamedShare.namesItsWhole(mentions, at)
                        ? Optional.empty()
                        : TiedRate.of(rate, word.get(), less ? withoutReduced(near) : near))
                .or(() -> RateOfPlan.plannedAndDone(mentions, at))
                .or(() -> giving(rate, near, equation -> isOfLast(equation, near, rate) && exchanged(equation)));
    }

    /** 8个指标中7个完成率为100%: the rate that each of those has. */
    private static boolean isOfThose(List<Mention> mentions, int at) {
        if (at == 0) {
            return false;
        }
        Figure before = mentions.get(at - 1).figure();
        Figure rate = mentions.get(at).figure();
        String between = rate.passage().text().substring(before.end(), rate.start());
        return before.kind() == Figure.Kind.COUNT && before.digits() <= 2 && !THEN.isIn(between);
    }

    /** “新建管网长度”完成率: of what is named, not of the figures before. */
    private static boolean isNamed(Mention rate) {
        return rate.before().indexOf('”') >= 0;
    }

    /** Whether the last figure before the rate takes part. */
    private static boolean isOfLast(Equation equation, List<Mention> near, Mention rate) {
        return near.stream()
                .map(Mention::figure)
                .filter(figure -> figure.end() <= rate.figure().start())
                .reduce((one, two) -> two)
                .filter(equation.figures()::contains)
                .isPresent();
    }

    /** 整改率98.2%，共发现问题165个，整改162个: the figures after the rate, up to the next rate. */
    private static boolean isLed(Mention rate, Mention next) {
        return next.sentence() == rate.sentence() && next.figure().kind() != Figure.Kind.PERCENT;
    }

    /** Without what is left of a larger one: 送审125万元，审定116万元，核减9万元 gives the rate of 核减 by what was sent in. */
    private static List<Mention> withoutReduced(List<Mention> near) {
        return near.stream()
                .filter(rest -> near.stream()
                        .noneMatch(whole -> whole.isLike(rest)
                                && whole.figure().start() < rest.figure().start()
                                && near.stream()
                                        .anyMatch(less -> less.isLike(rest)
                                                && REDUCED.isIn(less.before())
                                                && !less.equals(rest)
                                                && Near.within(
                                                        new Equation(
                                                                less.figure(),
                                                                Side.of(whole.figure())
                                                                        .minus(rest.figure()),
                                                                Side.ONE),
                                                        60))))
                .toList();
    }

    private static void add(Mention mention, List<Mention> near) {
        if (mention.isMeasured() && !mention.figure().value().isZero()) {
            near.add(mention);
        }
    }

    /** Two figures, or several neighbours by one, that give the rate. */
    private static Optional<Check> giving(Mention rate, List<Mention> near, Predicate<Equation> gives) {
        for (int top = near.size() - 1; top >= 0; top--) {
            List<Figure> parts = new ArrayList<>();
            for (int from = top; from >= Math.max(0, top - 3) && near.get(from).isLike(near.get(top)); from--) {
                if (!parts.isEmpty() && RATED.isIn(between(near.get(from).figure(), parts.get(0)))) {
                    break;
                }
                parts.add(0, near.get(from).figure());
                for (int bottom = near.size() - 1; bottom >= 0; bottom--) {
                    Figure whole = near.get(bottom).figure();
                    if (!parts.contains(whole) && near.get(bottom).isLike(near.get(top))) {
                        Check check = check(rate, parts, whole);
                        if (gives.test(check.equation())) {
                            return Optional.of(check);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String between(Figure one, Figure two) {
        boolean row = one.passage().equals(two.passage()) && one.end() <= two.start();
        return row ? one.passage().text().substring(one.end(), two.start()) : "";
    }

    /** Whether the figures give the rate but for two digits exchanged. */
    private static boolean exchanged(Equation equation) {
        return !areBeside(equation.inputs())
                && equation.expected()
                        .filter(right -> NearMisses.isExchange(equation.result(), right))
                        .isPresent();
    }

    /** 家长772份、教师148份: two parts told one beside the other, none of which is the other's whole. */
    private static boolean areBeside(Set<Figure> figures) {
        return figures.stream()
                .anyMatch(one -> figures.stream()
                        .anyMatch(two -> one.passage().equals(two.passage())
                                && one.end() < two.start()
                                && BESIDE.is(one.passage().text().substring(one.end(), two.start()))));
    }

    static Check check(Mention rate, List<Figure> parts, Figure whole) {
        String top = parts.size() == 1 ? parts.get(0).text() : "(" + Formulas.sum(parts) + ")";
        return new Check(
                Kind.RATIO,
                "rate-differs",
                rate.claim().label(),
                top + " ÷ " + whole.text(),
                new Equation(rate.figure(), Side.of(parts), Side.of(whole)));
    }
}
