package org.jizhun.auditor.relation;

import java.util.ArrayList;
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
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Words for a direction in running text against the row of a table that they name: 土地增值税7.93亿元，增长15.28% where the row has −15.28%, and
 * 住房保障支出决算数小于年初预算数 where the row has the more in it.
 */
final class DirectionsOfRows {

    private static final Sought CHANGED = Sought.of(
            Pattern.compile(
                    "(?<name>[\\u4e00-\\u9fa5（）“”]{2,30})(?:[\\d,]+(?:\\.\\d+)?(?:亿元|万元|元))?[，（]?(?:同比|[较比][^，。；\\d]{0,8}?)?，?(?<word>增长|增加|上升|提高|提升|下降|减少|降低|下滑)了?(?<rate>\\d{1,3}(?:\\.\\d{1,2})?)[%％]"),
            "增上提下减降");
    /** 决算数小于年初预算数, 决算数与年初预算数持平. */
    private static final Sought AGAINST_BUDGET = Sought.of(
            Pattern.compile(
                    "(?<name>[\\u4e00-\\u9fa5（）“”]{2,30}?)决算数?(?:(?<word>大于|小于|高于|低于|多于|少于|超过)(?<than>(?:年初|调整|全年)?预算)数?|[与和](?<as>(?:年初|调整|全年)?预算)数?(?<level>持平|一致|相等))"),
            "预算");

    /** 林业草原支出增长137.30万元. */
    private static final Sought BY_AMOUNT = Sought.of(
            Pattern.compile(
                    "(?<name>[\\u4e00-\\u9fa5（）]{3,24}?)(?:[较比](?:上年|去年|20\\d{2}年)[^，。；\\d]{0,4}?)?(?<word>增长|增加|上升|下降|减少|降低)了?(?<amount>\\d[\\d,]{0,9}(?:\\.\\d{1,2})?)(?:亿元|万元|元)"),
            "增上下减降");

    private static final Sought YEAR = Sought.of("20\\d{2}");
    private static final Sought CHANGES = Sought.of("增减(?!率|幅|％|%|比)|变动额|变化额|差额");
    private static final Sought RISE = Sought.of("增|上|提|大|高|多|超");
    private static final Sought LEAD = Sought.of("^.*(?:其中|来看|分别|以及|主要是|方面)|(?:同比|[较比][^（）]*)$");
    private static final Sought NUMBER =
            Sought.of("^(?:其中：?|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\\d]{1,3}）|\\d{1,2}[.、．])|\\s|（[类款项]）");
    private static final Sought REST = Sought.of("(?:支出|收入|决算|完成|执行|预算|数|为|达|达到|金额)*");
    private static final int SHORTEST = 3;

    private DirectionsOfRows() {}

    /** A row that has a name of its own, with its table. */
    private record Named(String label, Table table, Table.Row row) {

        Optional<Figure> of(String measure) {
            return table.column(measure).flatMap(column -> row.figures().get(column.index()));
        }

        /** This year's and last year's outturn, where the headings name both years. */
        Optional<Map.Entry<Figure, Figure>> years() {
            NavigableMap<String, Figure> years = new TreeMap<>();
            for (Table.Column column : table.columns()) {
                Matcher year = YEAR.in(column.heading());
                boolean actual = column.measure().filter("actual"::equals).isPresent();
                if (actual && year.find()) {
                    row.figures().get(column.index()).ifPresent(figure -> years.put(year.group(), figure));
                }
            }
            return years.size() == 2
                    ? Optional.of(Map.entry(
                            years.lastEntry().getValue(), years.firstEntry().getValue()))
                    : Optional.empty();
        }

        /** By how much it changed. */
        List<Figure> changes() {
            return table.columns().stream()
                    .filter(column -> CHANGES.isIn(column.heading()))
                    .flatMap(column -> row.figures().get(column.index()).stream())
                    .toList();
        }
    }

    /**
     * All of the document, read once.
     *
     * @param changing those of tables that say by how much each changed
     */
    private record AllNamed(List<Named> rows, List<Named> changing) {

        static AllNamed read(Claims claims) {
            List<Named> rows = new ArrayList<>();
            List<Named> changing = new ArrayList<>();
            for (Table table : claims.tables()) {
                boolean told = table.column("growth").isPresent()
                        || table.column("actual").isPresent();
                boolean changes = table.columns().stream().anyMatch(column -> CHANGES.isIn(column.heading()));
                for (Table.Row row : told || changes ? table.rows() : List.<Table.Row>of()) {
                    String label = NUMBER.replaceAll(row.label(), "");
                    if (label.length() >= SHORTEST && !row.total()) {
                        Named named = new Named(label, table, row);
                        (told ? rows : changing).add(named);
                        if (told && changes) {
                            changing.add(named);
                        }
                    }
                }
            }
            return new AllNamed(List.copyOf(rows), List.copyOf(changing));
        }

        /** Those that the words before a verb name: 土地增值税, 其中：土地增值税收入. */
        List<Named> called(String words) {
            String name = NUMBER.replaceAll(LEAD.replaceAll(words, ""), "");
            return rows.stream()
                    .filter(row -> name.startsWith(row.label())
                            && REST.is(name.substring(row.label().length())))
                    .toList();
        }
    }

