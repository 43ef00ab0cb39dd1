package org.jizhun.auditor.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Figures about one subject that belong together: a table row, or neighbouring clauses of a sentence.
 *
 * @param fromTable whether it is a table row
 */
public record Statement(String subject, Map<String, Figure> figures, boolean fromTable) {

    public Statement {
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    public Optional<Figure> figure(String measure) {
        return Optional.ofNullable(figures.get(measure));
    }
}
