package org.jizhun.server.register;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One budget year of one department.
 *
 * @param scheme the id of the scheme it is scored by
 * @param state open, or closed: nothing of it is changed any more
 */
public record DepartmentYear(long id, long department, int year, String scheme, String state, int version) {

    public boolean isOpen() {
        return state.equals("open");
    }

    Map<String, @Nullable Object> fields() {
        return Map.of("year", year, "scheme", scheme, "state", state);
    }
}
