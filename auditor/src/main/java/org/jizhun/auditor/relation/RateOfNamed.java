package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Sought;

/**
 * A rate whose base the words name, so that no other figure that would give it is meant: 较控制价节约118.40万元，节约率4.76% is of the amount called
 * 控制价, and 发放500份，收回486份，其中满意447份，满意度91.98% of those who answered.
 */
final class RateOfNamed {

    private static final Sought SAVING = Sought.of("(?:核减|审减|节约|节支|节省|下浮|压减)(?:率|比例|幅度)(?:为|达到?|是|约)*$");

    private static final Sought SAVED = Sought.of(
            "(?:比|较|与)(?<base>[^，。；、\\d]{2,10}?)(?:相比|金额|总额|总价)?(?:共|累计|合计|实际)?(?:核减|审减|节约|节支|节省|下浮|压减|减少|降低)(?:了|资金|金额|投资|支出)*$");
    private static final Sought GENERAL = Sought.of("(?:总额|总价|金额|合计|总计|共计?|为|是)+$");

    private static final Sought SATISFIED = Sought.of("(?<!综合|总体|加权|平均)满意[率度](?:为|是|达到?)*$");
    private static final Sought ANSWERED = Sought.of("(?:收回|回收|返回|有效)(?!率)[^，。；\\d率]{0,8}$");
    private static final Sought DISSATISFIED = Sought.of("不满意|不太满意|未");

    /** In a hundred, how far the rate may be from what the two amounts give. */
    private static final int NEAR = 40;

    private static final int NEAR_ANSWERS = 15;

    /** How many figures back the sheets that came back may stand. */
    private static final int BACK = 6;

    private RateOfNamed() {}

    static Optional<Check> savedAgainst(List<Mention> mentions, int at) {
        if (at < 2) {
            return Optional.empty();
        }
        Mention rate = mentions.get(at);
        Mention saved = mentions.get(at - 1);
        Matcher words = SAVED.in(saved.before());
        if (!SAVING.isIn(rate.before())
                || !saved.isMeasured()
                || saved.sentence() != rate.sentence()
                || !words.find()) {
            return Optional.empty();
        }
        String base = words.group("base");
        List<Mention> named = mentions.subList(0, at - 1).stream()
                .filter(whole -> whole.isLike(saved)
                        && !whole.figure().value().isZero()
                        && GENERAL.replaceFirst(whole.before(), "").endsWith(base))
                .toList();
        return named.size() == 1
                ? Optional.of(LinkedRate.check(
                                rate, List.of(saved.figure()), named.get(0).figure()))
                        .filter(check -> Near.within(check.equation(), NEAR))
                : Optional.empty();
    }

    /** Those who were satisfied, right before the rate, over the last number of sheets that came back. */
    static Optional<Check> ofAnswers(List<Mention> mentions, int at) {
        Mention rate = mentions.get(at);
        if (at < 2 || !SATISFIED.isIn(rate.before())) {
            return Optional.empty();
        }
        Mention satisfied = mentions.get(at - 1);
        boolean told = satisfied.isMeasured()
                && satisfied.sentence() == rate.sentence()
                && satisfied.before().contains("满意")
                && !DISSATISFIED.isIn(satisfied.before());
        for (int i = at - 2; told && i >= Math.max(0, at - BACK); i--) {
            Mention answered = mentions.get(i);
            if (answered.isLike(satisfied) && answered.before().contains("满意")) {
                return Optional.empty(); // 非常满意305份，基本满意142份: which of them count is not said
            }
            if (answered.isLike(satisfied) && !answered.figure().value().isZero() && ANSWERED.isIn(answered.before())) {
                return Optional.of(LinkedRate.check(rate, List.of(satisfied.figure()), answered.figure()))
                        .filter(check -> Near.within(check.equation(), NEAR_ANSWERS));
            }
        }
        return Optional.empty();
    }
}
