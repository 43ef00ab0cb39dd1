package org.jizhun.auditor.claim;

import org.jizhun.auditor.text.Sought;

/** The words around a figure that say it is not meant exactly. */
final class Nearby {

    private static final Sought ABOUT_BEFORE = Sought.of("(?:(?<![节合签预违履条公集制])约|大约|大概|约为|近似|左右为)$");
    private static final Sought MORE_BEFORE = Sought.of("(?:超|超过|逾|突破|多于|大于|高于|不少于|不低于|至少|≥|>|达到或超过|以上)$");
    private static final Sought LESS_BEFORE = Sought.of("(?:近|接近|将近|不足|不到|低于|少于|小于|不超过|不高于|不多于|至多|≤|<)$");
    private static final Sought ABOUT_AFTER = Sought.of("^(?:左右|上下|许)");
    /** 43.40万元以上合计: the total of what stands above. */
    private static final Sought MORE_AFTER =
            Sought.of("^(?:余(?![下额款])|多(?![支收出缴付拨用发])|以上(?!合计|共计|小计|总计|各项|[两三四五六七八九十\\d][项类笔])|及以上)");

    private static final Sought LESS_AFTER = Sought.of("^(?:以下|以内|及以下|之内)");

    private Nearby() {}

    static Figure.Nearness of(String text, int start, int end, boolean plus) {
        String before = text.substring(Math.max(0, start - 6), start);
        String after = text.substring(end, Math.min(text.length(), end + 4));
        if (plus || MORE_BEFORE.isIn(before) || MORE_AFTER.isIn(after)) {
            return Figure.Nearness.AT_LEAST;
        }
        if (LESS_BEFORE.isIn(before) || LESS_AFTER.isIn(after)) {
            return Figure.Nearness.BELOW;
        }
        return ABOUT_BEFORE.isIn(before) || ABOUT_AFTER.isIn(after) ? Figure.Nearness.ABOUT : Figure.Nearness.EXACT;
    }
}
