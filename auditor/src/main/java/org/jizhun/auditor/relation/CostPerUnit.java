package org.jizhun.auditor.relation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.jizhun.kernel.quantity.Exact;

/**
 * So much a head, a household, a mu, a kilometre: 培训500人，支出25万元，人均500元; 平均每期50人次; 每亩补助800元，共补助688万元. The
 * figure is what is spent or done divided by the number of what 每 or 人均 names. Where any figures nearby give it, these
 * count; where none do, the only number of that unit in the sentence is taken.
 */
final class CostPerUnit implements Relation {

    /** 比概算每公里31万元, 县定每人23000元: what is allowed is no quotient. */
    static final Sought STANDARD =
            Sought.of("(?:概算|计划投资|投资标准|控制在|控制价|定额|[省市县区国]定|规定|批复|上限|限额|不低于|不高于|低于|高于|按照?)[^，。；、\\d]{0,8}$");

    private static final Sought STANDARDS = Sought.of("(?:补助|补贴|奖补|拨付|发放)标准(?:分别)?(?:为|：)");
    private static final Sought STANDARD_AFTER =
            Sought.of("^(?:/[\\u4e00-\\u9fa5]{1,3})?的?(?:控制|补助|开支|支出|限额)?(?:标准|定额|上限)");

    private static final Sought THAT_IS = Sought.of("^[，（](?:即|系)");

    private static final List<Exact> TENS = List.of(Exact.of(10), Exact.of(100), Exact.of(1_000), Exact.of(10_000));

    /** What people gain is not what was spent on them. */
    private static final Sought GAIN = Sought.of("增收|增产|增效|创收|收益|获益|受益(?!成本|人口|面积)|纯收入|节省|节约");

    /** What a visit is charged is no share of what the whole house spends. */
    private static final Sought CHARGED = Sought.of("次均(?:医疗|医药)?费用|均次费用");

    /** 全年预算折合人均89元: nothing of what was spent. */
    private static final Sought PLANNED = Sought.of("预算(?!执行|支出)[^，。；\\d]{0,6}$");

    private static final Sought ALTOGETHER = Sought.of("(?:共计?|合计|小计|总价|总计)[^，。；\\d]{0,4}$");
    private static final Sought PRICE = Sought.of("单价[^，。；\\d]{0,4}$");
    static final Sought LAST_YEAR = Sought.of("上年|去年|比|较|增加|减少|新增");

    /** 比2022年度的11.81万元, 上年为11.81万元: what another year cost. */
    private static final Sought AGAINST_LAST =
            Sought.of("(?:比|较|与)[^，。；\\d]{0,4}(?:20\\d{2}年|上年|去年|同期)|^（?(?:上年|去年|上年同期|去年同期)");

    /** 人均纯收入由上年的11860元: what is told a head is no total. */
    private static final Sought ITSELF_EACH = Sought.of("[人户亩]均|平均每|(?:^|[，；])每|单[车台床件]");

    private static final Sought INVESTED = Sought.of("(?:总投资|投资总额|投入资金|总造价|花费|总费用)(?:为|共|合计)?$");

    /** Digits of a quotient that no accident of the two figures gives to the last. */
    private static final int LONG = 3;

    /** How many amounts of spending are looked back for, where the sentence has none. */
    private static final int BACK = 12;

    /** What 人均 is told of, where its words are no mere 支出. */
    private static final Sought NOUN = Sought.of("[人户亩生床次车]均(?<noun>[\\u4e00-\\u9fa5]{2,6}(?:经费|费|补助|补贴|奖金|投资))$");

    private static final Sought EACH_MONTH = Sought.of("月[人户]均");
    private static final Sought OF_MONTH = Sought.of("当月|本月");

