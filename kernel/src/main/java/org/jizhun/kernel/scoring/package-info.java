/**
 * A scheme applied to facts: {@code (scheme, facts) → evaluation}. Entry point: {@link
 * org.jizhun.kernel.scoring.Scoring}. Knows everything else in the kernel; nothing in the kernel knows it.
 */
@NullMarked
package org.jizhun.kernel.scoring;

import org.jspecify.annotations.NullMarked;
