package org.jizhun.documents.verify;

import org.jizhun.kernel.problem.Problem;

/**
 * A figure of a report that is not what its facts give.
 *
 * @param key the figure's key in {@code figures.json}; empty for numbering and for figures in people's own words
 * @param stated what stands there; empty where it was removed
 * @param expected what the facts give; empty where a figure was added
 * @param where paragraph, table cell or page, in Chinese
 * @param quote the words around it
 * @param problem the same as a sentence, in both languages
 */
public record Finding(
        Kind kind, String key, String stated, String expected, String where, String quote, Problem problem) {

    /** What was done to the figure. */
    public enum Kind {
        CHANGED,
        REMOVED,
        ADDED,
        /** The facts inside the file are not those it was written from. */
        EMBEDDED
    }
}
