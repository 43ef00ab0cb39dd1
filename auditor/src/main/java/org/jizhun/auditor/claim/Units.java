package org.jizhun.auditor.claim;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** Units of money, rates, points and things, and what one of them is in the base unit. */
public final class Units {

    private static final Map<String, Exact> MONEY = Map.of(
            "元", Exact.ONE,
            "千元", Exact.of(1_000),
            "万元", Exact.of(10_000),
            "百万元", Exact.of(1_000_000),
            "亿元", Exact.of(100_000_000));
    private static final Map<String, Exact> SIZES =
            Map.of("千", Exact.of(1_000), "万", Exact.of(10_000), "亿", Exact.of(100_000_000));
    private static final Exact HUNDREDTH = Exact.ofDecimal(1, 2);
    private static final Exact THOUSANDTH = Exact.ofDecimal(1, 3);
    private static final Sought IN_HEADING = Sought.of(
            "[（:：](?:金额)?(?:单位[:：]?)?(?:人民币)?(万元|亿元|千元|百万元|元|%|分|个百分点|百分点)[）]?|单位[:：]?(?:人民币)?(万元|亿元|千元|百万元|元|%|分)");

    /** Digits of a figure whose own decimals may not hold what it should be. */
    private static final int SHORT = 3;

    private Units() {}

    /** The unit a heading or caption gives to the figures below it. */
    public static Optional<String> inHeading(String heading) {
        Matcher matcher = IN_HEADING.in(heading);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    public static boolean isMoney(String unit) {
        return MONEY.containsKey(unit);
    }

    /** An amount in yuan. */
    public static Exact inYuan(Exact number, String unit) {
        return number.times(size(unit));
    }

    /** Units that nobody writes by mistake for another. */
    private static final Set<String> SELDOM = Set.of("百万元", "千元");

    /** A value as the digits of a printed amount with another unit: 421.65万元 for 421.65元. Empty where it has other digits. */
    public static Optional<String> inOtherUnit(Figure figure, Exact value) {
        if (figure.kind() != Figure.Kind.AMOUNT
                || figure.printed().isZero()
                || value.equals(figure.value())
                || !figure.text().endsWith(figure.unit())) {
            return Optional.empty();
        }
        Exact size = value.dividedBy(figure.printed());
        String number = figure.text()
                .substring(0, figure.text().length() - figure.unit().length());
        return MONEY.entrySet().stream()
                .filter(unit -> !unit.getValue().equals(figure.unitSize()) && !SELDOM.contains(unit.getKey()))
                .filter(unit -> unit.getValue().equals(size) || isPrinted(figure, value.dividedBy(unit.getValue())))
                .map(unit -> number + unit.getKey())
                .findFirst();
    }

    /** 3547.87万元 for 3547.8673元: the very digits, of which there are too many for an accident. */
    private static boolean isPrinted(Figure figure, Exact number) {
        Exact last = Exact.ofDecimal(1, figure.scale());
        return figure.digits() > SHORT
                && number.minus(figure.printed()).abs().times(Exact.of(2)).compareTo(last) <= 0;
    }

    /** The digits of a printed amount with the point moved, where that is nearer to a value than its own decimals: 0.48亿元 for 4.8亿元. */
    public static Optional<String> shifted(Figure figure, Exact value) {
        if (figure.kind() != Figure.Kind.AMOUNT
                || figure.printed().isZero()
                || value.signum() <= 0
                || figure.digits() > SHORT
                || !figure.text().endsWith(figure.unit())) {
            return Optional.empty();
        }
        for (int places = 1; places <= 4; places++) {
            Exact moved = figure.value().times(Exact.ofDecimal(1, places));
            boolean near = moved.minus(value).abs().times(Exact.HUNDRED).compareTo(value) <= 0;
            boolean told = near && !figure.asPrinted(moved).equals(moved);
            if (told) {
                return Optional.of(moved.dividedBy(figure.unitSize()) + figure.unit());
            }
        }
        return Optional.empty();
    }

    static Figure figure(
            Passage passage, int start, int end, Exact printed, int scale, String unit, Figure.Nearness nearness) {
        Figure.Kind kind = kind(unit);
        Exact size = size(unit);
        return new Figure(passage, start, end, kind, printed, scale, size, unit, nearness);
    }

    private static Figure.Kind kind(String unit) {
        if (MONEY.containsKey(unit)) {
            return Figure.Kind.AMOUNT;
        }
        return switch (unit) {
            case "%", "‰" -> Figure.Kind.PERCENT;
            case "个百分点", "百分点" -> Figure.Kind.PERCENTAGE_POINTS;
            case "分" -> Figure.Kind.POINTS;
            case "" -> Figure.Kind.PLAIN;
            default -> Figure.Kind.COUNT;
        };
    }

    private static Exact size(String unit) {
        if (MONEY.containsKey(unit)) {
            return MONEY.getOrDefault(unit, Exact.ONE);
        }
        return switch (kind(unit)) {
            case PERCENT -> unit.equals("‰") ? THOUSANDTH : HUNDREDTH;
            case PERCENTAGE_POINTS -> HUNDREDTH;
            default -> unit.isEmpty() ? Exact.ONE : SIZES.getOrDefault(unit.substring(0, 1), Exact.ONE);
        };
    }
}
