package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * What is left of a whole, and what a budget becomes by what was added and taken away: 到位5000000元，支付4362815.40元，余额637184.60元;
 * 年初1932.50万元，追加368.74万元，收回52.19万元，调整后2249.05万元.
 */
final class ReckonedRests implements Relation {

    private static final int BACK = 2;
    private static final int LONG = 4;
    private static final int FAR = 30;
    private static final int SURE = 3;

    private static final Sought FEW = Sought.of("(?:尚|还|仍|剩余|其余|余下|未)[^，。；、\\d]{0,6}$");

    private static final Sought OTHERS = Sought.of("^[，；]?(?:其余|剩余|余下)的?$");

    private static final Sought NOT = Sought.of("^(?:尚|还)?未(?<name>[\\u4e00-\\u9fa5]{2})");

    /** 剔除不全的7份后, 扣除质保金9.60万元后: the next figure is what is left. */
    private static final Sought WITHOUT = Sought.of("(?:剔除|扣除|扣减|减去|核减|除去|去除|去掉|减除|审减|扣回|退回)[^，。；、\\d]{0,14}$");

    private static final Sought AFTERWARDS = Sought.of(
            "^(?:无效|问卷|[^，。；、\\d]{0,8})后[，]?[^，。；\\d]{0,14}$|^，(?:复核|核定|最终|认定)后?(?:的)?(?:综合|最终)?(?:得分|分数|总分)为?$");

    private static final Sought ADJUSTED =
            Sought.of("(?:调整后|调整为|全年(?:部门)?预算|调整预算|最终预算|年末|期末|核定为|预算变为|增至|减至|达到)[^，。；、\\d]{0,12}$");

    /** 未达到600人的年度目标: what was to be reached. */
    private static final Sought MISSED = Sought.of("(?:未|没有?|未能|尚未)(?:增至|减至|达到)[^，。；、\\d]{0,6}$");

    /** 上年（2022年）全年预算768.40万元. */
    private static final Sought LAST_YEARS = Sought.of("(?:上年|去年|上一年)度?(?:（[^（）]{0,8}）)?[^，。；、\\d]{0,10}$");

    /** 因人员调整追加预算，并压减4.50万元: added is more than is told. */
    private static final Sought UNTOLD = Sought.of("(?:追加|调增|增加|增拨|新增)[^，。；\\d]{0,12}[，；]");

    private static final Sought FIRST = Sought.of("(?:年初|期初|原|初始|上年(?:末|结转))[^，。；\\d]{0,14}$");

    /** 追加县级财政资金76.40万元: what was added, named behind the word. */
    private static final Sought ADDED = Sought.of("(?:追加|调增|新增|增拨|增加|增列|招聘|接收|调入|转入|录用)[^，。；、\\d]{0,14}$");

    private static final Sought TAKEN = Sought.of("(?:收回|调减|核减|压减|上缴|调出|减少|划出|退回|退休|辞职|离职|转出)[^，。；、\\d]{0,14}$");

    /** 年末结转56.07万元，收回财政结余30.00万元: what is left lies in two places. */
    private static final Sought OTHER_REST = Sought.of("(?:收回|上缴|缴回|交回|退回|调减|统筹|结转|结余)[^，。；\\d]{0,8}$");

    private static final Sought WHOLE = Sought.of("预算|总|安排|到位|下达|概算|发行|合同|额度|收入|原值|限价|计划|编制|批复|投资|任务|应|目标|共|排查|受理|申报");

    /** 上年结转12360万元 came with the year and is left of nothing told here. */
    private static final Sought BROUGHT = Sought.of("(?:上年|年初|期初)(?:末)?(?:结转|结余)[^，。；、\\d]{0,6}$");

    private static final Sought INCOME = Sought.of("收入[^，。；、\\d]{0,6}$");
    private static final Sought SPENT = Sought.of("支出[^，。；、\\d]{0,6}$");

    private static final Sought DONE =
            Sought.of("支出|执行|支付|使用|完成|拨付|落实|中标|成交|折旧|发放|签约|到位|实有|结算|通过|建成|办结|整改|验收|竣工|完工|开工|列支");

