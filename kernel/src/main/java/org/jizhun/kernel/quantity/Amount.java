package org.jizhun.kernel.quantity;

/** Money in yuan. 万元 and 亿元 exist only where text is read or printed. */
public record Amount(Exact yuan) implements Quantity, Comparable<Amount> {

    @Override
    public Exact value() {
        return yuan;
    }

    @Override
    public int compareTo(Amount other) {
        return yuan.compareTo(other.yuan);
    }
}
