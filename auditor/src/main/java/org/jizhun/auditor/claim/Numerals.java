package org.jizhun.auditor.claim;

/** Chinese numerals up to ninety-nine, as they number headings and count small things. */
public final class Numerals {

    private static final String DIGITS = "〇一二三四五六七八九";

    private Numerals() {}

    /** The value of a numeral such as 十二 or 两; -1 where the text is none. */
    public static int value(String text) {
        String numeral = plain(text);
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return numeral.length() == 1 ? DIGITS.indexOf(numeral) : -1;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(numeral.charAt(0));
        int ones = ten == numeral.length() - 1 ? 0 : DIGITS.indexOf(numeral.charAt(ten + 1));
        return ten > 1 || tens < 0 || ones < 0 || numeral.length() > ten + 2 ? -1 : tens * 10 + ones;
    }

    /** 壹、贰、拾 as they head the chapters of some reports. */
    private static String plain(String text) {
        String formal = "壹贰叁肆伍陆柒捌玖拾两";
        String usual = "一二三四五六七八九十二";
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int at = formal.indexOf(text.charAt(i));
            if (at >= 0) {
                plain.setCharAt(i, usual.charAt(at));
            }
        }
        return plain.toString();
    }

    /** The formal numeral of 1 to 10. */
    public static String formal(int value) {
        return value < 1 || value > 10 ? print(value) : "壹贰叁肆伍陆柒捌玖拾".substring(value - 1, value);
    }

    /** A number written in digits or as a numeral. */
    public static int count(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : value(text);
    }

    /** The numeral of 1 to 99; any other number in digits. */
    public static String print(int value) {
        if (value < 1 || value > 99) {
            return String.valueOf(value);
        }
        String ones = value % 10 == 0 ? "" : String.valueOf(DIGITS.charAt(value % 10));
        if (value < 10) {
            return ones;
        }
        return (value < 20 ? "" : String.valueOf(DIGITS.charAt(value / 10))) + "十" + ones;
    }
}
