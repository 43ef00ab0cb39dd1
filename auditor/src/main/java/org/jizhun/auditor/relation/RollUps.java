package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Scores add up from section to section: where the weights of the sections under one heading make up its weight, or one
 * hundred, their scores make up its score, or the document's total. The total itself is the same wherever it is said, in
 * the text and in the closing row of a table of a hundred points.
 */
final class RollUps implements Relation {

    private static final Sought TOTAL = Sought.of(
            "(?:综合得分|总得分|总分|综合评分|最终得分|综合评价得分|自评总分|评价总分|总体得分|自评得分|评价得分|绩效评价得分|绩效自评得分|总体综合评分|综合自评得分|合计得?分?|总计得?分?|整体支出绩效得分|项目绩效得分)(?:为|是|：|共|达)*$");
    /** 我镇2023年度部门整体支出绩效得分为: of the whole, however it is introduced. */
    private static final Sought OF_ALL =
            Sought.of("(?:我|本)[^，。；\\d]{0,6}20\\d{2}年度?(?:部门|单位)?整体支出绩效(?:自评|评价)?得分(?:为)?$");

    private static final Sought STRONG = Sought.of("综合|总得分|总分|最终|总体|合计|总计");
    private static final Sought OTHER = Sought.of("上年|去年|平均|其中|最高|最低|满分|分值|扣|换算|折算|加权|复评|复核|再评|重评|初评|原自评|审核");

    /** 得分合计88.46分，折算后综合得分93.12分: where some indicators do not apply, one total is of the points and the other of a hundred. */
    private static final Sought CONVERTED = Sought.of("(?:折算|换算)[^，。；\\d]{0,8}(?:得分|总分|百分制|\\d)");

    /** 两个项目…甲自评得分98.5分；乙自评得分97.53分: scores of several. */
    private static final Sought SEVERAL = Sought.of("[两二三四五六七八九十\\d]个(?:重点|部门|预算)?(?:项目|单位)");

    private static final int LONG = 4;
    /** By how many in a hundred a sum of all scores may miss what is printed. */
    static final int NEARLY_ALL = 30;

    /** By how many in a hundred a total may miss the scores of its sentence. */
    private static final int NEARLY = 5;

    @Override
    public String name() {
        return "roll-up";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Figure> totals = new ArrayList<>();
        List<Figure> closing = closingScores(claims);
        for (Passage passage : claims.passages()) {
            totals(claims.mentions(passage), totals, closing);
        }
        sameTotal(claims, totals, closing, ledger);
        List<Figure> all = totals.isEmpty() ? closing : totals;
        boolean one = all.stream().map(Figure::value).distinct().count() <= 2;
        Optional<Figure> total = all.stream().findFirst().filter(figure -> one);
        sum(ScoreTree.of(claims), total, ledger);
        SectionTotals.enter(claims, ledger);
        MarkedScores.enter(claims, ledger);
    }

    /** 我校自评得分97.90分: by its words the score of the whole. */
    static boolean isTotalOf(Mention mention) {
        Figure figure = mention.figure();
        return figure.kind() == Figure.Kind.POINTS
                && figure.nearness() == Figure.Nearness.EXACT
                && TOTAL.isIn(mention.before())
                && !OTHER.isIn(mention.before())
                && figure.value().compareTo(Exact.HUNDRED) < 0;
    }

    /** @param closing the total that a table gives too; where none does only what is surely the total counts as such */
    private static void totals(List<Mention> mentions, List<Figure> totals, List<Figure> closing) {
        boolean closed = closing.size() == 1;
        for (Mention mention : mentions) {
            Figure figure = mention.figure();
            String before = mention.before();
            boolean points = figure.kind() == Figure.Kind.POINTS && figure.nearness() == Figure.Nearness.EXACT;
            boolean strong = closed || STRONG.isIn(before);
            if (points
                    && strong
                    && TOTAL.isIn(before)
                    && !OTHER.isIn(before)
                    && !EarlierYear.isOf(figure)
                    && !ScoreWords.isBound(figure)
                    && (isTotal(mention) || (closed && isSlip(figure, closing.get(0))))) {
                totals.add(figure);
            }
        }
    }

