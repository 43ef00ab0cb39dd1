/**
 * The formula language: a small, total, typed subset of FEEL. One tree, four readings: value, trace, interval, batch. Entry
 * point: {@link org.jizhun.kernel.formula.Formula}. Knows facts and calendars, no scheme.
 */
@NullMarked
package org.jizhun.kernel.formula;

import org.jspecify.annotations.NullMarked;
