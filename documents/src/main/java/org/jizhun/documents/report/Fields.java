package org.jizhun.documents.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Problem;

/**
 * Figures that a person put into their own text as {@code {{key}}}: printed from the snapshot, so that they cannot be typed
 * over and change with it.
 */
public final class Fields {

    static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}\\s]+)\\s*}}");

    private Fields() {}

    /** The keys that the narrative of a case names. */
    static Set<String> in(Snapshot snapshot) {
        Set<String> keys = new LinkedHashSet<>();
        for (Row row : snapshot.facts().rows("narrative")) {
            Matcher field = FIELD.matcher(row.text("text"));
            while (field.find()) {
                keys.add(field.group(1));
            }
        }
        return keys;
    }

    /** The fields that name no figure of the report, each with the section it stands in; they are printed as they are. */
    public static List<Problem> unknown(Snapshot snapshot, Report report) {
        return snapshot.facts().rows("narrative").stream()
                .flatMap(row -> FIELD.matcher(row.text("text"))
                        .results()
                        .map(field -> field.group(1))
                        .filter(key -> !report.figures().has(key))
                        .distinct()
                        .map(key -> Problem.of(
                                "report-unknown-field", row.place(), "found", key, "section", row.text("section"))))
                .toList();
    }
}
