package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * To how much a rule for each case applies, by the numbers told near it: the number found (抽查发现8笔), several that are found one
 * beside the other (甲区2起、乙区3起), or how far a rate lies on the wrong side of its limit.
 */
final class RuleAmounts {

    /** A number of cases or the distance of two rates, with its words. */
    record Amount(Side side, String text, Exact value) {}

    private static final Sought CASES =
            Sought.of("(?:发现|存在|有|查出|出现|发生|超|逾期|延迟|推迟|延误|晚|迟|缺|少|低|差|高|多|未|达|其中|共|涉及)[^，。；\\d]{0,10}$");
    private static final Sought FOUND = Sought.of("(?:发现|查出|检出|查实|核实|存在|出现|发生|逾期|超期|另有|仍有|共有)[^，。；\\d]{0,16}$");
    /** 核查发现甲区2起、乙区3起: the second is found as the first is. */
    private static final Sought BESIDE = Sought.of("^[、，和及以][^，。；\\d]{0,8}$");

    private static final Sought SOME = Sought.of("其中|最多|最少|最长|最高|分别");
    private static final Sought ALL_LOOKED_AT = Sought.of("抽查|抽取|检查|应|共签|全年|总|全部|目标|计划|编制");
    /** 不足1个百分点的按1个百分点计. */
    private static final Sought OF_RULE = Sought.of("(?:不足|不满|不到|按|每)$");

    /** 比上年提高2个百分点 is no distance from a limit. */
    private static final Sought EARLIER = Sought.of("上年|去年|同比|同期|上期|环比");

    private static final Sought LIMIT = Sought.of("≥|不低于|低于|达到|标准|目标|要求|应|≤|不超过|不高于");
    /** 变动率≤0得3分; 满意度达到95%得满分: where a rate stops costing points. */
    private static final Pattern STATED = Pattern.compile(
            "(?<sign>≥|>|≤|<|达到|不低于|不少于|不高于|不超过|不大于|大于|高于|超过|低于|小于|控制在)(?<limit>\\d+(?:\\.\\d+)?)(?:%|(?=(?:的|得|计|，|以内|（含）)))");

    private static final Sought OVER = Sought.of("超|上升|升高|高|增|多");
    private static final Sought UNDER = Sought.of("低|少|降|差|不足|未");
    private static final Sought PEOPLE = Sought.of("人|名|人次|位");

    private RuleAmounts() {}

    /** @param rule the words of the rule with its unit; from where they begin */
    static List<Amount> of(ScoreNode node, Mention rule, Optional<Figure> taken, String unit, String words, int from) {
        String wanted = plain(unit);
        boolean percent = wanted.equals("百分点") || wanted.equals("%");
        List<Mention> fitting = new ArrayList<>();
        List<Mention> rates = new ArrayList<>();
        for (Mention number : near(node, rule, taken)) {
            boolean inRule =
                    number.figure().passage().order() == rule.figure().passage().order()
                            && number.figure().start() >= from
                            && number.figure().end() <= rule.figure().start();
            boolean exact = number.figure().nearness() == Figure.Nearness.EXACT
                    && !OF_RULE.isIn(number.before())
                    && !(percent && EARLIER.isIn(number.before()));
            if (!inRule && exact && counts(number.figure(), wanted)) {
                fitting.add(number);
            }
            if (!inRule && number.figure().kind() == Figure.Kind.PERCENT) {
                rates.add(number);
            }
        }
        List<Amount> amounts = cases(fitting, percent ? Exact.HUNDRED : Exact.ONE);
        if (percent) {
            boolean told = !amounts.isEmpty();
            beyond(rule, rates, words, from)
                    .or(() -> !told && rates.size() == 2 ? distance(rates.get(0), rates.get(1)) : Optional.empty())
                    .ifPresent(amounts::add);
        }
        return amounts;
    }

