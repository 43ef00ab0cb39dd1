package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Units;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Mending;
import org.jizhun.auditor.judge.Repeated;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/** Turns the equations that fail into findings about the figures to mend. */
public final class Verdicts {

    /** Kinds of sums, which say of a part what is wrong with it. */
    private static final Set<Kind> ADDS = Set.of(Kind.SUM, Kind.WEIGHT, Kind.ROLLUP, Kind.BREAKDOWN);

    /** Digits that may come out by accident. */
    private static final int FEW_DIGITS = 3;

    private static final Sought NUMBER = Sought.of("^-?\\d[\\d,]*(?:\\.\\d+)?[^\\d]{0,4}$");

    private Verdicts() {}

    public static List<Finding> findings(Ledger ledger, Claims claims) {
        List<Finding> findings = new ArrayList<>();
        if (ledger.checks(Verdict.DIFFERS).isEmpty()) {
            return findings;
        }
        boolean cuts = cutsOff(ledger);
        Neighbourhood neighbourhood = Neighbourhood.of(claims);
        Repeated repeated = Repeated.of(claims.figures());
        for (Mending.Correction correction : Mending.of(unexplained(ledger), repeated)) {
            boolean same = correction
                    .value()
                    .filter(value -> correction
                            .figure()
                            .print(value)
                            .equals(correction.figure().text()))
                    .isPresent();
            if (!same && !isMisread(correction) && !isHeld(correction)) {
                findings.add(finding(correction, cuts, repeated, neighbourhood));
            }
        }
        return findings;
    }

    /**
     * Whether the figure stands as it is in a sum, or goes into a long rate, that holds to the last digit and would not any more: it is
     * right, and something else was misread.
     */
    private static boolean isHeld(Mending.Correction correction) {
        return correction.broken().stream()
                .map(Check::equation)
                .filter(equation -> !isMoreThanAll(correction, equation))
                .filter(equation -> equation.inputs().size() >= 2
                        && equation.result().digits() > FEW_DIGITS
                        && Near.tight(equation))
                .anyMatch(equation -> equation.isSum() || !equation.result().equals(correction.figure()));
    }

    /** 8.24 ÷ 8 = 103.00%: that a score above its weight is so much of it does not make it right. */
    private static boolean isMoreThanAll(Mending.Correction correction, Equation equation) {
        return correction.checks().get(0).kind() == Kind.SCORE
                && !equation.isSum()
                && equation.result().kind() == Figure.Kind.PERCENT
                && equation.result().value().compareTo(Exact.ONE) > 0
                && equation.top().weights().containsKey(correction.figure());
    }

    /**
     * Whether one equation alone asks for a correction that nobody's slip explains: of a figure that is copied and not worked out, in
     * more than two digits, to something else altogether. It was not of these figures then.
     */
    private static boolean isMisread(Mending.Correction correction) {
        Figure figure = correction.figure();
        Check only = correction.checks().get(0);
        boolean copied = !figure.equals(only.equation().result());
        return copied
                && correction.checks().size() == 1
                && correction
                        .value()
                        .filter(value -> NearMisses.isFar(figure, value) && !NearMisses.isSlip(figure, value))
                        .isPresent();
    }

    /** Without the equations that fail only by a figure which a rule of the text has mended: 得9.80分 at 99.62% that should be 98.00%. */
    private static Map<Check, Verdict> unexplained(Ledger ledger) {
        Map<Spot, String> mended = new HashMap<>();
        ledger.findings()
                .forEach(finding -> finding.expected()
                        .filter(right -> NUMBER.is(right) && !right.equals(finding.stated()))
                        .ifPresent(right -> mended.put(finding.where(), right)));
        Map<Check, Verdict> left = new LinkedHashMap<>(ledger.checks());
        left.entrySet().removeIf(entry -> entry.getValue() == Verdict.DIFFERS && isFarOff(entry.getKey()));
        left.entrySet().removeIf(entry -> entry.getValue() == Verdict.DIFFERS && isMended(entry.getKey(), mended));
        return left;
    }

    /**
     * A change or distance that its figures would make many times what is printed, by no slip of the pen: they are other things than
     * it is of.
     */
    private static boolean isFarOff(Check check) {
        Figure rate = check.equation().result();
        boolean told = (check.kind() == Kind.YOY || check.kind() == Kind.DIFFERENCE)
                && (rate.kind() == Figure.Kind.PERCENT || rate.kind() == Figure.Kind.PERCENTAGE_POINTS);
        Optional<Exact> right = check.equation().expected().map(Exact::abs);
        if (!told
                || right.isEmpty()
                || rate.value().signum() <= 0
                || NearMisses.isSlip(rate, right.get())
                || Likely.isDigitSlip(check.equation())) {
            return false;
        }
        return right.get().compareTo(rate.value().times(Exact.of(MANY_TIMES))) > 0;
    }

    /** How many times the printed rate its figures may make. */
    private static final int MANY_TIMES = 4;

    private static final Sought WITH_UNIT =
            Sought.of(Pattern.compile("(?<number>-?\\d+(?:\\.\\d+)?)(?<unit>[^\\d.]{1,4})"));

    private static boolean isMended(Check check, Map<Spot, String> mended) {
        Map<Figure, Exact> right = new HashMap<>();
        for (Figure figure : check.equation().figures()) {
            String text = mended.getOrDefault(figure.spot(), "");
            Matcher number = WITH_UNIT.in(text.replace(",", ""));
            if (!figure.unit().isEmpty() && number.matches()) {
                Exact value = Exact.parse(number.group("number"));
                String unit = number.group("unit");
                if (figure.kind() == Figure.Kind.COUNT && figure.unit().equals("万" + unit)) {
                    right.put(figure, value);
                } else if (unit.equals(figure.unit())) {
                    right.put(figure, value.times(figure.unitSize()));
                } else if (Units.isMoney(unit) && Units.isMoney(figure.unit())) {
                    right.put(figure, Units.inYuan(value, unit)); // 9698.50亿元 that should be 9698.50万元
                }
            }
        }
        return !right.isEmpty() && check.equation().judge(right) != Verdict.DIFFERS;
    }

