package org.jizhun.documents.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * Every figure of one report, each computed once from the snapshot and rounded once by name. Sentences, tables, the Word
 * template and {@code figures.json} only refer to keys, so that the same figure printed twice prints identically.
 *
 * <p>Printed: money in 万元 with two decimals, rates in percent with two decimals, scores with up to two decimals, points
 * lost for one reason with up to four, all half up; counts and other numbers as they were given.
 */
public final class Figures {

    /** Printed where a value is missing. */
    public static final String MISSING = "未填";
    /** Printed where a value cannot exist, such as a rate of nothing. */
    public static final String NONE = "—";

    private static final Exact YUAN_PER_WAN = Exact.of(10_000);
    private static final Rounding TWO = Rounding.halfUp(2);

    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /** Money, printed in 万元; null is missing. */
    public Figures amount(String key, @Nullable Exact yuan, String from) {
        return yuan == null
                ? absent(key, MISSING, from)
                : put(key, yuan, decimal(yuan.dividedBy(YUAN_PER_WAN), TWO), "万元", rule(TWO), from);
    }

    /** A rate, printed in percent; null is missing. */
    public Figures percent(String key, @Nullable Exact ratio, String from) {
        return ratio == null
                ? absent(key, MISSING, from)
                : put(key, ratio, decimal(ratio.times(Exact.HUNDRED), TWO), "%", rule(TWO), from);
    }

    /** The rate of two figures; {@code —} where the whole is zero, missing where either is. */
    public Figures ratio(String key, @Nullable Exact part, @Nullable Exact whole, String from) {
        return part == null || whole == null
                ? absent(key, MISSING, from)
                : whole.isZero() ? absent(key, NONE, from) : percent(key, part.dividedBy(whole), from);
    }

    /** Points; null is missing. */
    public Figures points(String key, @Nullable Exact points, String from) {
        return points == null
                ? absent(key, MISSING, from)
                : put(key, points, plain(points.toDecimal(TWO)), "分", rule(TWO), from);
    }

    /** Points lost for one reason, to four decimals: several of them explain one score that is rounded only once. */
    public Figures loss(String key, Exact points, String from) {
        Rounding four = Rounding.halfUp(4);
        return put(key, points, plain(points.toDecimal(four)), "分", rule(four), from);
    }

    /** A number of things, with the word that counts them; printed as given, at most four decimals. */
    public Figures count(String key, @Nullable Exact number, String unit, String from) {
        if (number == null) {
            return absent(key, MISSING, from);
        }
        BigDecimal finite = number.toDecimalIfFinite();
        boolean asGiven = finite != null && finite.scale() <= 4;
        Rounding four = Rounding.halfUp(4);
        String digits = plain(asGiven && finite != null ? finite : number.toDecimal(four));
        return put(key, number, digits, unit, asGiven ? "none" : rule(four), from);
    }

    /** A day, printed without leading zeros as GB/T 9704 asks; null is missing. */
    public Figures date(String key, @Nullable LocalDate day, String from) {
        return day == null
                ? absent(key, MISSING, from)
                : add(new Figure(key, day.toString(), date(day), "", "none", from));
    }

    /** A figure that another place has already worded, such as an argument of a scoring message. */
    public Figures worded(String key, String text, String from) {
        return add(new Figure(key, text, text, "", "none", from));
    }

    /** A figure that has no value, and what is printed instead. */
    public Figures absent(String key, String text, String from) {
        return add(new Figure(key, "", text, "", "none", from));
    }

    /** @throws IllegalArgumentException if no such figure was computed: a mistake of ours */
    public Figure get(String key) {
        Figure figure = figures.get(key);
        if (figure == null) {
            throw new IllegalArgumentException("no such figure: " + key);
        }
        return figure;
    }

    public boolean has(String key) {
        return figures.containsKey(key);
    }

    /** All figures in the order they were computed. */
    public List<Figure> all() {
        return List.copyOf(figures.values());
    }

    private Figures put(String key, Exact exact, String digits, String unit, String rounding, String from) {
        return add(new Figure(key, exact.toString(), digits, unit, rounding, from));
    }

    private Figures add(Figure figure) {
        Figure earlier = figures.putIfAbsent(figure.key(), figure);
        if (earlier != null && !earlier.equals(figure)) {
            throw new IllegalStateException("two figures under one key: " + earlier + " and " + figure);
        }
        return this;
    }

    private static String decimal(Exact value, Rounding rounding) {
        return value.toDecimal(rounding).toPlainString();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String rule(Rounding rounding) {
        return rounding.mode().word() + " " + rounding.scale();
    }

    private static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
