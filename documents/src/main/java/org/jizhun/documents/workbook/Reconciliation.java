package org.jizhun.documents.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * Figures and dates that must agree with each other: a budget after adjustment, a project and its parts, projects and the
 * budget table, months, dates in their order. A relation with a missing member is not judged.
 */
final class Reconciliation {

    private static final Exact WAN = Exact.of(10_000);

    /** Half of 0.01 万元, in yuan. */
    private static final Exact HALF_STEP = Exact.of(50);

    private static final List<String> AMOUNTS = List.of("initial", "adjustment", "adjusted", "actualSpending");

    /** Dates of one row of which the second never comes before the first. */
    private static final Map<String, List<List<String>>> ORDERED = Map.of(
            "contracts",
                    List.of(
                            List.of("awarded", "signed"),
                            List.of("signed", "published"),
                            List.of("signed", "filed"),
                            List.of("start", "end")),
            "procurements", List.of(List.of("intentionPublished", "started")),
            "disclosures", List.of(List.of("approved", "published")),
            "assetIncomes", List.of(List.of("received", "paidIn")));

    private final Map<String, TableReader.Table> tables;
    private final List<Problem> problems = new ArrayList<>();

    private Reconciliation(Map<String, TableReader.Table> tables) {
        this.tables = tables;
    }

    static List<Problem> check(Map<String, TableReader.Table> tables) {
        Reconciliation reconciliation = new Reconciliation(tables);
        reconciliation.adjustedBudgets("budget");
        reconciliation.adjustedBudgets("projects");
        reconciliation.partsOfProjects();
        reconciliation.projectsOfBudget();
        reconciliation.months();
        reconciliation.orderOfDates();
        return reconciliation.problems;
    }

    private void adjustedBudgets(String register) {
        TableReader.Table table = tables.get(register);
        if (table == null) {
            return;
        }
        for (Row row : table.rows()) {
            if (row.get("initial") instanceof Exact initial
                    && row.get("adjustment") instanceof Exact adjustment
                    && row.get("adjusted") instanceof Exact adjusted
                    && differs(adjusted, initial.plus(adjustment), 3)) {
                add(
                        "adjusted-differs",
                        table,
                        row,
                        "adjusted",
                        "found",
                        wan(adjusted),
                        "initial",
                        wan(initial),
                        "adjustment",
                        wan(adjustment),
                        "expected",
                        wan(initial.plus(adjustment)));
            }
        }
    }

    private void partsOfProjects() {
        TableReader.Table projects = tables.get("projects");
        if (projects == null) {
            return;
        }
        for (Row parent : projects.rows()) {
            String code = parent.text("code");
            List<Row> parts = code.isEmpty()
                    ? List.of()
                    : projects.rows().stream()
                            .filter(row -> row.text("parent").equals(code))
                            .toList();
            for (String column : AMOUNTS) {
                Exact sum = sum(parts, column);
                if (sum != null && parent.get(column) instanceof Exact whole && differs(whole, sum, parts.size() + 1)) {
                    add(
                            "parts-differ",
                            projects,
                            parent,
                            column,
                            "found",
                            wan(whole),
                            "expected",
                            wan(sum),
                            "parts",
                            parts.size());
                }
            }
        }
    }

    /** The projects without a parent, by category, against the budget table. */
    private void projectsOfBudget() {
        TableReader.Table budget = tables.get("budget");
        TableReader.Table projects = tables.get("projects");
        if (budget == null || projects == null) {
            return;
        }
        for (Row line : budget.rows()) {
            List<Row> same = projects.rows().stream()
                    .filter(row -> row.text("parent").isEmpty())
                    .filter(row -> row.text("category").equals(line.text("category")))
                    .toList();
            for (String column : AMOUNTS) {
                Exact sum = sum(same, column);
                if (sum != null && line.get(column) instanceof Exact stated && differs(stated, sum, same.size() + 1)) {
                    add("projects-differ", budget, line, column, "found", wan(stated), "expected", wan(sum));
                }
            }
        }
    }

    private void months() {
        TableReader.Table execution = tables.get("execution");
        if (execution == null) {
            return;
        }
        Map<Exact, Row> seen = new HashMap<>();
        for (Row row : execution.rows()) {
            if (row.get("month") instanceof Exact month) {
                Row first = seen.putIfAbsent(month, row);
                if (!month.isWhole() || month.compareTo(Exact.ONE) < 0 || month.compareTo(Exact.of(12)) > 0) {
                    add("month-unknown", execution, row, "month", "found", month);
                } else if (first != null) {
                    add(
                            "month-twice",
                            execution,
                            row,
                            "month",
                            "found",
                            month,
                            "first",
                            first.place().line());
                }
            }
        }
    }

    private void orderOfDates() {
        ORDERED.forEach((register, pairs) -> {
            TableReader.Table table = tables.get(register);
            if (table != null) {
                table.rows().forEach(row -> pairs.forEach(pair -> orderOfDates(table, row, pair.get(0), pair.get(1))));
            }
        });
    }

    private void orderOfDates(TableReader.Table table, Row row, String first, String second) {
        if (row.get(first) instanceof LocalDate from
                && row.get(second) instanceof LocalDate until
                && until.isBefore(from)) {
            add("dates-reversed", table, row, second, "found", until, "earlier", table.named(first), "date", from);
        }
    }

    /** Each of the figures was rounded to 0.01 万元 on its own, so together they may be apart by half of that each. */
    private static boolean differs(Exact one, Exact other, int figures) {
        return one.minus(other).abs().compareTo(HALF_STEP.times(Exact.of(figures))) > 0;
    }

    /** Null where there is no row, or one without a figure. */
    private static @Nullable Exact sum(List<Row> rows, String column) {
        Exact sum = null;
        for (Row row : rows) {
            if (!(row.get(column) instanceof Exact part)) {
                return null;
            }
            sum = sum == null ? part : sum.plus(part);
        }
        return sum;
    }

    private static String wan(Exact yuan) {
        return yuan.dividedBy(WAN).toString();
    }

    /** A problem at one column of a row; every such message names the column first. */
    private void add(String code, TableReader.Table table, Row row, String column, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("column", table.named(column)));
        all.addAll(List.of(arguments));
        problems.add(Problem.of(code, table.cell(row, column), all.toArray()));
    }
}
