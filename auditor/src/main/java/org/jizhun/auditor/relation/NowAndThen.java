package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Two figures of one thing, this year's and an earlier one, in either order, whose distance a text tells: 2023年为986万元，2022年
 * 为1021万元，比上年减少35万元. Which of them is the earlier one is told by words or years beside it.
 */
record NowAndThen(Mention now, Mention then) {

    /** 比上年的, 上年同期, 年初, 由, 2022年 … before the earlier figure. */
    private static final Sought THEN = Sought.of(
            "(?:上年|去年|上一?年度?|前一?年|上期|上季度?|上月|(?<!本年)(?<!今年)同期|年初|期初|基期|(?:改造|实施|整治|建设|治理|改革|试点)之?前|往年)[^，。；\\d]{0,12}$|^(?:由|从|自)[^，。；\\d]{0,12}$");

    private static final Sought YEAR = Sought.of("(?<year>(?:19|20)\\d{2})年");

    private static final Sought OVER_LAST_YEAR =
            Sought.of("^(?<year>(?:19|20)\\d{2})年[^，。；\\d]{0,12}(?:比|较)(?:上年|去年|上一年)");

    /** 上年同期项目预算3782.00万元，支出2193.56万元: the clauses after the first speak of last year too. */
    private static final Sought HEAD_OF_THEN = Sought.of("^(?:而)?(?:上年|去年|上一年)(?!.*(?:本年|今年|当年|20\\d{2}年|本期))");
    /** 较上年增长21.10%，上年为6.92万元: what the change was from, told behind it. */
    private static final Sought BEHIND = Sought.of("^(?:而)?(?:上年|去年|上一年)度?(?:同期|实际|决算|支出|收入|发生|完成|金额)*数?(?:为|是|：)?$");

    private static final int WINDOW = 9;
    private static final int LONG = 3;
    /** Sentences, which also ； ends, that a long distance may reach back over. */
    private static final int FAR = 3;

    /** Whether the later figure is the larger. */
    boolean rose() {
        return now.figure().value().compareTo(then.figure().value()) > 0;
    }

    /** The pair before a figure, or in brackets behind it, whose distance it tells exactly; the one that goes its way first. */
    static Optional<NowAndThen> of(List<Mention> mentions, int told, boolean up) {
        Optional<NowAndThen> other = Optional.empty();
        boolean bracketed = told + 1 < mentions.size()
                && (mentions.get(told + 1).bracketed() || isBehind(mentions.get(told), mentions.get(told + 1)));
        for (int then = bracketed ? told + 1 : told - 1; then >= Math.max(0, told - WINDOW); then--) {
            for (int now = told - 1; now >= Math.max(0, told - WINDOW); now--) {
                NowAndThen pair = new NowAndThen(mentions.get(now), mentions.get(then));
                boolean paired = now != then && then != told && pair.isPair(mentions.get(told));
                if (paired
                        && pair.isTold(mentions.get(told))
                        && (isLong(mentions.get(told)) || adjoins(now, then, told))) {
                    if (pair.rose() == up) {
                        return Optional.of(pair);
                    }
                    other = other.or(() -> Optional.of(pair));
                }
            }
        }
        return other;
    }

    private static boolean isBehind(Mention told, Mention next) {
        return next.sentence() == told.sentence() && BEHIND.is(next.before());
    }

    /** Digits enough that the distance of two figures nearby is no accident; in a rate noughts behind the point are some too. */
    private static boolean isLong(Mention told) {
        String noughts = told.figure().kind() == Figure.Kind.PERCENT ? "^0+" : "^0+|0+$";
        return Sought.kept(noughts)
                        .replaceAll(Sought.kept("\\D").replaceAll(told.figure().text(), ""), "")
                        .length()
                >= LONG;
    }

    /** Both figures right before the one that tells their distance, with nothing else between. */
    private static boolean adjoins(int now, int then, int told) {
        if (then == told + 1) {
            return now == told - 1;
        }
        return Math.abs(now - then) == 1 && Math.abs(told - Math.max(Math.min(now, told), Math.min(then, told))) <= 1;
    }