    @Override
    public String name() {
        return "reckoned-rests";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Told.OfText text = Told.OfText.of(claims);
        for (List<Told> paragraph : text.paragraphs()) {
            for (Told told : paragraph) {
                boolean points = told.figure().kind() == Figure.Kind.POINTS;
                if (points && !ledger.judged(told.figure())) {
                    without(told, paragraph).ifPresent(ledger::check);
                }
                if (!told.isMeasured() || BROUGHT.isIn(told.mention().before())) {
                    continue;
                }
                if (ledger.settles(told.figure())) {
                    adjusted(told, paragraph)
                            .filter(ReckonedRests::isChangeSlipped)
                            .ifPresent(ledger::check);
                    continue;
                }
                Optional<Check> others = told.role().isLevel() ? others(told, paragraph) : Optional.empty();
                if (others.isPresent()) {
                    others.ifPresent(ledger::check);
                    continue;
                }
                Optional<Check> check = told.role() == Role.LEFT
                        ? rest(told, text, ledger)
                        : told.role() == Role.VALUE
                                ? without(told, paragraph).or(() -> adjusted(told, paragraph))
                                : Optional.empty();
                List<Figure> beside = paragraph.stream().map(Told::figure).toList();
                check.filter(any -> told.role() != Role.LEFT || !Near.isAnother(any.equation(), beside))
                        .ifPresent(ledger::check);
            }
        }
    }

    private static Optional<Check> rest(Told told, Told.OfText text, Ledger ledger) {
        List<Told> levels = text.until(told.paragraph(), BACK).stream()
                .filter(other -> other.isOther(told) && other.isLike(told) && other.role() != Role.EACH)
                .toList();
        for (Told whole : levels) {
            for (Told done : levels) {
                boolean near = told.figure().digits() >= LONG
                        || (whole.sentencesFrom(told) <= 1 && done.sentencesFrom(told) <= 1);
                Check check = check(told, whole, done);
                if (whole.isOther(done) && near && Near.rounded(check.equation())) {
                    return Optional.of(check);
                }
            }
        }
        boolean oneOfTwo = levels.stream()
                .anyMatch(other -> other.inSentenceOf(told)
                        && other.role() != Role.VALUE
                        && OTHER_REST.isIn(other.mention().before()));
        if (oneOfTwo) {
            return Optional.empty();
        }
        List<Told> before = levels.stream()
                .filter(other -> other.isBefore(told) && other.sentencesFrom(told) <= 1)
                .filter(other -> other.role() == Role.VALUE && !other.mention().bracketed())
                .toList();
        Optional<Check> slip = Optional.empty();
        for (Told whole : before) {
            for (Told done : before) {
                Check check = check(told, whole, done);
                boolean more = whole.figure().value().compareTo(done.figure().value()) > 0;
                if (slip.isEmpty() && more && told.figure().digits() >= LONG && Likely.isSlip(check.equation())) {
                    slip = Optional.of(check);
                }
            }
        }
        return slip.or(() -> exchanged(told, levels))
                .or(() -> proved(told, levels, text, ledger))
                .or(() -> lessAll(told, before))
                .or(() -> few(told, before))
                .or(() -> named(told, before));
    }

    /** 总收入45094.52万元 in one paragraph, 总支出44665.17万元……结余492.35万元 in the next: what is left but for two digits. */
    private static Optional<Check> exchanged(Told told, List<Told> levels) {
        for (Told whole : levels) {
            for (Told done : levels) {
                boolean named = whole.isBefore(done)
                        && done.isBefore(told)
                        && INCOME.isIn(whole.mention().before())
                        && SPENT.isIn(done.mention().before());
                Check check = check(told, whole, done);
                if (named
                        && told.figure().digits() > LONG
                        && check.equation()
                                .expected()
                                .filter(right -> NearMisses.isExchange(told.figure(), right))
                                .isPresent()) {
                    return Optional.of(check);
                }
            }
        }
        return Optional.empty();
    }

    /** 控制在1480.00万元，结算价1429.36万元，节约50.64万元，节约率3.42%: the rate, which holds, says what the rest is of. */
    private static Optional<Check> proved(Told told, List<Told> levels, Told.OfText text, Ledger ledger) {
        for (Told rate : text.paragraphs().get(told.paragraph())) {
            boolean near = rate.figure().kind() == Figure.Kind.PERCENT
                    && rate.figure().digits() >= SURE
                    && isNamedAlike(told, rate)
                    && rate.sentencesFrom(told) <= 1;
            for (Check holds : near ? ledger.holding(rate.figure()) : List.<Check>of()) {
                Equation equation = holds.equation();
                List<Told> wholes = levels.stream()
                        .filter(other -> equation.bottom().weights().keySet().equals(Set.of(other.figure())))
                        .filter(other -> equation.top().weights().keySet().equals(Set.of(told.figure())))
                        .toList();
                List<Told> done = levels.stream()
                        .filter(other -> !wholes.isEmpty() && wholes.get(0).isBefore(other) && other.isBefore(told))
                        .filter(other -> other.role() == Role.VALUE)
                        .toList();
                if (done.size() == 1) {
                    return Optional.of(check(told, wholes.get(0), done.get(0)));
                }
            }
        }
        return Optional.empty();
    }

