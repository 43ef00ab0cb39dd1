package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A sum paid in parts, each told with its percentage: 合同金额128万元，首付款40%计51.20万元、进度款40%计51.20万元、尾款20%计25.60万元. Where most pairs fit one amount, the
 * others must, and the parts make up the whole where the percentages or the amounts do. Where no whole is printed, parts of one hundred
 * per cent are in proportion to each other, and a whole one digit away from what they make up is the wrong figure.
 */
final class PaidInParts implements Relation {

    /** What stands between a percentage and its amount, in either order. */
    private static final Sought RATE_FIRST = Sought.of("^(?:的?[^，。；、（）\\d]{0,10}[，（]?[^，。；、（）\\d]{0,8})$");

    private static final Sought AMOUNT_FIRST = Sought.of("^[，（]?(?:占|即|为|支付比例|比例)?[^，。；、（）\\d]{0,8}$");
    private static final Sought PAID = Sought.of("合同|中标|成交|采购|总价|总额|总投资|补助|付款|支付|价款|预付|进度款|尾款|质保");

    private static final Sought IN_ORDER = Sought.of("(?:分别|依次)(?:为|是|支付|拨付|安排)?$");

    /** A percentage with its amount. */
    record Pair(Figure rate, Figure amount) {}

    @Override
    public String name() {
        return "paid-in-parts";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Mention> earlier = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            earlier.addAll(mentions);
            List<List<Pair>> groups = new ArrayList<>(groups(mentions, passage.text()));
            groups.addAll(respectively(mentions));
            for (List<Pair> pairs : groups) {
                boolean parted = pairs.size() > 2 && rates(pairs).equals(Exact.ONE);
                Optional<Figure> whole = pairs.size() >= 2 && (parted || PAID.isIn(passage))
                        ? whole(mentions, pairs).or(() -> parted ? whole(earlier, pairs) : Optional.empty())
                        : Optional.empty();
                if (whole.isPresent()) {
                    enter(whole.get(), pairs, ledger);
                } else if (parted) {
                    PartsInProportion.examine(pairs, mentions, ledger);
                }
            }
        }
    }

    /** 签订后支付30%、到货后支付60%、验收后支付10%，三期付款分别为138.69万元、277.38万元和46.23万元. */
    private static List<List<Pair>> respectively(List<Mention> mentions) {
        List<List<Pair>> groups = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            int first = i;
            int sentence = mentions.get(i).sentence();
            while (first > 0
                    && mentions.get(first - 1).figure().kind() == Figure.Kind.PERCENT
                    && mentions.get(first - 1).sentence() == sentence) {
                first--;
            }
            int count = i - first;
            boolean listed = count >= 2
                    && i + count <= mentions.size()
                    && IN_ORDER.isIn(mentions.get(i).before())
                    && mentions.subList(i, i + count).stream()
                            .allMatch(amount -> amount.figure().kind() == Figure.Kind.AMOUNT
                                    && amount.figure().nearness() == Figure.Nearness.EXACT
                                    && amount.sentence() == sentence);
            if (listed) {
                List<Pair> pairs = new ArrayList<>();
                for (int j = 0; j < count; j++) {
                    pairs.add(new Pair(
                            mentions.get(first + j).figure(),
                            mentions.get(i + j).figure()));
                }
                groups.add(pairs);
            }
        }
        return groups;
    }

    /** The pairs of each whole: an amount without a percentage begins anew. */
    private static List<List<Pair>> groups(List<Mention> mentions, String text) {
        List<List<Pair>> groups = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        groups.add(pairs);
        int i = 0;
        while (i + 1 < mentions.size()) {
            Figure one = mentions.get(i).figure();
            Figure two = mentions.get(i + 1).figure();
            boolean exact = one.nearness() == Figure.Nearness.EXACT && two.nearness() == Figure.Nearness.EXACT;
            String between = text.substring(one.end(), Math.max(one.end(), two.start()));
            boolean rateFirst =
                    one.kind() == Figure.Kind.PERCENT && two.kind() == Figure.Kind.AMOUNT && RATE_FIRST.isIn(between);
            boolean amountFirst =
                    one.kind() == Figure.Kind.AMOUNT && two.kind() == Figure.Kind.PERCENT && AMOUNT_FIRST.isIn(between);
            if (exact && (rateFirst || amountFirst)) {
                pairs.add(rateFirst ? new Pair(one, two) : new Pair(two, one));
                i++;
            } else if (one.kind() == Figure.Kind.AMOUNT && !pairs.isEmpty()) {
                pairs = new ArrayList<>();
                groups.add(pairs);
            }
            i++;
        }
        return groups;
    }

    /** The one amount, above all parts, that most pairs fit, two at least, or one of two that the amounts make up. */
    private static Optional<Figure> whole(List<Mention> mentions, List<Pair> pairs) {
        Figure best = null;
        int most = 0;
        for (Mention mention : mentions) {
            Figure whole = mention.figure();
            boolean above = whole.kind() == Figure.Kind.AMOUNT
                    && whole.nearness() == Figure.Nearness.EXACT
                    && pairs.stream().allMatch(pair -> pair.amount().value().compareTo(whole.value()) < 0);
            int fitting = !above
                    ? 0
                    : (int) pairs.stream()
                            .filter(pair -> Near.tight(amount(whole, pair).equation()))
                            .count();
            if (fitting > most) {
                most = fitting;
                best = whole;
            }
        }
        boolean closes = best != null && (sumsUp(best, pairs) || rates(pairs).equals(Exact.ONE));
        boolean sure = (most >= 2 && 2 * most > pairs.size()) || (most >= 1 && closes);
        return sure ? Optional.ofNullable(best) : Optional.empty();
    }

    static Exact rates(List<Pair> pairs) {
        return pairs.stream().map(pair -> pair.rate().value()).reduce(Exact.ZERO, Exact::plus);
    }

    private static boolean sumsUp(Figure whole, List<Pair> pairs) {
        return Near.tight(sum(whole, pairs).equation());
    }

    private static void enter(Figure whole, List<Pair> pairs, Ledger ledger) {
        boolean all = rates(pairs).equals(Exact.ONE);
        boolean made = sumsUp(whole, pairs);
        boolean ratesFollow = pairs.stream().anyMatch(pair -> isRoundedShare(whole, pair));
        if (all || made) {
            Check sum = sum(whole, pairs);
            if (!ledger.knows(sum.equation())) {
                ledger.check(sum);
            }
        }
        for (Pair pair : pairs) {
            boolean rateIsWrong = made && !all;
            Check check = rateIsWrong || ratesFollow ? rate(whole, pair) : amount(whole, pair);
            boolean fits = check.equation().judge() != Verdict.DIFFERS;
            if (fits || all || made || Near.within(check.equation(), 30)) {
                ledger.check(check);
            }
        }
    }

    /** 30,000.00 of 48,600.00 are 61.73 %, and 61.73 % of 48,600.00 are not 30,000.00: nobody reckoned the amount by the rate. */
    private static boolean isRoundedShare(Figure whole, Pair pair) {
        return Near.rounded(rate(whole, pair).equation())
                && amount(whole, pair).equation().judge() == Verdict.DIFFERS;
    }

    static Check sum(Figure whole, List<Pair> pairs) {
        List<Figure> parts = pairs.stream().map(Pair::amount).toList();
        return Checks.sum(Kind.SUM, "", whole, parts);
    }

    private static Check amount(Figure whole, Pair pair) {
        return new Check(
                Kind.RATIO,
                "rate-differs",
                "",
                whole.text() + " × " + pair.rate().text(),
                new Equation(pair.amount(), new Side(Map.of(whole, pair.rate().value()), Exact.ZERO), Side.ONE));
    }

    private static Check rate(Figure whole, Pair pair) {
        return Checks.quotient("", pair.rate(), pair.amount(), whole);
    }
}
