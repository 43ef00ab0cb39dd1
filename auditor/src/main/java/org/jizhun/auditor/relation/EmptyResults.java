package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** A table of goals and results in which one row alone has a goal and no result: 重点人群签约率≥75% and nothing beside it. */
final class EmptyResults {

    private static final Sought RESULTS = Sought.of("(?:完成|实现|达成)情况|实际完成(?:值|情况)?|完成结果|实际完成指标值");
    private static final Sought GOALS = Sought.of("目标|任务|指标值|计划");
    private static final Sought NOTHING = Sought.of("[-—－–/／\\s]*");
    private static final int LEAST = 2;

    private EmptyResults() {}

    static void examine(Table table, Ledger ledger) {
        Optional<Table.Column> results = last(table, RESULTS);
        Optional<Table.Column> goals = last(table, GOALS);
        if (results.isEmpty()
                || goals.isEmpty()
                || results.get().index() <= goals.get().index()) {
            return;
        }
        List<Table.Row> open = new ArrayList<>();
        int filled = 0;
        for (Table.Row row : table.rows()) {
            String goal = text(row, goals.get().index());
            String result = text(row, results.get().index());
            if (row.total() || goal.isEmpty() || NOTHING.is(goal)) {
                continue;
            }
            boolean empty = result.isEmpty();
            filled += empty ? 0 : 1;
            if (empty && row.cells().size() > results.get().index()) {
                open.add(row);
            }
        }
        if (open.size() == 1 && filled >= LEAST) {
            tell(open.get(0), goals.get().index(), ledger);
        }
    }

    private static Optional<Table.Column> last(Table table, Sought words) {
        return table.columns().stream()
                .filter(column -> words.isIn(column.heading()))
                .reduce((one, two) -> two);
    }

    private static String text(Table.Row row, int index) {
        return index < row.cells().size() ? row.cells().get(index).text().strip() : "";
    }

    /** Told by the name of the goal, the last words before its value. */
    private static void tell(Table.Row row, int goal, Ledger ledger) {
        Passage name = row.cells().get(goal);
        for (int i = goal - 1; i >= 0; i--) {
            if (Sought.kept(".*[\\u4e00-\\u9fa5]{2,}.*").is(row.cells().get(i).text())) {
                name = row.cells().get(i);
                break;
            }
        }
        Problem problem = Problem.of("goal-without-result", Place.NONE, "stated", name.text());
        ledger.find(Finding.of(Kind.COVERAGE, name.text(), Optional.empty(), problem, name.spot(), List.of()));
    }
}
