package org.jizhun.kernel.scheme;

import java.util.List;
import org.jizhun.kernel.fact.Row;
import org.jspecify.annotations.Nullable;

/** The rows that a formula checked at load as a list of records came to. */
final class Rows {

    private Rows() {}

    /** Null stays null: the list could not be determined. */
    @SuppressWarnings("unchecked") // RuleSource.list lets only lists of records through
    static @Nullable List<Row> of(@Nullable Object value) {
        return (List<Row>) value;
    }
}
