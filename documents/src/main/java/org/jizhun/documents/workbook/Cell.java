package org.jizhun.documents.workbook;

import java.util.regex.Pattern;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.quantity.Exact;

/**
 * One cell as the file holds it, before anybody asks what it should be.
 *
 * @param text for {@code NUMBER} the exact decimal, for {@code PERCENT} the ratio behind the shown percentage, for
 *     {@code DATE} the ISO date, for {@code BOOLEAN} true or false, otherwise the text without outer blanks
 */
record Cell(Form form, String text, Place place) {

    private static final Pattern BARE = Pattern.compile("[+-]?[0-9.,]+");

    /** What the file says about the cell. CSV and YAML only know text. */
    enum Form {
        TEXT,
        NUMBER,
        PERCENT,
        DATE,
        BOOLEAN,
        ERROR
    }

    static Cell text(String text, Place place) {
        return new Cell(Form.TEXT, stripped(text), place);
    }

    /** What a person would have typed: a percentage with its sign, 是 or 否. */
    String typed() {
        return switch (form) {
            case PERCENT -> Exact.parse(text).times(Exact.HUNDRED) + "%";
            case BOOLEAN -> Boolean.parseBoolean(text) ? "是" : "否";
            case NUMBER, TEXT, DATE, ERROR -> text;
        };
    }

    /** What a person would have typed into a column: a percentage with its sign, 是 or 否, a unit where it is not the column's. */
    String typed(Register.Column column, String unit) {
        boolean bare = (form == Form.NUMBER || form == Form.TEXT)
                && column.kind() == Kind.AMOUNT
                && !CellValue.isSameUnit(unit, column.unit())
                && BARE.matcher(text).matches();
        return bare ? text + unit : typed();
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    /** Line ends as \n, no blanks (also full-width ones) at either end, so that every way of writing gives the same. */
    private static String stripped(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
