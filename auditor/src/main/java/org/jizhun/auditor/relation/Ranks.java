package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Ranks against what they are ranked by: a column 排名 beside the column that its other rows follow, and in running text the one
 * that is called highest or lowest of those listed with their figures.
 */
final class Ranks implements Relation {

    private static final Pattern RANK = Pattern.compile("(?:排名|名次|位次|排序|排位)(?:情况)?$");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
    /** 得分最高的是甲; 其中乙得分最低. */
    private static final Sought BEST = Sought.of(
            Pattern.compile("最(?<word>高|低|多|少|快|慢|好|差)的(?:[^，。；是为]{0,6})?(?:是|为)(?<name>[^，。；（\\d]{2,16})(?=[，。；（]|$)"),
            "最",
            "高低多少快慢好差");

    private static final Sought NAME_FIRST = Sought.of(
            Pattern.compile(
                    "(?:^|[，。；：]|其中[，：]?)(?<name>[^，。；：（）\\d]{2,14}?)(?:的)?(?:得分|评分|分数|得分率|完成率|执行率|满意度)?(?:为)?最(?<word>高|低)(?=[，。；]|$)"),
            "最",
            "高低");
    private static final int FEWEST = 3;

    @Override
    public String name() {
        return "ranks";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            table.columns().stream()
                    .filter(column ->
                            RANK.matcher(column.heading().replace(" ", "")).find())
                    .forEach(column -> table(table, column, ledger));
        }
        for (Passage passage : claims.passages()) {
            for (Sought pattern : List.of(BEST, NAME_FIRST)) {
                Matcher words = pattern.in(passage);
                while (words.find()) {
                    listed(claims, passage, words, ledger);
                }
            }
        }
    }

    private record Ranked(Table.Row row, Passage cell, int rank) {}

    private static List<Ranked> ranked(Table table, Table.Column column) {
        List<Ranked> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            String cell = column.index() < row.cells().size()
                    ? Sought.kept("[第名位 ]")
                            .replaceAll(row.cells().get(column.index()).text(), "")
                    : "";
            if (!row.total() && WHOLE.matcher(cell).matches()) {
                rows.add(new Ranked(row, row.cells().get(column.index()), Integer.parseInt(cell)));
            }
        }
        return rows;
    }

    /** The column that all rows but one, or nearly all, are ranked by. */
    private static void table(Table table, Table.Column column, Ledger ledger) {
        List<Ranked> rows = ranked(table, column);
        if (rows.size() < FEWEST) {
            return;
        }
        for (boolean down : new boolean[] {true, false}) {
            for (Table.Column by : table.columns()) {
                List<Figure> values = rows.stream()
                        .flatMap(row -> row.row().figures().get(by.index()).stream())
                        .toList();
                if (by.index() == column.index() || values.size() != rows.size()) {
                    continue;
                }
                List<Integer> wrong = wrong(rows, values, down);
                if (wrong.isEmpty()) {
                    return;
                }
                if (wrong.size() == 1 && rows.size() > FEWEST) {
                    Ranked row = rows.get(wrong.get(0));
                    tell(row, place(values, wrong.get(0), down), values.get(wrong.get(0)), ledger);
                    return;
                }
            }
        }
    }

    private static List<Integer> wrong(List<Ranked> rows, List<Figure> values, boolean down) {
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int at = i;
            long distinct = values.stream()
                    .filter(value -> isBefore(value, values.get(at), down))
                    .map(Figure::value)
                    .distinct()
                    .count();
            if (rows.get(i).rank() != place(values, i, down) && rows.get(i).rank() != distinct + 1) {
                wrong.add(i);
            }
        }
        return wrong;
    }

    private static boolean isBefore(Figure one, Figure two, boolean down) {
        int order = one.value().compareTo(two.value());
        return down ? order > 0 : order < 0;
    }

    private static int place(List<Figure> values, int at, boolean down) {
        return 1
                + (int) values.stream()
                        .filter(value -> isBefore(value, values.get(at), down))
                        .count();
    }

    private static void tell(Ranked row, int right, Figure value, Ledger ledger) {
        String stated = row.cell().text();
        Problem problem =
                Problem.of("rank-differs", Place.NONE, "stated", stated, "expected", right, "value", value.text());
        ledger.find(Finding.of(
                Kind.CROSS_REFERENCE,
                stated,
                Optional.of(String.valueOf(right)),
                problem,
                row.cell().spot(),
                List.of(value.spot())));
    }

    /** 甲得94.2分，乙得91.6分，丙得86.9分，得分最高的是甲: of the last figures of one kind before, each with a name. */
    private static void listed(Claims claims, Passage passage, Matcher words, Ledger ledger) {
        String name = Sought.kept("^(?:其中|而|但)|(?:得分|评分)$").replaceAll(words.group("name"), "");
        boolean up = Sought.kept("高|多|快|好").is(words.group("word"));
        List<Mention> list = new ArrayList<>();
        for (Mention mention : claims.mentions(passage)) {
            boolean before = mention.figure().end() <= words.start();
            boolean like = list.isEmpty() || mention.isLike(list.get(0));
            if (before && !like) {
                list.clear();
            }
            if (before) {
                list.add(mention);
            }
        }
        Figure.Kind kind =
                list.isEmpty() ? Figure.Kind.PLAIN : list.get(0).figure().kind();
        boolean rates = kind == Figure.Kind.POINTS || kind == Figure.Kind.PERCENT;
        List<Mention> named =
                list.stream().filter(mention -> name(mention).endsWith(name)).toList();
        boolean all = list.stream()
                .allMatch(mention -> mention.figure().nearness() == Figure.Nearness.EXACT
                        && name(mention).length() >= 2
                        && !mention.bracketed());
        if (list.size() < FEWEST || !rates || named.size() != 1 || !all || name.length() < 2) {
            return;
        }
        Mention own = named.get(0);
        Mention best = own;
        for (Mention other : list) {
            int order = other.figure().value().compareTo(best.figure().value());
            best = (up ? order > 0 : order < 0) ? other : best;
        }
        if (!best.equals(own)) {
            tell(passage, words, own, best, ledger);
        }
    }

    /** The name that a figure stands with: 、交通 before 93.2分; 种业提升子项目得 before 91.6分. */
    private static String name(Mention mention) {
        return mention.before()
                .replaceAll("^[、和及，]|^.*：", "")
                .replaceAll("(?:的)?(?:综合|自评|评价)?(?:得分率|完成率|执行率|满意度|得分|评分|分数|得)?(?:为|是|达|：)?$", "");
    }

    private static void tell(Passage passage, Matcher words, Mention own, Mention best, Ledger ledger) {
        ledger.find(Superlatives.finding(
                name(own),
                name(best),
                "最" + words.group("word"),
                passage.spot(words.start("name"), words.end("name")),
                own.figure(),
                best.figure()));
    }
}
