package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Statement;

/** The figures of the whole: what the document gives for a measure without naming a part, if it gives one value only. */
final class DocumentFigures {

    private final Map<String, Optional<Figure>> byMeasure = new HashMap<>();

    private DocumentFigures() {}

    static DocumentFigures of(Claims claims) {
        return claims.derived(DocumentFigures.class, DocumentFigures::read);
    }

    private static DocumentFigures read(Claims claims) {
        Map<String, List<Figure>> byMeasure = new HashMap<>();
        for (Statement statement : claims.statements()) {
            if (Subjects.plain(statement.subject()).isEmpty()) {
                statement
                        .figures()
                        .forEach((measure, figure) -> byMeasure
                                .computeIfAbsent(measure, key -> new ArrayList<>())
                                .add(figure));
            }
        }
        DocumentFigures figures = new DocumentFigures();
        byMeasure.forEach((measure, values) -> figures.byMeasure.put(measure, one(values)));
        return figures;
    }

    /** The first, where all of them can stand for one value. */
    private static Optional<Figure> one(List<Figure> figures) {
        boolean one = figures.stream()
                .allMatch(figure -> figure.rounded().meets(figures.get(0).rounded()));
        return one ? Optional.of(figures.get(0)) : Optional.empty();
    }

    /** Whether the document gives several values for a measure. */
    boolean isUnclear(String measure) {
        return byMeasure.containsKey(measure) && of(measure).isEmpty();
    }

    Optional<Figure> of(String measure) {
        return byMeasure.getOrDefault(measure, Optional.empty());
    }
}
