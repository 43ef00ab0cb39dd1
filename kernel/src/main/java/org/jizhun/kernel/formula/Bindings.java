package org.jizhun.kernel.formula;

import java.util.Set;
import org.jizhun.kernel.fact.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The names bound inside a loop or filter, innermost first.
 *
 * @param slot where the frame keeps the element in hand
 * @param open whether the fields of a record are names by themselves, as in a filter
 */
record Bindings(@Nullable Bindings outer, String variable, Kind element, int slot, boolean open) {

    static @Nullable Node find(@Nullable Bindings innermost, String name) {
        for (Bindings at = innermost; at != null; at = at.outer()) {
            Node found = at.find(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static void collect(@Nullable Bindings innermost, Set<String> names) {
        for (Bindings at = innermost; at != null; at = at.outer()) {
            names.add(at.variable());
            if (at.open() && at.element() instanceof Kind.RecordOf record) {
                record.fields().forEach(field -> names.add(field.name()));
            }
        }
    }

    /** A field comes before the word {@code item}, which only matters for a record with a field of that name. */
    private @Nullable Node find(String name) {
        if (open && element instanceof Kind.RecordOf record) {
            int index = record.indexOf(name);
            if (index >= 0) {
                return new Leaves.Field(record.fields().get(index).kind(), name, slot, index);
            }
        }
        return name.equals(variable) ? new Leaves.Element(element, name, slot) : null;
    }
}
