package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/** 扣1.5分，其中采购意向公开不规范扣1分、合同备案不及时扣0.5分: what a deduction is made of makes it up. */
final class LossesInParts {

    private LossesInParts() {}

    static void enter(ScoreNode.Taken taken, ScoreNode node, ScoreBook book, Ledger ledger) {
        taken.parts().forEach(part -> enter(part, node, book, ledger));
        List<Figure> items = taken.items();
        if (taken.points().isEmpty()
                || items.size() < 2
                || items.size() < taken.parts().size()) {
            return;
        }
        Figure all = taken.points().get().figure();
        Check check = Checks.sum(Kind.SUM, "", all, items);
        boolean holds = check.equation().judge() != Verdict.DIFFERS;
        boolean above = check.equation().expected().orElseThrow().compareTo(all.value()) > 0;
        if (holds || !isKnown(all, node, book) || areKnown(items, book)) {
            if (holds || above || !node.tellsSome()) {
                ledger.check(check);
            }
        } else if (above || !node.tellsSome()) {
            ledger.check(last(all, items));
        }
    }

    /** Whether weight and score show that the whole is right, so that one of its parts is wrong. */
    private static boolean isKnown(Figure all, ScoreNode node, ScoreBook book) {
        boolean own = node.isScored() && lost(node).equals(all.value());
        String name = ScoreNames.before(all.passage().text(), all.start());
        Optional<Exact> other = book.only(name.isEmpty() ? node.name() : name).flatMap(ScoreBook.Entry::lost);
        return own || other.filter(all.value()::equals).isPresent();
    }

    /** Each of them is what its own row lost: one more deduction is not told at all. */
    private static boolean areKnown(List<Figure> items, ScoreBook book) {
        return items.stream().allMatch(item -> {
            String name = ScoreNames.before(item.passage().text(), item.start());
            return book.only(name)
                    .flatMap(ScoreBook.Entry::lost)
                    .filter(item.value()::equals)
                    .isPresent();
        });
    }

    private static Exact lost(ScoreNode node) {
        Mention weight = node.weight().orElseThrow();
        return weight.figure().value().minus(node.got().orElseThrow().figure().value());
    }

    /** The last part is what is left of the whole: nothing else tells which of them is wrong. */
    private static Check last(Figure all, List<Figure> items) {
        List<Figure> others = new ArrayList<>(items.subList(0, items.size() - 1));
        Collections.reverse(others);
        Side rest = Side.of(all);
        for (Figure other : others) {
            rest = rest.minus(other);
        }
        Equation equation = new Equation(items.get(items.size() - 1), rest, Side.ONE);
        return new Check(Kind.SUM, "difference-differs", "", Formulas.combined(List.of(all), others), equation);
    }
}
