package org.jizhun.documents.report;

/**
 * One figure as the report prints it, wherever it is printed.
 *
 * @param key its name in sentences, templates and {@code figures.json}
 * @param exact the exact value in base units (yuan, ratio, points, number), a fraction where decimals do not end; empty
 *     where there is no value
 * @param digits what is printed, without the unit, such as {@code 17534.51}
 * @param unit what is printed behind it in a sentence, such as {@code 万元}; may be empty
 * @param rounding the named rounding between exact value and digits, such as {@code half-up 2}; {@code none} where
 *     nothing is rounded
 * @param from where the value comes from: a fact, a sum, a score
 */
public record Figure(String key, String exact, String digits, String unit, String rounding, String from) {

    /** Digits and unit, as a sentence prints them. */
    public String text() {
        return digits + unit;
    }

    /** Whether there is no value: the text says why, such as {@code —}. */
    public boolean isAbsent() {
        return exact.isEmpty();
    }
}
