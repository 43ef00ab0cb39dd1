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

    private static final int LONG = 3;

    private static final java.util.Set<String> PEOPLE = java.util.Set.of("人", "名", "人次", "位");

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
            CostsInOrder.examine(paragraph, ledger);
            for (Told told : paragraph) {
                if (EachWords.isByDay(told.mention().before()) && told.isMeasured()) {
                    byDay(told, paragraph).ifPresent(ledger::check);
                } else if (told.role() == Role.EACH
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
        Optional<Pattern> unit = EachWords.unitOf(told.mention(), told.text());
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
        boolean ofOther = before.stream()
                .filter(other -> other.figure().kind() == Figure.Kind.COUNT && other.inSentenceOf(told))
                .anyMatch(other -> told.figure().digits() >= LONG
                        && Near.tight(quotient(told, total.get().figure(), other.figure())
                                .equation()));
        if (ofOther) {
            return Optional.empty(); // 立案86件；处理72份，追缴538.56万元，平均每件7.48万元
        }
        Exact turned =
                count.get().figure().value().dividedBy(total.get().figure().value());
        return Optional.of(check)
                .filter(any ->
                        Likely.is(any, FAR) || told.figure().roundedQuotient().holds(turned));
    }

    /** 60人，3天，支出6.84万元，人均每天380元: over both numbers; told where it was divided by one of them only, or by a slip. */
    private static Optional<Check> byDay(Told told, List<Told> paragraph) {
        List<Told> own = paragraph.stream()
                .filter(other -> other.isBefore(told) && other.inSentenceOf(told) && other.role() == Role.VALUE)
                .toList();
        List<Told> totals = own.stream()
                .filter(other -> other.isLike(told)
                        && other.figure().value().compareTo(told.figure().value()) > 0)
                .toList();
        List<Told> people = own.stream()
                .filter(other -> PEOPLE.contains(other.figure().thing()))
                .toList();
        List<Told> days = own.stream()
                .filter(other -> EachWords.DAYS.contains(other.figure().thing()))
                .toList();
        if (totals.size() != 1 || people.size() != 1 || days.size() != 1) {
            return Optional.empty();
        }
        Figure total = totals.get(0).figure();
        Figure heads = people.get(0).figure();
        Exact times = days.get(0).figure().value();
        if (heads.value().isZero() || times.isZero()) {
            return Optional.empty();
        }
        Equation equation = new Equation(
                told.figure(),
                Side.constant(total.value().dividedBy(heads.value().times(times))),
                Side.ONE);
        Check check = new Check(
                Kind.RATIO,
                "rate-differs",
                told.mention().claim().label(),
                total.text() + " ÷ (" + heads.text() + " × "
                        + days.get(0).figure().text() + ")",
                equation);
        boolean part = told.figure().roundedQuotient().holds(total.value().dividedBy(heads.value()))
                || told.figure().roundedQuotient().holds(total.value().dividedBy(times));
        return Optional.of(check).filter(any -> part || Near.tight(equation) || Likely.isSlip(equation));
    }

    /** The only one of the sentence, or the only one of the paragraph so far. */
    private static Optional<Told> only(List<Told> all, Told told) {
        List<Told> own = all.stream().filter(other -> other.inSentenceOf(told)).toList();
        List<Told> candidates = own.isEmpty() ? all : own;
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private static Check quotient(Told told, Figure total, Figure count) {
        return Checks.quotient(told.mention().claim().label(), told.figure(), total, count);
    }
}
