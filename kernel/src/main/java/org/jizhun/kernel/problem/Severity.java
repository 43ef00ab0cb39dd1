package org.jizhun.kernel.problem;

/** How bad a {@link Problem} is. */
public enum Severity {
    /** Cannot be right, or stops the work. */
    ERROR,
    /** Very likely wrong, or unverified. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
