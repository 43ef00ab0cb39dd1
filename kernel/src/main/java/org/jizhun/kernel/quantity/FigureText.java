package org.jizhun.kernel.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jspecify.annotations.Nullable;

/**
 * Reads and prints figures as Chinese documents write them: 17,534.51 万元, ９９．８３％, 2.5 个百分点, 百分之九十五点五,
 * 壹佰贰拾叁万元整, 25.3 亿次. What cannot be read gives a problem that says why; nothing is guessed.
 */
public final class FigureText {

    static final int MAX_LENGTH = 100;
    static final int MAX_DIGITS = 40;

    private static final String FULL_WIDTH = "０１２３４５６７８９．，％＋－−–　";
    private static final String HALF_WIDTH = "0123456789.,%+--- ";
    private static final Pattern ASCII = Pattern.compile("([+-]?)([0-9][0-9,]*)(?:\\.([0-9,]+))?(.*)");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9.,]+[eE][+-]?[0-9]+.*");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+");
    private static final String COUNTED = "[个项件次人家份条笔台套辆户名批]?";

    private FigureText() {}

    /** Reads one figure with its unit. The value of the result is empty exactly where there is a problem. */
    public static Result<Optional<Printed>> read(String text, Place place) {
        String plain = halfWidth(text).strip().replaceFirst("^(人民币|[¥￥])\\s*", "");
        if (plain.isEmpty()) {
            return wrong("figure-empty", place, text);
        }
        if (plain.length() > MAX_LENGTH) {
            return wrong("figure-too-long", place, plain.substring(0, 20) + "…");
        }
        if (EXPONENT.matcher(plain).matches()) {
            return wrong("figure-exponent", place, text.strip());
        }
        Matcher ascii = ASCII.matcher(plain);
        return ascii.matches() ? ascii(ascii, place, text.strip()) : chinese(plain, place, text.strip());
    }

    /** The figure rounded once and printed with its unit, such as {@code 17534.51万元}. */
    public static String print(Exact baseValue, FigureUnit unit, Rounding rounding) {
        return number(baseValue, unit, rounding, false) + unit.word();
    }

    /** The same with thousands separators: {@code 17,534.51万元}. */
    public static String printGrouped(Exact baseValue, FigureUnit unit, Rounding rounding) {
        return number(baseValue, unit, rounding, true) + unit.word();
    }

    /** The digits alone, for a table whose heading names the unit. */
    public static String number(Exact baseValue, FigureUnit unit, Rounding rounding, boolean grouped) {
        BigDecimal decimal = baseValue.dividedBy(unit.factor()).toDecimal(rounding);
        String digits = decimal.toPlainString();
        return grouped ? grouped(digits) : digits;
    }

    private static Result<Optional<Printed>> ascii(Matcher parts, Place place, String found) {
        String whole = parts.group(2);
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        if ((whole.contains(",") && !GROUPED.matcher(whole).matches()) || fraction.contains(",")) {
            return wrong("figure-separators", place, found);
        }
        String digits = whole.replace(",", "");
        if (digits.length() + fraction.length() > MAX_DIGITS) {
            return wrong("figure-too-many-digits", place, found);
        }
        FigureUnit unit = unit(parts.group(4).strip());
        if (unit == null) {
            return wrong(
                    "figure-unit-unknown", place, found, "unit", parts.group(4).strip());
        }
        String sign = parts.group(1).equals("-") ? "-" : "";
        Exact number = Exact.parse(sign + digits + (fraction.isEmpty() ? "" : "." + fraction));
        return Result.of(Optional.of(new Printed(number, fraction.length(), unit)));
    }

    private static Result<Optional<Printed>> chinese(String text, Place place, String found) {
        String plain = text.replace('圆', '元').replaceFirst("[整正]$", "");
        Printed share = share(plain, "百分之", FigureUnit.PERCENT);
        if (share == null) {
            share = share(plain, "千分之", FigureUnit.PER_MILLE);
        }
        Printed read = share != null ? share : withCoins(plain);
        if (read == null) {
            read = withUnit(plain);
        }
        if (read != null) {
            return Result.of(Optional.of(read));
        }
        String code = ChineseNumerals.startsLikeOne(plain) ? "figure-numeral-wrong" : "figure-not-a-number";
        return wrong(code, place, found);
    }

    /** 百分之九十五点五, 百分之95.5; the sign may stand in front. */
    private static @Nullable Printed share(String text, String words, FigureUnit unit) {
        boolean negative = text.startsWith("负" + words);
        if (!negative && !text.startsWith(words)) {
            return null;
        }
        String rest = text.substring(words.length() + (negative ? 1 : 0));
        Printed number =
                rest.matches("[0-9]{1,30}(\\.[0-9]{1,10})?") ? decimal(rest) : numeral(rest, FigureUnit.NUMBER);
        if (number == null || number.number().signum() < 0) {
            return null;
        }
        return new Printed(negative ? number.number().negate() : number.number(), number.decimals(), unit);
    }

    private static Printed decimal(String digits) {
        int point = digits.indexOf('.');
        return new Printed(Exact.parse(digits), point < 0 ? 0 : digits.length() - point - 1, FigureUnit.NUMBER);
    }

    /** 壹佰元伍角陆分: jiao and fen as two decimals of a yuan. */
    private static @Nullable Printed withCoins(String text) {
        int yuan = text.indexOf('元');
        if (yuan < 0 || yuan == text.length() - 1) {
            return null;
        }
        Printed whole = numeral(text.substring(0, yuan), FigureUnit.YUAN);
        Matcher coins = Pattern.compile("(?:(.)角)?[零〇]?(?:(.)分)?").matcher(text.substring(yuan + 1));
        if (whole == null || whole.decimals() > 0 || !coins.matches()) {
            return null;
        }
        Exact jiao = coin(coins.group(1));
        Exact fen = coin(coins.group(2));
        if (jiao == null || fen == null) {
            return null;
        }
        Exact coinsOnly = jiao.times(Exact.ofDecimal(1, 1)).plus(fen.times(Exact.ofDecimal(1, 2)));
        Exact number = whole.number();
        boolean negative = text.startsWith("负");
        return new Printed(negative ? number.minus(coinsOnly) : number.plus(coinsOnly), 2, FigureUnit.YUAN);
    }

    private static @Nullable Exact coin(@Nullable String digit) {
        if (digit == null) {
            return Exact.ZERO;
        }
        ChineseNumerals.Numeral numeral = ChineseNumerals.read(digit);
        return numeral == null || numeral.number().compareTo(Exact.of(9)) > 0 ? null : numeral.number();
    }

    /**
     * The longest unit word at the end whose front is a numeral. 万元 and 亿元 count as the unit only where the front has no
     * 万 or 亿 of its own: 三亿五千万元 is a number of yuan.
     */
    private static @Nullable Printed withUnit(String text) {
        String bare = text.replaceFirst(COUNTED + "$", "");
        Printed best = null;
        for (FigureUnit unit : FigureUnit.values()) {
            String front = front(unit.measures() == FigureUnit.Measures.NUMBER ? bare : text, unit.word());
            boolean longer =
                    best == null || unit.word().length() > best.unit().word().length();
            if (front != null && longer && !(unit.isScaled() && front.matches(".*[万亿萬億].*"))) {
                Printed read = numeral(front, unit);
                best = read == null ? best : read;
            }
        }
        return best;
    }

    private static @Nullable String front(String text, String unit) {
        return text.endsWith(unit)
                ? text.substring(0, text.length() - unit.length()).strip()
                : null;
    }

    private static @Nullable Printed numeral(String text, FigureUnit unit) {
        ChineseNumerals.Numeral numeral = ChineseNumerals.read(text);
        return numeral == null ? null : new Printed(numeral.number(), numeral.decimals(), unit);
    }

    private static @Nullable FigureUnit unit(String word) {
        Optional<FigureUnit> unit = FigureUnit.of(word.replaceFirst("整$", ""));
        if (unit.isPresent()) {
            return unit.get();
        }
        if (word.equals("百分点")) {
            return FigureUnit.PERCENTAGE_POINTS;
        }
        return FigureUnit.of(word.replaceFirst(COUNTED + "$", ""))
                .filter(found -> found.measures() == FigureUnit.Measures.NUMBER)
                .orElse(null);
    }

    private static String halfWidth(String text) {
        StringBuilder half = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int twin = FULL_WIDTH.indexOf(text.charAt(i));
            half.append(twin < 0 ? text.charAt(i) : HALF_WIDTH.charAt(twin));
        }
        return half.toString();
    }

    private static String grouped(String digits) {
        int start = digits.startsWith("-") ? 1 : 0;
        int point = digits.indexOf('.');
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = (point < 0 ? digits.length() : point) - 3; at > start; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    private static Result<Optional<Printed>> wrong(String code, Place place, String found, String... more) {
        Problem problem = more.length == 0
                ? Problem.of(code, place, "found", found, "limit", MAX_LENGTH)
                : Problem.of(code, place, "found", found, more[0], more[1]);
        return new Result<>(Optional.empty(), List.of(problem));
    }
}
