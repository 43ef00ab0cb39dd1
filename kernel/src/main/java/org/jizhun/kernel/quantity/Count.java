package org.jizhun.kernel.quantity;

/** A number of things, people or times; may be fractional where a source prints 25.3 亿次. */
public record Count(Exact number) implements Quantity, Comparable<Count> {

    @Override
    public Exact value() {
        return number;
    }

    @Override
    public int compareTo(Count other) {
        return number.compareTo(other.number);
    }
}
