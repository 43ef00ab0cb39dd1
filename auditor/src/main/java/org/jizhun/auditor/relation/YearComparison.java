package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * One comparison with last year as words tell it.
 *
 * @param current this year's figure
 * @param change by how much it rose or fell, in its own unit
 * @param rate the same of last year's figure
 * @param up whether the words say that it rose
 */
record YearComparison(
        Figure current, Optional<Figure> last, Optional<Figure> change, Optional<Figure> rate, boolean up) {

    static final Pattern UP = Pattern.compile("(?:增长|增加|上升|提高|上涨|增幅|增产|增收|多|增)(?:了|为|达|约|率为|幅度为)*$");
    static final Pattern DOWN = Pattern.compile("(?:下降|减少|降低|压减|压缩|减|降幅|减产|少|下滑|节约)(?:了|为|达|约|率为|幅度为)*$");

    private static final Sought STANDARD = Sought.of("标准[^，。；、\\d]{0,6}$");

    /** How many times the printed rate two figures make that it is not of. */
    private static final int MANY_TIMES = 4;

    static boolean isMeasured(Figure figure) {
        return figure.kind() == Figure.Kind.AMOUNT || figure.kind() == Figure.Kind.COUNT;
    }

    /** Holds change and rate to the two years' figures, or to each other where last year's is not told; a word that goes the other way is told. */
    void enter(Ledger ledger) {
        Optional<Figure> before = last.filter(this::isLike);
        Optional<Figure> apart = change.filter(this::isLike);
        if (before.isPresent()) {
            if (!isOtherWay(before.get(), ledger)) {
                against(before.get(), apart, ledger);
            }
        } else if (apart.isPresent() && rate.isPresent()) {
            Side base =
                    up ? Side.of(current).minus(apart.get()) : Side.of(current).plus(apart.get());
            String formula = apart.get().text() + " ÷ (" + current.text() + (up ? " - " : " + ")
                    + apart.get().text() + ")";
            ledger.check(growth(rate.get(), formula, Side.of(apart.get()), base));
        }
    }

    private void against(Figure last, Optional<Figure> change, Ledger ledger) {
        checks(last, change).forEach(ledger::check);
    }

    private List<Check> checks(Figure last, Optional<Figure> change) {
        Figure more = up ? current : last;
        Figure less = up ? last : current;
        Side difference = Side.of(more).minus(less);
        String formula = more.text() + " - " + less.text();
        List<Check> checks = new ArrayList<>();
        change.map(figure -> new Equation(figure, difference, Side.ONE))
                .map(apart -> isStandard() ? apart.fromPrinted() : apart)
                .ifPresent(apart -> checks.add(new Check(Kind.YOY, "difference-differs", "", formula, apart)));
        rate.filter(figure -> !RatesRespectively.isFirst(figure))
                .ifPresent(figure ->
                        checks.add(growth(figure, "(" + formula + ") ÷ " + last.text(), difference, Side.of(last))));
        return checks;
    }

    /** 人均补助标准为89元，比上年的84元提高5元: what is set in whole yuan is rounded from nothing. */
    private boolean isStandard() {
        String text = current.passage().text();
        int sentence = text.lastIndexOf('。', current.start()) + 1;
        return current.kind() == Figure.Kind.AMOUNT
                && current.scale() == 0
                && STANDARD.isIn(text.substring(sentence, current.start()));
    }

    /** 诊疗21.42万人次，上年为48.07万人次，增加3.35万人次，增长6.97%: one digit is all that keeps this year's or last year's figure from them. */
    private boolean isSlip(Figure last) {
        List<Check> checks = checks(last, change.filter(this::isLike));
        return !checks.isEmpty() && checks.stream().allMatch(check -> Likely.isDigitSlip(check.equation()));
    }

    private static Check growth(Figure rate, String formula, Side top, Side bottom) {
        return new Check(Kind.YOY, "growth-differs", "", formula, new Equation(rate, top, bottom));
    }

    /** 增长 where the figure fell, 下降 where it rose: whether it goes the other way, which is told where the figures are those meant. */
    private boolean isOtherWay(Figure last, Ledger ledger) {
        boolean rose = current.value().compareTo(last.value()) > 0;
        boolean apart = !current.rounded().meets(last.rounded());
        if (!apart || rose == up) {
            return false;
        }
        if (isOfAnother(last) || isFarFromRate(last)) {
            return !isSlip(last);
        }
        Figure told = rate.or(() -> change).orElse(current);
        String text = told.passage().text();
        int from = Math.max(0, told.start() - 6);
        String before = text.substring(from, told.start());
        Matcher matcher = (up ? UP : DOWN).matcher(before);
        int start = matcher.find() ? from + matcher.start() : told.start();
        String word = text.substring(start, Math.min(start + 2, told.start()));
        String right = up ? "下降" : "增长";
        ledger.find(WrongWord.changed(word, right, told.passage().spot(start, told.end()), current, last));
        return true;
    }

    /** Told are an amount and a rate of change that fit last year's figure and each other, but not the figure taken for this year's. */
    private boolean isOfAnother(Figure last) {
        return rate.isPresent()
                && change.filter(figure -> figure.isLike(last)).isPresent()
                && !last.value().isZero()
                && Near.tight(new Equation(rate.get(), Side.of(change.get()), Side.of(last)))
                && !change.get()
                        .rounded()
                        .holds(current.value().minus(last.value()).abs());
    }

    /** 门诊431905人次、急诊54415人次，较上年的442115人次增长9.00%: the rate is of no change like that. */
    private boolean isFarFromRate(Figure last) {
        if (rate.isEmpty() || last.value().isZero()) {
            return false;
        }
        Exact made =
                current.value().minus(last.value()).abs().dividedBy(last.value().abs());
        return rate.get().value().abs().times(Exact.of(MANY_TIMES)).compareTo(made) < 0;
    }

    private boolean isLike(Figure other) {
        return other.kind() == current.kind()
                && (current.kind() == Figure.Kind.AMOUNT || other.unitSize().equals(current.unitSize()));
    }
}
