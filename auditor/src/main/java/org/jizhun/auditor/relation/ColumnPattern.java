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
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
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

    private static final int MOST_COLUMNS = 14;
    private static final Set<String> POINTS = Set.of("score", "weight", "lost");

    /** 增减额, 年末结存, 未支付, 变化（百分点）: what a column of differences is called. */
    private static final Sought DIFFERENCE = Sought.of("增减|变[化动]|同比|[较比与]|增加|减少|[结剩]余|余额|结转|结存|节[约余]|未|尚|差|期末|年末|盈亏|扣");

    /** 调整后, 年末数: what comes of an addition, or of a stock and what flows in and out. */
    private static final Sought SUM = Sought.of("调整后|变动后|年末|期末|结存|余额");

    private static final Sought QUOTIENT = Sought.of(".*(?:(?<!利|税|费|汇|折旧)率|占比|比重|所占比例|完成比例|进度)(?:（[^）]*）)?");
    private static final Sought YEAR = Sought.of("(?:19|20)\\d{2}");
    private static final Sought PRODUCT = Sought.of("金额|收入|支出|小计|合计|费用?|补[贴助]|资金|总价|投资|额");

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
        List<Law> laws = new ArrayList<>();
        for (int result : columns) {
            ColumnForm.all(table, result, columns).stream()
                    .map(form -> new Law(form, checks(table, form)))
                    .filter(law -> !law.checks().isEmpty())
                    .min(Comparator.comparingLong(law -> failing(law.checks())))
                    .ifPresent(laws::add);
        }
        for (Law law : laws) {
            if (laws.stream().noneMatch(other -> other.saysBetterThan(law))) {
                for (Check check : law.checks()) {
                    if (agrees(check)) {
                        ledger.check(check);
                    } else {
                        ledger.checkUnlessJudged(check);
                    }
                }
            }
        }
    }

    /** How a column comes of others, with what that says of each row. */
    private record Law(ColumnForm form, List<Check> checks) {

        /**
         * 单价 is 金额 by 面积, 面积 is 金额 by 单价 and 金额 is their product: of one law told three times the quotient with most digits says all, and
         * says which figure is the wrong one.
         */
        boolean saysBetterThan(Law other) {
            boolean same = form.over() >= 0
                    && !form.equals(other.form)
                    && form.columns().equals(other.form.columns());
            return same && (other.form.isProduct() || (other.form.over() >= 0 && digits() > other.digits()));
        }

        private int digits() {
            return checks.stream()
                    .mapToInt(check -> check.equation().result().digits())
                    .sum();
        }
    }

    /** Of several laws the one that most rows obey is meant. */
    private static long failing(List<Check> checks) {
        return checks.stream().filter(check -> !agrees(check)).count();
    }

    private static boolean agrees(Check check) {
        return check.equation().judge() != Verdict.DIFFERS;
    }

    /** The checks of all rows if the form is a pattern of this table, with an exception or without. */
    private static List<Check> checks(Table table, ColumnForm form) {
        Map<Table.Row, Equation> equations = new LinkedHashMap<>();
        Set<Exact> results = new HashSet<>();
        int against = 0;
        int allowed = Math.max(1, table.rows().size() / 4);
        int digits = 0;
        for (Table.Row row : table.rows()) {
            Optional<Equation> equation = form.equation(row);
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
                        .allMatch(row ->
                                row.figures().get(form.result()).orElseThrow().scale() == 0);
        boolean telling = against <= MOST_WRONG && digits >= TELLING_DIGITS && results.size() >= against;
        boolean usual = against <= allowed && results.size() >= 3 * against;
        int least = form.isProduct() || form.over() >= 0 ? TELLING_DIGITS : LONG_DIGITS;
        if (against > 0 && isOfOtherColumn(table, form, equations.keySet())) {
            return List.of();
        }
        boolean few = results.size() == 2 && against == 1 && isTelling(equations, least);
        boolean announced = against <= 1
                && digits >= FEW_DIGITS
                && isAnnounced(table, form)
                && equations.entrySet().stream().noneMatch(entry -> isOther(table, form, entry));
        boolean pattern = !counted && (few || announced || (results.size() >= LEAST_ROWS && (telling || usual)));
        List<Check> checks = new ArrayList<>();
        if (pattern) {
            equations.forEach((row, equation) -> checks.add(form.check(table, row, equation)));
        }
        return checks;
    }

    /** 年初预算数 + 调整数 = 调整后预算数 in every row: the column 全年预计执行数, which most rows print alike, is not what they give. */
    private static boolean isOfOtherColumn(Table table, ColumnForm form, Set<Table.Row> rows) {
        for (int other = 0; other < table.columns().size() && !isAnnounced(table, form); other++) {
            if (other != form.result() && !form.uses(other)) {
                ColumnForm same = form.of(other);
                boolean every = rows.stream()
                        .map(same::equation)
                        .allMatch(equation -> equation.filter(Near::tight).isPresent());
                if (every) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the heading says that the column is worked out from others in this way: one row that does so is enough then. */
    private static boolean isAnnounced(Table table, ColumnForm form) {
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
    private static boolean isOther(Table table, ColumnForm form, Map.Entry<Table.Row, Equation> row) {
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
}
