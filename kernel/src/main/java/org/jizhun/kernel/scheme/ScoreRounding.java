package org.jizhun.kernel.scheme;

import org.jizhun.kernel.quantity.Rounding;

/** How scores are rounded, and where. The total is always rounded. */
public record ScoreRounding(Rounding rounding, Where where) {

    /** The levels at which a score is rounded. */
    public enum Where {
        /** Rows of a roll-up, leaves, groups, total. */
        EACH_LEVEL,
        /** Leaves and total; groups are sums of rounded leaves. */
        LEAF,
        /** Only the total; everything above is exact. */
        TOTAL
    }
}
