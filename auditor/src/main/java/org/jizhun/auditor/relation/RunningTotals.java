package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A column that adds up another one row after row (当月支出, 累计支出), or a balance that follows from the one above by what came in and went out. No heading is
 * asked: most rows must come out.
 */
final class RunningTotals implements Relation {

    private static final int LEAST = 3;
    private static final Sought TO_DATE = Sought.of("累计|累积");
    private static final int MOST_COLUMNS = 10;
    private static final int TELLING_DIGITS = 8;

    @Override
    public String name() {
        return "running-totals";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            List<Table.Row> rows =
                    table.rows().stream().filter(row -> !row.total()).toList();
            if (rows.size() > LEAST && table.columns().size() <= MOST_COLUMNS) {
                columns(table, rows, ledger);
            }
        }
    }

    private static void columns(Table table, List<Table.Row> rows, Ledger ledger) {
        int width = table.columns().size();
        for (int total = 0; total < width; total++) {
            List<Check> checks = pattern(rows, total, width);
            boolean called = TO_DATE.isIn(table.columns().get(total).heading());
            for (int part = 0; checks.isEmpty() && called && part < width; part++) {
                checks = part == total ? List.of() : toDate(rows, total, part);
            }
            checks.forEach(ledger::check);
        }
    }

    /** What is called 累计 is all up to its row; two rows that come out are enough, as one wrong figure is wrong in one row only. */
    private static List<Check> toDate(List<Table.Row> rows, int total, int part) {
        List<Check> checks = new ArrayList<>();
        List<Figure> parts = new ArrayList<>();
        int holding = 0;
        int digits = 0;
        for (Table.Row row : rows) {
            Optional<Figure> result = row.figures().get(total);
            Optional<Figure> more = row.figures().get(part);
            if (result.isEmpty() || more.isEmpty() || !result.get().isLike(more.get())) {
                return List.of();
            }
            parts.add(more.get());
            Check check = Checks.sum(Kind.SUM, row.label(), result.get(), parts);
            boolean holds = Near.tight(check.equation());
            if (parts.size() > 1) {
                checks.add(check);
                holding += holds ? 1 : 0;
                digits += holds ? result.get().digits() : 0;
            } else if (!holds) {
                return List.of();
            }
        }
        return holding >= 2 && digits >= TELLING_DIGITS && 2 * holding >= checks.size() ? checks : List.of();
    }

    private static List<Check> pattern(List<Table.Row> rows, int total, int width) {
        for (int plus = 0; plus < width; plus++) {
            for (int minus = -1; minus < width; minus++) {
                boolean three = total != plus && total != minus && plus != minus;
                List<Check> checks = three ? checks(rows, total, plus, minus) : List.of();
                if (isPattern(checks)) {
                    return checks;
                }
            }
        }
        return List.of();
    }

    /** Most rows come out, with results that differ and so many digits that it is no accident. */
    private static boolean isPattern(List<Check> checks) {
        Set<Exact> results = new HashSet<>();
        int digits = 0;
        for (Check check : checks) {
            if (check.equation().judge() != Verdict.DIFFERS && Near.tight(check.equation())) {
                results.add(check.equation().result().value());
                digits += check.equation().result().digits();
            }
        }
        return results.size() >= LEAST && digits >= TELLING_DIGITS && 3 * results.size() >= 2 * checks.size() - 1;
    }

    private static List<Check> checks(List<Table.Row> rows, int total, int plus, int minus) {
        List<Check> checks = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Optional<Figure> result = rows.get(i).figures().get(total);
            Optional<Figure> above = rows.get(i - 1).figures().get(total);
            Optional<Figure> more = rows.get(i).figures().get(plus);
            Optional<Figure> less =
                    minus < 0 ? Optional.empty() : rows.get(i).figures().get(minus);
            boolean whole =
                    result.isPresent() && above.isPresent() && more.isPresent() && (minus < 0 || less.isPresent());
            if (!whole
                    || more.get().value().isZero()
                    || above.get().value().isZero()
                    || !result.get().isLike(above.get())
                    || !result.get().isLike(more.get())
                    || less.filter(figure -> !figure.isLike(result.get())).isPresent()) {
                return List.of();
            }
            Side top = Side.of(List.of(above.get(), more.get()));
            checks.add(new Check(
                    Kind.SUM,
                    "sum-differs",
                    rows.get(i).label(),
                    Formulas.combined(
                            List.of(above.get(), more.get()), less.stream().toList()),
                    new Equation(result.get(), less.map(top::minus).orElse(top), Side.ONE)));
        }
        return checks;
    }
}
