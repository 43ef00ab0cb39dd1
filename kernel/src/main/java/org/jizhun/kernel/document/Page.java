package org.jizhun.kernel.document;

/**
 * A page, or a sheet of a workbook.
 *
 * @param number 1-based
 * @param name of a sheet; empty for a page of paper
 * @param width in hundredths of a point, 0 where the format has no paper
 * @param height likewise
 */
public record Page(int number, String name, int width, int height) {}
