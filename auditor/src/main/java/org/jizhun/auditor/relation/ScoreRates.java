package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** A score rate right after its weight and its score: 产出30分，得29分，得分率96.67%. */
final class ScoreRates implements Relation {

    private static final Sought RATE = Sought.of("得分(?:率|比率?)(?:为|是|：|达到?)?$");
    private static final Sought SCORE = Sought.of("(?:得分?|评分|自评|评价)(?:为|是|：)?$");
    private static final Sought FULL = Sought.of("(?:满分|分值|权重|总分值?|标准分)(?:为|是|：)?$");
    private static final Sought LOST_RATE = Sought.of("(?:失|扣|丢)分(?:率|比率?)(?:为|是|：|达到?)?$");
    private static final Sought LOST = Sought.of("(?:失|扣|丢)(?:分)?(?:为|是|：|了)?$");
    private static final Sought LOST_WORD = Sought.of("(?:扣|减|失|丢)[除去减掉]?分?[^，。；]{0,3}$|每[^，。；]{0,12}$");
    private static final Sought WEIGHED = Sought.of("（(?:分值|权重|满分)?(?<points>\\d{1,3}(?:\\.\\d+)?)分?）$");
    private static final int FEWEST = 3;
    private static final Sought OTHER = Sought.of("扣|每|上年|去年|其中");

