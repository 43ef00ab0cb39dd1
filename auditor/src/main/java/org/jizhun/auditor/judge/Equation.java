package org.jizhun.auditor.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Range;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * {@code result = top ÷ bottom}, where top and bottom are weighted sums of printed figures and constants. Sums,
 * differences, means, shares, rates of change and equality are all of this form.
 */
public final class Equation {

    /** A weighted sum of figures plus a constant. */
    public record Side(Map<Figure, Exact> weights, Exact constant) {

        public static final Side ONE = new Side(Map.of(), Exact.ONE);

        public Side {
            weights = weights.size() < 2
                    ? Map.copyOf(weights)
                    : Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        }

        public static Side of(Iterable<Figure> figures) {
            Map<Figure, Exact> weights = new LinkedHashMap<>();
            figures.forEach(figure -> weights.merge(figure, Exact.ONE, Exact::plus));
            return new Side(weights, Exact.ZERO);
        }

        public static Side of(Figure figure) {
            return new Side(Map.of(figure, Exact.ONE), Exact.ZERO);
        }

        public static Side constant(Exact value) {
            return new Side(Map.of(), value);
        }

        public Side minus(Figure figure) {
            Map<Figure, Exact> changed = new LinkedHashMap<>(weights);
            changed.merge(figure, Exact.of(-1), Exact::plus);
            return new Side(changed, constant);
        }

        public Side plus(Figure figure) {
            Map<Figure, Exact> changed = new LinkedHashMap<>(weights);
            changed.merge(figure, Exact.ONE, Exact::plus);
            return new Side(changed, constant);
        }

        boolean isOne() {
            return weights.isEmpty() && constant.equals(Exact.ONE);
        }

        Range range(Function<Figure, Range> reading) {
            Range sum = constant.isZero() ? null : Range.of(constant);
            for (Map.Entry<Figure, Exact> term : weights.entrySet()) {
                Range weighted = reading.apply(term.getKey()).times(term.getValue());
                sum = sum == null ? weighted : sum.plus(weighted);
            }
            return sum == null ? Range.of(Exact.ZERO) : sum;
        }

        Exact value(Function<Figure, Exact> reading) {
            Exact sum = constant;
            for (Map.Entry<Figure, Exact> term : weights.entrySet()) {
                Exact value = reading.apply(term.getKey());
                Exact weighted = term.getValue().equals(Exact.ONE) ? value : value.times(term.getValue());
                sum = sum.isZero() ? weighted : sum.plus(weighted);
            }
            return sum;
        }

        Exact weight(Figure figure) {
            return weights.getOrDefault(figure, Exact.ZERO);
        }
    }

    private final Figure result;
    private final Side top;
    private final Side bottom;
    private final boolean literal;
    private @Nullable Verdict verdict;
    private @Nullable Set<Figure> figures;

    public Equation(Figure result, Side top, Side bottom) {
        this(result, top, bottom, false);
    }

    private Equation(Figure result, Side top, Side bottom, boolean literal) {
        this.result = result;
        this.top = top;
        this.bottom = bottom;
        this.literal = literal;
    }

    /** The same, where the result is known to have been worked out from the inputs as they are printed. */
    public Equation fromPrinted() {
        return new Equation(result, top, bottom, true);
    }

    public Figure result() {
        return result;
    }

    public Side top() {
        return top;
    }

    public Side bottom() {
        return bottom;
    }

    /** The result over another divisor; empty if that is zero. */
    public Optional<Exact> over(Side other) {
        Exact divisor = other.value(Figure::value);
        return divisor.isZero()
                ? Optional.empty()
                : Optional.of(top.value(Figure::value).dividedBy(divisor));
    }

    /** The figure that the result must equal, where the equation says no more than that. */
    public Optional<Figure> same() {
        boolean one =
                isSum() && bottom.constant().equals(Exact.ONE) && top.constant().isZero();
        return one && List.copyOf(top.weights().values()).equals(List.of(Exact.ONE))
                ? Optional.of(top.weights().keySet().iterator().next())
                : Optional.empty();
    }

    /** Every figure that takes part, the result first. */
    public Set<Figure> figures() {
        Set<Figure> known = figures;
        if (known == null) {
            known = FewFigures.of(
                    result, top.weights().keySet(), bottom.weights().keySet());
            figures = known;
        }
        return known;
    }

