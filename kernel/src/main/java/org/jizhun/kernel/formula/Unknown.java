package org.jizhun.kernel.formula;

/** In the interval reading: a value of which nothing is known, not even whether it is null. */
public enum Unknown {
    UNKNOWN
}
