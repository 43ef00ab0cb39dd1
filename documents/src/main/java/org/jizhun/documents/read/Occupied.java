package org.jizhun.documents.read;

import java.util.HashMap;
import java.util.Map;

/** Which columns of a row are taken by cells that reach down from rows above. */
final class Occupied {

    /** Column to the row before which it is taken. */
    private final Map<Integer, Integer> until = new HashMap<>();

    /** The first column from {@code column} on that is free in a row. */
    int free(int row, int column) {
        int at = column;
        while (until.getOrDefault(at, 0) > row) {
            at++;
        }
        return at;
    }

    void take(int row, int column, int down, int across) {
        for (int at = column; at < column + across; at++) {
            until.merge(at, row + down, Math::max);
        }
    }
}
