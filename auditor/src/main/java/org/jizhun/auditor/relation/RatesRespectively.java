package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.kernel.quantity.Exact;

/**
 * Changes told one after the other, each of its own pair: 新收6842件，审执结6595件；上年分别为6093件、6006件，同比分别上升12.3%和9.8%; 由46起减至42起，由7人减至6人，分别下降8.7%和14.3%;
 * 4318户、6902人，分别减少126户、231人，下降2.84%、3.24%. In what order the pairs stand is told by the rates that fit.
 */
final class RatesRespectively implements Relation {

    private static final Pattern NEXT = Pattern.compile("[、，和及与]{1,2}");
    private static final Pattern FOLLOWED = Pattern.compile("[、和及与]\\d+(?:\\.\\d+)?%");
    private static final int MOST = 4;
    private static final int FAR = 60;

    /** What something is and what it was, or by how much it changed. */
    private record Pair(Told now, Told other, boolean changed) {

        boolean isAlike() {
            boolean backwards = now.role() == Role.EARLIER && other.role() == Role.VALUE;
            return now.isLike(other) && !backwards && !other.figure().value().isZero();
        }
    }

    @Override
    public String name() {
        return "rates-respectively";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (List<Told> paragraph : Told.OfText.of(claims).paragraphs()) {
            for (Told told : paragraph) {
                List<Told> rates = from(told, paragraph);
                if (rates.size() >= 2 && rates.size() <= MOST) {
                    checks(rates, paragraph).stream()
                            .filter(check -> !ledger.settles(check.equation().result()))
                            .forEach(ledger::check);
                }
            }
        }
    }

    /** Whether a rate is one of several told at once. */
    static boolean isListed(Told rate, List<Told> paragraph) {
        int at = paragraph.indexOf(rate);
        return isNext(paragraph, at) || (at + 1 < paragraph.size() && isNext(paragraph, at + 1));
    }

    /** 下降8.7% of 分别下降8.7%和14.3%: the one before it need not be its pair. */
    static boolean isFirst(Figure rate) {
        String text = rate.passage().text();
        return FOLLOWED.matcher(text).region(rate.end(), text.length()).lookingAt();
    }

    private static boolean isNext(List<Told> paragraph, int at) {
        return at > 0
                && paragraph.get(at).figure().kind() == Figure.Kind.PERCENT
                && paragraph.get(at - 1).figure().kind() == Figure.Kind.PERCENT
                && NEXT.matcher(paragraph.get(at).mention().before()).matches();
    }

    /** The rates that begin with one that is told as a change. */
    private static List<Told> from(Told first, List<Told> paragraph) {
        List<Told> rates = new ArrayList<>();
        int at = paragraph.indexOf(first);
        boolean begins =
                first.figure().kind() == Figure.Kind.PERCENT && first.role().isChange();
        if (begins && !isNext(paragraph, at)) {
            rates.add(first);
            for (int i = at + 1; i < paragraph.size() && isNext(paragraph, i); i++) {
                rates.add(paragraph.get(i));
            }
        }
        return rates;
    }

    private static List<Check> checks(List<Told> rates, List<Told> paragraph) {
        int count = rates.size();
        List<Told> before = paragraph.stream()
                .filter(other -> other.isBefore(rates.get(0)) && other.isMeasured())
                .filter(other -> other.sentencesFrom(rates.get(0)) <= 1
                        && !other.mention().bracketed())
                .toList();
        List<Check> best = List.of();
        long most = 0;
        if (before.size() < 2 * count) {
            return best;
        }
        List<Told> last = before.subList(before.size() - 2 * count, before.size());
        for (List<Pair> pairs : orders(last, count)) {
            if (!pairs.stream().allMatch(Pair::isAlike)) {
                continue;
            }
            List<Check> checks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                checks.add(check(rates.get(i), pairs.get(i), rates.get(0).role() == Role.RISE));
            }
            long fitting = checks.stream()
                    .filter(check -> Near.tight(check.equation()))
                    .count();
            if (fitting > most) {
                most = fitting;
                best = checks;
            }
        }
        boolean sure = most >= count - 1;
        return best.stream()
                .filter(check -> Near.tight(check.equation()) || (sure && isMeant(check)))
                .toList();
    }

    private static boolean isMeant(Check check) {
        return Near.within(check.equation(), FAR)
                || check.equation()
                        .expected()
                        .filter(right ->
                                NearMisses.isDigitExchange(check.equation().result(), right))
                        .isPresent();
    }

    /** All now and then all before, or the other way round; each beside its own, or the other way round; all now and then all changes. */
    private static List<List<Pair>> orders(List<Told> figures, int count) {
        List<List<Pair>> orders = new ArrayList<>();
        boolean changes = figures.get(count).role().isChange();
        for (boolean turned : new boolean[] {false, true}) {
            List<Pair> blocks = new ArrayList<>();
            List<Pair> beside = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                blocks.add(pair(figures.get(i), figures.get(count + i), turned, false));
                beside.add(pair(figures.get(2 * i), figures.get(2 * i + 1), turned, false));
            }
            orders.add(blocks);
            orders.add(beside);
        }
        if (changes) {
            orders.clear();
            List<Pair> changed = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                changed.add(pair(figures.get(i), figures.get(count + i), false, true));
            }
            orders.add(changed);
        }
        return orders;
    }

    private static Pair pair(Told one, Told two, boolean turned, boolean changed) {
        return turned ? new Pair(two, one, changed) : new Pair(one, two, changed);
    }

    private static Check check(Told rate, Pair pair, boolean up) {
        Figure now = pair.now().figure();
        Figure other = pair.other().figure();
        if (!pair.changed()) {
            ToldPair both = new ToldPair(pair.now(), pair.other());
            String formula = "(" + both.formula() + ") ÷ " + other.text();
            return new Check(
                    Kind.YOY,
                    "growth-differs",
                    "",
                    formula,
                    new Equation(rate.figure(), both.distance(), Side.of(other)));
        }
        Side was = new Side(Map.of(now, Exact.ONE, other, up ? Exact.of(-1) : Exact.ONE), Exact.ZERO);
        String formula = other.text() + " ÷ (" + now.text() + (up ? " - " : " + ") + other.text() + ")";
        return new Check(Kind.YOY, "growth-differs", "", formula, new Equation(rate.figure(), Side.of(other), was));
    }
}
