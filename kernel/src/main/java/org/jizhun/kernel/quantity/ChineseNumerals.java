package org.jizhun.kernel.quantity;

import org.jspecify.annotations.Nullable;

/**
 * Numbers in Chinese characters: 一百二十三万四千, 壹佰贰拾叁, 二〇二三, 九十五点五, 负三. What is only understood from
 * habit (一百二 for 120) is not read, because it may as well be a slip for 一百零二.
 */
final class ChineseNumerals {

    /** A number and the decimals it was written with. */
    record Numeral(Exact number, int decimals) {}

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final int NONE = -1;

    private ChineseNumerals() {}

    /** The number; null where the text is not one. */
    static @Nullable Numeral read(String text) {
        boolean negative = text.startsWith("负");
        String unsigned = negative ? text.substring(1) : text;
        int point = unsigned.indexOf('点');
        Exact whole = whole(plain(point < 0 ? unsigned : unsigned.substring(0, point)));
        String fraction = point < 0 ? "" : plain(unsigned.substring(point + 1));
        if (whole == null || (point >= 0 && !isDigits(fraction))) {
            return null;
        }
        Exact number = whole;
        Exact place = Exact.ONE;
        for (int i = 0; i < fraction.length(); i++) {
            place = place.dividedBy(Exact.of(10));
            number = number.plus(place.times(Exact.of(digit(fraction.charAt(i)))));
        }
        return new Numeral(negative ? number.negate() : number, fraction.length());
    }

    /** Whether a text begins like a Chinese numeral. */
    static boolean startsLikeOne(String text) {
        String first = text.isEmpty() ? "" : plain(text.substring(0, 1));
        return !first.isEmpty() && (digit(first.charAt(0)) != NONE || "十廿卅负".contains(first));
    }

    /** Formal and traditional characters as their plain ones. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int formal = FORMAL.indexOf(c);
            plain.append(formal >= 0 ? DIGITS.charAt(formal) : twin(c));
        }
        return plain.toString();
    }

    private static char twin(char c) {
        return switch (c) {
            case '拾' -> '十';
            case '佰' -> '百';
            case '仟' -> '千';
            case '萬' -> '万';
            case '億' -> '亿';
            case '貳' -> '二';
            case '參' -> '三';
            case '陸' -> '六';
            default -> c;
        };
    }

    private static @Nullable Exact whole(String text) {
        if (text.length() > 1 && isDigits(text)) {
            return Exact.parse(positional(text));
        }
        int yi = text.indexOf('亿');
        if (yi < 0) {
            return belowYi(text, true);
        }
        Exact above = belowYi(text.substring(0, yi), true);
        Exact below = yi == text.length() - 1 ? Exact.ZERO : belowYi(text.substring(yi + 1), false);
        if (above == null || below == null || above.isZero()) {
            return null;
        }
        return above.times(Exact.of(100_000_000)).plus(below);
    }

    private static @Nullable Exact belowYi(String text, boolean leading) {
        int wan = text.indexOf('万');
        if (wan < 0) {
            int section = section(text, leading);
            return section == NONE ? null : Exact.of(section);
        }
        int above = section(text.substring(0, wan), leading);
        int below = wan == text.length() - 1 ? 0 : section(text.substring(wan + 1), false);
        return above > 0 && below != NONE ? Exact.of(above * 10_000L + below) : null;
    }

    /**
     * A number below ten thousand, or {@link #NONE}. Units go down; a last digit stands behind 十 or 〇, or alone at the
     * very beginning.
     */
    private static int section(String text, boolean leading) {
        if (text.equals("〇")) {
            return leading ? 0 : NONE;
        }
        int value = 0;
        int lastUnit = 10_000;
        int pending = NONE;
        boolean zero = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int unit = unit(c);
            if (unit > 0) {
                int times = times(c, pending);
                if (unit >= lastUnit || times == NONE) {
                    return NONE;
                }
                value += times * unit;
                lastUnit = unit;
                pending = NONE;
                zero = false;
            } else if (pending != NONE || digit(c) == NONE || (c == '〇' && (zero || (leading && value == 0)))) {
                return NONE;
            } else {
                zero |= c == '〇';
                pending = c == '〇' ? NONE : digit(c);
            }
        }
        if (pending == NONE) {
            return zero || text.isEmpty() ? NONE : value;
        }
        return lastUnit == 10 || zero || (leading && value == 0) ? value + pending : NONE;
    }

    /** How often a unit is taken: the digit before it; 十 may stand alone; 廿 and 卅 carry their own. */
    private static int times(char c, int pending) {
        return switch (c) {
            case '廿' -> pending == NONE ? 2 : NONE;
            case '卅' -> pending == NONE ? 3 : NONE;
            case '十' -> pending == NONE ? 1 : pending;
            default -> pending;
        };
    }

    private static int unit(char c) {
        return switch (c) {
            case '千' -> 1_000;
            case '百' -> 100;
            case '十', '廿', '卅' -> 10;
            default -> 0;
        };
    }

    private static int digit(char c) {
        return c == '两' ? 2 : DIGITS.indexOf(c);
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    private static String positional(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
        return digits.toString();
    }
}
