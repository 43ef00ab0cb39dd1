package org.jizhun.kernel.scheme;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Spoken;
import org.jizhun.kernel.formula.Formula;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/** Figures and lists of names as they stand in explanations. */
final class Texts {

    private static final int HANDFUL = 5;

    private static final Spoken ZH = new Spoken(Language.ZH);
    private static final Spoken EN = new Spoken(Language.EN);

    private Texts() {}

    /** A figure in its unit, as a Chinese text says it. */
    static String zh(Exact figure, Kind kind) {
        return kind == Kind.PERCENT ? percent(figure) : ZH.of(figure, kind);
    }

    /** The same in English. */
    static String en(Exact figure, Kind kind) {
        return kind == Kind.PERCENT ? percent(figure) : EN.of(figure, kind);
    }

    /** A ratio as percent with at most four decimals: 0.9771 is 97.71%. */
    static String percent(Exact ratio) {
        return plain(ratio.times(Exact.HUNDRED)) + "%";
    }

    /** A figure with at most four decimals. */
    static String plain(Exact figure) {
        BigDecimal decimal = figure.toDecimal(Rounding.halfUp(4)).stripTrailingZeros();
        return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }

    /** The step “weight × rate”. */
    static Supplier<Problem> shareOfWeight(Exact weight, Exact rate) {
        return () -> Problem.of("step-share-of-weight", Place.NONE, "weight", plain(weight), "rate", percent(rate));
    }

    /** Rows cannot be weighed by weights that add up to nothing. */
    static Problem weightsZero(Criterion criterion, Formula share) {
        return Problem.of("row-weights-zero", criterion.place(), "formula", share.text());
    }

    /** The first few names; the sentence around them says how many there are. */
    static String handful(List<String> names) {
        String first = String.join("、", names.subList(0, Math.min(HANDFUL, names.size())));
        return names.size() > HANDFUL ? first + " …" : first;
    }
}
