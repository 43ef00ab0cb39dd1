package org.jizhun.kernel.quantity;

/** A rate as a ratio: 99.83 % is 0.9983. May exceed 1 and may be negative. */
public record Percent(Exact ratio) implements Quantity, Comparable<Percent> {

    @Override
    public Exact value() {
        return ratio;
    }

    @Override
    public int compareTo(Percent other) {
        return ratio.compareTo(other.ratio);
    }
}
