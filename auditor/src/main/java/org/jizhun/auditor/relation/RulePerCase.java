package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.quantity.Rounding;

/**
 * A rule of the text applied to its own numbers: 每发现一处扣0.5分 and three found take off 1.5 points; 每低2个百分点扣0.5分, the part of a
 * step counted whole, left out or in proportion, as the text says. Where only the score is told, it is the weight less that. Never
 * more is taken off than the weight.
 */
final class RulePerCase implements Relation {

    private static final String BEGINS = "(?:每|(?:发现|出现|发生|存在|逾期|超期)(?=一(?![般些定致系直切])))(?<words>[^。；，扣\\d]{0,12}?)";
    private static final String UNIT = "(?<unit>个百分点|百分点|%|个工作日|工作日|个月|[个件项处例次起家份天日人条笔宗台套名户所批月周年期座])";
    private static final String THEN = "[^。；，扣]{0,20}(?:，[^。；，扣\\d]{0,12})?，?(?:相应|酌情)?扣(?:减|除|其)?[^，。；：\\d]{0,8}$";
    /** 每超期1份扣0.5分, and 每份扣0.5分, where no number stands with the unit. */
    private static final List<Pattern> RULES = List.of(
            Pattern.compile(BEGINS + "(?<step>\\d+(?:\\.\\d+)?|一)" + UNIT + THEN),
            Pattern.compile(BEGINS + "(?<step>)" + UNIT + THEN));

    private static final Sought WHOLE_STEPS = Sought.of("不足[^，。；]{1,12}按[^，。；]{1,10}(?:计|算|扣)");
    /** 不足1个百分点的按比例扣分. */
    private static final Sought PARTS_OF_STEPS = Sought.of("不足[^，。；]{1,12}按[^，。；]{0,6}(?:比例|差额|实际)[^，。；]{0,6}扣");

    private static final Sought DONE_STEPS = Sought.of("不足[^，。；]{1,16}(?:不扣|不计|舍去|忽略)");
    private static final Pattern MOST =
            Pattern.compile("[^。；\\d]{0,12}?(?:最多|最高|至多|累计|合计|上限|总扣分)[^，。；\\d]{0,8}?(?<most>\\d+(?:\\.\\d+)?)分");

    @Override
    public String name() {
        return "rule-per-case";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        examine(ScoreTree.of(claims), ScoreBook.of(claims), ledger);
        RowRule.examine(claims, ledger);
        RuleApplied.examine(claims, ledger);
    }

    private static void examine(ScoreNode node, ScoreBook book, Ledger ledger) {
        List<Mention> rules = new ArrayList<>(node.rules());
        for (ScoreNode.Taken taken : node.allDeductions()) {
            told(taken, ledger);
        }
        for (Mention rule : rules) {
            apply(node, rule, rules.size() == 1, book, ledger);
        }
        node.parts().forEach(part -> examine(part, book, ledger));
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

    private static void apply(ScoreNode node, Mention rule, boolean only, ScoreBook book, Ledger ledger) {
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
        Optional<Points> scored =
                only && node.taken().isEmpty() && node.allTaken().isEmpty()
                        ? Points.of(node, text.substring(0, from), book)
                        : Optional.empty();
        if (taken.isEmpty() && scored.isEmpty()) {
            return;
        }
        Exact step = Sought.kept("|一|1").is(words.group("step")) ? Exact.ONE : Exact.parse(words.group("step"));
        if (step.isZero()) {
            return;
        }
        Exact per = rule.figure().value().dividedBy(step);
        List<RuleAmounts.Amount> amounts = RuleAmounts.of(node, rule, taken, words.group("unit"), words.group(), from);
        Optional<Check> chosen = Optional.empty();
        for (RuleAmounts.Amount amount : amounts) {
            Optional<Check> check = check(node, taken, scored, amount, per, rule, step, text);
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
        if (only && taken.isEmpty() && node.allTaken().isPresent()) {
            return node.allTaken().map(Mention::figure);
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

    private static Optional<Check> check(
            ScoreNode node,
            Optional<Figure> taken,
            Optional<Points> scored,
            RuleAmounts.Amount amount,
            Exact per,
            Mention rule,
            Exact step,
            String text) {
        Optional<Exact> weight = scored.map(Points::weight)
                .map(Figure::value)
                .or(() -> node.weight().map(Mention::figure).map(Figure::value));
        Exact steps = amount.value().dividedBy(step);
        Exact up = Exact.of(steps.toDecimal(new Rounding(0, Rounding.Mode.CEILING)));
        Exact down = Exact.of(steps.toDecimal(new Rounding(0, Rounding.Mode.FLOOR)));
        List<Exact> ways = new ArrayList<>();
        if (PARTS_OF_STEPS.isIn(text)) {
            ways.add(steps);
        } else if (WHOLE_STEPS.isIn(text)) {
            ways.add(up);
        } else if (DONE_STEPS.isIn(text)) {
            ways.add(down);
        } else {
            ways.addAll(List.of(steps, up, down));
        }
        String formula = amount.text() + " × " + rule.figure().text() + (step.equals(Exact.ONE) ? "" : " ÷ " + step);
        Check first = null;
        for (Exact way : ways) {
            Exact off = way.times(rule.figure().value());
            Exact held = most(text, rule).map(off::min).orElse(off);
            held = weight.map(held::min).orElse(held);
            boolean plain = way.equals(steps) && held.equals(off);
            Side points = plain ? scaled(amount.side(), per) : Side.constant(held);
            Check check = taken.map(figure -> check(figure, formula, points))
                    .orElseGet(() -> scored.orElseThrow().less(formula, points, plain));
            first = first == null ? check : first;
            if (check.equation().judge() == Verdict.AGREES) {
                return Optional.of(check);
            }
        }
        return Optional.ofNullable(first);
    }

    /** 每项扣0.5分，最多扣2分. */
    private static Optional<Exact> most(String text, Mention rule) {
        Matcher most = MOST.matcher(text).region(rule.figure().end(), text.length());
        return most.lookingAt() ? Optional.of(Exact.parse(most.group("most"))) : Optional.empty();
    }

    /** Weight and score of what the rule is about: of the item itself, else of the table row that the words before the rule name. */
    private record Points(Figure weight, Figure got) {

        static Optional<Points> of(ScoreNode node, String before, ScoreBook book) {
            if (node.isScored()) {
                return Optional.of(new Points(
                        node.weight().orElseThrow().figure(),
                        node.got().orElseThrow().figure()));
            }
            return book.in(before).flatMap(entry -> {
                Optional<Figure> weight = entry.weight().flatMap(ScoreBook.Points::single);
                Optional<Figure> score = entry.score().flatMap(ScoreBook.Points::single);
                return weight.isPresent() && score.isPresent()
                        ? Optional.of(new Points(weight.get(), score.get()))
                        : Optional.empty();
            });
        }

        Check less(String formula, Side off, boolean plain) {
            Map<Figure, Exact> weights = new LinkedHashMap<>();
            Exact constant = weight.value().minus(off.constant());
            if (plain) {
                weights.putAll(off.weights());
                weights.replaceAll((figure, each) -> each.negate());
            }
            return check(got, weight.text() + " - " + formula, new Side(weights, constant));
        }
    }

    private static Side scaled(Side side, Exact per) {
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        side.weights().forEach((figure, weight) -> weights.put(figure, weight.times(per)));
        return new Side(weights, side.constant().times(per));
    }

    private static Check check(Figure result, String formula, Side side) {
        return new Check(Kind.RULE, "rule-differs", "", formula, new Equation(result, side, Side.ONE));
    }
}
