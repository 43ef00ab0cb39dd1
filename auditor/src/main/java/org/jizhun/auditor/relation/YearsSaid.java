package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * A change between two years told in words, whose figures stand in a table with a row for each year: 2023年较2022年增加28台，增长11.52%. The column
 * is the one in which the two years lie as far apart as is said, or whose heading the words name.
 */
final class YearsSaid {

    private static final Sought SAID = Sought.of(
            Pattern.compile("(?<now>20\\d{2})年度?(?<name>[^，。；、\\d]{0,8}?)(?:较|比)(?<then>20\\d{2})年度?[^，。；、\\d]{0,4}?"
                    + "(?<word>增加|增长|提高|上升|减少|下降|降低)了?(?=\\d)"),
            "较比",
            "年");
    private static final Sought RATE = Sought.of("[，（]?(?:增长|增幅|下降|降幅|减少|降低|减幅)率?(?:了|为|达到?)?");
    private static final Sought DOWN = Sought.of("减少|下降|降低");
    private static final int FAR = 60;

    private YearsSaid() {}

    static void examine(Claims claims, Table table, NavigableMap<Integer, Table.Row> years, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher said = SAID.in(passage);
            while (said.find()) {
                Table.Row now = years.get(Integer.parseInt(said.group("now")));
                Table.Row then = years.get(Integer.parseInt(said.group("then")));
                List<Figure> figures = claims.figures(passage);
                Optional<Figure> first = figures.stream()
                        .filter(figure -> figure.start() == said.end())
                        .findFirst();
                if (now != null && then != null && first.isPresent()) {
                    check(first.get(), figures, said, new Years(table, now, then), ledger);
                }
            }
        }
    }

    /** Two rows of a table. */
    private record Years(Table table, Table.Row now, Table.Row then) {

        /** What the columns of rates have for both years: those that are named, or all where none is. */
        List<Map.Entry<Figure, Figure>> rates(String name) {
            List<Map.Entry<Figure, Figure>> named = new ArrayList<>();
            List<Map.Entry<Figure, Figure>> all = new ArrayList<>();
            for (Table.Column column : table.columns()) {
                Optional<Figure> one = now.figures().get(column.index());
                Optional<Figure> two = then.figures().get(column.index());
                boolean rates = one.isPresent()
                        && two.isPresent()
                        && one.get().kind() == Figure.Kind.PERCENT
                        && two.get().kind() == Figure.Kind.PERCENT;
                if (rates) {
                    all.add(Map.entry(one.get(), two.get()));
                    if (name.length() >= 2 && column.heading().contains(name)) {
                        named.add(Map.entry(one.get(), two.get()));
                    }
                }
            }
            return named.isEmpty() ? all : named;
        }

        /** The rate of change of a column that has figures for both, none of them a rate; with the difference it comes of. */
        List<Check> changes(Figure rate, boolean down) {
            List<Check> checks = new ArrayList<>();
            for (Table.Column column : table.columns()) {
                Optional<Figure> one = now.figures().get(column.index());
                Optional<Figure> two = then.figures().get(column.index());
                boolean told = one.isPresent()
                        && two.isPresent()
                        && one.get().kind() != Figure.Kind.PERCENT
                        && !two.get().value().isZero();
                if (told) {
                    Figure more = down ? two.get() : one.get();
                    Figure less = down ? one.get() : two.get();
                    checks.add(new Check(
                            Kind.YOY,
                            "growth-differs",
                            column.heading(),
                            "(" + more.text() + " - " + less.text() + ") ÷ "
                                    + two.get().text(),
                            new Equation(rate, Side.of(more).minus(less), Side.of(two.get()))));
                }
            }
            return checks;
        }
    }

    private static void check(Figure first, List<Figure> figures, Matcher said, Years years, Ledger ledger) {
        boolean down = DOWN.is(said.group("word"));
        if (first.kind() == Figure.Kind.PERCENTAGE_POINTS) {
            points(first, down, said, years, ledger);
            return;
        }
        Optional<Figure> change = Optional.of(first).filter(figure -> figure.kind() != Figure.Kind.PERCENT);
        Optional<Figure> rate = change.isEmpty() ? Optional.of(first) : rateAfter(first, figures);
        if (rate.isEmpty() || rate.get().kind() != Figure.Kind.PERCENT || ledger.judged(rate.get())) {
            return;
        }
        List<Check> checks = years.changes(rate.get(), down);
        Optional<Check> meant = checks.stream()
                .filter(check ->
                        change.isEmpty() ? Near.tight(check.equation()) : isApart(check.equation(), change.get()))
                .findFirst();
        meant.or(() -> change.isPresent() ? Optional.empty() : named(checks, said.group("name")))
                .ifPresent(ledger::check);
    }

    /** 2023年支出率比2022年降低2.40个百分点, where that rate, or the only one that lies so far apart, rose by as much. */
    private static void points(Figure points, boolean down, Matcher said, Years years, Ledger ledger) {
        List<Map.Entry<Figure, Figure>> pairs = years.rates(said.group("name"));
        List<Map.Entry<Figure, Figure>> apart = pairs.stream()
                .filter(pair -> points.rounded()
                        .holds(pair.getKey()
                                .value()
                                .minus(pair.getValue().value())
                                .abs()))
                .toList();
        boolean same = apart.stream()
                .anyMatch(
                        pair -> pair.getKey().value().compareTo(pair.getValue().value()) < 0 == down);
        if (apart.size() == 1 && !same && points.digits() >= 2) {
            String word = said.group("word");
            Spot where = points.passage().spot(said.start("word"), said.end("word"));
            String right = OppositeWords.of(word).orElse(down ? "提高" : "下降");
            if (!ledger.findsInLine(Kind.DIRECTION, where)) {
                ledger.find(WrongWord.changed(
                        word, right, where, apart.get(0).getKey(), apart.get(0).getValue()));
            }
        }
    }

    private static Optional<Figure> rateAfter(Figure change, List<Figure> figures) {
        String text = change.passage().text();
        return figures.stream()
                .filter(figure -> figure.start() >= change.end())
                .findFirst()
                .filter(figure -> RATE.is(text.substring(change.end(), figure.start())));
    }

    private static boolean isApart(Equation equation, Figure change) {
        return equation.over(Side.ONE)
                .filter(distance -> change.rounded().holds(distance))
                .isPresent();
    }

    /** The only column whose heading the words between year and comparison name. */
    private static Optional<Check> named(List<Check> checks, String name) {
        List<Check> called = checks.stream()
                .filter(check -> name.length() >= 2 && check.subject().contains(name))
                .toList();
        return called.size() == 1
                ? called.stream()
                        .filter(check -> Near.within(check.equation(), FAR)
                                || check.equation()
                                        .expected()
                                        .filter(right -> NearMisses.isSlip(
                                                check.equation().result(), right))
                                        .isPresent())
                        .findFirst()
                : Optional.empty();
    }
}
