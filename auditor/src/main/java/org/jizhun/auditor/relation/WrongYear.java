package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** Tells a year, or a day for its year, where another place says which year it is. */
final class WrongYear {

    private WrongYear() {}

    /** @param because the place that says which year it is */
    static Finding finding(Kind kind, String stated, String expected, Spot where, Spot because) {
        Problem problem =
                Problem.of("year-differs", Place.NONE, "stated", stated, "expected", expected, "line", because.line());
        return Finding.of(kind, stated, Optional.of(expected), problem, where, List.of(because));
    }
}
