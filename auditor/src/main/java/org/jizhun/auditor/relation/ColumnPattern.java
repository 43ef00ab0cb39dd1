package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
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
 * What most rows of a table show must hold in all of them, whatever the headings say: a column that is the sum, the
 * difference or the quotient of others in three rows and more is so in the remaining row. A pattern counts only where its
 * results differ from row to row and at most a quarter of the rows speak against it.
 */
final class ColumnPattern implements Relation {

    private static final int LEAST_ROWS = 3;

    /** Rows of a column that its heading says to be worked out from others. */
    private static final int FEWEST_ROWS = 2;

    /** Digits that come out, where the heading says so. */
    private static final int FEW_DIGITS = 3;

    /** Digits of results that come out to the last place, over all rows: so many are no accident even in two rows. */
    private static final int TELLING_DIGITS = 8;

    /** The same for sums and differences of two rows. */
    private static final int LONG_DIGITS = 14;

    /** So many rows may be wrong where the others come out to the last of many digits. */
    private static final int MOST_WRONG = 3;

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

    private static final int MOST_COLUMNS = 14;

    private static final Set<String> POINTS = Set.of("score", "weight", "lost");

    /** 增减额, 年末结存, 未支付, 变化（百分点）: what a column of differences is called. */
    private static final Sought DIFFERENCE = Sought.of("增减|变[化动]|同比|[较比与]|增加|减少|[结剩]余|余额|结转|结存|节[约余]|未|尚|差|期末|年末|盈亏|扣");

    /** 调整后, 年末数: what comes of an addition, or of a stock and what flows in and out. */
    private static final Sought SUM = Sought.of("调整后|变动后|年末|期末|结存|余额");

    private static final Sought QUOTIENT = Sought.of(".*(?:(?<!利|税|费|汇|折旧)率|占比|比重|所占比例|完成比例|进度)(?:（[^）]*）)?");

    private static final Sought YEAR = Sought.of("(?:19|20)\\d{2}");

    private static final Sought PRODUCT = Sought.of("金额|收入|支出|小计|合计|费用?|补[贴助]|资金|总价|投资|额");

    /** Columns added and subtracted, the column divided by and the one multiplied with; -1 for none. */
    private record Form(int result, List<Integer> plus, List<Integer> minus, int over, int times, Exact factor) {

        Form(int result, List<Integer> plus, List<Integer> minus, int over, Exact factor) {
            this(result, plus, minus, over, -1, factor);
        }

        boolean isProduct() {
            return times >= 0;
        }

        /** A mean has no column to divide by and a factor below one. */
        boolean isMean() {
            return over < 0 && times < 0 && factor.compareTo(Exact.ONE) < 0;
        }
    }

    @Override
    public String name() {
        return "column-pattern";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        claims.tables().forEach(table -> {
            table(table, ledger);
            SharesOfColumn.examine(table, ledger);
        });
        claims.turned().forEach(table -> table(table, ledger));
    }

