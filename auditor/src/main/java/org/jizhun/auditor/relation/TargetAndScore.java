package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/**
 * Target, result and score of one indicator: no score is above its weight or below nothing; a result short of its target
 * is not called reached and does not get full marks. ≤ targets are met from below.
 */
final class TargetAndScore implements Relation {

    static final Pattern AT_MOST = Pattern.compile("≤|<|不超过|不高于|以内|以下|(?<!不)低于|不大于|(?<!不)小于|控制在");

    @Override
    public String name() {
        return "target-and-score";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Exact> fullMarks = TargetRows.fullMarks(claims);
        claims.tables().forEach(table -> table.rows().forEach(row -> TargetRows.row(table, row, fullMarks, ledger)));
        claims.passages().forEach(passage -> {
            List<Mention> mentions = claims.mentions(passage);
            TargetsInWords.examine(mentions, passage, ledger);
            AllTargetsMet.tell(claims, mentions, passage, ledger);
            TargetOutlook.counted(claims, mentions, passage, ledger);
            mentions.forEach(mention -> TargetsInWords.ofTable(claims, mention, passage, ledger));
            mentions.forEach(mention -> TargetsInWords.ofGoal(claims, mention, passage, ledger));
        });
    }

    /**
     * Whether another equation that fails would be right with a figure, as one would print it, that is not below another: a rate of
     * 97.00% makes 10.70 no score of a weight of 11.03.
     */
    static boolean mayBeMore(Figure figure, Figure other, Ledger ledger) {
        return ledger.doubts(figure)
                && ledger.checks(Verdict.DIFFERS).stream()
                        .filter(check -> check.equation().figures().contains(figure))
                        .anyMatch(check -> check.equation()
                                .solve(figure, Map.of())
                                .filter(right -> right.compareTo(other.value()) >= 0)
                                .map(right -> Map.of(figure, inItsDecimals(figure, right)))
                                .filter(right -> check.equation().fromPrinted().judge(right) != Verdict.DIFFERS)
                                .isPresent());
    }

    private static Exact inItsDecimals(Figure figure, Exact value) {
        Exact inUnit = value.dividedBy(figure.unitSize());
        return inUnit.round(Rounding.halfUp(figure.scale())).times(figure.unitSize());
    }

    /** Without a sign a target is a least value. */
    static boolean meets(String target, Figure wanted, Figure got) {
        int order = got.value().compareTo(wanted.value());
        return AT_MOST.matcher(target).find() ? order <= 0 : order >= 0;
    }

    /** That the words say of a target what its result does not. */
    static void tell(String code, String stated, Spot where, Figure result, Ledger ledger) {
        Problem problem = Problem.of(code, Place.NONE, "stated", stated, "other", result.text());
        ledger.find(Finding.of(Kind.TARGET, stated, Optional.empty(), problem, where, List.of(result.spot())));
    }
}
