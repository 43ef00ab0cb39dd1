package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Sentence;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;

/** Parts that a total closes: 甲1万元，乙2万元，合计3万元; 甲1万元，占33%；乙2万元，占67%。两项合计3万元. */
final class ClosingTotal {

    /** 分值依次为10分、50分和30分 are no parts of the score that follows. */
    private static final Sought OF_WEIGHTS = Sought.of("(?:分值|满分|权重)(?:依次|分别)(?:为|是)?$");

    private static final Sought CLOSING = Sought.of(
            "，[^，。；\\d]{0,6}(?:合计|共计|总计|总共|共(?=$)|共得|总得?分|[两三四五六七八九][批项笔期年类](?:共|累计)|全年(?=[^，。；\\d]{0,4}(?:累计|共|合计|支出|收入|完成|执行|实现|拨付)))[^，。；\\d]{0,8}$");
    /** 三类支出合计, 两项共: how many parts there are, and that this is their total. */
    private static final Sought COUNTED = Sought.of(
            "(?:^|[，。；])(?:上述|以上|这|前述)?(?<count>[两二三四五六七八九十]{1,2}|\\d{1,2})(?:[项类批期笔款块者家个年]|部分)[^，。；\\d]{0,10}(?:合计|共计|总计|总共|累计|共)[^，。；\\d]{0,8}$");
    /** 销售收入6万元、服务费收入2万元，总收入8万元: the word that all parts end with. */
    private static final Sought OF_NAME = Sought.of("，总(?<word>收入|支出|投资|成本|费用|面积|人数|产量|里程|规模|资产|负债|预算)(?:为|达到?)?$");

    private static final Pattern TOTAL = Pattern.compile("[^，。；\\d]{0,10}(?:合计|共计|总计|总共|累计|共)");
    private static final Sought SHARE = Sought.of("占[^，。；\\d]{0,12}$|(?:占比|比重|比例)[^，。；\\d]{0,4}$");

    private static final Sought COMPARED = Sought.of("(?:比|较|同比|增加|减少|增长|下降|上年|去年|同期)[^，。；、\\d]{0,8}$");

    /** 每个乡镇抽取3个行政村; 危桥改造和防护工程各1个标段: multiplied and not added. */
    private static final Sought PER_THING = Sought.of("(?:^|[，。；：、])每[^，。；：、\\d]{1,8}$|[^，。；\\d]各$");

    private ClosingTotal() {}

