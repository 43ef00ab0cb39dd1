package org.jizhun.documents.read;

import java.util.List;

/**
 * A table on one page.
 *
 * @param edges of its columns, one more than it has columns
 */
record PrintedTable(int page, List<Integer> edges, int top, int bottom, int rows, List<DraftTable.Draft> cells)
        implements Part {

    private static final int NEAR = 600;

    int columns() {
        return edges.size() - 1;
    }

    /** Whether it has the columns of another, so that it may go on with it. */
    boolean goesOn(PrintedTable before) {
        if (edges.size() != before.edges.size()) {
            return false;
        }
        int shift = edges.get(0) - before.edges.get(0);
        for (int i = 0; i < edges.size(); i++) {
            if (Math.abs(edges.get(i) - before.edges.get(i) - shift) > NEAR) {
                return false;
            }
        }
        return true;
    }
}
