package org.jizhun.auditor.relation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * How a number of points stands among the others of its paragraph: in a row of several, as the full marks of the score before, as what all
 * of a few items lost.
 */
final class AmongPoints {

    private static final Pattern OF_PARTS = Pattern.compile("）?[。，：；]?(?:其中|包括|由|具体为|分为)");
    private static final Sought SCORES_COUNTED = Sought.of(
            "(?<count>[两二三四五六七八九十]|\\d{1,2})(?:项|个|类|部分|方面)[^，。；\\d]{0,4}(?:合计|共计|总计|合共|相加|累计|共)?(?:，[^，。；\\d]{2,10}?)?(?:得分?|实得|评分)?(?:为|是)?$");
    private static final Sought LOSSES_COUNTED = Sought.of(
            "(?<count>[两二三四五六七八九十]|\\d{1,2})(?:项|个|处|类|方面|点|条)[^，。；\\d]{0,8}(?:合计|共计|总计|累计|共|总共)[^，。；\\d]{0,3}$");
    private static final Sought FULL_MARK = Sought.of("（(?:满分|分值|权重|总分|标准分)(?:值|为|：)?");
    /** What follows these words is of all items. */
    private static final Sought LIST_OF_LOSSES = Sought.of("扣分(?:情况|明细|项|说明)(?:如下|为|主要|：)|具体扣分");

    private static final Sought SCORED_NEXT = Sought.of("^）(?:实际|自评|评价)*(?:得|实得|得分)(?:为)?\\d");

    private static final Sought POINTS_AGAIN = Sought.of("\\d分(?!率)");

    /** 预算编制科学性满分3分，扣1.00分；资金分配合理性得3分: the score of an item without a weight of its own. */
    private static final Sought OF_ANOTHER = Sought.of(
            "[；。](?!自评|实际|最终|综合|该|本项|此|共|合计|故|因|经|按|据|考核|评价|以上|上述|所以|应|则|扣|计算|折算|总|得分)[\\u4e00-\\u9fa5]{4,16}得$");

    /** How far behind a score its weight may stand. */
    private static final int NEAR = 48;

    /** Characters before points in which they are said to be those of several. */
    private static final int WORDS = 24;

    private AmongPoints() {}

    /** 得14.5分（满分15分）. */
    static boolean isFullMark(Figure score, Mention weight, String text) {
        return weight.figure().kind() == Figure.Kind.POINTS
                && FULL_MARK.is(text.substring(score.end(), weight.figure().start()));
    }

    /** The last of the points that follow one with nothing but 、 or 和 between them. */
    static int lastOfRow(List<Mention> mentions, int first, String text) {
        int last = first;
        while (last + 1 < mentions.size()
                && mentions.get(last + 1).figure().kind() == Figure.Kind.POINTS
                && Sought.kept("[、，和及]{1,2}")
                        .is(text.substring(
                                mentions.get(last).figure().end(),
                                mentions.get(last + 1).figure().start()))) {
            last++;
        }
        return last;
    }

    /** 资金管理12分。其中资金到位率4分: whether the points are made up of those that follow. */
    static boolean opensParts(Mention points, String text) {
        return OF_PARTS.matcher(text)
                .region(points.figure().end(), text.length())
                .lookingAt();
    }

    /** Whether the next number of points that is neither rule nor deduction is what was got. */
    static boolean isScoredAfter(List<Mention> mentions, int at, String text) {
        for (Mention next : mentions.subList(at + 1, mentions.size())) {
            ScoreWords words = next.figure().kind() == Figure.Kind.POINTS ? ScoreWords.of(next, text) : ScoreWords.RULE;
            if (words == ScoreWords.GOT) {
                return true;
            }
            if (words == ScoreWords.WEIGHT
                    || words == ScoreWords.NAMED
                    || words == ScoreWords.SUM
                    || words == ScoreWords.TOTAL) {
                return opensParts(mentions.get(at), text);
            }
        }
        return false;
    }

    /** 乙县得70.2分（两项不适用，满分80分）: a weight in brackets after a score is that score's. */
    static boolean isOfScoreBefore(Mention weight, ScoreNode section, String text) {
        int bracket = text.lastIndexOf('（', weight.figure().start());
        int last = section.parts().size() - 1;
        if (!weight.bracketed() || bracket < 1 || last < 0) {
            return false;
        }
        if (SCORED_NEXT.isIn(text.substring(weight.figure().end()))) {
            return false; // 产出（50分）得48.76分，效益（30分）得30分: of the score behind
        }
        ScoreNode before = section.parts().get(last);
        return before.weight().isEmpty()
                && before.got()
                        .map(Mention::figure)
                        .filter(got -> got.passage().order()
                                        == weight.figure().passage().order()
                                && got.end() <= bracket
                                && bracket - got.end() <= NEAR
                                && !POINTS_AGAIN.isIn(text.substring(got.end(), bracket)))
                        .isPresent();
    }

    /** Whether the words between a weight and a score name another item, which has the score. */
    static boolean isOfAnother(Figure weight, Figure got) {
        return weight.passage().order() == got.passage().order()
                && weight.end() <= got.start()
                && OF_ANOTHER.isIn(weight.passage().text().substring(weight.end(), got.start()));
    }

    /** Whether after the item's score the words begin to list what all items lost. */
    static boolean isListOfLosses(ScoreNode item, Mention mention, String text) {
        return item.got()
                .map(Mention::figure)
                .filter(got ->
                        got.passage().order() == mention.figure().passage().order()
                                && got.end() < mention.figure().start())
                .filter(got -> LIST_OF_LOSSES.isIn(
                        text.substring(got.end(), mention.figure().start())))
                .isPresent();
    }

    /** 以上三项共失4分 below （1）…（2）…（3）…: of more deductions than the last item has. */
    static boolean isOfSeveral(Mention mention, String text, ScoreNode own) {
        return lossesCounted(mention, text) > own.taken().size();
    }

    /** 总得分98.91分，共扣1.09分: what the whole lost of a hundred. */
    static boolean isOfWhole(List<Mention> mentions, int at, String text) {
        Figure all = mentions.get(at).figure();
        int from = text.lastIndexOf('。', all.start() - 1) + 1;
        return mentions.subList(0, at).stream()
                .map(Mention::figure)
                .filter(figure -> figure.kind() == Figure.Kind.POINTS && figure.start() >= from)
                .anyMatch(total -> total.value().plus(all.value()).equals(Exact.HUNDRED));
    }

    /** 三项合计得18分: how many scores the points make up; 0 where the words do not say. */
    static int scoresCounted(Mention sum, String text) {
        return counted(SCORES_COUNTED, sum, text);
    }

    /** 以上三项共失4分: how many losses the points make up; 0 where the words do not say. */
    static int lossesCounted(Mention sum, String text) {
        return counted(LOSSES_COUNTED, sum, text);
    }

    private static int counted(Sought words, Mention sum, String text) {
        int start = sum.figure().start();
        Matcher counted = words.in(text.substring(Math.max(0, start - WORDS), start));
        return counted.find() ? Numerals.count(counted.group("count")) : 0;
    }
}
