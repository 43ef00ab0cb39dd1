package org.jizhun.auditor.judge;

/** What interval arithmetic says about an equation between printed figures. */
public enum Verdict {
    /** Some true values, each rounding to its printed figure, satisfy it. */
    AGREES,
    /** Only if digits were cut off instead of rounded. */
    AGREES_IF_TRUNCATED,
    /** No true values satisfy it. */
    DIFFERS,
    /** The divisor may be zero. */
    NOT_CHECKABLE
}
