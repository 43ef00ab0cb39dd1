package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** What a budget or a number becomes by all that was added and taken away: 年初1932.50万元，追加368.74万元，收回52.19万元，调整后2249.05万元. */
final class AdjustedBudgets {

    private static final int FAR = 30;

    private static final Sought ADJUSTED =
            Sought.of("(?:调整后|调整为|全年(?:部门)?预算|调整预算|最终预算|年末|期末|核定为|预算变为|增至|减至|达到)[^，。；、\\d]{0,12}$");

    /** 未达到600人的年度目标: what was to be reached. */
    private static final Sought MISSED = Sought.of("(?:未|没有?|未能|尚未)(?:增至|减至|达到)[^，。；、\\d]{0,6}$");

    /** 上年（2022年）全年预算768.40万元. */
    private static final Sought LAST_YEARS = Sought.of("(?:上年|去年|上一年)度?(?:（[^（）]{0,8}）)?[^，。；、\\d]{0,10}$");

    /** 因人员调整追加预算，并压减4.50万元: added is more than is told. */
    private static final Sought UNTOLD = Sought.of("(?:追加|调增|增加|增拨|新增)[^，。；\\d]{0,12}[，；]");

    private static final Sought FIRST = Sought.of("(?:年初|期初|原|初始|上年(?:末|结转))[^，。；\\d]{0,14}$");

    /** 追加县级财政资金76.40万元: what was added, named behind the word. */
    private static final Sought ADDED = Sought.of("(?:追加|调增|新增|增拨|增加|增列|招聘|接收|调入|转入|录用)[^，。；、\\d]{0,14}$");

    private static final Sought TAKEN = Sought.of("(?:收回|调减|核减|压减|上缴|调出|减少|划出|退回|退休|辞职|离职|转出)[^，。；、\\d]{0,14}$");

    /** 追加486.35万元、核减42.60万元，净追加443.75万元: both of them told again as one. */
    private static final Sought NET = Sought.of("净(?:追加|调增|调减|增加|减少|增|减)[^，。；、\\d]{0,8}$");

    private AdjustedBudgets() {}

    /** What a figure before became, with all that was told to be added and taken away since. */
    private record Moves(Told first, List<Told> added, List<Told> taken) {

        static Optional<Moves> before(Told told, List<Told> paragraph) {
            Told first = null;
            List<Told> added = new ArrayList<>();
            List<Told> taken = new ArrayList<>();
            for (Told other : paragraph) {
                String before = other.mention().before();
                boolean counts = other.isBefore(told)
                        && other.isLike(told)
                        && !other.mention().bracketed();
                if (counts && NET.isIn(before) && added.size() + taken.size() > 1) {
                    continue;
                }
                if (counts && FIRST.isIn(before) && !other.role().isChange()) {
                    first = other;
                    added.clear();
                    taken.clear();
                } else if (counts && first != null && (other.role() == Role.FALL || TAKEN.isIn(before))) {
                    taken.add(other);
                } else if (counts && first != null && (other.role() == Role.RISE || ADDED.isIn(before))) {
                    added.add(other);
                }
            }
            return first == null || added.size() + taken.size() == 0
                    ? Optional.empty()
                    : Optional.of(new Moves(first, added, taken));
        }

        Check check(Told told) {
            Map<Figure, Exact> weights = new LinkedHashMap<>();
            weights.put(first.figure(), Exact.ONE);
            added.forEach(other -> weights.put(other.figure(), Exact.ONE));
            taken.forEach(other -> weights.put(other.figure(), Exact.of(-1)));
            List<Figure> plus = new ArrayList<>(List.of(first.figure()));
            added.forEach(other -> plus.add(other.figure()));
            return new Check(
                    Kind.SUM,
                    "sum-differs",
                    told.mention().claim().label(),
                    Formulas.combined(plus, taken.stream().map(Told::figure).toList()),
                    new Equation(told.figure(), new Side(weights, Exact.ZERO), Side.ONE));
        }

        /** Whether nothing else of the kind stands between the two figures, and no word says that more was added. */
        boolean areAll(Told told, List<Told> paragraph) {
            int start = first.figure().start();
            boolean all = paragraph.stream()
                    .filter(other -> other.isLike(told)
                            && other.figure().start() > start
                            && other.isBefore(told)
                            && !other.mention().bracketed())
                    .filter(other -> !isPartOf(first, other))
                    .filter(other -> !NET.isIn(other.mention().before()))
                    .allMatch(other -> added.contains(other) || taken.contains(other));
            int from = first.paragraph() == told.paragraph() ? start : 0;
            return all && !UNTOLD.isIn(told.text().substring(from, told.figure().start()));
        }

        /** 年初3580万元，调增455.50万元，调整后3124.50万元: the word is wrong and no figure. */
        boolean isOtherWay(Told told) {
            Exact distance = told.figure().value().minus(first.figure().value());
            return added.size() + taken.size() == 1
                    && (added.isEmpty() ? taken : added).get(0).figure().value().equals(distance.abs());
        }
    }

    /** What the first figure becomes by all that was added and taken away between the two. */
    static Optional<Check> check(Told told, List<Told> paragraph) {
        if (!ADJUSTED.isIn(told.mention().before())
                || LAST_YEARS.isIn(told.text().substring(0, told.figure().start()))
                || MISSED.isIn(told.mention().before())) {
            return Optional.empty();
        }
        return Moves.before(told, paragraph).flatMap(moves -> {
            Check check = moves.check(told);
            boolean moved =
                    Near.within(check.equation(), FAR) && moves.areAll(told, paragraph) && !moves.isOtherWay(told);
            return Optional.of(check)
                    .filter(any -> Near.rounded(any.equation()) || moved || Likely.isSlip(any.equation()));
        });
    }

    /** 年初预算10260万元，其中基本支出2860万元、项目支出7400万元。 */
    private static boolean isPartOf(Told whole, Told other) {
        String between = other.isBefore(whole)
                ? ""
                : other.text().substring(whole.figure().end(), other.figure().start());
        return between.startsWith("，其中") && between.indexOf('。') < 0;
    }

    /** Parts of it show that what the budget became is right, and the one change is one digit off. */
    static boolean isChangeSlipped(Check check) {
        Equation equation = check.equation();
        List<Figure> terms = List.copyOf(equation.top().weights().keySet());
        return terms.size() == 2
                && equation.judge() == Verdict.DIFFERS
                && equation.solve(terms.get(1), Map.of())
                        .filter(right -> NearMisses.isDigitSlip(terms.get(1), right))
                        .isPresent();
    }
}
