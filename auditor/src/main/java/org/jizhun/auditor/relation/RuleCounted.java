package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A rule that the text states with its limit, and how many it is said to apply to: 执行率低于97%的予以通报 … 应予通报的支出类别有2类. The cases
 * are the figures listed between the two, else the rows of the one table with a column of that measure.
 */
final class RuleCounted implements Relation {

    private static final String ACT =
            "(?<act>予以通报|通报|予以约谈|约谈|列为[^，。；”、]{2,8}|评为[^，。；”、]{2,8}|认定为[^，。；”、]{2,8}|纳入[^，。；”、]{2,8}|收回|压减|暂停安排|重点监控|黄牌警告|一票否决)";
    private static final Sought RULE = Sought.of(
            Pattern.compile(
                    "(?<what>[^，。；：“”、\\d]{0,8}?(?:率|得分|评分|分数|满意度|进度))?(?:为|在)?(?:(?<word>低于|不足|未达到?|少于|小于|不低于|高于|超过|达到|大于)(?<limit>\\d{1,3}(?:\\.\\d+)?)(?<unit>%|分)"
                            + "|(?<limit2>\\d{1,3}(?:\\.\\d+)?)(?<unit2>%|分)(?<side>（含）以上|及以上|以上|（含）以下|及以下|以下)(?:（含[^）]*）)?)的(?:[^，。；“”\\d]{0,12}?)，?(?:应当?|要|一律|可)?"
                            + ACT),
            "%分",
            "予报约列评认纳收压停监牌否");
    private static final Sought COUNT = Sought.of(
            Pattern.compile(
                    "(?:应当?|需|被|拟|据此)*" + ACT
                            + "的(?:[^，。；\\d一二三四五六七八九十两]{0,10}?)(?:共有|共|有|为|计|合计)(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,2})(?<measure>个|类|项|家|所|人|户)"),
            "予报约列评认纳收压停监牌否",
            "个类项家所人户");
    private static final Sought EARLIER = Sought.of("上年|去年|往年|上期|同期|历年");
    private static final int FEWEST = 3;

    private record Rule(String act, String what, boolean below, boolean equal, Exact limit, boolean percent, int end) {

        boolean holds(Exact value) {
            int order = value.compareTo(limit);
            return below ? order < 0 || (equal && order == 0) : order > 0 || (equal && order == 0);
        }
    }

    @Override
    public String name() {
        return "rule-counted";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Rule> rules = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            List<Rule> own = rules(passage);
            Matcher words = COUNT.in(passage.text());
            while (words.find()) {
                int at = words.start();
                if (EARLIER.isIn(passage.text().substring(Math.max(0, at - 8), at))) {
                    continue;
                }
                String act = core(words.group("act"));
                Optional<Rule> here = own.stream()
                        .filter(rule -> rule.end() <= at && rule.act().equals(act))
                        .reduce((one, two) -> two);
                Optional<Rule> rule = here.or(() ->
                        rules.stream().filter(one -> one.act().equals(act)).reduce((one, two) -> two));
                if (rule.isPresent()) {
                    int from = here.isPresent() ? rule.get().end() : 0;
                    judge(claims, passage, words, rule.get(), from, ledger);
                }
            }
            rules.addAll(own);
        }
    }

    private static List<Rule> rules(Passage passage) {
        List<Rule> rules = new ArrayList<>();
        Matcher matcher = RULE.in(passage.text());
        while (matcher.find()) {
            boolean before = matcher.group("word") != null;
            String word = matcher.group(before ? "word" : "side");
            boolean below = before ? Sought.kept("低于|不足|未达到?|少于|小于").is(word) : word.endsWith("以下");
            boolean equal = before ? Sought.kept("不低于|达到").is(word) : !word.equals("以下");
            rules.add(new Rule(
                    core(matcher.group("act")),
                    Optional.ofNullable(matcher.group("what")).orElse(""),
                    below,
                    equal,
                    Exact.parse(matcher.group(before ? "limit" : "limit2")),
                    "%".equals(matcher.group(before ? "unit" : "unit2")),
                    matcher.end()));
        }
        return rules;
    }

    private static String core(String act) {
        return Sought.kept("^予以").replaceAll(act, "");
    }

    private static void judge(Claims claims, Passage passage, Matcher words, Rule rule, int from, Ledger ledger) {
        List<Figure> cases = listed(claims, passage, rule, from, words.start());
        if (cases.size() < FEWEST) {
            cases = ofTable(claims, rule);
        }
        int stated = Numerals.count(words.group("count"));
        List<Figure> found =
                cases.stream().filter(figure -> rule.holds(figure.printed())).toList();
        if (cases.size() < FEWEST || found.size() == stated || stated > cases.size()) {
            return;
        }
        ledger.find(WrongCount.counted(
                Kind.RULE,
                passage,
                words,
                found.size(),
                found.stream().map(Figure::spot).toList()));
    }

    /** Figures of the rule's kind between the rule and the number, if nothing else of the kind stands there. */
    private static List<Figure> listed(Claims claims, Passage passage, Rule rule, int from, int to) {
        return claims.mentions(passage).stream()
                .map(Mention::figure)
                .filter(figure -> figure.start() >= from && figure.end() <= to)
                .filter(figure -> figure.kind() == (rule.percent() ? Figure.Kind.PERCENT : Figure.Kind.POINTS))
                .toList();
    }

    private static List<Figure> ofTable(Claims claims, Rule rule) {
        List<List<Figure>> meant = new ArrayList<>();
        for (Table table : claims.tables()) {
            String what = rule.what().isEmpty() ? "得分" : rule.what();
            List<Table.Column> columns = rule.percent()
                    ? RowsCounted.columns(table, what)
                    : table.columns().stream()
                            .filter(column -> column.heading().contains(what)
                                    || Sought.kept(".*(?:得分|评分|分数)").is(column.heading()))
                            .toList();
            if (columns.size() == 1) {
                List<Figure> figures = table.rows().stream()
                        .filter(row -> !row.total() && row.level() == 0)
                        .flatMap(row -> row.figures().get(columns.get(0).index()).stream())
                        .toList();
                if (figures.size() >= FEWEST) {
                    meant.add(figures);
                }
            }
        }
        return meant.size() == 1 ? meant.get(0) : List.of();
    }
}
