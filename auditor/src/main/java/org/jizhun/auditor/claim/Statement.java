package org.jizhun.auditor.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Figures about one subject that belong together: a table row, or neighbouring clauses of a sentence.
 *
 * @param subject what it is about; empty for the whole
 * @param label of the row as printed, where it is one
 * @param fromTable whether it is a table row
 */
public record Statement(String subject, String label, Map<String, Figure> figures, boolean fromTable) {

    public Statement(String subject, Map<String, Figure> figures, boolean fromTable) {
        this(subject, subject, figures, fromTable);
    }

    public Statement {
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    public Optional<Figure> figure(String measure) {
        return Optional.ofNullable(figures.get(measure));
    }
}
