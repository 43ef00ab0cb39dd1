package org.jizhun.auditor.relation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Range;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * A computation as it is printed, read from a place up to its sign of equality: {@code 1637.54万元÷39618人}, {@code
 * （1250+1420）÷25880×100%}. Figures stay figures where they are added and where one divides; the further factors of a product are taken
 * at their printed value.
 */
final class Arithmetic {

    /** Chinese characters of a unit behind a figure, where an operator follows: 52000【平方米】=. */
    private static final int UNIT = 4;

    private static final int NAME = 14;

    /**
     * What was read.
     *
     * @param range the results that the printed figures, each within its rounding, can give
     * @param figures how many were read
     * @param adds whether figures were added or subtracted
     * @param divides whether one was divided by another
     */
    record Value(Side top, Side bottom, Range range, int figures, boolean adds, boolean divides) {

        private Value times(Value other) {
            Exact factor = value(other.top).dividedBy(value(other.bottom));
            return new Value(
                    scaled(top, factor),
                    bottom,
                    product(range, other.range),
                    figures + other.figures,
                    adds || other.adds,
                    divides || other.divides);
        }

        private Value over(Value other) {
            boolean plain = bottom.equals(Side.ONE) && other.bottom.equals(Side.ONE);
            Exact factor = value(other.bottom).dividedBy(value(other.top));
            return new Value(
                    plain ? top : scaled(top, factor),
                    plain ? other.top : bottom,
                    range.dividedBy(other.range),
                    figures + other.figures,
                    adds || other.adds,
                    true);
        }

        private Value plus(Value other, Exact sign) {
            Map<Figure, Exact> weights = new LinkedHashMap<>();
            Exact own = Exact.ONE.dividedBy(value(bottom));
            Exact others = sign.dividedBy(value(other.bottom));
            top.weights().forEach((figure, weight) -> weights.merge(figure, weight.times(own), Exact::plus));
            other.top.weights().forEach((figure, weight) -> weights.merge(figure, weight.times(others), Exact::plus));
            Exact constant = top.constant().times(own).plus(other.top.constant().times(others));
            return new Value(
                    new Side(weights, constant),
                    Side.ONE,
                    range.plus(other.range.times(sign)),
                    figures + other.figures,
                    true,
                    divides || other.divides);
        }

        private static Side scaled(Side side, Exact factor) {
            Map<Figure, Exact> weights = new LinkedHashMap<>();
            side.weights().forEach((figure, weight) -> weights.put(figure, weight.times(factor)));
            return new Side(weights, side.constant().times(factor));
        }

        private static Range product(Range one, Range two) {
            Range low = two.times(one.low());
            Range high = two.times(one.high());
            return new Range(low.low().min(high.low()), low.high().max(high.high()));
        }

        static Exact value(Side side) {
            Exact sum = side.constant();
            for (Map.Entry<Figure, Exact> term : side.weights().entrySet()) {
                sum = sum.plus(term.getKey().value().times(term.getValue()));
            }
            return sum;
        }
    }

    private final String text;
    private final Map<Integer, Figure> figures = new HashMap<>();
    private final int end;
    private int at;

    private Arithmetic(String text, List<Figure> figures, int from, int end) {
        this.text = text;
        this.end = end;
        this.at = from;
        figures.forEach(figure -> this.figures.put(figure.start(), figure));
    }

    /** The computation that fills the text from one place to another; empty where it is none, or divides by nothing. */
    static Optional<Value> of(String text, List<Figure> figures, int from, int end) {
        Arithmetic reading = new Arithmetic(text, figures, from, end);
        Value value = reading.sum();
        return value != null && reading.at == end ? Optional.of(value) : Optional.empty();
    }

    private @Nullable Value sum() {
        Value value = product();
        while (value != null && at < end && "+-".indexOf(text.charAt(at)) >= 0) {
            Exact sign = text.charAt(at++) == '-' ? Exact.of(-1) : Exact.ONE;
            Value next = product();
            value = next == null ? null : value.plus(next, sign);
        }
        return value;
    }

    private @Nullable Value product() {
        Value value = factor();
        while (value != null && at < end && "×*÷/".indexOf(text.charAt(at)) >= 0) {
            boolean divides = "÷/".indexOf(text.charAt(at++)) >= 0;
            Value next = factor();
            if (next == null || (divides && next.range().holds(Exact.ZERO))) {
                return null;
            }
            value = divides ? value.over(next) : value.times(next);
        }
        return value;
    }

    private @Nullable Value factor() {
        if (at < end && (text.charAt(at) == '（' || text.charAt(at) == '[')) {
            at++;
            Value value = sum();
            boolean closed = value != null && at < end && (text.charAt(at) == '）' || text.charAt(at) == ']');
            at++;
            return closed ? value : null;
        }
        name();
        Figure figure = figures.get(at);
        if (figure == null || figure.end() > end) {
            return null;
        }
        at = figure.end();
        unit();
        return new Value(Side.of(figure), Side.ONE, figure.rounded(), 1, false, false);
    }

    /** What a figure is called within a computation: 【实际支出数】18.29万元÷【预算安排数】21.80万元. */
    private void name() {
        int word = at;
        while (word < end && word - at < NAME && isNameful(text.charAt(word))) {
            word++;
        }
        at = word > at && figures.containsKey(word) ? word : at;
    }

    private static boolean isNameful(char character) {
        return (character >= '\u4e00' && character <= '\u9fa5') || character == '“' || character == '”';
    }

    /** A word of measure that no figure has as its unit, or one told in two words: 元/平方米 is none, since / divides. */
    private void unit() {
        int word = at;
        while (word < end && word - at < UNIT && text.charAt(word) >= '\u4e00' && text.charAt(word) <= '\u9fa5') {
            word++;
        }
        boolean followed = word == end || "+-×*÷/）]".indexOf(text.charAt(word)) >= 0;
        at = followed ? word : at;
    }
}
