package org.jizhun.kernel.scheme;

import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.quantity.Points;

/**
 * Points outside the scheme's total: added, or taken off where the formula is negative.
 *
 * @param points a formula of kind points
 * @param cap how many points it may move the total at most, in either direction
 */
public record Bonus(String id, Title name, Formula points, Points cap, Basis basis) {}
