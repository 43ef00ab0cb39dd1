package org.jizhun.auditor.text;

/**
 * Where a stretch of text stands in the document.
 *
 * @param page 1-based
 * @param line 1-based line of the input text
 * @param column 1-based character of that line
 * @param quote the stretch as the auditor read it
 */
public record Spot(int page, int line, int column, String quote) {}
