package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A rate in running text and the two figures it comes from, tied by its own word: 整改率 belongs to the figure that speaks
 * of 整改, divided by the figure before it or the one in brackets after the rate. Where any two figures nearby give the
 * printed rate, these count; where none do, the tied ones are told if the rate is near to them.
 */
final class LinkedRate implements Relation {

    private static final Sought RATE =
            Sought.of("(?<stem>[^，。；：（）\\d]{1,14}?)(?:率|度|比例|比率|占比|比重|进度|程度)(?:分别|仅|约|均|高|只|累计|已)*(?:为|是|达到|达|：|有)*$");
    private static final Sought OTHER =
            Sought.of("增长|增速|增幅|降幅|下降|上升|变动|提高|降低|平均|上年|去年|同期|目标|要求|规定|序时|标准|全国|全省|全市平均|控制在|不低于|不高于|高于|低于|得分");
    private static final Set<String> GENERAL = Set.of("资金", "项目", "预算", "实际", "总体", "整体", "综合", "比例", "年度", "情况", "指标");
    private static final List<Set<String>> ALIKE = List.of(
            Set.of("执行", "支出", "使用", "支付", "拨付", "开支", "兑付", "发放", "付款", "列支"),
            Set.of("完成", "实现", "建成", "办结", "完工", "竣工", "达成"),
            Set.of("回收", "收回"),
            Set.of("达标", "合格", "优良"),
            Set.of("签订", "签约"),
            Set.of("覆盖", "惠及"),
            Set.of("到位", "拨付", "下达"));
    private static final Sought WHOLE = Sought.of("安排|下达|预算|总|共|投入|应|计划|目标|编制|受理|排查|发放|抽查|检查|申请|全部");
    private static final Sought SHARE_OF = Sought.of("^，?(?:占|仅占|约占|相当于|完成|达到?|[是为]|仅为|约为)");
    private static final Sought OF_PLAN =
            Sought.of("(?:完成|达到|占|为|实现)(?:了)?(?:全年|年度|年初|本年|总|既定)*(?:计划|目标|任务)(?:任务|目标|数|总数|量)?的$");
    private static final Sought OF_BUDGET =
            Sought.of("^，?(?:完成|占|为)(?:了)?(?:全年|年度|年初|本年|调整后?|当年)*(?:预算|计划|目标|任务)(?:数|安排|任务)?$");
    private static final Sought COMPLETION = Sought.of("^，完成率(?:为|达到?|是)?$");
    private static final Sought REDUCED = Sought.of("核减|审减|节约|节支|节省|下浮|压减|结余");
    private static final Sought DONE = Sought.of("^，?(?:已|仅|共|累计|实际)*完成(?:了)?$");
    private static final Sought BEYOND = Sought.of("超|多|余|尚|差|少");
    private static final Sought PLANNED = Sought.of("计划|目标|任务|应");
    private static final Sought EXECUTED =
            Sought.of("^，?(?:预算|采购|计划|资金|任务|目标|政府采购|采购计划)?(?:执行|完成|实现|支出|使用)(?:率|进度)(?:为|达到?|是)?$");
    private static final Sought PLAN = Sought.of("(?:预算|计划|目标|任务|应[^，。；、\\d]{1,6})(?:数|金额|总额|安排|资金)?(?:为|是)?$");
    private static final Sought ACTUAL = Sought.of("^，?(?:实际|已|全年实际|当年实际|年末实际)[^，。；、\\d]{0,8}$");
    private static final Sought GOOD = Sought.of("(?:合格|达标|通过|完好|及格|优良|正常|按期完成|成活|完成)率(?:为|达到?|是)?$");
    private static final Sought FAILED = Sought.of("不合格|不达标|未达标|未通过|不及格|异常|未完成|逾期|损坏|死亡|不符合");
    private static final Sought THEN = Sought.of("[，。；：、（）]");
    private static final int LONG = 4;

    /** 压减幅度15.61%: of what it was, which may stand far away. */
    private static final Sought CHANGE = Sought.of("幅度?(?:为|达到?|约)*$");

    /** 调整后1358.40万元 is no base of the 调整率. */
    private static final Sought ADJUSTED = Sought.of("调整[后为]|变为|最终");

    private static final int WINDOW = 8;

    /** How many figures back a whole may stand. */
    private static final int EARLIER = 60;

