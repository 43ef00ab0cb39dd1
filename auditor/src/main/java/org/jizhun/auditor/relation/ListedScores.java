package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Scores told one after the other and closed by their sum: 决策20分得19分、管理20分得18分……总得分94分.
 */
final class ListedScores implements Relation {

    private static final Sought WEIGHT_THEN = Sought.of("^，?(?:实际|自评|评价|按[^，。；\\d]{2,10}(?:折算|计算|计))?得分?$");
    private static final Sought CLOSING =
            Sought.of("(?:总得分|总分|合计得分|合计得?|共计得?分?|综合得分|总计得?分?|最终得分|自评得分|评价得分|综合评分|得分)(?:为|是|：)?$");
    /** 得分依次为9.54分、47.90分、28.20分、9.60分. */
    private static final Sought IN_ORDER = Sought.of("得分?(?:依次|分别)(?:为|是)?$");

    /** 、项目过程19分: a name and nothing else before its points. */
    private static final Sought BARE =
            Sought.of("(?:^|.*[，、；：。])?(?:其中[，：]?|一是|二是|三是|四是|五是)?[\\u4e00-\\u9fa5“”]{2,14}?(?:为|是|：|实际得|得分?|自评)?");

    private static final Sought NO_SCORE = Sought.of("满分|分值|权重|扣|失|每|上年|去年|平均|最[高低]|标准|加分|达到|超过|低于|高于");
    /** In a hundred, how far a sum of all scores may be from the total. */
    private static final int CLOSE = 6;

    @Override
    public String name() {
        return "listed-scores";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            pairs(claims.mentions(passage), passage.text(), ledger);
            row(claims.mentions(passage), ledger);
            if (passage.text().indexOf('分') >= 0) {
                bare(claims.mentions(passage), ledger);
                totalFirst(claims.mentions(passage), passage.text(), ledger);
            }
        }
    }

    /** 决策得14分、过程得22.5分、产出得33.5分、效益得22分，总分92分: scores only, closed by their sum. */
    private static void row(List<Mention> mentions, Ledger ledger) {
        List<Figure> scores = new ArrayList<>();
        for (Mention mention : mentions) {
            boolean points = mention.figure().kind() == Figure.Kind.POINTS;
            if (points && scores.size() >= 3 && CLOSING.isIn(mention.before()) && !ledger.judged(mention.figure())) {
                total(mention, scores, ledger);
            }
            boolean first = points && IN_ORDER.isIn(mention.before());
            boolean next = points && !scores.isEmpty() && Sought.kept("[、，和]").is(mention.before());
            boolean named = points
                    && Sought.kept("[，、]?[^，、；。\\d]{2,10}(?:实际|自评)?得").is(mention.before())
                    && !mention.before().contains("满分");
            boolean got =
                    (first || next || named) && !Sought.kept(".*(?:分值|满分|权重).*").is(mention.before());
            if (!got) {
                scores.clear();
            } else {
                scores.add(mention.figure());
            }
        }
    }

    /** 项目决策18.5分，项目过程19分，…，综合得分91.5分: names with points, which are scores since not all of them are whole. */
    private static void bare(List<Mention> mentions, Ledger ledger) {
        List<Figure> scores = new ArrayList<>();
        boolean whole = true;
        for (Mention mention : mentions) {
            Figure figure = mention.figure();
            boolean points = figure.kind() == Figure.Kind.POINTS && figure.nearness() == Figure.Nearness.EXACT;
            if (points && scores.size() >= 3 && !whole && CLOSING.isIn(mention.before()) && !ledger.judged(figure)) {
                Check check = Checks.sum(Kind.ROLLUP, "", figure, scores);
                if (check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), CLOSE)) {
                    ledger.check(check);
                }
            }
            boolean part = points && BARE.is(mention.before()) && !NO_SCORE.isIn(mention.before());
            if (!part) {
                scores.clear();
                whole = true;
            } else {
                scores.add(figure);
                whole &= figure.value().isWhole();
            }
        }
    }

    /** 自评总得分93.6分。其中运行成本得9.42分，管理效率得26.71分，…: the total, then all that make it up, to the end of the sentence. */
    private static void totalFirst(List<Mention> mentions, String text, Ledger ledger) {
        for (int i = 0; i + 3 < mentions.size(); i++) {
            Mention total = mentions.get(i);
            boolean points = total.figure().kind() == Figure.Kind.POINTS
                    && CLOSING.isIn(total.before())
                    && !ledger.judged(total.figure());
            List<Figure> scores = new ArrayList<>();
            boolean whole = true;
            for (int j = i + 1; points && j < mentions.size(); j++) {
                Mention part = mentions.get(j);
                ScoreWords role =
                        part.figure().kind() == Figure.Kind.POINTS ? ScoreWords.of(part, text) : ScoreWords.OTHER;
                boolean bare = BARE.is(part.before()) && !NO_SCORE.isIn(part.before());
                if (role != ScoreWords.GOT && !(role == ScoreWords.NAMED && bare)) {
                    break;
                }
                whole &= role != ScoreWords.GOT && part.figure().value().isWhole();
                scores.add(part.figure());
            }
            boolean ofAnother = mentions.subList(0, i).stream()
                    .filter(other -> other.figure().kind() == Figure.Kind.POINTS)
                    .anyMatch(other -> Near.tight(
                            Checks.sum(Kind.ROLLUP, "", other.figure(), scores).equation()));
            if (scores.size() >= 3 && !whole && ofAnother) {
                return; // 基础分96.40分，加分1.00分，最终得分97.40分: they make up the first
            }
            if (scores.size() >= 3 && !whole) {
                Check check = Checks.sum(Kind.ROLLUP, "", total.figure(), scores);
                if (check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), CLOSE)) {
                    ledger.check(check);
                }
                return;
            }
        }
    }

    /** Weight and score by turns, then the total. */
    private static void pairs(List<Mention> mentions, String text, Ledger ledger) {
        List<Figure> scores = new ArrayList<>();
        Mention whole = null;
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Figure weight = mentions.get(i).figure();
            Figure score = mentions.get(i + 1).figure();
            boolean pair = weight.kind() == Figure.Kind.POINTS
                    && score.kind() == Figure.Kind.POINTS
                    && WEIGHT_THEN.is(text.substring(weight.end(), score.start()));
            if (pair) {
                boolean announced = scores.isEmpty()
                        && i > 0
                        && text.substring(mentions.get(i - 1).figure().end(), weight.start())
                                .contains("其中");
                whole = announced ? mentions.get(i - 1) : whole;
                scores.add(score);
                i++;
            } else if (scores.size() >= 2 && weight.kind() == Figure.Kind.POINTS) {
                total(mentions.get(i), scores, ledger);
                return;
            }
        }
        if (scores.size() >= 2 && whole != null) {
            total(whole, scores, ledger);
        } else if (scores.size() >= 2) {
            total(mentions.get(mentions.size() - 1), scores, ledger);
        }
    }

    private static void total(Mention total, List<Figure> scores, Ledger ledger) {
        if (scores.contains(total.figure()) || !CLOSING.isIn(total.before())) {
            return;
        }
        Check check = Checks.sum(Kind.ROLLUP, "", total.figure(), scores);
        if (check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), 25)) {
            ledger.check(check);
        }
    }
}
