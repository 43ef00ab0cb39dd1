package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.fact.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One checked step of a formula. The same {@link #compute} serves every reading: which one it is depends on the values that
 * flow through (exact figures or intervals) and on whether the frame notes steps down.
 */
abstract class Node {

    private final Kind kind;
    private final String text;

    Node(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    final Kind kind() {
        return kind;
    }

    final String text() {
        return text;
    }

    /** The value; null where FEEL says null. Children are asked through {@link #value}, so that they note their steps. */
    abstract @Nullable Object compute(Frame frame);

    /** Whether the explanation shows this step; a literal explains nothing. */
    boolean shown() {
        return true;
    }

    /** What a reader should know of this step's value. */
    String note(Frame frame, @Nullable Object value) {
        return "";
    }

    final @Nullable Object value(Frame frame) {
        return frame.steps() == null ? compute(frame) : noted(frame, frame.steps());
    }

    private @Nullable Object noted(Frame frame, List<Trace> outer) {
        if (!shown()) {
            return compute(frame);
        }
        List<Trace> inner = new ArrayList<>(2);
        frame.steps(inner);
        Object value = compute(frame);
        frame.steps(outer);
        outer.add(Trace.of(text, value, Kinds.plain(kind), note(frame, value), inner));
        return value;
    }
}
