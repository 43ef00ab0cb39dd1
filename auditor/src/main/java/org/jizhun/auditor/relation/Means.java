package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * Means: of rates listed one after the other, of a column closed by a row 平均, weighted by a column of weights; and a rate
 * of the whole that must lie between those of its parts.
 */
final class Means implements Relation {

    private static final Sought AVERAGE = Sought.of("(?:平均|均值|均价|综合|总体)[^，。；：\\d]{0,12}$");
    private static final Sought MEAN = Sought.of("平均|均值|均价");
    /** 高于全市平均满意率: the mean of others. */
    private static final Sought OF_OTHERS = Sought.of("(?:高于|低于|比|较|优于|超过)[^，。；]{0,4}(?:全[省市县区国]|行业|同类)");

    /** 全县平均供水保证率 weighs the districts by what they have. */
    private static final Sought OF_REGION = Sought.of("全[省市县区镇乡校院]平均");

    private static final Sought WEIGHTED = Sought.of("加权|权重");
    private static final Sought RATE = Sought.of("(?:率|度|比例)(?:分别|均|约)*(?:为|是|达到|达|：)?$");
    /** 全市公交准点率为, 综合满意度: the rate of all. */
    private static final Sought OF_ALL = Sought.of(
            "^，?(?:全[市区县省镇乡校院局州旗国部]|总体|整体|综合|平均|总|合计|全年|全部|汇总|加权)[^，。；\\d]{0,16}(?:率|度|比例)(?:均|约)*(?:为|是|达到?|：)?$");

    private static final Sought UNIT_COST = Sought.of("造价|单价|均价|单位|[人户亩生床次车]均|每");

