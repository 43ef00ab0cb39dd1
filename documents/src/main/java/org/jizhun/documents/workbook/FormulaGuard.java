package org.jizhun.documents.workbook;

import java.util.regex.Pattern;

/**
 * Text that somebody typed, in a CSV file that a spreadsheet program may open: one that begins as a formula does would be carried
 * out there ({@code =HYPERLINK(…)}, {@code @SUM(…)}). It gets an apostrophe in front, which such programs take for the sign of a
 * text; when the file is read again, that one apostrophe is taken off. Figures such as {@code -12.60} are no formulas and stay.
 */
final class FormulaGuard {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@＝＋－＠\t\r\n].*", Pattern.DOTALL);
    private static final Pattern FIGURE = Pattern.compile("[+-]?[\\d,.]+%?");

    private FormulaGuard() {}

    /** As it may stand in a CSV file. */
    static String guarded(String text) {
        return FORMULA.matcher(text).matches() && !FIGURE.matcher(text).matches() ? "'" + text : text;
    }

    /** What was typed: the way back from {@link #guarded}. */
    static String typed(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
