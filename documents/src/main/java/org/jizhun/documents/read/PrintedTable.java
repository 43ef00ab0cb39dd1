package org.jizhun.documents.read;

import java.util.List;

/**
 * A table on one page.
 *
 * @param edges of its columns, one more than it has columns
 * @param drawn whether lines are drawn at the edges; else they lie between what stands in the columns
 */
record PrintedTable(
        int page, List<Integer> edges, boolean drawn, int top, int bottom, int rows, List<DraftTable.Draft> cells)
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
        if (!drawn || !before.drawn) {
            return isBetween(before);
        }
        int shift = edges.get(0) - before.edges.get(0);
        for (int i = 0; i < edges.size(); i++) {
            if (Math.abs(edges.get(i) - before.edges.get(i) - shift) > NEAR) {
                return false;
            }
        }
        return true;
    }

    /** Whether each edge between two columns lies nearer to that of the other table than to the middle of its columns. */
    private boolean isBetween(PrintedTable before) {
        for (int i = 1; i < edges.size() - 1; i++) {
            int left = (before.edges.get(i - 1) + before.edges.get(i)) / 2;
            int right = (before.edges.get(i) + before.edges.get(i + 1)) / 2;
            if (edges.get(i) <= left || edges.get(i) >= right) {
                return false;
            }
        }
        return true;
    }
}