    /** The totals of a paragraph. */
    static List<Check> of(List<Sentence> sentences) {
        List<Check> checks = new ArrayList<>();
        List<Claim> all = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Optional<Check> closing = closing(sentence);
            closing.ifPresent(checks::add);
            for (Claim claim : sentence.claims()) {
                counted(claim, all)
                        .or(() -> ofName(claim, all))
                        .filter(check -> closing.isEmpty() || !isSame(check, closing.get()))
                        .ifPresent(checks::add);
                all.add(claim);
            }
        }
        return checks;
    }

    private static boolean isSame(Check one, Check two) {
        return one.equation().result().equals(two.equation().result());
    }

    /** 甲1万元，乙2万元，合计3万元: the parts come first. */
    private static Optional<Check> closing(Sentence sentence) {
        List<Figure> parts = new ArrayList<>();
        boolean weights = false;
        for (Claim claim : sentence.claims()) {
            Figure figure = claim.figure();
            String before = sentence.passage().text().substring(sentence.start(), figure.start());
            weights = OF_WEIGHTS.isIn(before)
                    || (weights && Sought.kept(".*[、和及]$").is(before));
            if (weights) {
                continue;
            }
            if (parts.size() >= 2
                    && figure.nearness() == Figure.Nearness.EXACT
                    && CLOSING.isIn(before)
                    && figure.unit().equals(parts.get(0).unit())) {
                return PartsOfWhole.judged(figure, closed(figure, parts), "", "", claim.label())
                        .map(ClosingTotal::asSum);
            }
            boolean first = parts.isEmpty();
            if (isNumeral(figure) && !first) {
                continue;
            }
            if (!isAdded(figure) || isTaken(figure) || PER_THING.isIn(before)) {
                return Optional.empty();
            }
            if (!first && !figure.unit().equals(parts.get(0).unit())) {
                parts.clear();
            }
            parts.add(figure);
        }
        return Optional.empty();
    }

    /** 支付进度扣1分、归档扣0.5分，总分100分: what is taken off makes up no total. */
    private static boolean isTaken(Figure figure) {
        return figure.kind() == Figure.Kind.POINTS
                && ScoreWords.of(figure, figure.passage().text()) == ScoreWords.TAKEN;
    }

    /** A total that closes its parts is a sum, whatever it counts. */
    static Check asSum(Check check) {
        return check.kind() == Kind.BREAKDOWN
                ? new Check(Kind.SUM, check.code(), check.subject(), check.formula(), check.equation())
                : check;
    }

    /** The last parts that make up the total; else those that 、 joins, or all. */
    private static List<Figure> closed(Figure total, List<Figure> parts) {
        for (int from = 0; from + 2 <= parts.size(); from++) {
            List<Figure> last = parts.subList(from, parts.size());
            if (Near.tight(new Equation(total, Side.of(last), Side.ONE))) {
                return last;
            }
        }
        int from = parts.size() - 1;
        String text = total.passage().text();
        while (from > 0
                && text.substring(parts.get(from - 1).end(), parts.get(from).start())
                        .startsWith("、")) {
            from--;
        }
        return parts.size() - from >= 2 ? parts.subList(from, parts.size()) : parts;
    }

    /** 三项 in 三项合计: how many, and no part. */
    private static boolean isNumeral(Figure figure) {
        String text = figure.passage().text();
        return figure.kind() == Figure.Kind.COUNT
                && !Character.isDigit(figure.text().charAt(0))
                && TOTAL.matcher(text).region(figure.end(), text.length()).lookingAt();
    }

    /** 甲5386.92万元，占90.97%；乙281.77万元，占4.76%。两类支出合计5668.69万元: as many figures before as are counted. */
    private static Optional<Check> counted(Claim claim, List<Claim> before) {
        Figure total = claim.figure();
        String text = total.passage().text();
        if (!isAdded(total) || total.nearness() != Figure.Nearness.EXACT) {
            return Optional.empty();
        }
        Matcher words = COUNTED.in(text.substring(0, total.start()));
        if (!words.find()) {
            return Optional.empty();
        }
        int count = Numerals.count(words.group("count"));
        List<Figure> parts = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0 && parts.size() < count; i--) {
            Figure part = before.get(i).figure();
            boolean share = part.kind() == Figure.Kind.PERCENT && SHARE.isIn(text.substring(0, part.start()));
            if (part.isLike(total) && isAdded(part) && part.nearness() == Figure.Nearness.EXACT) {
                parts.add(0, part);
            } else if (!share && part.start() < words.start()) {
                break;
            }
        }
        boolean all = count >= 2 && parts.size() == count && !isCompared(text, parts);
        return all
                ? PartsOfWhole.judged(total, parts, "", "", claim.label()).map(ClosingTotal::asSum)
                : Optional.empty();
    }

    /** 再生水销售收入62800万元、服务费收入29400万元，总收入92200万元: all named by one word, joined right before. */
    private static Optional<Check> ofName(Claim claim, List<Claim> before) {
        Figure total = claim.figure();
        String text = total.passage().text();
        if (!isAdded(total) || total.nearness() != Figure.Nearness.EXACT) {
            return Optional.empty();
        }
        Matcher words = OF_NAME.in(text.substring(0, total.start()));
        if (!words.find()) {
            return Optional.empty();
        }
        List<Figure> parts = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0; i--) {
            Claim part = before.get(i);
            int next = parts.isEmpty() ? words.start() : parts.get(0).start();
            String between = text.substring(part.figure().end(), next);
            boolean joined = parts.isEmpty()
                    ? between.isEmpty()
                    : Sought.kept("[、和及与][^，。；、\\d]*").is(between);
            if (!joined || !part.figure().isLike(total) || !part.label().endsWith(words.group("word"))) {
                break;
            }
            parts.add(0, part.figure());
        }
        return parts.size() >= 2
                ? PartsOfWhole.judged(total, parts, "", "", claim.label()).map(ClosingTotal::asSum)
                : Optional.empty();
    }

    /** 比上年增加10万元 is no part of anything. */
    private static boolean isCompared(String text, List<Figure> parts) {
        return parts.stream().anyMatch(part -> COMPARED.isIn(text.substring(0, part.start())));
    }

    private static boolean isAdded(Figure figure) {
        return figure.kind() == Figure.Kind.AMOUNT
                || figure.kind() == Figure.Kind.COUNT
                || figure.kind() == Figure.Kind.POINTS;
    }
}
