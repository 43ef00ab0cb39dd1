package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/** Which of the figures before a comparison is this year's: the one that gives the change or the rate which is told, else the likeliest. */
final class ThisYear {

    /** 上年决算支出为30461.90万元，同比增加1296.35万元. */
    private static final Sought OF_LAST_YEAR = Sought.of("(?:^|[，。；])(?:上年|去年|上一年)度?[^，。；、\\d]{0,10}$");

    /** How many characters before a figure its year may stand. */
    private static final int WORDS = 16;

    private ThisYear() {}

    /** 支出14.62万元，未超过预算18万元，较上年的15.37万元下降4.88%: of several the one whose change is told; else the last. */
    static Figure fitting(
            List<Figure> before,
            Figure current,
            Figure last,
            @Nullable Figure change,
            @Nullable Figure rate,
            boolean up) {
        Figure slipped = null;
        for (Figure figure : before) {
            if (YearComparison.isMeasured(figure)
                    && figure.isLike(last)
                    && !last.value().isZero()) {
                Exact apart = figure.value().minus(last.value()).abs();
                boolean told = change != null
                        && change.isLike(last)
                        && change.rounded().holds(apart);
                boolean rated = rate != null
                        && rate.rounded().holds(apart.dividedBy(last.value().abs()));
                if (told || rated) {
                    return figure;
                }
                slipped = slipped == null && isSlipped(figure, last, change, up) ? figure : slipped;
            }
        }
        return slipped != null ? slipped : wholeOf(before, current, last, rate);
    }

    /** 计划612万元，其中中央460万元、县级54万元，比2022年的548万元增长11.68%: the whole and not its last part, where it comes nearer to the rate. */
    private static Figure wholeOf(List<Figure> before, Figure current, Figure last, @Nullable Figure rate) {
        String text = current.passage().text();
        int parts = text.lastIndexOf("其中", current.start());
        Figure whole = null;
        for (Figure figure : before) {
            whole = figure.isLike(current) && figure.end() <= parts ? figure : whole;
        }
        if (whole == null || rate == null || last.value().isZero()) {
            return current;
        }
        Exact far = current.value()
                .minus(last.value())
                .dividedBy(last.value())
                .abs()
                .minus(rate.value())
                .abs();
        Exact near = whole.value()
                .minus(last.value())
                .dividedBy(last.value())
                .abs()
                .minus(rate.value())
                .abs();
        return near.compareTo(far) < 0 ? whole : current;
    }

    /** 1864起，其中…92起，比上年的1702起增加144起: what last year's figure and the change make, but for two digits exchanged. */
    private static boolean isSlipped(Figure figure, Figure last, @Nullable Figure change, boolean up) {
        if (change == null || !change.isLike(last)) {
            return false;
        }
        Exact made = up ? last.value().plus(change.value()) : last.value().minus(change.value());
        return NearMisses.isExchange(figure, made);
    }

    /** 决算46.48万元，2022年度为45.56万元，同比增加0.92万元: the last of two figures that lie as far apart as is said. */
    static @Nullable Figure apart(List<Figure> before, Figure current, Figure change, boolean up) {
        int at = before.indexOf(current);
        if (at < 1 || !current.isLike(change) || !before.get(at - 1).isLike(change)) {
            return null;
        }
        Exact difference = before.get(at - 1).value().minus(current.value());
        return change.rounded().holds(up ? difference : difference.negate()) ? current : null;
    }

    /** 2022年支出3402.55万元，2023年较上年减少264.42万元，降幅7.77%: the figure told is last year's. */
    static Optional<Check> ofOneBefore(List<Figure> before, Figure change, Figure rate) {
        return before.stream()
                .filter(figure -> figure.isLike(change) && !figure.value().isZero() && isOfYearBefore(figure, change))
                .map(last -> new Check(
                        Kind.YOY,
                        "growth-differs",
                        "",
                        Formulas.quotient(change, last),
                        new Equation(rate, Side.of(change), Side.of(last))))
                .filter(check -> Near.tight(check.equation()))
                .findFirst();
    }

    /** Whether the year before a figure is followed by the next one before the change. */
    private static boolean isOfYearBefore(Figure figure, Figure change) {
        String text = figure.passage().text();
        String before = text.substring(Math.max(0, figure.start() - WORDS), figure.start());
        if (OF_LAST_YEAR.isIn(before)) {
            return true;
        }
        return YearsOfSections.onlyYear(before)
                .filter(year -> text.substring(figure.end(), change.start()).contains(year + 1 + "年"))
                .isPresent();
    }

    /** Of several figures before the comparison the one that gives the rate of change; else the last. */
    static Figure changed(List<Figure> before, Figure last, Figure change, Figure rate, boolean up) {
        for (Figure figure : before) {
            if (YearComparison.isMeasured(figure) && figure.isLike(change)) {
                Side base = up ? Side.of(figure).minus(change) : Side.of(figure).plus(change);
                if (Near.tight(new Equation(rate, Side.of(change), base))) {
                    return figure;
                }
            }
        }
        return last;
    }
}
