package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.quantity.Exact;

/**
 * The word for a distance whose figure is right: 中标价812.5万元，预算860万元，超支47.5万元 is a saving. The two figures are those whose distance is printed;
 * which of them is held against the other is told by what they are: a budget, a goal, a limit or an earlier year. A word without a figure in the same
 * sentence, 资产规模有所缩减，净增157万元, must go the way of the figures too.
 */
final class DistanceWords {

    /** The word and a few more before the figure: 多支, 超支财政资金, 高于控制标准. */
    private static final Sought WORD = Sought.of(
            "(?<word>超支出|多支出|少支出|超支|多支|少支|超收|短收|增收|减收|增支|减支|多收|少收|多完成|少完成|超额完成|超额|短缺|节约|节省|节支|高于|高出|低于|超出|超过|多于|少于|多出|少了|多了|延长|缩短|劣于|优于|好于|差于)[^，。；：、\\d]{0,10}$");

    private static final Sought MORE = Sought.of("超支出|多支出|超支|多支|增支|超收|多收|增收|多完成|超额完成|超额|高于|高出|超出|超过|多于|多出|多了|延长");
    private static final Sought BETTER = Sought.of("优于|好于");
    private static final Sought WORSE = Sought.of("劣于|差于");
    private static final Sought OPEN = Sought.of("率|比|占|其中|[结剩]余|回收|盘活|每");

    /** What a figure is held against: a goal, a budget, a limit. */
    private static final Sought PLANNED = Sought.of("预算|计划|目标|任务|标准|要求|概算|定额|限额|控制|核定|编制数|指标值|限价|不超过|以内|应[收缴完]");

    private static final Sought EARLIER = Sought.of("年初|期初|上年|去年|同期|上一年|前一年|往年|原(?:定|有|来|为|先|计划|预算)|此前|改造前|实施前");
    /** 一般公共预算, 预算单位: no budget is meant. */
    private static final Sought NO_PLAN = Sought.of("公共预算|基金预算|预算(?:单位|收入|支出|执行|拨款|资金)|任务[完达]|目标[完达]|计划[完]|标准化");
    /** 调整后预算数: what the first budget became. */
    private static final Sought AFTER = Sought.of("调整后|调整为|追加后|实际|决算|增至|降至|增加到|减少到|提高到");
    /** What is better where it is less. */
    private static final Sought LESS_IS_BETTER =
            Sought.of("失业|投诉|事故|损失|漏损|能耗|成本|时间|时长|时限|浓度|负债|死亡|发病|流失|空置|污染|排放|误差|违规|逾期|不良|缺勤|差错");

    private static final Sought MORE_IS_BETTER = Sought.of("满意|合格|达标|覆盖|完成|到位|就业率|成活|优良|利用率|开放率");

    /** 资产规模较上年有所缩减，: how something went, without a figure. */
    private static final Sought TREND = Sought.of(
            "(?:规模|总额|总量|总数|数量|水平|总体|整体|较上年|比上年|同比|较年初|比年初|较去年)(?:较上年|比上年|同比|较年初|比年初|略|明显|小幅|大幅|进一步|持续|均|总体|整体)*(?:有所|略有|呈)?(?<trend>增加|增长|扩大|上升|提高|减少|下降|缩减|缩小|降低|萎缩)(?:态势|趋势)?(?=[，。；])");

    private static final Sought UP = Sought.of("增加|增长|扩大|上升|提高");
    private static final int BACK = 5;

    /** Two figures, the second held against. */
    private record Pair(Told now, Told base) {

        boolean rose() {
            return now.figure().value().compareTo(base.figure().value()) > 0;
        }
    }

    private DistanceWords() {}

    static void examine(List<Told> paragraph, Ledger ledger) {
        for (int i = 0; i < paragraph.size(); i++) {
            Told told = paragraph.get(i);
            boolean distance = (told.isMeasured() || told.figure().kind() == Figure.Kind.PERCENTAGE_POINTS)
                    && told.figure().nearness() == Figure.Nearness.EXACT
                    && !told.figure().value().isZero();
            if (distance) {
                word(paragraph, i, ledger);
                trend(paragraph, i, ledger);
            }
        }
    }

    /** Whether a figure is the distance of two others of its sentence, and so is no value itself. */
    static boolean isDistance(List<Mention> mentions, Mention told, Mention from) {
        return mentions.stream()
                .filter(other -> !other.equals(told) && !other.equals(from) && other.isLike(from))
                .filter(other -> Math.abs(other.sentence() - told.sentence()) <= 1)
                .anyMatch(other -> other.figure()
                        .value()
                        .minus(from.figure().value())
                        .abs()
                        .equals(told.figure().value()));
    }

    private static void word(List<Told> paragraph, int at, Ledger ledger) {
        Told told = paragraph.get(at);
        String before = told.mention().before();
        Matcher words = WORD.in(before);
        if (!words.find() || OPEN.isIn(before.substring(words.end("word")))) {
            return;
        }
        String word = words.group("word");
        Optional<Boolean> up = isUp(word, told);
        Optional<Pair> pair = pair(paragraph, at);
        if (up.isPresent() && pair.isPresent() && pair.get().rose() != up.get()) {
            int start = told.figure().start() - before.length() + words.start("word");
            tell(word, told, start, pair.get(), ledger);
        }
    }

