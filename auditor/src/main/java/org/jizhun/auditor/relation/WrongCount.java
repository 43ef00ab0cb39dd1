package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** Tells a number of things where another number of them is found. */
final class WrongCount {

    private WrongCount() {}

    /** @param expected the right number with its unit; empty where none is found */
    static Finding finding(
            Kind kind, String stated, Optional<String> expected, int found, Spot where, List<Spot> because) {
        Problem problem = Problem.of("count-differs", Place.NONE, "stated", stated, "found", found);
        return Finding.of(kind, stated, expected, problem, where, because);
    }
}
