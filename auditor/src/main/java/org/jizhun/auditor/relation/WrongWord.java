package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** Tells a word that compares two figures, or says how one became the other, and goes the other way than they do. */
final class WrongWord {

    /** 由3.62等提升至3.55等（数值越小质量越高）: less is more. */
    private static final Sought REVERSED = Sought.of("^[^。]{0,40}越[小低少][^，。；]{0,6}越[好高优]");

    private WrongWord() {}

    /** 等级（数字越小质量越高）由4.10等提升到3.80等: said ahead of the figures. */
    private static final Sought REVERSED_BEFORE = Sought.of("越[小低少短][^，。；]{0,6}越[好高优][^。；]{0,40}$");

    /** Whether the words say that less is better, so that 提升 may be said of a smaller figure. */
    static boolean isReversed(Passage passage, int from) {
        String before = passage.text().substring(Math.max(0, from - 60), from);
        return REVERSED.isIn(passage.text().substring(from)) || REVERSED_BEFORE.isIn(before);
    }

    /**
     * 高于 where the figure is the lower of the two.
     *
     * @param expected the right word; empty where the figures do not tell it
     */
    static Finding compared(String stated, Optional<String> expected, Spot where, Figure current, Figure base) {
        Problem problem = comparison(stated, expected.orElse(""), current, base);
        return finding(stated, expected, problem, where, current, base);
    }

    /** 增长 where the figure of the last year is the higher one. */
    static Finding changed(String stated, String expected, Spot where, Figure current, Figure last) {
        Problem problem = Problem.of(
                "direction-differs",
                Place.NONE,
                "stated",
                stated,
                "expected",
                expected,
                "last",
                last.text(),
                "current",
                current.text());
        return finding(stated, Optional.of(expected), problem, where, current, last);
    }

    /** 增长15.28% where the table has −15.28%. */
    static Finding signed(String stated, String expected, Spot where, Figure cell) {
        Problem problem = Problem.of(
                "direction-of-row", Place.NONE, "stated", stated, "expected", expected, "other", cell.text());
        return Finding.of(Kind.DIRECTION, stated, Optional.of(expected), problem, where, List.of(cell.spot()));
    }

    static Problem comparison(String stated, String expected, Figure current, Figure base) {
        return Problem.of(
                "comparison-differs",
                Place.NONE,
                "stated",
                stated,
                "expected",
                expected,
                "current",
                current.text(),
                "base",
                base.text());
    }

    private static Finding finding(
            String stated, Optional<String> expected, Problem problem, Spot where, Figure current, Figure other) {
        return Finding.of(Kind.DIRECTION, stated, expected, problem, where, List.of(current.spot(), other.spot()));
    }
}
