package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * What comes of so much for one by the numbers told with it: 每人每月82元，月均发放3120人，7个月共发放179.09万元; 2100户，按每户补助1200元计，共支出252万元. Any two or three of the
 * numbers that give the amount are taken for meant; where none do, it is told if a slip of the pen parts it from one of them.
 */
final class ReckonedProducts implements Relation {

    private static final int SENTENCES = 1;
    private static final int MOST_COUNTS = 10;

    /** Digits of an amount, zeros at the end not counted, of which a slip is no accident. */
    private static final int LONG = 3;

    private static final Sought TOTAL =
            Sought.of("(?:共|合计|累计|总[^，。；\\d]{0,4}|支出|发放|安排|拨付|补助|支付|投入|兑现|需)[^，。；\\d]{0,8}$");

    @Override
    public String name() {
        return "reckoned-products";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (List<Told> paragraph : Told.OfText.of(claims).paragraphs()) {
            for (Told told : paragraph) {
                boolean amount = told.figure().kind() == Figure.Kind.AMOUNT
                        && told.role() == Role.VALUE
                        && told.figure().digits() >= LONG
                        && TOTAL.isIn(told.mention().before());
                if (amount && !ledger.settles(told.figure())) {
                    check(told, paragraph, ledger).ifPresent(ledger::check);
                }
            }
        }
    }

    private static Optional<Check> check(Told total, List<Told> paragraph, Ledger ledger) {
        List<Told> before = paragraph.stream()
                .filter(other -> other.isBefore(total) && other.sentencesFrom(total) <= SENTENCES)
                .toList();
        Optional<Told> each = before.stream()
                .filter(other -> other.role() == Role.EACH && other.isLike(total) && other.inSentenceOf(total))
                .filter(other -> !ledger.doubts(other.figure()))
                .reduce((one, two) -> two);
        List<Told> counts = before.stream()
                .filter(other -> other.figure().kind() == Figure.Kind.COUNT && other.role() != Role.EACH)
                .filter(other -> !other.figure().value().isZero())
                .toList();
        if (each.isEmpty() || counts.isEmpty() || counts.size() > MOST_COUNTS) {
            return Optional.empty();
        }
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            checks.add(check(total, each.get(), List.of(counts.get(i))));
            for (int j = i + 1; j < counts.size(); j++) {
                checks.add(check(total, each.get(), List.of(counts.get(i), counts.get(j))));
            }
        }
        Optional<Check> holds =
                checks.stream().filter(check -> Near.tight(check.equation())).findFirst();
        return holds.or(() ->
                checks.stream().filter(check -> Likely.isSlip(check.equation())).findFirst());
    }

    private static Check check(Told total, Told each, List<Told> counts) {
        Exact times = each.figure().value();
        StringBuilder formula = new StringBuilder(each.figure().text());
        for (Told count : counts.subList(1, counts.size())) {
            times = times.times(count.figure().value());
        }
        counts.forEach(count -> formula.append(" × ").append(count.figure().text()));
        Side product = new Side(java.util.Map.of(counts.get(0).figure(), times), Exact.ZERO);
        return new Check(
                Kind.RATIO,
                "rate-differs",
                total.mention().claim().label(),
                formula.toString(),
                new Equation(total.figure(), product, Side.ONE));
    }
}
