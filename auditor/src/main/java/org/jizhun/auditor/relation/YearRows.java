package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A table with a row or a column for each year: a column or row that tells the change against the year before is held against the column it is of, and a sentence that says
 * 户均补助逐年下降 against the column of that name.
 */
final class YearRows implements Relation {

    private static final Sought YEAR = Sought.of("^(?<year>20\\d{2})年?度?(?:实际|决算|执行)?$");
    private static final Sought CHANGE = Sought.of("增长|增幅|比上年|较上年|同比|增减|变动|环比");
    private static final Sought PLAIN = Sought.of("（[^）]*）|金额|数额|数量|总额|比上年|较上年|同比|增长率?|增幅|增减|变动|率|环比|\\s");
    private static final Sought TREND = Sought.of(
            Pattern.compile(
                    "(?<name>[\\u4e00-\\u9fa5]{2,10}?)(?:均|都|总体|整体|呈|保持)*(?<how>逐年|连续[两二三四五]年|持续|稳步|逐步|不断)(?:呈)?(?<word>下降|减少|降低|回落|增长|增加|上升|提高|提升|递增|递减|攀升)"),
            "逐续稳不");
    private static final Sought UP = Sought.of("增长|增加|上升|提高|提升|递增|攀升");

    @Override
    public String name() {
        return "year-rows";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        ChangesOfRow.examine(claims, ledger);
        for (Table table : claims.tables()) {
            byColumns(table, ledger);
            NavigableMap<Integer, Table.Row> years = years(table);
            if (years.size() < 2 || years.lastKey() - years.firstKey() != years.size() - 1) {
                continue;
            }
            for (Table.Column column : table.columns()) {
                if (CHANGE.isIn(column.heading())) {
                    change(table, years, column, ledger);
                }
            }
            YearsSaid.examine(claims, table, years, ledger);
            if (years.size() >= 3) {
                claims.passages().forEach(passage -> trend(table, years, passage, ledger));
            }
        }
    }

    private static NavigableMap<Integer, Table.Row> years(Table table) {
        NavigableMap<Integer, Table.Row> years = new TreeMap<>();
        for (Table.Row row : table.rows()) {
            Matcher year = YEAR.in(row.label());
            if (year.matches()) {
                years.put(Integer.parseInt(year.group("year")), row);
            }
        }
        return years;
    }

    /** The column whose changes most rows tell, or the one that shares its name with the heading. */
    private static void change(Table table, NavigableMap<Integer, Table.Row> years, Table.Column told, Ledger ledger) {
        for (Table.Column of : table.columns()) {
            Series changes = series(years, told);
            if (of.index() != told.index() && enter(changes, series(years, of), ledger)) {
                return;
            }
        }
    }

    private static Series series(NavigableMap<Integer, Table.Row> years, Table.Column column) {
        NavigableMap<Integer, Figure> figures = new TreeMap<>();
        years.forEach((year, row) -> row.figures().get(column.index()).ifPresent(figure -> figures.put(year, figure)));
        return new Series(column.heading(), figures);
    }

    /** The same with a column for each year: the row 较上年增长（%） is of one above it. */
    private static void byColumns(Table table, Ledger ledger) {
        NavigableMap<Integer, Table.Column> years = new TreeMap<>();
        for (Table.Column column : table.columns()) {
            Matcher year = YEAR.in(column.heading());
            if (year.matches()) {
                years.put(Integer.parseInt(year.group("year")), column);
            }
        }
        if (years.size() < 2 || years.lastKey() - years.firstKey() != years.size() - 1) {
            return;
        }
        for (int i = 1; i < table.rows().size(); i++) {
            Series changes = series(table.rows().get(i), years);
            boolean told = CHANGE.isIn(changes.name());
            for (int of = i - 1; told && of >= 0; of--) {
                told = !enter(changes, series(table.rows().get(of), years), ledger);
            }
        }
    }

    private static Series series(Table.Row row, NavigableMap<Integer, Table.Column> years) {
        NavigableMap<Integer, Figure> figures = new TreeMap<>();
        years.forEach(
                (year, column) -> row.figures().get(column.index()).ifPresent(figure -> figures.put(year, figure)));
        return new Series(row.label(), figures);
    }

