package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
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
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Rates of a questionnaire: how many came back (回收率) and were valid (有效率, over those that came back or were sent, as the bracket beside it says), and how many
 * of them ticked the first answers (非常满意305人，满意214人，一般46人…，前两项合计90.10%).
 */
final class Questionnaires implements Relation {

    private static final Sought ABOUT = Sought.of("问卷|答卷|回访|受访|调查表|测评表|选择");
    private static final Sought SENT = Sought.of("(?:发放|发出|投放|派发|下发)[^，。；\\d]{0,10}$");
    private static final Sought BACK = Sought.of("(?:回收|收回|返回)(?!率)[^，。；\\d率]{0,10}$");
    private static final Sought VALID = Sought.of("有效(?!率|回收)[^，。；\\d率]{0,8}$");
    private static final Sought RATE = Sought.of("(?<what>回收率|收回率|有效回收率|有效率)(?:为|是|达到?)?$");
    /** 有效率96.25%（有效问卷/回收问卷）. */
    private static final Sought OVER = Sought.of("^（[^）]{2,10}[/÷](?<over>[^）]{2,12})）");

    private static final Sought FIRST_ANSWERS =
            Sought.of("前(?<count>[两二三])项[^，。；\\d]{0,4}(?:合计|共|之和|累计)?[^，。；\\d]{0,4}(?:满意率|满意度|占比|比例|占)?(?:为|是|达到?)?$");
    private static final Sought SATISFIED = Sought.of("(?<!综合|总体|加权|平均)满意[率度](?:（[^（）\\d]{1,24}）)?(?:为|是|达到?)?$");
    private static final Pattern UNSATISFIED = Pattern.compile("不|一般|无所谓|说不清|未");
    private static final int WITHIN = 15;
    private static final int BEFORE = 24;

