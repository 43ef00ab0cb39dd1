package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;

/**
 * A rate beside the two figures it is of, whatever it is called: 务农人员236人，占57.28%; 到位14250万元，落实率76.61%. Any two figures around that give it are taken for
 * meant; where there are none, those that stand right beside it.
 */
final class ReckonedRates implements Relation {

    private static final int BACK = 2;
    private static final int LONG = 3;
    private static final int FAR = 40;

    private static final Sought WHOLE =
            Sought.of("预算|总|共|计划|目标|应|安排|下达|发行|概算|投资额|合同|额度|任务|受理|抽[查检样]|调查|发放|回收|收回|有效|核定|编制|批复|规划|指标");

    /** 目标值≥90%, 要求达到95%, 不低于: told for itself. */
    private static final Sought GIVEN =
            Sought.of("合计|目标|要求|标准|不低于|不高于|控制|利率|税率|费率|权重|系数|折扣|下浮|首付|预付|序时|同期|上年|去年|平均|年均|全[国省市区县]|排名");

    private static final Sought DONE = Sought.of("(?:完成|执行|支付|支出|到位|实现|进度)[^，。；\\d]{0,2}[率度](?:为|达到?|是)?$");

    /** 调整率, 节约率, 结余率: the rate of a figure that is named like it. */
    private static final Sought NAMED = Sought.of("(?<stem>[\\u4e00-\\u9fa5]{2})(?:率|比例|幅度)(?:仅|约|为|是|达到?|高达|：)*$");

    private static final Sought ADJUSTED = Sought.of("调[增减整]|追加");

    /** Before the whole where the rate behind tells its name: 目标人数15000人，实际筛查14286人，目标完成率. */
    private static final Sought PLANNED = Sought.of("目标|计划|任务|应|预算");

    private static final int VERY_FAR = 70;

    private static final String GENERAL = "计划|目标|完成|实际|全年|年度|已|共|累计|新增|任务|项目|资金|预算|支出|安排";

    /** Characters that name a thing. */
    private static final int NAME = 3;

    /** 占中央和省级资金的2.44%: of a sum that is not printed. */
    private static final Sought OF_SEVERAL = Sought.of("占[^，。；\\d]{1,8}[和与及、][^，。；\\d]{1,8}$");

    private static final Sought SHARE = Sought.of("占[^，。；\\d]{0,14}$|(?:占比|比重)[^，。；\\d]{0,4}$");

    @Override
    public String name() {
        return "reckoned-rates";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Told.OfText text = Told.OfText.of(claims);
        Alibi alibi = Alibi.of(claims);
        for (int i = 0; i < text.paragraphs().size(); i++) {
            for (Told told : text.paragraphs().get(i)) {
                if (isReckoned(told) && !ledger.settles(told.figure())) {
                    check(told, text)
                            .filter(check -> alibi.instead(check).equals(check))
                            .ifPresent(ledger::check);
                }
            }
        }
    }

    private static boolean isReckoned(Told told) {
        Figure figure = told.figure();
        return figure.kind() == Figure.Kind.PERCENT
                && (told.role() == Role.VALUE
                        || figure.nearness() == Figure.Nearness.ABOUT
                        || NAMED.isIn(told.mention().before()))
                && !GIVEN.isIn(Sought.kept("目标(?=完成率|达成率|实现率)")
                        .replaceAll(told.mention().before(), ""));
    }

    private static Optional<Check> check(Told told, Told.OfText text) {
        List<Told> around = text.until(told.paragraph(), BACK);
        Optional<Check> adjusted = told.mention().before().contains("调整")
                ? ofChange(told, text.paragraphs().get(told.paragraph()))
                : Optional.empty();
        if (adjusted.isPresent()) {
            return adjusted;
        }
        for (Told one : told.figure().digits() >= LONG ? around : List.<Told>of()) {
            for (Told two : around) {
                boolean pair = one.isOther(two)
                        && one.isMeasured()
                        && one.isLike(two)
                        && !two.figure().value().isZero();
                if (pair && (told.figure().digits() > LONG || isBeside(told, one, two))) {
                    Check check = quotient(told, one.figure(), two.figure());
                    if (Near.rounded(check.equation())) {
                        return Optional.of(check);
                    }
                }
            }
        }
        if (RateWord.isOfMore(told.mention().before())
                || RateWord.isDistance(told.mention().before())) {
            return Optional.empty();
        }
        List<Told> own = text.paragraphs().get(told.paragraph());
        if (told.role() != Role.VALUE && told.figure().nearness() == Figure.Nearness.EXACT) {
            return ofChange(told, own);
        }
        return inBrackets(told, own)
                .or(() -> ofChange(told, own))
                .or(() -> ofPlanned(told, own))
                .or(() -> ofNamed(told, own).filter(check -> Likely.is(check, FAR)))
                .or(() -> beside(told, own)
                        .map(ReckonedRates::fromPrinted)
                        .filter(check -> isSlip(check.equation())
                                || (SHARE.isIn(told.mention().before())
                                        && told.figure().digits() >= LONG
                                        && Likely.is(check, FAR))));
    }

