package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A mean weighted by numbers told before, in the order of the values: 问卷700份，其中城区220份、乡镇380份、驾乘人员100份，满意度分别为86.50%、80.50%和82.00%，按样本量加权后综合满意度为82.60%.
 */
final class ReckonedMeans implements Relation {

    private static final Sought WEIGHTED = Sought.of("加权");

    /** 以4∶6加权: the weights are those, whatever numbers stand around. */
    private static final Sought PROPORTION = Sought.of("\\d[∶:：]\\d");

    private static final Sought UNWEIGHTED = Sought.of("(?:简单|算术)平均[^，。；、\\d]{0,6}$");

    private static final int FAR = 12;
    private static final Sought PLAIN = Sought.of("(?:平均|均价|均值|平均价|平均分)[^，。；、\\d每]{0,6}$");
    private static final int FEWEST = 3;
    private static final int FURTHER = 40;

    /** By how many in a hundred a mean may miss that is said to be weighted. */
    private static final int NEAR = 3;

    private static final int LONG = 3;
    private static final int WORDS_BEFORE = 30;

    @Override
    public String name() {
        return "reckoned-means";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (List<Told> paragraph : Told.OfText.of(claims).paragraphs()) {
            for (int i = 3; i < paragraph.size(); i++) {
                Told mean = paragraph.get(i);
                if (isWeighted(mean) && !ledger.settles(mean.figure())) {
                    check(mean, paragraph.subList(0, i)).ifPresent(ledger::check);
                } else if (PLAIN.isIn(mean.mention().before()) && !ledger.judged(mean.figure())) {
                    plain(mean, paragraph.subList(0, i)).ifPresent(ledger::check);
                }
            }
        }
    }

