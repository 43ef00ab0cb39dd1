package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
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
 * Means: of rates listed one after the other, of a column closed by a row 平均, weighted by a column of weights; and a rate
 * of the whole that must lie between those of its parts.
 */
final class Means implements Relation {

    private static final Sought EACH_PERIOD = Sought.of("[月季年]均[^，。；：\\d]{0,6}$");
    private static final Sought OF_PERIOD = Sought.of("(?:\\d{1,2}月份?|20\\d{2}年度?|第?[一二三四]季度)(?:为|是)?$");
    private static final int FEWEST_PERIODS = 3;

    private static final Sought AVERAGE = Sought.of("(?:平均|均值|均价|综合|总体)[^，。；：\\d]{0,12}$");
    private static final Sought MEAN = Sought.of("平均|均值|均价");
    /** 高于全市平均满意率: the mean of others. */
    private static final Sought OF_OTHERS = Sought.of("(?:高于|低于|比|较|优于|超过)[^，。；]{0,4}(?:全[省市县区国]|行业|同类)");

    /** 全县平均供水保证率 weighs the districts by what they have. */
    private static final Sought OF_REGION = Sought.of("全[省市县区镇乡校院]平均");

    private static final Sought WEIGHTED = Sought.of("加权|权重");

    private static final Sought UNIT_COST = Sought.of("造价|单价|均价|单位|[人户亩生床次车]均|每");

    private static final Sought COUNTED_AS = Sought.of("(?:按|以|取|计为?)$");

    @Override
    public String name() {
        return "means";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                listed(claims, mentions, i, ledger);
                WholeAmongParts.before(mentions, i, passage.text(), ledger);
                WholeAmongParts.after(mentions, i, ledger);
            }
        }
        claims.tables().forEach(table -> MeanRows.examine(table, ledger));
    }

    /** 1月6210公里，2月5480公里，3月7150公里，月均6280公里: each of the three right before is of a month, and so is the mean. */
    private static boolean ofPeriods(List<Mention> mentions, int at) {
        Mention mean = mentions.get(at);
        return EACH_PERIOD.isIn(mean.before())
                && at >= FEWEST_PERIODS
                && mentions.subList(at - FEWEST_PERIODS, at).stream()
                        .map(Mention::figure)
                        .allMatch(part -> part.isLike(mean.figure())
                                && OF_PERIOD.isIn(part.passage().text().substring(0, part.start())));
    }

    /** 分别为96.2%、95.4%、97.0%，平均满意度96.2%. */
    private static void listed(Claims claims, List<Mention> mentions, int at, Ledger ledger) {
        Mention mean = mentions.get(at);
        if (mean.before().contains("=")
                || !(ofPeriods(mentions, at) || (AVERAGE.isIn(mean.before()) && MEAN.isIn(mean.before())))
                || OF_OTHERS.isIn(mean.before())
                || ledger.judged(mean.figure())) {
            return;
        }
        List<Figure> parts = new ArrayList<>();
        boolean numbered = at >= 3 && isNumberOf(mentions.get(at - 1), mean);
        int last = numbered ? at - 2 : at - 1;
        while (last > 0 && Caps.isOfCap(mentions.get(last).figure())) {
            last--;
        }
        Exact most = numbered ? mentions.get(at - 1).figure().value() : Exact.of(mentions.size());
        for (int i = last;
                i >= 0
                        && mentions.get(i).isLike(mean)
                        && mentions.get(i).sentence() == mentions.get(last).sentence()
                        && Exact.of(parts.size()).compareTo(most) < 0;
                i--) {
            parts.add(0, mentions.get(i).figure());
            boolean countedAs = mentions.get(i).bracketed()
                    && COUNTED_AS.isIn(mentions.get(i).before());
            i -= countedAs ? 1 : 0; // 108.33%（按100%计）: what stands before the brackets does not count
        }
        if (parts.size() >= 2 && !CappedMean.examine(claims, mean.figure(), parts, ledger)) {
            Equation equation = new Equation(mean.figure(), Side.of(parts), Side.constant(Exact.of(parts.size())));
            boolean rates =
                    mean.figure().kind() != Figure.Kind.COUNT && mean.figure().kind() != Figure.Kind.AMOUNT;
            boolean counted = numbered && Exact.of(parts.size()).equals(most);
            boolean joined = parts.size() >= 3
                    && mentions.subList(last - parts.size() + 2, last + 1).stream()
                            .allMatch(WholeAmongParts::isJoined);
            boolean list = (parts.size() >= 3 || counted)
                    && (rates || joined || ofPeriods(mentions, at))
                    && Near.within(equation, 15)
                    && (!OF_REGION.isIn(mean.before()) || WholeAmongParts.isOutside(mean.figure(), parts))
                    && !WEIGHTED.isIn(sentence(mean.figure()))
                    && (!isOfUnits(mean, mentions.get(last - parts.size() + 1))
                            || WholeAmongParts.isOutside(mean.figure(), parts));
            if (equation.judge() != Verdict.DIFFERS || list) {
                ledger.check(new Check(
                        Kind.AVERAGE,
                        "mean-differs",
                        mean.claim().label(),
                        "(" + Formulas.sum(parts) + ") ÷ " + parts.size(),
                        equation));
            }
        }
    }

    /** 公里造价分别为19.01万元、19.52万元、22.82万元，三年平均20.41万元: what one costs on average is weighed by how many there are. */
    private static boolean isOfUnits(Mention mean, Mention first) {
        return mean.figure().kind() == Figure.Kind.AMOUNT && UNIT_COST.isIn(first.before());
    }

    private static String sentence(Figure figure) {
        String text = figure.passage().text();
        int end = text.indexOf('。', figure.end());
        return text.substring(text.lastIndexOf('。', figure.start()) + 1, end < 0 ? text.length() : end);
    }

    /** 三项 in 三项平均为91.03%. */
    private static boolean isNumberOf(Mention number, Mention mean) {
        return number.figure().kind() == Figure.Kind.COUNT
                && number.figure().end()
                        == mean.figure().start() - mean.before().length();
    }
}