    /** 94.40% of 2.21万亩 and 2.35万亩, which give 94.04%: so short figures give both, but the digits say which was meant. */
    private static Check fromPrinted(Check check) {
        Equation equation = check.equation();
        boolean exchanged = equation.judge() != Verdict.DIFFERS
                && !Near.tight(equation)
                && equation.result().digits() > LONG
                && equation.expected()
                        .filter(right -> NearMisses.isExchange(equation.result(), right))
                        .isPresent();
        return exchanged
                ? new Check(check.kind(), check.code(), check.subject(), check.formula(), equation.fromPrinted())
                : check;
    }

    /** 年初预算6248万元，净调增437.36万元，调整率为7%: what was added or is left, over the only other figure of its kind before it. */
    private static Optional<Check> ofChange(Told told, List<Told> own) {
        Matcher named = NAMED.in(told.mention().before());
        if (!named.find()) {
            return Optional.empty();
        }
        String stem = named.group("stem");
        List<Told> before = own.stream()
                .filter(other -> other.isBefore(told) && other.isMeasured() && other.sentencesFrom(told) <= 1)
                .filter(other -> !other.figure().value().isZero() && other.role() != Role.EACH)
                .toList();
        Optional<Told> top = before.stream()
                .filter(other -> other.inSentenceOf(told) && !other.role().isLevel())
                .filter(other -> other.mention().before().contains(stem)
                        || (stem.equals("调整") && ADJUSTED.isIn(other.mention().before())))
                .reduce((one, two) -> two);
        List<Told> wholes = before.stream()
                .filter(other -> top.isPresent()
                        && other.isBefore(top.get())
                        && other.isLike(top.get())
                        && other.figure().value().compareTo(top.get().figure().value()) > 0)
                .toList();
        return wholes.size() == 1 ? tied(told, top.get(), wholes.get(0)) : Optional.empty();
    }

    /** 目标人数15000人，实际筛查14286人，目标完成率约为95%: the only figure of a plan, and the only one of what was done. */
    private static Optional<Check> ofPlanned(Told told, List<Told> own) {
        if (!DONE.isIn(Sought.kept("约为?$").replaceAll(told.mention().before(), ""))) {
            return Optional.empty();
        }
        List<Told> before = own.stream()
                .filter(other -> other.isBefore(told) && other.isMeasured() && other.inSentenceOf(told))
                .toList();
        if (before.size() != 2
                || !before.get(0).isLike(before.get(1))
                || before.get(0).figure().value().isZero()) {
            return Optional.empty();
        }
        Told plan = before.get(0);
        Told done = before.get(1);
        String between =
                told.text().substring(done.figure().end(), told.figure().start());
        boolean pair = PLANNED.isIn(plan.mention().before())
                && between.startsWith("，")
                && between.indexOf('”') < 0
                && !done.mention().before().contains("其中")
                && !plan.role().isChange()
                && done.role() == Role.VALUE
                && !done.mention().bracketed();
        return pair ? tied(told, done, plan) : Optional.empty();
    }

    /** Words leave no doubt which two figures a rate is of: told however short it is. */
    private static Optional<Check> tied(Told told, Told part, Told whole) {
        Check check = fromPrinted(quotient(told, part.figure(), whole.figure()));
        Equation equation = check.equation();
        boolean slip = equation.expected()
                .filter(right -> NearMisses.isWrongUnit(told.figure(), right)
                        || NearMisses.isDigitExchange(told.figure(), right))
                .isPresent();
        return Optional.of(check).filter(any -> slip || Likely.is(any, VERY_FAR));
    }

    /** Digits exchanged; one wrong digit only where no figure is so short that many quotients come out near. */
    private static boolean isSlip(Equation equation) {
        Figure rate = equation.result();
        if (equation.judge() != Verdict.DIFFERS) {
            return false;
        }
        boolean exchanged = equation.expected()
                .filter(right -> rate.digits() > LONG && NearMisses.isExchange(rate, right))
                .isPresent();
        boolean inputExchanged = rate.digits() > LONG
                && equation.inputs().stream()
                        .filter(input -> input.digits() > LONG)
                        .anyMatch(input -> NearMisses.exchanges(input).stream()
                                .anyMatch(value -> equation.judge(Map.of(input, value)) == Verdict.AGREES));
        return exchanged
                || inputExchanged
                || (equation.inputs().stream().allMatch(input -> input.digits() >= LONG) && Likely.isSlip(equation));
    }

    private static boolean isBeside(Told told, Told one, Told two) {
        return one.sentencesFrom(told) <= 1 && two.sentencesFrom(told) <= 1;
    }

