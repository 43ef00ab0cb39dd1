package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Units;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * How many of the things listed lie beyond a limit: 预算调整率甲3.15%、乙18.40%、丙12.06%，超过10%的单位共2家; 投资额超过1000万元的有3个 above a table. The
 * things are those of the same sentence or paragraph, else the rows of the one column that the words can mean.
 */
final class CountedBeyond implements Relation {

    private static final String COUNT = "(?<![第\\d.])(?<count>\\d{1,3}|[一二两三四五六七八九]|[二三]?十[一二三四五六七八九]?)"
            + "(?<unit>个(?!百分点|工作日|月)|家|项|份|所|名|人|户|次|笔|县|镇|区|乡|村|处|条|件|门|宗|台|批)";
    private static final String LIMIT =
            "(?<limit>\\d[\\d,]*(?:\\.\\d+)?)(?<of>%|万元|亿元|元|分(?!之)|个?工作日|日|天|个月|公里|人次|人|户|亩|吨|名)?";
    private static final String OF = "(?:%|万元|亿元|元|分|个?工作日|日|天|个月|公里|人次|人|户|亩|吨|名)?";
    private static final String WORD = "(?<word>超过|超出|高于|大于|多于|不低于|不少于|达到|达|在|低于|小于|少于|不足|未达到?|不到|不满|未超过|不超过)";
    private static final String SIDE = "(?<side>（含）以上|及以上|以上|（含）以下|及以下|以下|以内|之内)?(?:法定|规定)?(?:的?期限|时限|标准|红线)?";
    /** 超过10%的单位共2家, 投资额在1000万元以上的有4个, 超出30日法定期限的有1份. */
    private static final Sought NUMBER_LAST = Sought.of(
            Pattern.compile("(?<what>[^，。；：、（）\\d]{0,12}?)" + WORD + "?" + LIMIT + SIDE
                    + "的(?<noun>[^，。；：、\\d]{0,8}?)(?:也|仅|只|共计|共|总共|分别|数|有|为|是|计|达|，)*" + COUNT),
            "的",
            "超高大多不达在低小少未上下内");
    /** 有3家单位调整率超过10%, 2个县得分低于85分. */
    private static final Sought NUMBER_FIRST = Sought.of(
            Pattern.compile(COUNT + "(?<noun>[^，。；：、\\d]{0,8}?)(?:的)?(?<what>[^，。；：、（）\\d]{0,10}?)(?:均|都|已|仍)?" + WORD
                    + LIMIT + SIDE + "(?![\\d个])"),
            "超高大多不达在低小少未",
            "个家项份所名人户次笔县镇区乡村处条件门宗台批");

    /** What {@link #NUMBER_LAST} has in it: a limit and 的. */
    private static final Sought LIMITED = Sought.of("[\\d,]" + OF + SIDE + "的");
    /** What {@link #NUMBER_FIRST} has in it: a number and what it counts. */
    private static final Sought COUNTED = Sought.of("[\\d一二两三四五六七八九十][个家项份所名人户次笔县镇区乡村处条件门宗台批]");

    private static final Sought BELOW = Sought.of("低于|小于|少于|不足|未达到?|不到|不满|未超过|不超过");
    private static final Sought INCLUSIVE = Sought.of("不低于|不少于|达到|达|在|未超过|不超过");
    private static final Sought DOWN = Sought.of("以下|以内|之内");
    private static final Sought ELSEWHERE =
            Sought.of("上年|去年|同期|历年|其他|其余|另有|增[长加幅]|下降|减少|同比|环比|累计|连续|偏离|偏差|差距|扣|每|评价|得分率低");
    private static final Sought ASIDE = Sought.of("（[^）]*）|\\s");
    private static final Sought AMOUNT = Sought.of("(?:数|额|金额)$");
    private static final int FEW = 3;

    @Override
    public String name() {
        return "counted-beyond";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        for (int i = 0; i < passages.size(); i++) {
            if (NUMBER_LAST.mayBeIn(passages.get(i)) && LIMITED.isIn(passages.get(i))) {
                judge(claims, i, NUMBER_LAST.in(passages.get(i)), ledger);
            }
            if (NUMBER_FIRST.mayBeIn(passages.get(i)) && COUNTED.isIn(passages.get(i))) {
                judge(claims, i, NUMBER_FIRST.in(passages.get(i)), ledger);
            }
        }
    }

    private static void judge(Claims claims, int at, Matcher words, Ledger ledger) {
        while (words.find()) {
            if (isMeant(words, claims.passages().get(at))) {
                one(claims, at, words, ledger);
            }
        }
    }

