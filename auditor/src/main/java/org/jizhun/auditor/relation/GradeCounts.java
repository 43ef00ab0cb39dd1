package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
 * Grades counted: 优28个、良31个、中18个、差3个 make up the number of those graded, and the rate of the good and excellent ones
 * is their part of it.
 */
final class GradeCounts implements Relation {

    private static final Sought GRADE = Sought.of(
            "(?<grade>优秀?|良好?|中|差|较差|一般|合格|不合格|基本合格|称职|基本称职|不称职)”?(?:等次|等级|等|级|档)?(?:的|为|有|共|单位|项目|部门|企业|学校|机构|分别){0,3}$");
    /** 5家单位中，评为“优”的4家、“良”的2家: two grades, and no other. */
    private static final Sought ALL = Sought.of("^[^，。；\\d]{0,6}中");

    private static final Sought RATE = Sought.of("(?<which>优良|优秀|良好以上|良好及以上)率(?:为|达到?|约)?$");

    @Override
    public String name() {
        return "grade-counts";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                if (grade(mentions.get(i)).startsWith("优")) {
                    counted(mentions, i, ledger);
                }
            }
        }
    }

    private static String grade(Mention mention) {
        Matcher matcher = GRADE.in(mention.before());
        boolean count =
                mention.figure().kind() == Figure.Kind.COUNT && mention.figure().nearness() == Figure.Nearness.EXACT;
        return count && matcher.find() ? matcher.group("grade") : "";
    }

    private static void counted(List<Mention> mentions, int from, Ledger ledger) {
        List<Figure> counts = new ArrayList<>();
        int at = from;
        while (at < mentions.size() && isNext(mentions, from, at)) {
            counts.add(mentions.get(at).figure());
            at++;
        }
        Optional<Figure> whole = whole(mentions, from, counts);
        boolean few = counts.size() == 2
                && from > 0
                && ALL.isIn(mentions.get(from - 1).after())
                && mentions.get(from - 1).sentence() == mentions.get(from).sentence();
        if (counts.size() < 2 || (counts.size() == 2 && !few)) {
            return;
        }
        whole.map(figure -> new Equation(figure, Side.of(counts), Side.ONE))
                .filter(equation -> !ledger.knows(equation))
                .ifPresent(equation ->
                        ledger.check(new Check(Kind.COUNT, "sum-differs", "", Formulas.sum(counts), equation)));
        boolean good = at > from + 1 && grade(mentions.get(from + 1)).startsWith("良");
        for (int i = at; i < mentions.size() && i < at + 2; i++) {
            rate(mentions.get(i), counts, good, whole, ledger);
        }
    }

    private static boolean isNext(List<Mention> mentions, int from, int at) {
        Mention mention = mentions.get(at);
        return mention.sentence() == mentions.get(from).sentence()
                && mention.isLike(mentions.get(from))
                && (at == from || !grade(mention).isEmpty());
    }

    /** The one number before them that they make up, or that is near to what they make up; none if two numbers do together. */
    private static Optional<Figure> whole(List<Mention> mentions, int from, List<Figure> counts) {
        List<Figure> near = new ArrayList<>();
        Exact sum = counts.stream().map(Figure::value).reduce(Exact.ZERO, Exact::plus);
        for (int i = 1; i < from; i++) {
            Mention one = mentions.get(i - 1);
            Mention other = mentions.get(i);
            boolean both = Sought.kept("^[^，。；、\\d]{0,10}[和及与][^，。；、\\d]{0,2}$").is(one.after());
            if (both
                    && one.isLike(other)
                    && one.figure().value().plus(other.figure().value()).equals(sum)) {
                return Optional.empty(); // 12个重点项目和4个部门整体支出
            }
        }
        for (int i = from - 1; i >= 0; i--) {
            Figure figure = mentions.get(i).figure();
            Equation equation = new Equation(figure, Side.of(counts), Side.ONE);
            if (!mentions.get(i).isLike(mentions.get(from)) || figure.nearness() != Figure.Nearness.EXACT) {
                continue;
            }
            if (equation.judge() == Verdict.AGREES) {
                return Optional.of(figure);
            }
            if (Near.within(equation, 25)) {
                near.add(figure);
            }
        }
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static void rate(
            Mention mention, List<Figure> counts, boolean good, Optional<Figure> whole, Ledger ledger) {
        Matcher matcher = RATE.in(mention.before());
        if (mention.figure().kind() != Figure.Kind.PERCENT || !matcher.find() || ledger.judged(mention.figure())) {
            return;
        }
        boolean both = !matcher.group("which").equals("优秀");
        if (both && !good) {
            return;
        }
        List<Figure> top = counts.subList(0, both ? 2 : 1);
        Side bottom = whole.map(Side::of).orElse(Side.of(counts));
        String below = whole.map(Figure::text).orElse("(" + Formulas.sum(counts) + ")");
        ledger.check(new Check(
                Kind.RATIO,
                "rate-differs",
                mention.claim().label(),
                (both ? "(" + Formulas.sum(top) + ")" : Formulas.sum(top)) + " ÷ " + below,
                new Equation(mention.figure(), Side.of(top), bottom)));
    }
}
