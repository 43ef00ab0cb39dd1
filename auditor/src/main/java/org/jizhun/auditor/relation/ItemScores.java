package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A score of running text against the rule that its own words state, or that the document states for whatever fell short of its
 * target: weight times rate, weight times result over target or the other way round, all or nothing beyond a limit. Any rate or
 * pair told with it that gives the score shows that it is right.
 */
final class ItemScores implements Relation {

    private static final Sought NO_RATE = Sought.of(
            "(?:目标|指标值|年初设定|设定|计划|标准|要求|≥|≤|>|<|不低于|不高于|不少于|不超过|低于|高于|超过|未达到?|权重|占比|上年|去年|同期|每)[^，。；\\d]{0,6}$|[-—~～至到]$");
    private static final Sought BEYOND = Sought.of("^(?:（[^）]{0,6}）)?(?:及?以[上下]|—|-|~|至|的目标|的?得满分|的?不得分)");
    private static final Sought TARGET = Sought.of(
            "(?:目标|指标值|计划|任务|设定|≥|≤|不低于|不少于|不高于|不超过|应|需|拟|控制(?:在|为|数)?)[^，。；\\d]{0,10}$|占[^，。；\\d]{0,8}(?:计划|目标|任务|应)[^，。；\\d]{0,10}$");
    /** 未达到95%的目标; 低于92%的目标值: the target is named behind its figure. */
    private static final Sought TARGET_BEHIND = Sought.of("^的(?:年度|年初|绩效)?(?:目标|指标|计划)(?:值|要求)?");
    /** 由91.6%提高到94.3%: what it was before. */
    private static final Sought BASE = Sought.of("[由从][^，。；\\d]{0,4}$");

    private static final Sought BASE_BEHIND = Sought.of("^(?:提高|提升|上升|增加|增长|下降|降低|减少|增|升|降)(?:至|到)");
    private static final Sought COEFFICIENT = Sought.of("系数(?:为|是|取|：)?$|(?:比例|系数)[^，。；\\d]{0,4}$");
    private static final Sought EXECUTION = Sought.of("(?:预算|资金|支出)[^，。；（]{0,6}(?:执行|支出|支付)(?:率|进度)|执行率");
    private static final Sought OTHERWISE = Sought.of("扣|每|档|区间|满分|不得分|加权|酌情");
    private static final Exact USUAL = Exact.of(10);

    /** A degree of completion: the figure that mends it where it is one, else a constant. */
    private record Done(Exact value, Optional<Figure> rate, String text) {}

    private static final int MANY_TIMES = 4;

    @Override
    public String name() {
        return "item-scores";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        boolean general = StatedProportion.of(claims).isPresent();
        for (ScoredItem item : ScoredItem.of(claims)) {
            if (!ledger.fails(item.got()) && !item.isTakenFrom()) {
                item(item, general, ledger);
            }
        }
    }

    private static void item(ScoredItem item, boolean general, Ledger ledger) {
        ItemRule rule = ItemRule.of(item.words());
        List<Done> rates = rates(item);
        Optional<Done> pair =
                pair(item, rule.way().filter(ItemRule.Way.INVERSE::equals).isPresent());
        if (ledger.judged(item.got())) {
            byLimit(item, rule, rates)
                    .filter(limit -> limit.equation().judge() == Verdict.DIFFERS)
                    .ifPresent(ledger::check);
            return;
        }
        List<Done> all = new ArrayList<>(rates);
        pair.ifPresent(all::add);
        for (Done done : all) {
            Check check = check(item, done);
            if (Near.tight(check.equation())) {
                byLimit(item, rule, rates)
                        .filter(limit -> limit.equation().judge() == Verdict.DIFFERS)
                        .ifPresentOrElse(ledger::check, () -> ledger.check(check));
                return;
            }
        }
        boolean doubted = rates.stream().flatMap(done -> done.rate().stream()).anyMatch(ledger::doubts);
        byLimit(item, rule, rates)
                .or(() -> meant(item, rule, rates, pair, general)
                        .filter(done -> done.value().compareTo(Exact.ONE) < 0)
                        .map(done -> check(item, done)))
                .filter(check -> !doubted && !isFarAbove(check))
                .ifPresent(ledger::check);
    }

    /** 自评总分96.95分。预算执行率…得9.75分: many times the score is that of a weight which is another item's. */
    private static boolean isFarAbove(Check check) {
        return check.equation()
                .expected()
                .filter(right ->
                        right.compareTo(check.equation().result().value().times(Exact.of(MANY_TIMES))) > 0)
                .filter(right -> check.equation().result().value().signum() > 0)
                .isPresent();
    }

    /** All or nothing, where the rate lies beyond one limit only. */
    private static Optional<Check> byLimit(ScoredItem item, ItemRule rule, List<Done> rates) {
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        Done last = rates.get(rates.size() - 1);
        List<ItemRule.Limit> holding = rule.limits().stream()
                .filter(limit -> limit.holds(last.value()))
                .toList();
        if (holding.size() != 1) {
            return Optional.empty();
        }
        boolean full = holding.get(0).full();
        Side side = full ? Side.of(item.weight()) : Side.constant(Exact.ZERO);
        return Optional.of(
                new Check(Kind.RULE, "ladder-differs", "", last.text(), new Equation(item.got(), side, Side.ONE)));
    }

