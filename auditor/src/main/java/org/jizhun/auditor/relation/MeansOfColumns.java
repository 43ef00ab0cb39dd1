package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Measures;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A mean told in words of what stands in a table column: 5个项目的平均得分为85.84分, 按资金规模加权的平均得分为89.72分. The rows weigh
 * alike unless the words say what weighs them.
 */
final class MeansOfColumns implements Relation {

    private static final Sought MEAN = Sought.of("(?:平均|均值)[^，。；\\d]{0,10}$");
    private static final Sought WEIGHTED = Sought.of("加权|按[^，。；]{2,8}(?:规模|比重|占比|权重)");
    private static final Sought BY = Sought.of("按(?:照)?(?<by>[^，。；、按]{2,8}?)(?:为权重)?(?:进行)?加权");
    private static final String NUMBER = "(?<=..)(?:人数|个数|数量|金额|数额|数|额)$";
    private static final Sought IS = Sought.of("(?:分别|均|约)*(?:为|是|达到?|：)?$");
    /** 年度平均执行率 is the mean of months, which a table of projects does not show. */
    private static final Sought OVER_TIME = Sought.of("(?:年度|全年|各?月|逐月|季度)(?:的)?平均");

    /** So many figures right before are a list of their own. */
    private static final int LISTED = 5;

    private static final Sought PERIOD = Sought.of("月|季度|20\\d{2}年?");

    private static final Sought YEAR = Sought.of("(?<year>20\\d{2})年");
    private static final Sought AGAINST_YEARS = Sought.of("^，[^。；]{0,6}(?:低于|高于|比|较)[^，。；\\d]{0,4}(?:20\\d{2}年|上年|去年)");

    /** What is weighted by the rows of a table may well be of the whole city. */
    private static final Sought OTHER_YEAR = Sought.of("上年|去年|同期|全国|人均|户均|每|比|较");

    private static final Sought OTHER = Sought.of("上年|去年|同期|全省|全市|全国|人均|户均|每|比|较");

