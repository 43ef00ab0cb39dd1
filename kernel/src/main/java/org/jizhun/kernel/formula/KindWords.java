package org.jizhun.kernel.formula;

import org.jizhun.kernel.fact.Kind;

/** What a kind is called in messages to people. */
final class KindWords {

    private KindWords() {}

    static String zh(Kind kind) {
        if (kind instanceof Kind.Simple simple) {
            return switch (simple) {
                case NUMBER -> "数（无单位）";
                case AMOUNT -> "金额";
                case PERCENT -> "百分比";
                case POINTS -> "分值";
                case COUNT -> "个数";
                case TEXT -> "文本";
                case BOOLEAN -> "是否";
                case DATE -> "日期";
                case DURATION -> "期间";
            };
        }
        if (kind instanceof Kind.ListOf list) {
            return Kinds.isOpen(list.element()) ? "列表" : zh(list.element()) + "的列表";
        }
        return kind == Kinds.NOTHING ? "空值" : kind == Kinds.ZERO ? "数 0" : "“" + kind + "”的一行";
    }

    static String en(Kind kind) {
        if (kind instanceof Kind.Simple simple) {
            return switch (simple) {
                case NUMBER -> "a number without unit";
                case AMOUNT -> "an amount of money";
                case PERCENT -> "a percent";
                case POINTS -> "points";
                case COUNT -> "a count";
                case TEXT -> "a text";
                case BOOLEAN -> "true or false";
                case DATE -> "a date";
                case DURATION -> "a duration";
            };
        }
        if (kind instanceof Kind.ListOf list) {
            return Kinds.isOpen(list.element()) ? "a list" : "a list (each " + en(list.element()) + ")";
        }
        return kind == Kinds.NOTHING ? "null" : kind == Kinds.ZERO ? "the number 0" : "a row of " + kind;
    }
}