    /** By what the score is meant to go; empty where the words do not say, or two degrees are told that differ. */
    private static Optional<Done> meant(
            ScoredItem item, ItemRule rule, List<Done> rates, Optional<Done> pair, boolean general) {
        Optional<Done> last = rates.isEmpty() ? Optional.empty() : Optional.of(rates.get(rates.size() - 1));
        if (rule.way().isEmpty()) {
            boolean execution = item.weight().value().equals(USUAL)
                    && EXECUTION.isIn(item.words())
                    && !OTHERWISE.isIn(item.words());
            boolean ruled = general && pair.isPresent() && rule.limits().isEmpty();
            return ruled ? pair : execution && rates.size() == 1 ? last : Optional.empty();
        }
        return switch (rule.way().get()) {
            case INVERSE -> pair;
            case OF_TARGET -> pair.or(() -> last);
            case RATE -> {
                boolean agree = pair.isPresent() && last.isPresent() && agree(last.get(), pair.get());
                yield last.isEmpty()
                        ? pair
                        : pair.isEmpty() || agree || isRateOfItself(pair.get()) ? last : Optional.empty();
            }
        };
    }

    /** A pair of percentages: the rate told last is one of them. */
    private static boolean isRateOfItself(Done pair) {
        return pair.text().contains("%");
    }

    private static boolean agree(Done rate, Done pair) {
        return rate.rate()
                .filter(figure -> figure.roundedQuotient().holds(pair.value()))
                .isPresent();
    }

    private static Check check(ScoredItem item, Done done) {
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        boolean capped = done.value().compareTo(Exact.ONE) >= 0;
        if (!capped && done.rate().isPresent() && done.value().signum() > 0) {
            Figure rate = done.rate().get();
            weights.put(rate, item.weight().value().times(done.value()).dividedBy(rate.value()));
        } else {
            weights.put(item.weight(), done.value().min(Exact.ONE));
        }
        return new Check(
                Kind.SCORE,
                "score-differs",
                "",
                item.weight().text() + " × " + done.text(),
                new Equation(item.got(), new Side(weights, Exact.ZERO), Side.ONE));
    }

    private static List<Done> rates(ScoredItem item) {
        List<Done> rates = new ArrayList<>();
        for (Mention mention : item.mentions()) {
            Figure figure = mention.figure();
            String text = figure.passage().text();
            boolean percent = figure.kind() == Figure.Kind.PERCENT;
            boolean coefficient = figure.kind() == Figure.Kind.PLAIN
                    && figure.value().compareTo(Exact.ONE) <= 0
                    && COEFFICIENT.isIn(mention.before());
            boolean own = figure.nearness() == Figure.Nearness.EXACT
                    && !NO_RATE.isIn(mention.before())
                    && !BEYOND.isIn(text.substring(figure.end()));
            boolean listed = text.startsWith("、", figure.end())
                    || Sought.kept("[、和及]").is(mention.before())
                    || Sought.kept("[、和及]?[^，。；\\d]{0,8}分别(?:为|是|达到?)?").is(mention.before());
            if ((percent || coefficient) && own && !listed && !isBase(mention)) {
                rates.add(new Done(figure.value(), Optional.of(figure), figure.text()));
            }
        }
        return rates;
    }

    private static boolean isBase(Mention mention) {
        return BASE.isIn(mention.before())
                && BASE_BEHIND.isIn(mention.figure()
                        .passage()
                        .text()
                        .substring(mention.figure().end()));
    }

    /** Result and target of one kind, the only such pair: 计划8000册、实际6400册. */
    private static Optional<Done> pair(ScoredItem item, boolean inverse) {
        List<Mention> targets = new ArrayList<>();
        List<Mention> results = new ArrayList<>();
        for (Mention mention : item.mentions()) {
            boolean counts = mention.isMeasured() || mention.figure().kind() == Figure.Kind.PERCENT;
            String after =
                    mention.figure().passage().text().substring(mention.figure().end());
            boolean target = TARGET_BEHIND.isIn(after);
            boolean beyond = !target && BEYOND.isIn(after);
            if (counts
                    && !beyond
                    && !isBase(mention)
                    && mention.figure().value().signum() > 0) {
                (target || TARGET.isIn(mention.before()) ? targets : results).add(mention);
            }
        }
        List<Done> pairs = new ArrayList<>();
        for (Mention target : targets) {
            List<Mention> like =
                    results.stream().filter(result -> result.isLike(target)).toList();
            if (like.size() == 1) {
                Figure top = (inverse ? target : like.get(0)).figure();
                Figure bottom = (inverse ? like.get(0) : target).figure();
                pairs.add(new Done(
                        top.value().dividedBy(bottom.value()), Optional.empty(), Formulas.quotient(top, bottom)));
            }
        }
        return pairs.size() == 1 ? Optional.of(pairs.get(0)) : Optional.empty();
    }
}
