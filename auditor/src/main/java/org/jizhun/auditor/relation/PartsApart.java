package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Parts that stand apart from their whole, or that nothing announces: in pieces of the next sentence, further on in the paragraph, in as many
 * paragraphs before, or named alike but for 不.
 */
final class PartsApart {

    private static final Sought SPLIT = Sought.of("[。；](?:从|按|分)[^，。；\\d]{1,8}(?:看|分|划分|统计)[，：]");
    private static final Sought NEGATED =
            Sought.of("[不未](?<name>合格|达标|通过|完成|整改|及格|办结|开工|使用|签约|就业|规范|符合)[^，。；、\\d]{0,2}$");
    private static final int NEGATED_NEAR = 10;
    private static final Sought NUMBERED = Sought.of("^[^，。；、]{1,20}(?:(?<!公)共|合计|累计|总计)[^，。；、\\d]{1,10}$");
    private static final int LINES = 10;
    private static final int SAME = 3;
    private static final int SPLIT_NEAR = 4;
    private static final Sought TOTAL = Sought.of("(?:(?<!公)共计?|合计|总计|总额|总|累计|收入|支出)[^，。；、\\d]{0,6}$");

    private PartsApart() {}

    /** 支出共计31.25万元。出国费0万元；公务用车26.40万元；接待费4.85万元: the next sentence has nothing but one part in each of its pieces. */
    static Optional<Check> listedNext(List<Told> paragraph, Told whole, KnownWholes known) {
        String text = whole.text();
        int from = whole.figure().end();
        if (!text.startsWith("。", from) || !TOTAL.isIn(whole.mention().before())) {
            return Optional.empty();
        }
        int end = text.indexOf('。', from + 1);
        int stop = end < 0 ? text.length() : end;
        List<Told> parts = new ArrayList<>();
        int begin = from + 1;
        while (begin < stop) {
            int next = text.indexOf('；', begin);
            int close = next < 0 || next > stop ? stop : next;
            int start = begin;
            List<Told> own = paragraph.stream()
                    .filter(part ->
                            part.figure().start() >= start && part.figure().end() <= close)
                    .filter(part -> part.isLike(whole) && !part.mention().bracketed())
                    .toList();
            boolean one = own.size() == 1 && own.get(0).role() == Role.VALUE;
            boolean none = own.isEmpty()
                    && Sought.kept("[^\\d]*(?:为零|无|没有|未发生)[^\\d]*").is(text.substring(begin, close));
            if (!one && !none) {
                return Optional.empty();
            }
            parts.addAll(own);
            begin = close + 1;
        }
        boolean some = ReckonedSums.SOME.isIn(text.substring(from, stop));
        return parts.size() < 2 || some || known.haveTogether(whole, parts)
                ? Optional.empty()
                : Optional.of(ReckonedSums.check(whole, parts)).filter(PartsApart::isLikely);
    }

    /** 综上，三个子项目累计完成投资2324.23万元: one figure called the same in each of as many paragraphs right before. */
    static Optional<Check> numbered(Told whole, Told.OfText text, KnownWholes known) {
        int at = text.paragraphs().get(whole.paragraph()).indexOf(whole);
        Told number = at < 1 ? whole : text.paragraphs().get(whole.paragraph()).get(at - 1);
        String name = end(whole);
        boolean closes = ReckonedSums.isWhole(whole)
                && whole.isMeasured()
                && number.figure().kind() == Figure.Kind.COUNT
                && number.figure().end()
                        == whole.figure().start() - whole.mention().before().length()
                && NUMBERED.isIn(whole.mention().before());
        List<Told> parts = new ArrayList<>();
        for (int i = Math.max(0, whole.paragraph() - LINES); closes && i <= whole.paragraph(); i++) {
            text.paragraphs().get(i).stream()
                    .filter(part -> part.isBefore(whole) && !part.inSentenceOf(whole))
                    .filter(part ->
                            ReckonedSums.isPart(part, whole) && end(part).equals(name))
                    .reduce((one, two) -> two)
                    .ifPresent(parts::add);
        }
        boolean all = parts.size() >= 2 && number.figure().value().equals(Exact.of(parts.size()));
        return all && !known.haveTogether(whole, parts)
                ? Optional.of(ReckonedSums.check(whole, parts)).filter(PartsApart::isLikely)
                : Optional.empty();
    }

