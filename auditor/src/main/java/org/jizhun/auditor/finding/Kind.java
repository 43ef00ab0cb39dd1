package org.jizhun.auditor.finding;

import java.util.Locale;

/** The kinds of finding of the JSON contract; {@link #word()} is how they are written there. */
public enum Kind {
    SUM,
    DIFFERENCE,
    RATIO,
    AVERAGE,
    WEIGHTED_MEAN,
    YOY,
    COUNT,
    BREAKDOWN,
    CROSS_REFERENCE,
    SCORE,
    SCORE_RATE,
    ROLLUP,
    WEIGHT,
    GRADE,
    TARGET,
    CAP,
    RULE,
    UNIT,
    DIRECTION,
    DATE,
    DEADLINE,
    YEAR,
    NAME,
    OUTLINE,
    ANNEX,
    COVERAGE,
    ROUNDING,
    WORDING;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
