package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A mean whose weights are told in words: 甲92.6分、乙88.4分，按6:4加权，综合90.92分; 分别按60%、40%的权重计算. As many figures of the same
 * kind as there are weights stand before, in the same order.
 */
final class WeightedInWords implements Relation {

    private static final String NUMBER = "\\d+(?:\\.\\d+)?%?";
    private static final Sought WEIGHTS = Sought.of(
            Pattern.compile("按照?[^，。；\\d]{0,12}(?<weights>" + NUMBER + "(?:\\s?[:：∶、和/]\\s?(?:[\\u4e00-\\u9fa5]{1,8})?"
                    + NUMBER + ")+)的?(?:比例|权重|比重)?(?:进行)?(?:加权|计算|折算|综合|汇总)"));
    private static final Sought MEAN = Sought.of("加权(?:平均)?[^，。；\\d]{0,10}$");
    private static final Sought BESIDE = Sought.of("^[^，。；、\\d（]{0,2}（?(?:权重|占比|占|比重)?(?:为|：)?$");
    private static final Sought AFTER_ALL = Sought.of("综合|总体|加权|平均|总");
    private static final Sought BY_NUMBERS =
            Sought.of("(?:按|以|根据|依据)[^。；\\d]{0,20}(?:加权|权重|权数|折算)[^。；\\d]{0,24}$|加权(?:平均|综合|计算|汇总)?[^。；\\d]{0,12}$");
    private static final Sought ONE = Sought.of("\\d+(?:\\.\\d+)?");

