package org.jizhun.kernel.scheme;

import java.util.List;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * What a rule came to, before cap, floor and rounding.
 *
 * @param points null where facts are lacking
 * @param note what a person said about it, such as the reason of a judgement; may be empty
 */
public record Outcome(Kind kind, @Nullable Exact points, String note, List<Part> parts) {

    /** How the rule came to it. */
    public enum Kind {
        COMPUTED,
        JUDGED,
        MISSING,
        NOT_APPLICABLE
    }

    static final Outcome MISSING = new Outcome(Kind.MISSING, null, "", List.of());

    static Outcome computed(Exact points) {
        return new Outcome(Kind.COMPUTED, points, "", List.of());
    }

    static Outcome judged(Exact points, String reason) {
        return new Outcome(Kind.JUDGED, points, reason, List.of());
    }

    static Outcome notApplicable() {
        return new Outcome(Kind.NOT_APPLICABLE, null, "", List.of());
    }
}
