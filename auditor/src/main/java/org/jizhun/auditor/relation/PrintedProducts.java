package org.jizhun.auditor.relation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** Products printed in the text, and sums of them, computed again: 104%×40%+103%×30%+98%×30%=101.9%, 1200元×12个月×960人=1382.4万元. */
final class PrintedProducts implements Relation {

    private static final String NUMBER =
            "\\d[\\d,]*(?:\\.\\d+)?(?:%|万元|亿元|元|分|[\\u4e00-\\u9fa5]{1,2}(?=[×*=≈＝/]))?(?:/[\\u4e00-\\u9fa5]{1,2}(?:·[\\u4e00-\\u9fa5])?(?=[×*=≈＝]))*";
    private static final String PRODUCT = "（?" + NUMBER + "(?:[×*]" + NUMBER + ")+）?";
    /** Two products at least, or three factors. */
    private static final Sought FORMULA = Sought.of(
            Pattern.compile("(?<![÷/×*+\\-\\d.,%（])（?(?<terms>" + PRODUCT + "(?:[+＋]" + PRODUCT + ")+|" + NUMBER
                    + "(?:[×*]" + NUMBER + "){2,})）?[=≈＝](?<result>\\d[\\d,]*(?:\\.\\d+)?(?:%|万元|亿元|元|分)?)"),
            "×*",
            "=≈＝");

    @Override
    public String name() {
        return "printed-products";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher matcher = FORMULA.in(passage.text());
            while (matcher.find()) {
                formula(claims.figures(passage), passage.text(), matcher, ledger);
            }
        }
    }

    private static void formula(List<Figure> figures, String text, Matcher matcher, Ledger ledger) {
        List<Figure> factors = figures.stream()
                .filter(figure -> figure.start() >= matcher.start("terms") && figure.end() <= matcher.end("terms"))
                .toList();
        List<Figure> results = figures.stream()
                .filter(figure -> figure.start() == matcher.start("result"))
                .toList();
        if (results.size() != 1 || factors.size() < 3) {
            return;
        }
        Figure result = results.get(0);
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        Exact seconds = Exact.ZERO;
        int i = 0;
        while (i < factors.size()) {
            Figure first = factors.get(i++);
            Exact times = Exact.ONE;
            while (i < factors.size() && isTimes(text, factors.get(i - 1), factors.get(i))) {
                times = times.times(factors.get(i++).value());
            }
            weights.put(first, times);
            seconds = seconds.plus(times);
        }
        Exact unit = isPlain(factors) && result.kind() == Figure.Kind.AMOUNT ? result.unitSize() : Exact.ONE;
        weights.replaceAll((figure, weight) -> weight.times(unit));
        boolean mean = weights.size() > 1 && seconds.equals(Exact.ONE);
        Kind kind = mean ? Kind.WEIGHTED_MEAN : weights.size() > 1 ? Kind.SUM : Kind.RATIO;
        ledger.check(new Check(
                kind,
                "formula-differs",
                "",
                matcher.group("terms"),
                new Equation(result, new Side(weights, Exact.ZERO), Side.ONE)));
    }

    private static boolean isTimes(String text, Figure one, Figure two) {
        String between = text.substring(one.end(), two.start());
        return between.contains("×") || between.contains("*");
    }

    private static boolean isPlain(List<Figure> factors) {
        return factors.stream().allMatch(factor -> factor.kind() != Figure.Kind.AMOUNT);
    }
}
