package org.jizhun.kernel.quantity;

/** Points of a scheme, such as 95.5 of 100. */
public record Points(Exact points) implements Quantity, Comparable<Points> {

    @Override
    public Exact value() {
        return points;
    }

    @Override
    public int compareTo(Points other) {
        return points.compareTo(other.points);
    }
}
