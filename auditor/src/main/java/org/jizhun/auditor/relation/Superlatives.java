package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * What the text calls the highest or lowest of a table's column is held against the column: 执行率最高的是甲; 乙支出最少. The row
 * is found by its name, the column by the words before 最 or by the figure told with it.
 */
final class Superlatives implements Relation {

    private static final String WORD = "最(?<word>高|多|大|快|好|低|少|小|慢|差)";
    private static final String ROW = "[^，。；、：（）\\d]{2,16}?";
    /** 人均补助标准最高的是白塔区. */
    private static final Sought FIRST = Sought.of(Pattern.compile("(?<what>[^，。；、（）\\d]{2,14}?)" + WORD
            + "的(?:[^，。；、是为\\d]{0,6})(?:是|为|：)(?<row>" + ROW + ")(?=[，。；、（]|，?为|达|\\d|$)"));
    /** 合格率最低的电工为83.8%: the name, and then its figure. */
    private static final Sought NAMED = Sought.of(Pattern.compile(
            "(?<what>[^，。；、（）\\d]{2,14}?)" + WORD + "的(?<row>" + ROW + ")(?=，?(?:仅为|只有|仅|为|是|达到|达)\\d)"));
    /** 设备更新进度最慢. */
    private static final Sought AFTER =
            Sought.of(Pattern.compile("(?<clause>[^，。；、（）\\d]{4,24}?)" + WORD + "(?=[，。；（]|为|达|$)"));

    /** 甲和乙完成率最低，均为75.00%: more rows than one share the place. */
    private static final Sought SEVERAL = Sought.of("^，?(?:均|都|皆|同为|并列)");

    private static final Sought AMONG =
            Sought.of("(?:各|个|[一二三四五六七八九十\\d]个?)(?<of>县区|区县|县市区|县[（(]市、区[）)]|县|市县|乡镇|镇街|街镇|乡镇街道)(?:之)?中");
    private static final Sought UP = Sought.of("高|多|大|快|好");
    private static final Sought SELECTED = Sought.of("除|以外|之外|其他|其余|上年|去年|同期|历年|增幅|降幅|增长|下降|其次|次之|变动|差距");

    @Override
    public String name() {
        return "superlatives";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Table> tables =
                claims.tables().stream().filter(Superlatives::isList).toList();
        for (Passage passage : tables.isEmpty() ? List.<Passage>of() : claims.passages()) {
            Matcher first = FIRST.in(passage);
            while (first.find()) {
                judge(tables, claims, passage, first, first.group("what"), first.group("row"), ledger);
            }
            Matcher named = NAMED.in(passage);
            while (named.find()) {
                judge(tables, claims, passage, named, named.group("what"), named.group("row"), ledger);
            }
            Matcher after = AFTER.in(passage);
            while (after.find()) {
                judge(tables, claims, passage, after, after.group("clause"), after.group("clause"), ledger);
            }
        }
    }

    /** Three rows or more, each with a name of its own, that are not the lines of one account. */
    private static boolean isList(Table table) {
        List<String> names = table.rows().stream()
                .filter(row -> !row.total())
                .map(Superlatives::name)
                .toList();
        return names.size() >= 3
                && names.stream().distinct().count() == names.size()
                && table.rows().stream().noneMatch(row -> row.level() > 0 && !row.total());
    }

    private static String name(Table.Row row) {
        return Sought.kept("\\s|^(?:[\\d.、]+|[一二三四五六七八九十]+、)|(?:项目|工程|专项资金|经费)$")
                .replaceAll(row.label(), "");
    }

    private static void judge(
            List<Table> tables,
            Claims claims,
            Passage passage,
            Matcher words,
            String what,
            String where,
            Ledger ledger) {
        String before = passage.text().substring(0, words.start());
        int sentence = Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'));
        if (SELECTED.isIn(passage.text().substring(sentence + 1, words.end()))) {
            return;
        }
        if (SEVERAL.isIn(passage.text().substring(words.end()))) {
            return;
        }
        Matcher among = AMONG.in(before.substring(sentence + 1) + passage.text().substring(words.start(), words.end()));
        String of = among.find() ? among.group("of") : "";
        List<Finding> findings = new ArrayList<>();
        int meant = 0;
        Optional<Map.Entry<Figure, Figure>> told = Optional.empty();
        for (Table table : tables) {
            Optional<Table.Row> row = row(table, where);
            if (row.isEmpty()) {
                continue;
            }
            String rest = what.equals(where)
                    ? where.substring(
                            where.indexOf(name(row.get())) + name(row.get()).length())
                    : what;
            for (Table.Column column : columns(table, row.get(), rest, claims, passage, words.end())) {
                meant++;
                Figure cell = row.get().figures().get(column.index()).orElseThrow();
                told = next(claims, passage, words.end()).map(figure -> Map.entry(figure, cell));
                boolean up = UP.is(words.group("word"));
                more(table, row.get(), column, up, of)
                        .ifPresent(other -> findings.add(finding(passage, words, row.get(), other, column)));
            }
        }
        if (meant == 1) {
            findings.forEach(ledger::find);
        }
        if (meant == 1 && findings.isEmpty() && told.isPresent()) {
            Figure said = told.get().getKey();
            Figure cell = told.get().getValue();
            if (!ledger.judged(said) && cell.isLike(said) && said.nearness() == Figure.Nearness.EXACT) {
                ledger.check(ToldOtherwise.check(Kind.CROSS_REFERENCE, words.group(), said, cell));
            }
        }
    }