    /** Whether the document cuts digits off: its rates that tell one convention from the other do so, two at least. */
    private static boolean cutsOff(Ledger ledger) {
        int cut = 0;
        int rounded = 0;
        for (Check check : ledger.checks(Verdict.AGREES_IF_TRUNCATED)) {
            cut += check.equation().result().kind() == Figure.Kind.PERCENT ? 1 : 0;
        }
        for (Check check : ledger.checks(Verdict.AGREES)) {
            Figure result = check.equation().result();
            boolean only = check.equation()
                    .expected()
                    .filter(value -> !result.truncated().holds(value))
                    .isPresent();
            rounded += only && result.kind() == Figure.Kind.PERCENT ? 1 : 0;
        }
        return cut >= 2 && cut > 2 * rounded;
    }

    private static Finding finding(
            Mending.Correction correction, boolean cuts, Repeated repeated, Neighbourhood neighbourhood) {
        Figure figure = correction.figure();
        Check check = main(correction);
        boolean isResult = figure.equals(check.equation().result());
        Optional<String> inOtherUnit = correction.value().flatMap(value -> Units.inOtherUnit(figure, value));
        Optional<String> expected = inOtherUnit
                .or(() -> correction.value().flatMap(value -> Units.shifted(figure, value)))
                .or(() -> correction.value().map(cuts && isResult ? figure::printCutOff : figure::print));
        // A figure that no one computes and that stands elsewhere as it should be: two places tell one fact.
        boolean elsewhere = !isResult
                && correction
                        .value()
                        .filter(value -> repeated.surelyKnown(figure, figure.asPrinted(value))
                                || (!check.equation().isSum() && repeated.countedAs(figure, figure.asPrinted(value))))
                        .isPresent();
        Problem problem = Problem.of(
                isResult ? check.code() : "input-differs",
                Place.NONE,
                "subject",
                isResult ? named(check.subject()) : "",
                "stated",
                figure.text(),
                "expected",
                expected.orElse("—"),
                "formula",
                check.formula(),
                "other", // score-above-weight tells the weight so
                check.formula(),
                "result",
                check.equation().result().text());
        List<Problem> explanations = correction
                .value()
                .map(right -> NearMisses.explain(figure, right, neighbourhood.around(figure, check.equation())))
                .orElse(List.of());
        Set<Spot> because = new LinkedHashSet<>();
        for (Check failing : correction.checks()) {
            failing.equation().figures().stream()
                    .filter(other -> !other.equals(figure))
                    .forEach(other -> because.add(other.spot()));
        }
        return new Finding(
                isWeightOfSum(correction, check) ? Kind.WEIGHT : kind(check, figure, correction.value(), elsewhere),
                problem.severity(),
                figure.text(),
                expected,
                problem,
                explanations,
                figure.spot(),
                List.copyOf(because));
    }

    /** A weight that another place tells otherwise, and that the sum of weights it stands in shows to be wrong as well. */
    private static boolean isWeightOfSum(Mending.Correction correction, Check main) {
        return main.kind() == Kind.CROSS_REFERENCE
                && correction.checks().stream()
                        .anyMatch(check -> check.kind() == Kind.WEIGHT
                                && check.equation().isSum()
                                && check.equation().top().weights().containsKey(correction.figure()));
    }

    /** The same digits in another unit of money, or ten times too much or little where a sum tells it to the last digit. */
    private static Kind kind(Check check, Figure figure, Optional<Exact> right, boolean elsewhere) {
        boolean unit = figure.kind() == Figure.Kind.AMOUNT
                && right.filter(value -> Units.inOtherUnit(figure, value).isPresent()
                                || (check.equation().isSum()
                                        && check.kind() != Kind.CROSS_REFERENCE
                                        && NearMisses.isWrongUnit(figure, value)))
                        .isPresent();
        return unit
                ? Kind.UNIT
                : elsewhere && !(check.equation().isSum() && ADDS.contains(check.kind()))
                        ? Kind.CROSS_REFERENCE
                        : check.kind();
    }

    /**
     * The check whose result the figure is says best what is wrong, and what is computed beside it better than what another place
     * tells; of those it only goes into, a sum that it is a part of.
     */
    private static Check main(Mending.Correction correction) {
        List<Check> own = correction.checks().stream()
                .filter(check -> check.equation().result().equals(correction.figure()))
                .toList();
        List<Check> local = own.stream()
                .filter(check -> check.kind() != Kind.CROSS_REFERENCE)
                .toList();
        List<Check> best = local.isEmpty() ? own : local;
        return best.stream()
                .filter(check -> check.equation().isSum()
                        && (check.kind() != Kind.SUM || correction.checks().size() == 1))
                .findFirst()
                .or(() ->
                        best.stream().filter(check -> check.equation().isSum()).findFirst())
                .or(() -> best.stream().findFirst())
                .or(() -> correction.checks().stream()
                        .filter(check -> check.equation().isSum() && ADDS.contains(check.kind()))
                        .findFirst())
                .or(() -> correction.checks().stream()
                        .filter(check -> check.equation().isSum())
                        .findFirst())
                .orElse(correction.checks().get(0));
    }

    private static String named(String subject) {
        return subject.isEmpty() ? "" : "“" + subject + "” ";
    }
}
