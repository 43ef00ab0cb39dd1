package org.jizhun.kernel.scheme;

import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Points;

/**
 * Points that were not given, and why. The losses of a criterion sum to its weight minus its score before rounding, cap
 * and floor.
 *
 * @param reason a sentence of the catalogue, naming the rows concerned
 */
public record Loss(Points points, Problem reason) {}
