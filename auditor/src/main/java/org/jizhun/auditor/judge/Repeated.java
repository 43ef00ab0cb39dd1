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

    /** By the digits as printed, since tables often leave their unit to the caption. */
    private final Map<Exact, Integer> times;

    private Repeated(Map<Exact, Integer> times) {
        this.times = times;
    }

    public static Repeated of(Collection<Figure> figures) {
        Map<Exact, Integer> times = new HashMap<>();
        for (Figure figure : figures) {
            if (figure.digits() > LONG || isLong(figure.printed().toString())) {
                times.merge(figure.printed(), 1, Integer::sum);
            }
        }
        return new Repeated(times);
    }

    /** Whether the printed value stands in another place as well. */
    boolean elsewhere(Figure figure) {
        return times.getOrDefault(figure.printed(), 0) > 1;
    }

    /** Whether another figure of the document is printed as this one would be after mending it to a value. */
    public boolean known(Figure figure, Exact value) {
        return times.containsKey(value.dividedBy(figure.unitSize()));
    }

    /** The same for values with digits enough of their own, zeros at the end not counted. */
    public boolean surelyKnown(Figure figure, Exact value) {
        return known(figure, value) && isLong(value.dividedBy(figure.unitSize()).toString());
    }

    private static boolean isLong(String digits) {
        int count = 0;
        boolean leading = true;
        for (int i = 0; i < digits.length(); i++) {
            char character = digits.charAt(i);
            leading &= character == '0';
            count += !leading && character >= '0' && character <= '9' ? 1 : 0;
        }
        return count >= LONG;
    }
}
