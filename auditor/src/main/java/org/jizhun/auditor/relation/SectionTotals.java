package org.jizhun.auditor.relation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/**
 * Items told under a heading, against the row that a table has for the same thing: where the items of （二）过程情况 weigh together
 * what 过程 weighs in the table, their scores make up its score. What is taken off under the heading may show the same.
 */
final class SectionTotals {

    private SectionTotals() {}

    static void enter(Claims claims, Ledger ledger) {
        ScoreBook book = ScoreBook.of(claims);
        if (!book.isEmpty()) {
            examine(ScoreTree.of(claims), book, ledger);
        }
    }

    private static void examine(ScoreNode node, ScoreBook book, Ledger ledger) {
        book.only(node.name()).filter(entry -> !entry.isOf(node)).ifPresent(entry -> {
            scores(node, entry, ledger);
            losses(node, entry, ledger);
        });
        node.parts().forEach(part -> examine(part, book, ledger));
    }

    private static void scores(ScoreNode node, ScoreBook.Entry entry, Ledger ledger) {
        List<ScoreNode> parts = node.parts();
        boolean told = parts.size() >= 2
                && parts.stream()
                        .allMatch(part ->
                                part.weight().isPresent() && !part.scores().isEmpty());
        if (!told || entry.weight().isEmpty() || entry.score().isEmpty()) {
            return;
        }
        Exact weights = parts.stream()
                .map(part -> part.weight().orElseThrow().figure().value())
                .reduce(Exact.ZERO, Exact::plus);
        Optional<Figure> whole = entry.score().get().single();
        if (whole.isPresent() && weights.equals(entry.weight().get().value())) {
            List<Figure> scores = parts.stream()
                    .sorted(Comparator.comparing((ScoreNode part) -> !part.holdsTooMuch()))
                    .map(part -> part.scores().get(0))
                    .toList();
            ledger.check(Checks.sum(Kind.ROLLUP, entry.name(), whole.get(), scores));
        }
    }

    /** Only where it comes out: a heading may tell some of the deductions. */
    private static void losses(ScoreNode node, ScoreBook.Entry entry, Ledger ledger) {
        List<Figure> taken = node.taken().stream()
                .flatMap(each -> each.points().stream())
                .map(Mention::figure)
                .toList();
        Optional<Figure> whole = entry.score().flatMap(ScoreBook.Points::single);
        if (taken.size() < 2 || whole.isEmpty() || entry.weight().isEmpty()) {
            return;
        }
        Side side = entry.weight().get().side();
        for (Figure loss : taken) {
            side = side.minus(loss);
        }
        Equation equation = new Equation(whole.get(), side, Side.ONE);
        if (equation.judge() == Verdict.AGREES) {
            String formula = entry.weight().get().formula() + " - " + Formulas.sum(taken);
            ledger.check(new Check(Kind.SCORE, "score-differs", entry.name(), formula, equation));
        }
    }
}
