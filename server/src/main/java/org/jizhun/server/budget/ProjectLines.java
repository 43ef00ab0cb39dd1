package org.jizhun.server.budget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * The projects of a year as a tree, each above the lowest level with the sum of those below it. A sum of which a part is
 * missing is what was typed for the whole, else missing.
 */
final class ProjectLines {

    private static final List<String> AMOUNTS = List.of("initial", "adjustment", "adjusted", "actualSpending");
    private static final String PROJECT_SPENDING = "项目支出";

    private final List<Row> rows;
    private final Map<String, Row> byCode = new LinkedHashMap<>();
    private final Map<String, List<Row>> below = new HashMap<>();
    private final List<Row> tops = new ArrayList<>();
    /** By the line of the row. */
    private final Map<Integer, Map<String, Exact>> known = new HashMap<>();

    private ProjectLines(List<Row> rows) {
        this.rows = rows;
        rows.forEach(row -> byCode.putIfAbsent(row.text("code"), row));
        for (Row row : rows) {
            if (isTop(row)) {
                tops.add(row);
            } else {
                below.computeIfAbsent(row.text("parent"), code -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    static ProjectLines of(List<Row> projects) {
        return new ProjectLines(projects);
    }

    /** Without a parent, with one that is not there, or in a circle of parents, which would never be reached from above. */
    private boolean isTop(Row row) {
        Set<String> seen = new HashSet<>(Set.of(row.text("code")));
        String parent = row.text("parent");
        if (parent.isEmpty() || !byCode.containsKey(parent)) {
            return true;
        }
        Row above = byCode.get(parent);
        while (above != null && seen.add(above.text("code"))) {
            above = byCode.get(above.text("parent"));
        }
        return above != null;
    }

    /**
     * One project; amounts in 万元, the rate (spent of adjusted) in percent, both with two decimals half up; null where missing.
     *
     * @param level total, or the depth in the tree from 1
     * @param line of its row among the cells, from 1; 0 for the total
     * @param parts how many stand directly below it
     */
    record Line(
            String level,
            int line,
            String code,
            String name,
            String unit,
            String task,
            int parts,
            @Nullable String initial,
            @Nullable String adjustment,
            @Nullable String adjusted,
            @Nullable String actualSpending,
            @Nullable String rate) {}

    /** The total first, then every project below the one it belongs to; nothing where there is none. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            lines.add(line("total", 0, "", "", "", "", tops.size(), sums(tops)));
            tops.forEach(row -> add(row, 1, lines));
        }
        return lines;
    }

    private void add(Row row, int depth, List<Line> lines) {
        List<Row> parts = below(row);
        lines.add(line(
                Integer.toString(depth),
                row.place().line(),
                row.text("code"),
                row.text("name"),
                row.text("unit"),
                row.text("task"),
                parts.size(),
                amounts(row)));
        parts.forEach(part -> add(part, depth + 1, lines));
    }

    private List<Row> below(Row row) {
        // Of two rows with one code the parts belong to the first.
        Row first = byCode.get(row.text("code"));
        return first != null && first.place().line() == row.place().line()
                ? below.getOrDefault(row.text("code"), List.of())
                : List.of();
    }

    private Map<String, Exact> amounts(Row row) {
        Map<String, Exact> present = known.get(row.place().line());
        if (present != null) {
            return present;
        }
        Map<String, Exact> amounts = new HashMap<>(sums(below(row)));
        for (String column : AMOUNTS) {
            if (!amounts.containsKey(column) && row.get(column) instanceof Exact typed) {
                amounts.put(column, typed);
            }
        }
        known.put(row.place().line(), amounts);
        return amounts;
    }

    /** The sums of which no part is missing. */
    private Map<String, Exact> sums(List<Row> parts) {
        Map<String, Exact> sums = new HashMap<>();
        for (String column : AMOUNTS) {
            List<Exact> values = new ArrayList<>();
            for (Row part : parts) {
                Exact value = amounts(part).get(column);
                if (value != null) {
                    values.add(value);
                }
            }
            if (!parts.isEmpty() && values.size() == parts.size()) {
                sums.put(column, values.stream().reduce(Exact.ZERO, Exact::plus));
            }
        }
        return sums;
    }

    /** What the budget holds for projects and no project accounts for, by column; empty where they agree or cannot be compared. */
    Optional<Line> unplanned(List<Row> budget) {
        List<Row> spending = budget.stream()
                .filter(row -> row.text("nature").equals(PROJECT_SPENDING))
                .toList();
        Map<String, Exact> planned = sums(tops);
        Map<String, Exact> left = new HashMap<>();
        for (String column : AMOUNTS) {
            Exact whole = spending.isEmpty() ? null : BudgetLines.sum(spending, column);
            Exact part = planned.get(column);
            if (whole != null && part != null) {
                left.put(column, whole.minus(part));
            }
        }
        boolean differs = left.values().stream().anyMatch(amount -> !amount.isZero());
        return differs ? Optional.of(line("unplanned", 0, "", "", "", "", 0, left)) : Optional.empty();
    }

    private static Line line(
            String level,
            int at,
            String code,
            String name,
            String unit,
            String task,
            int parts,
            Map<String, Exact> amounts) {
        Exact adjusted = amounts.get("adjusted");
        Exact spent = amounts.get("actualSpending");
        boolean rated = adjusted != null && spent != null && !adjusted.isZero();
        return new Line(
                level,
                at,
                code,
                name,
                unit,
                task,
                parts,
                BudgetLines.wan(amounts.get("initial")),
                BudgetLines.wan(amounts.get("adjustment")),
                BudgetLines.wan(adjusted),
                BudgetLines.wan(spent),
                rated && spent != null && adjusted != null ? BudgetLines.percent(spent.dividedBy(adjusted)) : null);
    }
}