    /** 执行率92.32%（1518.60万元/1645.00万元）. */
    private static Optional<Check> inBrackets(Told told, List<Told> own) {
        String text = told.text();
        int open = told.figure().end();
        if (!text.startsWith("（", open)) {
            return Optional.empty();
        }
        int close = text.indexOf('）', open);
        List<Told> inside = own.stream()
                .filter(other -> other.figure().start() > open && other.figure().end() <= close && other.isMeasured())
                .toList();
        boolean two = inside.size() == 2
                && inside.get(0).isLike(inside.get(1))
                && text.substring(
                                inside.get(0).figure().end(),
                                inside.get(1).figure().start())
                        .matches("\\s*[/÷]\\s*");
        return two
                ? Optional.of(
                        quotient(told, inside.get(0).figure(), inside.get(1).figure()))
                : Optional.empty();
    }

    /** 目标为适老化改造300户。…完成适老化改造168户，完成率56.00%: the whole that is called the same as the part right before the rate. */
    private static Optional<Check> ofNamed(Told told, List<Told> own) {
        if (!DONE.isIn(told.mention().before())) {
            return Optional.empty();
        }
        int at = own.indexOf(told);
        Optional<Told> part = Optional.of(at)
                .filter(index -> index > 0)
                .map(index -> own.get(index - 1))
                .filter(other -> other.isMeasured() && other.role() == Role.VALUE && other.inSentenceOf(told));
        List<Told> wholes = own.stream()
                .filter(other -> part.isPresent()
                        && other.isBefore(part.get())
                        && other.isLike(part.get())
                        && !other.figure().value().isZero()
                        && sharesName(other, part.get()))
                .toList();
        return wholes.size() == 1
                ? Optional.of(quotient(told, part.get().figure(), wholes.get(0).figure()))
                : Optional.empty();
    }

    /** Three characters in a row, of the words right before both figures, that name a thing and no work. */
    private static boolean sharesName(Told one, Told two) {
        String words = one.mention().before().replaceAll(GENERAL, "，");
        for (int i = 0; i + NAME <= words.length(); i++) {
            String name = words.substring(i, i + NAME);
            if (name.indexOf('，') < 0 && two.mention().before().contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** The value right before a rate, over the only other of its kind in the sentence, or the whole that is named before it. */
    private static Optional<Check> beside(Told told, List<Told> own) {
        List<Told> before = new ArrayList<>();
        for (Told other : own) {
            boolean near = other.isBefore(told) && other.isMeasured() && other.sentencesFrom(told) <= 1;
            boolean level = other.role().isLevel() || isPlan(other);
            if (near && level && !other.figure().value().isZero()) {
                before.add(other);
            }
        }
        if (before.size() < 2) {
            return Optional.empty();
        }
        Told part = before.get(before.size() - 1);
        List<Told> alike = before.stream()
                .filter(other -> other.isOther(part) && other.isLike(part))
                .filter(other -> other.role() == Role.VALUE || isPlan(other))
                .filter(other -> !hasShare(other, own))
                .toList();
        boolean adjoins = told.figure().start() - part.figure().end() <= 16 && part.inSentenceOf(told);
        List<Told> wholes = alike.stream()
                .filter(other -> WHOLE.isIn(other.mention().before()))
                .toList();
        List<Told> candidates = wholes.isEmpty() ? alike : wholes;
        if (!adjoins || part.role() != Role.VALUE || candidates.isEmpty()) {
            return Optional.empty();
        }
        boolean share = SHARE.isIn(told.mention().before());
        if (share && OF_SEVERAL.isIn(told.mention().before())) {
            return Optional.empty();
        }
        Told whole = share ? largest(candidates) : candidates.get(candidates.size() - 1);
        if (candidates.size() > 1 && !share && wholes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(quotient(told, part.figure(), whole.figure()));
    }

    /** A target is a whole as well. */
    private static boolean isPlan(Told told) {
        return told.role() == Role.BOUND
                && told.figure().nearness() == Figure.Nearness.EXACT
                && PLANNED.isIn(told.mention().before());
    }

    /** 脱贫户6854人，占68.0%；女性1210人，占12.0%: a part of the same whole is not the whole. */
    private static boolean hasShare(Told part, List<Told> own) {
        int next = own.indexOf(part) + 1;
        return next < own.size()
                && own.get(next).figure().kind() == Figure.Kind.PERCENT
                && SHARE.isIn(own.get(next).mention().before());
    }

    private static Told largest(List<Told> all) {
        return all.stream()
                .reduce((one, two) ->
                        one.figure().value().compareTo(two.figure().value()) >= 0 ? one : two)
                .orElseThrow();
    }

    private static Check quotient(Told told, Figure part, Figure whole) {
        return Checks.quotient(told.mention().claim().label(), told.figure(), part, whole);
    }
}
