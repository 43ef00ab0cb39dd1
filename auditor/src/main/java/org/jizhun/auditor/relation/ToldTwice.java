package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.text.Sought;

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
        for (List<PlacedFigure.Unread> same : alike.values()) {
            if (same.size() > 1 && same.size() <= MOST_ALIKE) {
                ToldOtherwise.exchanged(
                        same.stream().map(unread -> unread.placed().get()).toList(),
                        PlacedFigure::figure,
                        (one, two) -> areOne(one, two) && !isTold(one, two, ledger),
                        ledger);
            }
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

    private static boolean isTold(PlacedFigure one, PlacedFigure two, Ledger ledger) {
        return ledger.findsAt(one.figure().spot())
                || ledger.findsAt(two.figure().spot());
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
}
