package org.jizhun.documents.workbook;

import java.math.BigDecimal;
import java.util.Map;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.quantity.Exact;

/** A value as a person would type it into its column: the way back from {@link CellValue}, without loss. */
final class Written {

    private static final Map<String, Exact> UNITS =
            Map.of("yuan", Exact.ONE, "wan", Exact.of(10_000), "yi", Exact.of(100_000_000));

    private Written() {}

    /**
     * The text of a value in its column's unit.
     *
     * @throws IllegalArgumentException if the value has no finite decimal, which no cell can hold
     */
    static String of(Register.Column column, Object value) {
        return switch (column.kind()) {
            case AMOUNT, NUMBER, COUNT, POINTS -> figure(column, value).toPlainString();
            case PERCENT -> decimal(((Exact) value).times(Exact.HUNDRED)).toPlainString() + "%";
            case BOOLEAN -> value.equals(true) ? "是" : "否";
            case TEXT, DATE, DURATION -> value.toString();
        };
    }

    /** The figure to type: money in the column's unit, a percentage as its ratio. */
    static BigDecimal figure(Register.Column column, Object value) {
        Exact exact = (Exact) value;
        return decimal(exact.dividedBy(UNITS.getOrDefault(column.unit(), Exact.ONE)));
    }

    private static BigDecimal decimal(Exact value) {
        BigDecimal finite = value.toDecimalIfFinite();
        if (finite == null) {
            throw new IllegalArgumentException("no finite decimal: " + value);
        }
        return finite;
    }
}