    /** 甲公司报48.60万元，乙公司报52.30万元，丙公司报49.80万元，均价50.23万元: those right before, three at least. */
    private static Optional<Check> plain(Told mean, List<Told> before) {
        List<Figure> values = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0; i--) {
            Told value = before.get(i);
            boolean next = value.isLike(mean)
                    && value.role() == Role.VALUE
                    && value.inSentenceOf(mean)
                    && !value.mention().bracketed();
            if (!next) {
                break;
            }
            values.add(0, value.figure());
        }
        if (values.size() < FEWEST || mean.figure().nearness() != Figure.Nearness.EXACT) {
            return Optional.empty();
        }
        Check check = new Check(
                Kind.AVERAGE,
                "mean-differs",
                mean.mention().claim().label(),
                "(" + Formulas.sum(values) + ") ÷ " + values.size(),
                new Equation(mean.figure(), Side.of(values), Side.constant(Exact.of(values.size()))));
        return Optional.of(check).filter(any -> Near.tight(any.equation()) || Likely.isSlip(any.equation()));
    }

    private static boolean isWeighted(Told told) {
        String text = told.text();
        int from = Math.max(0, told.figure().start() - WORDS_BEFORE);
        int stop = text.lastIndexOf('。', told.figure().start());
        boolean listed = Sought.kept("[、和及].*").is(told.mention().before());
        return (told.role() == Role.VALUE || told.role() == Role.EACH)
                && told.figure().nearness() == Figure.Nearness.EXACT
                && !listed
                && !UNWEIGHTED.isIn(told.mention().before())
                && !PROPORTION.isIn(text.substring(stop + 1, told.figure().start()))
                && told.figure().kind() != Figure.Kind.PERCENTAGE_POINTS
                && WEIGHTED.isIn(
                        text.substring(Math.max(from, stop + 1), told.figure().start()));
    }

    private static Optional<Check> check(Told mean, List<Told> before) {
        List<Told> values = run(before, before.size(), mean);
        if (values.size() < 2) {
            return inTurns(mean, before);
        }
        int first = before.indexOf(values.get(0));
        for (int end = first; end >= values.size(); end--) {
            List<Told> weights = before.subList(end - values.size(), end);
            boolean alike = weights.stream()
                    .allMatch(weight -> isWeight(weight) && weight.isLike(weights.get(0)) && !weight.isLike(mean));
            if (alike) {
                return told(mean, values, weights);
            }
        }
        return Optional.empty();
    }

    /** Worked out from what is printed; where that does not give it, the mean without weights or a slip of the pen betrays it. */
    private static Optional<Check> told(Told mean, List<Told> values, List<Told> weights) {
        Check check = check(mean, values, weights);
        if (Near.tight(check.equation())) {
            return Optional.of(check);
        }
        boolean plain = isPlain(mean, values);
        boolean exchanged = mean.figure().digits() >= LONG
                && check.equation()
                        .expected()
                        .filter(right -> NearMisses.isExchange(mean.figure(), right))
                        .isPresent();
        Check printed = new Check(
                check.kind(),
                check.code(),
                check.subject(),
                check.formula(),
                check.equation().fromPrinted());
        return Optional.of(plain || exchanged ? printed : check)
                .filter(any -> Near.within(any.equation(), FAR)
                        || (isOutside(mean, values) && Near.within(any.equation(), FURTHER)));
    }

    /** Whether the mean is the one without weights. */
    private static boolean isPlain(Told mean, List<Told> values) {
        Exact sum = values.stream().map(value -> value.figure().value()).reduce(Exact.ZERO, Exact::plus);
        return mean.figure().rounded().holds(sum.dividedBy(Exact.of(values.size())));
    }

    /** 6.40亿元、利率2.88%，8.10亿元、利率3.05%，加权平均3.03%: weight and value in turns, whichever is first, three figures apart at most. */
    private static Optional<Check> inTurns(Told mean, List<Told> before) {
        List<Told> values = new ArrayList<>();
        List<Told> weights = new ArrayList<>();
        List<Told> own =
                before.stream().filter(other -> other.inSentenceOf(mean)).toList();
        List<Told> all = own.size() < 2 * 2 ? before : own;
        Told like = null;
        for (int i = all.size() - 1; i >= 1; i--) {
            Told value = all.get(i);
            Told weight = all.get(i - 1);
            boolean pair = value.isLike(mean)
                    && !value.role().isChange()
                    && !weight.isLike(mean)
                    && (like == null || weight.isLike(like));
            if (pair && !values.isEmpty() && !name(value).equals(name(values.get(0)))) {
                break; // 收回506份，回收率97.31%。其中甲180份，满意度93.2%: what comes before is another thing
            }
            if (pair && isWeight(weight)) {
                values.add(0, value);
                weights.add(0, weight);
                like = weight;
                i--;
            } else if (value.isLike(mean)) {
                break;
            }
        }
        boolean named = values.stream().allMatch(value -> name(value).equals(name(values.get(0))));
        return values.size() >= 2 && named
                ? told(mean, values, weights)
                        .filter(check -> check.equation().judge() != Verdict.DIFFERS
                                || isPlain(mean, values)
                                || isOutside(mean, values)
                                || Near.close(check.equation(), NEAR)
                                || Likely.isSlip(check.equation()))
                : Optional.empty();
    }

    /** The last two characters of what a value is called: 利率. */
    private static String name(Told value) {
        String words =
                Sought.kept("(?:为|是|达到?|约|：)+$").replaceAll(value.mention().before(), "");
        return words.substring(Math.max(0, words.length() - 2));
    }

    private static boolean isOutside(Told mean, List<Told> values) {
        Exact own = mean.figure().value();
        return values.stream().allMatch(value -> value.figure().value().compareTo(own) < 0)
                || values.stream().allMatch(value -> value.figure().value().compareTo(own) > 0);
    }

    private static boolean isWeight(Told told) {
        return told.figure().value().signum() > 0
                && (told.isMeasured() || told.figure().kind() == Figure.Kind.PERCENT);
    }

    /** The last figures before of the kind of the mean, with nothing between them. */
    private static List<Told> run(List<Told> before, int end, Told mean) {
        List<Told> values = new ArrayList<>();
        for (int i = end - 1; i >= 0; i--) {
            Told value = before.get(i);
            if (value.isLike(mean) && value.role() == Role.VALUE) {
                values.add(0, value);
            } else if (!values.isEmpty()) {
                break;
            }
        }
        return values;
    }

    private static Check check(Told mean, List<Told> values, List<Told> weights) {
        Map<Figure, Exact> weighted = new LinkedHashMap<>();
        Exact sum = Exact.ZERO;
        for (int i = 0; i < values.size(); i++) {
            Exact weight = weights.get(i).figure().printed();
            weighted.put(values.get(i).figure(), weight);
            sum = sum.plus(weight);
        }
        return new Check(
                Kind.WEIGHTED_MEAN,
                "mean-differs",
                mean.mention().claim().label(),
                "(" + Formulas.weighted(weighted) + ") ÷ " + sum,
                new Equation(mean.figure(), new Side(weighted, Exact.ZERO), Side.constant(sum)));
    }
}
