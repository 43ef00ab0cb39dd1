package org.jizhun.auditor.relation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;

/**
 * A column that is so many times another in every row, as a subsidy of 25元 for each of so many mu: three rows with different numbers at
 * least show the short factor to the last digit, and it holds for the one row that is left.
 */
final class ConstantFactor implements Relation {

    private static final int LEAST_ROWS = 3;

    /** Digits of a factor that somebody set, as a standard is set. */
    private static final int SHORT = 3;

    /** Digits of results that show a factor. */
    private static final int DIGITS = 3;

    private static final int MOST_COLUMNS = 12;

    /** By how many in a hundred the odd row may miss. */
    private static final int FAR = 30;

    @Override
    public String name() {
        return "constant-factor";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            int columns = table.columns().size();
            for (int number = 0; columns <= MOST_COLUMNS && number < columns; number++) {
                for (int result = number + 1; result < columns; result++) {
                    columns(table, number, result, ledger);
                }
            }
        }
    }

    private static void columns(Table table, int number, int result, Ledger ledger) {
        Map<Table.Row, Exact> factors = new LinkedHashMap<>();
        for (Table.Row row : table.rows()) {
            Optional<Figure> one = row.figures().get(number).filter(ConstantFactor::isMeasured);
            Optional<Figure> two = row.figures().get(result).filter(ConstantFactor::isMeasured);
            boolean both = !row.total()
                    && one.isPresent()
                    && two.isPresent()
                    && !one.get().value().isZero()
                    && !two.get().value().isZero();
            if (both) {
                factors.put(row, two.get().value().dividedBy(one.get().value()));
            }
        }
        Optional<Exact> factor = factors.values().stream()
                .filter(ConstantFactor::isSet)
                .filter(any -> isPattern(factors, any, number, result))
                .findFirst();
        if (factor.isEmpty()) {
            return;
        }
        factors.keySet().stream()
                .map(row -> check(row, number, result, factor.get()))
                .filter(check -> check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), FAR))
                .forEach(ledger::checkUnlessKnown);
    }

    /** All rows but one have the factor, and different numbers of digits enough. */
    private static boolean isPattern(Map<Table.Row, Exact> factors, Exact factor, int number, int result) {
        Set<Exact> numbers = new HashSet<>();
        int missing = 0;
        for (Map.Entry<Table.Row, Exact> row : factors.entrySet()) {
            if (row.getValue().equals(factor)) {
                Figure told = row.getKey().figures().get(result).orElseThrow();
                if (told.tellingDigits() >= DIGITS) {
                    numbers.add(row.getKey().figures().get(number).orElseThrow().value());
                }
            } else {
                missing++;
            }
        }
        return numbers.size() >= LEAST_ROWS && missing <= 1;
    }

    private static boolean isMeasured(Figure figure) {
        return figure.kind() != Figure.Kind.PERCENT
                && figure.kind() != Figure.Kind.POINTS
                && figure.nearness() == Figure.Nearness.EXACT;
    }

    /** A short factor that is not one. */
    private static boolean isSet(Exact factor) {
        BigDecimal finite = factor.toDecimalIfFinite();
        return finite != null && finite.stripTrailingZeros().precision() <= SHORT && !factor.equals(Exact.ONE);
    }

    private static Check check(Table.Row row, int number, int result, Exact factor) {
        Figure told = row.figures().get(result).orElseThrow();
        Figure count = row.figures().get(number).orElseThrow();
        Equation equation = new Equation(told, new Side(Map.of(count, factor), Exact.ZERO), Side.ONE);
        Exact each = factor.times(count.unitSize()).dividedBy(told.unitSize());
        return new Check(Kind.RATIO, "rate-differs", row.label(), count.text() + " × " + each, equation);
    }
}
