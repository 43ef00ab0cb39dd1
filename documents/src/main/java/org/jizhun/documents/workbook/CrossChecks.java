package org.jizhun.documents.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Problem;

/** What must hold between the cells of a case: codes that are unique and exist, sums, order and years of dates. */
final class CrossChecks {

    /** Dates from which working days are counted; a year without a calendar cannot be judged. */
    private static final Map<String, Set<String>> COUNTED = Map.of(
            "contracts", Set.of("awarded", "signed", "published", "filed"),
            "procurements", Set.of("intentionPublished", "started"),
            "assetIncomes", Set.of("received", "due", "paidIn"),
            "disclosures", Set.of("approved", "published"));

    private final Map<String, TableReader.Table> tables;
    private final WorkingDays calendar;
    private final List<Problem> problems = new ArrayList<>();

    private CrossChecks(Map<String, TableReader.Table> tables, WorkingDays calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    static List<Problem> check(Map<String, TableReader.Table> tables, WorkingDays calendar) {
        CrossChecks checks = new CrossChecks(tables, calendar);
        checks.uniqueCodes();
        checks.datesInCalendar();
        checks.problems.addAll(References.check(tables));
        checks.problems.addAll(Reconciliation.check(tables));
        return checks.problems;
    }

    private void uniqueCodes() {
        for (TableReader.Table table : tables.values()) {
            if (table.register().recordKind().indexOf("code") < 0) {
                continue;
            }
            Map<String, Row> seen = new HashMap<>();
            for (Row row : table.rows()) {
                String code = row.text("code");
                Row first = code.isEmpty() ? null : seen.putIfAbsent(code, row);
                if (first != null) {
                    add(
                            "code-twice",
                            table,
                            row,
                            "code",
                            "found",
                            code,
                            "first",
                            first.place().line());
                }
            }
        }
    }

    private void datesInCalendar() {
        for (TableReader.Table table : tables.values()) {
            Set<String> counted = COUNTED.getOrDefault(table.register().name(), Set.of());
            for (Row row : table.rows()) {
                for (String column : counted.stream().sorted().toList()) {
                    if (row.get(column) instanceof LocalDate date && !calendar.covers(date)) {
                        add("date-outside-calendar", table, row, column, "found", date, "years", years());
                    }
                }
            }
        }
    }

    private String years() {
        return String.join(
                "、", calendar.years().stream().sorted().map(Object::toString).toList());
    }

    /** A problem at one column of a row; the first two arguments every such message has are the column and the row. */
    private void add(String code, TableReader.Table table, Row row, String column, Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = "column";
        all[1] = table.label(column);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        problems.add(Problem.of(code, table.cell(row, column), all));
    }
}
