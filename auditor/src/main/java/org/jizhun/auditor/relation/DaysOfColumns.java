package org.jizhun.auditor.relation;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Problem;

/**
 * A column of days between two columns of dates: 中标通知书日期 | 签订日期 | 间隔（天） | 备案日期 | 间隔（工作日）. Which two dates are meant is what most rows
 * agree with; the one row that does not is told.
 */
final class DaysOfColumns {

    private static final Sought HEADING = Sought.of("(?:间隔|用时|历时|耗时|相隔)[^\\d]{0,6}$");
    private static final Sought WORKING = Sought.of("工作[日天]");
    private static final Sought NUMBER = Sought.of("(?<days>\\d{1,3})(?<unit>个?工作日|日历天|天|日)?");
    private static final int FEWEST = 3;

    private DaysOfColumns() {}

    /** @param first whether the first day counts */
    private record Pair(int from, int to, boolean first) {}

    private record Apart(Day from, Day to, int stated, long taken, Passage cell, Matcher number) {}

    static void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            for (Table.Column column : table.columns()) {
                if (HEADING.isIn(column.heading()) && table.rows().size() >= FEWEST) {
                    column(claims, table, column, ledger);
                }
            }
        }
    }

    private static void column(Claims claims, Table table, Table.Column column, Ledger ledger) {
        List<List<Apart>> close = new ArrayList<>();
        int columns = table.columns().size();
        for (int to = columns - 1; to > 0; to--) {
            for (int from = to - 1; from >= 0; from--) {
                for (boolean first : new boolean[] {false, true}) {
                    List<Apart> rows = rows(claims, table, column, new Pair(from, to, first));
                    long odd = rows.stream().filter(DaysOfColumns::differs).count();
                    if (rows.size() >= FEWEST && odd <= 1) {
                        close.add(rows);
                    }
                }
            }
        }
        boolean held = close.stream().anyMatch(rows -> rows.stream().noneMatch(DaysOfColumns::differs));
        if (!held && close.size() == 1) {
            close.get(0).stream().filter(DaysOfColumns::differs).forEach(row -> tell(row, ledger));
        }
    }

    private static boolean differs(Apart row) {
        return row.taken() != row.stated();
    }

    private static List<Apart> rows(Claims claims, Table table, Table.Column column, Pair pair) {
        List<Apart> rows = new ArrayList<>();
        boolean working = WORKING.isIn(column.heading());
        for (Table.Row row : table.rows()) {
            if (Math.max(column.index(), pair.to()) >= row.cells().size()) {
                continue;
            }
            Passage cell = row.cells().get(column.index());
            Matcher number = NUMBER.in(cell.text());
            List<Day> from = Day.of(row.cells().get(pair.from()));
            List<Day> to = Day.of(row.cells().get(pair.to()));
            if (from.size() != 1 || to.size() != 1 || !number.matches()) {
                continue;
            }
            Day one = from.get(0);
            Day two = to.get(0);
            Optional<Long> taken = working || WORKING.isIn(cell)
                    ? claims.calendar().between(one.date(), two.date())
                    : Optional.of(ChronoUnit.DAYS.between(one.date(), two.date()));
            taken.filter(days -> days >= 0)
                    .map(days -> days + (pair.first() ? 1 : 0))
                    .ifPresent(days ->
                            rows.add(new Apart(one, two, Integer.parseInt(number.group("days")), days, cell, number)));
        }
        return rows;
    }

    private static void tell(Apart row, Ledger ledger) {
        String unit = row.number().group("unit") == null ? "" : row.number().group("unit");
        String stated = row.stated() + unit;
        String right = row.taken() + unit;
        Problem problem =
                WrongTerm.length(stated, right, row.from().text(), row.to().text());
        ledger.find(Finding.of(
                Kind.DEADLINE,
                stated,
                Optional.of(right),
                problem,
                row.cell().spot(row.number().start(), row.number().end()),
                List.of(row.from().spot(), row.to().spot())));
    }
}
