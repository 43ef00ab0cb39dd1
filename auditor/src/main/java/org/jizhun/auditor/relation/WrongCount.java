package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** Tells a number of things where another number of them is found. */
final class WrongCount {

    private WrongCount() {}

    /** @param words where the number stands, as the groups count and measure */
    static Finding counted(Kind kind, Passage passage, Matcher words, int found, List<Spot> because) {
        String measure = words.group("measure");
        return finding(
                kind,
                words.group("count") + measure,
                Optional.of(Terms.printed(words.group("count"), found) + measure),
                found,
                passage.spot(words.start("count"), words.end("measure")),
                because);
    }

    /** @param expected the right number with its unit; empty where none is found */
    static Finding finding(
            Kind kind, String stated, Optional<String> expected, int found, Spot where, List<Spot> because) {
        Problem problem = Problem.of("count-differs", Place.NONE, "stated", stated, "found", found);
        return Finding.of(kind, stated, expected, problem, where, because);
    }
}
