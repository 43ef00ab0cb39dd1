package org.jizhun.documents.report;

/** Numbers of headings in Chinese: 一 to 九十九. */
final class ChineseNumber {

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {}

    static String of(int number) {
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("headings are numbered 1 to 99: " + number);
        }
        int tens = number / 10;
        int ones = number % 10;
        String left = tens == 0 ? "" : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十";
        return left + (ones == 0 ? "" : DIGITS.substring(ones, ones + 1));
    }
}
