package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/** Scores of a form that its own total proves wrong. */
final class ProvenScores {

    private static final int MOST_WRONG = 8;

    private ProvenScores() {}

    /**
     * The scores of a form that its own total proves wrong: as printed, but none above its weight, they do not add up to it, with some of those that are not
     * by completion set right they do, and only with these.
     */
    static Set<Figure> of(Claims claims) {
        Set<Figure> proven = new HashSet<>();
        for (ScoreForms.Form form : ScoreForms.of(claims)) {
            Exact gap = form.score().value();
            List<Figure> wrong = new ArrayList<>();
            List<Exact> changes = new ArrayList<>();
            for (ScoreForms.Part part : form.parts()) {
                Figure score = part.score();
                gap = gap.minus(score.value().min(part.weight().value()));
                CompletionScores.ofRow(part.table(), part.row())
                        .map(Check::equation)
                        .filter(equation -> equation.result().equals(score) && equation.judge() == Verdict.DIFFERS)
                        .flatMap(Equation::expected)
                        .map(score::asPrinted)
                        .ifPresent(value -> {
                            wrong.add(score);
                            changes.add(value.minus(score.value()));
                        });
            }
            if (!gap.isZero() && wrong.size() <= MOST_WRONG) {
                proven.addAll(closing(wrong, changes, gap));
            }
        }
        return proven;
    }

    /** The only choice of scores whose changes make up a gap; nothing where several do. */
    private static List<Figure> closing(List<Figure> wrong, List<Exact> changes, Exact gap) {
        List<Figure> found = List.of();
        int ways = 0;
        for (int choice = 1; choice < 1 << wrong.size(); choice++) {
            Exact sum = Exact.ZERO;
            List<Figure> chosen = new ArrayList<>();
            for (int i = 0; i < wrong.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    sum = sum.plus(changes.get(i));
                    chosen.add(wrong.get(i));
                }
            }
            if (sum.equals(gap)) {
                ways++;
                found = chosen;
            }
        }
        return ways == 1 ? found : List.of();
    }
}
