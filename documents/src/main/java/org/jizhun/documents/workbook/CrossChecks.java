package org.jizhun.documents.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/** What must hold between the cells of a case: keys that are unique and exist, levels, sums, order and years of dates. */
final class CrossChecks {

    /** Dates from which working days are counted; a year without a calendar cannot be judged. */
    private static final Map<String, Set<String>> COUNTED = Map.of(
            "contracts", Set.of("awarded", "signed", "published", "filed"),
            "procurements", Set.of("intentionPublished", "started"),
            "assetIncomes", Set.of("received", "due", "paidIn"),
            "disclosures", Set.of("approved", "published"));

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    private final Findings findings;
    private final WorkingDays calendar;

    private CrossChecks(Findings findings, WorkingDays calendar) {
        this.findings = findings;
        this.calendar = calendar;
    }

    static List<Problem> check(Map<String, TableReader.Table> tables, WorkingDays calendar, SchemeNames names) {
        Findings findings = new Findings(tables);
        CrossChecks checks = new CrossChecks(findings, calendar);
        checks.uniqueRows();
        checks.years();
        checks.levels();
        IndicatorChecks.check(findings);
        names.check(findings);
        List<Problem> problems = new ArrayList<>(findings.problems());
        problems.addAll(References.check(tables));
        problems.addAll(Reconciliation.check(tables));
        return problems;
    }

    private void uniqueRows() {
        findings.tables().forEach((name, table) -> {
            if (table.register().recordKind().indexOf("code") >= 0) {
                unique(table, List.of("code"), "code-twice");
            }
            List<String> key = RowKeys.UNIQUE.getOrDefault(name, List.of());
            if (!key.isEmpty()) {
                unique(table, key, "row-twice");
            }
        });
    }

    /** A row that repeats an earlier one is told at its last key column, with the row it repeats. */
    private void unique(TableReader.Table table, List<String> columns, String code) {
        Map<List<String>, Row> seen = new HashMap<>();
        for (Row row : table.rows()) {
            List<String> key = columns.stream().map(row::text).toList();
            Row first = key.contains("") ? null : seen.putIfAbsent(key, row);
            if (first != null) {
                String last = columns.get(columns.size() - 1);
                findings.add(code, table, row, last, "first", first.place().line());
            }
        }
    }

    private void years() {
        findings.tables().forEach((name, table) -> {
            Set<String> counted = COUNTED.getOrDefault(name, Set.of());
            List<Register.Column> columns = table.register().columns();
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i).name();
                for (Row row : table.rows()) {
                    if (row.get(i) instanceof LocalDate date) {
                        year(table, row, column, date, counted.contains(column));
                    }
                }
            }
        });
    }

    private void year(TableReader.Table table, Row row, String column, LocalDate date, boolean counted) {
        if (counted && !calendar.covers(date)) {
            findings.add("date-outside-calendar", table, row, column, "years", loaded());
        } else if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            findings.add("date-implausible", table, row, column);
        }
    }

    private String loaded() {
        return calendar.years().isEmpty()
                ? "—"
                : calendar.years().stream().sorted().map(Object::toString).collect(Collectors.joining("、"));
    }

    /** A project of level 1 has no parent; any other is one level below its parent. */
    private void levels() {
        findings.table("projects").ifPresent(table -> {
            Map<String, Row> byCode = new HashMap<>();
            table.rows().forEach(row -> byCode.putIfAbsent(row.text("code"), row));
            for (Row row : table.rows()) {
                Row parent = byCode.get(row.text("parent"));
                if (!(row.get("level") instanceof Exact level)) {
                    continue;
                }
                if (row.text("parent").isEmpty() && !level.equals(Exact.ONE)) {
                    findings.add("level-without-parent", table, row, "level");
                }
                if (parent != null
                        && parent.get("level") instanceof Exact above
                        && !level.equals(above.plus(Exact.ONE))) {
                    findings.add("level-mismatch", table, row, "level", "parent", row.text("parent"), "above", above);
                }
            }
        });
    }
}
