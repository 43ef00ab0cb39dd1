package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** The amounts and numbers of a document with the words that name them, in prose and in tables, to be asked for by name. */
final class NamedFigures {

    /** A figure with its name: the words before it, or the row's label. */
    record Named(Figure figure, String words) {}

    /** Words that stand beside figures of anything, and last year's. */
    private static final Pattern GENERAL = Pattern.compile(
            "其中|全年|本年度?|年度|实际|支出|收入|资金|预算|决算|金额|费用|经费|项目|完成|累计|共计?|合计|安排|投入|平均|每|[人次户生床台亩校班]均|按|计算|主要|用于|工作|情况|分别|\\d+|[，。、；：（）()“”%.]");

    private static final Sought LAST_YEAR = Sought.of("上年|去年|同期|比|较|增加|减少|年初|预算|计划|目标");

    private static final Sought DONE = Sought.of("(?:^|，|。)(?:全年|年内|本年|累计)?(?:实际|已)(?:完成|建成|铺设|实施|改造)(?:了)?$");

    private final List<Named> all = new ArrayList<>();
    /** The words of each that name something. */
    private final List<List<String>> names = new ArrayList<>();
    /** Where in the list those stand whose names hold two characters in a row. */
    private final Map<String, BitSet> holding = new HashMap<>();
    /** Those whose own words say that they are done. */
    private final List<Named> done = new ArrayList<>();

    private final Map<Figure.Kind, List<Figure>> ofKind = new EnumMap<>(Figure.Kind.class);

    private NamedFigures() {}

    static NamedFigures of(Claims claims) {
        NamedFigures figures = new NamedFigures();
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                if (!LAST_YEAR.isIn(mention.before())) {
                    figures.add(mention.figure(), mention.before());
                }
            }
        }
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                figures.add(table, row);
            }
        }
        return figures;
    }

    /** Of a row the figure that was spent or reached, else all of them. */
    private void add(Table table, Table.Row row) {
        boolean spent = table.column("actual").isPresent();
        for (Table.Column column : table.columns()) {
            if (!row.total()
                    && (!spent || column.measure().filter("actual"::equals).isPresent())) {
                row.figures().get(column.index()).ifPresent(figure -> add(figure, row.label()));
            }
        }
    }

    private void add(Figure figure, String words) {
        boolean measures = figure.kind() == Figure.Kind.AMOUNT || figure.kind() == Figure.Kind.COUNT;
        if (measures && !figure.value().isZero()) {
            Named named = new Named(figure, words);
            List<String> own = pieces(words);
            own.forEach(piece -> pairs(piece)
                    .forEach(pair ->
                            holding.computeIfAbsent(pair, key -> new BitSet()).set(all.size())));
            all.add(named);
            names.add(own);
            ofKind.computeIfAbsent(figure.kind(), key -> new ArrayList<>()).add(figure);
            if (DONE.isIn(words)) {
                done.add(named);
            }
        }
    }

    /** Each two characters in a row. */
    private static List<String> pairs(String piece) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 2 <= piece.length(); i++) {
            pairs.add(piece.substring(i, i + 2));
        }
        return pairs;
    }

    /** Where those stand that have two characters or more in common with a text, which all do that are asked for. */
    private BitSet near(List<String> pieces) {
        BitSet near = new BitSet();
        for (String piece : pieces) {
            for (String pair : pairs(piece)) {
                near.or(holding.getOrDefault(pair, new BitSet()));
            }
        }
        return near;
    }

    /**
     * The figures whose names have the longest run of characters in common with a text; none where it is shorter than asked, unless it
     * is the whole name.
     *
     * @param least two at least
     */
    List<Named> best(String text, Predicate<Figure> like, int least) {
        List<String> pieces = pieces(text);
        List<Named> best = new ArrayList<>();
        int longest = least;
        BitSet near = near(pieces);
        for (int at = near.nextSetBit(0); at >= 0; at = near.nextSetBit(at + 1)) {
            Named named = all.get(at);
            if (!like.test(named.figure())) {
                continue;
            }
            int common = common(pieces, names.get(at), least);
            if (common > longest) {
                best.clear();
                longest = common;
            }
            if (common == longest) {
                best.add(named);
            }
        }
        return best;
    }

    /** All figures whose names have so many characters in a row, two at least, in common with a text. */
    List<Figure> sharing(String text, Predicate<Figure> like, int least) {
        List<String> pieces = pieces(text);
        return near(pieces).stream()
                .filter(at -> like.test(all.get(at).figure()) && common(pieces, names.get(at), least) >= least)
                .mapToObj(at -> all.get(at).figure())
                .toList();
    }

    private static int common(List<String> pieces, List<String> name, int least) {
        int common = 0;
        for (String piece : name) {
            for (String own : pieces) {
                common = Math.max(common, own.equals(piece) ? Math.max(least, own.length()) : common(own, piece));
            }
        }
        return common;
    }

    /** Those that the words right before them alone say are done: 实际完成241.36公里. */
    List<Figure> done(Predicate<Figure> like) {
        return done.stream().map(Named::figure).filter(like).toList();
    }

    /** All of a kind. */
    List<Figure> figures(Figure.Kind kind) {
        return ofKind.getOrDefault(kind, List.of());
    }

    /** The figures whose name ends with a name. */
    List<Named> ending(String name, Predicate<Figure> like) {
        return all.stream()
                .filter(named -> like.test(named.figure()) && named.words().endsWith(name))
                .toList();
    }

    /** The words of a text that name something: two characters or more between general words and marks. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String piece : GENERAL.split(text, -1)) {
            if (piece.length() >= 2) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** The length of the longest run of characters that both hold. */
    static int common(String one, String two) {
        int longest = 0;
        for (int i = 0; i < one.length(); i++) {
            for (int j = 0; j < two.length(); j++) {
                int length = 0;
                while (i + length < one.length()
                        && j + length < two.length()
                        && one.charAt(i + length) == two.charAt(j + length)) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }
}
