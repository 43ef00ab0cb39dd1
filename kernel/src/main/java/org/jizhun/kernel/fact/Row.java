package org.jizhun.kernel.fact;

import java.util.Arrays;
import org.jizhun.kernel.problem.Place;
import org.jspecify.annotations.Nullable;

/** One row of a register: its values in the order of the kind's fields, and where it was read. Immutable. */
public final class Row {

    private final Kind.RecordOf kind;
    private final @Nullable Object[] values;
    private final Place place;

    /** @throws IllegalArgumentException if there are not as many values as fields */
    public Row(Kind.RecordOf kind, @Nullable Object[] values, Place place) {
        if (values.length != kind.fields().size()) {
            throw new IllegalArgumentException(
                    kind.name() + " has " + kind.fields().size() + " fields, given " + values.length);
        }
        this.kind = kind;
        this.values = values.clone();
        this.place = place;
    }

    public Kind.RecordOf kind() {
        return kind;
    }

    public Place place() {
        return place;
    }

    /** The value at a field's position; null where it was not given. */
    public @Nullable Object get(int index) {
        return values[index];
    }

    /** The value by English name or Chinese label; null where it was not given. */
    public @Nullable Object get(String nameOrLabel) {
        int index = kind.indexOf(nameOrLabel);
        if (index < 0) {
            throw new IllegalArgumentException(kind.name() + " has no field " + nameOrLabel);
        }
        return values[index];
    }

    /** The value by name as text; empty where it was not given. */
    public String text(String nameOrLabel) {
        Object value = get(nameOrLabel);
        return value == null ? "" : value.toString();
    }

    /** The same row with one value changed. */
    public Row with(int index, @Nullable Object value) {
        @Nullable Object[] changed = values.clone();
        changed[index] = value;
        return new Row(kind, changed, place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that && kind.name().equals(that.kind.name()) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return kind.name() + Arrays.toString(values);
    }
}