    /** 节约50.64万元 and 节约率: two characters right before the one in the words before the other. */
    private static boolean isNamedAlike(Told told, Told rate) {
        String name =
                Sought.kept("[^\\u4e00-\\u9fa5]").replaceAll(told.mention().before(), "");
        return name.length() >= 2 && rate.mention().before().contains(name.substring(name.length() - 2));
    }

    /** 到位860万元。已支付工程款702.48万元，支付监理费36.90万元，剩余120.62万元: the whole less all that was spent of it. */
    private static Optional<Check> lessAll(Told told, List<Told> before) {
        Told whole = null;
        List<Told> spent = new ArrayList<>();
        for (Told other : before) {
            boolean done = DONE.isIn(other.mention().before());
            if (whole != null
                    && done
                    && other.figure().value().compareTo(whole.figure().value()) < 0) {
                spent.add(other);
            } else if (WHOLE.isIn(other.mention().before())) {
                whole = other;
                spent.clear();
            } else {
                return Optional.empty();
            }
        }
        if (whole == null || spent.size() < 2) {
            return Optional.empty();
        }
        Side rest = Side.of(whole.figure());
        for (Told other : spent) {
            rest = rest.minus(other.figure());
        }
        Check check = new Check(
                Kind.DIFFERENCE,
                "difference-differs",
                told.mention().claim().label(),
                Formulas.combined(
                        List.of(whole.figure()),
                        spent.stream().map(Told::figure).toList()),
                new Equation(told.figure(), rest, Side.ONE));
        return Optional.of(check).filter(any -> Near.tight(any.equation()) || Likely.is(any, FAR));
    }

    /** 任务15个，通过验收12个，尚有3个未通过: the only two of their kind, however few. */
    private static Optional<Check> few(Told told, List<Told> before) {
        boolean two = told.figure().kind() == Figure.Kind.COUNT
                && FEW.isIn(told.mention().before())
                && before.size() == 2
                && before.stream().allMatch(other -> other.inSentenceOf(told));
        Matcher not = NOT.in(told.mention().after());
        boolean negated = two && not.find() && before.get(1).mention().before().contains(not.group("name"));
        if (!negated) {
            return Optional.empty();
        }
        Figure whole = before.get(0).figure();
        boolean less = before.get(1).figure().value().compareTo(whole.value()) < 0
                && told.figure().value().compareTo(whole.value()) < 0
                && WHOLE.isIn(before.get(0).mention().before())
                && DONE.isIn(before.get(1).mention().before());
        return less ? Optional.of(check(told, before.get(0), before.get(1))) : Optional.empty();
    }

    /** The last figures that are named as a whole and as what was done with it. */
    private static Optional<Check> named(Told told, List<Told> before) {
        Optional<Told> done = before.stream()
                .filter(other -> DONE.isIn(other.mention().before()))
                .reduce((one, two) -> two);
        Optional<Told> whole = before.stream()
                .filter(other -> done.isPresent()
                        && other.isOther(done.get())
                        && WHOLE.isIn(other.mention().before())
                        && other.figure().value().compareTo(done.get().figure().value()) > 0)
                .reduce((one, two) -> two);
        return whole.map(all -> check(told, all, done.orElseThrow()))
                .filter(check -> Near.within(check.equation(), FAR));
    }

    private static Check check(Told told, Told whole, Told done) {
        return Checks.difference(
                Kind.DIFFERENCE, told.mention().claim().label(), told.figure(), whole.figure(), done.figure());
    }

    /** 收回172份，剔除7份后，有效问卷165份. */
    private static Optional<Check> without(Told told, List<Told> paragraph) {
        int at = paragraph.indexOf(told);
        if (at < 2) {
            return Optional.empty();
        }
        Told taken = paragraph.get(at - 1);
        Told first = paragraph.get(at - 2);
        String between =
                told.text().substring(taken.figure().end(), told.figure().start());
        boolean row = taken.isLike(told)
                && first.isLike(told)
                && first.inSentenceOf(told)
                && WITHOUT.isIn(taken.mention().before())
                && AFTERWARDS.isIn(between)
                && first.role() != Role.EACH
                && !first.mention().bracketed()
                && taken.figure().value().compareTo(first.figure().value()) < 0;
        return row ? Optional.of(check(told, first, taken)) : Optional.empty();
    }

    /** 年初预算10260万元，其中基本支出2860万元、项目支出7400万元。 */
    private static boolean isPartOf(Told whole, Told other) {
        String between = other.isBefore(whole)
                ? ""
                : other.text().substring(whole.figure().end(), other.figure().start());
        return between.startsWith("，其中") && between.indexOf('。') < 0;
    }