    @Override
    public String name() {
        return "weighted-in-words";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher words = WEIGHTS.in(passage);
            while (words.find()) {
                mean(claims.mentions(passage), words, weights(words.group("weights")), ledger);
            }
            byAmounts(claims.mentions(passage), ledger);
            beside(claims.mentions(passage), ledger);
            byNumbers(claims.mentions(passage), ledger);
            WeightsByName.enter(claims.mentions(passage), ledger);
        }
    }

    /**
     * 按资金规模加权，甲（600万元）92分、乙（400万元）87分，加权平均90分; 甲400份、满意度91.8%、乙250份、满意度94.2%，以份数为权数计算的满意度为92.7%: weight and value in
     * turns, then the mean.
     */
    private static void byAmounts(List<Mention> mentions, Ledger ledger) {
        for (int i = 4; i < mentions.size(); i++) {
            Mention result = mentions.get(i);
            boolean mean = MEAN.isIn(result.before()) || BY_NUMBERS.isIn(result.before());
            if (!mean || ledger.judged(result.figure())) {
                continue;
            }
            List<Mention> row = new ArrayList<>();
            for (int j = i - 1; j >= 0 && fits(mentions.get(j), row, result); j--) {
                row.add(0, mentions.get(j));
            }
            int odd = row.size() % 2;
            List<Mention> pairs = row.subList(odd, row.size());
            if (pairs.size() >= 4) {
                boolean weightFirst = !pairs.get(0).isLike(result);
                weighed(result, pairs, weightFirst, ledger);
            }
        }
    }

    /** Weights and values must take turns, all weights alike, back to where the row began. */
    private static boolean fits(Mention mention, List<Mention> row, Mention result) {
        boolean value = mention.isLike(result);
        boolean turns = row.isEmpty() || row.get(0).isLike(result) != value;
        boolean alike =
                value || row.stream().filter(other -> !other.isLike(result)).allMatch(mention::isLike);
        return turns && alike && (value || mention.isMeasured()) && result.sentence() - mention.sentence() <= 1;
    }

    private static void weighed(Mention result, List<Mention> pairs, boolean weightFirst, Ledger ledger) {
        Exact sum = Exact.ZERO;
        Map<Figure, Exact> weighted = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            Figure weight = pairs.get(weightFirst ? i : i + 1).figure();
            sum = sum.plus(weight.value());
            weighted.put(pairs.get(weightFirst ? i + 1 : i).figure(), weight.value());
        }
        if (sum.isZero()) {
            return;
        }
        Exact whole = sum;
        weighted.replaceAll((value, weight) -> weight.dividedBy(whole));
        Equation equation = new Equation(result.figure(), new Side(weighted, Exact.ZERO), Side.ONE);
        if (equation.judge() != Verdict.DIFFERS || Near.within(equation, 10)) {
            ledger.check(new Check(
                    Kind.WEIGHTED_MEAN, "mean-differs", result.claim().label(), Formulas.weighted(weighted), equation));
        }
    }

    /** 企业满意度92.4%（权重60%），服务商满意度88.8%（权重40%），综合满意度90.96%: values and weights that make up the whole. */
    private static void beside(List<Mention> mentions, Ledger ledger) {
        Map<Figure, Exact> weighted = new LinkedHashMap<>();
        Exact sum = Exact.ZERO;
        for (int i = 1; i < mentions.size(); i++) {
            Mention weight = mentions.get(i);
            Mention value = mentions.get(i - 1);
            boolean pair = weight.bracketed()
                    && !value.bracketed()
                    && weight.figure().kind() == Figure.Kind.PERCENT
                    && BESIDE.is(weight.before())
                    && weight.before().contains("权重");
            if (pair) {
                weighted.put(value.figure(), weight.figure().value());
                sum = sum.plus(weight.figure().value());
            } else if (weighted.size() >= 2
                    && sum.equals(Exact.ONE)
                    && !weight.bracketed()
                    && AFTER_ALL.isIn(weight.before())) {
                told(weight, weighted, ledger);
                return;
            }
        }
    }

    /** 学生420份、教师96份、用人单位84份，满意度分别为91.2%、94.5%、88.0%，按份数加权的综合满意度为91.28%. */
    private static void byNumbers(List<Mention> mentions, Ledger ledger) {
        for (int i = 4; i < mentions.size(); i++) {
            Mention result = mentions.get(i);
            Figure last = mentions.get(i - 1).figure();
            String between = result.figure()
                    .passage()
                    .text()
                    .substring(
                            Math.min(last.end(), result.figure().start()),
                            result.figure().start());
            boolean rates = result.figure().kind() == Figure.Kind.PERCENT
                    || result.figure().kind() == Figure.Kind.POINTS;
            if (!rates || !mentions.get(i - 1).isLike(result) || !BY_NUMBERS.isIn(between)) {
                continue;
            }
            int first = i;
            while (first > 0 && mentions.get(first - 1).isLike(result)) {
                first--;
            }
            int count = i - first;
            if (count < 2 || first < count) {
                continue;
            }
            Map<Figure, Exact> weighted = new LinkedHashMap<>();
            Exact sum = Exact.ZERO;
            boolean alike = true;
            for (int k = 0; k < count; k++) {
                Mention number = mentions.get(first - count + k);
                alike &= number.isMeasured() && number.isLike(mentions.get(first - count));
                sum = sum.plus(number.figure().value());
                weighted.put(mentions.get(first + k).figure(), number.figure().value());
            }
            if (alike && !sum.isZero()) {
                Exact whole = sum;
                weighted.replaceAll((value, weight) -> weight.dividedBy(whole));
                told(result, weighted, ledger);
            }
        }
    }

    private static void told(Mention result, Map<Figure, Exact> weighted, Ledger ledger) {
        Equation equation = new Equation(result.figure(), new Side(weighted, Exact.ZERO), Side.ONE);
        boolean told = equation.judge() != Verdict.DIFFERS || Near.within(equation, 15);
        if (told && !ledger.judged(result.figure())) {
            ledger.check(new Check(
                    Kind.WEIGHTED_MEAN, "mean-differs", result.claim().label(), Formulas.weighted(weighted), equation));
        }
    }

    private static List<Exact> weights(String words) {
        List<Exact> weights = new ArrayList<>();
        Matcher one = ONE.in(words);
        while (one.find()) {
            weights.add(Exact.parse(one.group()));
        }
        return weights;
    }

    private static void mean(List<Mention> mentions, Matcher words, List<Exact> weights, Ledger ledger) {
        List<Mention> before = mentions.stream()
                .filter(mention -> mention.figure().end() <= words.start())
                .toList();
        List<Mention> after = mentions.stream()
                .filter(mention -> mention.figure().start() >= words.end())
                .toList();
        if (before.size() < weights.size() || after.isEmpty()) {
            return;
        }
        Mention result = after.get(0);
        List<Mention> like = before.stream()
                .filter(mention -> mention.isLike(result) && result.sentence() - mention.sentence() <= 1)
                .toList();
        if (like.size() < weights.size()) {
            return;
        }
        List<Mention> parts = like.subList(like.size() - weights.size(), like.size());
        boolean alike = parts.stream()
                .allMatch(part -> part.isLike(result)
                        && part.figure().nearness() == Figure.Nearness.EXACT
                        && result.sentence() - part.sentence() <= 1);
        if (!alike || result.figure().start() - words.end() > 24 || ledger.judged(result.figure())) {
            return;
        }
        Exact sum = weights.stream().reduce(Exact.ZERO, Exact::plus);
        if (sum.isZero()) {
            return;
        }
        Map<Figure, Exact> weighted = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            weighted.put(parts.get(i).figure(), weights.get(i).dividedBy(sum));
        }
        Equation equation = new Equation(result.figure(), new Side(weighted, Exact.ZERO), Side.ONE);
        if (equation.judge() != Verdict.DIFFERS || Near.within(equation, 15)) {
            ledger.check(new Check(
                    Kind.WEIGHTED_MEAN, "mean-differs", result.claim().label(), Formulas.weighted(weighted), equation));
        }
    }
}