    /** The figure told just after the words: 最慢，仅26.00%. */
    private static Optional<Figure> next(Claims claims, Passage passage, int end) {
        return claims.figures(passage).stream()
                .filter(figure -> figure.start() >= end
                        && Sought.kept("(?:，|，?[为达仅是]|，?仅为|，?只有|，?达到)?")
                                .is(passage.text().substring(end, figure.start())))
                .findFirst();
    }

    /** The one row whose name stands in the words. */
    private static Optional<Table.Row> row(Table table, String words) {
        List<Table.Row> rows = table.rows().stream()
                .filter(row -> !row.total() && name(row).length() >= 2 && words.contains(name(row)))
                .toList();
        return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
    }

    /** The columns named by the words, the longest heading first; else those in which the row has the figure told next. */
    private static List<Table.Column> columns(
            Table table, Table.Row row, String words, Claims claims, Passage passage, int end) {
        String plain = Sought.kept("[的是为在中各]|标准|额度|情况").replaceAll(words, "");
        List<Table.Column> named = table.columns().stream()
                .filter(column -> row.figures().get(column.index()).isPresent())
                .filter(column -> isCalled(heading(column), plain))
                .toList();
        if (named.size() == 1) {
            return named;
        }
        Optional<Figure> told = next(claims, passage, end);
        return table.columns().stream()
                .filter(column -> told.isPresent()
                        && plain.length() >= 2
                        && row.figures()
                                .get(column.index())
                                .filter(cell -> cell.isLike(told.get())
                                        && cell.value().equals(told.get().value()))
                                .isPresent())
                .toList();
    }

    private static String heading(Table.Column column) {
        return Sought.kept("（[^）]*）|\\s|数$|额$|金额$").replaceAll(column.heading(), "");
    }

    /** The words end with the heading, or the heading with the words: 支出进度 for 进度, 补助 for 补助金额. */
    private static boolean isCalled(String heading, String words) {
        return heading.length() >= 2 && words.length() >= 2 && (words.endsWith(heading) || heading.endsWith(words));
    }

    /** @param of what the rows must be that count, by their last characters; empty for all */
    private static Optional<Table.Row> more(Table table, Table.Row said, Table.Column column, boolean up, String of) {
        Figure own = said.figures().get(column.index()).orElseThrow();
        Table.Row best = null;
        for (Table.Row row : table.rows()) {
            Optional<Figure> other = row.total() || !isOf(row, of)
                    ? Optional.empty()
                    : row.figures().get(column.index());
            if (other.isPresent() && other.get().isLike(own)) {
                Figure top =
                        best == null ? own : best.figures().get(column.index()).orElseThrow();
                int order = other.get().value().compareTo(top.value());
                best = (up ? order > 0 : order < 0) ? row : best;
            }
        }
        return Optional.ofNullable(best);
    }

    /** 各县区中最低的: a row for what is kept by the city itself is no county. */
    private static boolean isOf(Table.Row row, String of) {
        String name = name(row);
        return of.isEmpty() || (!name.isEmpty() && of.indexOf(name.charAt(name.length() - 1)) >= 0);
    }

    private static Finding finding(
            Passage passage, Matcher words, Table.Row said, Table.Row other, Table.Column column) {
        Figure own = said.figures().get(column.index()).orElseThrow();
        Figure top = other.figures().get(column.index()).orElseThrow();
        return finding(
                name(said), name(other), "最" + words.group("word"), passage.spot(words.start(), words.end()), own, top);
    }

    /** 最慢 of one, while another is slower. */
    static Finding finding(String stated, String expected, String word, Spot where, Figure own, Figure other) {
        Problem problem = Problem.of(
                "superlative-differs",
                Place.NONE,
                "stated",
                stated,
                "expected",
                expected,
                "word",
                word,
                "own",
                own.text(),
                "other",
                other.text());
        return Finding.of(
                Kind.CROSS_REFERENCE, stated, Optional.of(expected), problem, where, List.of(own.spot(), other.spot()));
    }
}
