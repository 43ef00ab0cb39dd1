package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Weight and score of everything that is scored, by name: each row of a table, and each group that a column of names makes of
 * several rows, whose weight is the one printed with its name (产出指标（50分）) or else the sum of its rows; and what running
 * text scores that no table has. Names are as {@link ScoreNames#plain} has them.
 */
final class ScoreBook {

    /** Points as figures or as the sum of figures. */
    record Points(Side side, String formula) {

        static Points of(Figure figure) {
            return new Points(Side.of(figure), figure.text());
        }

        static Points of(List<Figure> figures) {
            return new Points(Side.of(figures), Formulas.sum(figures));
        }

        /** The one figure that it is. */
        Optional<Figure> single() {
            return side.weights().size() == 1
                    ? Optional.of(side.weights().keySet().iterator().next())
                    : Optional.empty();
        }

        Exact value() {
            return side.weights().entrySet().stream()
                    .map(term -> term.getKey().value().times(term.getValue()))
                    .reduce(Exact.ZERO, Exact::plus);
        }
    }

    /**
     * @param group whether it stands for several rows
     * @param row where it is a single one
     */
    record Entry(
            String name, Optional<Points> weight, Optional<Points> score, boolean group, Optional<RowNames.Place> row) {

        /** A figure of its row. */
        Optional<Figure> figure(String measure) {
            return row.flatMap(place -> place.table()
                    .column(measure)
                    .flatMap(column -> place.row().figures().get(column.index())));
        }

        /** Whether it is what the text itself says there. */
        boolean isOf(ScoreNode node) {
            return Stream.of(node.weight(), node.got())
                    .flatMap(Optional::stream)
                    .anyMatch(told -> Stream.of(weight, score)
                            .flatMap(Optional::stream)
                            .anyMatch(points -> points.side().weights().containsKey(told.figure())));
        }

        /** Weight less score, where both are told. */
        Optional<Exact> lost() {
            return weight.flatMap(most -> score.map(got -> most.value().minus(got.value())));
        }
    }

    private static final Sought WORDS = Sought.of(".*[\\u4e00-\\u9fa5].*");
    private static final Sought NUMBERED = Sought.of("序号|编号|行次");
    /** 产出指标（50分）; 效益指标30分; 决策（权重20）. */
    private static final Pattern WEIGHED =
            Pattern.compile("[（(]?(?:分值|权重|满分|共)?(?<points>\\d{1,3}(?:\\.\\d+)?)分?[）)]?$");

    private static final int SHORTEST = 2;
    private static final int LONGEST = 30;
    private static final int LEAST_IN_WORDS = 4;

    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final Map<String, List<Entry>> told = new HashMap<>();

    private ScoreBook() {}

    static ScoreBook of(Claims claims) {
        return claims.derived(ScoreBook.class, ScoreBook::read);
    }

    private static ScoreBook read(Claims claims) {
        ScoreBook book = new ScoreBook();
        for (Table table : claims.tables()) {
            boolean scored =
                    table.column("score").isPresent() || table.column("lost").isPresent();
            if (table.column("weight").isPresent() && scored) {
                book.table(table);
            }
        }
        book.told(ScoreTree.of(claims));
        return book;
    }

    private void told(ScoreNode node) {
        if (node.weight().isPresent() && node.name().length() >= SHORTEST) {
            told.computeIfAbsent(node.name(), key -> new ArrayList<>())
                    .add(new Entry(
                            node.name(),
                            node.weight().map(Mention::figure).map(Points::of),
                            node.got().map(Mention::figure).map(Points::of),
                            false,
                            Optional.empty()));
        }
        node.parts().forEach(this::told);
    }

    boolean isEmpty() {
        return entries.isEmpty() && told.isEmpty();
    }

    /** The one thing called so, or one of several that are alike in every figure; what tables say comes first. */
    Optional<Entry> only(String name) {
        return alike(entries.getOrDefault(name, told.getOrDefault(name, List.of())), true);
    }

    /** The one thing that words name: the first of the tables' names in them, the longest that begins there. */
    Optional<Entry> in(String words) {
        String found = "";
        int first = words.length();
        for (String name : entries.keySet()) {
            int at = name.length() >= LEAST_IN_WORDS ? words.indexOf(name) : -1;
            if (at >= 0 && (at < first || (at == first && name.length() > found.length()))) {
                found = name;
                first = at;
            }
        }
        return found.isEmpty() ? Optional.empty() : only(found);
    }

    /** The weight of what is called so, where all that have one agree. */
    Optional<Points> weight(String name) {
        List<Entry> own = new ArrayList<>(entries.getOrDefault(name, List.of()));
        own.addAll(told.getOrDefault(name, List.of()));
        return alike(own.stream().filter(entry -> entry.weight().isPresent()).toList(), false)
                .flatMap(Entry::weight);
    }

    /** The weight that tables, and what is scored in words, give what is called so, beside one figure that tells it; empty where they differ. */
    Optional<Points> weightBeside(String name, Figure figure) {
        List<Points> weights = Stream.concat(
                        entries.getOrDefault(name, List.of()).stream(),
                        told.getOrDefault(name, List.of()).stream()
                                .filter(entry -> entry.score().isPresent()))
                .flatMap(entry -> entry.weight().stream())
                .filter(points -> !points.side().weights().containsKey(figure))
                .toList();
        boolean one = weights.stream().map(Points::value).distinct().count() == 1;
        return one ? Optional.of(weights.get(0)) : Optional.empty();
    }

    private static Optional<Entry> alike(List<Entry> own, boolean scores) {
        boolean alike = !own.isEmpty()
                && own.stream()
                                .map(entry -> entry.weight().map(Points::value))
                                .distinct()
                                .count()
                        == 1
                && (!scores
                        || own.stream()
                                        .map(entry -> entry.score().map(Points::value))
                                        .distinct()
                                        .count()
                                == 1);
        return alike ? Optional.of(own.get(0)) : Optional.empty();
    }

    private void table(Table table) {
        List<Integer> names = nameColumns(table);
        for (Table.Row row : table.rows()) {
            if (!row.total()) {
                String own = "";
                for (int column : names) {
                    String cell = text(row, column);
                    own = WORDS.is(cell) ? cell : own;
                }
                Optional<Figure> weight = ScoreForms.figure(table, row, "weight");
                Optional<Figure> score = ScoreForms.figure(table, row, "score");
                if (weight.isPresent() || score.isPresent()) {
                    enter(
                            own,
                            weight.map(Points::of),
                            score.map(Points::of),
                            Optional.of(new RowNames.Place(table, row)));
                }
            }
        }
        for (int i = 0; i + 1 < names.size(); i++) {
            groups(table, names.get(i), names);
        }
    }

    /** The columns of names, before the first that measures something. */
    private static List<Integer> nameColumns(Table table) {
        List<Integer> names = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            if (column.measure().isPresent()) {
                break;
            }
            boolean words = table.rows().stream().anyMatch(row -> WORDS.is(text(row, column.index())));
            if (words && !NUMBERED.isIn(column.heading())) {
                names.add(column.index());
            }
        }
        return names;
    }

    private static String text(Table.Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column).text() : "";
    }

    /** Rows under one name of an outer column, which is printed in each of them or in the first only; a row with that name alone is the whole of them. */
    private void groups(Table table, int column, List<Integer> names) {
        Map<String, List<Table.Row>> groups = new LinkedHashMap<>();
        String open = "";
        for (Table.Row row : table.rows()) {
            if (row.total()) {
                continue;
            }
            String cell = text(row, column);
            boolean outer = column > 0 && !text(row, 0).isBlank() && cell.isBlank();
            open = WORDS.is(cell) ? cell : outer ? "" : open;
            boolean whole = WORDS.is(cell)
                    && names.stream()
                            .filter(inner -> inner > column)
                            .allMatch(inner -> text(row, inner).isBlank());
            if (!open.isEmpty() && !whole) {
                groups.computeIfAbsent(open, name -> new ArrayList<>()).add(row);
            }
        }
        groups.forEach((name, rows) -> {
            if (rows.size() > 1) {
                group(name, rows.get(0).cells().get(column), rows, table);
            }
        });
    }

    private void group(String name, Passage cell, List<Table.Row> rows, Table table) {
        List<Figure> weights = new ArrayList<>();
        List<Figure> scores = new ArrayList<>();
        for (Table.Row row : rows) {
            ScoreForms.figure(table, row, "weight").ifPresent(weights::add);
            ScoreForms.figure(table, row, "score").ifPresent(scores::add);
        }
        Matcher weighed = WEIGHED.matcher(cell.text());
        Optional<Points> printed = weighed.find()
                ? Claims.figuresOfCell(cell).stream()
                        .filter(figure -> figure.start() == weighed.start("points"))
                        .findFirst()
                        .map(Points::of)
                : Optional.empty();
        Optional<Points> weight =
                printed.or(() -> weights.size() == rows.size() ? Optional.of(Points.of(weights)) : Optional.empty());
        Optional<Points> score = scores.size() == rows.size() ? Optional.of(Points.of(scores)) : Optional.empty();
        String bare = weighed.find(0) ? name.substring(0, weighed.start()) : name;
        enter(bare, weight, score, Optional.empty());
    }

    private void enter(String name, Optional<Points> weight, Optional<Points> score, Optional<RowNames.Place> row) {
        String plain = ScoreNames.plain(name);
        if (plain.length() >= SHORTEST && plain.length() <= LONGEST && (weight.isPresent() || score.isPresent())) {
            entries.computeIfAbsent(plain, key -> new ArrayList<>())
                    .add(new Entry(plain, weight, score, row.isEmpty(), row));
        }
    }
}
