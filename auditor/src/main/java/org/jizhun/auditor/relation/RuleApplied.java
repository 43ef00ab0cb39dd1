package org.jizhun.auditor.relation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A rule and what it took off in one sentence or the next, whatever the score tree around them: 6处存在边沟淤塞，按每处扣0.5分计算，扣2.50分;
 * 每有1个项目逾期扣0.4分…发现3个项目逾期，共扣1.6分; 每低于100%一个百分点扣0.4分，执行率98.50%，扣0.9分. Only where one number of that unit stands between.
 */
final class RuleApplied {

    private static final Sought RULE = Sought.of(
            Pattern.compile(
                    "每(?:发现|出现|存在|有|超期|逾期|少|缺)?(?:1|一)?(?<unit>个?(?:项目|单位|指标|标段|月|县|问题)|[件项处例次起家份条笔宗台套名户所批月周期座人])"
                            + "(?![均以])[^。；，扣\\d]{0,24}，?(?:相应)?扣(?:减|除)?(?<per>\\d{1,2}(?:\\.\\d{1,2})?)分"),
            "扣",
            "每");
    /** 每低于100%一个百分点扣0.4分. */
    private static final Sought PER_POINT = Sought.of(
            Pattern.compile(
                    "每(?:低于|不足|低)(?<limit>\\d{1,3}(?:\\.\\d+)?)%的?(?:1|一)?个百分点，?扣(?:减|除)?(?<per>\\d{1,2}(?:\\.\\d{1,2})?)分"),
            "扣",
            "每");

    /** 云栖县、石埠区等2个县（区）各奖励50万元，共计100万元. */
    private static final Sought TO_EACH = Sought.of(
            Pattern.compile(
                    "(?<number>(?<![\\d.第])\\d{1,3}|[两二三四五六七八九十]{1,3})(?:个|家|名|所|户|人|项)[^，。；、\\d]{0,8}各[^，。；、\\d]{0,6}(?<each>\\d[\\d,.]*)(?:万元|元)，(?:共计|合计|共|总计|计)[^，。；\\d]{0,6}(?<all>\\d)"),
            "各");

    private static final Sought TAKEN = Sought.of(
            "(?:^|[，。；”）])[^，。；\\d扣每]{0,6}?(?:共计?|合计|累计|据此|相应|应|因此|故|予以)*扣(?:减|除)?(?:了|分)?(?<taken>\\d{1,2}(?:\\.\\d{1,2})?)分?(?=[，。；）]|$)");
    private static final Sought MOST = Sought.of("扣完为止|扣完|最多|最高|至多|上限|为限|封顶");
    /** Another rule, nothing taken off, or another matter behind ；. */
    private static final Sought OTHER = Sought.of("每|未扣|不扣|；(?!(?:现场|经|抽查|核查|检查|评价组|实际|发现|[二三四五]是))");

    private static final Sought LOOKED_AT =
            Sought.of("(?:抽查|抽取|检查|共有|现场抽查|随机抽取|应|全部|共)(?![^，。；\\d]*(?:发现|存在|查出|出现))[^，。；\\d]{0,6}$");

    private RuleApplied() {}