    /** Whether the word says that there is more now; unknown where it praises what may be good either way. */
    private static Optional<Boolean> isUp(String word, Told told) {
        boolean praise = BETTER.is(word);
        if (!praise && !WORSE.is(word)) {
            return Optional.of(MORE.is(word));
        }
        String text = told.text().substring(0, told.figure().start());
        String sentence = text.substring(Math.max(text.lastIndexOf('。'), text.lastIndexOf('；')) + 1);
        boolean less = LESS_IS_BETTER.isIn(sentence);
        boolean more = MORE_IS_BETTER.isIn(sentence);
        return less == more ? Optional.empty() : Optional.of(praise == more);
    }

    /** The two figures nearby whose distance is printed, if they are one pair only and it is plain which is held against. */
    private static Optional<Pair> pair(List<Told> paragraph, int at) {
        Told told = paragraph.get(at);
        List<Told> near = new ArrayList<>();
        for (int i = Math.max(0, at - BACK); i < Math.min(paragraph.size(), at + 2); i++) {
            Told other = paragraph.get(i);
            boolean behind = i > at && other.mention().bracketed();
            boolean like = told.figure().kind() == Figure.Kind.PERCENTAGE_POINTS
                    ? other.figure().kind() == Figure.Kind.PERCENT
                    : other.isLike(told);
            if (i != at && like && (i < at || behind) && other.sentencesFrom(told) <= 1) {
                near.add(other);
            }
        }
        Pair found = null;
        for (Told now : near) {
            for (Told base : near) {
                if (!isPrinted(now, base, told) || !isHeldAgainst(now, base)) {
                    continue;
                }
                if (found != null && found.rose() != new Pair(now, base).rose()) {
                    return Optional.empty();
                }
                found = new Pair(now, base);
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean isPrinted(Told one, Told two, Told told) {
        Exact distance = one.figure().value().minus(two.figure().value()).abs();
        return one.isOther(two)
                && !distance.isZero()
                && !one.figure().value().equals(told.figure().value())
                && !two.figure().value().equals(told.figure().value())
                && told.figure().rounded().holds(distance);
    }

    private static boolean isHeldAgainst(Told now, Told base) {
        boolean earlier = isEarlier(base);
        boolean planned = isPlanned(base);
        if (earlier != isEarlier(now)) {
            return earlier;
        }
        return planned && !isPlanned(now);
    }

    private static boolean isEarlier(Told told) {
        String before = told.mention().before();
        return !AFTER.isIn(before)
                && (EARLIER.isIn(before)
                        || told.role() == Role.EARLIER
                        || Sought.kept("^(?:由|从)").isIn(before));
    }

    private static boolean isPlanned(Told told) {
        String before = NO_PLAN.replaceAll(told.mention().before(), "");
        boolean named = PLANNED.isIn(before) || told.mention().after().startsWith("以内");
        return named && !AFTER.isIn(before);
    }

    /** 资产规模较上年有所缩减，净增157.33万元: the only change of the sentence is right and says the other thing. */
    private static void trend(List<Told> paragraph, int at, Ledger ledger) {
        Told told = paragraph.get(at);
        boolean only = told.role().isChange()
                && paragraph.stream()
                                .filter(other -> other.inSentenceOf(told)
                                        && (other.role().isChange() || other.role() == Role.LEFT))
                                .count()
                        == 1;
        // 办公面积较上年有所缩减，车辆净增24.45万元: the change is of another thing
        if (!only || !told.mention().before().equals(Role.word(told.mention().before()))) {
            return;
        }
        String text = told.text();
        int begin = text.lastIndexOf('。', told.figure().start()) + 1;
        int stop = text.indexOf('。', told.figure().end());
        Matcher trend = TREND.in(text.substring(begin, stop < 0 ? text.length() : stop + 1));
        Optional<Pair> pair = pair(paragraph, at);
        if (pair.isPresent() && trend.find()) {
            boolean up = UP.is(trend.group("trend"));
            boolean rose = told.role() == Role.RISE;
            boolean once = !trend.find();
            trend = TREND.in(text.substring(begin, stop < 0 ? text.length() : stop + 1));
            if (once && trend.find() && rose == pair.get().rose() && rose != up) {
                tell(trend.group("trend"), told, begin + trend.start("trend"), pair.get(), ledger);
            }
        }
    }

    private static void tell(String word, Told told, int start, Pair pair, Ledger ledger) {
        Spot where = told.figure().passage().spot(start, start + word.length());
        boolean doubted = ledger.doubts(told.figure())
                || ledger.doubts(pair.now().figure())
                || ledger.doubts(pair.base().figure());
        boolean known = ledger.findings().stream()
                .anyMatch(finding -> finding.kind() == Kind.DIRECTION
                        && finding.where().line() == where.line()
                        && Math.abs(finding.where().column() - where.column()) <= 8);
        if (!doubted && !known) {
            ledger.find(WrongWord.compared(
                    word,
                    OppositeWords.of(word),
                    where,
                    pair.now().figure(),
                    pair.base().figure()));
        }
    }
}
