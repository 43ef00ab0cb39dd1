package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A total whose parts and their weights are told apart, by name or in their order: 由部门整体绩效（权重60%）和项目绩效（权重40%）构成，两部分得分分别为93.5分和96分，
 * 加权后为94.5分; 按单位自评占30%、重点评价占70%合成。自评95分，重点评价86分，合成得分88.7分.
 */
final class WeightsByName {

    private static final Sought WEIGHT =
            Sought.of("(?:权重|占比|比重|所占|占|[×*]|按)(?:为|各|分别|比|的)?[（]?$|[（](?:权重|占比|占)?(?:为|：)?$");
    private static final Sought TOTAL = Sought.of("合成|综合|加权|最终|总|折算|汇总|计算得");
    private static final Sought IN_ORDER = Sought.of("(?:分别|依次)(?:为|是|得)?$");
    private static final Sought BESIDE = Sought.of("[、和与及，]{1,2}");
    private static final Pattern LEAD = Pattern.compile("[（(]?(?:权重|占比|比重|所占|占|[×*]|按)(?:为|各|分别|比|的)?[（(]?$|[（(]$");
    private static final Sought NO_PART = Sought.of("满分|分值|扣|上年|去年");
    private static final int MOST = 6;
    /** In a hundred, how far a total may be from what its parts give. */
    private static final int FAR = 25;

    private WeightsByName() {}

    static void enter(List<Mention> mentions, Ledger ledger) {
        for (int first = 0; first + 1 < mentions.size(); first++) {
            List<Mention> weights = weights(mentions, first);
            if (weights.size() >= 2) {
                total(mentions, first + weights.size(), weights, ledger);
                first += weights.size() - 1;
            }
        }
    }

    /** Percentages one after the other that make up the whole. */
    private static List<Mention> weights(List<Mention> mentions, int first) {
        List<Mention> weights = new ArrayList<>();
        Exact sum = Exact.ZERO;
        for (int i = first; i < mentions.size() && weights.size() < MOST; i++) {
            Mention mention = mentions.get(i);
            boolean named = WEIGHT.isIn(mention.before()) || (!weights.isEmpty() && BESIDE.is(mention.before()));
            if (mention.figure().kind() != Figure.Kind.PERCENT || !named) {
                return List.of();
            }
            weights.add(mention);
            sum = sum.plus(mention.figure().value());
            if (sum.equals(Exact.ONE)) {
                return List.copyOf(weights);
            }
        }
        return List.of();
    }

    private static void total(List<Mention> mentions, int from, List<Mention> weights, Ledger ledger) {
        List<Mention> points = mentions.subList(from, mentions.size()).stream()
                .filter(mention -> mention.figure().kind() == Figure.Kind.POINTS
                        && mention.figure().nearness() == Figure.Nearness.EXACT
                        && !NO_PART.isIn(mention.before()))
                .toList();
        if (points.size() <= weights.size()) {
            return;
        }
        Mention result = points.get(weights.size());
        List<Mention> parts = points.subList(0, weights.size());
        boolean told = TOTAL.isIn(result.before())
                && parts.stream()
                        .noneMatch(part -> Sought.kept(".*(?:合成|加权|最终).*").is(part.before()))
                && !ledger.judged(result.figure());
        Optional<Map<Figure, Exact>> weighted = told ? weighted(parts, weights) : Optional.empty();
        if (weighted.isEmpty()) {
            return;
        }
        Equation equation = new Equation(result.figure(), new Side(weighted.get(), Exact.ZERO), Side.ONE);
        if (equation.judge() != Verdict.DIFFERS || Near.within(equation, FAR)) {
            ledger.check(new Check(
                    Kind.WEIGHTED_MEAN,
                    "mean-differs",
                    result.claim().label(),
                    Formulas.weighted(weighted.get()),
                    equation));
        }
    }

    private static Optional<Map<Figure, Exact>> weighted(List<Mention> parts, List<Mention> weights) {
        boolean inOrder = IN_ORDER.isIn(parts.get(0).before())
                && parts.stream().skip(1).allMatch(part -> BESIDE.is(part.before()));
        Map<Figure, Exact> weighted = new LinkedHashMap<>();
        List<Mention> open = new ArrayList<>(weights);
        for (int i = 0; i < parts.size(); i++) {
            Optional<Mention> weight = inOrder ? Optional.of(weights.get(i)) : named(parts.get(i), open);
            if (weight.isEmpty()) {
                return Optional.empty();
            }
            open.remove(weight.get());
            weighted.put(parts.get(i).figure(), weight.get().figure().value());
        }
        return weighted.size() == parts.size() ? Optional.of(weighted) : Optional.empty();
    }

    /** The weight whose name shares most with that of a score; none where two share as much. */
    private static Optional<Mention> named(Mention part, List<Mention> weights) {
        String name = Sought.kept("(?:得分|评分|分数|得|为|是|：|的)+$").replaceAll(part.before(), "");
        Mention best = null;
        int most = 1;
        boolean twice = false;
        for (Mention weight : weights) {
            String own = LEAD.matcher(weight.before()).replaceFirst("").replaceAll("(?:得分|评分|结果)$", "");
            int shared = shared(name, own);
            twice = shared == most || (twice && shared < most);
            if (shared > most) {
                best = weight;
                most = shared;
                twice = false;
            }
        }
        return twice ? Optional.empty() : Optional.ofNullable(best);
    }

    /** The longest run of characters in both. */
    private static int shared(String one, String two) {
        int longest = 0;
        for (int i = 0; i < one.length(); i++) {
            for (int j = i + longest + 1; j <= one.length() && two.contains(one.substring(i, j)); j++) {
                longest = j - i;
            }
        }
        return longest;
    }
}