    /** What one row or column says of each year. */
    private record Series(String name, NavigableMap<Integer, Figure> figures) {}

    /** Whether the changes are those of the amounts: then they are held. */
    private static boolean enter(Series changes, Series amounts, Ledger ledger) {
        List<Check> checks = new ArrayList<>();
        long holding = 0;
        for (Map.Entry<Integer, Figure> change : changes.figures().entrySet()) {
            Optional<Figure> now = Optional.ofNullable(amounts.figures().get(change.getKey()));
            Optional<Figure> then = Optional.ofNullable(amounts.figures().get(change.getKey() - 1));
            if (now.isPresent() && then.isPresent()) {
                Optional<Check> check = growth(changes.name(), change.getValue(), now.get(), then.get());
                check.ifPresent(checks::add);
                holding += check.filter(each -> Near.tight(each.equation())).isPresent() ? 1 : 0;
            }
        }
        boolean named = isOf(changes.name(), amounts.name());
        boolean alone = PLAIN.replaceAll(changes.name(), "").length() < 2;
        boolean pattern = holding >= 1 && checks.size() - holding <= 1 && (holding >= 2 || named || alone);
        if (pattern) {
            checks.stream()
                    .filter(check -> !ledger.judged(check.equation().result()))
                    .forEach(ledger::check);
        }
        return pattern;
    }

    /** A rate in percent, a plain number under a name that ends with （%）, or the amount itself by which it changed. */
    private static Optional<Check> growth(String name, Figure change, Figure now, Figure then) {
        if (now.kind() == Figure.Kind.PERCENT
                || now.kind() != then.kind()
                || then.value().isZero()) {
            return Optional.empty();
        }
        boolean percents = change.kind() != Figure.Kind.PERCENT && name.endsWith("（%）");
        boolean rate = change.kind() == Figure.Kind.PERCENT || percents;
        if (!rate && change.kind() != now.kind()) {
            return Optional.empty();
        }
        String difference = now.text() + " - " + then.text();
        Exact times = percents ? Exact.HUNDRED : Exact.ONE;
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        weights.put(now, times);
        weights.put(then, times.negate());
        Side top = new Side(weights, Exact.ZERO);
        return Optional.of(new Check(
                Kind.YOY,
                rate ? "growth-differs" : "difference-differs",
                name,
                rate ? "(" + difference + ") ÷ " + then.text() : difference,
                new Equation(change, top, rate ? Side.of(then) : Side.ONE)));
    }

    /** 资金比上年增长 is of 拨付资金（万元）. */
    private static boolean isOf(String change, String heading) {
        String one = PLAIN.replaceAll(change, "");
        String two = PLAIN.replaceAll(heading, "");
        return one.length() >= 2 && two.length() >= 2 && (one.contains(two) || two.contains(one));
    }

    /** A column that goes all the other way from the first year to the last. */
    private static void trend(Table table, NavigableMap<Integer, Table.Row> years, Passage passage, Ledger ledger) {
        Matcher said = TREND.in(passage);
        while (said.find()) {
            String name = said.group("name");
            List<Table.Column> named = table.columns().stream()
                    .filter(column -> {
                        String heading = PLAIN.replaceAll(column.heading(), "");
                        return heading.length() >= 2 && (name.endsWith(heading) || heading.endsWith(name));
                    })
                    .toList();
            if (named.size() == 1) {
                List<Figure> figures = years.values().stream()
                        .flatMap(row -> row.figures().get(named.get(0).index()).stream())
                        .toList();
                opposite(figures, said, passage, years.size(), ledger);
            }
        }
    }

    private static void opposite(List<Figure> figures, Matcher said, Passage passage, int years, Ledger ledger) {
        boolean up = UP.is(said.group("word"));
        boolean other = figures.size() == years;
        for (int i = 1; i < figures.size(); i++) {
            int step = figures.get(i).value().compareTo(figures.get(i - 1).value());
            other &= up ? step < 0 : step > 0;
        }
        if (!other) {
            return;
        }
        Figure first = figures.get(0);
        Figure last = figures.get(figures.size() - 1);
        String right = up ? "下降" : "上升";
        ledger.find(WrongWord.changed(
                said.group("word"), right, passage.spot(said.start("word"), said.end("word")), last, first));
    }
}
