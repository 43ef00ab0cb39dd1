package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/**
 * Growth a year over several: 由2021年的142.60亿元增加到2024年的184.66亿元，年均增长9.00%. The rate compounded as often as there are years between
 * makes the later figure of the earlier one; the whole growth spread evenly over the years is taken for right too.
 */
final class AverageGrowth implements Relation {

    private static final Sought NAMED =
            Sought.of("(?:年均|年平均|平均每年|复合)(?:复合)?(?<way>增长|增速|增幅|递增|下降|递减|降幅)(?:率|速度)?(?:为|达到?|约)?$");
    private static final Sought FALLS = Sought.of("下降|递减|降幅");
    private static final Sought YEAR = Sought.of("(?<year>20\\d{2})年(?!至|到|[-—～~])[^，。；\\d]{0,16}$");
    private static final Sought MOVED = Sought.of("(?:到|至|为)(?:20\\d{2}年(?:末|底)?的?)?$");
    private static final int MOST_YEARS = 15;
    /** How many times a rate may be what is printed and still be the one meant. */
    private static final Exact MANY = Exact.of(4);

    @Override
    public String name() {
        return "average-growth";
    }

    /** Whether the words before a rate say that it is one a year over several. */
    static boolean isNamed(String before) {
        return NAMED.isIn(before);
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 2; i < mentions.size(); i++) {
                Mention rate = mentions.get(i);
                Matcher named = NAMED.in(rate.before());
                if (rate.figure().kind() == Figure.Kind.PERCENT
                        && rate.figure().nearness() == Figure.Nearness.EXACT
                        && named.find()) {
                    grown(mentions, i).ifPresent(growth -> judge(rate, growth, FALLS.is(named.group("way")), ledger));
                }
            }
        }
    }

    /** @param years from the one to the other, two at least */
    private record Growth(Figure from, Figure to, int years) {

        /** What an even growth of all the years is in one of them, as a part of the first figure. */
        Exact even() {
            return to.value().minus(from.value()).dividedBy(from.value().times(Exact.of(years)));
        }

        /**
         * The rate that compounded reaches the later figure, rounded half up.
         *
         * @param step one in its last place
         */
        Exact compound(Exact step) {
            Exact rate = even().dividedBy(step).round(Rounding.halfUp(0)).times(step);
            while (reached(rate).compareTo(to.value()) > 0) {
                rate = rate.minus(step);
            }
            while (reached(rate.plus(step)).compareTo(to.value()) <= 0) {
                rate = rate.plus(step);
            }
            Exact half = rate.plus(step.dividedBy(Exact.of(2)));
            return reached(half).compareTo(to.value()) <= 0 ? rate.plus(step) : rate;
        }

        private Exact reached(Exact rate) {
            return grown(from.value(), rate);
        }

        private Exact grown(Exact value, Exact rate) {
            Exact grown = value;
            for (int year = 0; year < years; year++) {
                grown = grown.times(Exact.ONE.plus(rate));
            }
            return grown;
        }

        /** Whether some rate that rounds to the printed one makes a figure that rounds to the later of one that rounds to the earlier. */
        boolean holds(Exact low, Exact high) {
            return grown(from.rounded().low(), low).compareTo(to.rounded().high()) <= 0
                    && grown(from.rounded().high(), high).compareTo(to.rounded().low()) >= 0;
        }
    }

    private static Optional<Growth> grown(List<Mention> mentions, int rate) {
        for (int i = rate - 1;
                i >= 1 && mentions.get(i).sentence() == mentions.get(rate).sentence();
                i--) {
            Mention to = mentions.get(i);
            Mention from = mentions.get(i - 1);
            Optional<Integer> first = year(from);
            Optional<Integer> last = year(to);
            boolean pair = from.isMeasured()
                    && from.isLike(to)
                    && from.figure().value().signum() > 0
                    && MOVED.isIn(to.before())
                    && first.isPresent()
                    && last.isPresent();
            int years = pair ? last.get() - first.get() : 0;
            if (years > 1 && years <= MOST_YEARS) {
                return Optional.of(new Growth(from.figure(), to.figure(), years));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> year(Mention mention) {
        Matcher year = YEAR.in(mention.before());
        return year.find() ? Optional.of(Integer.parseInt(year.group("year"))) : Optional.empty();
    }

    private static void judge(Mention rate, Growth growth, boolean falls, Ledger ledger) {
        Figure printed = rate.figure();
        Exact sign = falls ? Exact.of(-1) : Exact.ONE;
        Exact one = printed.rounded().low().times(sign);
        Exact two = printed.rounded().high().times(sign);
        boolean even = printed.rounded().holds(growth.even().times(sign));
        if (even || growth.holds(one.min(two), one.max(two))) {
            return;
        }
        Exact step = Exact.ofDecimal(1, printed.scale()).times(printed.unitSize());
        Exact right = growth.compound(step).times(sign);
        boolean meant = right.signum() > 0 && right.compareTo(printed.value().times(MANY)) < 0;
        if (meant) {
            ledger.find(Finding.of(
                    Kind.YOY,
                    printed.text(),
                    Optional.of(printed.print(right)),
                    Problem.of(
                            "growth-differs",
                            Place.NONE,
                            "subject",
                            "",
                            "stated",
                            printed.text(),
                            "expected",
                            printed.print(right),
                            "formula",
                            "(" + growth.to().text() + " ÷ " + growth.from().text() + ")^(1/" + growth.years()
                                    + ") - 1"),
                    printed.spot(),
                    List.of(growth.from().spot(), growth.to().spot())));
        }
    }
}
