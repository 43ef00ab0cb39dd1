package org.jizhun.documents.write;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jizhun.documents.report.Block;

/** The few cell styles of an annex, each made once. */
final class AnnexStyles {

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    AnnexStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle title() {
        return made.computeIfAbsent("title", key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setFont(font("黑体", 16, false));
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            return style;
        });
    }

    XSSFCellStyle heading() {
        return made.computeIfAbsent("heading", key -> {
            XSSFCellStyle style = bordered();
            style.setFont(font("黑体", 10, false));
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return style;
        });
    }

    XSSFCellStyle text(Block.Align align, boolean strong) {
        return made.computeIfAbsent("text " + align + strong, key -> {
            XSSFCellStyle style = bordered();
            style.setFont(font("宋体", 10, strong));
            style.setAlignment(
                    switch (align) {
                        case LEFT -> HorizontalAlignment.LEFT;
                        case CENTER -> HorizontalAlignment.CENTER;
                        case RIGHT -> HorizontalAlignment.RIGHT;
                    });
            return style;
        });
    }

    /** @param scale decimals of the value; a rate shows two fewer, as percent */
    XSSFCellStyle number(boolean percent, int scale, boolean strong) {
        int decimals = percent ? Math.max(0, scale - 2) : Math.max(0, scale);
        return made.computeIfAbsent("number " + percent + decimals + strong, key -> {
            XSSFCellStyle style = bordered();
            style.setFont(font("宋体", 10, strong));
            style.setAlignment(HorizontalAlignment.RIGHT);
            String format = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
            style.setDataFormat(workbook.createDataFormat().getFormat(percent ? format + "%" : format));
            return style;
        });
    }

    private XSSFCellStyle bordered() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private XSSFFont font(String name, int points, boolean bold) {
        XSSFFont font = workbook.createFont();
        font.setFontName(name);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        return font;
    }
}
