package org.jizhun.documents.workbook;

import org.jizhun.kernel.fact.Register;

/** What the template tells people below each heading, in Chinese like the whole form. */
final class Hints {

    static final String FOR_TABLES = "带 * 的列必填。没有可填的，在第一格填“无”；整表留空表示尚未提供。";

    private Hints() {}

    static String of(Register.Column column) {
        String kind = switch (column.kind()) {
            case AMOUNT -> "金额，可带单位";
            case PERCENT -> "百分数，带 %";
            case DATE -> "日期";
            case BOOLEAN -> "是或否";
            case NUMBER, COUNT, POINTS -> "数字";
            case TEXT, DURATION -> column.allowed().isEmpty() ? "" : "从列表中选";
        };
        if (column.note().isEmpty()) {
            return kind;
        }
        return kind.isEmpty() ? column.note() : kind + "；" + column.note();
    }
}
