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

    private final Map<String, List<Figure>> byMeasure = new HashMap<>();

    private DocumentFigures() {}

    static DocumentFigures of(Claims claims) {
        DocumentFigures figures = new DocumentFigures();
        for (Statement statement : claims.statements()) {
            if (Subjects.plain(statement.subject()).isEmpty()) {
                statement
                        .figures()
                        .forEach((measure, figure) -> figures.byMeasure
                                .computeIfAbsent(measure, key -> new ArrayList<>())
                                .add(figure));
            }
        }
        return figures;
    }

    /** Whether the document gives several values for a measure. */
    boolean isUnclear(String measure) {
        return byMeasure.containsKey(measure) && of(measure).isEmpty();
    }

    Optional<Figure> of(String measure) {
        List<Figure> figures = byMeasure.getOrDefault(measure, List.of());
        boolean one = figures.stream()
                .allMatch(figure -> figure.rounded().meets(figures.get(0).rounded()));
        return one ? figures.stream().findFirst() : Optional.empty();
    }
}
