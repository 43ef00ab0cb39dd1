package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/**
 * A rule of the text applied to its own numbers: 每发现一处扣0.5分 and three found take off 1.5 points; 每低2个百分点扣0.5分, the part of a
 * step counted whole, left out or in proportion, as the text says. Where only the score is told, it is the weight less that. Never
 * more is taken off than the weight.
 */
final class RulePerCase implements Relation {

    private static final String BEGINS = "(?:每|(?:发现|出现|发生|存在|逾期|超期)(?=一))(?<words>[^。；，扣\\d]{0,12}?)";
    private static final String UNIT = "(?<unit>个百分点|百分点|%|个工作日|工作日|个月|[个件项处例次起家份天日人条笔宗台套名户所批月周年期座])";
    private static final String THEN = "[^。；，扣]{0,20}(?:，[^。；，扣\\d]{0,12})?，?(?:相应|酌情)?扣(?:减|除|其)?[^，。；：\\d]{0,8}$";
    /** 每超期1份扣0.5分, and 每份扣0.5分, where no number stands with the unit. */
    private static final List<Pattern> RULES = List.of(
            Pattern.compile(BEGINS + "(?<step>\\d+(?:\\.\\d+)?|一)" + UNIT + THEN),
            Pattern.compile(BEGINS + "(?<step>)" + UNIT + THEN));

    private static final Pattern WHOLE_STEPS = Pattern.compile("不足[^，。；]{1,12}按[^，。；]{1,10}(?:计|算|扣)");
    private static final Pattern DONE_STEPS = Pattern.compile("不足[^，。；]{1,16}(?:不扣|不计|舍去|忽略)");
    private static final Pattern CASES =
            Pattern.compile("(?:发现|存在|有|查出|出现|发生|超|逾期|延迟|推迟|延误|晚|迟|缺|少|低|差|高|多|未|达|其中|共|涉及)[^，。；\\d]{0,10}$");
    private static final Pattern ALL_LOOKED_AT = Pattern.compile("抽查|抽取|检查|应|共签|全年|总|全部|目标|计划|编制");
    /** 不足1个百分点的按1个百分点计. */
    private static final Pattern OF_RULE = Pattern.compile("(?:不足|不满|不到|按|每)$");

    private static final Pattern LIMIT = Pattern.compile("≥|不低于|低于|达到|标准|目标|要求|应|≤|不超过|不高于");
    private static final Pattern PEOPLE = Pattern.compile("人|名|人次|位");

    @Override
    public String name() {
        return "rule-per-case";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        examine(ScoreTree.of(claims), ledger);
    }

    private static void examine(ScoreNode node, Ledger ledger) {
        List<Mention> rules = new ArrayList<>(node.rules());
        for (ScoreNode.Taken taken : node.allDeductions()) {
            told(taken, ledger);
        }
        for (Mention rule : rules) {
            apply(node, rule, rules.size() == 1, ledger);
        }
        node.parts().forEach(part -> examine(part, ledger));
    }

    /** 扣1分。有2个项目未报送，每个扣0.5分. */
    private static void told(ScoreNode.Taken taken, Ledger ledger) {
        if (taken.points().isEmpty()
                || taken.each().isEmpty()
                || taken.each().get().cases().isEmpty()) {
            return;
        }
        Figure cases = taken.each().get().cases().get().figure();
        Figure per = taken.each().get().per().figure();
        ledger.check(check(
                taken.points().get().figure(),
                cases.text() + " × " + per.text(),
                new Side(Map.of(cases, per.value()), Exact.ZERO)));
    }

    private static void apply(ScoreNode node, Mention rule, boolean only, Ledger ledger) {
        String text = rule.figure().passage().text();
        String before = text.substring(
                Math.max(0, rule.figure().start() - 60), rule.figure().start());
        Matcher words = RULES.get(0).matcher(before);
        if (!words.find()) {
            words = RULES.get(1).matcher(before);
            if (!words.find()) {
                return;
            }
        }
        int from = rule.figure().start() - before.length() + words.start();
        Optional<Figure> taken = taken(node, rule, only);
        Optional<Figure> got = node.got()
                .map(Mention::figure)
                .filter(score -> node.isScored() && only && node.taken().isEmpty());
        if (taken.isEmpty() && got.isEmpty()) {
            return;
        }
        Exact step = words.group("step").matches("|一|1") ? Exact.ONE : Exact.parse(words.group("step"));
        Exact per = rule.figure().value().dividedBy(step);
        List<Amount> amounts = amounts(node, rule, taken, words.group("unit"), from);
        Optional<Check> chosen = Optional.empty();
        for (Amount amount : amounts) {
            Optional<Check> check = check(node, taken, got, amount, per, rule, step, text);
            if (check.isPresent() && check.get().equation().judge() == Verdict.AGREES) {
                chosen = check;
                break;
            }
            chosen = chosen.or(() -> check);
        }
        chosen.filter(check -> amounts.size() <= 3).ifPresent(ledger::check);
    }