    private static boolean isMeant(Matcher words, Passage passage) {
        String word = words.group("word");
        boolean limited = words.group("side") != null
                || (word != null && !Sought.kept("达到?|在").is(word));
        int sentence = passage.text().lastIndexOf('。', words.start()) + 1;
        return limited && !ELSEWHERE.isIn(passage.text().substring(sentence, words.end()));
    }

    private static void one(Claims claims, int at, Matcher words, Ledger ledger) {
        Passage passage = claims.passages().get(at);
        List<NamedSeries> meant = new ArrayList<>();
        for (NamedSeries series : NamedSeries.of(claims, passage)) {
            if (isOf(series, words) && (series.end() <= words.start() || series.end() > words.end())) {
                meant.add(series);
            }
        }
        if (meant.isEmpty()) {
            NamedSeries.ofTables(claims).stream()
                    .filter(series -> isOf(series, words) && isCalled(series.heading(), words.group("what")))
                    .forEach(meant::add);
        }
        int stated = Numerals.count(words.group("count"));
        if (meant.size() != 1 || stated == 0) {
            return;
        }
        NamedSeries series = meant.get(0);
        List<Figure> strictly = beyond(series, words, false);
        List<Figure> inclusive = beyond(series, words, true);
        boolean above = stated > series.members().size() || (series.isOpen() && stated > strictly.size());
        boolean agrees = stated == strictly.size() || stated == inclusive.size();
        boolean told = ledger.findings().stream()
                .anyMatch(finding -> finding.kind() == Kind.COUNT
                        && finding.where().line()
                                == passage.spot(words.start("count"), words.end("unit"))
                                        .line()
                        && finding.stated().startsWith(words.group("count")));
        if (!agrees && !above && !told && Math.abs(stated - strictly.size()) <= FEW) {
            boolean equal = words.group("side") != null || INCLUSIVE.is(words.group("word"));
            tell(passage, words, equal ? inclusive : strictly, ledger);
        }
    }

    private static List<Figure> beyond(NamedSeries series, Matcher words, boolean inclusive) {
        Exact limit = limit(words, series);
        String side = words.group("side") == null ? "" : words.group("side");
        String word = words.group("word") == null ? "" : words.group("word");
        boolean byWord = side.isEmpty() || side.contains("上");
        boolean below = byWord ? BELOW.is(word) : DOWN.isIn(side);
        return series.members().stream()
                .filter(member -> {
                    int order = member.value().compareTo(limit);
                    return (below ? order < 0 : order > 0) || (inclusive && order == 0);
                })
                .map(NamedSeries.Member::figure)
                .toList();
    }

    /** The limit in the base unit of the figures; a bare number is in their own. */
    private static Exact limit(Matcher words, NamedSeries series) {
        Exact number = Exact.parse(words.group("limit").replace(",", ""));
        String unit = words.group("of") == null ? "" : words.group("of");
        return Units.isMoney(unit)
                ? Units.inYuan(number, unit)
                : number.times(series.like().unitSize());
    }

    /** Whether the figures are measured in the limit's unit. */
    private static boolean isOf(NamedSeries series, Matcher words) {
        String unit = words.group("of") == null ? "" : words.group("of");
        Figure like = series.like();
        return switch (unit) {
            case "" -> like.kind() == Figure.Kind.PLAIN && series.table().isPresent();
            case "%" -> like.kind() == Figure.Kind.PERCENT;
            case "分" -> like.kind() == Figure.Kind.POINTS;
            case "日", "天" ->
                like.kind() == Figure.Kind.COUNT && Sought.kept("天|日").is(like.thing());
            default ->
                Units.isMoney(unit)
                        ? like.kind() == Figure.Kind.AMOUNT
                        : like.kind() == Figure.Kind.COUNT && like.thing().equals(unit);
        };
    }

    /** Whether the words end with the last two characters of the heading, or the heading with theirs. */
    private static boolean isCalled(String heading, String what) {
        String plain = AMOUNT.replaceAll(ASIDE.replaceAll(heading, ""), "");
        String words = AMOUNT.replaceAll(what, "");
        String last = words.substring(Math.max(0, words.length() - 2));
        return last.length() == 2 && plain.length() >= 2 && (plain.endsWith(last) || words.endsWith(plain));
    }

    private static void tell(Passage passage, Matcher words, List<Figure> found, Ledger ledger) {
        if (found.isEmpty()) {
            return; // what is listed is something else
        }
        String unit = words.group("unit");
        String printed = words.group("count") + unit;
        ledger.find(WrongCount.finding(
                Kind.COUNT,
                printed,
                Optional.of(CountedNames.print(found.size(), unit, printed)),
                found.size(),
                passage.spot(words.start("count"), words.end("unit")),
                found.stream().map(Figure::spot).toList()));
    }
}
