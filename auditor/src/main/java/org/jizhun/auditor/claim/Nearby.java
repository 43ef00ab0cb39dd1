package org.jizhun.auditor.claim;

import java.util.regex.Pattern;

/** The words around a figure that say it is not meant exactly. */
final class Nearby {

    private static final Pattern ABOUT_BEFORE = Pattern.compile("(?:(?<![节合签预违履条公集制])约|大约|大概|约为|近似|左右为)$");
    private static final Pattern MORE_BEFORE = Pattern.compile("(?:超|超过|逾|突破|多于|大于|高于|不少于|不低于|至少|≥|>|达到或超过|以上)$");
    private static final Pattern LESS_BEFORE = Pattern.compile("(?:近|接近|将近|不足|不到|低于|少于|小于|不超过|不高于|不多于|至多|≤|<)$");
    private static final Pattern ABOUT_AFTER = Pattern.compile("^(?:左右|上下|许)");
    private static final Pattern MORE_AFTER = Pattern.compile("^(?:余|多|以上|及以上)");
    private static final Pattern LESS_AFTER = Pattern.compile("^(?:以下|以内|及以下|之内)");

    private Nearby() {}

    static Figure.Nearness of(String text, int start, int end, boolean plus) {
        String before = text.substring(Math.max(0, start - 6), start);
        String after = text.substring(end, Math.min(text.length(), end + 3));
        if (plus
                || MORE_BEFORE.matcher(before).find()
                || MORE_AFTER.matcher(after).find()) {
            return Figure.Nearness.AT_LEAST;
        }
        if (LESS_BEFORE.matcher(before).find() || LESS_AFTER.matcher(after).find()) {
            return Figure.Nearness.BELOW;
        }
        return ABOUT_BEFORE.matcher(before).find() || ABOUT_AFTER.matcher(after).find()
                ? Figure.Nearness.ABOUT
                : Figure.Nearness.EXACT;
    }
}
