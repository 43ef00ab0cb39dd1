package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * How the indicators of a year stand at its middle: 共42个。已完成的11个，按进度推进的27个，存在偏差的4个. Whatever is done, on its way or behind is all there is; of three
 * that do not make up the number before, the last is taken for the one that was not counted again.
 */
final class ProgressCounts implements Relation {

    private static final Sought DONE = Sought.of("(?:已|超额)?(?:完成|达标|实现|达成)[^，。；、\\d]{0,14}$");
    private static final Sought ON_THE_WAY =
            Sought.of("(?:按进度|正常|有序|序时|按计划|预期)[^，。；、\\d]{0,14}$|(?:推进|实施|进行)[^，。；、\\d]{0,6}$");
    private static final Sought BEHIND = Sought.of("(?:偏差|滞后|未完成|偏离|缓慢|未启动|未达)[^，。；、\\d]{0,10}$");

    /** Between the number of all and its parts. */
    private static final int SENTENCES = 1;

    /** By how many in a hundred they may miss the number of all. */
    private static final int NEAR = 25;

    @Override
    public String name() {
        return "progress-counts";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> counts = claims.mentions(passage).stream()
                    .filter(mention -> mention.figure().kind() == Figure.Kind.COUNT && !mention.bracketed())
                    .toList();
            for (int i = 3; i < counts.size(); i++) {
                check(counts.subList(i - 3, i + 1)).ifPresent(ledger::checkUnlessKnown);
            }
        }
    }

    private static Optional<Check> check(List<Mention> four) {
        Mention all = four.get(0);
        Mention done = four.get(1);
        Mention last = four.get(3);
        boolean told = four.stream().allMatch(all::isLike)
                && done.sentence() == last.sentence()
                && done.sentence() - all.sentence() <= SENTENCES
                && DONE.isIn(done.before())
                && ON_THE_WAY.isIn(four.get(2).before())
                && BEHIND.isIn(last.before())
                && four.subList(1, 4).stream()
                        .allMatch(part ->
                                part.figure().value().compareTo(all.figure().value()) < 0);
        if (!told) {
            return Optional.empty();
        }
        List<Figure> parts = four.subList(1, 4).stream().map(Mention::figure).toList();
        Check sum = Checks.sum(Kind.BREAKDOWN, all.claim().label(), all.figure(), parts);
        Equation equation = sum.equation();
        if (equation.judge() != Verdict.DIFFERS) {
            return Optional.of(sum);
        }
        return Near.close(equation, NEAR)
                ? Optional.of(PartsOfWhole.rest(
                        Kind.BREAKDOWN, all.figure(), parts.subList(0, parts.size() - 1), last.figure()))
                : Optional.empty();
    }
}
