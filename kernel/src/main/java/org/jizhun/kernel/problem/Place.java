package org.jizhun.kernel.problem;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands: a file, perhaps a sheet in it, a line (or sheet row) and a column, both 1-based and 0 where
 * they are unknown. A place in a workbook has a sheet, and prints as {@code case.xlsx 合同!F12}; a place in a text prints
 * as {@code contracts.csv:12:6}.
 */
public record Place(String file, @Nullable String sheet, int line, int column) {

    public static final Place NONE = new Place("", null, 0, 0);

    public static Place of(String file) {
        return new Place(file, null, 0, 0);
    }

    public static Place text(String file, int line, int column) {
        return new Place(file, null, line, column);
    }

    public static Place cell(String file, String sheet, int row, int column) {
        return new Place(file, sheet, row, column);
    }

    /** The same row or line, at another column. */
    public Place atColumn(int other) {
        return new Place(file, sheet, line, other);
    }

    @Override
    public String toString() {
        if (sheet != null) {
            String cell = line == 0 ? "" : "!" + (column == 0 ? "" : letters(column)) + line;
            return (file.isEmpty() ? "" : file + " ") + sheet + cell;
        }
        String position = line == 0 ? "" : ":" + line + (column == 0 ? "" : ":" + column);
        return file + position;
    }

    /** Column 1 is A, 27 is AA. */
    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
