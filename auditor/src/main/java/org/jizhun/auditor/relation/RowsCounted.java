package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * How many rows of a table lie above or below a limit: 有2个项目执行率低于90%; 3个项目慢于序时进度. The rows are counted in the one
 * column of rates that the words can mean; the limit stands in the words, or the document says what 序时进度 is.
 */
final class RowsCounted implements Relation {

    private static final Sought COUNTED = Sought.of(Pattern.compile(
            "(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,2})个(?:子|重点|预算|支出|二级)?(?:项目|县区|县|区|乡镇|镇街|街道|单位|处室|科室|专项|任务)(?:的)?"
                    + "(?<what>[^，。；、\\d]{0,8}?(?:率|进度|度))?(?:均|已|仍)?(?<word>低于|未达到|未达|落后于?|滞后于?|慢于|不足|高于|超过|快于|达到)"
                    + "(?:(?<limit>\\d{1,3}(?:\\.\\d+)?)%(?!的?个百分点|以)|(?<norm>(?:时序|序时|时间)进度))(?!\\d)"));
    /** 执行率低于序时进度的项目有3个: the noun before the number. */
    private static final Sought NOUN_FIRST = Sought.of(
            Pattern.compile(
                    "(?<what>[^，。；、\\d]{0,8}?(?:率|进度|度))?(?:均|已|仍)?(?<word>低于|未达到|未达|落后于?|滞后于?|慢于|不足|高于|达到(?:或|和|及)?(?:超过|高于|快于)|超过|快于|达到)"
                            + "(?:(?<limit>\\d{1,3}(?:\\.\\d+)?)%(?!的?个百分点|以)|(?<norm>(?:时序|序时|时间)进度))的(?:子|重点|预算|支出|二级)?(?:项目|县区|县|区|乡镇|镇街|街道|单位|处室|科室|专项|任务)(?:共有|共|有|为|计|达)*(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,2})个"),
            "个",
            "率度");

    /** 6个项目中有3个达到或超过序时进度，另有2个未达到序时进度. */
    private static final Sought AMONG = Sought.of(
            Pattern.compile(
                    "(?:个(?:子|重点|预算|支出|二级)?(?:项目|县区|县|区|乡镇|镇街|街道|单位)中，?(?:有)?|，另有|，其余)(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,2})个(?:项目|单位)?"
                            + "(?<what>[^，。；、\\d]{0,8}?(?:率|进度|度))?(?:均|已|仍)?(?<word>低于|未达到|未达|落后于?|滞后于?|慢于|不足|高于|达到(?:或|和|及)?(?:超过|高于|快于)|超过|快于|达到)"
                            + "(?:(?<limit>\\d{1,3}(?:\\.\\d+)?)%(?!的?个百分点|以)|(?<norm>(?:时序|序时|时间)进度))(?!\\d)"),
            "个",
            "率度%");

    /** 预计全年执行率 beside 执行率. */
    private static final Sought EXPECTED = Sought.of("预计|预测");

    private static final Sought BELOW = Sought.of("低于|未达到|未达|落后于?|滞后于?|慢于|不足");

    @Override
    public String name() {
        return "rows-counted";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Optional<Exact> norm = ElapsedShare.told(claims);
        for (Passage passage : claims.passages()) {
            for (Sought counted : List.of(COUNTED, NOUN_FIRST, AMONG)) {
                Matcher words = counted.in(passage);
                while (words.find()) {
                    Optional<Exact> limit =
                            words.group("limit") == null ? norm : Optional.of(Exact.parse(words.group("limit")));
                    if (limit.isPresent()) {
                        judge(claims, passage, words, limit.get(), ledger);
                    }
                }
            }
        }
    }

    private static void judge(Claims claims, Passage passage, Matcher words, Exact limit, Ledger ledger) {
        List<List<Figure>> meant = new ArrayList<>();
        for (Table table : claims.tables()) {
            List<Table.Column> columns =
                    columns(table, Optional.ofNullable(words.group("what")).orElse("进度"));
            if (columns.size() == 1) {
                List<Figure> rates = table.rows().stream()
                        .filter(row -> !row.total() && row.level() == 0)
                        .flatMap(row -> row.figures().get(columns.get(0).index()).stream())
                        .toList();
                if (rates.size() >= 3) {
                    meant.add(rates);
                }
            }
        }
        if (meant.size() != 1) {
            return;
        }
        boolean below = BELOW.is(words.group("word"));
        boolean reached = words.group("word").startsWith("达到");
        List<Figure> found = meant.get(0).stream()
                .filter(rate -> {
                    int order = rate.printed().compareTo(limit);
                    return below ? order < 0 : order > 0 || (reached && order == 0);
                })
                .toList();
        int stated = Numerals.count(words.group("count"));
        if (found.size() != stated) {
            tell(passage, words, found, ledger);
        }
    }

    /** The columns of rates that the words name: 执行率 and 支出进度 are progress all the same. */
    static List<Table.Column> columns(Table table, String what) {
        List<Table.Column> rates = table.columns().stream()
                .filter(column ->
                        Sought.kept(".*(?:率|进度)").is(Sought.kept("（[^）]*）|\\s").replaceAll(column.heading(), "")))
                .filter(column -> table.rows().stream()
                        .flatMap(row -> row.figures().get(column.index()).stream())
                        .anyMatch(figure -> figure.kind() == Figure.Kind.PERCENT))
                .filter(column -> EXPECTED.isIn(what) || !EXPECTED.isIn(column.heading()))
                .toList();
        String last = Sought.kept("^(?:预算|支出|资金)*").replaceAll(what, "");
        List<Table.Column> named =
                rates.stream().filter(column -> column.heading().contains(last)).toList();
        boolean progress = Sought.kept(".*(?:执行率|支出率|进度)").is(what);
        return named.isEmpty() && progress ? rates.size() == 1 ? rates : List.of() : named;
    }

    private static void tell(Passage passage, Matcher words, List<Figure> found, Ledger ledger) {
        String printed = words.group("count");
        boolean chinese = !Character.isDigit(printed.charAt(0));
        String right =
                (chinese ? found.size() == 2 ? "两" : Numerals.print(found.size()) : String.valueOf(found.size())) + "个";
        ledger.find(WrongCount.finding(
                Kind.COUNT,
                printed + "个",
                Optional.of(right),
                found.size(),
                passage.spot(words.start("count"), words.end()),
                found.stream().map(Figure::spot).toList()));
    }
}
