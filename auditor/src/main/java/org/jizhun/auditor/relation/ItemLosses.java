package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Points taken off as running text tells them, whatever their order: a score is what the thing weighs less what was taken off
 * (得3.5分，失1.5分（满分5分）; 共扣8.35分，最终得分91.65分（满分100分）), a last score the one it began with, what was added put on and what was
 * taken off put out, and 三项共扣3.3分 the sum of as many deductions told before, in one paragraph or several.
 */
final class ItemLosses implements Relation {

    private static final Sought SOME = Sought.of("主要(?:是|因|为|扣分|原因|扣|失分)|等原因|等问题|等情况|其中|每|最[多高]");
    /** 除…扣1.2分、…扣0.8分外，其余指标均得满分: these are all. */
    private static final Sought NO_OTHERS = Sought.of("(?:其余|其他|其它|剩余)[^。；，]{0,16}(?:，)?[^。；，]{0,8}(?:满分|不扣分|未扣分|未失分)");

    private static final Sought BEGINS_WITH =
            Sought.of("(?:基础|基本|基准|考核|指标|评价|自评|初评|初始|定量|原始)[^，。；\\d]{0,6}(?:得分|分|得|评分)(?:为|是|：)?$");
    private static final Sought ADDED = Sought.of("(?:加分项?|加|奖励|奖励加分|附加分|附加)(?:得|共|计|为|得分)?$");
    private static final Sought ENDS_WITH =
            Sought.of("(?:最终|最后|综合|实际|总|考评|考核)[^，。；\\d]{0,8}得分(?:为|是|：)?$|(?:总分|总得分)(?:为|是|：)?$");
    /** 产出时效方面，…扣1.5分 in a sentence of its own after the score of another thing. */
    private static final Sought ASPECT = Sought.of("^[^，。；：\\d]{2,10}方面[，：]");

    private static final Exact WHOLE = Exact.HUNDRED;