    @Override
    public String name() {
        return "score-rates";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 2; i < mentions.size(); i++) {
                boolean rated = mentions.get(i).figure().kind() == Figure.Kind.PERCENT
                        && isPoints(mentions.get(i - 1))
                        && isPoints(mentions.get(i - 2));
                if (!rated) {
                    continue;
                }
                rate(mentions.get(i - 2), mentions.get(i - 1), mentions.get(i), ledger);
                lost(mentions.get(i - 2), mentions.get(i - 1), mentions.get(i), ledger);
                boolean full = FULL.isIn(mentions.get(i - 2).before())
                        && mentions.get(i - 2).bracketed()
                        && mentions.get(i - 1).before().endsWith("）");
                if (full) {
                    rate(mentions.get(i - 2), mentions.get(i - 1), mentions.get(i), true, ledger);
                }
                if (FULL.isIn(mentions.get(i - 1).before())) {
                    rate(mentions.get(i - 1), mentions.get(i - 2), mentions.get(i), ledger);
                }
            }
        }
        claims.passages().stream()
                .filter(passage -> passage.text().contains("得分率"))
                .forEach(passage -> inSentences(claims.mentions(passage), ledger));
        RatesByName.enter(claims, ledger);
        claims.tables().forEach(table -> labels(table, ledger));
    }

    /**
     * A rate with exactly two numbers of points beside it that are no deduction: the larger is the weight. 分值30分，扣减2.5分后实得27.5分，得分率91.67%;
     * 以94.5%的得分率居首，满分20分中取得18.9分.
     */
    private static void inSentences(List<Mention> mentions, Ledger ledger) {
        List<Mention> points = new ArrayList<>();
        Optional<Mention> ahead = Optional.empty();
        int sentence = -1;
        for (Mention mention : mentions) {
            if (mention.sentence() != sentence) {
                ahead.ifPresent(rate -> ofTwo(rate, points, ledger));
                ahead = Optional.empty();
                points.clear();
                sentence = mention.sentence();
            }
            boolean rate = mention.figure().kind() == Figure.Kind.PERCENT
                    && (RATE.isIn(mention.before()) || isRateBehind(mention));
            if (isPoints(mention) && !LOST.isIn(mention.before()) && !LOST_WORD.isIn(mention.before())) {
                points.add(mention);
            } else if (rate) {
                ahead.ifPresent(before -> ofTwo(before, points, ledger));
                ahead = Optional.empty();
                if (points.isEmpty()) {
                    ahead = Optional.of(mention);
                } else {
                    ofTwo(mention, points, ledger);
                }
                points.clear();
            }
        }
        ahead.ifPresent(rate -> ofTwo(rate, points, ledger));
    }

    private static boolean isRateBehind(Mention mention) {
        return mention.figure()
                .passage()
                .text()
                .startsWith("的得分率", mention.figure().end());
    }

    private static void ofTwo(Mention rate, List<Mention> points, Ledger ledger) {
        if (points.size() != 2 || ledger.judged(rate.figure()) || rate.figure().digits() < 2) {
            return;
        }
        boolean first =
                points.get(0).figure().value().compareTo(points.get(1).figure().value()) >= 0;
        Mention weight = points.get(first ? 0 : 1);
        Mention score = points.get(first ? 1 : 0);
        boolean named = FULL.isIn(weight.before())
                || Sought.kept("^(?:中|里|，得|，实得|，扣)")
                        .isIn(weight.figure()
                                .passage()
                                .text()
                                .substring(weight.figure().end()));
        Check check = check(
                weight.claim().subject(),
                Formulas.quotient(score.figure(), weight.figure()),
                new Equation(rate.figure(), Side.of(score.figure()), Side.of(weight.figure())));
        if (Near.tight(check.equation()) || (named && !OTHER.isIn(weight.before() + score.before()))) {
            ledger.check(check);
        }
    }

    /** 总分32分，失分2.4分，失分率7.5%: what was lost of a weight. */
    private static void lost(Mention weight, Mention lost, Mention rate, Ledger ledger) {
        boolean told = isPoints(weight)
                && isPoints(lost)
                && rate.figure().kind() == Figure.Kind.PERCENT
                && weight.sentence() == rate.sentence()
                && LOST_RATE.isIn(rate.before())
                && LOST.isIn(lost.before())
                && !LOST.isIn(weight.before())
                && weight.figure().value().compareTo(lost.figure().value()) > 0;
        if (told && !ledger.judged(rate.figure())) {
            ledger.check(check(
                    weight.claim().subject(),
                    Formulas.quotient(lost.figure(), weight.figure()),
                    new Equation(rate.figure(), Side.of(lost.figure()), Side.of(weight.figure()))));
        }
    }

    /** 产出（40分） | 36.8 | 92.00%: a table without headings whose labels hold the weights, told where most rows are so. */
    private static void labels(Table table, Ledger ledger) {
        List<Check> checks = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Matcher label = WEIGHED.in(row.label());
            List<Figure> figures =
                    row.figures().stream().flatMap(Optional::stream).toList();
            if (label.find() && figures.size() == 2 && figures.get(1).kind() == Figure.Kind.PERCENT) {
                Figure score = figures.get(0);
                Exact weight = Exact.parse(label.group("points"));
                boolean points = score.kind() == Figure.Kind.PLAIN || score.kind() == Figure.Kind.POINTS;
                if (points && !weight.isZero() && score.value().compareTo(weight) <= 0) {
                    checks.add(check(
                            row.label(),
                            score.text() + " ÷ " + weight,
                            new Equation(figures.get(1), Side.of(score), Side.constant(weight))));
                }
            }
        }
        long failing = checks.stream()
                .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .count();
        if (checks.size() >= FEWEST && 2 * failing <= checks.size() - failing) {
            checks.stream()
                    .filter(check -> !ledger.judged(check.equation().result()))
                    .forEach(ledger::check);
        }
    }

    private static Check check(String subject, String formula, Equation equation) {
        return new Check(Kind.SCORE_RATE, "score-rate-differs", subject, formula, equation);
    }

    private static void rate(Mention weight, Mention score, Mention rate, Ledger ledger) {
        rate(weight, score, rate, SCORE.isIn(score.before()), ledger);
    }

    /** @param scored whether the words make the second figure a score, as 18.5分 is in （满分20分）18.5分 */
    private static void rate(Mention weight, Mention score, Mention rate, boolean scored, Ledger ledger) {
        boolean points = isPoints(weight) && isPoints(score) && rate.figure().kind() == Figure.Kind.PERCENT;
        boolean together = weight.sentence() == rate.sentence() && score.sentence() == rate.sentence();
        if (!points
                || !together
                || !RATE.isIn(rate.before())
                || !scored
                || OTHER.isIn(weight.before() + score.before())
                || weight.figure().value().compareTo(score.figure().value()) < 0
                || ledger.judged(rate.figure())) {
            return;
        }
        Equation equation = new Equation(rate.figure(), Side.of(score.figure()), Side.of(weight.figure()));
        if (Near.tight(equation) || Near.within(equation, 20)) {
            ledger.check(new Check(
                    Kind.SCORE_RATE,
                    "score-rate-differs",
                    weight.claim().subject(),
                    Formulas.quotient(score.figure(), weight.figure()),
                    equation));
        }
    }

    private static boolean isPoints(Mention mention) {
        return mention.figure().kind() == Figure.Kind.POINTS && mention.figure().nearness() == Figure.Nearness.EXACT;
    }
}
