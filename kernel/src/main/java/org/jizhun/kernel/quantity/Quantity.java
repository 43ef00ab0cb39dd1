package org.jizhun.kernel.quantity;

/** An exact figure that knows what it measures. The four kinds are never mixed without a formula saying so. */
public sealed interface Quantity permits Amount, Percent, Points, Count {

    /** The figure in the kind's base unit: yuan, ratio (1 = 100 %), points, number of things. */
    Exact value();
}
