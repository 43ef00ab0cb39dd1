/**
 * Figures as exact values with a unit. Entry points: {@link org.jizhun.kernel.quantity.Exact} and the sealed
 * {@link org.jizhun.kernel.quantity.Quantity}. Knows no other package of the kernel, and no binary floating point.
 */
@NullMarked
package org.jizhun.kernel.quantity;

import org.jspecify.annotations.NullMarked;
