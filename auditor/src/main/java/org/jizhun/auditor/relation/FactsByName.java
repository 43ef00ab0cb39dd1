package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * One fact in two places with two figures, whichever way it is called there: 机关运行经费1,268,904.55元 and 机关运行经费128.69万元; 在编人员45名 and 43名在编人员. The looser
 * the names agree, the more must speak for a slip: digits exchanged, a unit ten times off, or that one of the two is held by an equation and the
 * other by none.
 */
final class FactsByName implements Relation {

    private static final int MOST = 24;
    private static final int FAR = 12;
    /** A hundred times too much, in a hundred. */
    private static final int MOST_TIMES = 10_000;

    @Override
    public String name() {
        return "facts-by-name";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Facts known = Facts.of(claims);
        List<NamedFact> facts = known.all();
        Held held = new Held(ledger, facts);
        Set<Long> seen = new HashSet<>();
        IdentityHashMap<NamedFact, Integer> ranks = new IdentityHashMap<>();
        facts.forEach(fact -> ranks.put(fact, ranks.size()));
        for (List<NamedFact> alike : known.byRuns().values()) {
            for (int i = 1; i < alike.size() && alike.size() <= MOST; i++) {
                for (int j = 0; j < i; j++) {
                    NamedFact earlier = alike.get(j);
                    NamedFact later = alike.get(i);
                    long pair = (long) ranks.getOrDefault(earlier, 0) * facts.size() + ranks.getOrDefault(later, 0);
                    if (seen.add(pair) && mayBeOne(earlier, later)) {
                        judge(earlier, later, held, ledger);
                    }
                }
            }
        }
    }

    /** The facts of a document that may be told twice, and by every two characters of their names. */
    record Facts(List<NamedFact> all, Map<String, List<NamedFact>> byRuns) {

        static Facts of(Claims claims) {
            return claims.derived(Facts.class, Facts::read);
        }

        private static Facts read(Claims claims) {
            List<NamedFact> all = NamedFact.all(claims).stream()
                    .filter(fact -> fact.figure().kind() != Figure.Kind.PLAIN || fact.group() < 0)
                    .filter(fact -> !fact.figure().value().isZero() && !fact.isOther())
                    .filter(fact -> fact.figure().digits() >= 2)
                    .toList();
            return new Facts(all, NamedFact.byRuns(all, 2));
        }
    }

    private static boolean mayBeOne(NamedFact one, NamedFact two) {
        Figure first = one.figure();
        Figure second = two.figure();
        boolean bare = (first.kind() == Figure.Kind.PLAIN) != (second.kind() == Figure.Kind.PLAIN);
        boolean like = first.isLike(second) && first.kind() != Figure.Kind.PLAIN;
        // within one paragraph two figures are two things
        return (like || bare)
                && !first.passage().equals(second.passage())
                && !one.isBeside(two)
                && one.goal() == two.goal()
                && one.isOfSameTimeAs(two)
                && !in(first, second).equals(first.value());
    }

    /** Which figures equations hold, and which their neighbours add up to: worked out when first asked for, as this relation enters no equations. */
    private static final class Held {
        private final Ledger ledger;
        private final List<NamedFact> facts;
        private @Nullable Equations equations;
        private @Nullable Map<String, Integer> times;
        private @Nullable Map<Integer, List<Figure>> near;

        Held(Ledger ledger, List<NamedFact> facts) {
            this.ledger = ledger;
            this.facts = facts;
        }

        /** The figures of equations that hold, and those of sums among them. */
        private record Equations(Set<Figure> held, Set<Figure> summed) {

            static Equations of(Ledger ledger) {
                Set<Figure> held = new HashSet<>();
                Set<Figure> summed = new HashSet<>();
                for (Check check : ledger.checks(Verdict.AGREES)) {
                    if (check.equation().figures().size() >= 3) {
                        held.addAll(check.equation().figures());
                        if (check.equation().isSum()) {
                            summed.addAll(check.equation().figures());
                        }
                    }
                }
                return new Equations(held, summed);
            }
        }

        private Equations equations() {
            Equations known = equations == null ? Equations.of(ledger) : equations;
            equations = known;
            return known;
        }

        private Map<String, Integer> times() {
            Map<String, Integer> known = times;
            if (known == null) {
                Map<String, Integer> counted = new LinkedHashMap<>();
                Set<Spot> spots = new HashSet<>();
                facts.stream()
                        .filter(fact -> spots.add(fact.figure().spot()))
                        .forEach(fact -> counted.merge(
                                fact.figure().value() + fact.figure().thing(), 1, Integer::sum));
                known = counted;
                times = known;
            }
            return known;
        }

        private List<Figure> near(int group) {
            Map<Integer, List<Figure>> known = near;
            if (known == null) {
                Map<Integer, List<Figure>> groups = new LinkedHashMap<>();
                facts.stream()
                        .filter(fact -> fact.group() >= 0)
                        .forEach(fact -> groups.computeIfAbsent(fact.group(), key -> new ArrayList<>())
                                .add(fact.figure()));
                known = groups;
                near = known;
            }
            return known.getOrDefault(group, List.of());
        }

        boolean isHeld(Figure figure) {
            return equations().held().contains(figure);
        }

        /** Whether nothing else in the document prints this number of such things. */
        boolean isAlone(Figure figure) {
            return times(figure) == 1;
        }

        int times(Figure figure) {
            return times().getOrDefault(figure.value() + figure.thing(), 0);
        }