    public Set<Figure> inputs() {
        Set<Figure> inputs = new LinkedHashSet<>(figures());
        inputs.remove(result);
        return inputs;
    }

    /** Whether nothing is divided by a printed figure, so that sums tell their figures to the last digit. */
    public boolean isSum() {
        return bottom.weights().isEmpty();
    }

    public Verdict judge() {
        Verdict known = verdict;
        if (known == null) {
            known = judge(Map.of());
            verdict = known;
        }
        return known;
    }

    /** The verdict if some figures had other values, each printed with the decimals it has now. */
    public Verdict judge(Map<Figure, Exact> corrected) {
        Function<Figure, Range> rounded = figure -> reading(figure, corrected, true);
        Function<Figure, Range> cut = figure -> reading(figure, corrected, false);
        Range expected = top.range(rounded);
        if (!bottom.isOne()) { // one thing equal to others is what is judged most often
            Range divisor = bottom.range(rounded);
            if (divisor.holds(Exact.ZERO)) {
                return Verdict.NOT_CHECKABLE;
            }
            expected = expected.dividedBy(divisor);
        }
        boolean quotient = !isSum() && !corrected.containsKey(result);
        Range printed = quotient ? result.roundedQuotient() : rounded.apply(result);
        if (printed.meets(expected)) {
            return Verdict.AGREES;
        }
        boolean sum = bottom.weights().isEmpty();
        boolean agrees = sum
                ? isCutTo(cut.apply(result), expected)
                        || isCutTo(cut.apply(result), top.range(cut).dividedBy(bottom.range(cut)))
                : isCutOff(corrected);
        return agrees ? Verdict.AGREES_IF_TRUNCATED : Verdict.DIFFERS;
    }

    /** Whether cutting off can have led into a range: the far end of what is printed is cut to another figure already. */
    private static boolean isCutTo(Range printed, Range expected) {
        boolean below = printed.low().signum() < 0;
        boolean touches =
                below ? expected.high().equals(printed.low()) : expected.low().equals(printed.high());
        return printed.meets(expected) && !(touches && !printed.low().equals(printed.high()));
    }

    /** Whether the printed figures give a result that, its last digits cut off, is the printed one. */
    private boolean isCutOff(Map<Figure, Exact> corrected) {
        Function<Figure, Exact> known = figure -> corrected.getOrDefault(figure, figure.value());
        Exact divisor = bottom.value(known);
        if (divisor.isZero()) {
            return false;
        }
        Exact exact = top.value(known).dividedBy(divisor);
        Range cut = reading(result, corrected, false);
        Exact open = exact.signum() < 0 ? cut.low() : cut.high();
        return cut.holds(exact) && !exact.equals(open);
    }

    /** The result that the printed inputs give; empty if the divisor is zero. */
    public Optional<Exact> expected() {
        return over(bottom);
    }

    /** The value of one figure that makes the equation true with all others as printed, or as already corrected. */
    public Optional<Exact> solve(Figure figure, Map<Figure, Exact> corrected) {
        Function<Figure, Exact> known = other -> corrected.getOrDefault(other, other.value());
        if (figure.equals(result)) {
            Exact divisor = bottom.value(known);
            return divisor.isZero()
                    ? Optional.empty()
                    : Optional.of(top.value(known).dividedBy(divisor));
        }
        Exact printed = known.apply(result);
        Exact weight = printed.times(bottom.weight(figure)).minus(top.weight(figure));
        if (weight.isZero()) {
            return Optional.empty();
        }
        Function<Figure, Exact> others = other -> other.equals(figure) ? Exact.ZERO : known.apply(other);
        Exact rest = printed.times(bottom.value(others)).minus(top.value(others));
        return Optional.of(rest.negate().dividedBy(weight));
    }

    private Range reading(Figure figure, Map<Figure, Exact> corrected, boolean rounded) {
        Exact value = corrected.isEmpty() ? null : corrected.get(figure);
        if (literal && !figure.equals(result)) {
            return Range.of(value == null ? figure.value() : value);
        }
        if (value == null) {
            boolean whole = figure.scale() == 0 && !figure.equals(result);
            return rounded || whole ? figure.rounded() : figure.truncated();
        }
        Exact reach = figure.rounded().high().minus(figure.value());
        return Range.around(value, reach);
    }
}
