package org.jizhun.server.platform;

/** How far a role sees: the rows of which departments. The policies of the database know these words in lower case. */
public enum Reach {
    NONE,
    DEPARTMENT,
    /** All departments of the own department's region and the regions below it. */
    REGION;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Reach wider(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
