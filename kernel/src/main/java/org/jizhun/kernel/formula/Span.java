package org.jizhun.kernel.formula;

/** A stretch of a formula's text: from {@code start} up to, not including, {@code end}. */
record Span(int start, int end) {}