    /** 98.17 for 98.71 is the same total, whatever it is said of. */
    private static boolean isSlip(Figure said, Figure total) {
        return said.digits() >= LONG && NearMisses.isDigitExchange(said, total.value());
    }

    /** A score of the whole stands without a subject. */
    private static boolean isTotal(Mention mention) {
        return (Subjects.plain(mention.claim().subject()).length() <= 6 || OF_ALL.isIn(mention.before()))
                && mention.figure().value().compareTo(Exact.of(50)) > 0
                && mention.figure().value().compareTo(Exact.HUNDRED) < 0;
    }

    /** The scores of closing rows of tables that weigh one hundred. */
    private static List<Figure> closingScores(Claims claims) {
        List<Figure> scores = new ArrayList<>();
        for (List<Table> tables : List.of(claims.tables(), claims.turned())) {
            for (Table table : tables) {
                Optional<Table.Column> weight = table.column("weight");
                Optional<Table.Column> score = table.column("score");
                if (weight.isPresent() && score.isPresent()) {
                    table.rows().stream()
                            .filter(Table.Row::total)
                            .filter(row ->
                                    isHundred(row.figures().get(weight.get().index())))
                            .flatMap(row -> row.figures().get(score.get().index()).stream())
                            .forEach(scores::add);
                }
            }
        }
        return scores;
    }

    private static boolean isHundred(Optional<Figure> weight) {
        return weight.filter(figure -> figure.printed().equals(Exact.HUNDRED)).isPresent();
    }

    private static void sameTotal(Claims claims, List<Figure> totals, List<Figure> closing, Ledger ledger) {
        List<Figure> all = new ArrayList<>(totals);
        all.addAll(closing);
        long different = all.stream().map(Figure::value).distinct().count();
        boolean converted = different == 2 && claims.passages().stream().anyMatch(CONVERTED::isIn);
        boolean several = different == 2
                && totals.stream()
                        .filter(total -> SEVERAL.isIn(total.passage()))
                        .anyMatch(total -> totals.stream()
                                .anyMatch(other -> other.passage().equals(total.passage())
                                        && !other.value().equals(total.value())));
        if (totals.isEmpty() || different > 2 || closing.size() > 1 || converted || several) {
            return;
        }
        Figure first = closing.isEmpty() ? totals.get(0) : closing.get(0);
        for (Figure other : totals) {
            Check check = ToldOtherwise.check(Kind.CROSS_REFERENCE, "", other, first);
            if (!other.equals(first) && Near.within(check.equation(), 12)) {
                ledger.check(check);
            }
        }
    }

    /**
     * The parts of a section make up its score where their weights make up its weight, where the words count them (三项合计), or where
     * the document's hundred points are shared among them.
     */
    private static void sum(ScoreNode section, Optional<Figure> total, Ledger ledger) {
        for (ScoreNode.Sum sum : section.sums()) {
            Figure closing = sum.points().figure();
            section.got()
                    .map(Mention::figure)
                    .filter(got -> !got.equals(closing))
                    .ifPresent(got -> same(got, closing, ledger));
            List<ScoreNode> before = section.parts().stream()
                    .filter(part -> part.got()
                            .filter(score -> isBefore(score.figure(), closing))
                            .isPresent())
                    .toList();
            if (sum.count() >= 2 && before.size() >= sum.count()) {
                enter(closing, before.subList(before.size() - sum.count(), before.size()), ledger);
            } else if (sum.count() == 0) {
                inSentence(closing, before, ledger);
            }
        }
        List<ScoreNode> scored = section.parts().stream()
                .filter(part -> part.weight().isPresent())
                .toList();
        Exact weights = scored.stream()
                .flatMap(part -> part.weight().stream())
                .map(part -> part.figure().value())
                .reduce(Exact.ZERO, Exact::plus);
        boolean own = section.weight()
                .filter(weight -> weight.figure().value().equals(weights))
                .isPresent();
        boolean all = scored.size() == section.parts().size();
        if (own && scored.size() >= 2) {
            weights(section, scored, ledger);
        }
        if (all && (own || (weights.equals(Exact.HUNDRED) && !section.scores().isEmpty()))) {
            section.scores().forEach(score -> enter(score, scored, ledger));
        } else if (weights.equals(Exact.HUNDRED)) {
            total.ifPresent(score -> enter(score, scored, ledger));
        }
        section.parts().forEach(part -> sum(part, total, ledger));
    }

