package org.jizhun.documents.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.jizhun.kernel.problem.Place;

/**
 * What an Excel cell says. Excel keeps a number as a binary fraction and shows at most 15 digits of it; those 15 digits
 * are what somebody typed, and they are what is read: 17534.51, not 17534.509999999998.
 */
final class ExcelCell {

    private static final MathContext EXCEL_DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
    private static final Pattern DATE_LETTERS = Pattern.compile("[yYdDhHsSeE年月日]|[mM]{1,5}");
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** Serial 60 is a 29 February 1900 that never was; the days after it count right from this epoch. */
    private static final int FIRST_SOUND_SERIAL = 61;

    private static final int LAST_SERIAL = 2_958_465;

    private ExcelCell() {}

    static Cell read(org.dhatim.fastexcel.reader.Cell cell, boolean since1904, Place place) {
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (raw.startsWith("#")) {
            return new Cell(Cell.Form.ERROR, raw, place);
        }
        if (cell.getType() == CellType.ERROR) {
            // a number cell that holds no number: told with what it says
            return Cell.text(raw, place);
        }
        Object value = cell.getValue();
        if (value == null && cell.getFormula() != null) {
            return new Cell(Cell.Form.ERROR, "=" + cell.getFormula(), place);
        }
        if (value instanceof Boolean truth) {
            return new Cell(Cell.Form.BOOLEAN, truth.toString(), place);
        }
        if (value instanceof BigDecimal number) {
            return number(number, raw, cell, since1904, place);
        }
        return Cell.text(value == null ? "" : value.toString(), place);
    }

    private static Cell number(
            BigDecimal number, String raw, org.dhatim.fastexcel.reader.Cell cell, boolean since1904, Place place) {
        // beyond what a spreadsheet can hold: left as written, so that the cell is named with what it says
        if (Math.abs((long) number.precision() - number.scale()) > 400 || Math.abs((long) number.scale()) > 400) {
            return new Cell(Cell.Form.NUMBER, raw, place);
        }
        BigDecimal typed = number.precision() > EXCEL_DIGITS.getPrecision() ? number.round(EXCEL_DIGITS) : number;
        String text = typed.signum() == 0 ? "0" : typed.stripTrailingZeros().toPlainString();
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        if (isPercent(id == null ? 0 : id, format)) {
            return new Cell(Cell.Form.PERCENT, text, place);
        }
        if (isDate(id == null ? 0 : id, format) && isDay(typed, since1904)) {
            LocalDate day = (since1904 ? EPOCH_1904 : EPOCH_1900).plusDays(typed.longValue());
            return new Cell(Cell.Form.DATE, day.toString(), place);
        }
        return new Cell(Cell.Form.NUMBER, text, place);
    }

    private static boolean isDay(BigDecimal serial, boolean since1904) {
        return serial.compareTo(BigDecimal.valueOf(since1904 ? 0 : FIRST_SOUND_SERIAL)) >= 0
                && serial.compareTo(BigDecimal.valueOf(LAST_SERIAL)) <= 0;
    }

    /** Formats 9 and 10 are 0% and 0.00%; others carry the sign outside quotes. */
    static boolean isPercent(int id, String format) {
        return id == 9 || id == 10 || NOT_FORMAT.matcher(format).replaceAll("").contains("%");
    }

    /** Built-in date formats, with those of Chinese Excel (27–36, 50–58), or a format with letters of dates. */
    static boolean isDate(int id, String format) {
        boolean builtIn =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        String bare = NOT_FORMAT.matcher(format).replaceAll("");
        boolean general = bare.equalsIgnoreCase("General") || bare.contains("0") || bare.contains("#");
        return builtIn || (!general && DATE_LETTERS.matcher(bare).find());
    }
}