    private static List<Amount> cases(List<Mention> fitting, Exact scale) {
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < fitting.size(); i++) {
            Mention number = fitting.get(i);
            boolean beside = !found.isEmpty()
                    && found.get(found.size() - 1).equals(fitting.get(i - 1))
                    && BESIDE.is(number.before());
            if (!SOME.isIn(number.before()) && (beside || FOUND.isIn(number.before()))) {
                found.add(number);
            }
        }
        List<Mention> loose =
                fitting.stream().filter(number -> CASES.isIn(number.before())).toList();
        List<Mention> cases = !found.isEmpty() ? found : loose.isEmpty() ? fitting : loose;
        List<Amount> amounts = new ArrayList<>();
        if (found.size() >= 2
                && found.stream().map(Mention::sentence).distinct().count() == 1) {
            amounts.add(together(found, scale));
        }
        for (int i = cases.size() - 1; i >= 0; i--) {
            Mention number = cases.get(i);
            if (!ALL_LOOKED_AT.isIn(number.before()) || FOUND.isIn(number.before()) || cases.size() == 1) {
                amounts.add(together(List.of(number), scale));
            }
        }
        return amounts;
    }

    /** The last of several stands first: it is the one told where nothing else says which is wrong. */
    private static Amount together(List<Mention> numbers, Exact scale) {
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        List<Figure> figures = new ArrayList<>();
        Exact value = Exact.ZERO;
        for (int i = numbers.size() - 1; i >= 0; i--) {
            weights.put(numbers.get(i).figure(), scale);
            figures.add(0, numbers.get(i).figure());
            value = value.plus(numbers.get(i).figure().value().times(scale));
        }
        String text = figures.size() == 1 ? Formulas.sum(figures) : "(" + Formulas.sum(figures) + ")";
        return new Amount(new Side(weights, Exact.ZERO), text, value);
    }

    /** The numbers of the paragraphs of the rule and of what it took off. */
    private static List<Mention> near(ScoreNode node, Mention rule, Optional<Figure> taken) {
        int first = rule.figure().passage().order();
        int second = taken.map(figure -> figure.passage().order()).orElse(first);
        return node.numbers().stream()
                .filter(number -> number.figure().passage().order() == first
                        || number.figure().passage().order() == second)
                .toList();
    }

    private static boolean counts(Figure figure, String wanted) {
        if (figure.kind() == Figure.Kind.PERCENTAGE_POINTS) {
            return wanted.equals("百分点") || wanted.equals("%");
        }
        boolean days = Sought.kept("天|日|工作日").is(wanted)
                && Sought.kept("天|日|个?工作日|个?日历天").is(figure.unit());
        boolean people = PEOPLE.is(wanted) && PEOPLE.is(figure.thing());
        return figure.kind() == Figure.Kind.COUNT && (plain(figure.thing()).equals(wanted) || days || people);
    }

    private static String plain(String unit) {
        return unit.length() > 1 && unit.startsWith("个") ? unit.substring(1) : unit;
    }

    /**
     * 变动率≤0得3分，大于0的，每上升1个百分点扣0.3分。本部门变动率3.01%: how far the rate lies beyond the limit that the rule states; nothing
     * where it keeps within.
     */
    private static Optional<Amount> beyond(Mention rule, List<Mention> rates, String words, int from) {
        String text = rule.figure().passage().text();
        Matcher stated = STATED.matcher(text).region(Math.max(0, from - 80), from);
        Exact limit = null;
        int at = -1;
        while (stated.find()) {
            limit = Exact.parse(stated.group("limit")).dividedBy(Exact.HUNDRED);
            at = at < 0 ? stated.start() : at;
        }
        boolean over = OVER.isIn(words);
        if (limit == null || over == UNDER.isIn(words)) {
            return Optional.empty();
        }
        int first = at;
        List<Mention> after = rates.stream()
                .filter(rate -> rate.figure().passage().order()
                                > rule.figure().passage().order()
                        || rate.figure().start() > rule.figure().end())
                .toList();
        List<Mention> before = rates.stream()
                .filter(rate -> rate.figure().passage().order()
                                == rule.figure().passage().order()
                        && rate.figure().end() <= first)
                .toList();
        List<Mention> actual = after.isEmpty() ? before : after;
        if (actual.size() != 1 || actual.get(0).figure().nearness() != Figure.Nearness.EXACT) {
            return Optional.empty();
        }
        Figure rate = actual.get(0).figure();
        Exact sign = over ? Exact.HUNDRED : Exact.HUNDRED.negate();
        Exact value = rate.value().minus(limit).times(sign);
        String most = limit.times(Exact.HUNDRED) + "%";
        String formula = "(" + (over ? rate.text() + " - " + most : most + " - " + rate.text()) + ")";
        return Optional.of(
                value.signum() > 0
                        ? new Amount(
                                new Side(Map.of(rate, sign), limit.times(sign).negate()), formula, value)
                        : new Amount(Side.constant(Exact.ZERO), "0", Exact.ZERO));
    }

    /** 目标95%，实际93.2%: what the second falls short of the first by; a limit is no figure to mend. */
    private static Optional<Amount> distance(Mention one, Mention two) {
        boolean first = LIMIT.isIn(one.before());
        if (first == LIMIT.isIn(two.before())) {
            return Optional.empty();
        }
        Figure limit = (first ? one : two).figure();
        Figure actual = (first ? two : one).figure();
        boolean below = actual.value().compareTo(limit.value()) < 0;
        Exact sign = below ? Exact.HUNDRED : Exact.HUNDRED.negate();
        return Optional.of(new Amount(
                new Side(Map.of(actual, sign.negate()), limit.value().times(sign)),
                "(" + (below ? limit.text() + " - " + actual.text() : actual.text() + " - " + limit.text()) + ")",
                limit.value().minus(actual.value()).times(sign)));
    }
}
