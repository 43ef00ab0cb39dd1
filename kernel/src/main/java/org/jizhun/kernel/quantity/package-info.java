/**
 * Figures as exact values with a unit. Entry points: {@link org.jizhun.kernel.quantity.Exact}, the sealed
 * {@link org.jizhun.kernel.quantity.Quantity}, and {@link org.jizhun.kernel.quantity.FigureText} for reading and printing. Knows only {@code problem}, and no binary floating point.
 */
@NullMarked
package org.jizhun.kernel.quantity;

import org.jspecify.annotations.NullMarked;
