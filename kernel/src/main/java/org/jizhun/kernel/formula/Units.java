package org.jizhun.kernel.formula;

import java.time.Period;
import java.util.Map;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/** The unit words that may follow a number in a formula, such as {@code 400 万元}. */
final class Units {

    private record Unit(Kind kind, Exact factor) {}

    private static final Exact HUNDREDTH = Exact.ofDecimal(1, 2);
    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("%", new Unit(Kind.PERCENT, HUNDREDTH)),
            Map.entry("个百分点", new Unit(Kind.PERCENT, HUNDREDTH)),
            Map.entry("百分点", new Unit(Kind.PERCENT, HUNDREDTH)),
            Map.entry("元", new Unit(Kind.AMOUNT, Exact.ONE)),
            Map.entry("万元", new Unit(Kind.AMOUNT, Exact.of(10_000))),
            Map.entry("亿元", new Unit(Kind.AMOUNT, Exact.of(100_000_000))),
            Map.entry("yuan", new Unit(Kind.AMOUNT, Exact.ONE)),
            Map.entry("分", new Unit(Kind.POINTS, Exact.ONE)),
            Map.entry("points", new Unit(Kind.POINTS, Exact.ONE)),
            Map.entry("个", new Unit(Kind.COUNT, Exact.ONE)),
            Map.entry("项", new Unit(Kind.COUNT, Exact.ONE)),
            Map.entry("件", new Unit(Kind.COUNT, Exact.ONE)),
            Map.entry("次", new Unit(Kind.COUNT, Exact.ONE)),
            Map.entry("人", new Unit(Kind.COUNT, Exact.ONE)),
            Map.entry("家", new Unit(Kind.COUNT, Exact.ONE)),
            Map.entry("份", new Unit(Kind.COUNT, Exact.ONE)),
            Map.entry("items", new Unit(Kind.COUNT, Exact.ONE)),
            Map.entry("天", new Unit(Kind.DURATION, Exact.ONE)),
            Map.entry("days", new Unit(Kind.DURATION, Exact.ONE)));

    private Units() {}

    static boolean known(String word) {
        return UNITS.containsKey(word);
    }

    /** A number with its unit word; null where a duration is no whole number of days or too long. */
    static Syntax.@Nullable Constant literal(Span span, Exact number, String word) {
        Unit unit = java.util.Objects.requireNonNull(UNITS.get(word));
        if (unit.kind() != Kind.DURATION) {
            return new Syntax.Constant(span, number.times(unit.factor()), unit.kind());
        }
        boolean sound = number.isWhole() && number.abs().compareTo(Exact.of(1_000_000)) <= 0;
        return sound
                ? new Syntax.Constant(span, Period.ofDays(Integer.parseInt(number.toString())), Kind.DURATION)
                : null;
    }
}
