package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Statement;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/** Points lost are points explained: a score below its weight in a report that nowhere says what was deducted for.
 * Where a row shows target and result, these explain it. */
final class LossesItemised implements Relation {

    private static final Pattern EXPLAINED =
            Pattern.compile("扣\\d|扣[一二三四五六七八九十]|扣除|扣减|扣分|失分|未得分|得分率偏低|不得分|偏差原因|原因分析|未完成原因");

    /** Less than that is often explained in words. */
    private static final Exact LEAST = Exact.of(4);

    @Override
    public String name() {
        return "losses-itemised";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        boolean explained = claims.passages().stream()
                        .anyMatch(passage -> EXPLAINED.matcher(passage.text()).find())
                || claims.tables().stream()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> EXPLAINED.matcher(column.heading()).find()
                                || column.heading().contains("原因"));
        if (explained) {
            return;
        }
        for (Statement statement : claims.statements()) {
            Optional<Figure> weight = statement.figure("weight");
            Optional<Figure> score = statement.figure("score");
            if (weight.isPresent()
                    && score.isPresent()
                    && statement.fromTable()
                    && statement.figure("achieved").isEmpty()
                    && statement.figure("execution-rate").isEmpty()
                    && statement.figure("completion-rate").isEmpty()
                    && score.get().value().plus(LEAST).compareTo(weight.get().value()) <= 0) {
                tell(score.get(), weight.get(), ledger);
                return;
            }
        }
    }

    private static void tell(Figure score, Figure weight, Ledger ledger) {
        Problem problem = Problem.of(
                "loss-unexplained",
                Place.NONE,
                "stated",
                score.text(),
                "weight",
                weight.text(),
                "loss",
                weight.value().minus(score.value()));
        ledger.find(Finding.of(
                Kind.COVERAGE, score.text(), Optional.empty(), problem, score.spot(), List.of(weight.spot())));
    }
}
