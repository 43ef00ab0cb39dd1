package org.jizhun.kernel.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table: a grid of cells, of which merged ones cover several places. A table continued over pages is one table.
 *
 * @param caption the title above or inside the table, and its unit, such as {@code 单位：万元}; may be empty
 * @param looseHeading heading words in reading order, where the layout no longer tells which column they stand over
 * @param headingRows how many of the first rows are headings
 * @param cells in reading order; none may overlap another
 */
public record Table(String caption, String looseHeading, int rows, int columns, int headingRows, List<Cell> cells)
        implements Block {

    public Table {
        cells = List.copyOf(cells);
        if (headingRows < 0 || headingRows > rows) {
            throw new IllegalArgumentException(headingRows + " heading rows of " + rows);
        }
        for (Cell cell : cells) {
            if (cell.row() + cell.rowSpan() > rows || cell.column() + cell.columnSpan() > columns) {
                throw new IllegalArgumentException("cell outside " + rows + " x " + columns + ": " + cell);
            }
        }
    }

    /** The cell that covers a 0-based place; empty where the row has none there. */
    public Optional<Cell> cell(int row, int column) {
        return cells.stream().filter(cell -> cell.covers(row, column)).findFirst();
    }

    /** Every place with the cell that covers it, rows first; null where the row has none there. */
    public @Nullable Cell[][] grid() {
        @Nullable Cell[][] grid = new Cell[rows][columns];
        for (Cell cell : cells) {
            for (int row = cell.row(); row < cell.row() + cell.rowSpan(); row++) {
                Arrays.fill(grid[row], cell.column(), cell.column() + cell.columnSpan(), cell);
            }
        }
        return grid;
    }
}