    static void examine(Claims claims, Ledger ledger) {
        AllNamed all = claims.derived(AllNamed.class, AllNamed::read);
        for (Passage passage :
                all.rows().isEmpty() && all.changing().isEmpty() ? List.<Passage>of() : claims.passages()) {
            Matcher changed = CHANGED.in(passage);
            while (changed.find()) {
                changed(passage, changed, all.called(changed.group("name")), ledger);
            }
            Matcher by = BY_AMOUNT.in(passage);
            while (by.find()) {
                by(passage, by, all, ledger);
            }
            Matcher against = AGAINST_BUDGET.in(passage);
            while (against.find()) {
                against(passage, against, all.called(against.group("name")), ledger);
            }
        }
    }

    /** The very rate stands in the row, with the other sign, and in no other row of that name with the one told. */
    private static void changed(Passage passage, Matcher words, List<Named> rows, Ledger ledger) {
        Exact rate = Exact.parse(words.group("rate"));
        boolean up = RISE.isIn(words.group("word").substring(0, 1));
        Figure other = null;
        for (Named row : rows) {
            Optional<Figure> growth =
                    row.of("growth").filter(figure -> figure.printed().abs().equals(rate));
            if (growth.isPresent()) {
                boolean rose = growth.get().printed().compareTo(Exact.ZERO) > 0;
                if (rose == up || (rose && !hasFalls(row.table()))) {
                    return;
                }
                other = growth.get();
            }
        }
        if (other != null && !rate.isZero()) {
            Directions.tellOfSign(passage, words.start("word"), words.group("word"), other, ledger);
        }
    }

    /** 国有资本收入增加136.50万元 where the row that begins with that name has −136.50 under 增减额, and none has 136.50. */
    private static void by(Passage passage, Matcher words, AllNamed all, Ledger ledger) {
        Exact amount = Exact.parse(words.group("amount").replace(",", ""));
        boolean up = RISE.isIn(words.group("word").substring(0, 1));
        String name = NUMBER.replaceAll(LEAD.replaceAll(words.group("name"), ""), "");
        Figure other = null;
        for (Named row : all.changing()) {
            for (Figure cell : row.changes()) {
                boolean same = cell.printed().abs().equals(amount) && cell.tellingDigits() >= SHORTEST;
                if (same && cell.printed().compareTo(Exact.ZERO) > 0 == up) {
                    return;
                }
                if (same && hasFalls(row) && startsAlike(name, row.label())) {
                    other = cell;
                }
            }
        }
        if (other != null) {
            Directions.tellOfSign(passage, words.start("word"), words.group("word"), other, ledger);
            return;
        }
        List<Named> called = all.called(name);
        Optional<Map.Entry<Figure, Figure>> years =
                called.size() == 1 ? called.get(0).years() : Optional.empty();
        years.filter(pair -> isFurther(pair.getKey(), pair.getValue(), amount, up))
                .ifPresent(pair -> Directions.tellOfRow(
                        passage, words.start("word"), words.group("word"), pair.getKey(), pair.getValue(), ledger));
    }

    /** Whether one lies as far from the other as is told, but on the other side. */
    private static boolean isFurther(Figure now, Figure then, Exact amount, boolean up) {
        Exact change = now.printed().minus(then.printed());
        return now.isLike(then)
                && now.tellingDigits() >= SHORTEST
                && change.abs().equals(amount)
                && change.compareTo(Exact.ZERO) > 0 != up;
    }

    private static boolean hasFalls(Named row) {
        return row.table().columns().stream()
                .filter(column -> CHANGES.isIn(column.heading()))
                .anyMatch(column -> row.table().rows().stream()
                        .flatMap(other -> other.figures().get(column.index()).stream())
                        .anyMatch(figure -> figure.printed().compareTo(Exact.ZERO) < 0));
    }

    private static boolean startsAlike(String one, String two) {
        int same = 0;
        while (same < Math.min(one.length(), two.length()) && one.charAt(same) == two.charAt(same)) {
            same++;
        }
        return same > SHORTEST || same == Math.min(one.length(), two.length());
    }

    /** Whether falls bear a minus in a table, so that what has none rose. */
    private static boolean hasFalls(Table table) {
        int at = table.column("growth").orElseThrow().index();
        return table.rows().stream()
                .flatMap(row -> row.figures().get(at).stream())
                .anyMatch(figure -> figure.printed().compareTo(Exact.ZERO) < 0);
    }

    private static void against(Passage passage, Matcher words, List<Named> rows, Ledger ledger) {
        if (rows.size() != 1) {
            return;
        }
        boolean level = words.group("level") != null;
        Optional<Figure> actual = rows.get(0).of("actual");
        Optional<Figure> budget = budget(rows.get(0), words.group(level ? "as" : "than"));
        if (actual.isEmpty() || budget.isEmpty() || !actual.get().isLike(budget.get())) {
            return;
        }
        int order = actual.get().value().compareTo(budget.get().value());
        String word = words.group(level ? "level" : "word");
        boolean right = level ? order == 0 : order != 0 && (order > 0) == RISE.isIn(word.substring(0, 1));
        if (!right) {
            int start = words.start(level ? "level" : "word");
            Directions.tellOfRow(passage, start, word, actual.get(), budget.get(), ledger);
        }
    }

    /** The column that is meant; 预算数 is the only one there is. */
    private static Optional<Figure> budget(Named row, String said) {
        Optional<Figure> initial = row.of("initial");
        Optional<Figure> adjusted = row.of("adjusted");
        if (said.startsWith("年初")) {
            return initial;
        }
        if (!said.equals("预算")) {
            return adjusted;
        }
        Optional<Figure> budget = row.of("budget");
        return budget.isPresent() && initial.isEmpty() && adjusted.isEmpty() ? budget : Optional.empty();
    }
}
