package org.jizhun.documents.verify;

/**
 * A paragraph, a table cell or a page of a report with its place in words.
 *
 * @param where in Chinese, such as 表2第4行第3列
 * @param whereEn the same in English
 */
record Passage(String text, String where, String whereEn) {

    static Passage paragraph(String text, int number) {
        return new Passage(text, "第" + number + "段", "paragraph " + number);
    }

    static Passage cell(String text, int table, int row, int column) {
        return new Passage(
                text,
                "表" + table + "第" + row + "行第" + column + "列",
                "table " + table + ", row " + row + ", column " + column);
    }

    static Passage page(String text, int number) {
        return new Passage(text, "第" + number + "页", "page " + number);
    }
}
