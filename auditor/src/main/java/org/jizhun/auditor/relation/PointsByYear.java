package org.jizhun.auditor.relation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A change in percentage points whose two rates stand apart from it: 管理率94.1%，上年为92.4%，比上年提高1.7个百分点; 2023年支出进度96.68%。
 * 2022年支出进度94.93%；2023年较上年提高1.75个百分点. Where this year's rate stands in another paragraph or a table, only the word is
 * held against it.
 */
final class PointsByYear implements Relation {

    private static final Pattern UP = Pattern.compile("(?<word>提高|提升|上升|增长|增加|升高|上涨|高)(?:了|出)?$");
    private static final Pattern DOWN = Pattern.compile("(?<word>下降|降低|减少|回落|下滑|收窄|低)(?:了)?$");
    /** 比上年, 同比, 较2022年 or nothing but the word itself before a change. */
    private static final Sought AGAINST_LAST = Sought.of(
            "^(?:20\\d{2}年度?)?(?:相?比|较|同比|环比|与)?(?:上年度?|去年|上一年度?|20\\d{2}年度?|同期|期初|年初|改造前|实施前)?(?:同期)?(?:水平)?(?:相比)?，?(?:有所|略有?|稍|明显|大幅度?|显著|小幅|共|又|则|均|约)?$");
    /** What is left of the words before a rate once years and fillers are taken off: its name. */
    private static final Sought FILLER =
            Sought.of("(?:19|20)\\d{2}年度?|上年度?|去年|上一年度?|同期|本年度?|今年|全年|^(?:而|与|比|较|其中)+|(?:分别|为|是|达到?|约|仅|的)+$");

    private static final Sought FROM = Sought.of("[由从自][^，。；]{0,16}$");

    private static final int WINDOW = 8;
    private static final int NEAR = 3;

    @Override
    public String name() {
        return "points-by-year";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<Exact, Figure> rates = new HashMap<>();
        claims.figures().stream()
                .filter(figure -> figure.kind() == Figure.Kind.PERCENT && figure.digits() > 2)
                .forEach(figure -> rates.putIfAbsent(figure.value(), figure));
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                change(mentions, i, rates, ledger);
            }
        }
    }

    private static void change(List<Mention> mentions, int at, Map<Exact, Figure> rates, Ledger ledger) {
        Mention told = mentions.get(at);
        boolean up = UP.matcher(told.before()).find();
        boolean down = DOWN.matcher(told.before()).find();
        if (told.figure().kind() != Figure.Kind.PERCENTAGE_POINTS
                || told.figure().nearness() != Figure.Nearness.EXACT
                || up == down
                || !AGAINST_LAST.is((up ? UP : DOWN).matcher(told.before()).replaceFirst(""))
                || ledger.judged(told.figure())) {
            return;
        }
        int last = at - 1;
        while (last >= 0 && !isRate(mentions.get(last))) {
            last--;
        }
        if (last < 0 || told.sentence() - mentions.get(last).sentence() > NEAR) {
            return;
        }
        Optional<NowAndThen> pair = pair(mentions, last);
        if (pair.isPresent()) {
            difference(told, pair.get().now(), pair.get().then(), up, ledger);
        } else if (last == at - 1 && mentions.get(last).sentence() == told.sentence()) {
            word(told, mentions.get(last), up, rates, ledger);
        }
    }

    private static boolean isRate(Mention mention) {
        return mention.figure().kind() == Figure.Kind.PERCENT
                && mention.figure().nearness() == Figure.Nearness.EXACT
                && !mention.bracketed();
    }

    /** The last rate with the one of another year that goes by the same name, or right before it where only years are named. */
    private static Optional<NowAndThen> pair(List<Mention> mentions, int last) {
        Mention one = mentions.get(last);
        for (int i = last - 1; i >= Math.max(0, last - WINDOW); i--) {
            Mention two = mentions.get(i);
            if (!isRate(two) || !alike(one, two, i == last - 1)) {
                continue;
            }
            NowAndThen pair = new NowAndThen(two, one);
            NowAndThen turned = new NowAndThen(one, two);
            if (pair.isEarlierBySentence()) {
                return Optional.of(pair);
            }
            if (turned.isEarlierBySentence()) {
                return Optional.of(turned);
            }
        }
        return Optional.empty();
    }

    private static boolean alike(Mention one, Mention two, boolean neighbours) {
        String first = name(one);
        String second = name(two);
        boolean bare = neighbours && one.sentence() == two.sentence() && (first.isEmpty() || second.isEmpty());
        return bare
                || (first.length() >= 2 && second.endsWith(first))
                || (second.length() >= 3 && first.endsWith(second));
    }

    private static String name(Mention rate) {
        String name = rate.before();
        for (String shorter = FILLER.replaceAll(name, "");
                !shorter.equals(name);
                shorter = FILLER.replaceAll(name, "")) {
            name = shorter;
        }
        return name;
    }

    private static void difference(Mention told, Mention now, Mention then, boolean up, Ledger ledger) {
        Figure more = up ? now.figure() : then.figure();
        Figure less = up ? then.figure() : now.figure();
        if (more.value().compareTo(less.value()) >= 0) {
            ledger.check(Checks.difference(Kind.YOY, "", told.figure(), more, less));
        }
    }

    /** 由2020年末的71.20%提高到2023年末的77.90%: the one the change starts from, so that the one taken for it is this year's. */
    private static boolean isFrom(Figure other, Figure base) {
        String text = base.passage().text();
        return other.passage().equals(base.passage())
                && other.end() <= base.start()
                && FROM.isIn(text.substring(0, other.start()))
                && text.substring(other.end(), base.start()).indexOf('。') < 0;
    }

    /** 与2022年执行率95.13%相比下降2.92个百分点 where 98.05% and no 92.21% is printed anywhere. */
    private static void word(Mention told, Mention base, boolean up, Map<Exact, Figure> rates, Ledger ledger) {
        Exact then = base.figure().value();
        Exact points = told.figure().value();
        Figure right = rates.get(up ? then.plus(points) : then.minus(points));
        Figure other = rates.get(up ? then.minus(points) : then.plus(points));
        boolean earlier = NowAndThen.saysEarlier(base);
        if (right != null
                || other == null
                || !earlier
                || told.figure().digits() < NEAR
                || isFrom(other, base.figure())) {
            return;
        }
        Matcher words = (up ? UP : DOWN).matcher(told.before());
        String stated = words.find() ? words.group("word") : "";
        String expected = up ? "下降" : "提高";
        int start = told.figure().start() - told.before().length() + words.start("word");
        ledger.find(WrongWord.changed(
                stated, expected, told.figure().passage().spot(start, start + stated.length()), other, base.figure()));
    }
}
