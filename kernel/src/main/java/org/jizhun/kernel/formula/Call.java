package org.jizhun.kernel.formula;

import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A function call. An argument null gives null, and an argument of which nothing is known gives unknown, before the body
 * is asked; so does an interval where the body works on exact figures only.
 */
final class Call extends Node {

    /** What the function does with arguments none of which is null. */
    interface Body {
        @Nullable Object apply(Object[] arguments, Frame frame);
    }

    private final Node[] arguments;
    private final boolean takesIntervals;
    private final Body body;

    Call(Kind kind, String text, Node[] arguments, boolean takesIntervals, Body body) {
        super(kind, text);
        this.arguments = arguments;
        this.takesIntervals = takesIntervals;
        this.body = body;
    }

    @Override
    @Nullable Object compute(Frame frame) {
        Object[] values = new Object[arguments.length];
        boolean missing = false;
        boolean unknown = false;
        for (int i = 0; i < values.length; i++) {
            Object value = arguments[i].value(frame);
            if (value == null) {
                missing = true;
            } else {
                values[i] = value;
                unknown |= value == Unknown.UNKNOWN || (!takesIntervals && value instanceof Interval);
            }
        }
        return missing ? null : unknown ? Unknown.UNKNOWN : body.apply(values, frame);
    }
}
