package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * How a column may come of others: columns added and subtracted, the column divided by and the one multiplied with.
 *
 * @param over the column divided by; -1 for none
 * @param times the column multiplied with; -1 for none
 */
record ColumnForm(int result, List<Integer> plus, List<Integer> minus, int over, int times, Exact factor) {

    private static final Sought RATE_OR_PRICE = Sought.of("利率|税率|费率|单价|标准|单位成本|均|(?:补贴|补助|贴息|承担|分担|奖补)比例");

    /** What is decided or counted and not worked out from rates. */
    private static final Set<String> GIVEN = Set.of(
            "target",
            "weight",
            "initial",
            "budget",
            "adjusted",
            "achieved",
            "actual",
            "last",
            "current",
            "quantity",
            "establishment",
            "staff",
            "arrived");

    private static final Exact TWO = Exact.of(2);

    ColumnForm(int result, List<Integer> plus, List<Integer> minus, int over, Exact factor) {
        this(result, plus, minus, over, -1, factor);
    }

    /** The same of another column. */
    ColumnForm of(int other) {
        return new ColumnForm(other, plus, minus, over, times, factor);
    }

    boolean uses(int column) {
        return plus.contains(column) || minus.contains(column) || over == column || times == column;
    }

    /** All columns that take part. */
    Set<Integer> columns() {
        Set<Integer> columns = new HashSet<>(plus);
        columns.addAll(minus);
        columns.addAll(List.of(result, over, times));
        columns.remove(-1);
        return columns;
    }

    boolean isProduct() {
        return times >= 0;
    }

    /** A mean has no column to divide by and a factor below one. */
    boolean isMean() {
        return over < 0 && times < 0 && factor.compareTo(Exact.ONE) < 0;
    }

    /** Sums of neighbouring columns, then differences and stocks, then quotients. */
    static List<ColumnForm> all(Table table, int result, List<Integer> columns) {
        List<ColumnForm> forms = new ArrayList<>();
        for (int from = 0; from < columns.size(); from++) {
            for (int to = from + 2; to <= columns.size(); to++) {
                List<Integer> block = columns.subList(from, to);
                if (!block.contains(result)) {
                    forms.add(new ColumnForm(result, block, List.of(), -1, Exact.ONE));
                    if (block.size() > 2
                            && table.columns().get(result).heading().contains("均")) {
                        Exact part = Exact.ONE.dividedBy(Exact.of(block.size()));
                        forms.add(new ColumnForm(result, block, List.of(), -1, part));
                    }
                }
            }
        }
        boolean given =
                table.columns().get(result).measure().map(GIVEN::contains).orElse(false);
        for (int plus : columns) {
            for (int minus : columns) {
                if (plus != minus && plus != result && minus != result) {
                    forms.add(new ColumnForm(result, List.of(plus), List.of(minus), -1, Exact.ONE));
                }
                if (plus != minus && plus != result && minus != result && !given && !isRate(table, minus)) {
                    for (Exact factor : List.of(Exact.ONE, Exact.of(10_000), Exact.HUNDRED)) {
                        forms.add(new ColumnForm(result, List.of(plus), List.of(), minus, factor));
                    }
                    forms.add(new ColumnForm(result, List.of(plus), List.of(minus), minus, Exact.ONE));
                }
            }
        }
        for (int plus : columns) {
            for (int times : columns) {
                if (plus != times && plus != result && times != result && !given && isRateOrPrice(table, times)) {
                    forms.add(new ColumnForm(result, List.of(plus), List.of(), -1, times, Exact.ONE));
                    forms.add(new ColumnForm(result, List.of(plus), List.of(), -1, times, Exact.ofDecimal(1, 4)));
                }
            }
        }
        for (int i = 3; i < columns.size(); i++) {
            if (columns.get(i) == result) {
                forms.add(new ColumnForm(
                        result, columns.subList(i - 3, i - 1), List.of(columns.get(i - 1)), -1, Exact.ONE));
            }
        }
        return forms;
    }

    /** 票面利率, 补助标准（元）, 单价: what amounts and quantities are multiplied with. */
    private static boolean isRateOrPrice(Table table, int column) {
        return RATE_OR_PRICE.isIn(table.columns().get(column).heading());
    }

    /** Nothing is divided by a rate. */
    private static boolean isRate(Table table, int column) {
        return table.rows().stream()
                        .flatMap(row -> row.figures().get(column).stream())
                        .anyMatch(figure -> figure.kind() == Figure.Kind.PERCENT)
                || Sought.kept(".*(?:率|系数|占比|比例|比重|得分)(?:（[^）]*）)?")
                        .is(table.columns().get(column).heading());
    }

    /** What the form says of a row; nothing of one that lacks a figure, or where it would hold whatever the figures are. */
    Optional<Equation> equation(Table.Row row) {
        if (isProduct()) {
            return product(row);
        }
        Optional<Figure> own = figure(row, result);
        Optional<Figure> base = figure(row, over);
        if (own.isEmpty() || own.get().value().isZero() || (over >= 0 && base.isEmpty())) {
            return Optional.empty();
        }
        List<Figure> added = figures(row, plus);
        List<Figure> taken = figures(row, minus);
        boolean whole = added.size() == plus.size() && taken.size() == minus.size();
        if (!whole || trivial(own.get(), added, taken, base)) {
            return Optional.empty();
        }
        Side top = Side.of(added);
        for (Figure figure : taken) {
            top = top.minus(figure);
        }
        Side scaled = factor.equals(Exact.ONE) ? top : new Side(times(top.weights(), factor), Exact.ZERO);
        return Optional.of(new Equation(own.get(), scaled, base.map(Side::of).orElse(Side.ONE)));
    }

