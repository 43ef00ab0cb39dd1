package org.jizhun.auditor.claim;

import java.math.BigDecimal;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * One printed figure. Its value is in the kind's base unit (yuan, ratio, points, things), and it stands for an interval of
 * true values: half a step to each side under rounding, one step away from zero under truncation, wider where a word such
 * as 约 says so. Identity is by place: the same number printed twice is two figures.
 */
public final class Figure {

    /** What a figure measures. */
    public enum Kind {
        AMOUNT,
        PERCENT,
        PERCENTAGE_POINTS,
        POINTS,
        COUNT,
        PLAIN
    }

    /** How exactly the words around a figure mean it. */
    public enum Nearness {
        EXACT,
        ABOUT,
        AT_LEAST,
        BELOW
    }

    private static final Sought OF_ONE =
            Sought.of("(?:每[^，。；：、\\d]{1,16}|[人户亩次件车场]均[^，。；：、\\d]{0,8}|平均[^，。；：、\\d]{0,12})$");

    private static final int WORDS_OF_ONE = 18;

    private final Passage passage;
    private final int start;
    private final int end;
    private final Kind kind;
    private final Exact printed;
    private final int scale;
    private final Exact unitSize;
    private final String unit;
    private final Nearness nearness;
    private final Exact value;
    private @Nullable Range rounded;
    private @Nullable Range truncated;

    Figure(
            Passage passage,
            int start,
            int end,
            Kind kind,
            Exact printed,
            int scale,
            Exact unitSize,
            String unit,
            Nearness nearness) {
        this.passage = passage;
        this.start = start;
        this.end = end;
        this.kind = kind;
        this.printed = printed;
        this.scale = scale;
        this.unitSize = unitSize;
        this.unit = unit;
        this.nearness = nearness;
        this.value = printed.times(unitSize);
    }

