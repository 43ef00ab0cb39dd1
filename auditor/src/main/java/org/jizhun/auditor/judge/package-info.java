/**
 * Equations between printed figures, judged in interval arithmetic, and the smallest set of figures to mend. Entry point:
 * {@link org.jizhun.auditor.judge.Equation}. Knows {@code claim}; nothing of tables, sentences or wording.
 */
@NullMarked
package org.jizhun.auditor.judge;

import org.jspecify.annotations.NullMarked;
