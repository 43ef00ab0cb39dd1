package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;

/**
 * So much for one of each of several things, whose amounts follow in their order: 农田6个、1.84万亩，每亩900元；旱地4个、0.52万亩，每亩1800元，支出分别为1656万元和936万元. Told where
 * all but one come out.
 */
final class CostsInOrder {

    private static final Sought TOTALS = Sought.of("(?:支出|投资|投入|费用|补助|补贴|资金|金额)[^，。；、\\d]{0,4}(?:分别|依次)(?:为|是)?$");
    private static final Sought NEXT = Sought.of("[、，]?[和及与]?");
    private static final int LEAST = 3;

    private CostsInOrder() {}

    static void examine(List<Told> paragraph, Ledger ledger) {
        for (int i = 0; i < paragraph.size(); i++) {
            if (TOTALS.isIn(paragraph.get(i).mention().before())) {
                inOrder(paragraph, i).forEach(ledger::check);
            }
        }
    }

    private static List<Check> inOrder(List<Told> paragraph, int at) {
        List<Told> totals = new ArrayList<>(List.of(paragraph.get(at)));
        for (Told next : paragraph.subList(at + 1, paragraph.size())) {
            if (!next.isLike(totals.get(0)) || !NEXT.is(next.mention().before())) {
                break;
            }
            totals.add(next);
        }
        int sentence = paragraph
                .get(at)
                .text()
                .lastIndexOf('。', paragraph.get(at).figure().start());
        List<Told> each = paragraph.subList(0, at).stream()
                .filter(told -> told.role() == Role.EACH
                        && told.isLike(totals.get(0))
                        && told.figure().start() > sentence)
                .toList();
        List<Check> checks = new ArrayList<>();
        for (int i = 0; totals.size() >= LEAST && each.size() == totals.size() && i < each.size(); i++) {
            Told told = each.get(i);
            int begin = i == 0 ? 0 : paragraph.indexOf(each.get(i - 1));
            Optional<Pattern> unit = EachWords.unitOf(told.mention(), told.text());
            Optional<Figure> count = paragraph.subList(begin, paragraph.indexOf(told)).stream()
                    .map(Told::figure)
                    .filter(figure -> unit.isPresent()
                            && figure.start() > sentence
                            && !figure.value().isZero()
                            && unit.get().matcher(figure.thing()).matches())
                    .reduce((one, two) -> two);
            Figure total = totals.get(i).figure();
            count.ifPresent(number ->
                    checks.add(Checks.quotient(told.mention().claim().label(), told.figure(), total, number)));
        }
        long failing = checks.stream()
                .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .count();
        if (checks.size() < totals.size() || failing > 1) {
            return List.of();
        }
        whole(paragraph, totals).ifPresent(checks::add);
        return checks;
    }

    /** The amount of all before them, which shows that the amounts are right. */
    private static Optional<Check> whole(List<Told> paragraph, List<Told> totals) {
        List<Figure> amounts = totals.stream().map(Told::figure).toList();
        return paragraph.stream()
                .filter(told -> told.isBefore(totals.get(0)) && told.isLike(totals.get(0)))
                .map(told -> Checks.sum(Kind.SUM, told.mention().claim().label(), told.figure(), amounts))
                .filter(check -> Near.tight(check.equation()))
                .findFirst();
    }
}
