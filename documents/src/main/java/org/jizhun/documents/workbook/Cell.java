package org.jizhun.documents.workbook;

import org.jizhun.kernel.problem.Place;

/**
 * One cell as the file holds it, before anybody asks what it should be.
 *
 * @param text for {@code NUMBER} the exact decimal, for {@code PERCENT} the ratio behind the shown percentage, for
 *     {@code DATE} the ISO date, for {@code BOOLEAN} true or false, otherwise the text without outer blanks
 */
record Cell(Form form, String text, Place place) {

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

    boolean isBlank() {
        return text.isEmpty();
    }

    /** Line ends as \n, no blanks (also full-width ones) at either end, so that every way of writing gives the same. */
    private static String stripped(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