    private static void table(Table table, Ledger ledger) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int index = i;
            long figures = table.rows().stream()
                    .filter(row -> row.figures().get(index).isPresent())
                    .count();
            if (figures >= FEWEST_ROWS) {
                columns.add(i);
            }
        }
        if (columns.size() < 3 || columns.size() > MOST_COLUMNS) {
            return;
        }
        for (int result : columns) {
            Optional<List<Check>> found = forms(table, result, columns).stream()
                    .map(form -> checks(table, form))
                    .filter(checks -> !checks.isEmpty())
                    .min(Comparator.comparingLong(ColumnPattern::failing));
            for (Check check : found.orElse(List.of())) {
                if (agrees(check)) {
                    ledger.check(check);
                } else {
                    ledger.checkUnlessJudged(check);
                }
            }
        }
    }

    /** Of several laws the one that most rows obey is meant. */
    private static long failing(List<Check> checks) {
        return checks.stream().filter(check -> !agrees(check)).count();
    }

    private static boolean agrees(Check check) {
        return check.equation().judge() != Verdict.DIFFERS;
    }

    /** Sums of neighbouring columns, then differences and stocks, then quotients. */
    private static List<Form> forms(Table table, int result, List<Integer> columns) {
        List<Form> forms = new ArrayList<>();
        for (int from = 0; from < columns.size(); from++) {
            for (int to = from + 2; to <= columns.size(); to++) {
                List<Integer> block = columns.subList(from, to);
                if (!block.contains(result)) {
                    forms.add(new Form(result, block, List.of(), -1, Exact.ONE));
                    if (block.size() > 2
                            && table.columns().get(result).heading().contains("均")) {
                        Exact part = Exact.ONE.dividedBy(Exact.of(block.size()));
                        forms.add(new Form(result, block, List.of(), -1, part));
                    }
                }
            }
        }
        boolean given =
                table.columns().get(result).measure().map(GIVEN::contains).orElse(false);
        for (int plus : columns) {
            for (int minus : columns) {
                if (plus != minus && plus != result && minus != result) {
                    forms.add(new Form(result, List.of(plus), List.of(minus), -1, Exact.ONE));
                }
                if (plus != minus && plus != result && minus != result && !given && !isRate(table, minus)) {
                    for (Exact factor : List.of(Exact.ONE, Exact.of(10_000), Exact.HUNDRED)) {
                        forms.add(new Form(result, List.of(plus), List.of(), minus, factor));
                    }
                    forms.add(new Form(result, List.of(plus), List.of(minus), minus, Exact.ONE));
                }
            }
        }
        for (int plus : columns) {
            for (int times : columns) {
                if (plus != times && plus != result && times != result && !given && isRateOrPrice(table, times)) {
                    forms.add(new Form(result, List.of(plus), List.of(), -1, times, Exact.ONE));
                    forms.add(new Form(result, List.of(plus), List.of(), -1, times, Exact.ofDecimal(1, 4)));
                }
            }
        }
        for (int i = 3; i < columns.size(); i++) {
            if (columns.get(i) == result) {
                forms.add(new Form(result, columns.subList(i - 3, i - 1), List.of(columns.get(i - 1)), -1, Exact.ONE));
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

    /** The checks of all rows if the form is a pattern of this table, with an exception or without. */
    private static List<Check> checks(Table table, Form form) {
        Map<Table.Row, Equation> equations = new LinkedHashMap<>();
        Set<Exact> results = new HashSet<>();
        int against = 0;
        int allowed = Math.max(1, table.rows().size() / 4);
        int digits = 0;
        for (Table.Row row : table.rows()) {
            Optional<Equation> equation = equation(row, form);
            if (equation.isPresent()) {
                equations.put(row, equation.get());
                if (equation.get().judge() != Verdict.DIFFERS) {
                    boolean more = results.add(equation.get().result().value());
                    digits += more && Near.tight(equation.get())
                            ? equation.get().result().digits()
                            : 0;
                } else if (++against > Math.max(allowed, MOST_WRONG)) {
                    return List.of();
                }
            }
        }
        // people are counted, and amounts divided by them, not the other way round
        boolean counted = form.over() >= 0
                && equations.keySet().stream()
                        .allMatch(
                                row -> figure(row, form.result()).orElseThrow().scale() == 0);
        boolean telling = !counted && against <= MOST_WRONG && digits >= TELLING_DIGITS && results.size() >= against;
        boolean usual = against <= allowed && results.size() >= 3 * against;
        int least = form.isProduct() || form.over() >= 0 ? TELLING_DIGITS : LONG_DIGITS;
        boolean few = results.size() == 2 && against == 1 && isTelling(equations, least);
        boolean announced = against <= 1
                && digits >= FEW_DIGITS
                && isAnnounced(table, form)
                && equations.entrySet().stream().noneMatch(entry -> isOther(table, form, entry));
        boolean pattern = few || announced || (results.size() >= LEAST_ROWS && (telling || usual));
        List<Check> checks = new ArrayList<>();
        if (pattern) {
            equations.forEach((row, equation) -> checks.add(check(table, row, form, equation)));
        }
        return checks;
    }

    /** Whether the heading says that the column is worked out from others in this way: one row that does so is enough then. */
    private static boolean isAnnounced(Table table, Form form) {
        String heading = table.columns().get(form.result()).heading();
        if (form.isProduct()) {
            return PRODUCT.isIn(heading);
        }
        if (form.isMean()) {
            return false;
        }
        if (form.over() >= 0) {
            boolean other = isMeasure(table, form.over(), POINTS)
                    || isMeasure(table, form.plus().get(0), POINTS)
                    || isMeasure(table, form.result(), Set.of("completion-rate"));
            return form.minus().isEmpty() && form.factor().equals(Exact.ONE) && QUOTIENT.is(heading) && !other;
        }
        boolean sum = form.minus().isEmpty() || form.plus().size() > 1;
        return (sum ? SUM : DIFFERENCE).isIn(heading);
    }

    /** A row that another column explains, or in which the difference is printed the other way round and nothing says which way is meant. */
    private static boolean isOther(Table table, Form form, Map.Entry<Table.Row, Equation> row) {
        Equation equation = row.getValue();
        if (equation.judge() != Verdict.DIFFERS) {
            return false;
        }
        List<Figure> all =
                row.getKey().figures().stream().flatMap(Optional::stream).toList();
        boolean turned = form.over() < 0
                && form.minus().size() == 1
                && form.plus().size() == 1
                && equation.expected()
                        .filter(right -> right.equals(equation.result().value().negate()))
                        .isPresent();
        return Near.isExplained(equation, all)
                || (turned
                        && year(table, form.plus().get(0))
                                <= year(table, form.minus().get(0)));
    }

    /** The year that a heading names; 1 for this year's figures, 0 for others. */
    private static int year(Table table, int column) {
        String heading = table.columns().get(column).heading();
        Matcher year = YEAR.in(heading);
        return year.find()
                ? Integer.parseInt(year.group())
                : Sought.kept("本年|本期|当年|今年").isIn(heading) ? 1 : 0;
    }

    private static boolean isMeasure(Table table, int column, Set<String> measures) {
        return table.columns().get(column).measure().filter(measures::contains).isPresent();
    }

    /** Two rows that come out to the last of many digits, against a third one that is no total. */
    private static boolean isTelling(Map<Table.Row, Equation> equations, int least) {
        int digits = 0;
        boolean total = false;
        for (Map.Entry<Table.Row, Equation> entry : equations.entrySet()) {
            boolean holds = Near.tight(entry.getValue());
            digits += holds ? entry.getValue().result().digits() : 0;
            total |= !holds && entry.getKey().total();
        }
        return !total && digits >= least && equations.size() == 3;
    }

    private static Optional<Equation> equation(Table.Row row, Form form) {
        if (form.isProduct()) {
            return product(row, form);
        }
        Optional<Figure> result = figure(row, form.result());
        Optional<Figure> over = form.over() < 0 ? Optional.empty() : figure(row, form.over());
        if (result.isEmpty() || result.get().value().isZero() || (form.over() >= 0 && over.isEmpty())) {
            return Optional.empty();
        }
        List<Figure> plus = figures(row, form.plus());
        List<Figure> minus = figures(row, form.minus());
        boolean whole = plus.size() == form.plus().size()
                && minus.size() == form.minus().size();
        if (!whole || trivial(result.get(), plus, minus, over)) {
            return Optional.empty();
        }
        Side top = Side.of(plus);
        for (Figure figure : minus) {
            top = top.minus(figure);
        }
        Side scaled = form.factor().equals(Exact.ONE) ? top : new Side(times(top.weights(), form.factor()), Exact.ZERO);
        return Optional.of(new Equation(result.get(), scaled, over.map(Side::of).orElse(Side.ONE)));
    }

    /** An amount times a rate, or a number times a price; the second is taken as given. */
    private static Optional<Equation> product(Table.Row row, Form form) {
        Optional<Figure> result = figure(row, form.result());
        Optional<Figure> one = figure(row, form.plus().get(0));
        Optional<Figure> two = figure(row, form.times());
        if (result.isEmpty()
                || one.isEmpty()
                || two.isEmpty()
                || result.get().kind() == Figure.Kind.PERCENT
                || one.get().kind() == Figure.Kind.PERCENT
                || (result.get().kind() == Figure.Kind.AMOUNT
                        && one.get().kind() != Figure.Kind.AMOUNT
                        && two.get().kind() != Figure.Kind.AMOUNT)
                || one.get().value().isZero()
                || two.get().value().isZero()
                || two.get().value().equals(Exact.ONE)) {
            return Optional.empty();
        }
        Exact times = two.get().value().times(form.factor());
        return Optional.of(new Equation(result.get(), new Side(Map.of(one.get(), times), Exact.ZERO), Side.ONE));
    }

    private static Check check(Table table, Table.Row row, Form form, Equation equation) {
        if (form.isProduct()) {
            String times = figure(row, form.plus().get(0)).map(Figure::text).orElse("") + " × "
                    + figure(row, form.times()).map(Figure::text).orElse("");
            return new Check(Kind.RATIO, "rate-differs", row.label(), times, equation);
        }
        boolean ratio = form.over() >= 0;
        boolean sum = form.minus().isEmpty();
        Kind kind = form.isMean() ? Kind.AVERAGE : ratio ? Kind.RATIO : sum ? Kind.SUM : Kind.DIFFERENCE;
        String code =
                form.isMean() ? "mean-differs" : ratio ? "rate-differs" : sum ? "sum-differs" : "difference-differs";
        String text = Formulas.combined(figures(row, form.plus()), figures(row, form.minus()));
        String top = (sum && !form.isMean()) || !(ratio || form.isMean()) ? text : "(" + text + ")";
        String bottom = form.isMean()
                ? " ÷ " + form.plus().size()
                : figure(row, form.over()).map(figure -> " ÷ " + figure.text()).orElse("");
        String subject =
                row.label().isEmpty() ? table.columns().get(form.result()).heading() : row.label();
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
