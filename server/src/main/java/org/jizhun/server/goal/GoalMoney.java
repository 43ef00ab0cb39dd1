package org.jizhun.server.goal;

import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;
import org.jspecify.annotations.Nullable;

/** Amounts and shares as the pages of goals show them: 万元 and percent with two decimals, half up. */
final class GoalMoney {

    private static final Exact YUAN_PER_WAN = Exact.of(10_000);
    private static final Rounding TWO = Rounding.halfUp(2);

    private GoalMoney() {}

    static String wan(Exact yuan) {
        return yuan.dividedBy(YUAN_PER_WAN).toDecimal(TWO).toPlainString();
    }

    static String share(Exact part, Exact whole) {
        return whole.isZero()
                ? "—"
                : part.dividedBy(whole).times(Exact.HUNDRED).toDecimal(TWO).toPlainString() + "%";
    }

    /** All lines of the budget, each as adjusted, else as it began; null where one has neither, or there is none. */
    static @Nullable Exact department(FactSet facts) {
        Exact sum = Exact.ZERO;
        for (Row line : facts.rows("budget")) {
            Object amount = line.get("adjusted") == null ? line.get("initial") : line.get("adjusted");
            if (!(amount instanceof Exact exact)) {
                return null;
            }
            sum = sum.plus(exact);
        }
        return facts.rows("budget").isEmpty() ? null : sum;
    }
}
