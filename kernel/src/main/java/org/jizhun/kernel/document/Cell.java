package org.jizhun.kernel.document;

/**
 * A cell of a table, which may cover several rows and columns.
 *
 * @param row 0-based upper row
 * @param column 0-based left column
 */
public record Cell(int row, int column, int rowSpan, int columnSpan, Text text) {

    public Cell {
        if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
            throw new IllegalArgumentException(
                    "no such cell: " + row + "," + column + " spanning " + rowSpan + " x " + columnSpan);
        }
    }

    boolean covers(int otherRow, int otherColumn) {
        return otherRow >= row
                && otherRow < row + rowSpan
                && otherColumn >= column
                && otherColumn < column + columnSpan;
    }
}