    private static final Sought COUNTED_AS = Sought.of("(?:按|以|取|计为?)$");
    private static final Sought JOINED = Sought.of("[、和与及]");
    private static final Sought WHOLE_OF = Sought.of("^，?其中[：，]?");

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
                whole(mentions, i, passage.text(), ledger);
                afterParts(mentions, i, ledger);
            }
        }
        claims.tables().forEach(table -> table(table, ledger));
    }

    /** 分别为96.2%、95.4%、97.0%，平均满意度96.2%. */
    private static void listed(Claims claims, List<Mention> mentions, int at, Ledger ledger) {
        Mention mean = mentions.get(at);
        if (mean.before().contains("=")
                || !AVERAGE.isIn(mean.before())
                || !MEAN.isIn(mean.before())
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
        if (parts.size() >= 2 && !capped(claims, mean.figure(), parts, ledger)) {
            Equation equation = new Equation(mean.figure(), Side.of(parts), Side.constant(Exact.of(parts.size())));
            boolean rates =
                    mean.figure().kind() != Figure.Kind.COUNT && mean.figure().kind() != Figure.Kind.AMOUNT;
            boolean counted = numbered && Exact.of(parts.size()).equals(most);
            boolean joined = parts.size() >= 3
                    && mentions.subList(last - parts.size() + 2, last + 1).stream()
                            .allMatch(part -> JOINED.is(part.before()));
            boolean list = (parts.size() >= 3 || counted)
                    && (rates || joined)
                    && Near.within(equation, 15)
                    && (!OF_REGION.isIn(mean.before()) || isOutside(mean.figure(), parts))
                    && !WEIGHTED.isIn(sentence(mean.figure()))
                    && (!isOfUnits(mean, mentions.get(last - parts.size() + 1)) || isOutside(mean.figure(), parts));
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

    /** A mean under the cap that the text states; whether there is one that takes effect. */
    private static boolean capped(Claims claims, Figure mean, List<Figure> parts, Ledger ledger) {
        Optional<Exact> cap = Caps.of(claims).near(mean.passage());
        if (cap.isEmpty()
                || parts.stream().anyMatch(part -> part.kind() != Figure.Kind.PERCENT)
                || parts.stream().noneMatch(part -> part.value().compareTo(cap.get()) > 0)) {
            return false;
        }
        Exact limit = cap.get();
        Exact sum = parts.stream().map(part -> part.value().min(limit)).reduce(Exact.ZERO, Exact::plus);
        Exact low = parts.stream().map(part -> part.rounded().low().min(limit)).reduce(Exact.ZERO, Exact::plus);
        Exact high =
                parts.stream().map(part -> part.rounded().high().min(limit)).reduce(Exact.ZERO, Exact::plus);
        Exact count = Exact.of(parts.size());
        boolean holds = mean.rounded().high().compareTo(low.dividedBy(count)) >= 0
                && mean.rounded().low().compareTo(high.dividedBy(count)) <= 0;
        boolean uncapped = new Equation(mean, Side.of(parts), Side.constant(count)).judge() != Verdict.DIFFERS;
        Exact right = sum.dividedBy(count);
        if (holds) {
            ledger.check(new Check(
                    Kind.AVERAGE,
                    "mean-differs",
                    "",
                    Formulas.sum(parts),
                    new Equation(mean, Side.constant(right), Side.ONE)));
        } else if (uncapped || parts.size() >= 3) {
            String expected = mean.print(right);
            Problem problem = Problem.of(
                    "cap-not-applied",
                    Place.NONE,
                    "stated",
                    mean.text(),
                    "expected",
                    expected,
                    "cap",
                    mean.print(limit),
                    "count",
                    parts.stream()
                            .filter(part -> part.value().compareTo(limit) > 0)
                            .count());
            ledger.find(new Finding(
                    uncapped ? Kind.CAP : Kind.AVERAGE,
                    problem.severity(),
                    mean.text(),
                    Optional.of(expected),
                    problem,
                    NearMisses.explain(mean, right, PrintedFormula.withoutCap(mean, uncapped)),
                    mean.spot(),
                    parts.stream().map(Figure::spot).toList()));
        }
        return true;
    }

    /** 三项 in 三项平均为91.03%. */
    private static boolean isNumberOf(Mention number, Mention mean) {
        return number.figure().kind() == Figure.Kind.COUNT
                && number.figure().end()
                        == mean.figure().start() - mean.before().length();
    }

    /** 综合满意度92.6%，其中学员满意度91.2%，用人单位满意度90.0%: above both parts. */
    private static void whole(List<Mention> mentions, int at, String text, Ledger ledger) {
        Mention whole = mentions.get(at);
        boolean rate = whole.figure().kind() == Figure.Kind.PERCENT && RATE.isIn(whole.before());
        boolean announced = WHOLE_OF.isIn(text.substring(whole.figure().end()));
        if (!rate || !announced || ledger.judged(whole.figure())) {
            return;
        }
        List<Figure> parts = new ArrayList<>();
        String word = word(whole);
        for (int i = at + 1; i < mentions.size(); i++) {
            Mention part = mentions.get(i);
            boolean same =
                    part.figure().kind() == Figure.Kind.PERCENT && word(part).equals(word);
            if (part.sentence() != whole.sentence() || (!same && part.figure().kind() == Figure.Kind.PERCENT)) {
                break;
            }
            if (same) {
                parts.add(part.figure());
            }
        }
        if (parts.size() >= 2) {
            mean(whole, parts, ledger);
        }
    }

    /** 三个片区准点率分别为91.4%、89.7%和93.2%，全市准点率为88.5%: parts told together, then the whole of the same name. */
    private static void afterParts(List<Mention> mentions, int at, Ledger ledger) {
        Mention whole = mentions.get(at);
        boolean rate = whole.figure().kind() == Figure.Kind.PERCENT
                && whole.figure().nearness() == Figure.Nearness.EXACT
                && OF_ALL.isIn(whole.before());
        if (!rate || at < 2 || ledger.judged(whole.figure())) {
            return;
        }
        List<Figure> parts = new ArrayList<>();
        int first = at - 1;
        while (first >= 0
                && mentions.get(first).figure().kind() == Figure.Kind.PERCENT
                && whole.sentence() - mentions.get(first).sentence() <= 1) {
            parts.add(0, mentions.get(first).figure());
            if (!JOINED.is(mentions.get(first).before())) {
                break;
            }
            first--;
        }
        boolean listed =
                first >= 0 && parts.size() >= 2 && mentions.get(first).before().contains("分别");
        if (listed && word(mentions.get(first)).equals(word(whole)) && isOutside(whole.figure(), parts)) {
            outside(whole.figure(), parts, ledger);
        }
    }

    private static void mean(Mention whole, List<Figure> parts, Ledger ledger) {
        Equation mean = new Equation(whole.figure(), Side.of(parts), Side.constant(Exact.of(parts.size())));
        if (mean.judge() != Verdict.DIFFERS) {
            ledger.check(new Check(Kind.AVERAGE, "mean-differs", "", "", mean));
        } else if (isOutside(whole.figure(), parts)) {
            outside(whole.figure(), parts, ledger);
        }
    }

    private static boolean isOutside(Figure whole, List<Figure> parts) {
        Exact low = parts.stream()
                .map(part -> part.truncated().low().min(part.rounded().low()))
                .reduce(Exact::min)
                .orElseThrow();
        Exact high = parts.stream()
                .map(part -> part.truncated().high())
                .reduce(Exact::max)
                .orElseThrow();
        return whole.rounded().high().compareTo(low) < 0
                || whole.rounded().low().compareTo(high) > 0;
    }

    private static void outside(Figure whole, List<Figure> parts, Ledger ledger) {
        Problem problem = Problem.of(
                "whole-outside-parts",
                Place.NONE,
                "stated",
                whole.text(),
                "parts",
                parts.stream()
                        .map(Figure::text)
                        .reduce((one, two) -> one + "、" + two)
                        .orElse(""));
        ledger.find(Finding.of(
                Kind.WEIGHTED_MEAN,
                whole.text(),
                Optional.empty(),
                problem,
                whole.spot(),
                parts.stream().map(Figure::spot).toList()));
    }

    /** The last two characters of what is measured. */
    private static String word(Mention mention) {
        String plain = Sought.kept("(?:分别|均|约)*(?:为|是|达到|达|：)?$").replaceAll(mention.before(), "");
        return plain.substring(Math.max(0, plain.length() - 2));
    }

    private static void table(Table table, Ledger ledger) {
        for (Table.Row row : table.rows()) {
            boolean average = Sought.kept("(?:平均|平均值|均值|平均数|平均得分|平均分)").is(row.label());
            if (row.total() || average) {
                for (Table.Column column : table.columns()) {
                    row.figures()
                            .get(column.index())
                            .filter(figure -> !ledger.judged(figure))
                            .ifPresent(figure -> closing(table, row, column, figure, average, ledger));
                }
            }
        }
    }

    private static void closing(
            Table table, Table.Row closing, Table.Column column, Figure figure, boolean average, Ledger ledger) {
        List<Figure> parts = new ArrayList<>();
        Map<Figure, Exact> weighted = new LinkedHashMap<>();
        Optional<Table.Column> weight = table.column("weight").or(() -> table.column("share"));
        for (Table.Row row : table.rows()) {
            Optional<Figure> part = row.figures().get(column.index());
            if (row.equals(closing)
                    || part.isEmpty()
                    || row.total()
                    || part.get().kind() != figure.kind()) { // 得分率 below 平均得分
                continue;
            }
            parts.add(part.get());
            weight.flatMap(by -> row.figures().get(by.index()))
                    .filter(by -> by.kind() == Figure.Kind.PERCENT)
                    .ifPresent(by -> weighted.put(part.get(), by.value()));
        }
        if (parts.size() < 2) {
            return;
        }
        Equation mean = new Equation(figure, Side.of(parts), Side.constant(Exact.of(parts.size())));
        boolean whole = weighted.size() == parts.size()
                && weighted.values().stream().reduce(Exact.ZERO, Exact::plus).equals(Exact.ONE)
                && !weight.map(by -> by.index() == column.index()).orElse(true);
        Equation byWeight = new Equation(figure, whole ? new Side(weighted, Exact.ZERO) : Side.ONE, Side.ONE);
        boolean scored = column.measure().filter("score"::equals).isPresent()
                || column.heading().endsWith("率")
                || column.heading().endsWith("度");
        if (whole && (byWeight.judge() != Verdict.DIFFERS || (scored && Near.within(byWeight, 15)))) {
            ledger.check(new Check(
                    Kind.WEIGHTED_MEAN, "mean-differs", column.heading(), Formulas.weighted(weighted), byWeight));
        } else if (average && (mean.judge() != Verdict.DIFFERS || Near.within(mean, 20))) {
            ledger.check(new Check(
                    Kind.AVERAGE,
                    "mean-differs",
                    column.heading(),
                    "(" + Formulas.sum(parts) + ") ÷ " + parts.size(),
                    mean));
        } else if (figure.kind() == Figure.Kind.PERCENT && isRate(column) && isOutside(figure, parts)) {
            outside(figure, parts, ledger);
        }
    }

    /** A rate whose parts have one and the same base each: growth and shares are none. */
    private static boolean isRate(Table.Column column) {
        return Sought.kept(".*(?:完成率|执行率|支出率|合格率|满意度|得分率|到位率|覆盖率|利用率|进度)(?:（.*）)?$")
                .is(column.heading());
    }
}