    @Override
    public String name() {
        return "questionnaires";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            if (ABOUT.isIn(passage)) {
                List<Mention> mentions = claims.mentions(passage);
                for (Mention mention : mentions) {
                    if (mention.figure().kind() == Figure.Kind.PERCENT
                            && mention.figure().nearness() == Figure.Nearness.EXACT) {
                        returned(mentions, mention, ledger);
                        answers(claims, passage, mentions, mention, ledger);
                    }
                }
            }
        }
    }

    private static void returned(List<Mention> mentions, Mention rate, Ledger ledger) {
        Matcher words = RATE.in(rate.before());
        if (!words.find()) {
            return;
        }
        Optional<Figure> sent = one(mentions, rate, SENT);
        Optional<Figure> back = one(mentions, rate, BACK);
        Optional<Figure> valid = one(mentions, rate, VALID);
        boolean ofValid = words.group("what").startsWith("有效");
        Optional<Figure> top = ofValid ? valid : back.or(() -> valid);
        List<Figure> bottoms = new ArrayList<>();
        Matcher over = OVER.in(rate.after());
        String base = over.find() ? over.group("over") : "";
        if (!ofValid || base.matches(".*(?:发放|发出).*")) {
            sent.ifPresent(bottoms::add);
        } else if (base.matches(".*(?:回收|收回).*")) {
            back.ifPresent(bottoms::add);
        } else {
            (words.group("what").equals("有效率") ? back : sent).ifPresent(bottoms::add);
            (words.group("what").equals("有效率") ? sent : back).ifPresent(bottoms::add);
        }
        boolean explained = ledger.judged(rate.figure()) && base.isEmpty();
        if (top.isEmpty() || bottoms.isEmpty() || explained) {
            return;
        }
        List<Check> checks = bottoms.stream()
                .filter(bottom -> !bottom.equals(top.get()))
                .map(bottom -> check(rate, List.of(top.get()), bottom))
                .toList();
        fitting(checks).or(() -> checks.stream().findFirst()).ifPresent(ledger::check);
    }

    /** The one number of forms or people with such words before it. */
    private static Optional<Figure> one(List<Mention> mentions, Mention rate, Sought words) {
        List<Figure> found = mentions.stream()
                .filter(mention -> mention.figure().kind() == Figure.Kind.COUNT
                        && mention.figure().nearness() == Figure.Nearness.EXACT
                        && Math.abs(mention.sentence() - rate.sentence()) <= 1
                        && words.isIn(mention.before()))
                .map(Mention::figure)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static void answers(Claims claims, Passage passage, List<Mention> mentions, Mention rate, Ledger ledger) {
        int start = rate.figure().start();
        Matcher first = FIRST_ANSWERS.in(passage.text().substring(Math.max(0, start - BEFORE), start));
        boolean counted = first.find();
        if (!counted && (!SATISFIED.isIn(rate.before()) || ledger.judged(rate.figure()))) {
            return;
        }
        List<NamedSeries> lists = NamedSeries.of(claims, passage).stream()
                .filter(series -> series.end() <= rate.figure().start()
                        && series.like().kind() == Figure.Kind.COUNT
                        && series.members().stream()
                                .anyMatch(member -> member.name().contains("满意")))
                .toList();
        if (lists.size() != 1) {
            return;
        }
        List<NamedSeries.Member> members = lists.get(0).members().stream()
                .dropWhile(member -> !member.name().contains("满意"))
                .toList();
        List<Figure> all = members.stream().map(NamedSeries.Member::figure).toList();
        List<Integer> numbers = counted ? List.of(first.group("count").equals("三") ? 3 : 2) : satisfied(members);
        Side whole = whole(mentions, all);
        List<Check> checks = numbers.stream()
                .filter(number -> number < all.size())
                .map(number -> check(rate, all.subList(0, number), whole))
                .toList();
        fitting(checks)
                .or(() -> checks.stream()
                        .filter(check -> Near.within(check.equation(), WITHIN))
                        .findFirst())
                .ifPresent(ledger::check);
    }

    /** How many of the first answers are called satisfied: 基本满意 may count or not. */
    private static List<Integer> satisfied(List<NamedSeries.Member> members) {
        List<Integer> numbers = new ArrayList<>();
        int number = 0;
        for (NamedSeries.Member member : members) {
            if (!member.name().contains("满意")
                    || UNSATISFIED.matcher(member.name()).find()) {
                break;
            }
            number++;
            if (member.name().contains("基本") && number > 1) {
                numbers.add(number - 1);
            }
        }
        if (number > 0) {
            numbers.add(0, number);
        }
        return numbers;
    }

    /** The number of answers that the paragraph tells, if all are listed; else their sum. */
    private static Side whole(List<Mention> mentions, List<Figure> all) {
        Side sum = Side.of(all);
        return mentions.stream()
                .map(Mention::figure)
                .filter(figure -> figure.kind() == Figure.Kind.COUNT
                        && !all.contains(figure)
                        && Near.tight(new Equation(figure, sum, Side.ONE)))
                .findFirst()
                .map(Side::of)
                .orElse(sum);
    }

    private static Optional<Check> fitting(List<Check> checks) {
        return checks.stream().filter(check -> Near.tight(check.equation())).findFirst();
    }

    private static Check check(Mention rate, List<Figure> top, Figure bottom) {
        return check(rate, top, Side.of(bottom));
    }

    private static Check check(Mention rate, List<Figure> top, Side bottom) {
        String tops = top.size() == 1 ? top.get(0).text() : "(" + Formulas.sum(top) + ")";
        List<Figure> bottoms = List.copyOf(bottom.weights().keySet());
        String over = bottoms.size() == 1 ? bottoms.get(0).text() : "(" + Formulas.sum(bottoms) + ")";
        return new Check(
                Kind.RATIO,
                "rate-differs",
                rate.claim().label(),
                tops + " ÷ " + over,
                new Equation(rate.figure(), Side.of(top), bottom));
    }
}
