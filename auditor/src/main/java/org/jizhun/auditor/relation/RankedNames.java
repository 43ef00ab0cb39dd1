package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * The highest and lowest of what a sentence lists (甲区94.6分、乙县92.1分…，得分最高的是甲区), and the place of one of them there or in a table's
 * column: 乙县位列第二.
 */
final class RankedNames implements Relation {

    private static final String WORD = "最(?<word>高|多|大|快|好|低|少|小|慢|差)";
    /** 占比最高的为教育支出, 得分最低的乡镇是东岭镇. */
    private static final Sought NAME_LAST = Sought.of(
            Pattern.compile("(?<what>[^，。；、（）\\d]{0,14}?)" + WORD
                    + "的(?:[^，。；、（）是为\\d]{0,6})(?:是|为|：|，为|，是)(?<row>[^，。；、：（）\\d]{2,16})"),
            "最");
    /** 教育支出占比最高, 东岭镇得分最低. */
    private static final Sought NAME_FIRST =
            Sought.of(Pattern.compile("(?<row>[^，。；、：（）\\d]{2,24}?)(?<what>)" + WORD + "(?=[，。；（、]|为|达|$)"), "最");
    /** 槐汀县位列第四, 砚坪县排名第2位, 荻港区居第一. */
    private static final Sought PLACED = Sought.of(
            Pattern.compile(
                    "(?<row>[^，。；、：（）\\d第]{2,24}?)(?:位列|位居|排名|排在|名列|排列|列|排|居)(?:全[市县区省镇校]|[各其]?[^，。；、\\d第]{0,6})?"
                            + "第(?<place>[一二三四五六七八九十]{1,3}|\\d{1,2})(?=位|名|[，。；、]|$)"),
            "第",
            "列居排");

    private static final Sought UP = Sought.of("高|多|大|快|好");
    private static final Sought SELECTED = Sought.of(
            "除|以外|之外|其他|其余|上年|去年|同期|历年|增幅|降幅|增长|下降|增加|减少|其次|次之|变动|差距|连续|全省|全国|较|(?<!占)比(?![例重])|倒数|第[一二三四]季度");
    private static final Sought LEAST_IS_FIRST = Sought.of("投诉|扣分|信访|事故|违规|未|成本|耗时|时长|天数|能耗");
    private static final int NEAR = 2;

