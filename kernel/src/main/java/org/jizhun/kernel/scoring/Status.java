package org.jizhun.kernel.scoring;

import java.util.Locale;

/** How a score came about. */
public enum Status {
    /** By the rule, from facts. */
    COMPUTED,
    /** By a person, with a reason, within the rule's bands. */
    JUDGED,
    /** Only known from a document. */
    STATED,
    /** Facts are lacking: no score, neither zero nor full marks. */
    MISSING,
    /** The criterion does not apply to this department. */
    NOT_APPLICABLE;

    /** The word in JSON: {@code not-applicable}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
