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
import org.jizhun.kernel.quantity.Exact;

/**
 * A mean whose weights are told in words: 甲92.6分、乙88.4分，按6:4加权，综合90.92分; 分别按60%、40%的权重计算. As many figures of the same
 * kind as there are weights stand before, in the same order.
 */
final class WeightedInWords implements Relation {

    private static final String NUMBER = "\\d+(?:\\.\\d+)?%?";
    private static final Pattern WEIGHTS = Pattern.compile("按照?[^，。；\\d]{0,12}(?<weights>" + NUMBER
            + "(?:\\s?[:：∶、和/]\\s?" + NUMBER + ")+)的?(?:比例|权重|比重)?(?:进行)?(?:加权|计算|折算|综合|汇总)");
    private static final Pattern MEAN = Pattern.compile("加权(?:平均)?[^，。；\\d]{0,10}$");
    private static final Pattern ONE = Pattern.compile("\\d+(?:\\.\\d+)?");

    @Override
    public String name() {
        return "weighted-in-words";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher words = WEIGHTS.matcher(passage.text());
            while (words.find()) {
                mean(claims.mentions(passage), words, weights(words.group("weights")), ledger);
            }
            byAmounts(claims.mentions(passage), ledger);
        }
    }

    /** 按资金规模加权，甲（600万元）92分、乙（400万元）87分，加权平均90分: weight and value in turns, then the mean. */
    private static void byAmounts(List<Mention> mentions, Ledger ledger) {
        for (int i = 4; i < mentions.size(); i++) {
            Mention result = mentions.get(i);
            if (!MEAN.matcher(result.before()).find() || ledger.judged(result.figure())) {
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

    private static List<Exact> weights(String words) {
        List<Exact> weights = new ArrayList<>();
        Matcher one = ONE.matcher(words);
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
        List<Mention> parts = before.subList(before.size() - weights.size(), before.size());
        boolean alike = parts.stream()
                .allMatch(part -> part.isLike(result)
                        && part.figure().nearness() == Figure.Nearness.EXACT
                        && result.sentence() - part.sentence() <= 1);
        if (!alike || result.figure().start() - words.end() > 24 || ledger.judged(result.figure())) {
            return;
        }
        Exact sum = weights.stream().reduce(Exact.ZERO, Exact::plus);
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
