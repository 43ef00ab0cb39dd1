package org.jizhun.documents.workbook;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jizhun.kernel.fact.Register;

/** The cell styles of a template: one look for each thing a row can be, the number format by the column's kind. */
final class Looks {

    static final String FONT = "宋体";
    private static final String HEADING_FONT = "黑体";

    /** What a row is. */
    enum Look {
        TITLE,
        SECTION,
        NOTE,
        HEADING,
        REQUIRED_HEADING,
        REFERENCE,
        HINT,
        EXAMPLE,
        ENTRY,
        PLAIN
    }

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFFont> fonts = new EnumMap<>(Look.class);
    private final Map<String, XSSFCellStyle> styles = new java.util.HashMap<>();

    Looks(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle of(Look look) {
        return style(look, "@");
    }

    XSSFCellStyle of(Look look, Register.Column column) {
        return style(look, format(column));
    }

    /** The Excel number format: text for text, so that Excel turns no code into a number or a date. */
    static String format(Register.Column column) {
        return switch (column.kind()) {
            case AMOUNT -> "#,##0.00####";
            case PERCENT -> "0.00##%";
            case DATE -> "yyyy-mm-dd";
            case NUMBER, COUNT, POINTS -> "General";
            case TEXT, BOOLEAN, DURATION -> "@";
        };
    }

    private XSSFCellStyle style(Look look, String format) {
        return styles.computeIfAbsent(look + format, key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setFont(font(look));
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setWrapText(look != Look.TITLE);
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            fill(style, look);
            if (look != Look.TITLE && look != Look.NOTE && look != Look.PLAIN) {
                border(style);
            }
            if (look == Look.HEADING || look == Look.REQUIRED_HEADING || look == Look.REFERENCE) {
                style.setAlignment(HorizontalAlignment.CENTER);
            }
            return style;
        });
    }

    private static void fill(XSSFCellStyle style, Look look) {
        int rgb = switch (look) {
            case HEADING -> 0xDDE7F3;
            case REQUIRED_HEADING, SECTION -> 0xBFD3EC;
            case REFERENCE -> 0xEDEDED;
            case HINT -> 0xF7F7F7;
            case EXAMPLE -> 0xFFF6DD;
            case TITLE, NOTE, ENTRY, PLAIN -> -1;
        };
        if (rgb >= 0) {
            style.setFillForegroundColor(color(rgb));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
    }

    private static void border(XSSFCellStyle style) {
        XSSFColor grey = color(0xB4B4B4);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(grey);
        style.setBottomBorderColor(grey);
        style.setLeftBorderColor(grey);
        style.setRightBorderColor(grey);
    }

    private XSSFFont font(Look look) {
        return fonts.computeIfAbsent(look, key -> {
            XSSFFont font = workbook.createFont();
            boolean heading =
                    look == Look.TITLE || look == Look.SECTION || look == Look.HEADING || look == Look.REQUIRED_HEADING;
            font.setFontName(heading ? HEADING_FONT : FONT);
            font.setFontHeightInPoints(
                    switch (look) {
                        case TITLE -> (short) 16;
                        case HINT, NOTE, REFERENCE -> (short) 9;
                        default -> (short) 10;
                    });
            font.setColor(
                    switch (look) {
                        case HINT, NOTE, REFERENCE -> color(0x595959);
                        case EXAMPLE -> color(0x7F6000);
                        default -> color(0x000000);
                    });
            font.setItalic(look == Look.EXAMPLE);
            return font;
        });
    }

    private static XSSFColor color(int rgb) {
        byte[] bytes = {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
        return new XSSFColor(bytes, new DefaultIndexedColorMap());
    }
}
