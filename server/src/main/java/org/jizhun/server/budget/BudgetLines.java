package org.jizhun.server.budget;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;
import org.jspecify.annotations.Nullable;

/** The lines of the budget with sums by nature and in all. A sum of which a part is missing is missing. */
final class BudgetLines {

    static final Exact YUAN_PER_WAN = Exact.of(10_000);
    private static final Rounding TWO = Rounding.halfUp(2);

    private BudgetLines() {}

    /**
     * One line; amounts in 万元, the rate (spent of adjusted) in percent, both with two decimals half up; null where missing.
     *
     * @param level total, nature or category
     */
    record Line(
            String level,
            String label,
            @Nullable String initial,
            @Nullable String adjustment,
            @Nullable String adjusted,
            @Nullable String actualSpending,
            @Nullable String rate) {}

    static List<Line> of(List<Row> rows) {
        List<Line> lines = new ArrayList<>();
        if (rows.isEmpty()) {
            return lines;
        }
        lines.add(line("total", "合计", rows));
        Set<String> natures = new LinkedHashSet<>();
        rows.forEach(row -> natures.add(row.text("nature")));
        for (String nature : natures) {
            List<Row> own = rows.stream()
                    .filter(row -> row.text("nature").equals(nature))
                    .toList();
            lines.add(line("nature", nature, own));
            own.forEach(row -> lines.add(line("category", row.text("category"), List.of(row))));
        }
        return lines;
    }

    private static Line line(String level, String label, List<Row> rows) {
        Exact adjusted = sum(rows, "adjusted");
        Exact spent = sum(rows, "actualSpending");
        boolean rated = adjusted != null && spent != null && !adjusted.isZero();
        return new Line(
                level,
                label,
                wan(sum(rows, "initial")),
                wan(sum(rows, "adjustment")),
                wan(adjusted),
                wan(spent),
                rated && spent != null && adjusted != null ? percent(spent.dividedBy(adjusted)) : null);
    }

    /** In yuan; null where one row has no value. */
    static @Nullable Exact sum(List<Row> rows, String column) {
        Exact sum = Exact.ZERO;
        for (Row row : rows) {
            if (!(row.get(column) instanceof Exact value)) {
                return null;
            }
            sum = sum.plus(value);
        }
        return sum;
    }

    static @Nullable String wan(@Nullable Exact yuan) {
        return yuan == null ? null : yuan.dividedBy(YUAN_PER_WAN).toDecimal(TWO).toPlainString();
    }

    static String percent(Exact ratio) {
        return ratio.times(Exact.HUNDRED).toDecimal(TWO).toPlainString() + "%";
    }
}
