package org.jizhun.kernel.document;

/** Where a character stands: page, line and column, all 1-based; the column counts the characters of the line. */
public record Spot(int page, int line, int column) {}
