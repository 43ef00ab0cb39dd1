package org.jizhun.documents.workbook;

import java.util.List;
import org.jizhun.kernel.problem.Place;

/**
 * One sheet or CSV file: its name, and its rows of cells. Blank cells have empty text; rows may differ in length.
 *
 * @param place the file or sheet as a whole
 */
record Grid(String title, Place place, List<Line> lines) {

    Grid {
        lines = List.copyOf(lines);
    }

    /** One row and its 1-based number in the file. */
    record Line(int number, List<Cell> cells) {

        Line {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(Cell::isBlank);
        }

        /** The text of the first cell; empty where there is none. */
        String first() {
            return cells.isEmpty() ? "" : cells.get(0).text();
        }
    }
}
