package org.jizhun.kernel.formula;

import java.util.Map;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Interval;
import org.jizhun.kernel.quantity.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * The named roundings. The number of decimals counts in the unit in which the kind is written: of a percent, the decimals
 * of {@code 99.83 %}, so that {@code round half up(rate, 2)} is what a report prints.
 */
final class Roundings {

    static final Map<String, Rounding.Mode> MODES = Map.of(
            "round half up", Rounding.Mode.HALF_UP,
            "round half down", Rounding.Mode.HALF_DOWN,
            "round half even", Rounding.Mode.HALF_EVEN,
            "decimal", Rounding.Mode.HALF_EVEN,
            "round up", Rounding.Mode.UP,
            "round down", Rounding.Mode.TRUNCATE,
            "floor", Rounding.Mode.FLOOR,
            "ceiling", Rounding.Mode.CEILING);

    static final int MAX_SCALE = 16;

    private Roundings() {}

    static @Nullable Object round(Object figure, Exact decimals, Rounding.Mode mode, Kind kind, Frame frame) {
        boolean sound = decimals.isWhole() && decimals.signum() >= 0 && decimals.compareTo(Exact.of(MAX_SCALE)) <= 0;
        if (!sound) {
            frame.problem("formula-decimals", "found", decimals, "limit", MAX_SCALE);
            return null;
        }
        int scale = Temporals.whole(decimals) + (kind == Kind.PERCENT ? 2 : 0);
        Rounding rounding = new Rounding(scale, mode);
        return figure instanceof Interval interval
                ? Arithmetic.simplified(interval.round(rounding))
                : ((Exact) figure).round(rounding);
    }
}
