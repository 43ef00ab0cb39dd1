package org.jizhun.server.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows to be added that need nothing read on the way, and what goes on the trail. Whether it may be done was checked before; what may
 * have become otherwise since then stands in the statement's conditions, and the number of rows tells.
 *
 * @param rows each with a value for every column of the insertion; none is added if one is not
 */
public record Posting(Insertion insertion, List<List<@Nullable Object>> rows, Change change) {

    public Posting {
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
    }
}
