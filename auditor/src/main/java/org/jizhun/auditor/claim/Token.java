package org.jizhun.auditor.claim;

/** A stretch of a passage that looks like a figure and is something else. */
public record Token(What what, int start, int end) {

    /** What the digits are part of. */
    public enum What {
        YEAR,
        DATE,
        DOCUMENT_NUMBER,
        CLAUSE,
        PHONE,
        LIST_NUMBER,
        CODE,
        ORDINAL
    }
}
