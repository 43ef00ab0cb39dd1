package org.jizhun.auditor.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Mending.Correction;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * One figure with one new value: which failing checks it makes right, how many that hold it would break, and how likely
 * such a slip is: {@code repeated} is 1 where the document prints the figure elsewhere too, -1 where it prints the new value. The result of a computation comes before its inputs, since inputs are copied from the books and results
 * are worked out by hand; a value that is the printed one with digits exchanged comes before both, and of inputs one that has a single wrong digit.
 */
record Candidate(
        Correction correction, boolean result, boolean slip, boolean digit, boolean exact, int repeated, int unlikely) {

    private static final int LONG_RATE = 3;

    /** 万元 for 元 or 亿元, and the other way round. */
    private static final Set<Exact> OTHER_UNITS = Set.of(Exact.of(10_000), Exact.ONE.dividedBy(Exact.of(10_000)));

    /** What it costs to mend a round number into one that is not, or a part into nothing. */
    private static final int ROUND = 8;

    static List<Candidate> of(
            Figure figure,
            Set<Check> failing,
            Map<Figure, List<Check>> failingOf,
            Map<Figure, List<Check>> holdingOf,
            Map<Figure, Exact> applied,
            Repeated repeated) {
        List<Candidate> candidates = new ArrayList<>();
        Set<Exact> tried = new HashSet<>();
        List<Check> sumsFirst = new ArrayList<>(failingOf.getOrDefault(figure, List.of()));
        sumsFirst.sort(Comparator.comparing(check -> !check.equation().isSum()));
        for (Check check : sumsFirst) {
            Optional<Exact> solved = failing.contains(check) && !isExplained(check, candidates)
                    ? check.equation().solve(figure, applied)
                    : Optional.empty();
            if (solved.isPresent() && plausible(figure, solved.get()) && tried.add(figure.asPrinted(solved.get()))) {
                candidates.add(
                        candidate(figure, check, solved.get(), failing, failingOf, holdingOf, applied, repeated));
            }
        }
        for (Check check : failingOf.getOrDefault(figure, List.of())) {
            if (failing.contains(check) && isInputOfRate(figure, check)) {
                for (Exact value : slips(figure, check)) {
                    Map<Figure, Exact> corrected = new HashMap<>(applied);
                    corrected.put(figure, value);
                    if (check.equation().judge(corrected) == Verdict.AGREES && tried.add(value)) {
                        candidates.add(
                                candidate(figure, check, value, failing, failingOf, holdingOf, applied, repeated));
                    }
                }
            }
        }
        return candidates;
    }

    /** A rate tells its inputs to its own digits only: an input with two digits exchanged that agrees with it is exact. */
    private static boolean isInputOfRate(Figure figure, Check check) {
        Figure rate = check.equation().result();
        return !check.equation().isSum() && !figure.equals(rate) && rate.tellingDigits() >= LONG_RATE;
    }

    /** What the figure is by a slip of the pen, with one other digit only where the rate has digits enough to tell. */
    private static List<Exact> slips(Figure figure, Check check) {
        List<Exact> slips = new ArrayList<>(NearMisses.exchanges(figure));
        if (figure.kind() == Figure.Kind.AMOUNT && figure.tellingDigits() > LONG_RATE && isFine(check)) {
            slips.addAll(NearMisses.otherDigits(figure));
        }
        return slips;
    }

    /** Whether so few of the figures that one digit makes of an input give the rate that none does by accident. */
    private static boolean isFine(Check check) {
        Figure rate = check.equation().result();
        boolean exact = check.equation().inputs().stream().allMatch(input -> input.digits() > LONG_RATE);
        return exact && (rate.tellingDigits() > LONG_RATE || (rate.kind() == Figure.Kind.PERCENT && rate.scale() >= 2));
    }

    /** A rate gives a value only to its own decimals: where a sum's value makes it right too, that one is exact. */
    private static boolean isExplained(Check check, List<Candidate> candidates) {
        return !check.equation().isSum()
                && candidates.stream()
                        .anyMatch(candidate -> candidate.exact()
                                && candidate.correction().checks().contains(check));
    }

    /** A printed figure is not mended into one below zero, unless its sign alone was left out; a rate may be. */
    private static boolean plausible(Figure figure, Exact value) {
        return value.signum() >= 0
                || figure.value().signum() < 0
                || figure.kind() == Figure.Kind.PERCENT
                || value.negate().equals(figure.value());
    }

    private static Candidate candidate(
            Figure figure,
            Check check,
            Exact solved,
            Set<Check> failing,
            Map<Figure, List<Check>> failingOf,
            Map<Figure, List<Check>> holdingOf,
            Map<Figure, Exact> applied,
            Repeated repeated) {
        Map<Figure, Exact> corrected = new HashMap<>(applied);
        corrected.put(figure, figure.asPrinted(solved));
        List<Check> fixed = new ArrayList<>(List.of(check));
        for (Check other : failingOf.getOrDefault(figure, List.of())) {
            boolean now = failing.contains(other) && other.equation().judge(corrected) != Verdict.DIFFERS;
            if (now && !other.equals(check)) {
                fixed.add(other);
            }
        }
        List<Check> broken = new ArrayList<>();
        for (Check other : holdingOf.getOrDefault(figure, List.of())) {
            if (other.equation().judge(corrected) == Verdict.DIFFERS) {
                broken.add(other);
            }
        }
        boolean result =
                fixed.stream().anyMatch(other -> other.equation().result().equals(figure));
        boolean exact = check.equation().isSum() && solved.equals(corrected.get(figure));
        boolean counted = !result
                && !check.equation().isSum()
                && check.equation().result().digits() >= LONG_RATE
                && check.equation().judge(corrected) == Verdict.AGREES
                && (repeated.countedAs(figure, corrected.get(figure))
                        || (check.equation().result().digits() > LONG_RATE
                                && repeated.isCell(figure, corrected.get(figure))));
        boolean slip = counted
                || (NearMisses.isExchange(figure, solved) && (result || !isShortSlip(check)))
                || isSlipOfInput(check, figure, corrected, repeated)
                || isInOtherUnit(check, figure, solved)
                || (check.equation().isSum()
                        && (figure.kind() == Figure.Kind.COUNT || figure.kind() == Figure.Kind.PLAIN)
                        && NearMisses.isDigitExchange(figure, solved));
        boolean digit = !result && check.equation().isSum() && NearMisses.isDigitSlip(figure, solved);
        // 640 for 595 in 583.10 ÷ 595 = 91.11% is another base for the rate, not what the base should be
        boolean otherBase = !check.equation().isSum()
                && !result
                && !slip
                && check.equation().top().weights().size() == 1;
        boolean known = !otherBase && repeated.known(figure, corrected.get(figure));
        // What is printed may stand elsewhere because it was copied from there: the neighbour's column, last year's.
        int confirmed = known || counted ? -1 : repeated.elsewhere(figure) ? 1 : 0;
        int unlikely = check.equation().isSum() && isRound(figure, solved) ? ROUND : 0;
        unlikely -= digit && NearMisses.isOtherDigitDoubled(figure, solved) ? 1 : 0;
        return new Candidate(
                new Correction(figure, Optional.of(solved), fixed, broken),
                result,
                slip,
                digit,
                exact,
                confirmed,
                unlikely + isNothing(figure, solved, result));
    }

    /** 2100户 where the parts give 2140户: a round number was set and its parts were counted. */
    private static boolean isRound(Figure figure, Exact solved) {
        int zeros = zeros(figure.print(figure.value()));
        return figure.scale() == 0
                && figure.digits() >= LONG_RATE
                && 2 * zeros >= figure.digits()
                && zeros > zeros(figure.print(figure.asPrinted(solved)));
    }

    /** How many zeros a whole number ends with. */
    private static int zeros(String printed) {
        String digits = Sought.kept("\\D").replaceAll(printed, "");
        return digits.length() - Sought.kept("0+$").replaceAll(digits, "").length();
    }

    /** A part that is told is there: 其他用车1辆 was not none. */
    private static int isNothing(Figure figure, Exact solved, boolean result) {
        return !result && figure.kind() == Figure.Kind.COUNT && solved.isZero() ? ROUND : 0;
    }

    /**
     * A number of things that one digit, or two exchanged, makes give a long rate exactly: 检出93批次 of 1872 for 39 at 2.08%. So few
     * numbers are one slip away that none of them gives three or four digits of a rate by accident; nor does an amount told in
     * the wrong unit.
     */
    private static boolean isSlipOfInput(Check check, Figure figure, Map<Figure, Exact> corrected, Repeated repeated) {
        Figure rate = check.equation().result();
        Exact value = corrected.getOrDefault(figure, figure.value());
        boolean wrongUnit = figure.kind() == Figure.Kind.AMOUNT
                && rate.kind() == Figure.Kind.PERCENT
                && NearMisses.isWrongUnit(figure, value)
                && rate.tellingDigits() >= 2
                && check.equation().judge(corrected) == Verdict.AGREES;
        if (wrongUnit) {
            return true;
        }
        if (check.equation().isSum() || figure.equals(rate) || check.equation().judge(corrected) != Verdict.AGREES) {
            return false;
        }
        boolean rateItself = check.equation()
                .expected()
                .filter(right -> NearMisses.isDigitSlip(rate, right))
                .isPresent();
        if (figure.kind() != Figure.Kind.COUNT) {
            return !rateItself
                    && figure.kind() == Figure.Kind.AMOUNT
                    && figure.tellingDigits() > LONG_RATE
                    && isFine(check)
                    && !isOverOther(check)
                    && check.equation().inputs().stream()
                            .noneMatch(input -> repeated.anotherGives(check.equation(), input))
                    && NearMisses.isDigitSlip(figure, value);
        }
        int digits = rate.tellingDigits();
        boolean exchanged = NearMisses.isDigitExchange(figure, value) && digits >= LONG_RATE;
        boolean oneDigit = NearMisses.isDigitSlip(figure, value)
                && (digits > LONG_RATE || (rate.digits() > LONG_RATE && isFar(figure, value)))
                && (figure.tellingDigits() >= LONG_RATE
                        || (figure.digits() == 2 && digits > LONG_RATE + 1 && isFar(figure, value)));
        return !rateItself
                && (exchanged || oneDigit)
                && check.equation().inputs().stream()
                        .noneMatch(input -> repeated.anotherGives(check.equation(), input));
    }

    /** 1.62 for 1.52: of a short rate that is itself one digit away, some exchange in a long figure gives it by accident. */
    private static boolean isShortSlip(Check check) {
        Figure rate = check.equation().result();
        return !check.equation().isSum()
                && rate.digits() <= LONG_RATE
                && check.equation()
                        .expected()
                        .filter(right -> NearMisses.isDigitSlip(rate, right))
                        .isPresent();
    }

    /** 5.93% of 348元, which is a rate of 5868元 now and not of 5520元 then: the rate was worked out of another of the figures. */
    private static boolean isOverOther(Check check) {
        Equation equation = check.equation();
        return equation.inputs().stream()
                .anyMatch(input -> equation.over(Equation.Side.of(input))
                        .filter(value -> equation.result().roundedQuotient().holds(value))
                        .isPresent());
    }

    /** 186.35元 for 186.35万元 in a sum of amounts: all of its digits are right. */
    private static boolean isInOtherUnit(Check check, Figure figure, Exact solved) {
        Exact times = figure.value().isZero() ? Exact.ZERO : solved.dividedBy(figure.value());
        return check.equation().isSum()
                && figure.kind() == Figure.Kind.AMOUNT
                && figure.digits() > LONG_RATE
                && OTHER_UNITS.contains(times);
    }

    /** Whether a value is one in twenty away: 112 for 102 at 85.00%, which no slip of the rate explains. */
    private static boolean isFar(Figure figure, Exact value) {
        return figure.value().minus(value).abs().times(Exact.of(20)).compareTo(value.abs()) >= 0;
    }

    /** What this correction costs: itself, what it breaks, and how unlikely it is. */
    int cost() {
        return 20
                + 30 * correction.broken().size()
                + (result ? 0 : 3)
                + (exact ? 0 : 1)
                - (slip ? 6 : digit ? 2 : 0)
                + 9 * repeated
                + unlikely;
    }

    boolean isBetterThan(Candidate other) {
        int gain = 20 * correction.checks().size() - cost();
        return gain > 20 * other.correction.checks().size() - other.cost();
    }
}
