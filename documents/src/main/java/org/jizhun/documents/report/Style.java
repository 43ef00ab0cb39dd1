package org.jizhun.documents.report;

/**
 * The kinds of text in a report, each a paragraph style of the Word template under its {@link #id()}. Typefaces and sizes
 * are those of GB/T 9704-2012; a template may change them.
 */
public enum Style {
    TITLE("JizhunTitle", "报告标题", "方正小标宋简体", 44),
    HEADING_1("JizhunHeading1", "报告一级标题", "黑体", 32),
    HEADING_2("JizhunHeading2", "报告二级标题", "楷体_GB2312", 32),
    HEADING_3("JizhunHeading3", "报告三级标题", "仿宋_GB2312", 32),
    BODY("JizhunBody", "报告正文", "仿宋_GB2312", 32),
    CAPTION("JizhunCaption", "报告表题", "黑体", 28),
    UNIT("JizhunUnit", "报告表格单位", "宋体", 21),
    CELL_HEAD("JizhunCellHead", "报告表头", "黑体", 21),
    CELL("JizhunCell", "报告表格文字", "宋体", 21),
    SIGNATURE("JizhunSignature", "报告落款", "仿宋_GB2312", 32),
    ANNEX("JizhunAnnex", "报告附件说明", "仿宋_GB2312", 32),
    ANNEX_MARK("JizhunAnnexMark", "报告附件标记", "黑体", 32);

    private final String id;
    private final String label;
    private final String typeface;
    private final int halfPoints;

    Style(String id, String label, String typeface, int halfPoints) {
        this.id = id;
        this.label = label;
        this.typeface = typeface;
        this.halfPoints = halfPoints;
    }

    /** The style's id in the Word file. */
    public String id() {
        return id;
    }

    /** The style's name as the word processor shows it. */
    public String label() {
        return label;
    }

    /** The typeface for Chinese. */
    public String typeface() {
        return typeface;
    }

    /** The size in half points: 32 is 三号, 16 pt. */
    public int halfPoints() {
        return halfPoints;
    }
}
