package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;

/** A table put together from its parts on following pages; heading rows that a page repeats are dropped. */
final class JoinedTable {

    private static final int DEEPEST_HEADING = 6;

    private final List<DraftTable.Draft> cells = new ArrayList<>();
    private int rows;

    void add(PrintedTable part) {
        int repeated = rows == 0 ? 0 : repeated(part);
        for (DraftTable.Draft cell : part.cells()) {
            if (cell.row() >= repeated) {
                int row = cell.row() - repeated + rows;
                cells.add(new DraftTable.Draft(row, cell.column(), cell.rowSpan(), cell.columnSpan(), cell.print()));
            }
        }
        rows += part.rows() - repeated;
    }

    /** How many of its first rows are those this table begins with. */
    int repeated(PrintedTable part) {
        int count = 0;
        while (count < Math.min(DEEPEST_HEADING, part.rows())
                && !row(part.cells(), count).isBlank()
                && row(part.cells(), count).equals(row(cells, count))) {
            count++;
        }
        return count;
    }

    private static String row(List<DraftTable.Draft> cells, int row) {
        StringBuilder text = new StringBuilder();
        for (DraftTable.Draft cell : cells) {
            if (cell.row() == row) {
                text.append(cell.column()).append(Characters.plain(cell.text()));
            }
        }
        return text.toString().replaceAll("^\\d+$", "");
    }

    DraftTable draft() {
        DraftTable draft = new DraftTable();
        cells.forEach(draft::add);
        return draft;
    }
}
