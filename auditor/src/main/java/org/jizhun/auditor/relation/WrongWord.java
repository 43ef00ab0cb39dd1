package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** Tells a word that compares two figures and goes the other way than they do. */
final class WrongWord {

    private WrongWord() {}

    /** @param expected the right word; empty where the figures do not tell it */
    static Finding finding(
            Kind kind, String stated, Optional<String> expected, Spot where, Figure current, Figure base) {
        Problem problem = Problem.of(
                "comparison-differs",
                Place.NONE,
                "stated",
                stated,
                "expected",
                expected.orElse(""),
                "current",
                current.text(),
                "base",
                base.text());
        return Finding.of(kind, stated, expected, problem, where, List.of(current.spot(), base.spot()));
    }
}