    static void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher rule = RULE.in(passage);
            while (rule.find()) {
                applied(claims, passage, rule, ledger);
            }
            Matcher points = PER_POINT.in(passage);
            while (points.find()) {
                points(claims, passage, points, ledger);
            }
            Matcher each = TO_EACH.in(passage);
            while (each.find()) {
                toEach(claims, passage, each, ledger);
            }
        }
    }

    private static void applied(Claims claims, Passage passage, Matcher rule, Ledger ledger) {
        String text = passage.text();
        OptionalInt taken = taken(text, rule.end());
        if (taken.isEmpty()) {
            return;
        }
        int start = taken.getAsInt();
        Optional<Figure> result = at(claims, passage, start);
        String between = text.substring(rule.end(), start);
        Map<Integer, Exact> counts = counts(text, rule.end(), start, rule.group("unit"));
        if (counts.isEmpty() && between.indexOf('。') < 0) {
            int sentence = Math.max(text.lastIndexOf('。', rule.start()), text.lastIndexOf('；', rule.start())) + 1;
            counts = counts(text, sentence, rule.start(), rule.group("unit"));
        }
        if (result.isEmpty() || counts.isEmpty() || counts.size() > 2) {
            return;
        }
        Exact per = Exact.parse(rule.group("per"));
        boolean holds = counts.values().stream()
                .anyMatch(count -> count.times(per).equals(result.get().value()));
        if (counts.size() > 1 && !holds) {
            return;
        }
        boolean capped = MOST.isIn(text)
                && counts.values().stream()
                        .allMatch(
                                count -> count.times(per).compareTo(result.get().value()) > 0);
        if (!holds && !capped) {
            int place = counts.keySet().iterator().next();
            tell(result.get(), at(claims, passage, place), counts.getOrDefault(place, Exact.ZERO), per, ledger);
        }
    }

    /** Where the first points taken off after a rule stand, before another rule and at most three sentences on. */
    private static OptionalInt taken(String text, int from) {
        int end = from;
        for (int sentences = 0; sentences < 3 && end < text.length(); sentences++) {
            int stop = text.indexOf('。', end);
            end = stop < 0 ? text.length() : stop + 1;
        }
        String after = text.substring(from, end);
        Matcher other = OTHER.in(after);
        Matcher taken = TAKEN.in(other.find() ? after.substring(0, other.start()) : after);
        return taken.find() ? OptionalInt.of(from + taken.start("taken")) : OptionalInt.empty();
    }

    /** Numbers of a unit by where they stand, without those that say how many were looked at; 5月 is a month and no number of them. */
    private static Map<Integer, Exact> counts(String text, int from, int to, String unit) {
        String plain = unit.replace("个", "");
        String measure = plain.length() > 1 || plain.equals("月") || plain.equals("县") ? "个" + plain : plain;
        Matcher number = Pattern.compile("(?<![\\d.第])(?<number>\\d{1,3}|[一二两三四五六七八九十]{1,2})" + measure)
                .matcher(text)
                .region(from, to);
        Map<Integer, Exact> counts = new LinkedHashMap<>();
        while (number.find()) {
            String before = text.substring(Math.max(from, number.start() - 10), number.start());
            if (!LOOKED_AT.isIn(before) && !before.endsWith("每")) {
                counts.put(number.start("number"), Exact.of(Numerals.count(number.group("number"))));
            }
        }
        return counts;
    }

    private static void points(Claims claims, Passage passage, Matcher rule, Ledger ledger) {
        OptionalInt taken = taken(passage.text(), rule.end());
        if (taken.isEmpty()) {
            return;
        }
        List<Figure> rates = claims.figures(passage).stream()
                .filter(figure -> figure.kind() == Figure.Kind.PERCENT
                        && figure.start() >= rule.end()
                        && figure.end() <= taken.getAsInt())
                .toList();
        Optional<Figure> result = at(claims, passage, taken.getAsInt());
        if (rates.size() == 1 && result.isPresent()) {
            Exact per = Exact.parse(rule.group("per"));
            Exact limit = Exact.parse(rule.group("limit"));
            Exact off = limit.minus(rates.get(0).printed()).times(per);
            if (off.signum() > 0
                    && !(MOST.isIn(passage) && off.compareTo(result.get().value()) > 0)) {
                String formula = "(" + limit + "% - " + rates.get(0).text() + ") × " + per;
                check(result.get(), formula, Side.constant(off), ledger);
            }
        }
    }

    /** What each gets is the rule, and no figure to mend. */
    private static void toEach(Claims claims, Passage passage, Matcher words, Ledger ledger) {
        Optional<Figure> each = at(claims, passage, words.start("each"));
        Optional<Figure> all = at(claims, passage, words.start("all"));
        if (each.isPresent() && all.isPresent() && each.get().isLike(all.get())) {
            Exact number = Exact.of(Numerals.count(words.group("number")));
            Side product = Side.constant(each.get().value().times(number));
            check(all.get(), each.get().text() + " × " + number, product, ledger);
        }
    }

    private static void tell(Figure result, Optional<Figure> count, Exact number, Exact per, Ledger ledger) {
        String cases = count.map(Figure::text).orElse(number.toString());
        check(result, cases + " × " + per + "分", Side.constant(number.times(per)), ledger);
    }

    private static void check(Figure result, String formula, Side side, Ledger ledger) {
        ledger.checkUnlessJudged(
                new Check(Kind.RULE, "rule-differs", "", formula, new Equation(result, side, Side.ONE)));
    }

    private static Optional<Figure> at(Claims claims, Passage passage, int start) {
        return claims.figures(passage).stream()
                .filter(figure -> figure.start() == start)
                .findFirst();
    }
}
