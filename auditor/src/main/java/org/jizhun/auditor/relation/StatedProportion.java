package org.jizhun.auditor.relation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * The rule by which a document says that its indicators are scored: 达到指标值的得满分，未达到的按完成值与指标值的比例计分. What is to stay below
 * its target is scored the other way round where the words say so.
 *
 * @param reverse whether a figure beyond its ≤ target is scored by target ÷ result
 */
record StatedProportion(boolean reverse) {

    /** 未达到的按实际完成值与指标值的比例计分, 未完成的按完成率计算得分. */
    private static final String SHORT_OF =
            "(?:未达到?|未完成|没有达到|不足|低于|未能完成)[^。；]{0,24}?(?:按|以|得分=|得分为)[^。；]{0,30}?(?:比例|之比|完成率|完成程度|完成比|÷|/)";
    /** 分值×完成率, 得分=分值×完成值÷目标值, 实际完成值/年度指标值×分值. */
    private static final String FORMULA =
            "(?:分值|权重|满分|标准分)[×*（(]{1,2}(?:指标)?(?:实际)?(?:完成(?:值|率|比例|数)|达成率)|(?:完成率|完成比例|达成率|完成值[÷/](?:年度|计划)?(?:指标|目标|计划)值[）)]?)[×*](?:该项|指标)?(?:分值|权重|满分|标准分)";
    /** 定量指标按完成率计分. */
    private static final String BY_RATE =
            "(?:定量|数量|量化|各项?|产出|正向)指标[^。；]{0,16}?(?:按|根据|依据)[^。；]{0,12}?(?:完成率|完成比例|比例|达成率)(?:（[^）]{0,24}）)?[^。；]{0,8}?(?:计分|得分|赋分|计算|折算|评分|给分)";

    private static final Sought RULE =
            Sought.of(Pattern.compile(SHORT_OF + "|" + FORMULA + "|" + BY_RATE), "按以得分权满标完达未低不没定数量各产正", "完比率程÷/");

    private static final Sought GENERAL = Sought.of("指标|完成值|目标值|完成率");
    private static final Sought REVERSE = Sought.of(
            "(?:反向|逆向|负向|≤|超过|超出|越低越好)[^。]{0,60}?(?:(?:目标|指标|计划|控制)值[^。，；\\d]{0,6}?(?:÷|/|与|除以|比)[^。，；\\d]{0,6}?(?:实际|完成))");
    /** Of one indicator only: 预算执行率指标按执行率计分. */
    private static final Sought OF_ONE = Sought.of("(?:预算)?执行率(?:指标)?[^。，；]{0,6}按");

    /** What was found, once for all who ask. */
    private record Stated(Optional<StatedProportion> rule) {}

    static Optional<StatedProportion> of(Claims claims) {
        return claims.derived(Stated.class, own -> new Stated(read(own))).rule();
    }

    /** Whether full marks in a row are what the stated rule does not give. */
    static boolean denies(Claims claims, Table table, Table.Row row) {
        return of(claims)
                .flatMap(rule -> rule.check(table, row))
                .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .isPresent();
    }

    private static Optional<StatedProportion> read(Claims claims) {
        for (Passage passage : claims.passages()) {
            boolean general = GENERAL.isIn(passage);
            if (general && RULE.in(passage).find() && !isOfOne(passage.text())) {
                boolean reverse = claims.passages().stream()
                        .filter(other -> Math.abs(other.order() - passage.order()) <= 1)
                        .anyMatch(other -> REVERSE.isIn(other.text()));
                return Optional.of(new StatedProportion(reverse));
            }
        }
        return Optional.empty();
    }

    private static boolean isOfOne(String text) {
        return OF_ONE.isIn(text) && !text.contains("定量") && !text.contains("各");
    }

    /** What the rule makes of a row; empty where it says nothing of it. */
    Optional<Check> check(Table table, Table.Row row) {
        Optional<Figure> weight = figure(table, row, "weight");
        Optional<Figure> score = figure(table, row, "score");
        Optional<Figure> target = figure(table, row, "target");
        Optional<Figure> achieved = figure(table, row, "achieved");
        boolean whole = weight.isPresent()
                && score.isPresent()
                && target.isPresent()
                && achieved.isPresent()
                && target.get().isLike(achieved.get())
                && target.get().value().signum() > 0
                && achieved.get().value().signum() > 0
                && achieved.get().nearness() == Figure.Nearness.EXACT;
        if (row.total() || !whole) {
            return Optional.empty();
        }
        Figure wanted = target.get();
        Figure got = achieved.get();
        String cell =
                row.cells().get(table.column("target").orElseThrow().index()).text();
        boolean atMost = TargetAndScore.AT_MOST.matcher(cell).find();
        boolean met = atMost
                ? got.value().compareTo(wanted.value()) <= 0
                : got.value().compareTo(wanted.value()) >= 0;
        if (met) {
            return Optional.of(check(
                    row, score.get(), weight.get(), Exact.ONE, weight.get().text()));
        }
        if (atMost && !reverse) {
            return Optional.empty();
        }
        Exact part =
                atMost ? wanted.value().dividedBy(got.value()) : got.value().dividedBy(wanted.value());
        String formula = weight.get().text() + " × "
                + (atMost ? Formulas.quotient(wanted, got) : Formulas.quotient(got, wanted));
        Check check = check(row, score.get(), weight.get(), part, formula);
        return Optional.of(asItIs(row, score.get(), weight.get(), got)
                .filter(plain -> check.equation().judge() == Verdict.DIFFERS
                        && plain.equation().judge() != Verdict.DIFFERS)
                .orElse(check));
    }

    /** Satisfaction is often scored as it is, whatever the target. */
    private static Optional<Check> asItIs(Table.Row row, Figure score, Figure weight, Figure got) {
        boolean rate = got.kind() == Figure.Kind.PERCENT && got.value().compareTo(Exact.ONE) < 0;
        return rate
                ? Optional.of(check(row, score, weight, got.value(), weight.text() + " × " + got.text()))
                : Optional.empty();
    }

    private static Check check(Table.Row row, Figure score, Figure weight, Exact part, String formula) {
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        weights.put(weight, part);
        return new Check(
                Kind.SCORE,
                "score-differs",
                row.label(),
                formula,
                new Equation(score, new Side(weights, Exact.ZERO), Side.ONE));
    }

    private static Optional<Figure> figure(Table table, Table.Row row, String measure) {
        boolean points = measure.equals("weight") || measure.equals("score");
        return points
                ? ScoreForms.figure(table, row, measure)
                : table.column(measure).flatMap(column -> row.figures().get(column.index()));
    }
}
