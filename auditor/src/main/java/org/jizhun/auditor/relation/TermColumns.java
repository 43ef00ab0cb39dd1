package org.jizhun.auditor.relation;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * A register of bonds, contracts or warranties with a day of beginning, a length and a day of end: 发行日期 | 期限（年） | 到期日. The one row
 * that does not close, where all others do, is told by its length.
 */
final class TermColumns {

    private static final Sought BEGIN =
            Sought.of("(?:发行|起始|开始|起息|计息|签订|签署|生效|起租|开工|启用|验收|放款|聘任|起)[^（]{0,4}(?:日期?|时间|年月)|起始日|开始日");
    private static final Sought LENGTH = Sought.of("(?:期限|年限|租期|聘期|任期|工期|质保期|保修期|服务期|合同期)(?:（(?<unit>年|个?月)）)?$");
    private static final Sought END = Sought.of("(?:到期|截止|终止|结束|届满|期满|止租|终了)[^（]{0,4}(?:日期?|时间|年月)|到期日|截止日|终止日");
    /** 2021年9月, 2021-09-15, 2021.9. */
    private static final Sought MONTH =
            Sought.of("(?<year>(?:19|20)\\d{2})(?:年|[-/.])(?<month>\\d{1,2})(?:月(?:\\d{1,2}日)?|[-/.]\\d{1,2})?");

    private static final Sought NUMBER = Sought.of("(?<number>\\d{1,3})(?<unit>年|个?月)?(?:期)?");

    private static final int YEAR = 12;

    /** Lengths that bonds and contracts are made for, in years or in months. */
    private static final Set<Integer> USUAL = Set.of(1, 2, 3, 5, 6, 7, 10, 12, 15, 18, 20, 24, 30, 36, 48, 60);

    private TermColumns() {}

    /**
     * @param stated how many months the row says
     * @param apart how many months lie between its days
     * @param right the month in which it should end
     */
    private record Row(Passage from, Passage length, Passage to, int stated, int apart, int unit, YearMonth right) {

        boolean holds() {
            return stated == apart || stated == apart + 1;
        }
    }

    static void examine(Claims claims, Table table, Ledger ledger) {
        Optional<Table.Column> begin = only(table, BEGIN);
        Optional<Table.Column> length = only(table, LENGTH);
        Optional<Table.Column> end = only(table, END);
        if (begin.isPresent() && end.isPresent() && length.isEmpty()) {
            ofText(claims, table, begin.get().index(), end.get().index(), ledger);
        }
        if (begin.isEmpty() || length.isEmpty() || end.isEmpty()) {
            return;
        }
        Matcher heading = LENGTH.in(length.get().heading());
        String unit = heading.find() && heading.group("unit") != null ? heading.group("unit") : "";
        List<Row> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            row(row, begin.get().index(), length.get().index(), end.get().index(), unit)
                    .ifPresent(rows::add);
        }
        List<Row> odd = rows.stream().filter(row -> !row.holds()).toList();
        if (rows.size() >= 2 && odd.size() == 1 && rows.size() - odd.size() >= 1) {
            tell(odd.get(0), ledger);
        }
    }

    /** 债券期限均为15年, and one row of three or more whose days are other whole years apart. */
    private static void ofText(Claims claims, Table table, int begin, int end, Ledger ledger) {
        List<Integer> lengths = claims.passages().stream()
                .flatMap(passage -> ToldTerm.of(passage.text()).stream())
                .filter(ToldTerm::years)
                .map(ToldTerm::number)
                .distinct()
                .toList();
        List<Table.Row> odd = new ArrayList<>();
        int right = 0;
        for (Table.Row row : lengths.size() == 1 ? table.rows() : List.<Table.Row>of()) {
            List<Day> from = begin < row.cells().size() ? Day.of(row.cells().get(begin)) : List.of();
            List<Day> to = end < row.cells().size() ? Day.of(row.cells().get(end)) : List.of();
            if (from.size() == 1 && to.size() == 1) {
                boolean sameDay = from.get(0)
                        .date()
                        .withYear(2000)
                        .equals(to.get(0).date().withYear(2000));
                int apart = to.get(0).date().getYear() - from.get(0).date().getYear();
                right += sameDay && apart == lengths.get(0) ? 1 : 0;
                if (sameDay && apart != lengths.get(0)) {
                    odd.add(row);
                }
            }
        }
        if (odd.size() == 1 && right >= 2) {
            Day from = Day.of(odd.get(0).cells().get(begin)).get(0);
            Day to = Day.of(odd.get(0).cells().get(end)).get(0);
            String year = String.valueOf(from.date().getYear() + lengths.get(0));
            String expected = to.text().replaceFirst("^\\d{4}", year);
            Problem problem = WrongTerm.end(to.text(), expected, from.text(), lengths.get(0) + "年");
            ledger.find(
                    Finding.of(Kind.DATE, to.text(), Optional.of(expected), problem, to.spot(), List.of(from.spot())));
        }
    }

    private static Optional<Table.Column> only(Table table, Sought words) {
        List<Table.Column> columns = table.columns().stream()
                .filter(column -> words.isIn(column.heading()))
                .toList();
        return columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
    }

    private static Optional<Row> row(Table.Row row, int begin, int length, int end, String unit) {
        if (Math.max(begin, Math.max(length, end)) >= row.cells().size()) {
            return Optional.empty();
        }
        Passage own = row.cells().get(length);
        Optional<YearMonth> from = month(row.cells().get(begin));
        Optional<YearMonth> to = month(row.cells().get(end));
        Matcher number = NUMBER.in(own.text());
        if (from.isEmpty() || to.isEmpty() || !number.matches()) {
            return Optional.empty();
        }
        String told = number.group("unit") == null ? unit : number.group("unit");
        int size = told.endsWith("月") ? 1 : YEAR;
        int apart = Math.toIntExact(ChronoUnit.MONTHS.between(from.get(), to.get()));
        int stated = Integer.parseInt(number.group("number")) * size;
        return told.isEmpty() || apart <= 0
                ? Optional.empty()
                : Optional.of(new Row(
                        row.cells().get(begin),
                        own,
                        row.cells().get(end),
                        stated,
                        apart,
                        size,
                        from.get().plusMonths(stated)));
    }

    private static Optional<YearMonth> month(Passage cell) {
        Matcher month = MONTH.in(cell.text());
        if (!month.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    YearMonth.of(Integer.parseInt(month.group("year")), Integer.parseInt(month.group("month"))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** Told by its length where that can be mended to one that is usual (20 years, not 19), else by its end. */
    private static void tell(Row row, Ledger ledger) {
        int apart = row.unit() == YEAR && (row.apart() + 1) % YEAR == 0 ? row.apart() + 1 : row.apart();
        boolean whole = apart % row.unit() == 0 && USUAL.contains(apart / row.unit());
        Passage wrong = whole ? row.length() : row.to();
        String expected = whole
                ? row.length().text().replaceFirst("\\d+", String.valueOf(apart / row.unit()))
                : row.to()
                        .text()
                        .replaceFirst("^\\d{4}", String.valueOf(row.right().getYear()));
        Problem problem = whole
                ? WrongTerm.length(
                        wrong.text(), expected, row.from().text(), row.to().text())
                : WrongTerm.end(
                        wrong.text(), expected, row.from().text(), row.length().text());
        ledger.find(Finding.of(
                Kind.DATE,
                wrong.text(),
                Optional.of(expected),
                problem,
                wrong.spot(),
                List.of(row.from().spot(), row.to().spot())));
    }
}
