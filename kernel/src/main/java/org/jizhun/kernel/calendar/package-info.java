/**
 * Working days of the years that were loaded as data; a date outside them is refused, not guessed. Entry points: {@link
 * org.jizhun.kernel.calendar.WorkingDays}. Knows only {@code problem} and {@code yaml}.
 */
@NullMarked
package org.jizhun.kernel.calendar;

import org.jspecify.annotations.NullMarked;
