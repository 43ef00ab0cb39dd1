package org.jizhun.kernel.scoring;

import org.jizhun.kernel.quantity.Exact;

/**
 * What a part of the outline amounts to.
 *
 * @param points given so far
 * @param missing the most that what is missing could still give
 * @param dropped weight left out as not applicable
 */
record Tally(Exact points, Exact missing, Exact dropped) {

    static final Tally NOTHING = new Tally(Exact.ZERO, Exact.ZERO, Exact.ZERO);

    static Tally points(Exact points) {
        return new Tally(points, Exact.ZERO, Exact.ZERO);
    }

    static Tally missing(Exact weight) {
        return new Tally(Exact.ZERO, weight, Exact.ZERO);
    }

    static Tally dropped(Exact weight) {
        return new Tally(Exact.ZERO, Exact.ZERO, weight);
    }

    Tally plus(Tally other) {
        return new Tally(points.plus(other.points), missing.plus(other.missing), dropped.plus(other.dropped));
    }
}
