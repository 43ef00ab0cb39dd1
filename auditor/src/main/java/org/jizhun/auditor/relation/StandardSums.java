package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Several standards and as many numbers in one sentence, each standard for the number of the same rank: 小学720元、初中940元，小学生1360人、初中生580人,
 * 应拨152.44万元.
 */
final class StandardSums {

    private static final Sought COMPUTED = Sought.of("应|需|测算|核定|计算|核算|合计|共计");
    private static final Sought RUN = Sought.of("[、，；和及与][^，。；、\\d]{0,12}");
    private static final Sought TIME = Sought.of("月|个月|季度|天|日|年");
    private static final int DIGITS = 4;
    private static final Exact MONTHS = Exact.of(12);

    private StandardSums() {}

    /** @param own the figures of one sentence */
    static void examine(List<Mention> own, Ledger ledger) {
        for (int count = 2; count <= 4; count++) {
            for (int from = 0; from + count <= own.size(); from++) {
                List<Mention> standards = own.subList(from, from + count);
                if (isRun(own, from, count) && standards.get(0).figure().kind() == Figure.Kind.AMOUNT) {
                    numbers(own, standards, ledger);
                }
            }
        }
    }

    /** Whether so many figures of one kind follow one another, and neither the one before nor the one after belongs to them. */
    private static boolean isRun(List<Mention> own, int from, int count) {
        for (int i = from + 1; i < from + count; i++) {
            if (!joins(own, i)) {
                return false;
            }
        }
        return !joins(own, from) && !joins(own, from + count);
    }

    private static boolean joins(List<Mention> own, int at) {
        return at > 0
                && at < own.size()
                && own.get(at).isLike(own.get(at - 1))
                && own.get(at).figure().unit().equals(own.get(at - 1).figure().unit())
                && RUN.is(own.get(at - 1)
                        .figure()
                        .passage()
                        .text()
                        .substring(
                                own.get(at - 1).figure().end(),
                                Math.max(
                                        own.get(at - 1).figure().end(),
                                        own.get(at).figure().start())));
    }

    private static void numbers(List<Mention> own, List<Mention> standards, Ledger ledger) {
        int count = standards.size();
        for (int from = 0; from + count <= own.size(); from++) {
            List<Mention> numbers = own.subList(from, from + count);
            boolean counted = numbers.get(0).figure().kind() == Figure.Kind.COUNT
                    && !TIME.is(numbers.get(0).figure().thing());
            if (counted && isRun(own, from, count)) {
                for (Mention amount : own) {
                    if (isAmount(amount, standards) && !ledger.judged(amount.figure())) {
                        judge(standards, numbers, amount, ledger);
                    }
                }
            }
        }
    }

    private static boolean isAmount(Mention amount, List<Mention> standards) {
        return amount.figure().kind() == Figure.Kind.AMOUNT
                && amount.figure().nearness() == Figure.Nearness.EXACT
                && standards.stream()
                        .allMatch(standard -> !standard.equals(amount)
                                && standard.figure()
                                                .value()
                                                .compareTo(amount.figure().value())
                                        < 0);
    }

    private static void judge(List<Mention> standards, List<Mention> numbers, Mention amount, Ledger ledger) {
        List<Check> checks =
                List.of(check(standards, numbers, amount, MONTHS), check(standards, numbers, amount, Exact.ONE));
        Optional<Check> fitting =
                checks.stream().filter(check -> Near.tight(check.equation())).findFirst();
        if (fitting.isPresent()) {
            ledger.check(fitting.get());
            return;
        }
        boolean computed = COMPUTED.isIn(amount.before());
        for (Check check : checks) {
            Exact expected = check.equation().expected().orElse(Exact.ZERO);
            boolean slip = amount.figure().digits() >= DIGITS && NearMisses.isSlip(amount.figure(), expected);
            if (slip || (computed && Near.within(check.equation(), 10))) {
                ledger.check(check);
                return;
            }
        }
    }

    private static Check check(List<Mention> standards, List<Mention> numbers, Mention amount, Exact times) {
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        List<String> formula = new ArrayList<>();
        for (int i = 0; i < standards.size(); i++) {
            Figure standard = standards.get(i).figure();
            Figure number = numbers.get(i).figure();
            weights.put(number, standard.value().times(times));
            formula.add(standard.text() + " × " + number.text() + (times.equals(Exact.ONE) ? "" : " × " + times));
        }
        return new Check(
                Kind.SUM,
                "rate-differs",
                amount.claim().label(),
                String.join(" + ", formula),
                new Equation(amount.figure(), new Side(weights, Exact.ZERO), Side.ONE));
    }
}
