package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Map;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.kernel.quantity.Exact;

/** Whether the rows of a column are meant to make up its total, although they do not: by the figures alone, without the table around them. */
final class MeantAsSum {

    private static final int MOST_PARTS = 12;

    private MeantAsSum() {}

    /** A single column that is out by less than half is a wrong sum; more than that is no sum. */
    static boolean isNear(Check check) {
        return check.equation()
                .expected()
                .filter(expected -> !expected.isZero())
                .map(expected -> check.equation().result().value().dividedBy(expected))
                .map(part -> part.compareTo(Exact.ofDecimal(5, 1)) > 0 && part.compareTo(Exact.ofDecimal(15, 1)) < 0)
                .orElse(false);
    }

    /** Two rows that make up a total but for less than a hundredth of it, or for two digits exchanged. */
    static boolean isNearly(Check check) {
        return isExchanged(check) || (check.equation().inputs().size() == 2 && Near.close(check.equation(), 1));
    }

    /** Whether two digits exchanged in one of its figures make the sum right. */
    static boolean isExchanged(Check check) {
        return check.equation().figures().stream()
                .anyMatch(figure -> check.equation()
                        .solve(figure, Map.of())
                        .filter(right -> NearMisses.isExchange(figure, right))
                        .isPresent());
    }

    /** Whether another digit of the total, or two exchanged, makes the sum right: 81 for 18, where other columns show that rows add up. */
    static boolean isSlip(Check check) {
        Figure total = check.equation().result();
        return total.digits() > 1
                && check.equation()
                        .expected()
                        .filter(right -> NearMisses.isDigitSlip(total, right))
                        .isPresent();
    }

    /** A total between its smallest and its largest part is a mean and no sum, unless only one part is large. */
    static boolean isMean(Check check) {
        Exact total = check.equation().result().value();
        List<Exact> parts =
                check.equation().inputs().stream().map(Figure::value).toList();
        Exact sum = parts.stream().reduce(Exact.ZERO, Exact::plus);
        Exact least = parts.stream().reduce(Exact::min).orElse(Exact.ZERO);
        Exact most = parts.stream().reduce(Exact::max).orElse(Exact.ZERO);
        boolean one = most.times(Exact.of(10)).compareTo(sum.times(Exact.of(8))) > 0;
        return total.compareTo(least) >= 0 && total.compareTo(most) <= 0 && least.signum() > 0 && !one;
    }

    /** 基本支出, 人员经费, 公用经费, 项目支出: rows that make up the one above them, without which the total is right. */
    static boolean isNested(Check check) {
        List<Exact> rows = check.equation().inputs().stream().map(Figure::value).toList();
        Exact total = check.equation().result().value();
        Exact sum = rows.stream().reduce(Exact.ZERO, Exact::plus);
        for (int row = 0; row < rows.size(); row++) {
            Exact parts = Exact.ZERO;
            for (int part = row + 1; part < rows.size() && parts.compareTo(rows.get(row)) < 0; part++) {
                parts = parts.plus(rows.get(part));
            }
            if (parts.equals(rows.get(row)) && sum.minus(parts).equals(total)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no choice of its rows makes up a total, so that it cannot be one of rows and their parts. */
    static boolean isClosed(Check check) {
        List<Exact> parts =
                check.equation().inputs().stream().map(Figure::value).toList();
        Figure result = check.equation().result();
        Exact total = result.value();
        boolean alike = check.equation().figures().stream().allMatch(figure -> figure.kind() == result.kind());
        if (!alike || parts.size() > MOST_PARTS || parts.stream().anyMatch(part -> part.signum() < 0)) {
            return false;
        }
        for (int chosen = 1; chosen < 1 << parts.size(); chosen++) {
            Exact sum = Exact.ZERO;
            for (int i = 0; i < parts.size(); i++) {
                sum = (chosen & 1 << i) != 0 ? sum.plus(parts.get(i)) : sum;
            }
            if (sum.equals(total)) {
                return false;
            }
        }
        return true;
    }
}
