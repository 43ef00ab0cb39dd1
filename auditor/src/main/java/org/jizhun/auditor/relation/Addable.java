package org.jizhun.auditor.relation;

import java.util.Set;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** Whether a figure of running text can be added to others: no change, no cost for one, no weight beside its score, and nothing in brackets. */
final class Addable {

    private static final Sought COMPARED = Sought.of(
            "(?:上年(?!结转|结余|末|滚存)|去年|同期|同比|环比|[比较与]20\\d{2}年)[^，。；]*$|(?:增加|减少|增长|下降|[短超增减]收|多|少|(?:[人户亩案件次床生村校车场期班]均|平均)[^，。；、\\d]{0,6}|[按以]?(?:平均)?每[^，。；、\\d]{1,6})(?:了|为)?$");
    private static final Pattern THEN_SCORE = Pattern.compile("[，）]?(?:实际|自评)?得分?为?\\d");
    /** 基础分97.97分，加分1.00分，最终得分98.97分: scores, though one follows. */
    private static final Sought BASIC = Sought.of("(?:(?:基础|基本|原始|初始)得?分|加分)(?:为|是|：)?$");

    private static final Pattern SCORED_AFTER = Pattern.compile("(?:。其中)?[^。；]{0,90}?(?:实际|自评)?得分?\\d");

    private static final Sought OF_WHICH = Sought.of("占[^，。；、\\d]{0,16}$");
    private static final Pattern SHARE_AFTER = Pattern.compile("(?:总[数额量]|总计)?的(?:比[例重]为?)?\\d");

    private Addable() {}

    static boolean is(Passage passage, Figure figure) {
        boolean weight = figure.kind() == Figure.Kind.POINTS
                && THEN_SCORE
                        .matcher(passage.text())
                        .region(figure.end(), passage.text().length())
                        .lookingAt();
        return isAdded(figure)
                && !weight
                && !isScoreOfRule(passage, figure)
                && !isCompared(passage, figure)
                && !isShareOf(passage, figure)
                && !passage.text().startsWith("计算", figure.end())
                && !isBracketed(passage, figure);
    }

    /** A weight, a rule or a step of a ladder is no part of a score: 经济效益10分，带动旅游增长，得8.6分. */
    private static boolean isScoreOfRule(Passage passage, Figure figure) {
        if (figure.kind() != Figure.Kind.POINTS) {
            return false;
        }
        ScoreWords words = ScoreWords.of(figure, passage.text());
        boolean weighed = words == ScoreWords.NAMED
                && !BASIC.isIn(figure.passage().text().substring(0, figure.start()))
                && SCORED_AFTER
                        .matcher(passage.text())
                        .region(figure.end(), passage.text().length())
                        .lookingAt();
        return weighed
                || Set.of(ScoreWords.WEIGHT, ScoreWords.RULE, ScoreWords.STEP, ScoreWords.TAKEN, ScoreWords.TAKEN_EACH)
                        .contains(words);
    }

    private static boolean isAdded(Figure figure) {
        return figure.kind() == Figure.Kind.AMOUNT
                || figure.kind() == Figure.Kind.COUNT
                || figure.kind() == Figure.Kind.POINTS;
    }

    /** 比上年增加10万元 is no part of anything. */
    private static boolean isCompared(Passage passage, Figure figure) {
        String before = passage.text().substring(Math.max(0, figure.start() - 14), figure.start());
        return COMPARED.isIn(before);
    }

    /** 重点人群签约1200人，占重点人群1600人的75%: what a share is of. */
    private static boolean isShareOf(Passage passage, Figure figure) {
        String text = passage.text();
        return OF_WHICH.isIn(text.substring(0, figure.start()))
                && SHARE_AFTER.matcher(text).region(figure.end(), text.length()).lookingAt();
    }

    /** A figure in brackets explains the one before and is not another part. */
    static boolean isBracketed(Passage passage, Figure figure) {
        String before = passage.text().substring(0, figure.start());
        return before.lastIndexOf('（') > before.lastIndexOf('）');
    }
}
