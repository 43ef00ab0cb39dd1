package org.jizhun.kernel.scheme;

import org.jizhun.kernel.quantity.Exact;

/**
 * What a scheme says about indicators far above their target. All figures are ratios (1 = 100 %).
 *
 * @param threshold completion above this is far above the target
 * @param explain whether a reason must then be given; without one the row has a problem
 * @param reduction how much of the excess over the threshold is taken off the completion; zero for none
 * @param atLeast the completion that stays after the reduction
 */
public record OverAchievement(Exact threshold, boolean explain, Exact reduction, Exact atLeast) {

    /** The completion that counts, before any cap. */
    Exact counted(Exact completion) {
        if (completion.compareTo(threshold) <= 0 || reduction.isZero()) {
            return completion;
        }
        return Exact.ONE.minus(completion.minus(threshold).times(reduction)).max(atLeast);
    }
}