        /** Whether it is the sum of others, or one of the parts of one. */
        boolean isOfSum(Figure figure) {
            return equations().summed().contains(figure);
        }

        boolean isDoubted(Figure figure) {
            return ledger.doubts(figure);
        }

        /** Whether two like figures of the two paragraphs add up to it, or leave it. */
        boolean isClosed(Figure figure, NamedFact one, NamedFact two) {
            List<Figure> like = new ArrayList<>();
            for (int group : new int[] {one.group(), two.group()}) {
                near(group).stream()
                        .filter(other -> other.isLike(figure) && other != one.figure() && other != two.figure())
                        .filter(other -> !like.contains(other))
                        .forEach(like::add);
            }
            if (isRunOf(figure, one) || isRunOf(figure, two)) {
                return true;
            }
            for (int i = 0; i < like.size() && like.size() <= FAR; i++) {
                for (int j = 0; j < like.size(); j++) {
                    Exact first = like.get(i).value();
                    Exact second = like.get(j).value();
                    boolean closes = i != j
                            && (first.minus(second).equals(figure.value())
                                    || (i < j && first.plus(second).equals(figure.value())));
                    if (closes) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Whether three or more figures that follow each other in one paragraph add up to it. */
        private boolean isRunOf(Figure figure, NamedFact place) {
            List<Figure> like = near(place.group()).stream()
                    .filter(other -> other.isLike(figure) && other != figure)
                    .toList();
            for (int i = 0; i < like.size() && like.size() <= FAR; i++) {
                Exact sum = like.get(i).value();
                for (int j = i + 1; j < like.size(); j++) {
                    sum = sum.plus(like.get(j).value());
                    if (j > i + 1 && sum.equals(figure.value())) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static void judge(NamedFact earlier, NamedFact later, Held held, Ledger ledger) {
        Figure one = earlier.figure();
        Figure two = later.figure();
        if (agree(one, two)) {
            return;
        }
        boolean exchanged = isExchange(one, two);
        boolean unit = isTenTimes(one, two)
                && !one.unitSize().equals(two.unitSize())
                && earlier.group() != later.group()
                && Near.within(one.value(), two.value(), MOST_TIMES)
                && Near.within(two.value(), one.value(), MOST_TIMES);
        boolean near = one.kind() == Figure.Kind.COUNT
                && two.kind() == Figure.Kind.COUNT
                && Near.within(one.value(), two.value(), FAR);
        if ((!exchanged && !unit && !near) || held.isDoubted(one) || held.isDoubted(two)) {
            return;
        }
        int ending = earlier.ending(later);
        String run = earlier.run(later);
        boolean whole = earlier.isTotalAs(later) || later.isTotalAs(earlier);
        if (!whole && (run.length() < 2 || isGeneral(run))) {
            return;
        }
        boolean first = held.isHeld(one) || held.isClosed(one, earlier, later);
        boolean second = held.isHeld(two) || held.isClosed(two, earlier, later);
        boolean sure = first != second;
        boolean behind = ending >= 2 && earlier.isNamedBehind(later) && (first ? held.isHeld(one) : held.isHeld(two));
        boolean same = ending >= 4 || (ending == 3 && ending == run.length()) || behind;
        int digits = Math.min(one.digits(), two.digits());
        boolean named = digits > 3 || ending >= 3 || run.length() >= 5;
        boolean told = exchanged
                ? (digits >= 3 && named)
                        && ((sure && (run.length() >= 3 || whole))
                                || (!first && !second && (ending >= 4 || (run.length() >= 5 && digits >= 5))))
                : unit
                        ? whole || ending >= 4 || (sure && run.length() >= 3)
                        : sure && same && held.isOfSum(second ? two : one) && held.isAlone(second ? one : two);
        if (told) {
            int often = held.times(one) - held.times(two);
            boolean laterWrong = often != 0 ? often > 0 : !sure || first;
            tell(laterWrong ? later : earlier, laterWrong ? earlier : later, ledger);
        }
    }

    /** The coarser of the two is the other one rounded or cut off. */
    private static boolean agree(Figure one, Figure two) {
        return one.asPrinted(in(one, two)).equals(one.value())
                || two.asPrinted(in(two, one)).equals(two.value())
                || one.truncated().holds(in(one, two))
                || two.truncated().holds(in(two, one));
    }

    private static Exact in(Figure figure, Figure other) {
        return other.kind() == Figure.Kind.PLAIN ? other.printed().times(figure.unitSize()) : other.value();
    }

    private static boolean isExchange(Figure one, Figure two) {
        return NearMisses.isDigitExchange(one, in(one, two)) || NearMisses.isDigitExchange(two, in(two, one));
    }

    private static boolean isTenTimes(Figure one, Figure two) {
        return NearMisses.isWrongUnit(one, two.value()) && one.kind() == Figure.Kind.AMOUNT;
    }

    private static boolean isGeneral(String run) {
        String rest = GeneralWords.without(run);
        return rest.length() < 2 || !Sought.kept("[\\u4e00-\\u9fa5]{2,}").is(rest);
    }

    private static void tell(NamedFact wrong, NamedFact right, Ledger ledger) {
        Figure figure = wrong.figure();
        Figure other = right.figure();
        if (!ledger.findsAt(figure.spot()) && !ledger.findsAt(other.spot())) {
            ToldOtherwise.differs(wrong.before(), figure, other, in(figure, other), ledger);
        }
    }
}
