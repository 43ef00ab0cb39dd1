package org.jizhun.kernel.quantity;

/**
 * A figure as someone printed it: {@code 17534.51 万元} has two decimals of 万元. It stands for all true values that print
 * the same, which depends on whether the digits behind were rounded or cut off; both are told, in the base unit.
 *
 * @param number the figure in its unit, as printed
 * @param decimals the decimals printed, 0 to 60
 */
public record Printed(Exact number, int decimals, FigureUnit unit) {

    private static final Exact HALF = Exact.ofDecimal(5, 1);

    public Printed {
        if (decimals < 0 || decimals > 60) {
            throw new IllegalArgumentException("decimals must be 0 to 60: " + decimals);
        }
    }

    /** The figure taken at its word, in the base unit. */
    public Exact value() {
        return number.times(unit.factor());
    }

    /** The smallest difference that the print can show, in the base unit. */
    public Exact step() {
        Exact step = unit.factor();
        for (int i = 0; i < decimals; i++) {
            step = step.dividedBy(Exact.of(10));
        }
        return step;
    }

    /**
     * The true values that print so when rounded half up (a half goes away from zero): from half a step below, counted in,
     * to half a step above, not counted in; mirrored for a negative figure; neither end for zero.
     */
    public Interval rounded() {
        return around(step().times(HALF), step().times(HALF));
    }

    /** The true values that print so when the digits behind are cut off, which moves a figure towards zero. */
    public Interval truncated() {
        Exact step = step();
        return number.isZero() ? open(step.negate(), step) : around(Exact.ZERO, step);
    }

    /** From {@code inner} nearer to zero, counted in, to {@code outer} farther from it, not counted in. */
    private Interval around(Exact inner, Exact outer) {
        Exact value = value();
        if (number.isZero()) {
            return open(outer.negate(), outer);
        }
        return number.signum() > 0
                ? new Interval(value.minus(inner), true, value.plus(outer), false)
                : new Interval(value.minus(outer), false, value.plus(inner), true);
    }

    private static Interval open(Exact low, Exact high) {
        return new Interval(low, false, high, false);
    }
}