    public Passage passage() {
        return passage;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public Kind kind() {
        return kind;
    }

    /** The unit as printed beside the figure, or taken from the heading or caption. */
    public String unit() {
        return unit;
    }

    public Nearness nearness() {
        return nearness;
    }

    /** The value in the base unit. */
    public Exact value() {
        return value;
    }

    public int scale() {
        return scale;
    }

    /** The number as printed, in its own unit. */
    public Exact printed() {
        return printed;
    }

    /** How many base units one printed unit is. */
    public Exact unitSize() {
        return unitSize;
    }

    /** Whether both measure the same: money whatever its unit, things of one unit, percentages. */
    public boolean isLike(Figure other) {
        return kind == other.kind && (kind != Kind.COUNT || plain(thing()).equals(plain(other.thing())));
    }

    /** Words of measure that count the same: 编制32名，实有29人; 480台，760台套. */
    private static String plain(String thing) {
        return switch (thing) {
            case "名", "位" -> "人";
            case "台套", "套" -> "台";
            default -> thing;
        };
    }

    /** The thing counted, without 万 or 亿. */
    public String thing() {
        boolean sized = kind == Kind.COUNT && unit.length() > 1 && (unit.charAt(0) == '万' || unit.charAt(0) == '亿');
        return sized ? unit.substring(1) : unit;
    }

    public Spot spot() {
        return passage.spot(start, end);
    }

    /** The figure as printed, with its unit where it stands beside it. */
    public String text() {
        return passage.text().substring(start, end);
    }

    /** How many digits are printed, zeros before the first one not counted. */
    public int digits() {
        int count = 0;
        boolean leading = true;
        for (int i = start; i < end; i++) {
            char character = passage.text().charAt(i);
            leading &= character < '1' || character > '9';
            count += !leading && character >= '0' && character <= '9' ? 1 : 0;
        }
        return count;
    }

    /** The same without the zeros it ends in: 1500 and 88.00 have two. */
    public int tellingDigits() {
        int zeros = 0;
        for (int i = end - 1; i >= start; i--) {
            char character = passage.text().charAt(i);
            if (character >= '1' && character <= '9') {
                break;
            }
            zeros += character == '0' ? 1 : 0;
        }
        return Math.max(0, digits() - zeros);
    }

    /** True values this figure can stand for when it was rounded. Counts stand for themselves. */
    public Range rounded() {
        Range known = rounded;
        if (known == null) {
            known = nearness == Nearness.EXACT ? Range.around(value, halfStep()) : wide();
            rounded = known;
        }
        return known;
    }

    /** True values this figure can stand for when digits were cut off. */
    public Range truncated() {
        Range known = truncated;
        if (known == null) {
            known = nearness == Nearness.EXACT ? cutOff() : wide();
            truncated = known;
        }
        return known;
    }

    /** True values a quotient printed as this figure can have: also amounts to the fen and whole things are rounded then. */
    public Range roundedQuotient() {
        Exact half = lastPlace(scale).times(unitSize).dividedBy(Exact.of(2));
        return rounded().low().equals(rounded().high()) ? Range.around(value, half) : rounded();
    }

    private Range cutOff() {
        return value.signum() < 0 ? new Range(value.minus(step()), value) : new Range(value, value.plus(step()));
    }

    /** A value rounded to the decimals this figure has, points to as many of two as they need, in the base unit. */
    public Exact asPrinted(Exact value) {
        Exact inUnit = value.dividedBy(unitSize);
        return inUnit.round(Rounding.halfUp(scaleOf(inUnit))).times(unitSize);
    }

    /** A value printed the way this figure is: same unit, the decimals of {@link #asPrinted}, rounded half up. */
    public String print(Exact value) {
        return print(value, false);
    }

    /** The same with the further digits cut off. */
    public String printCutOff(Exact value) {
        return print(value, true);
    }

    private String print(Exact value, boolean cutOff) {
        Exact inUnit = value.dividedBy(unitSize);
        int scale = scaleOf(inUnit);
        BigDecimal decimal =
                inUnit.toDecimal(cutOff ? new Rounding(scale, Rounding.Mode.TRUNCATE) : Rounding.halfUp(scale));
        String number = text().contains(",") ? grouped(decimal.toPlainString()) : decimal.toPlainString();
        return number + (text().endsWith(unit) ? unit : "");
    }

    /** Points are printed with as many decimals as they need, everything else with its own. */
    private int scaleOf(Exact inUnit) {
        for (int more = 0; more <= 2 - scale && kind == Kind.POINTS; more++) {
            if (inUnit.round(Rounding.halfUp(scale + more)).equals(inUnit)) {
                return scale + more;
            }
        }
        return scale;
    }

    /** With a comma before each three digits of the whole part. */
    private static String grouped(String number) {
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        String rest = point < 0 ? "" : number.substring(point);
        return Sought.kept("(?<=\\d)(?=(?:\\d{3})+$)").replaceAll(whole, ",") + rest;
    }

    private Exact step() {
        if (isExact()) {
            return Exact.ZERO;
        }
        return lastPlace(kind == Kind.POINTS && scale == 0 ? 2 : scale).times(unitSize);
    }

    /** One unit of the last decimal, however many a damaged text prints. */
    private static Exact lastPlace(int scale) {
        return Exact.of(BigDecimal.ONE.movePointLeft(scale));
    }

    private Exact halfStep() {
        return step().dividedBy(Exact.of(2));
    }

    /** The same figure taken at its word: in a table ≥95% is a target of 95 %. */
    Figure exactly() {
        return nearness == Nearness.EXACT
                ? this
                : new Figure(passage, start, end, kind, printed, scale, unitSize, unit, Nearness.EXACT);
    }

    /**
     * Whole things are counted, not measured, and yuan with fen are exact as well. Points without decimals are kept to
     * one hundredth: 50 points never stands for 49.93.
     */
    private boolean isExact() {
        return switch (kind) {
            case COUNT, PLAIN -> scale == 0 && unitSize.equals(Exact.ONE);
            case AMOUNT -> scale >= 2 && unitSize.equals(Exact.ONE) && !isOfOne();
            case POINTS, PERCENT, PERCENTAGE_POINTS -> false;
        };
    }

    /** 每人次成本7.11元: what something costs for one is a quotient, rounded to the fen. */
    private boolean isOfOne() {
        return !printed.equals(printed.round(Rounding.halfUp(1)))
                && OF_ONE.isIn(passage.text().substring(Math.max(0, start - WORDS_OF_ONE), start));
    }

    private Range wide() {
        Exact value = value();
        Exact part = value.abs().dividedBy(Exact.of(10)).max(step());
        return switch (nearness) {
            case ABOUT -> Range.around(value, part);
            case AT_LEAST -> new Range(value.minus(halfStep()), value.plus(part));
            case BELOW -> new Range(value.minus(part), value.plus(halfStep()));
            case EXACT -> Range.around(value, halfStep());
        };
    }

    @Override
    public String toString() {
        return text() + "@" + spot().line();
    }
}