    private boolean isPair(Mention told) {
        Figure one = now.figure();
        Figure two = then.figure();
        int reach = isLong(told) ? FAR : 1;
        boolean near = told.sentence() - now.sentence() <= reach && told.sentence() - then.sentence() <= reach;
        boolean exact = one.nearness() == Figure.Nearness.EXACT && two.nearness() == Figure.Nearness.EXACT;
        return near
                && exact
                && one.isLike(two)
                && one.kind() != Figure.Kind.PERCENTAGE_POINTS
                && !two.value().isZero()
                && !one.value().equals(two.value())
                && !isOfYearTold(told)
                && isEarlier();
    }

    /** 2023年支出9682.42万元。上年支出8921.60万元；2023年支出比上年增加760.82万元: what bears the year of the change is no earlier figure. */
    private boolean isOfYearTold(Mention told) {
        String text = told.figure().passage().text();
        int start = told.figure().start();
        int from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start)) + 1;
        Matcher year = OVER_LAST_YEAR.in(text.substring(from, start));
        return year.find()
                && year(then)
                        .filter(own -> own == Integer.parseInt(year.group("year")))
                        .isPresent();
    }

    /** Whether words or years put the second figure before the first. */
    boolean isEarlier() {
        Optional<Integer> other = year(then);
        if (THEN.isIn(now.before())) {
            return false;
        }
        if ((THEN.isIn(then.before()) || isHeadedThen())
                && !Role.change(then.before()).isChange()) {
            return true;
        }
        return other.isPresent() && year(now).map(year -> year > other.get()).orElse(!now.bracketed());
    }

    /** Whether the sentence of the second figure begins with last year, and the first stands in another one or behind 本年. */
    private boolean isHeadedThen() {
        String text = then.figure().passage().text();
        int start = then.figure().start();
        int from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start)) + 1;
        return now.sentence() != then.sentence() && HEAD_OF_THEN.isIn(text.substring(from, start));
    }

    /** The same where the years may stand at the head of the sentences: 2023年预算…，支出进度96.68%。2022年预算…，支出进度94.93%. */
    boolean isEarlierBySentence() {
        Optional<Integer> mine = yearOfSentence(now);
        Optional<Integer> other = yearOfSentence(then);
        boolean years = mine.isPresent() && other.isPresent() && mine.get() > other.get();
        return years || isEarlier();
    }

    /** Whether words before a figure, and no year, put it in an earlier time. */
    static boolean saysThen(Mention mention) {
        return THEN.isIn(mention.before());
    }

    /** Whether the words before a figure put it in an earlier time. */
    static boolean saysEarlier(Mention mention) {
        return THEN.isIn(mention.before()) || year(mention).isPresent();
    }

    /** The last year named before a figure in its sentence. */
    static Optional<Integer> yearOfSentence(Mention mention) {
        Optional<Integer> own = year(mention);
        String text = mention.figure().passage().text();
        int from = Math.max(
                text.lastIndexOf('。', mention.figure().start()),
                text.lastIndexOf('；', mention.figure().start()));
        Matcher matcher = YEAR.in(text.substring(from + 1, mention.figure().start()));
        return own.or(() -> last(matcher));
    }

    /** The last year named in the clause of a figure. */
    static Optional<Integer> year(Mention mention) {
        return last(YEAR.in(mention.before()));
    }

    private static Optional<Integer> last(Matcher matcher) {
        Optional<Integer> year = Optional.empty();
        while (matcher.find()) {
            year = Optional.of(Integer.parseInt(matcher.group("year")));
        }
        return year;
    }

    /** Whether a figure is the distance of the two, in their own unit, in percentage points or as a rate of the earlier one. */
    boolean isTold(Mention told) {
        Figure change = told.figure();
        Exact distance = now.figure().value().minus(then.figure().value()).abs();
        return switch (change.kind()) {
            case PERCENTAGE_POINTS ->
                now.figure().kind() == Figure.Kind.PERCENT && change.rounded().holds(distance);
            case PERCENT ->
                now.isMeasured()
                        && change.rounded()
                                .holds(distance.dividedBy(then.figure().value().abs()));
            default -> told.isMeasured() && told.isLike(now) && change.rounded().holds(distance);
        };
    }
}
