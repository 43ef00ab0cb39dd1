package org.jizhun.bench.province;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/** A generated department year in the form in which the engine reads a case. */
final class DepartmentFacts implements Inputs {

    /** Fills one row: the cells by the columns named for the register. */
    @SuppressWarnings("ArrayRecordComponent") // private, and only read
    private record Table(Kind.RecordOf kind, int[] columns) {
        static Table of(String register, String... columns) {
            Kind.RecordOf kind =
                    Vocabulary.standard().register(register).orElseThrow().recordKind();
            int[] indexes = new int[columns.length];
            for (int i = 0; i < columns.length; i++) {
                indexes[i] = kind.indexOf(columns[i]);
            }
            return new Table(kind, indexes);
        }

        Row row(@Nullable Object... cells) {
            @Nullable Object[] values = new Object[kind.fields().size()];
            for (int i = 0; i < cells.length; i++) {
                values[columns[i]] = cells[i];
            }
            return new Row(kind, values, Place.NONE);
        }
    }

    private static final Table BUDGET =
            Table.of("budget", "nature", "category", "initial", "adjustment", "adjusted", "actualSpending");
    private static final Table EXECUTION = Table.of("execution", "month", "rate");
    private static final Table INDICATORS =
            Table.of("indicators", "code", "class", "name", "operator", "target", "actual");
    private static final Table PROJECTS = Table.of("projects", "code", "name", "isNew", "exAnteEvaluated");
    private static final Table CONTRACTS =
            Table.of("contracts", "code", "name", "procurement", "amount", "awarded", "signed", "filed");
    private static final Table PROCUREMENTS = Table.of(
            "procurements",
            "code",
            "name",
            "intentionPublished",
            "started",
            "urgent",
            "smallBusinessRequired",
            "smallBusinessReserved");
    private static final Table ASSETS = Table.of("assets", "code", "name", "originalValue", "status", "counted");
    private static final Table INCOMES = Table.of("assetIncomes", "item", "due", "paidIn");
    private static final Table DISCLOSURES =
            Table.of("disclosures", "item", "approved", "published", "complete", "prescribedPlace");
    private static final Table COSTS = Table.of("operatingCosts", "item", "kind", "budget", "actual", "limit");
    private static final Table DEDUCTIONS = Table.of("deductions", "criterion", "event", "count");
    private static final Table CHECKS = Table.of("checks", "criterion", "element", "met");

    private final Map<String, Object> values = new HashMap<>();
    private final WorkingDays calendar;

    DepartmentFacts(DepartmentYear year, WorkingDays calendar) {
        this.calendar = calendar;
        table(
                "budget",
                year.budget(),
                (line, rows) -> rows.add(BUDGET.row(
                        line.nature(),
                        line.category(),
                        yuan(line.initial()),
                        yuan(line.adjustment()),
                        yuan(line.initial() + line.adjustment()),
                        yuan(line.actual()))));
        List<Row> months = new java.util.ArrayList<>();
        for (int i = 0; i < year.monthlyRates().length; i++) {
            months.add(EXECUTION.row(Exact.of(i + 1L), Exact.ofDecimal(year.monthlyRates()[i], 4)));
        }
        values.put("execution", months);
        table(
                "indicators",
                year.indicators(),
                (each, rows) -> rows.add(INDICATORS.row(
                        each.code(),
                        each.kind(),
                        each.code(),
                        each.operator(),
                        Exact.of(each.target()),
                        Exact.of(each.actual()))));
        table(
                "projects",
                year.projects(),
                (each, rows) -> rows.add(PROJECTS.row(each.code(), each.code(), each.isNew(), each.evaluated())));
        table(
                "contracts",
                year.contracts(),
                (each, rows) -> rows.add(CONTRACTS.row(
                        each.code(),
                        each.code(),
                        each.purchase(),
                        yuan(each.amount()),
                        each.awarded(),
                        each.signed(),
                        each.filed())));
        table(
                "procurements",
                year.purchases(),
                (each, rows) -> rows.add(PROCUREMENTS.row(
                        each.code(),
                        each.code(),
                        each.intention(),
                        each.started(),
                        each.urgent(),
                        each.required(),
                        each.reserved())));
        table(
                "assets",
                year.assets(),
                (each, rows) -> rows.add(
                        ASSETS.row(each.code(), each.code(), yuan(each.value()), each.status(), each.counted())));
        table(
                "assetIncomes",
                year.incomes(),
                (each, rows) -> rows.add(INCOMES.row(each.item(), each.due(), each.paid())));
        table(
                "disclosures",
                year.disclosures(),
                (each, rows) -> rows.add(DISCLOSURES.row(
                        each.item(), each.approved(), each.published(), each.complete(), each.prescribed())));
        table(
                "operatingCosts",
                year.costs(),
                (each, rows) -> rows.add(COSTS.row(
                        each.item(),
                        each.kind(),
                        yuan(each.budget()),
                        yuan(each.actual()),
                        each.limit() == null ? null : yuan(each.limit()))));
        table(
                "deductions",
                year.events(),
                (each, rows) -> rows.add(DEDUCTIONS.row(each.criterion(), "事项", Exact.of(each.count()))));
        table(
                "checks",
                year.checks(),
                (each, rows) -> rows.add(CHECKS.row(each.criterion(), each.element(), each.met())));
        values.put("assetReportMatches", year.assetReportMatches());
    }

    @Override
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    @Override
    public WorkingDays calendar() {
        return calendar;
    }

    private <T> void table(String register, List<T> items, BiConsumer<T, List<Row>> fill) {
        List<Row> rows = new java.util.ArrayList<>(items.size());
        items.forEach(item -> fill.accept(item, rows));
        values.put(register, rows);
    }

    private static Exact yuan(long cents) {
        return Exact.ofDecimal(cents, 2);
    }
}
