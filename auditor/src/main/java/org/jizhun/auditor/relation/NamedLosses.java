package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * What the text takes off something that a table scores: 制度执行有效性扣1分, where its row weighs 5 and scores 4. One deduction that
 * is told of a row must be what the row lost; what fits shows that weight and score are right.
 */
final class NamedLosses {

    /** A deduction with the entry it is told of, by its own words or by the section it stands in. */
    private record Told(Figure taken, ScoreBook.Entry entry, boolean named) {}

    /** How many deductions are told in clauses that hold a name. */
    private static long mentioned(String name, List<Figure> all) {
        return all.stream().filter(taken -> clause(taken).contains(name)).count();
    }

    private static String clause(Figure taken) {
        String text = taken.passage().text();
        int from = Math.max(text.lastIndexOf('，', taken.start()), text.lastIndexOf('。', taken.start()));
        return text.substring(Math.max(0, Math.max(from, text.lastIndexOf('；', taken.start()))), taken.start());
    }

    private NamedLosses() {}

    static void enter(Claims claims, Ledger ledger) {
        ScoreBook book = ScoreBook.of(claims);
        if (book.isEmpty()) {
            return;
        }
        Map<String, List<Told>> told = new HashMap<>();
        List<Figure> all = new ArrayList<>();
        collect(ScoreTree.of(claims), book, told, all);
        told.values().forEach(of -> enter(of, all, ledger));
    }

    private static void collect(ScoreNode node, ScoreBook book, Map<String, List<Told>> told, List<Figure> all) {
        for (ScoreNode.Taken taken : node.allDeductions()) {
            taken.points().map(Mention::figure).ifPresent(figure -> {
                all.add(figure);
                String name = ScoreNames.before(figure.passage().text(), figure.start());
                book.only(name.isEmpty() ? node.name() : name)
                        .filter(entry -> entry.lost().isPresent() && !entry.isOf(node))
                        .ifPresent(entry -> told.computeIfAbsent(entry.name(), key -> new ArrayList<>())
                                .add(new Told(figure, entry, !name.isEmpty())));
            });
        }
        node.parts().forEach(part -> collect(part, book, told, all));
    }

    private static void enter(List<Told> told, List<Figure> all, Ledger ledger) {
        for (Told one : told) {
            Equation equation = new Equation(one.taken(), lost(one.entry()), Side.ONE);
            boolean holds = equation.judge() == Verdict.AGREES;
            if (holds
                    || (one.named()
                            && !one.entry().group()
                            && mentioned(one.entry().name(), all) <= 1
                            && isLoss(equation))) {
                ledger.check(new Check(
                        Kind.SCORE,
                        "difference-differs",
                        one.entry().name(),
                        one.entry().weight().orElseThrow().formula() + " - "
                                + one.entry().score().orElseThrow().formula(),
                        equation));
            } else if (one.named()
                    && !one.entry().group()
                    && mentioned(one.entry().name(), all) == 1) {
                undeducted(one, equation).ifPresent(ledger::check);
            }
        }
    }

    /** 就业人数扣0.35分, with full marks in its row: said under its whole name, the deduction is right and the score is not. */
    private static Optional<Check> undeducted(Told one, Equation loss) {
        ScoreBook.Entry entry = one.entry();
        List<Figure> scores =
                List.copyOf(entry.score().orElseThrow().side().weights().keySet());
        boolean full = loss.expected().filter(Exact::isZero).isPresent() && scores.size() == 1;
        boolean whole = clause(one.taken()).endsWith(entry.name() + "扣");
        if (!full || !whole || one.taken().value().compareTo(scores.get(0).value()) > 0) {
            return Optional.empty();
        }
        ScoreBook.Points weight = entry.weight().orElseThrow();
        return Optional.of(new Check(
                Kind.SCORE,
                "score-differs",
                entry.name(),
                weight.formula() + " - " + one.taken().text(),
                new Equation(
                        scores.get(0),
                        Side.constant(scores.get(0).value().minus(one.taken().value())), // nobody takes off nothing
                        Side.ONE)));
    }

    private static Side lost(ScoreBook.Entry entry) {
        Side lost = entry.weight().orElseThrow().side();
        for (Figure score : entry.score().orElseThrow().side().weights().keySet()) {
            lost = lost.minus(score);
        }
        return lost;
    }

    /** A row with full marks lost nothing: the deduction may be of something else that is called so. */
    private static boolean isLoss(Equation equation) {
        return equation.expected().filter(points -> points.signum() > 0).isPresent();
    }
}
