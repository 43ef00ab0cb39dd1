package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A whole and its parts in running text: {@code 支出1000万元，其中：人员600万元，公用400万元}. The parts may be only some of
 * the whole, so less than the whole is wrong only if the words or the nearness of the sum show that all were meant; more
 * than the whole is always wrong.
 */
final class ProseBreakdown implements Relation {

    private static final Sought PARTS = Sought.of(
            Pattern.compile(
                    "其中[：，:]?|(?<=支出|收入|资金|预算|经费|投资|资产|费用|单位|机构|企业|人员)中，|按[^，。；\\d]{2,8}(?:分|划分|分类)(?:为)?[：，]|包括[：:]?|分别(?:[为是]|[投安下拨支到完补][^，。；、\\d]{1,4})|由|分(?:为|成)?[两二三四五六七八九十\\d]{1,2}(?:个|类|项|批|期|块|笔|次|部分)[^，。；\\d]{0,10}[：，:]"));

    private static final Sought OF_PART = Sought.of("[，。；](?<name>[\\u4e00-\\u9fa5“”]{2,12})中[，：]?[^，。；、\\d]{1,14}$");

    private static final Pattern ENDS = Pattern.compile("。|；(?!.{0,40}\\d)|；(?=(?:使用)?(?:年初|上年)[^，。；]{0,8}结[转余])");
    private static final Sought UNITS = Sought.of("\\d(?<units>[台件套个辆只部支把]（[台件套个辆只部支把、/／]{1,8}）)[，：]?$");

    /** 其中甲3万元、乙5万元；尚有1万元: what is left of another whole. */
    private static final Sought LEFT_BESIDE = Sought.of("；[^，。；\\d]{0,6}(?:尚有|尚余|剩余|仍有)[^，。；\\d]{0,4}$");

    /** 有效问卷中表示“满意”和“比较满意”的分别为187份、41份: others have answered otherwise. */
    static final Pattern CHOSEN = Pattern.compile("[中里](?:表示|选择|认为|回答|评价|反映)[^，。；]*$");

    private static final Sought COMES_IN = Sought.of("收入|收益|来源");
    private static final Sought GOES_OUT = Sought.of("支出|成本|本息|应付|偿还|费用|付息");

    /** 累计扫描842万页，其中2024年计划扫描420万页，实际扫描436万页: what was meant to be and what was done. */
    private static final Sought PLANNED_AND_DONE = Sought.of(
            "计划[^，。；\\d]{0,6}\\d[^。；]{0,20}实际[^，。；\\d]{0,6}\\d|预算[^，。；\\d]{0,6}\\d[^。；]{0,20}(?:支出|执行|决算)[^，。；\\d]{0,6}\\d");

    private static final Sought MOVED =
            Sought.of("(?:（[^（）]{0,4}）)?(?:，)?(?:统一|相应)?(?:调整|变更|修订|压减|核减|调减|调增|增加|减少|提高|降低|下调|上调)(?:为|至|到)");

