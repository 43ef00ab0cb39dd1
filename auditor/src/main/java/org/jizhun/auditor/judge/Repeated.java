package org.jizhun.auditor.judge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.kernel.quantity.Exact;

/**
 * How often a document prints a value. A long figure printed twice was seldom wrong twice, so that it is the last to be
 * mended, and a correction to a value that stands elsewhere is the likeliest.
 */
public final class Repeated {

    public static final Repeated NOTHING = new Repeated(Map.of());

    private static final int LONG = 4;

    private record Value(Figure.Kind kind, Exact value) {}

    private final Map<Value, Integer> times;

    private Repeated(Map<Value, Integer> times) {
        this.times = times;
    }

    public static Repeated of(Collection<Figure> figures) {
        Map<Value, Integer> times = new HashMap<>();
        for (Figure figure : figures) {
            if (isLong(figure.value().dividedBy(figure.unitSize()).toString())) {
                times.merge(new Value(figure.kind(), figure.value()), 1, Integer::sum);
            }
        }
        return new Repeated(times);
    }

    /** Whether the printed value stands in another place as well. */
    boolean elsewhere(Figure figure) {
        return times.getOrDefault(new Value(figure.kind(), figure.value()), 0) > 1;
    }

    /** Whether another figure of the document has the value this one would be mended to. */
    boolean known(Figure figure, Exact value) {
        return times.containsKey(new Value(figure.kind(), value));
    }

    private static boolean isLong(String digits) {
        return digits.replaceAll("\\D|^0+", "").length() >= LONG;
    }
}
