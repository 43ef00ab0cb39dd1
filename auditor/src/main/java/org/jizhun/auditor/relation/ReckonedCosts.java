package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * So much for one, where a paragraph has one amount and one number that it can be of: 公务接待费支出2.18万元，比上年增加0.13万元…218人次，人均100元.
 */
final class ReckonedCosts implements Relation {

    private static final int FAR = 60;

    /** 比概算每公里31万元: what is allowed is not reckoned. */
    private static final Sought GIVEN = Sought.of("比|较|低于|高于|概算|标准|控制|限额|按照?每|目标|不超");

    @Override
    public String name() {
        return "reckoned-costs";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Alibi alibi = Alibi.of(claims);
        for (List<Told> paragraph : Told.OfText.of(claims).paragraphs()) {
            for (Told told : paragraph) {
                if (told.role() == Role.EACH
                        && !GIVEN.isIn(told.mention().before())
                        && told.isMeasured()
                        && !ledger.settles(told.figure())) {
                    check(told, paragraph)
                            .filter(check -> alibi.instead(check).equals(check))
                            .ifPresent(ledger::check);
                }
            }
        }
    }

    private static Optional<Check> check(Told told, List<Told> paragraph) {
        Optional<Pattern> unit = CostPerUnit.unitOf(told.mention(), told.text());
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        List<Told> before = paragraph.stream()
                .filter(other -> other.isBefore(told) && other.sentencesFrom(told) <= 2 && other.role() == Role.VALUE)
                .filter(other -> !other.figure().value().isZero())
                .toList();
        Optional<Told> total = only(
                before.stream()
                        .filter(other -> other.isLike(told)
                                && other.figure()
                                                .value()
                                                .compareTo(told.figure().value())
                                        > 0)
                        .toList(),
                told);
        Optional<Told> count = only(
                before.stream()
                        .filter(other -> other.figure().kind() == Figure.Kind.COUNT
                                && !other.isLike(told)
                                && unit.get().matcher(other.figure().thing()).matches())
                        .toList(),
                told);
        if (total.isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        Check check = quotient(told, total.get().figure(), count.get().figure());
        Exact turned =
                count.get().figure().value().dividedBy(total.get().figure().value());
        return Optional.of(check)
                .filter(any ->
                        Likely.is(any, FAR) || told.figure().roundedQuotient().holds(turned));
    }

    /** The only one of the sentence, or the only one of the paragraph so far. */
    private static Optional<Told> only(List<Told> all, Told told) {
        List<Told> own = all.stream().filter(other -> other.inSentenceOf(told)).toList();
        List<Told> candidates = own.isEmpty() ? all : own;
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private static Check quotient(Told told, Figure total, Figure count) {
        return new Check(
                Kind.RATIO,
                "rate-differs",
                told.mention().claim().label(),
                Formulas.quotient(total, count),
                new Equation(told.figure(), Side.of(total), Side.of(count)));
    }
}
