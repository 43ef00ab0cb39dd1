package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.jspecify.annotations.Nullable;

/** What is made of a whole list. As in FEEL an element null makes sum, mean, min and max null: missing is not zero. */
final class Aggregates {

    private Aggregates() {}

    /** A function of one list. */
    static final class Of extends Node {
        private final Node list;
        private final BiFunction<List<?>, Frame, @Nullable Object> body;

        Of(Kind kind, String text, Node list, BiFunction<List<?>, Frame, @Nullable Object> body) {
            super(kind, text);
            this.list = list;
            this.body = body;
        }

        @Override
        @Nullable Object compute(Frame frame) {
            Object value = list.value(frame);
            return value instanceof List<?> elements ? body.apply(elements, frame) : value;
        }
    }

    static @Nullable Object sum(List<?> list, Frame frame) {
        Object total = null;
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            if (element == null) {
                return null;
            }
            total = i == 0 ? element : Arithmetic.apply(Operator.PLUS, total, element, frame);
        }
        return total;
    }

    static @Nullable Object mean(List<?> list, Frame frame) {
        return list.isEmpty() ? null : Arithmetic.apply(Operator.OVER, sum(list, frame), Exact.of(list.size()), frame);
    }

    /** The least ({@code sign} 1) or the greatest ({@code sign} -1). */
    static @Nullable Object extreme(List<?> list, int sign) {
        Object best = null;
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            if (element == null) {
                return null;
            }
            best = best == null ? element : better(best, element, sign);
            if (best == null) {
                return null;
            }
        }
        return best;
    }

    private static @Nullable Object better(Object best, Object element, int sign) {
        if (best instanceof Exact one && element instanceof Exact other) {
            return other.compareTo(one) * sign < 0 ? other : one;
        }
        if (best == Unknown.UNKNOWN || element == Unknown.UNKNOWN) {
            return Unknown.UNKNOWN;
        }
        if (best instanceof Interval || element instanceof Interval) {
            Interval one = Arithmetic.interval(best);
            Interval other = Arithmetic.interval(element);
            return Arithmetic.simplified(sign > 0 ? one.min(other) : one.max(other));
        }
        Integer order = Logic.order(element, best);
        return order == null ? null : order * sign < 0 ? element : best;
    }

    static @Nullable Object all(List<?> list) {
        Object truth = true;
        for (Object element : list) {
            truth = Logic.and(truth, element);
        }
        return truth;
    }

    static @Nullable Object any(List<?> list) {
        Object truth = false;
        for (Object element : list) {
            truth = Logic.or(truth, element);
        }
        return truth;
    }

    /** Each value once, at its first place; unknown as soon as two values cannot be told apart. */
    static Object distinct(List<?> list, Frame frame) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object element : list) {
            frame.walk(kept.size());
            boolean seen = false;
            for (int i = 0; i < kept.size() && !seen; i++) {
                Object same = Logic.equal(kept.get(i), element);
                if (same == Unknown.UNKNOWN) {
                    return Unknown.UNKNOWN;
                }
                seen = Boolean.TRUE.equals(same);
            }
            if (!seen) {
                kept.add(element);
            }
        }
        return Collections.unmodifiableList(kept);
    }
}
