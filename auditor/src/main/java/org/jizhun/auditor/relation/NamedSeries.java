package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Things with one figure of the same kind each, as a sentence lists them (甲区94.6分、乙县92.1分) or a column of a table does.
 *
 * @param heading what the figures are: the words before the first name, or the column's heading
 * @param passage where a sentence lists them
 * @param end where the list ends in it
 * @param table where a table does
 * @param whole what the list closes with as the total or the rate of all
 */
record NamedSeries(
        String heading,
        List<Member> members,
        Optional<Passage> passage,
        int end,
        Optional<Table> table,
        Optional<Member> whole) {

    /** One of them; the name is empty where figures stand alone: 12、28、30天. */
    record Member(String name, Figure figure, Exact value) {}

    private static final int LEAST = 3;
    private static final int LONGEST_NAME = 16;
    /** What may part one item from the next, with the next one's name: 、砚坪县 or ，社会保障和就业支出. */
    private static final Pattern NEXT = Pattern.compile(
            "(?:（[^（）\\d]{1,12}）)?[、，；和及与]?(?:其次(?:是|为)?)?(?<name>[^、，；。：！？（）\\d]{1,16})?(?:（[^（）\\d]{1,12}）)?");

    private static final Sought IS = Sought.of("(?:分别|均|约|各)?(?:为|是|达到?|得|共|有|：|:)$");
    private static final Sought TOTAL = Sought.of("合计|共计|总计|总共|小计|累计|平均|全[市县区省镇乡]|总体|综合|较|比|同比|增|减|上年|去年");

    private static final Sought WHOLE = Sought.of("合计|共计|总计|总共|小计|平均|全[市县区省镇乡校院局]|总体|整体|综合");

    /** Blanks, and the number that a name begins with. */
    private static final Sought NUMBER = Sought.of("\\s|^(?:[\\d.、]+|[一二三四五六七八九十]+、)");

    NamedSeries {
        members = List.copyOf(members);
    }

    /** The series of a paragraph, in order. */
    static List<NamedSeries> of(Claims claims, Passage passage) {
        List<Figure> figures = claims.figures(passage);
        List<NamedSeries> all = new ArrayList<>();
        int from = 0;
        while (from + LEAST <= figures.size()) {
            int to = from + 1;
            List<String> names = new ArrayList<>();
            while (to < figures.size()) {
                Optional<String> name = name(passage.text(), figures.get(to - 1), figures.get(to));
                if (name.isEmpty() || !isOneOf(figures.get(from), figures.get(to), figures, to)) {
                    break;
                }
                names.add(name.get());
                to++;
            }
            if (to - from >= LEAST) {
                series(passage, figures.subList(from, to), names).ifPresent(all::add);
            }
            from = to - from >= LEAST ? to : from + 1;
        }
        return all;
    }

    private static Optional<NamedSeries> series(Passage passage, List<Figure> figures, List<String> names) {
        Figure last = figures.get(figures.size() - 1);
        String before = passage.text().substring(0, figures.get(0).start());
        int mark = Math.max(
                Math.max(before.lastIndexOf('，'), before.lastIndexOf('。')),
                Math.max(before.lastIndexOf('：'), Math.max(before.lastIndexOf('；'), before.lastIndexOf('、'))));
        int sentence = before.lastIndexOf('。') + 1;
        String first = plain(before.substring(mark + 1));
        boolean bare = names.stream().allMatch(String::isEmpty);
        boolean named = names.stream().noneMatch(String::isEmpty);
        if (!bare && (!named || first.isEmpty())) {
            return Optional.empty();
        }
        List<Member> members = new ArrayList<>();
        Optional<Member> whole = Optional.empty();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            Exact value = figure.kind() == Figure.Kind.PLAIN ? figure.printed().times(last.unitSize()) : figure.value();
            String name = bare ? "" : i == 0 ? first : names.get(i - 1);
            if (i == 0 || !TOTAL.isIn(name)) {
                members.add(new Member(name, figure, value));
            } else if (i == figures.size() - 1 && WHOLE.isIn(name)) {
                whole = Optional.of(new Member(name, figure, value));
            }
        }
        boolean oneEach = bare || members.stream().map(Member::name).distinct().count() == members.size();
        return members.size() >= LEAST && oneEach
                ? Optional.of(new NamedSeries(
                        before.substring(sentence), members, Optional.of(passage), last.end(), Optional.empty(), whole))
                : Optional.empty();
    }

    private static Optional<String> name(String text, Figure one, Figure two) {
        if (two.start() - one.end() > LONGEST_NAME + 16 || two.start() < one.end()) {
            return Optional.empty();
        }
        Matcher matcher = NEXT.matcher(text.substring(one.end(), two.start()));
        if (!matcher.matches() || matcher.group().contains("其中")) {
            return Optional.empty();
        }
        String name = matcher.group("name");
        return Optional.of(name == null ? "" : plain(name));
    }

    /** A name without what joins it to its figure. */
    private static String plain(String name) {
        return IS.replaceFirst(Sought.kept("^其中").replaceFirst(name.strip(), ""), "");
    }

    /** Whether a figure counts what the first does, or is the last of bare ones and gives all their unit. */
    private static boolean isOneOf(Figure first, Figure figure, List<Figure> all, int at) {
        boolean exact = figure.nearness() == Figure.Nearness.EXACT && first.nearness() == Figure.Nearness.EXACT;
        boolean closed = all.get(at - 1).kind() != first.kind();
        boolean givesUnit = first.kind() == Figure.Kind.PLAIN
                && all.get(at - 1).kind() == Figure.Kind.PLAIN
                && figure.kind() == Figure.Kind.COUNT;
        return exact && !closed && (figure.isLike(first) || givesUnit);
    }

    /** The series of all tables of a document, in order. */
    static List<NamedSeries> ofTables(Claims claims) {
        return claims.derived(OfTables.class, OfTables::new).series;
    }

    /** Worked out once: each number of things in the text looks through them. */
    private static final class OfTables {
        private final List<NamedSeries> series;

        OfTables(Claims claims) {
            series = claims.tables().stream()
                    .flatMap(table -> NamedSeries.of(table).stream())
                    .toList();
        }
    }

    /** The columns of a table whose rows have a name of their own, totals left out. */
    static List<NamedSeries> of(Table table) {
        List<NamedSeries> all = new ArrayList<>();
        if (table.rows().stream().anyMatch(row -> row.level() > 0 && !row.total())) {
            return all;
        }
        for (Table.Column column : table.columns()) {
            List<Member> members = new ArrayList<>();
            for (Table.Row row : table.rows()) {
                Optional<Figure> figure =
                        row.total() ? Optional.empty() : row.figures().get(column.index());
                figure.ifPresent(known -> members.add(new Member(name(row), known, known.value())));
            }
            boolean oneEach = members.stream().map(Member::name).distinct().count() == members.size();
            boolean alike = members.stream()
                    .allMatch(member -> member.figure().isLike(members.get(0).figure()));
            if (members.size() >= LEAST && oneEach && alike) {
                all.add(new NamedSeries(
                        column.heading(), members, Optional.empty(), 0, Optional.of(table), Optional.empty()));
            }
        }
        return all;
    }

    static String name(Table.Row row) {
        return NUMBER.replaceAll(row.label(), "");
    }

    /** What the figures count: % or 万元 or 天; of bare figures the last one's. */
    Figure like() {
        return members.get(members.size() - 1).figure();
    }

    /** Whether a list breaks off with 等 and so names only some. */
    boolean isOpen() {
        return passage.filter(text -> text.text().startsWith("等", end)).isPresent();
    }
}