    /** 预算编制5分、得4.5分，…，运行成本3分、得3分，管理效能合计得46.5分: the scores of its sentence, three at least and nearly all of it. */
    private static void inSentence(Figure closing, List<ScoreNode> before, Ledger ledger) {
        List<ScoreNode> own = before.stream()
                .filter(part -> part.weight().isPresent())
                .filter(part -> isInSentence(part.got().orElseThrow().figure(), closing))
                .toList();
        List<Figure> scores =
                own.stream().map(part -> part.got().orElseThrow().figure()).toList();
        if (own.size() > 2 && Near.close(new Equation(closing, Side.of(scores), Side.ONE), NEARLY)) {
            enter(closing, own, ledger);
        }
    }

    private static boolean isInSentence(Figure part, Figure closing) {
        return part.passage().equals(closing.passage())
                && part.passage().text().substring(part.end(), closing.start()).indexOf('。') < 0;
    }

    private static void weights(ScoreNode section, List<ScoreNode> parts, Ledger ledger) {
        List<Figure> weights = parts.stream()
                .flatMap(part -> part.weight().stream())
                .map(Mention::figure)
                .toList();
        ledger.check(Checks.sum(Kind.WEIGHT, "", section.weight().orElseThrow().figure(), weights));
    }

    private static boolean isBefore(Figure one, Figure two) {
        int order = one.passage().order() - two.passage().order();
        return order < 0 || (order == 0 && one.start() < two.start());
    }

    private static void same(Figure got, Figure closing, Ledger ledger) {
        Check check = ToldOtherwise.check(Kind.ROLLUP, "", closing, got);
        if (check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), 40)) {
            ledger.check(check);
        }
    }

    private static void enter(Figure score, List<ScoreNode> parts, Ledger ledger) {
        List<Figure> scores =
                parts.stream().flatMap(part -> part.scores().stream().limit(1)).toList();
        if (scores.size() < 2 || scores.size() < parts.size() || scores.contains(score)) {
            return;
        }
        Check check = Checks.sum(Kind.ROLLUP, "", score, scores);
        Optional<Figure> tooMuch = tooMuch(parts);
        if (tooMuch.isPresent() && check.equation().judge() != Verdict.DIFFERS) {
            return; // a sum that one score too high goes into shows nothing
        }
        if (tooMuch.isPresent()) {
            rest(score, scores, tooMuch.get(), ledger);
        } else if ((check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), NEARLY_ALL))
                && !ledger.knows(check.equation())) {
            ledger.check(check);
        }
    }

    /** The one score that is more than its weight, and so is the one to mend. */
    private static Optional<Figure> tooMuch(List<ScoreNode> parts) {
        List<Figure> above = parts.stream()
                .filter(ScoreNode::isScored)
                .filter(part -> part.got()
                                .orElseThrow()
                                .figure()
                                .value()
                                .compareTo(part.weight().orElseThrow().figure().value())
                        > 0)
                .map(part -> part.got().orElseThrow().figure())
                .toList();
        return above.size() == 1 ? Optional.of(above.get(0)) : Optional.empty();
    }

    private static void rest(Figure whole, List<Figure> scores, Figure wrong, Ledger ledger) {
        List<Figure> others =
                scores.stream().filter(score -> !score.equals(wrong)).toList();
        Side left = Side.of(whole);
        for (Figure other : others) {
            left = left.minus(other);
        }
        ledger.check(new Check(
                Kind.SCORE,
                "score-differs",
                "",
                Formulas.combined(List.of(whole), others),
                new Equation(wrong, left, Side.ONE)));
    }
}
