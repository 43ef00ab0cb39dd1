package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.finding.NearMisses.Form;
import org.jizhun.auditor.finding.NearMisses.Suspect;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * A computation printed in the text, such as {@code (136.18%+97.71%)/2=116.95%}, is computed again; and where the same
 * passage says that more than a limit counts as the limit, once more with that cap. A mean whose arithmetic is right but
 * leaves out the stated cap is found as {@code cap}.
 */
final class PrintedFormula implements Relation {

    private static final String NUMBER = "\\d[\\d,]*(?:\\.\\d+)?(?:%|万元|亿元|元|分|个)?";
    private static final Sought FORMULA = Sought.of(
            Pattern.compile(
                    "(?<![÷/×*+\\-\\d.,（])(?:(?<times>" + NUMBER + ")[×*](?=（))?（{0,2}(?<terms>" + NUMBER + "(?:[+-]"
                            + NUMBER + "){0,30})）?(?:(?<operator>[/÷×*])(?<factor>" + NUMBER
                            + "))?）{0,2}(?:[×*](?:100%|(?<more>" + NUMBER + ")))?[=≈](?<result>" + NUMBER + ")"),
            "=≈",
            "0123456789");

    /** 支出数28.74万元/预算数 right before a figure: the formula began earlier, with names in it. */
    private static final Pattern GOES_ON = Pattern.compile("[/÷×*+][\\u4e00-\\u9fa5“”]{1,14}$");

    @Override
    public String name() {
        return "printed-formula";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher matcher = FORMULA.in(passage);
            while (matcher.find()) {
                formula(claims, passage, matcher, ledger);
            }
        }
    }

    private static void formula(Claims claims, Passage passage, Matcher matcher, Ledger ledger) {
        if (GOES_ON.matcher(passage.text().substring(Math.max(0, matcher.start() - 16), matcher.start()))
                .find()) {
            return;
        }
        List<Figure> figures = claims.figures(passage);
        List<Figure> terms = within(figures, matcher.start("terms"), matcher.end("terms"));
        Optional<Figure> result = within(figures, matcher.start("result"), matcher.end("result")).stream()
                .findFirst();
        boolean single = terms.size() == 1 && matcher.group("operator") == null;
        if (result.isEmpty() || terms.isEmpty() || single) {
            return;
        }
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        for (Figure term : terms) {
            boolean minus = term.start() > matcher.start("terms")
                    && (passage.text().charAt(term.start() - 1) == '-'
                            || passage.text().charAt(term.start()) == '-');
            Exact sign = term.value().signum() < 0 || !minus ? Exact.ONE : Exact.of(-1);
            weights.put(term, sign.times(times(figures, matcher)));
        }
        Optional<Equation> equation = equation(figures, matcher, weights, result.get());
        if (equation.isEmpty()) {
            return;
        }
        boolean mean =
                "/÷".contains(Optional.ofNullable(matcher.group("operator")).orElse("none"))
                        && terms.size() > 1
                        && weights.values().stream().allMatch(weight -> weight.signum() > 0);
        Kind kind = mean ? Kind.AVERAGE : matcher.group("operator") == null ? Kind.SUM : Kind.RATIO;
        String text = matcher.group().substring(0, matcher.group().lastIndexOf(matcher.group("result")) - 1);
        Check check = new Check(kind, "formula-differs", "", text, equation.get());
        Optional<Exact> cap = mean ? Caps.of(claims).near(passage) : Optional.empty();
        if (cap.isPresent() && terms.stream().anyMatch(term -> term.value().compareTo(cap.get()) > 0)) {
            capped(passage, matcher, terms, result.get(), cap.get(), check, ledger);
        } else {
            ledger.check(check);
        }
    }

    /** What the whole is multiplied by: 10 in 10×（3102.51÷3265.80） and in （3102.51÷3265.80）×10. */
    private static Exact times(List<Figure> figures, Matcher matcher) {
        Exact times = Exact.ONE;
        for (String group : List.of("times", "more")) {
            if (matcher.group(group) != null) {
                times = within(figures, matcher.start(group), matcher.end(group)).stream()
                        .map(Figure::value)
                        .reduce(times, Exact::times);
            }
        }
        return times;
    }

    private static Optional<Equation> equation(
            List<Figure> figures, Matcher matcher, Map<Figure, Exact> weights, Figure result) {
        boolean bare = weights.keySet().stream().allMatch(term -> term.kind() == Figure.Kind.PLAIN)
                && result.kind() == Figure.Kind.AMOUNT;
        Exact unit = bare ? result.unitSize() : Exact.ONE;
        if (matcher.group("operator") == null) {
            return Optional.of(new Equation(result, new Side(times(weights, unit), Exact.ZERO), Side.ONE));
        }
        Optional<Figure> factor = within(figures, matcher.start("factor"), matcher.end("factor")).stream()
                .findFirst();
        if (factor.isEmpty() || factor.get().value().isZero()) {
            return Optional.empty();
        }
        boolean divides = "/÷".contains(matcher.group("operator"));
        if (divides) {
            boolean number = factor.get().kind() == Figure.Kind.PLAIN;
            return Optional.of(new Equation(
                    result, new Side(number ? times(weights, unit) : weights, Exact.ZERO), Side.of(factor.get())));
        }
        Exact times = factor.get().kind() == Figure.Kind.AMOUNT
                ? factor.get().value()
                : factor.get().value().times(unit);
        return Optional.of(new Equation(result, new Side(times(weights, times), Exact.ZERO), Side.ONE));
    }

    private static Map<Figure, Exact> times(Map<Figure, Exact> weights, Exact times) {
        Map<Figure, Exact> scaled = new LinkedHashMap<>();
        weights.forEach((figure, weight) -> scaled.put(figure, weight.times(times)));
        return scaled;
    }

    private static void capped(
            Passage passage,
            Matcher matcher,
            List<Figure> terms,
            Figure result,
            Exact cap,
            Check check,
            Ledger ledger) {
        Exact sum = Exact.ZERO;
        for (Figure term : terms) {
            sum = sum.plus(term.value().min(cap));
        }
        Exact mean = sum.dividedBy(Exact.of(terms.size()));
        if (result.rounded().holds(mean) || result.truncated().holds(mean)) {
            return;
        }
        boolean uncapped = check.equation().judge() != Verdict.DIFFERS;
        String expected = result.print(mean);
        Problem problem = Problem.of(
                "cap-not-applied",
                Place.NONE,
                "stated",
                result.text(),
                "expected",
                expected,
                "cap",
                result.print(cap),
                "count",
                terms.stream().filter(term -> term.value().compareTo(cap) > 0).count());
        List<Problem> why = NearMisses.explain(result, mean, withoutCap(result, uncapped));
        List<Spot> because = new ArrayList<>(List.of(passage.spot(matcher.start(), matcher.end())));
        ledger.find(new Finding(
                Kind.CAP,
                problem.severity(),
                result.text(),
                Optional.of(expected),
                problem,
                why,
                result.spot(),
                because));
    }

    /** The mean without the cap as what was printed, where it agrees with the printed parts. */
    static List<Suspect> withoutCap(Figure mean, boolean uncapped) {
        return uncapped ? List.of(new Suspect(Form.MEAN_WITHOUT_CAP, mean.value(), "")) : List.of();
    }

    private static List<Figure> within(List<Figure> figures, int start, int end) {
        return figures.stream()
                .filter(figure -> figure.start() >= start - 1 && figure.end() <= end && figure.end() > start)
                .toList();
    }
}