    @Override
    public String name() {
        return "cost-per-unit";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Deque<Mention> spending = new ArrayDeque<>();
        Alibi alibi = Alibi.of(claims);
        Deque<Mention> counted = new ArrayDeque<>();
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                Mention each = mentions.get(i);
                each(mentions, i, passage.text(), List.copyOf(spending), List.copyOf(counted))
                        .map(check -> isOfName(each, check) ? check : alibi.instead(check))
                        .map(check -> CostOverOther.instead(check, mentions))
                        .ifPresent(ledger::check);
            }
            for (Mention mention : mentions) {
                if (mention.measure().filter("actual"::equals).isPresent() || INVESTED.isIn(mention.before())) {
                    spending.addLast(mention);
                }
                if (mention.figure().kind() == Figure.Kind.COUNT) {
                    counted.addLast(mention);
                }
            }
            while (spending.size() > BACK) {
                spending.removeFirst();
            }
            while (counted.size() > 3 * BACK) {
                counted.removeFirst();
            }
        }
    }

    /** 当月发放319.45万元，月人均补助708元: of the one month that is told. */
    private static boolean isOfMonth(Mention each, List<Mention> mentions) {
        return EACH_MONTH.isIn(each.before())
                && mentions.stream()
                        .anyMatch(total -> total.sentence() == each.sentence() && OF_MONTH.isIn(total.before()));
    }

    private static Optional<Check> each(
            List<Mention> mentions, int at, String text, List<Mention> spending, List<Mention> counted) {
        Mention each = mentions.get(at);
        Optional<Matcher> words =
                EachWords.in(isOfMonth(each, mentions) ? each.before().replaceFirst("月(?=[人户]均)", "") : each.before());
        boolean exact = each.figure().nearness() == Figure.Nearness.EXACT;
        if (!each.isMeasured()
                || !exact
                || words.isEmpty()
                || (EachWords.isByDay(each.before())
                        && mentions.stream()
                                .anyMatch(other -> other.sentence() == each.sentence()
                                        && EachWords.DAYS.contains(
                                                other.figure().thing())))
                || STANDARD.isIn(each.before())
                || STANDARD_AFTER.isIn(each.after())) {
            return Optional.empty();
        }
        Pattern unit = EachWords.unit(words.get(), each, text);
        List<Mention> counts = new ArrayList<>();
        List<Mention> totals = new ArrayList<>();
        for (int i = Math.max(0, at - 10); i < Math.min(mentions.size(), at + 4); i++) {
            Mention other = mentions.get(i);
            boolean near = Math.abs(other.sentence() - each.sentence()) <= 2 && i != at && other.isMeasured();
            if (near
                    && !other.figure().value().isZero()
                    && unit.matcher(other.figure().thing()).matches()
                    && !sameThing(each, other)) {
                counts.add(other);
            } else if (near
                    && other.isLike(each)
                    && other.figure().value().compareTo(each.figure().value()) > 0
                    && !AGAINST_LAST.isIn(other.before())
                    && !(i > at && STANDARD.isIn(other.before()))
                    && !ITSELF_EACH.isIn(other.before())) {
                totals.add(other);
            }
        }
        if (GAIN.isIn(each.before())) {
            totals.removeIf(total -> !GAIN.isIn(total.before()));
        } else if (totals.isEmpty()
                && !CHARGED.isIn(each.before())
                && !PLANNED.isIn(each.before())
                && each.figure().kind() == Figure.Kind.AMOUNT) {
            totals.addAll(spending);
        }
        if (counts.isEmpty() && each.figure().kind() == Figure.Kind.AMOUNT && EachWords.isNamed(words.get())) {
            List<Mention> before = counted.stream()
                    .filter(count -> unit.matcher(count.figure().thing()).matches())
                    .toList();
            return apart(each, before, totals);
        }
        Optional<Mention> called = calledSo(each, totals);
        return called.isEmpty()
                ? chosen(each, counts, totals, mentions)
                : ofCalled(each, called.get(), counts, totals)
                        .or(() -> chosen(each, counts, List.of(called.get()), mentions));
    }

    /** 人均公用经费23.07万元, which another amount of the sentence gives: the one of its name was meant. */
    private static Optional<Check> ofCalled(Mention each, Mention called, List<Mention> counts, List<Mention> totals) {
        List<Mention> own = counts.stream()
                .filter(count -> count.sentence() == each.sentence()
                        && count.figure().start() < each.figure().start())
                .toList();
        if (own.size() != 1 || each.figure().digits() < LONG) {
            return Optional.empty();
        }
        boolean byOther = totals.stream()
                .filter(total -> !total.equals(called)
                        && total.figure().passage().equals(each.figure().passage()))
                .anyMatch(total -> Near.tight(check(each, total, own.get(0)).equation()));
        return byOther ? Optional.of(check(each, called, own.get(0))) : Optional.empty();
    }

    /** Whether the amount is called what is told for one, so that no other can be meant. */
    private static boolean isOfName(Mention each, Check check) {
        Matcher noun = NOUN.in(each.before());
        return noun.find()
                && check.equation().top().weights().keySet().stream()
                        .allMatch(total -> total.passage()
                                .text()
                                .substring(0, total.start())
                                .endsWith(noun.group("noun")));
    }

    /** 人均公用经费 is of the 公用经费 of the sentence, whatever other amounts there are. */
    private static Optional<Mention> calledSo(Mention each, List<Mention> totals) {
        Matcher noun = NOUN.in(each.before());
        if (!noun.find()) {
            return Optional.empty();
        }
        List<Mention> called = totals.stream()
                .filter(total -> total.figure().passage().equals(each.figure().passage())
                        && total.before().endsWith(noun.group("noun")))
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    /** Numbers and amounts of earlier paragraphs: any pair that gives it, else the pairs that come near if they agree. */
    private static Optional<Check> apart(Mention each, List<Mention> counts, List<Mention> totals) {
        Optional<Check> called = UnfittingCost.called(each, counts, totals);
        if (called.isPresent()) {
            return called;
        }
        List<Check> near = new ArrayList<>();
        Set<Exact> values = new HashSet<>();
        for (Mention total : totals) {
            for (Mention count : counts) {
                Check check = check(each, total, count);
                if (Near.tight(check.equation())) {
                    return Optional.of(check);
                }
                if (!LAST_YEAR.isIn(count.before()) && !isParted(each, total) && Near.close(check.equation(), 12)) {
                    near.add(check);
                    check.equation().expected().ifPresent(values::add);
                }
            }
        }
        return values.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** 务工补助人次均498元；雨露计划每人次1500元，支出134.70万元: after a semicolon something else is told. */
    private static boolean isParted(Mention each, Mention total) {
        Figure one = each.figure();
        Figure two = total.figure();
        return one.passage().equals(two.passage())
                && two.start() > one.end()
                && one.passage().text().substring(one.end(), two.start()).indexOf('；') >= 0;
    }

    private static boolean sameThing(Mention each, Mention other) {
        return each.figure().kind() == Figure.Kind.COUNT && other.isLike(each);
    }

    /** 核定补助标准：新建亩均2400元；改造亩均1500元: what is granted is no quotient of what stands near. */
    private static boolean isStandard(Mention each) {
        String text = each.figure().passage().text();
        int sentence = text.lastIndexOf('。', each.figure().start()) + 1;
        return STANDARDS.isIn(text.substring(sentence, each.figure().start()));
    }

    private static Optional<Check> chosen(Mention each, List<Mention> counts, List<Mention> totals, List<Mention> all) {
        for (Mention total : totals) {
            for (Mention count : counts) {
                Check check = check(each, total, count);
                if (Near.tight(check.equation())) {
                    return Optional.of(check);
                }
            }
        }
        return isStandard(each) ? Optional.empty() : UnfittingCost.of(each, counts, totals, all);
    }

    /** 45台，单价0.62万元，共计27.90万元: a price is known and what it comes to is worked out. */
    static Check check(Mention each, Mention total, Mention count) {
        Check quotient = quotient(each, total, count);
        boolean later = PRICE.isIn(each.before())
                && ALTOGETHER.isIn(total.before())
                && total.figure().start() > each.figure().start()
                && total.figure().start() > count.figure().start();
        boolean priced = later || isStandardOf(each, total, quotient);
        if (!priced || quotient.equation().judge() != Verdict.DIFFERS) {
            return quotient;
        }
        Side product = new Side(Map.of(count.figure(), each.figure().value()), Exact.ZERO);
        return new Check(
                Kind.RATIO,
                "rate-differs",
                total.claim().label(),
                each.figure().text() + " × " + count.figure().text(),
                new Equation(total.figure(), product, Side.ONE));
    }

    /** 培训费93.60万元，即156人次、每人次600元: the round figure is what was laid down, and the other, a power of ten off, what it comes to. */
    private static boolean isStandardOf(Mention each, Mention total, Check quotient) {
        String text = total.figure().passage().text();
        return THAT_IS.isIn(text.substring(total.figure().end()))
                && each.figure().tellingDigits() < total.figure().tellingDigits()
                && quotient.equation()
                        .expected()
                        .filter(right -> NearMisses.isWrongUnit(each.figure(), right)
                                && isPowerOfTen(right.dividedBy(each.figure().value())))
                        .isPresent();
    }

    private static boolean isPowerOfTen(Exact times) {
        return TENS.contains(times) || TENS.contains(Exact.ONE.dividedBy(times));
    }

    private static Check quotient(Mention each, Mention total, Mention count) {
        return Checks.quotient(each.claim().label(), each.figure(), total.figure(), count.figure());
    }
}
