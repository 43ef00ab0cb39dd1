package org.jizhun.kernel.formula;

import org.jizhun.kernel.problem.Place;

/** Turns an offset in a formula into line and column of the file it stands in. */
final class Positions {

    private final String text;
    private final Place start;

    Positions(String text, Place start) {
        this.text = text;
        this.start = start;
    }

    /** In a workbook the cell itself is the place; in a text, the exact line and column. */
    Place at(int offset) {
        if (start.sheet() != null) {
            return start;
        }
        int line = 0;
        int lineStart = 0;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        int column = text.codePointCount(lineStart, Math.max(lineStart, Math.min(offset, text.length())));
        int first = Math.max(1, start.line());
        return line == 0
                ? Place.text(start.file(), first, Math.max(1, start.column()) + column)
                : Place.text(start.file(), first + line, column + 1);
    }
}