    @Override
    public String name() {
        return "item-losses";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (ScoredItem item : ScoredItem.of(claims)) {
            if (!ledger.judged(item.got()) && !AmongPoints.isOfAnother(item.weight(), item.got())) {
                left(item, ledger);
            }
        }
        List<Figure> taken = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf('分') >= 0) {
                counted(claims, passage, taken, ledger);
                further(claims.mentions(passage), passage.text(), ledger);
                adjusted(claims, passage, ledger);
            }
        }
    }

    private static void left(ScoredItem item, Ledger ledger) {
        List<Figure> all = item.points(ScoreWords.ALL_TAKEN);
        List<Figure> taken = (all.isEmpty() ? item.points(ScoreWords.TAKEN) : all)
                .stream().filter(points -> isOf(item, points)).toList();
        boolean plain = item.points(ScoreWords.TAKEN_EACH).isEmpty()
                && item.points(ScoreWords.RULE).isEmpty();
        boolean whole = item.weight().value().equals(WHOLE);
        boolean surely = NO_OTHERS.isIn(item.words()) || all.size() == 1;
        boolean some = all.isEmpty() && !taken.isEmpty() && isSome(item, taken.get(taken.size() - 1));
        if (taken.isEmpty() || all.size() > 1 || !plain || some || (whole && !surely)) {
            return;
        }
        Side side = Side.of(item.weight());
        for (Figure points : taken) {
            side = side.minus(points);
        }
        Equation equation = exact(item.got(), side);
        boolean below = equation.expected().filter(value -> value.signum() < 0).isPresent();
        if (!all.isEmpty() && partsTell(item)) {
            Figure sum = all.get(0);
            Equation other = exact(sum, Side.of(item.weight()).minus(item.got()));
            ledger.check(new Check(
                    Kind.SUM,
                    "difference-differs",
                    "",
                    Formulas.combined(List.of(item.weight()), List.of(item.got())),
                    other));
        } else if (!below) {
            ledger.check(new Check(
                    Kind.SCORE, "score-differs", "", Formulas.combined(List.of(item.weight()), taken), equation));
        }
    }

    /** What is taken off in a sentence before weight and score is of something else. */
    private static boolean isOf(ScoredItem item, Figure points) {
        Figure weight = item.weight();
        Figure first =
                weight.passage().equals(item.got().passage()) && item.got().start() < weight.start()
                        ? item.got()
                        : weight;
        int sentence = first.passage().text().lastIndexOf('。', first.start());
        if (!points.passage().equals(first.passage())) {
            return true;
        }
        String text = points.passage().text();
        int own = text.lastIndexOf('。', points.start());
        boolean other =
                own > Math.max(weight.end(), item.got().end()) && ASPECT.isIn(text.substring(own + 1, points.start()));
        boolean later = ScoresByDeduction.FURTHER.isIn(text.substring(0, points.start()));
        return points.start() > sentence && !other && !later;
    }

    /** 主要因资料不全扣1分 tells some of what was lost; 扣1分，主要是资料不全 tells why. */
    private static boolean isSome(ScoredItem item, Figure last) {
        return item.pieces().stream()
                .filter(piece -> piece.passage().order() <= last.passage().order())
                .map(piece -> piece.holds(last)
                        ? piece.passage().text().substring(piece.from(), last.start())
                        : piece.words())
                .anyMatch(words -> SOME.isIn(words));
    }

    /** 分值28分，得分24.7分，共扣4.3分，其中…扣2.5分；…扣0.8分: the parts are what was lost, so it is their sum that is wrong. */
    private static boolean partsTell(ScoredItem item) {
        Exact parts = item.points(ScoreWords.TAKEN).stream().map(Figure::value).reduce(Exact.ZERO, Exact::plus);
        return parts.signum() > 0
                && parts.equals(item.weight().value().minus(item.got().value()));
    }

    /** Points taken off by hand are what is printed, nothing rounded: a sum of tenths is right or wrong to the tenth. */
    private static Equation exact(Figure result, Side side) {
        Equation equation = new Equation(result, side, Side.ONE);
        boolean tenths = equation.figures().stream().allMatch(figure -> figure.scale() <= 1);
        Exact value = equation.expected().orElse(result.value());
        boolean hidden = tenths && equation.judge() != Verdict.DIFFERS && !value.equals(result.value());
        return hidden ? new Equation(result, Side.constant(value), Side.ONE) : equation;
    }

    /** （1）…失0.46分；（2）…失2分；（3）…失1.54分。以上三项共失4分: as many deductions before as are counted. */
    private static void counted(Claims claims, Passage passage, List<Figure> taken, Ledger ledger) {
        for (Mention mention : claims.mentions(passage)) {
            Figure figure = mention.figure();
            if (figure.kind() != Figure.Kind.POINTS || figure.nearness() != Figure.Nearness.EXACT) {
                continue;
            }
            ScoreWords role = ScoreWords.of(figure, passage.text());
            if (role == ScoreWords.TAKEN) {
                taken.add(figure);
            } else if (role == ScoreWords.ALL_TAKEN) {
                int count = AmongPoints.lossesCounted(mention, passage.text());
                if (count >= 2 && taken.size() == count && !ledger.fails(figure)) {
                    Equation equation = exact(figure, Side.of(taken));
                    if (equation.judge() != Verdict.DIFFERS || Near.within(equation, 30)) {
                        ledger.check(new Check(Kind.SUM, "sum-differs", "", Formulas.sum(taken), equation));
                    }
                }
                taken.clear();
            } else if (role == ScoreWords.GOT || role == ScoreWords.TOTAL) {
                taken.clear();
            }
        }
    }

    /** 按验收率计5.28分，另因…扣0.40分，得4.88分: a score, what was taken off it besides, and what is left. */
    private static void further(List<Mention> mentions, String text, Ledger ledger) {
        List<Mention> points = mentions.stream()
                .filter(mention -> mention.figure().kind() == Figure.Kind.POINTS)
                .toList();
        for (int i = 0; i + 2 < points.size(); i++) {
            Figure first = points.get(i).figure();
            Figure taken = points.get(i + 1).figure();
            Figure left = points.get(i + 2).figure();
            boolean row = ScoreWords.of(first, text) == ScoreWords.GOT
                    && ScoreWords.of(taken, text) == ScoreWords.TAKEN
                    && ScoreWords.of(left, text) == ScoreWords.GOT
                    && ScoresByDeduction.FURTHER.isIn(text.substring(0, taken.start()))
                    && text.substring(first.end(), left.start()).indexOf('。') < 0;
            if (row && !ledger.judged(left)) {
                ledger.check(new Check(
                        Kind.SCORE,
                        "score-differs",
                        "",
                        Formulas.combined(List.of(first), List.of(taken)),
                        exact(left, Side.of(first).minus(taken))));
            }
        }
    }

    /** 基础得分88.5分，加分项得3分，扣0.5分，最终得分91分. */
    private static void adjusted(Claims claims, Passage passage, Ledger ledger) {
        Optional<Figure> first = Optional.empty();
        List<Figure> added = new ArrayList<>();
        List<Figure> taken = new ArrayList<>();
        for (Mention mention : claims.mentions(passage)) {
            Figure figure = mention.figure();
            if (figure.kind() != Figure.Kind.POINTS) {
                continue;
            }
            ScoreWords role = ScoreWords.of(figure, passage.text());
            if (first.isPresent() && ENDS_WITH.isIn(mention.before())) {
                close(figure, first.get(), added, taken, ledger);
                return;
            }
            if (ADDED.isIn(mention.before())) {
                added.add(figure);
            } else if (role == ScoreWords.TAKEN || role == ScoreWords.ALL_TAKEN) {
                taken.add(figure);
            } else if (first.isEmpty() && BEGINS_WITH.isIn(mention.before())) {
                first = Optional.of(figure);
            } else if (role != ScoreWords.WEIGHT) {
                return;
            }
        }
    }

    private static void close(Figure last, Figure first, List<Figure> added, List<Figure> taken, Ledger ledger) {
        if (added.isEmpty()
                || ledger.judged(last)
                || first.value().compareTo(last.value().minus(Exact.of(20))) < 0) {
            return;
        }
        List<Figure> plus = new ArrayList<>(List.of(first));
        plus.addAll(added);
        Side side = Side.of(plus);
        for (Figure points : taken) {
            side = side.minus(points);
        }
        Equation equation = new Equation(last, side, Side.ONE);
        if (equation.judge() != Verdict.DIFFERS || Near.within(equation, 10)) {
            ledger.check(new Check(Kind.ROLLUP, "sum-differs", "", Formulas.combined(plus, taken), equation));
        }
    }
}
