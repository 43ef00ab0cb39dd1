package org.jizhun.kernel.scheme;

/** What happens with a criterion that does not apply to a department. */
public enum NotApplicablePolicy {
    /** The criterion counts with all its points. */
    FULL_SCORE,
    /** The criterion is left out, and the total is scaled up to the scheme's total. */
    DROP_AND_RESCALE
}
