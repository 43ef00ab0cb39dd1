package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;

/** The wholes of a document with the equations that have them, as far as they were entered before. */
final class KnownWholes {

    /** The equations of every whole that were entered before. */
    private final Map<Figure, List<Equation>> known = new HashMap<>();

    KnownWholes(Ledger ledger, Told.OfText text) {
        for (List<Told> paragraph : text.paragraphs()) {
            paragraph.stream()
                    .filter(ReckonedSums::isWhole)
                    .forEach(whole -> known.put(whole.figure(), new ArrayList<>()));
        }
        for (Check check : ledger.checks().keySet()) {
            for (Figure figure : check.equation().figures()) {
                List<Equation> own = known.get(figure);
                if (own != null) {
                    own.add(check.equation());
                }
            }
        }
    }

    /** Whether one of them has two of these parts. */
    boolean haveTogether(Told whole, List<Told> parts) {
        List<Equation> with = known.getOrDefault(whole.figure(), List.of());
        return with.stream()
                .anyMatch(equation -> parts.stream()
                                .filter(part -> equation.figures().contains(part.figure()))
                                .count()
                        >= 2);
    }
}
