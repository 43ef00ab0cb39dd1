package org.jizhun.bench.corpus;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/**
 * How a template prints a figure. A format is an optional {@code ,} (thousands separators), {@code %} (as per cent), {@code
 * ‰}, the decimals, then optionally {@code t} (cut off instead of rounded), {@code x} (without closing zeros) and {@code ~}
 * (the last two different neighbouring digits exchanged); or one of the words {@code cn} (a numeral), {@code date}, {@code
 * month}, {@code md}, {@code iso}.
 */
final class Print {

    private static final String[] NUMERALS = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    private Print() {}

    static String of(Exact value, String format) {
        if (format.endsWith("~")) {
            return exchanged(of(value, format.substring(0, format.length() - 1)));
        }
        return switch (format) {
            case "cn" -> numeral(Arithmetic.whole(value));
            case "date" -> day(value).getYear() + "年" + monthAndDay(value);
            case "md" -> monthAndDay(value);
            case "month" -> day(value).getYear() + "年" + day(value).getMonthValue() + "月";
            case "iso" -> day(value).toString();
            default -> decimal(value, format);
        };
    }

    private static LocalDate day(Exact value) {
        return LocalDate.ofEpochDay(Arithmetic.whole(value));
    }

    private static String monthAndDay(Exact value) {
        return day(value).getMonthValue() + "月" + day(value).getDayOfMonth() + "日";
    }

    private static String decimal(Exact value, String format) {
        boolean percent = format.contains("%");
        boolean permille = format.contains("‰");
        int scale = Integer.parseInt(format.replaceAll("\\D", ""));
        Exact shown = percent ? value.times(Exact.HUNDRED) : permille ? value.times(Exact.of(1000)) : value;
        Rounding.Mode mode = format.contains("t") ? Rounding.Mode.TRUNCATE : Rounding.Mode.HALF_UP;
        BigDecimal rounded = shown.toDecimal(new Rounding(scale, mode));
        String digits = rounded.setScale(scale).toPlainString();
        if (format.contains("x") && digits.contains(".")) {
            digits = digits.replaceAll("\\.?0+$", "");
        }
        return (format.contains(",") ? separated(digits) : digits) + (percent ? "%" : permille ? "‰" : "");
    }

    private static String separated(String digits) {
        int point = digits.contains(".") ? digits.indexOf('.') : digits.length();
        return digits.substring(0, point).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + digits.substring(point);
    }

    static String numeral(int number) {
        if (number <= 10) {
            return NUMERALS[number];
        }
        String tens = number < 20 ? "十" : NUMERALS[number / 10] + "十";
        return number % 10 == 0 ? tens : tens + NUMERALS[number % 10];
    }

    private static String exchanged(String print) {
        for (int at = print.length() - 1; at > 0; at--) {
            char last = print.charAt(at);
            char before = print.charAt(at - 1);
            boolean leading = at == 1 && last == '0';
            if (Character.isDigit(last) && Character.isDigit(before) && last != before && !leading) {
                return print.substring(0, at - 1) + last + before + print.substring(at + 1);
            }
        }
        throw new IllegalArgumentException("no digits to exchange in " + print);
    }
}
