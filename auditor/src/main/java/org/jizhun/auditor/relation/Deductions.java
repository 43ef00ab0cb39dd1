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
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
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
 * Points taken off as the text says they are: 每发现一处扣1分, 发现3处, 扣3分; the score is the weight less what was taken
 * off; and what was taken off is the sum of its items. A rule stated in one section holds for that section.
 */
final class Deductions implements Relation {

    private static final Pattern PER_CASE = Pattern.compile(
            "(?:(?=发现一|出现一|发生一|存在一)|每)(?:发现|出现|发生|存在|有|多|少|增加|减少|超过|超出|超|低于|低|高于|高|逾期|延迟|延期|延误|推迟|迟报?|缺少|缺)?(?:[^，。；：、\\d]{0,8}?)(?<step>\\d+(?:\\.\\d+)?|一|1)?(?<unit>个百分点|百分点|%|个|件|项|处|例|次|起|家|份|个?工作日|天|日|人|条)[^，。；：扣]{0,18}?，?(?:相应)?扣(?:减|除)?[^，。；：\\d]{0,8}$");
    private static final Pattern SHORT = Pattern.compile(
            "每(?:低|降低|少|低于|下降|减少|相差|差)(?:于)?1?(?:个百分点|个?百分点|%|1%)[^，。；：]{0,10}，?(?:相应)?扣(?:减|除)?[^，。；：\\d]{0,8}$");
    private static final Pattern LIMIT = Pattern.compile("≥|不低于|低于|达到|标准|目标|要求");
    private static final Pattern TAKEN = Pattern.compile("(?:扣除|扣减|扣分|减分|扣|减)(?:了|为|：)?$");
    private static final Pattern ALL_TAKEN =
            Pattern.compile("(?:合计|共计?|累计|总共|一共|综合|以上|小计)(?:扣除|扣减|扣)(?:分)?(?:为)?$|扣分(?:合计|共计|总计|累计|总分)(?:为)?$");
    private static final Pattern GOT = Pattern.compile("(?:得分|实得|得|自评|评分|(?<![合总共小累])计)(?:为|是|：)?$");
    private static final Pattern WEIGHT = Pattern.compile("(?:分值|满分|权重|标准分|总分值|指标)(?:为|是|：|共)?$");
    private static final Sought HEADING = Sought.of(
            Pattern.compile(
                    "^(?<number>[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\\d]{1,3}）|\\d{1,2}[.、．]).{2,40}（(?:分值|满分|权重)?[:：]?(?<weight>\\d{1,3}(?:\\.\\d+)?)分）"));
    private static final Pattern SOME = Pattern.compile("主要(?:是|因|扣分|原因)|等原因|扣完为止，|其他");

    private static final Pattern BEGINS =
            Pattern.compile("(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、．](?!\\d))");

    @Override
    public String name() {
        return "deductions";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Optional<Figure> weight = Optional.empty();
        Optional<Mention> rule = Optional.empty();
        for (Passage passage : claims.passages()) {
            Matcher heading = HEADING.in(passage);
            List<Mention> mentions = claims.mentions(passage);
            if (BEGINS.matcher(passage.text()).lookingAt()) {
                weight = Optional.empty();
                rule = Optional.empty();
            }
            if (heading.find()) {
                int at = heading.start("weight");
                weight = claims.figures(passage).stream()
                        .filter(figure -> figure.start() == at)
                        .findFirst();
            }
            List<Mention> own = rules(mentions, passage.text());
            section(mentions, weight, own.isEmpty() ? rule.stream().toList() : own, passage.text(), ledger);
            if (!own.isEmpty()) {
                rule = own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
            }
        }
    }

    /** The points that stated rules take off for each case. */
    private static List<Mention> rules(List<Mention> mentions, String text) {
        return mentions.stream().filter(mention -> isRule(mention, text)).toList();
    }