    /** An amount times a rate, or a number times a price; the second is taken as given. */
    private Optional<Equation> product(Table.Row row) {
        Optional<Figure> own = figure(row, result);
        Optional<Figure> one = figure(row, plus.get(0));
        Optional<Figure> two = figure(row, times);
        if (own.isEmpty()
                || one.isEmpty()
                || two.isEmpty()
                || own.get().kind() == Figure.Kind.PERCENT
                || one.get().kind() == Figure.Kind.PERCENT
                || (own.get().kind() == Figure.Kind.AMOUNT
                        && one.get().kind() != Figure.Kind.AMOUNT
                        && two.get().kind() != Figure.Kind.AMOUNT)
                || one.get().value().isZero()
                || two.get().value().isZero()
                || two.get().value().equals(Exact.ONE)) {
            return Optional.empty();
        }
        Equation quotient = new Equation(two.get(), Side.of(own.get()), Side.of(one.get()));
        boolean price = factor.equals(Exact.ONE) && two.get().kind() != Figure.Kind.PERCENT;
        if (price && quotient.judge() != Verdict.DIFFERS) {
            return Optional.of(quotient); // 27350 of 18 are 1519 each, and 18 times 1519 are not 27350
        }
        Exact weight = two.get().value().times(factor);
        return Optional.of(new Equation(own.get(), new Side(Map.of(one.get(), weight), Exact.ZERO), Side.ONE));
    }

    /** As it is told where it fails. */
    Check check(Table table, Table.Row row, Equation equation) {
        if (isProduct()) {
            String product = figure(row, plus.get(0)).map(Figure::text).orElse("") + " × "
                    + figure(row, times).map(Figure::text).orElse("");
            return new Check(Kind.RATIO, "rate-differs", row.label(), product, equation);
        }
        boolean ratio = over >= 0;
        boolean sum = minus.isEmpty();
        Kind kind = isMean() ? Kind.AVERAGE : ratio ? Kind.RATIO : sum ? Kind.SUM : Kind.DIFFERENCE;
        String code = isMean() ? "mean-differs" : ratio ? "rate-differs" : sum ? "sum-differs" : "difference-differs";
        String text = Formulas.combined(figures(row, plus), figures(row, minus));
        String top = (sum && !isMean()) || !(ratio || isMean()) ? text : "(" + text + ")";
        String bottom = isMean()
                ? " ÷ " + plus.size()
                : figure(row, over).map(figure -> " ÷ " + figure.text()).orElse("");
        String subject = row.label().isEmpty() ? table.columns().get(result).heading() : row.label();
        return new Check(kind, code, subject, top + bottom, equation);
    }

    /** Zeros, equal columns and full percentages show nothing. */
    private static boolean trivial(Figure result, List<Figure> plus, List<Figure> minus, Optional<Figure> over) {
        boolean zero = result.value().isZero()
                || over.filter(figure -> figure.value().isZero()).isPresent();
        // 94.82% + 94.64% + 93.91% is no rate of anything; shares of one whole make up no more than all
        boolean rates = result.kind() == Figure.Kind.PERCENT
                && minus.isEmpty()
                && over.isEmpty()
                && plus.stream()
                                .map(Figure::value)
                                .reduce(Exact.ZERO, Exact::plus)
                                .compareTo(TWO)
                        > 0;
        if (rates) {
            return true;
        }
        int adding = notZero(plus) + notZero(minus);
        boolean whole = over.isPresent()
                && minus.isEmpty()
                && plus.get(0).value().equals(over.get().value());
        return zero || whole || adding + (over.isPresent() ? 1 : 0) < 2 || !alike(result, plus, minus, over);
    }

    private static int notZero(List<Figure> figures) {
        int count = 0;
        for (Figure figure : figures) {
            count += figure.value().isZero() ? 0 : 1;
        }
        return count;
    }

    private static boolean areOf(Figure.Kind kind, List<Figure> figures) {
        for (Figure figure : figures) {
            if (figure.kind() != kind) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(Figure result, List<Figure> plus, List<Figure> minus, Optional<Figure> over) {
        Figure.Kind kind = plus.get(0).kind();
        boolean same = areOf(kind, plus) && areOf(kind, minus);
        if (over.isEmpty()) {
            return same && result.kind() == kind;
        }
        return same
                && (over.get().kind() == kind)
                        == (result.kind() == Figure.Kind.PERCENT || result.kind() == Figure.Kind.PLAIN);
    }

    private static Map<Figure, Exact> times(Map<Figure, Exact> weights, Exact factor) {
        Map<Figure, Exact> scaled = new LinkedHashMap<>();
        weights.forEach((figure, weight) -> scaled.put(figure, weight.times(factor)));
        return scaled;
    }

    private static List<Figure> figures(Table.Row row, List<Integer> columns) {
        List<Figure> figures = new ArrayList<>(columns.size());
        for (int column : columns) {
            figure(row, column).ifPresent(figures::add);
        }
        return figures;
    }

    private static Optional<Figure> figure(Table.Row row, int column) {
        return column < 0 ? Optional.empty() : row.figures().get(column);
    }
}