    @Override
    public String name() {
        return "ranked-names";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            for (Sought sought : List.of(NAME_LAST, NAME_FIRST)) {
                Matcher words = sought.in(passage);
                while (words.find()) {
                    extreme(claims, i, words, ledger);
                }
            }
            Matcher placed = PLACED.in(passage);
            while (placed.find()) {
                place(claims, i, placed, ledger);
            }
        }
    }

    private static void extreme(Claims claims, int at, Matcher words, Ledger ledger) {
        Optional<NamedSeries> meant = listed(claims, at, words);
        Optional<NamedSeries.Member> said = meant.flatMap(series -> named(series, words.group("row")));
        if (said.isEmpty()
                || meant.get().isOpen()
                || isSelected(claims.passages().get(at), words)) {
            return;
        }
        boolean up = UP.is(words.group("word"));
        NamedSeries.Member best = said.get();
        boolean tied = false;
        for (NamedSeries.Member member : meant.get().members()) {
            int order = member.value().compareTo(best.value());
            tied = (up ? order > 0 : order < 0) ? false : tied || (order == 0 && !member.equals(best));
            best = (up ? order > 0 : order < 0) ? member : best;
        }
        if (!best.equals(said.get()) && !tied) {
            String word = "最" + words.group("word");
            ledger.find(Superlatives.finding(
                    said.get().name(),
                    best.name(),
                    word,
                    claims.passages().get(at).spot(words.start("row"), words.end()),
                    said.get().figure(),
                    best.figure()));
        }
    }

    private static boolean isSelected(Passage passage, Matcher words) {
        int sentence = Math.max(
                passage.text().lastIndexOf('。', words.start()), passage.text().lastIndexOf('；', words.start()));
        int clause = Math.max(sentence, passage.text().lastIndexOf('，', words.start()));
        return SELECTED.isIn(passage.text().substring(clause + 1, words.end()));
    }

    private static void place(Claims claims, int at, Matcher words, Ledger ledger) {
        Passage passage = claims.passages().get(at);
        Optional<NamedSeries> meant = listed(claims, at, words).or(() -> scored(claims, words));
        Optional<NamedSeries.Member> said = meant.flatMap(series -> named(series, words.group("row")));
        if (said.isEmpty()
                || meant.get().isOpen()
                || isSelected(passage, words)
                || LEAST_IS_FIRST.isIn(meant.get().heading())) {
            return;
        }
        Exact own = said.get().value();
        long above = meant.get().members().stream()
                .filter(member -> member.value().compareTo(own) > 0)
                .count();
        long equal = meant.get().members().stream()
                .filter(member -> member.value().equals(own))
                .count();
        int stated = Numerals.count(words.group("place"));
        if (equal == 1 && stated != above + 1 && stated <= meant.get().members().size()) {
            String printed = words.group("place");
            boolean chinese = !Character.isDigit(printed.charAt(0));
            int right = (int) above + 1;
            Problem problem = Problem.of(
                    "place-differs",
                    Place.NONE,
                    "stated",
                    "第" + printed,
                    "expected",
                    "第" + (chinese ? Numerals.print(right) : String.valueOf(right)),
                    "name",
                    said.get().name(),
                    "own",
                    said.get().figure().text(),
                    "above",
                    above);
            ledger.find(Finding.of(
                    Kind.CROSS_REFERENCE,
                    "第" + printed,
                    Optional.of("第" + (chinese ? Numerals.print(right) : String.valueOf(right))),
                    problem,
                    passage.spot(words.start("place") - 1, words.end("place")),
                    List.of(said.get().figure().spot())));
        }
    }

    /** The list of the same paragraph before the words, or of one just above, that has the name. */
    private static Optional<NamedSeries> listed(Claims claims, int at, Matcher words) {
        for (int i = at; i >= Math.max(0, at - NEAR); i--) {
            List<NamedSeries> series = new ArrayList<>();
            for (NamedSeries one : NamedSeries.of(claims, claims.passages().get(i))) {
                boolean before = i < at || one.end() <= words.start();
                if (before && named(one, words.group("row")).isPresent()) {
                    series.add(one);
                }
            }
            if (!series.isEmpty()) {
                return series.size() == 1 ? Optional.of(series.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The one table with a column of scores or totals that has the name. */
    private static Optional<NamedSeries> scored(Claims claims, Matcher words) {
        List<NamedSeries> series = new ArrayList<>();
        for (Table table : claims.tables()) {
            NamedSeries.of(table).stream()
                    .filter(one -> one.heading().matches("(?:综合|最终|考核|评价|总|自评|平均)*(?:得分|总分|分数|成绩)(?:（[^）]*）)?"))
                    .filter(one -> named(one, words.group("row")).isPresent())
                    .forEach(series::add);
        }
        return series.size() == 1 ? Optional.of(series.get(0)) : Optional.empty();
    }

    /** The one member whose name the words hold, or whose name, with what is measured before it, ends with the words. */
    static Optional<NamedSeries.Member> named(NamedSeries series, String words) {
        List<NamedSeries.Member> named = series.members().stream()
                .filter(member -> member.name().length() >= 2
                        && (words.contains(member.name())
                                || (words.length() >= 2 && member.name().endsWith(words))
                                || isFirstOf(series, member, words)))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** 机关本级预算调整率3.15%: the first name carries what is measured. */
    private static boolean isFirstOf(NamedSeries series, NamedSeries.Member member, String words) {
        return member.equals(series.members().get(0))
                && words.length() >= 3
                && member.name().startsWith(words.substring(0, 3));
    }
}
