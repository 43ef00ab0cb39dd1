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

/** The column 序号 counts 1, 2, 3 …; one number that is another, while all after it go on as if it were right, is told. */
final class RowNumbers {

    private static final Sought HEADING = Sought.of("序号|编号|行次");
    private static final Sought NUMBER = Sought.of("\\d{1,3}");
    private static final Sought PART_OF_A_TABLE = Sought.of("节选|部分|摘录|选取|抽取|略");
    private static final int LEAST = 4;

    private RowNumbers() {}

    static void examine(Table table, Ledger ledger) {
        boolean numbered = !table.columns().isEmpty()
                && HEADING.is(table.columns().get(0).heading())
                && !PART_OF_A_TABLE.isIn(table.grid().caption());
        List<Passage> cells = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Passage first = row.cells().isEmpty() ? null : row.cells().get(0);
            if (first != null && NUMBER.is(first.text())) {
                cells.add(first);
            }
        }
        if (!numbered || cells.size() < LEAST || number(cells.get(0)) != 1) {
            return;
        }
        List<Integer> odd = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (number(cells.get(i)) != i + 1) {
                odd.add(i);
            }
        }
        if (odd.size() == 1) {
            Passage wrong = cells.get(odd.get(0));
            String expected = String.valueOf(odd.get(0) + 1);
            Problem problem = Problem.of("row-number", Place.NONE, "stated", wrong.text(), "expected", expected);
            ledger.find(
                    Finding.of(Kind.OUTLINE, wrong.text(), Optional.of(expected), problem, wrong.spot(), List.of()));
        }
    }

    private static int number(Passage cell) {
        return Integer.parseInt(cell.text());
    }
}
