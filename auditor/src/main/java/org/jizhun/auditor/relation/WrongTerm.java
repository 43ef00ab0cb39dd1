package org.jizhun.auditor.relation;

import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** What is said of a term and its two days where one of the three does not follow from the others, each as printed. */
final class WrongTerm {

    private WrongTerm() {}

    /** 期限15年 where the two days are ten years apart. */
    static Problem length(String stated, String expected, String from, String to) {
        return Problem.of("term-differs", Place.NONE, "stated", stated, "expected", expected, "from", from, "to", to);
    }

    /** 到期日2033年8月22日 where the term from its first day on ends another day. */
    static Problem end(String stated, String expected, String from, String term) {
        return Problem.of(
                "due-date-differs", Place.NONE, "stated", stated, "expected", expected, "from", from, "term", term);
    }
}