    @Override
    public String name() {
        return "linked-rate";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Deque<Mention> earlier = new ArrayDeque<>();
        Alibi alibi = Alibi.of(claims);
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                Figure rate = mentions.get(i).figure();
                int at = i;
                if (rate.kind() == Figure.Kind.PERCENT
                        && rate.nearness() == Figure.Nearness.EXACT
                        && !ledger.judged(rate)) {
                    boolean change = Role.change(mentions.get(at).before()).isChange()
                            && CHANGE.isIn(mentions.get(at).before());
                    ofPlan(mentions, at)
                            .or(() -> rest(mentions, at))
                            .or(() -> rate(mentions, at).map(alibi::instead))
                            .or(() -> ofEarlier(mentions, at, until(mentions, at, earlier))
                                    .map(alibi::instead))
                            .filter(check -> !change || Near.tight(check.equation()))
                            .ifPresent(ledger::check);
                }
            }
            mentions.stream().filter(Mention::isMeasured).forEach(earlier::addFirst);
            while (earlier.size() > EARLIER) {
                earlier.removeLast();
            }
        }
    }

    /** 全年计划3550批次，完成2548批次，完成年度计划的71.8%. */
    private static Optional<Check> ofPlan(List<Mention> mentions, int at) {
        Mention rate = mentions.get(at);
        if (at >= 2
                && rate.before().equals("的")
                && OF_BUDGET.isIn(mentions.get(at - 1).before())) {
            return ofBudget(mentions, at);
        }
        if (at >= 2 && rate.before().equals("的")) {
            Optional<Check> told = ofWhole(mentions, at);
            if (told.isPresent()) {
                return told;
            }
        }
        if (at < 2 || !(OF_PLAN.isIn(rate.before()) || DONE.isIn(rate.before()))) {
            return Optional.empty();
        }
        Mention done = mentions.get(at - 1);
        if (BEYOND.isIn(done.before())) {
            return Optional.empty();
        }
        for (int back = at - 2; back >= Math.max(0, at - 4); back--) {
            int i = back;
            Mention plan = mentions.get(i);
            boolean planned = PLANNED.isIn(plan.before());
            if (planned && plan.isLike(done) && done.isMeasured() && rate.sentence() - plan.sentence() <= 1) {
                return Optional.of(check(rate, List.of(done.figure()), plan.figure()))
                        .filter(check -> i == at - 2 || !isOther(check));
            }
        }
        return Optional.empty();
    }

    /** 门诊18.6万人次，为目标20万人次的93%；住院1.2万人次，完成年度目标的96%: the plan of something else. */
    private static boolean isOther(Check check) {
        return !Near.within(check.equation(), 60)
                && check.equation()
                        .expected()
                        .filter(right -> NearMisses.isSlip(check.equation().result(), right))
                        .isEmpty();
    }

    /** 就业3271人，占参训学员3532人次的92.61%: part, whole and share in a row. */
    private static Optional<Check> ofWhole(List<Mention> mentions, int at) {
        Mention part = mentions.get(at - 2);
        Mention whole = mentions.get(at - 1);
        boolean people = Sought.kept("人|名|人次").is(part.figure().thing())
                && Sought.kept("人|名|人次").is(whole.figure().thing());
        boolean pair = part.isMeasured()
                && (part.isLike(whole) || people)
                && part.sentence() == whole.sentence()
                && SHARE_OF.isIn(whole.before());
        return pair ? Optional.of(check(mentions.get(at), List.of(part.figure()), whole.figure())) : Optional.empty();
    }

    /** 决算36.79万元，完成年初预算44.50万元的82.67%. */
    private static Optional<Check> ofBudget(List<Mention> mentions, int at) {
        Mention done = mentions.get(at - 2);
        Mention plan = mentions.get(at - 1);
        boolean pair = done.isLike(plan) && done.sentence() == plan.sentence() && !done.bracketed();
        return pair ? Optional.of(check(mentions.get(at), List.of(done.figure()), plan.figure())) : Optional.empty();
    }

    /** 抽检2548批次；检出不合格46批次，合格率98.19%: what is left of the whole, divided by it. */
    private static Optional<Check> rest(List<Mention> mentions, int at) {
        Mention rate = mentions.get(at);
        if (at < 2 || !GOOD.isIn(rate.before())) {
            return Optional.empty();
        }
        Mention bad = mentions.get(at - 1);
        boolean failed = FAILED.isIn(bad.before()) && bad.isMeasured() && bad.sentence() == rate.sentence();
        Optional<Check> last = Optional.empty();
        for (int i = at - 2; failed && i >= Math.max(0, at - 5); i--) {
            Mention whole = mentions.get(i);
            if (!whole.isLike(bad)
                    || whole.figure().value().compareTo(bad.figure().value()) <= 0) {
                continue;
            }
            Check check = new Check(
                    Kind.RATIO,
                    "rate-differs",
                    rate.claim().label(),
                    "(" + whole.figure().text() + " - " + bad.figure().text() + ") ÷ "
                            + whole.figure().text(),
                    new Equation(rate.figure(), Side.of(whole.figure()).minus(bad.figure()), Side.of(whole.figure())));
            if (Near.tight(check.equation())) {
                return Optional.of(check);
            }
            last = last.or(() -> Optional.of(check).filter(near -> Near.within(near.equation(), 10)));
        }
        return last;
    }

    private static Optional<Check> rate(List<Mention> mentions, int at) {
        Mention rate = mentions.get(at);
        Matcher words = RATE.in(rate.before());
        if (!words.find() || OTHER.isIn(rate.before()) || isOfThose(mentions, at)) {
            return Optional.empty();
        }
        List<Mention> near = new ArrayList<>();
        for (int i = at - 1; i >= 0 && near.size() < WINDOW; i--) {
            add(mentions.get(i), near);
        }
        Collections.reverse(near);
        boolean leads = near.stream().noneMatch(mention -> mention.sentence() == rate.sentence());
        for (int i = at + 1; leads && i < mentions.size() && isLed(rate, mentions.get(i)); i++) {
            add(mentions.get(i), near);
        }
        for (int i = at + 1;
                i < mentions.size() && i <= at + 2 && mentions.get(i).bracketed();
                i++) {
            if (!rate.bracketed() && !leads) {
                add(mentions.get(i), near);
            }
        }
        if (words.group("stem").contains("调整")) {
            near.removeIf(mention -> ADJUSTED.isIn(mention.before()));
        }
        boolean less = REDUCED.isIn(words.group("stem"));
        return giving(rate, less ? withoutReduced(near) : near, Near::tight)
                .or(() -> isNamed(rate)
                        ? Optional.empty()
                        : tied(rate, words.group("stem"), less ? withoutReduced(near) : near))
                .or(() -> plannedAndDone(mentions, at))
                .or(() -> giving(rate, near, equation -> isOfLast(equation, near, rate) && exchanged(equation)));
    }

    /** 8个指标中7个完成率为100%: the rate that each of those has. */
    private static boolean isOfThose(List<Mention> mentions, int at) {
        if (at == 0) {
            return false;
        }
        Figure before = mentions.get(at - 1).figure();
        Figure rate = mentions.get(at).figure();
        String between = rate.passage().text().substring(before.end(), rate.start());
        return before.kind() == Figure.Kind.COUNT && before.digits() <= 2 && !THEN.isIn(between);
    }

    /** “新建管网长度”完成率: of what is named, not of the figures before. */
    private static boolean isNamed(Mention rate) {
        return rate.before().indexOf('”') >= 0;
    }

    /** Whether the last figure before the rate takes part. */
    private static boolean isOfLast(Equation equation, List<Mention> near, Mention rate) {
        return near.stream()
                .map(Mention::figure)
                .filter(figure -> figure.end() <= rate.figure().start())
                .reduce((one, two) -> two)
                .filter(equation.figures()::contains)
                .isPresent();
    }

    /** 整改率98.2%，共发现问题165个，整改162个: the figures after the rate, up to the next rate. */
    private static boolean isLed(Mention rate, Mention next) {
        return next.sentence() == rate.sentence() && next.figure().kind() != Figure.Kind.PERCENT;
    }

    /** Without what is left of a larger one: 送审125万元，审定116万元，核减9万元 gives the rate of 核减 by what was sent in. */
    private static List<Mention> withoutReduced(List<Mention> near) {
        return near.stream()
                .filter(rest -> near.stream()
                        .noneMatch(whole -> whole.isLike(rest)
                                && whole.figure().start() < rest.figure().start()
                                && near.stream()
                                        .anyMatch(less -> less.isLike(rest)
                                                && REDUCED.isIn(less.before())
                                                && !less.equals(rest)
                                                && Near.within(
                                                        new Equation(
                                                                less.figure(),
                                                                Side.of(whole.figure())
                                                                        .minus(rest.figure()),
                                                                Side.ONE),
                                                        60))))
                .toList();
    }

    /** The figures before a rate, the nearest first: of its own paragraph but the one that the rate is of, and of earlier ones. */
    private static List<Mention> until(List<Mention> mentions, int at, Deque<Mention> earlier) {
        List<Mention> all = new ArrayList<>();
        for (int i = at - 2; i >= 0; i--) {
            if (mentions.get(i).isMeasured()) {
                all.add(mentions.get(i));
            }
        }
        all.addAll(earlier);
        return all;
    }

    /** 新建点位在线379个，在线率98.44%, where 新建点位385个 stands in an earlier paragraph. */
    private static Optional<Check> ofEarlier(List<Mention> mentions, int at, List<Mention> earlier) {
        Mention rate = mentions.get(at);
        Matcher words = RATE.in(rate.before());
        boolean ofGoal = OF_PLAN.isIn(rate.before()) || COMPLETION.isIn(rate.before());
        boolean rated = words.find();
        if (at < 1 || !(rated || ofGoal) || (OTHER.isIn(rate.before()) && !ofGoal)) {
            return Optional.empty();
        }
        Mention done = mentions.get(at - 1);
        boolean tied = done.sentence() == rate.sentence()
                && done.isMeasured()
                && !BEYOND.isIn(done.before())
                && (ofGoal || speaks(done, keys(words.group("stem"))));
        Set<String> names = keys(done.before());
        Optional<Check> near = Optional.empty();
        for (int i = at - 2; tied && i >= 0; i--) {
            Mention whole = mentions.get(i);
            Check check = check(rate, List.of(done.figure()), whole.figure());
            boolean printed = whole.isLike(done)
                    && whole.figure().digits() >= LONG
                    && done.figure().digits() >= LONG;
            if (printed && Near.tight(check.equation())) {
                return Optional.of(check);
            }
        }
        for (Mention whole : tied ? earlier : List.<Mention>of()) {
            boolean same = whole.isLike(done)
                    && !(ofGoal && whole.figure().value().equals(done.figure().value()))
                    && (ofGoal || whole.figure().value().compareTo(done.figure().value()) >= 0)
                    && names.stream().anyMatch(whole.before()::contains);
            if (!same) {
                continue;
            }
            Check check = check(rate, List.of(done.figure()), whole.figure());
            if (Near.tight(check.equation())) {
                return Optional.of(check);
            }
            if (rated && isBeside(whole, done, words.group("stem"))) {
                continue;
            }
            boolean twins = NearMisses.isExchange(done.figure(), whole.figure().value());
            near = near.or(() -> Optional.of(check).filter(any -> !twins && Near.within(any.equation(), 10)));
        }
        return near;
    }

    private static void add(Mention mention, List<Mention> near) {
        if (mention.isMeasured() && !mention.figure().value().isZero()) {
            near.add(mention);
        }
    }

    /** Two figures, or several neighbours by one, that give the rate. */
    private static Optional<Check> giving(Mention rate, List<Mention> near, Predicate<Equation> gives) {
        for (int top = near.size() - 1; top >= 0; top--) {
            List<Figure> parts = new ArrayList<>();
            for (int from = top; from >= Math.max(0, top - 3) && near.get(from).isLike(near.get(top)); from--) {
                parts.add(0, near.get(from).figure());
                for (int bottom = near.size() - 1; bottom >= 0; bottom--) {
                    Figure whole = near.get(bottom).figure();
                    if (!parts.contains(whole) && near.get(bottom).isLike(near.get(top))) {
                        Check check = check(rate, parts, whole);
                        if (gives.test(check.equation())) {
                            return Optional.of(check);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** 采购预算214万元，实际采购208万元，执行率97.20%: what was planned and what was done, right before the rate. */
    private static Optional<Check> plannedAndDone(List<Mention> mentions, int at) {
        if (at < 2) {
            return Optional.empty();
        }
        Mention rate = mentions.get(at);
        Mention done = mentions.get(at - 1);
        Mention plan = mentions.get(at - 2);
        boolean pair = plan.isLike(done)
                && plan.isMeasured()
                && plan.sentence() == rate.sentence()
                && EXECUTED.isIn(rate.before())
                && PLAN.isIn(plan.before())
                && ACTUAL.isIn(done.before())
                && !plan.bracketed()
                && !done.bracketed();
        return pair
                ? Optional.of(check(rate, List.of(done.figure()), plan.figure()))
                        .filter(any -> Near.within(any.equation(), 60))
                : Optional.empty();
    }

    /** Whether the figures give the rate but for two digits exchanged. */
    private static boolean exchanged(Equation equation) {
        return equation.expected()
                .filter(right -> NearMisses.isExchange(equation.result(), right))
                .isPresent();
    }

    /** The nearest figure tied by the word of the rate, over the one before it or in brackets. */
    private static Optional<Check> tied(Mention rate, String stem, List<Mention> near) {
        Set<String> keys = keys(stem);
        for (int top = near.size() - 1; top >= 0; top--) {
            Mention done = near.get(top);
            boolean after = done.figure().start() > rate.figure().start();
            boolean close = done.sentence() == rate.sentence() && (after || !done.bracketed());
            if (!close || !speaks(done, keys)) {
                continue;
            }
            for (Mention whole : wholes(near, top)) {
                if (isBeside(whole, done, stem)) {
                    continue;
                }
                Equation equation = new Equation(rate.figure(), Side.of(done.figure()), Side.of(whole.figure()));
                boolean slip = equation.expected()
                        .filter(expected -> NearMisses.isSlip(rate.figure(), expected))
                        .isPresent();
                if (equation.judge() != Verdict.DIFFERS
                        || Near.within(equation, whole(done, rate, stem) ? 60 : 15)
                        || (slip && Near.within(equation, 60))
                        || (called(done, stem) && isTenfold(rate, equation))) {
                    return Optional.of(check(rate, List.of(done.figure()), whole.figure()));
                }
            }
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** 甲县合格2617亩，合格率91%；乙县合格1690亩，合格率89%: what the rate speaks of, of another, is no whole. */
    private static boolean isBeside(Mention whole, Mention done, String stem) {
        String word = stem.substring(Math.max(0, stem.length() - 2));
        return word.length() == 2
                && !GENERAL.contains(word)
                && whole.before().endsWith(word)
                && done.before().endsWith(word);
    }

    /** 逾期额216.72万元，逾期率: the word of the rate, and one character for what it is. */
    private static boolean called(Mention done, String stem) {
        return stem.length() >= 2
                && Sought.kept("(?:额|数|量|人数|金额|数量)?$")
                        .replaceFirst(done.before(), "")
                        .endsWith(stem);
    }

    private static boolean isTenfold(Mention rate, Equation equation) {
        return equation.expected()
                .filter(right -> NearMisses.isWrongUnit(rate.figure(), right))
                .isPresent();
    }

    /** 发现不规范6份，不规范率7.50%: the whole word of the rate names the figure just before it. */
    private static boolean whole(Mention done, Mention rate, String stem) {
        return stem.length() >= 2
                && done.sentence() == rate.sentence()
                && done.before().endsWith(stem)
                && done.figure().start() < rate.figure().start();
    }

    /** In brackets after the rate, else just before. */
    private static List<Mention> wholes(List<Mention> near, int top) {
        List<Mention> wholes = new ArrayList<>();
        for (int i = near.size() - 1; i > top; i--) {
            if (near.get(i).bracketed() && near.get(i).isLike(near.get(top))) {
                wholes.add(near.get(i));
            }
        }
        for (int i = top - 1; i >= 0 && wholes.isEmpty(); i--) {
            if (near.get(i).isLike(near.get(top))
                    && near.get(top).sentence() - near.get(i).sentence() <= 1) {
                wholes.add(near.get(i));
            }
        }
        for (int i = top - 1; i >= 0; i--) {
            boolean named = WHOLE.isIn(near.get(i).before())
                    || (near.get(i)
                                            .figure()
                                            .value()
                                            .compareTo(near.get(top).figure().value())
                                    > 0
                            && near.get(top).sentence() - near.get(i).sentence() <= 1);
            if (named && near.get(i).isLike(near.get(top)) && !wholes.contains(near.get(i))) {
                wholes.add(near.get(i));
            }
        }
        return wholes;
    }

    private static boolean speaks(Mention mention, Set<String> keys) {
        String around = mention.before() + " " + Sought.kept("[，。；、].*").replaceFirst(mention.after(), "");
        return keys.stream().anyMatch(around::contains);
    }

    /** Neighbouring characters of the word, those of words alike, and the word turned round. */
    private static Set<String> keys(String stem) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i + 2 <= stem.length(); i++) {
            String pair = stem.substring(i, i + 2);
            if (!GENERAL.contains(pair)) {
                keys.add(pair);
            }
            ALIKE.stream().filter(alike -> alike.contains(pair)).forEach(keys::addAll);
        }
        return keys;
    }

    private static Check check(Mention rate, List<Figure> parts, Figure whole) {
        String top = parts.size() == 1 ? parts.get(0).text() : "(" + Formulas.sum(parts) + ")";
        return new Check(
                Kind.RATIO,
                "rate-differs",
                rate.claim().label(),
                top + " ÷ " + whole.text(),
                new Equation(rate.figure(), Side.of(parts), Side.of(whole)));
    }
}
