package org.jizhun.kernel.scheme;

import java.math.BigDecimal;
import java.util.List;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/** Figures and lists of names as they stand in explanations. */
final class Texts {

    private static final int HANDFUL = 5;

    private Texts() {}

    /** A ratio as percent with at most four decimals: 0.9771 is 97.71%. */
    static String percent(Exact ratio) {
        return plain(ratio.times(Exact.HUNDRED)) + "%";
    }

    /** A figure with at most four decimals. */
    static String plain(Exact figure) {
        BigDecimal decimal = figure.toDecimal(Rounding.halfUp(4)).stripTrailingZeros();
        return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }

    /** The first few names; the sentence around them says how many there are. */
    static String handful(List<String> names) {
        String first = String.join("、", names.subList(0, Math.min(HANDFUL, names.size())));
        return names.size() > HANDFUL ? first + " …" : first;
    }
}
