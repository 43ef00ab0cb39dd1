package org.jizhun.kernel.formula;

import org.jizhun.kernel.fact.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads one formula over many inputs, such as 20,000 departments, without trace and with one reused frame. For one thread;
 * each thread takes its own from {@link Formula#batch()}.
 */
public final class Batch {

    private final Node root;
    private final Frame frame;
    private final boolean needsItem;

    Batch(Node root, Frame frame, boolean needsItem) {
        this.root = root;
        this.frame = frame;
        this.needsItem = needsItem;
    }

    /** The value, as {@link Formula#value(Inputs)} gives it. */
    public @Nullable Object value(Inputs in) {
        Formula.requireItem(needsItem, null);
        return root.value(frame.start(in, null));
    }

    /** The value for one row, as {@link Formula#value(Inputs, Row)} gives it. */
    public @Nullable Object value(Inputs in, Row item) {
        Formula.requireItem(needsItem, item);
        return root.value(frame.start(in, item));
    }
}