    private static boolean isLikely(Check check) {
        Equation equation = check.equation();
        return Near.tight(equation) || Near.within(equation, ReckonedSums.NEAR) || Likely.isSlip(equation);
    }

    /** The last three characters of what a figure is called. */
    private static String end(Told told) {
        String words = Sought.kept("(?:为|达到?|共|约)+$").replaceAll(told.mention().before(), "");
        return words.substring(Math.max(0, words.length() - SAME));
    }

    /** 抽检386批次，不合格7批次，合格379批次: two that are named alike but for 不 or 未, behind their whole. */
    static Optional<Check> negated(List<Told> paragraph, int at, KnownWholes known) {
        Told whole = paragraph.get(at - 1);
        Told one = paragraph.get(at);
        Told two = paragraph.get(at + 1);
        boolean row = whole.figure().kind() == Figure.Kind.COUNT
                && whole.isLike(one)
                && one.isLike(two)
                && whole.inSentenceOf(two)
                && whole.role() != Role.EACH
                && !whole.mention().bracketed()
                && whole.figure().value().compareTo(one.figure().value()) > 0
                && (isNot(one, two) || isNot(two, one))
                && !known.haveTogether(whole, List.of(one, two));
        return row
                ? Optional.of(ReckonedSums.check(whole, List.of(one, two)))
                        .filter(check -> Near.tight(check.equation())
                                || Near.within(check.equation(), NEGATED_NEAR)
                                || two.figure().value().compareTo(whole.figure().value()) > 0)
                : Optional.empty();
    }

    private static boolean isNot(Told not, Told plain) {
        Matcher negated = NEGATED.in(not.mention().before());
        return negated.find()
                && plain.mention().before().endsWith(negated.group("name"))
                && !NEGATED.isIn(plain.mention().before());
    }

    /** 收入完成213.60亿元…。分级次看，市级收入68.72亿元，县区级收入144.88亿元: how a whole of an earlier sentence is split. */
    static Optional<Check> splitFurtherOn(List<Told> paragraph, KnownWholes known) {
        String text = paragraph.isEmpty() ? "" : paragraph.get(0).text();
        Matcher split = SPLIT.in(text);
        if (!split.find()) {
            return Optional.empty();
        }
        int end = split.end();
        while (end < text.length() && "。；".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int stop = end;
        List<Told> parts = paragraph.stream()
                .filter(part ->
                        part.figure().start() >= split.end() && part.figure().end() <= stop)
                .filter(part -> ReckonedSums.isPart(part, part) && part.isMeasured())
                .toList();
        if (parts.size() < 2 || !parts.stream().allMatch(parts.get(0)::isLike)) {
            return Optional.empty();
        }
        List<Told> wholes = paragraph.stream()
                .filter(whole -> whole.figure().end() <= split.start()
                        && ReckonedSums.isWhole(whole)
                        && whole.isLike(parts.get(0)))
                .toList();
        boolean theirs = wholes.stream()
                .anyMatch(whole -> known.haveTogether(whole, parts)
                        && Near.tight(ReckonedSums.check(whole, parts).equation()));
        List<Check> checks = wholes.stream()
                .filter(whole -> !theirs && !known.haveTogether(whole, parts))
                .map(whole -> ReckonedSums.check(whole, parts))
                .toList();
        Optional<Check> holds =
                checks.stream().filter(check -> Near.tight(check.equation())).findFirst();
        List<Check> near = checks.stream()
                .filter(check -> Near.within(check.equation(), SPLIT_NEAR) || Likely.isSlip(check.equation()))
                .toList();
        return holds.or(() -> near.stream().min(Comparator.comparing(PartsApart::distance)));
    }

    private static Exact distance(Check check) {
        return check.equation()
                .expected()
                .map(value -> value.minus(check.equation().result().value()).abs())
                .orElse(Exact.ZERO);
    }
}