    /** The one rule that counts what this figure counts. */
    private static Optional<Mention> ruleFor(Mention number, List<Mention> rules) {
        List<Mention> fitting =
                rules.stream().filter(rule -> counts(number, rule)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static boolean isRule(Mention mention, String text) {
        return mention.figure().kind() == Figure.Kind.POINTS
                && ruleWords(mention, text).find();
    }

    private static Matcher ruleWords(Mention mention, String text) {
        int from = Math.max(0, mention.figure().start() - 36);
        return PER_CASE.matcher(text.substring(from, mention.figure().start()));
    }

    private static void section(
            List<Mention> mentions, Optional<Figure> heading, List<Mention> rules, String text, Ledger ledger) {
        Optional<Figure> weight = heading;
        List<Figure> taken = new ArrayList<>();
        Optional<Mention> cases = Optional.empty();
        Optional<Figure> all = Optional.empty();
        Optional<Figure> first = Optional.empty();
        Optional<Figure> got = Optional.empty();
        for (Mention mention : mentions) {
            Figure figure = mention.figure();
            boolean points = figure.kind() == Figure.Kind.POINTS;
            if (points && WEIGHT.matcher(mention.before()).find()) {
                result(weight, got, taken, all, text, ledger);
                all = Optional.empty();
                weight = Optional.of(figure);
                taken.clear();
                got = Optional.empty();
            } else if (points && isRule(mention, text)) {
                cases = Optional.empty();
            } else if (points && ALL_TAKEN.matcher(mention.before()).find()) {
                all = Optional.of(figure);
                first = taken.isEmpty() ? all : Optional.empty();
                allTaken(taken, figure, text, ledger);
            } else if (points && TAKEN.matcher(mention.before()).find()) {
                cases.ifPresentOrElse(
                        number ->
                                ruleFor(number, rules).ifPresent(per -> product(number.figure(), per, figure, ledger)),
                        () -> shortfall(mentions, mention, rules).ifPresent(ledger::check));
                cases = Optional.empty();
                taken.add(figure);
            } else if (points
                    && GOT.matcher(mention.before()).find()
                    && !mention.before().matches(".*[上去]年.*")
                    && got.isEmpty()
                    && !isOfWhole(figure, weight)) {
                got = Optional.of(figure);
            } else if (ruleFor(mention, rules).isPresent()) {
                cases = Optional.of(mention);
            }
        }
        first.ifPresent(sum -> allTaken(taken, sum, text, ledger));
        result(weight, got, taken, all, text, ledger);
    }

    /** 94分 after an item of 8分 is the score of the document. */
    private static boolean isOfWhole(Figure score, Optional<Figure> weight) {
        return weight.filter(figure -> score.value().compareTo(figure.value().times(Exact.of(2))) > 0)
                .isPresent();
    }

    private static void result(
            Optional<Figure> weight,
            Optional<Figure> got,
            List<Figure> taken,
            Optional<Figure> all,
            String text,
            Ledger ledger) {
        if (weight.isPresent() && got.isPresent()) {
            above(weight.get(), got.get(), ledger);
            if (!taken.isEmpty()) {
                left(weight.get(), got.get(), all.map(List::of).orElse(List.copyOf(taken)), text, ledger);
            }
        }
    }

    private static boolean counts(Mention mention, Mention rule) {
        Matcher words = ruleWords(rule, rule.figure().passage().text());
        if (!words.find()
                || !(words.group("step") == null || words.group("step").matches("一|1"))
                || mention.figure().nearness() != Figure.Nearness.EXACT
                || mention.bracketed()) {
            return false;
        }
        String unit = words.group("unit").replace("个百分点", "百分点");
        String own = mention.figure().unit().replace("个百分点", "百分点");
        boolean after =
                mention.figure().passage().order() != rule.figure().passage().order()
                        || mention.figure().start() > rule.figure().end();
        return after && own.equals(unit);
    }

    /** 执行率≥95%，实际93.2%，每低1个百分点扣1分，扣1.8分: what the rate falls short of the limit, point by point. */
    private static Optional<Check> shortfall(List<Mention> mentions, Mention taken, List<Mention> rules) {
        List<Mention> each = rules.stream()
                .filter(rule -> SHORT.matcher(textBefore(rule.figure())).find())
                .toList();
        List<Mention> rates = mentions.stream()
                .filter(mention -> mention.figure().kind() == Figure.Kind.PERCENT
                        && mention.figure().end() <= taken.figure().start())
                .toList();
        if (each.size() != 1 || rates.size() != 2) {
            return Optional.empty();
        }
        boolean first = LIMIT.matcher(rates.get(0).before()).find();
        if (first == LIMIT.matcher(rates.get(1).before()).find()) {
            return Optional.empty();
        }
        Figure limit = rates.get(first ? 0 : 1).figure();
        Figure actual = rates.get(first ? 1 : 0).figure();
        Exact per = each.get(0).figure().value().times(Exact.HUNDRED);
        Side side = new Side(Map.of(actual, per.negate()), per.times(limit.value()));
        Equation equation = new Equation(taken.figure(), side, Side.ONE);
        boolean begun = equation.expected()
                .filter(right -> right.minus(taken.figure().value())
                                        .abs()
                                        .compareTo(each.get(0).figure().value())
                                < 0
                        && taken.figure()
                                .value()
                                .dividedBy(each.get(0).figure().value())
                                .isWhole())
                .isPresent();
        boolean told = equation.judge() != Verdict.DIFFERS || (!begun && Near.within(equation, 60));
        String formula = "(" + limit.text() + " - " + actual.text() + ") × "
                + each.get(0).figure().text();
        return told ? Optional.of(new Check(Kind.RULE, "rule-differs", "", formula, equation)) : Optional.empty();
    }

    private static String textBefore(Figure figure) {
        return figure.passage().text().substring(0, figure.start());
    }

    private static void product(Figure number, Mention rule, Figure taken, Ledger ledger) {
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        boolean percent = number.kind() == Figure.Kind.PERCENTAGE_POINTS || number.kind() == Figure.Kind.PERCENT;
        Exact each = rule.figure().value();
        weights.put(number, percent ? each.times(Exact.HUNDRED) : each);
        ledger.check(new Check(
                Kind.RULE,
                "rule-differs",
                "",
                number.text() + " × " + rule.figure().text(),
                new Equation(taken, new Side(weights, Exact.ZERO), Side.ONE)));
    }

    private static void allTaken(List<Figure> taken, Figure all, String text, Ledger ledger) {
        Equation equation = new Equation(all, Side.of(taken), Side.ONE);
        boolean told =
                equation.judge() != Verdict.DIFFERS || !SOME.matcher(text).find();
        if (taken.size() >= 2 && told) {
            ledger.check(new Check(Kind.SUM, "sum-differs", "", Formulas.sum(taken), equation));
        }
    }

    private static void above(Figure weight, Figure score, Ledger ledger) {
        if (score.value().compareTo(weight.value()) > 0
                && weight.passage().order() == score.passage().order()) {
            Problem problem =
                    Problem.of("score-above-weight", Place.NONE, "stated", score.text(), "other", weight.text());
            ledger.find(Finding.of(
                    Kind.SCORE, score.text(), Optional.empty(), problem, score.spot(), List.of(weight.spot())));
        }
    }

    /** Score = weight less what was taken off. */
    private static void left(Figure weight, Figure got, List<Figure> taken, String text, Ledger ledger) {
        Side side = Side.of(weight);
        for (Figure figure : taken) {
            side = side.minus(figure);
        }
        Equation equation = new Equation(got, side, Side.ONE);
        boolean below = equation.expected().filter(value -> value.signum() < 0).isPresent();
        boolean apart =
                equation.judge() == Verdict.DIFFERS && (SOME.matcher(text).find() || below);
        if (!apart) {
            ledger.check(
                    new Check(Kind.SCORE, "score-differs", "", Formulas.combined(List.of(weight), taken), equation));
        }
    }
}