    /** What this rule took off: the only figure taken off, else the first one after the rule. */
    private static Optional<Figure> taken(ScoreNode node, Mention rule, boolean only) {
        List<Figure> taken = node.allDeductions().stream()
                .filter(each -> each.each().isEmpty())
                .flatMap(each -> each.points().stream())
                .map(Mention::figure)
                .toList();
        if (only && taken.size() == 1) {
            return Optional.of(taken.get(0));
        }
        return taken.stream()
                .filter(figure ->
                        figure.passage().order() == rule.figure().passage().order()
                                && figure.start() > rule.figure().end()
                                && figure.passage()
                                                .text()
                                                .substring(rule.figure().end(), figure.start())
                                                .indexOf('。')
                                        < 0)
                .findFirst();
    }

    /** A number of cases or the distance of two rates, with its words. */
    private record Amount(Side side, String text, Exact value) {}

    private static List<Amount> amounts(ScoreNode node, Mention rule, Optional<Figure> taken, String unit, int from) {
        String wanted = plain(unit);
        List<Mention> fitting = new ArrayList<>();
        List<Mention> rates = new ArrayList<>();
        for (Mention number : near(node, rule, taken)) {
            boolean inRule =
                    number.figure().passage().order() == rule.figure().passage().order()
                            && number.figure().start() >= from
                            && number.figure().end() <= rule.figure().start();
            boolean exact = number.figure().nearness() == Figure.Nearness.EXACT
                    && !OF_RULE.matcher(number.before()).find();
            if (!inRule && exact && counts(number.figure(), wanted)) {
                fitting.add(number);
            }
            if (!inRule && number.figure().kind() == Figure.Kind.PERCENT) {
                rates.add(number);
            }
        }
        boolean percent = wanted.equals("百分点") || wanted.equals("%");
        List<Amount> amounts = new ArrayList<>();
        List<Mention> found = fitting.stream()
                .filter(number -> CASES.matcher(number.before()).find())
                .toList();
        List<Mention> cases = found.isEmpty() ? fitting : found;
        for (int i = cases.size() - 1; i >= 0; i--) {
            Mention number = cases.get(i);
            if (!ALL_LOOKED_AT.matcher(number.before()).find() || cases.size() == 1) {
                amounts.add(new Amount(
                        new Side(Map.of(number.figure(), percent ? Exact.HUNDRED : Exact.ONE), Exact.ZERO),
                        number.figure().text(),
                        number.figure().value().times(percent ? Exact.HUNDRED : Exact.ONE)));
            }
        }
        if (amounts.isEmpty() && percent && rates.size() == 2) {
            distance(rates.get(0), rates.get(1)).ifPresent(amounts::add);
        }
        return amounts;
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
        boolean days = wanted.matches("天|日|工作日") && figure.unit().matches("天|日|个?工作日|个?日历天");
        boolean people = PEOPLE.matcher(wanted).matches()
                && PEOPLE.matcher(figure.thing()).matches();
        return figure.kind() == Figure.Kind.COUNT && (plain(figure.thing()).equals(wanted) || days || people);
    }

    private static String plain(String unit) {
        return unit.length() > 1 && unit.startsWith("个") ? unit.substring(1) : unit;
    }

    /** 目标95%，实际93.2%: what the second falls short of the first by; a limit is no figure to mend. */
    private static Optional<Amount> distance(Mention one, Mention two) {
        boolean first = LIMIT.matcher(one.before()).find();
        if (first == LIMIT.matcher(two.before()).find()) {
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

    private static Optional<Check> check(
            ScoreNode node,
            Optional<Figure> taken,
            Optional<Figure> got,
            Amount amount,
            Exact per,
            Mention rule,
            Exact step,
            String text) {
        Optional<Exact> weight = node.weight().map(Mention::figure).map(Figure::value);
        Exact steps = amount.value().dividedBy(step);
        Exact up = Exact.of(steps.toDecimal(new Rounding(0, Rounding.Mode.CEILING)));
        Exact down = Exact.of(steps.toDecimal(new Rounding(0, Rounding.Mode.FLOOR)));
        List<Exact> ways = new ArrayList<>();
        if (WHOLE_STEPS.matcher(text).find()) {
            ways.add(up);
        } else if (DONE_STEPS.matcher(text).find()) {
            ways.add(down);
        } else {
            ways.addAll(List.of(steps, up, down));
        }
        String formula = amount.text() + " × " + rule.figure().text() + (step.equals(Exact.ONE) ? "" : " ÷ " + step);
        Check first = null;
        for (Exact way : ways) {
            Exact off = way.times(rule.figure().value());
            Exact held = weight.filter(most -> most.compareTo(off) < 0).orElse(off);
            boolean plain = way.equals(steps) && held.equals(off);
            Side points = plain ? scaled(amount.side(), per) : Side.constant(held);
            Check check = taken.map(figure -> check(figure, formula, points))
                    .orElseGet(() -> check(
                            got.orElseThrow(),
                            node.weight().orElseThrow().figure().text() + " - " + formula,
                            Side.constant(weight.orElseThrow().minus(held))));
            first = first == null ? check : first;
            if (check.equation().judge() == Verdict.AGREES) {
                return Optional.of(check);
            }
        }
        return Optional.ofNullable(first);
    }

    private static Side scaled(Side side, Exact per) {
        Map<Figure, Exact> weights = new java.util.LinkedHashMap<>();
        side.weights().forEach((figure, weight) -> weights.put(figure, weight.times(per)));
        return new Side(weights, side.constant().times(per));
    }

    private static Check check(Figure result, String formula, Side side) {
        return new Check(Kind.RULE, "rule-differs", "", formula, new Equation(result, side, Side.ONE));
    }
}
