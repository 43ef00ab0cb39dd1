package org.jizhun.kernel.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.formula.Inputs;
import org.jspecify.annotations.Nullable;

/** What people gave for criteria directly: scores known from a document, and criteria that do not apply. */
record Given(Map<String, Row> stated, Map<String, Row> notApplicable) {

    static Given of(Inputs inputs) {
        return new Given(byCriterion(inputs, "statedScores"), byCriterion(inputs, "notApplicable"));
    }

    private static Map<String, Row> byCriterion(Inputs inputs, String register) {
        Object value = inputs.get(register);
        if (!(value instanceof List<?> rows) || rows.isEmpty()) {
            return Map.of();
        }
        Map<String, Row> found = new HashMap<>();
        for (Object each : rows) {
            Row row = (Row) each;
            if (!register.equals("statedScores") || row.get("score") != null) {
                found.putIfAbsent(row.text("criterion"), row);
            }
        }
        return found;
    }

    /** The row that says a criterion does not apply; null where there is none. */
    @Nullable Row droppedBy(String criterion) {
        return notApplicable.get(criterion);
    }
}
