package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.quantity.Exact;

/**
 * One fact told in two places, once with two digits exchanged, in text or tables: 在职人员79人（行政41人、事业38人） and 按在职人员97人计算. The
 * fewer digits there are, the surer both must be of one thing: six digits share a word, two and three the very name. Of the two the one is
 * told that no equation has, where the other closes one; else the one that is printed less often.
 */
final class ToldTwice implements Relation {

    private static final int MOST_ALIKE = 12;
    private static final int LONG = 6;
    private static final int SHORT = 4;
    /** Of another year or thing, or a change: two figures and no slip. */
    private static final Sought OTHER = Sought.of(
            "第[一二三四五六七八九\\d]{1,2}[批期次轮笔标季]|上年|去年|上一年|同期|同比|环比|比|较|由|从|增加|减少|增至|降至|增长|下降|新增|净|至$|超|差|剩余|其余|另|原|年初结转|预计|下年|明年|来年");

    @Override
    public String name() {
        return "told-twice";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<String, List<PlacedFigure.Unread>> alike = new HashMap<>();
        for (PlacedFigure.Unread unread : PlacedFigure.all(claims)) {
            String digits = unread.told() ? plain(unread.figure()) : "";
            if (digits.length() >= 2 && !isRound(digits)) {
                alike.computeIfAbsent(key(digits, unread.figure().scale()), key -> new ArrayList<>())
                        .add(unread);
            }
        }
        Held held = new Held(ledger);
        for (List<PlacedFigure.Unread> same : alike.values()) {
            if (same.size() > 1 && same.size() <= MOST_ALIKE) {
                pairs(same.stream().map(unread -> unread.placed().get()).toList(), held, ledger);
            }
        }
    }

    /** Which figures equations have, and which of them close one. */
    private static final class Held {
        private final Ledger ledger;
        private final Set<Figure> related;

        Held(Ledger ledger) {
            this.ledger = ledger;
            this.related = ledger.related();
        }

        boolean isFree(Figure figure) {
            return !related.contains(figure);
        }

        boolean isDoubted(Figure figure) {
            return ledger.doubts(figure);
        }
    }

    /** The digits in order and their decimals: what an exchange leaves as it is. */
    private static String key(String plain, int scale) {
        char[] digits = plain.toCharArray();
        Arrays.sort(digits);
        return new String(digits) + "/" + scale;
    }

    private static String plain(Figure figure) {
        StringBuilder digits = new StringBuilder();
        figure.printed()
                .toString()
                .chars()
                .filter(character -> character >= (digits.isEmpty() ? '1' : '0') && character <= '9')
                .forEach(digits::appendCodePoint);
        return digits.toString();
    }

    /** 2400元 and 2040元 are easily two prices. */
    private static boolean isRound(String plain) {
        int end = plain.length();
        while (end > 0 && plain.charAt(end - 1) == '0') {
            end--;
        }
        return plain.length() >= SHORT && end < SHORT - 1;
    }

    private static int digits(Figure figure) {
        return plain(figure).length();
    }

    private static void pairs(List<PlacedFigure> same, Held held, Ledger ledger) {
        Map<Exact, Integer> times = new HashMap<>();
        same.forEach(placed -> times.merge(placed.figure().printed(), 1, Integer::sum));
        if (times.size() != 2 || same.stream().anyMatch(placed -> held.isDoubted(placed.figure()))) {
            return;
        }
        for (int i = 1; i < same.size(); i++) {
            for (int j = 0; j < i; j++) {
                PlacedFigure later = same.get(i);
                PlacedFigure earlier = same.get(j);
                Optional<PlacedFigure> wrong =
                        areOne(earlier, later) ? wrong(earlier, later, times, held) : Optional.empty();
                if (wrong.isPresent() && !isTold(earlier, later, ledger)) {
                    PlacedFigure right = wrong.get().equals(later) ? earlier : later;
                    SlipTwins.tell(wrong.get().figure(), right.figure(), ledger);
                    return;
                }
            }
        }
    }

    private static boolean isTold(PlacedFigure one, PlacedFigure two, Ledger ledger) {
        return ledger.findings().stream()
                .map(Finding::where)
                .anyMatch(where -> isAt(where, one.figure()) || isAt(where, two.figure()));
    }

    private static boolean isAt(Spot where, Figure figure) {
        return where.equals(figure.spot());
    }

    private static boolean areOne(PlacedFigure one, PlacedFigure two) {
        Figure first = one.figure();
        Figure second = two.figure();
        boolean other = first.printed().equals(second.printed())
                || one.isBeside(two)
                || !one.isOfSameTimeAs(two)
                || OTHER.isIn(one.before())
                || OTHER.isIn(two.before())
                || !unitsFit(first, second)
                || !NearMisses.isDigitExchange(first, second.printed().times(first.unitSize()));
        if (other) {
            return false;
        }
        int digits = digits(first);
        if (one.isRowOf(two) || two.isRowOf(one)) {
            return digits > 2 || one.sharesUnit(two);
        }
        boolean named = one.isNamedAs(two, digits < SHORT ? SHORT : 3) || one.isTotalScoreAs(two);
        boolean measured = !one.measure().isEmpty() && one.measure().equals(two.measure());
        return digits >= LONG ? named || measured || one.sharesWord(two) : named;
    }

    /** A cell may leave its unit to the heading; in the text the units are the same. */
    private static boolean unitsFit(Figure one, Figure two) {
        boolean bare = one.unit().isEmpty() || two.unit().isEmpty();
        return bare || (one.isLike(two) && one.unitSize().equals(two.unitSize()));
    }

    private static Optional<PlacedFigure> wrong(
            PlacedFigure earlier, PlacedFigure later, Map<Exact, Integer> times, Held held) {
        boolean first = held.isFree(earlier.figure());
        boolean second = held.isFree(later.figure());
        if (!first && !second) {
            return Optional.empty();
        }
        if (first != second) {
            return Optional.of(first ? earlier : later);
        }
        boolean rarer = times.getOrDefault(earlier.figure().printed(), 0)
                < times.getOrDefault(later.figure().printed(), 0);
        return Optional.of(rarer ? earlier : later);
    }
}