    @Override
    public String name() {
        return "prose-breakdown";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher matcher = PARTS.in(passage);
            int from = 0;
            while (matcher.find(from)) {
                from = matcher.end();
                int end = end(passage.text(), from);
                breakdown(claims, passage, matcher.start(), from, end).ifPresent(ledger::check);
            }
            BracketedParts.enter(claims, passage, ledger);
            ClosingTotal.of(claims.sentences(passage)).forEach(ledger::check);
        }
    }

    private static int end(String text, int from) {
        Matcher matcher = ENDS.matcher(text);
        int end = matcher.find(from) ? matcher.start() : text.length();
        int next = text.indexOf("其中", from);
        return next >= 0 && next < end ? next : end;
    }

    private static Optional<Check> breakdown(Claims claims, Passage passage, int at, int from, int end) {
        List<Claim> all = claims.claims(passage);
        int sentenceStart = sentenceStart(passage.text(), at);
        String units = units(passage.text().substring(sentenceStart, at));
        for (Claim first : all) {
            boolean within = first.figure().start() >= from && first.figure().end() <= end;
            if (!within || !Addable.is(passage, first.figure())) {
                continue;
            }
            List<Figure> parts = all.stream()
                    .map(Claim::figure)
                    .filter(figure -> figure.start() >= from && figure.end() <= end)
                    .filter(figure -> isLike(first.figure(), figure, units) && Addable.is(passage, figure))
                    .filter(figure -> !isPartOfPart(all, passage, figure, from))
                    .filter(figure -> figure.nearness() != Figure.Nearness.BELOW)
                    .filter(figure -> !LEFT_BESIDE.isIn(passage.text().substring(from, Math.max(from, figure.start()))))
                    .toList();
            List<Figure> parts0 = parts;
            parts = scores(parts, all, passage, sentenceStart, at).orElse(parts);
            boolean exact = parts.stream().allMatch(part -> part.nearness() == Figure.Nearness.EXACT);
            Optional<Claim> whole =
                    parts.size() < 2 ? Optional.empty() : WholeBefore.of(all, parts, passage, sentenceStart, at);
            if (exact && whole.isPresent() && !isMoved(whole.get().figure(), parts)) {
                Figure total = whole.get().figure();
                String measure = whole.get().measure().orElse("");
                List<Figure> nearest =
                        WholeBefore.withBroughtForward(total, WholeBefore.nearest(total, parts, passage), all, end);
                int last = nearest.get(nearest.size() - 1).end();
                String words =
                        passage.text().substring(at, last) + (PartsOfWhole.leavesRest(passage.text(), last) ? "等" : "");
                boolean ofWhich = words.startsWith("其中") || words.startsWith("中");
                boolean chosen = CHOSEN.matcher(passage.text().substring(sentenceStart, at))
                        .find();
                return PartsOfWhole.judged(
                                total, nearest, words, measure, whole.get().label())
                        .filter(check -> !isShort(all, parts0, nearest, from, end)
                                || check.equation().judge() != Verdict.DIFFERS)
                        .filter(check -> (!chosen && !isLoose(whole.get().label(), words, nearest, passage))
                                || check.equation().judge() != Verdict.DIFFERS
                                || PartsOfWhole.isExchanged(check.equation()))
                        .filter(check -> check.equation().judge() != Verdict.DIFFERS
                                || !(PLANNED_AND_DONE.isIn(passage.text().substring(at, end))
                                        || isAboveWhole(total, nearest)))
                        .map(check ->
                                ofWhich ? LastPart.instead(check, claims, whole.get()) : ClosingTotal.asSum(check));
            }
        }
        return Optional.empty();
    }

    /** The words of measure that a whole names besides its own, 件、套 in 购置装备780台（件、套）. */
    private static String units(String whole) {
        Matcher units = UNITS.in(whole);
        return units.find() ? units.group("units") : "";
    }

    private static boolean isLike(Figure one, Figure other, String units) {
        boolean counts = one.kind() == Figure.Kind.COUNT && other.kind() == Figure.Kind.COUNT;
        return one.isLike(other) || (counts && units.contains(one.thing()) && units.contains(other.thing()));
    }

    /** 有效样本388份，合计1000份，满意份数分别为551份和361份: more than the whole is no part, but for a slip of the pen. */
    private static boolean isAboveWhole(Figure whole, List<Figure> parts) {
        Exact sum = parts.stream().map(Figure::value).reduce(Exact.ZERO, Exact::plus);
        return parts.stream()
                .filter(part -> part.value().compareTo(whole.value()) > 0)
                .anyMatch(part -> !NearMisses.isExchange(whole, sum)
                        && !NearMisses.isDigitSlip(part, whole.value().minus(sum.minus(part.value()))));
    }

    /** 采集4000件，其中目标由4000件调整为3600件: what it was and what it became are no parts. */
    private static boolean isMoved(Figure whole, List<Figure> parts) {
        Figure was = parts.get(0);
        Figure now = parts.get(1);
        return parts.size() == 2
                && was.value().equals(whole.value())
                && MOVED.is(now.passage().text().substring(was.end(), now.start()));
    }

    /** 总分100分，其中执行率分值为10分，产出50分，…: points of other words that were left out may belong to the whole as well. */
    private static boolean isShort(List<Claim> all, List<Figure> read, List<Figure> parts, int from, int end) {
        boolean points = parts.get(0).kind() == Figure.Kind.POINTS && read.containsAll(parts);
        int to = Math.min(end, parts.get(parts.size() - 1).end());
        return points
                && all.stream()
                                .map(Claim::figure)
                                .filter(figure -> figure.kind() == Figure.Kind.POINTS)
                                .filter(figure -> figure.start() >= from && figure.end() <= to)
                                .filter(figure ->
                                        !Addable.isBracketed(parts.get(0).passage(), figure))
                                .count()
                        > parts.size();
    }

    /** 净收益42640万元，其中停车收入8200万元；应付本息32800万元: after one part the next clause speaks of what goes out. */
    private static boolean isLoose(String label, String words, List<Figure> parts, Passage passage) {
        Figure next = parts.get(1);
        String between = passage.text().substring(parts.get(0).end(), next.start());
        return parts.size() == 2
                && words.startsWith("其中")
                && between.contains("；")
                && COMES_IN.isIn(label)
                && GOES_OUT.isIn(between);
    }

    /** 教职工736人，其中专任教师592人，专任教师中“双师型”438人: the last is a part of the one before. */
    private static boolean isPartOfPart(List<Claim> all, Passage passage, Figure figure, int from) {
        Matcher named = OF_PART.in(passage.text().substring(from, Math.max(from, figure.start())));
        return named.find()
                && all.stream()
                        .anyMatch(claim -> claim.figure().end() <= figure.start()
                                && claim.label().endsWith(named.group("name")));
    }

    /** 得10.82分。其中执行率4分，…，得3分；到位率4分，…，得3.82分: the scores among weights and rules, if they make up the whole. */
    private static Optional<List<Figure>> scores(
            List<Figure> parts, List<Claim> all, Passage passage, int from, int to) {
        List<Figure> scores = parts.stream()
                .filter(part -> part.kind() == Figure.Kind.POINTS
                        && passage.text().substring(0, part.start()).endsWith("，得"))
                .toList();
        return scores.size() < 2
                ? Optional.empty()
                : WholeBefore.of(all, scores, passage, from, to)
                        .filter(whole -> Near.tight(WholeBefore.equation(whole, scores))
                                || (Near.within(WholeBefore.equation(whole, scores), 15)
                                        && !Near.tight(WholeBefore.equation(whole, parts))))
                        .map(whole -> scores);
    }
    /** Where the sentence begins; the one before it, if this one begins with its parts: 总投资9亿元。三年分别投入…. */
    private static int sentenceStart(String text, int at) {
        int start = text.lastIndexOf('。', at) + 1;
        boolean beginsHere = start > 0
                && text.substring(start, at).chars().noneMatch(character -> character >= '0' && character <= '9');
        return beginsHere ? text.lastIndexOf('。', start - 2) + 1 : start;
    }
}