    @Override
    public String name() {
        return "means-of-columns";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Optional<Mention> number = Optional.empty();
            for (Mention mention : claims.mentions(passage)) {
                if (mention.figure().kind() == Figure.Kind.COUNT) {
                    number = Optional.of(mention);
                }
                String before = words(mention);
                boolean mean = MEAN.isIn(before) || (isValue(mention.figure()) && isWeighted(mention));
                if (mean
                        && !(isWeighted(mention) ? OTHER_YEAR : OTHER).isIn(before)
                        && mention.figure().nearness() == Figure.Nearness.EXACT
                        && isOpen(mention, ledger)) {
                    mean(claims, mention, number, ledger);
                }
            }
        }
    }

    /** What another place tells otherwise is still held against what it was worked out of. */
    private static boolean isOpen(Mention mention, Ledger ledger) {
        return !ledger.judged(mention.figure())
                || (isWeighted(mention) && ledger.holding(mention.figure()).isEmpty());
    }

    /** What can be weighted: rates, points, or an index without a unit. */
    private static boolean isValue(Figure figure) {
        return figure.kind() == Figure.Kind.PERCENT
                || figure.kind() == Figure.Kind.POINTS
                || (figure.kind() == Figure.Kind.PLAIN && figure.scale() > 0);
    }

    /** 街道满意度取9个社区的简单平均值，为94.5分: the clause before, where nothing else is said of the figure. */
    private static String words(Mention mention) {
        String text = mention.figure().passage().text();
        int start = mention.figure().start();
        int comma = start - mention.before().length() - 1;
        if (!IS.is(mention.before()) || comma < 0 || text.charAt(comma) != '，') {
            return mention.before();
        }
        int from = Math.max(text.lastIndexOf('，', comma - 1), text.lastIndexOf('。', comma));
        return text.substring(from + 1, comma);
    }

    /** 按毕业生人数加权，全校毕业去向落实率为94.86%: the words that weigh may stand a clause before. */
    private static boolean isWeighted(Mention mention) {
        String text = mention.figure().passage().text();
        int sentence = Math.max(text.lastIndexOf('。', mention.figure().start()), 0);
        String before = text.substring(sentence, mention.figure().start());
        int by = before.lastIndexOf("加权");
        return WEIGHTED.isIn(mention.before())
                || (by >= 0
                        && before.indexOf('，', by) == before.lastIndexOf('，')
                        && !Sought.kept(".*\\d.*").is(before.substring(by)));
    }

    private static void mean(Claims claims, Mention mention, Optional<Mention> number, Ledger ledger) {
        boolean weighted = isWeighted(mention);
        List<Check> checks = new ArrayList<>();
        int columns = 0;
        boolean named = weighted && claims.tables().stream().anyMatch(table -> hasNamed(mention, table));
        for (Table table : claims.tables()) {
            for (Table.Column column : named && !hasNamed(mention, table) ? List.<Table.Column>of() : table.columns()) {
                if (isMeant(mention, column) || (weighted && isOnlyScore(mention, table, column))) {
                    List<Check> own = weighted
                            ? weighted(mention, table, column)
                            : plain(mention, table, column).stream().toList();
                    columns += own.isEmpty() ? 0 : 1;
                    checks.addAll(own);
                }
            }
        }
        Optional<Check> holding =
                checks.stream().filter(check -> Near.tight(check.equation())).findFirst();
        List<Check> all =
                checks.stream().filter(check -> isOfAll(mention, number, check)).toList();
        boolean single = all.size() == 1 && (columns == 1 || isNumbered(mention, number));
        boolean listed = !weighted && isListed(claims.mentions(mention.figure().passage()), mention);
        holding.or(() -> all.stream()
                        .filter(check -> single
                                && !listed
                                && !isCapped(check)
                                && Near.within(check.equation(), weighted ? 10 : 8))
                        .findFirst())
                .ifPresent(ledger::check);
    }

    /** 各月执行率依次为101.36%、98.20%……，平均执行率为99.03%: of those that the paragraph lists itself. */
    private static boolean isListed(List<Mention> mentions, Mention mean) {
        return mentions.stream()
                        .filter(other -> other.isLike(mean)
                                && other.figure().end() <= mean.figure().start()
                                && mean.sentence() - other.sentence() <= 1)
                        .count()
                >= LISTED;
    }

    /** 重点评价项目8个，平均得分88.6分 is no mean of the three rows that the table shows. */
    private static boolean isOfAll(Mention mean, Optional<Mention> number, Check check) {
        Exact rows = Exact.of(check.equation().inputs().size());
        return number.filter(mention -> mention.sentence() == mean.sentence())
                .map(mention -> mention.figure().value().equals(rows))
                .orElse(true);
    }

    /** Rates above one hundred may have been counted as one hundred. */
    private static boolean isCapped(Check check) {
        return check.equation().result().kind() == Figure.Kind.PERCENT
                && check.equation().inputs().stream()
                        .anyMatch(rate -> rate.value().compareTo(Exact.ONE) > 0);
    }

    private static boolean isNumbered(Mention mean, Optional<Mention> number) {
        return number.filter(mention -> mention.sentence() == mean.sentence()).isPresent();
    }

    /** 按全年支出额加权，项目绩效得分为…: the one column of points of a table that has the column of weights by name. */
    private static boolean isOnlyScore(Mention mention, Table table, Table.Column column) {
        return mention.figure().kind() == Figure.Kind.POINTS
                && column.measure().equals(Optional.of("score"))
                && table.columns().stream()
                                .filter(other -> other.unit().equals("分"))
                                .count()
                        == 1
                && hasNamed(mention, table);
    }

    /** Whether a table has the column that the words name as what weighs, and something that it may weigh. */
    private static boolean hasNamed(Mention mention, Table table) {
        return table.columns().stream().anyMatch(by -> isNamed(mention, by))
                && table.columns().stream()
                        .anyMatch(column ->
                                isMeant(mention, column) || column.measure().equals(Optional.of("score")));
    }

    private static boolean isMeant(Mention mention, Table.Column column) {
        String heading = Sought.kept("（[^）]*）|\\s").replaceAll(column.heading(), "");
        Optional<String> said = mention.measure()
                .or(() -> Measures.standard()
                        .ending(IS.replaceFirst(words(mention), ""))
                        .map(Measures.Ending::measure));
        boolean measure = column.measure().isPresent() && column.measure().equals(said);
        boolean scores = mention.figure().kind() == Figure.Kind.POINTS && Table.Column.isOfAllScores(heading);
        if (isOfOneYear(mention, heading)) {
            return false;
        }
        String called = mention.figure().kind() == Figure.Kind.POINTS && heading.length() > 3
                ? Sought.kept("(?:得分|评分|分数)$").replaceFirst(heading, "")
                : heading;
        return measure || scores || (called.length() >= 2 && words(mention).contains(called));
    }

    /** 2023年单个项目平均支出, beside what it was in the years before, is no mean of a column that names no year. */
    private static boolean isOfOneYear(Mention mention, String heading) {
        Matcher year = YEAR.in(mention.before());
        String after =
                mention.figure().passage().text().substring(mention.figure().end());
        return year.find() && !heading.contains(year.group("year")) && AGAINST_YEARS.isIn(after);
    }

    private static List<Table.Row> rows(Mention mention, Table table, Table.Column column) {
        boolean times = table.rows().stream().anyMatch(row -> PERIOD.isIn(row.label()));
        if (OVER_TIME.isIn(mention.before()) && !times) {
            return List.of();
        }
        return table.rows().stream()
                .filter(row -> !row.total() && !row.label().startsWith("平均"))
                .filter(row -> row.figures()
                        .get(column.index())
                        .filter(figure -> figure.kind() == mention.figure().kind())
                        .isPresent())
                .toList();
    }

    private static Optional<Check> plain(Mention mention, Table table, Table.Column column) {
        List<Figure> parts = rows(mention, table, column).stream()
                .flatMap(row -> row.figures().get(column.index()).stream())
                .toList();
        return parts.size() < 3
                ? Optional.empty()
                : Optional.of(new Check(
                        Kind.AVERAGE,
                        "mean-differs",
                        column.heading(),
                        "(" + Formulas.sum(parts) + ") ÷ " + parts.size(),
                        new Equation(mention.figure(), Side.of(parts), Side.constant(Exact.of(parts.size())))));
    }

    /** Weighted by each column of amounts that the words may mean: 资金 and 预算 are both the budget where there is one. */
    private static List<Check> weighted(Mention mention, Table table, Table.Column column) {
        List<Table.Row> rows = rows(mention, table, column);
        List<Check> checks = new ArrayList<>();
        for (String measure : List.of("budget", "adjusted", "initial", "weight", "actual")) {
            table.column(measure)
                    .filter(by -> by.index() != column.index())
                    .flatMap(by -> weighted(mention, rows, column, by))
                    .ifPresent(checks::add);
        }
        for (Table.Column by : table.columns()) {
            if (by.index() != column.index() && isNamed(mention, by)) {
                weighted(mention, rows, column, by).ifPresent(check -> checks.add(0, check));
            }
        }
        Optional<Check> fitting =
                checks.stream().filter(check -> Near.tight(check.equation())).findFirst();
        return fitting.map(List::of).orElse(checks.stream().limit(1).toList());
    }

    /** 按毕业生人数加权 means the column 毕业生数（人）. */
    private static boolean isNamed(Mention mention, Table.Column by) {
        Matcher words = BY.in(
                mention.figure().passage().text().substring(0, mention.figure().start()));
        String whole = Sought.kept("（[^）]*）|\\s").replaceAll(by.heading(), "");
        String heading = whole.replaceAll(NUMBER, "");
        boolean named = false;
        while (words.find()) {
            String said = words.group("by");
            named = isOfName(whole, said) || isOfName(heading, said.replaceAll(NUMBER, ""));
        }
        return named;
    }

    private static boolean isOfName(String heading, String said) {
        return heading.length() >= 2 && (heading.endsWith(said) || said.endsWith(heading));
    }

    private static Optional<Check> weighted(
            Mention mention, List<Table.Row> rows, Table.Column column, Table.Column by) {
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        Exact sum = Exact.ZERO;
        for (Table.Row row : rows) {
            Optional<Figure> weight = row.figures().get(by.index());
            if (weight.isEmpty()) {
                return Optional.empty();
            }
            weights.put(
                    row.figures().get(column.index()).orElseThrow(),
                    weight.get().printed());
            sum = sum.plus(weight.get().printed());
        }
        if (weights.size() < 3 || sum.isZero()) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                Kind.WEIGHTED_MEAN,
                "mean-differs",
                column.heading(),
                Formulas.weighted(weights),
                new Equation(mention.figure(), new Side(weights, Exact.ZERO), Side.constant(sum))));
    }
}