    /** Parts of it show that what the budget became is right, and the one change is one digit off. */
    private static boolean isChangeSlipped(Check check) {
        Equation equation = check.equation();
        List<Figure> terms = List.copyOf(equation.top().weights().keySet());
        return terms.size() == 2
                && equation.judge() == Verdict.DIFFERS
                && equation.solve(terms.get(1), Map.of())
                        .filter(right -> NearMisses.isDigitSlip(terms.get(1), right))
                        .isPresent();
    }

    /** 发现问题72个，已整改66个，整改率91.7%，其余6个正在推进: the two of the kind right before, and what the one leaves of the other. */
    private static Optional<Check> others(Told told, List<Told> paragraph) {
        if (told.figure().kind() != Figure.Kind.COUNT
                || !OTHERS.isIn(told.mention().before())) {
            return Optional.empty();
        }
        List<Told> before = paragraph.stream()
                .filter(other -> other.isBefore(told) && other.inSentenceOf(told) && other.isLike(told))
                .filter(other -> !other.mention().bracketed())
                .toList();
        if (before.size() != 2) {
            return Optional.empty();
        }
        Told whole = before.get(0);
        Told done = before.get(1);
        boolean row =
                (DONE.isIn(done.mention().before()) || done.mention().before().contains("已"))
                        && whole.role().isLevel()
                        && done.role().isLevel()
                        && whole.figure().value().compareTo(done.figure().value()) > 0
                        && whole.figure().value().compareTo(told.figure().value()) > 0;
        return row ? Optional.of(check(told, whole, done)) : Optional.empty();
    }

    /** What the first figure becomes by all that was added and taken away between the two. */
    private static Optional<Check> adjusted(Told told, List<Told> paragraph) {
        if (!ADJUSTED.isIn(told.mention().before())
                || LAST_YEARS.isIn(told.text().substring(0, told.figure().start()))
                || MISSED.isIn(told.mention().before())) {
            return Optional.empty();
        }
        Told first = null;
        List<Told> added = new ArrayList<>();
        List<Told> taken = new ArrayList<>();
        for (Told other : paragraph) {
            String before = other.mention().before();
            boolean counts = other.isBefore(told)
                    && other.isLike(told)
                    && !other.mention().bracketed();
            if (counts && FIRST.isIn(before) && !other.role().isChange()) {
                first = other;
                added.clear();
                taken.clear();
            } else if (counts && first != null && (other.role() == Role.FALL || TAKEN.isIn(before))) {
                taken.add(other);
            } else if (counts && first != null && (other.role() == Role.RISE || ADDED.isIn(before))) {
                added.add(other);
            }
        }
        if (first == null || added.size() + taken.size() == 0) {
            return Optional.empty();
        }
        Told began = first;
        int start = first.figure().start();
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        weights.put(first.figure(), Exact.ONE);
        added.forEach(other -> weights.put(other.figure(), Exact.ONE));
        taken.forEach(other -> weights.put(other.figure(), Exact.of(-1)));
        List<Figure> plus = new ArrayList<>(List.of(first.figure()));
        added.forEach(other -> plus.add(other.figure()));
        Check check = new Check(
                Kind.SUM,
                "sum-differs",
                told.mention().claim().label(),
                Formulas.combined(plus, taken.stream().map(Told::figure).toList()),
                new Equation(told.figure(), new Side(weights, Exact.ZERO), Side.ONE));
        boolean all = paragraph.stream()
                .filter(other -> other.isLike(told)
                        && other.figure().start() > start
                        && other.isBefore(told)
                        && !other.mention().bracketed())
                .filter(other -> !isPartOf(began, other))
                .allMatch(other -> added.contains(other) || taken.contains(other));
        boolean untold = UNTOLD.isIn(told.text()
                .substring(
                        began.paragraph() == told.paragraph() ? start : 0,
                        told.figure().start()));
        boolean moved = all && !untold && Near.within(check.equation(), FAR) && !isOtherWay(told, first, added, taken);
        return Optional.of(check).filter(any -> Near.rounded(any.equation()) || moved || Likely.isSlip(any.equation()));
    }

    /** 年初3580万元，调增455.50万元，调整后3124.50万元: the word is wrong and no figure. */
    private static boolean isOtherWay(Told told, Told first, List<Told> added, List<Told> taken) {
        Exact distance = told.figure().value().minus(first.figure().value());
        return added.size() + taken.size() == 1
                && (added.isEmpty() ? taken : added).get(0).figure().value().equals(distance.abs());
    }
}
