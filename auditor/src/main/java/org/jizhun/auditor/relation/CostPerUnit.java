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
import java.util.stream.Stream;
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

    private static final Sought EACH = Sought.of(
            "(?:(?<head>人次|户次|人|户|亩|校|批次|条|趟|站|村|班|床|生|件|次|台|车|头|项目|笔|单|公里|平方米|场|期|册)均(?!衡|匀)|(?:(?:平均)?每(?:一|个)?|单)(?<unit>人次|项目|人|名|户|亩|公里|千米|米|平方米|个|台|套|辆|车|期|场|次|座|处|家|所|件|项|村|吨|床|份|头|株|公顷|课时|小时|天|月|间|生|班|所|棵|盏|株|口|眼|公斤|立方米|批次|尾|羽|只|条|篇|套次|趟|站|学时|平方公里|标箱|标准箱|千瓦时|度|宗|案|单位|企业|学校|学生|学员)|平均(?!每)|单位[^，。；、\\d]{0,6}成本|(?:单价|造价|均价|(?<!高)标准(?!化))(?=[^，。；]{0,6}$))[^，。；：\\d]{0,16}$");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("人", "人|名|人次|位"),
            Map.entry("名", "人|名|人次"),
            Map.entry("人次", "人|人次"),
            Map.entry("次", "人次|次|场次|台次|车次"),
            Map.entry("户次", "户次"),
            Map.entry("尾", "尾"),
            Map.entry("户", "户"),
            Map.entry("企业", "家|户|个"),
            Map.entry("学校", "所|个"),
            Map.entry("单位", "个|家"),
            Map.entry("学生", "人|名|人次"),
            Map.entry("学员", "人|名|人次"),
            Map.entry("亩", "亩"),
            Map.entry("生", "人|名|人次"),
            Map.entry("公里", "公里|千米"),
            Map.entry("个", "个"),
            Map.entry("台", "台|套"),
            Map.entry("车", "辆|台"),
            Map.entry("床", "张|床"),
            Map.entry("校", "所|个"),
            Map.entry("班", "个|班"),
            Map.entry("册", "册|本"),
            Map.entry("村", "个|村"),
            Map.entry("日", "天|日"),
            Map.entry("项目", "个|项|项目"));
    private static final Sought OTHER =
            Sought.of("[月季年日][人户]均|人月均|收入|GDP|产值|不超过|不低于|上年|去年|最高|最低|限额|(?<!每人|每亩|每户)每年|每月|每天|发现|扣|满意|可支配");

    /** 比概算每公里31万元, 县定每人23000元: what is allowed is no quotient. */
    private static final Sought STANDARD =
            Sought.of("(?:概算|控制在|控制价|定额|[省市县区国]定|规定|批复|上限|限额|不低于|不高于|低于|高于|按照?)[^，。；、\\d]{0,8}$");

    private static final Sought STANDARDS = Sought.of("(?:补助|补贴|奖补|拨付|发放)标准(?:分别)?(?:为|：)");

    private static final Sought STANDARD_AFTER =
            Sought.of("^(?:/[\\u4e00-\\u9fa5]{1,3})?的?(?:控制|补助|开支|支出|限额)?(?:标准|定额|上限)");

    /** What people gain is not what was spent on them. */
    private static final Sought GAIN = Sought.of("增收|增产|增效|创收|收益|获益|受益|纯收入|节省|节约");

    /** What a visit is charged is no share of what the whole house spends. */
    private static final Sought CHARGED = Sought.of("次均(?:医疗|医药)?费用|均次费用");

    private static final Sought PLANNED = Sought.of("计划|目标|任务|应|拟|核定|编制");
    private static final Sought SPENT =
            Sought.of("(?:投资|支出|投入|合计|计|共|金额|费用|经费|补助|资金|造价|支付|安排)(?:金额|资金|总额|经费)?(?:为|约)?$");

    private static final Sought ALTOGETHER = Sought.of("(?:共计?|合计|小计|总价|总计)[^，。；\\d]{0,4}$");
    private static final Sought PRICE = Sought.of("单价[^，。；\\d]{0,4}$");
    private static final Sought LAST_YEAR = Sought.of("上年|去年|比|较|增加|减少|新增");

    /** 比2022年度的11.81万元, 上年为11.81万元: what another year cost. */
    private static final Sought AGAINST_LAST =
            Sought.of("(?:比|较|与)[^，。；\\d]{0,4}(?:20\\d{2}年|上年|去年|同期)|^（?(?:上年|去年|上年同期|去年同期)");

    /** 人均纯收入由上年的11860元: what is told a head is no total. */
    private static final Sought ITSELF_EACH = Sought.of("[人户亩]均|平均每|(?:^|[，；])每");

    private static final Sought INVESTED = Sought.of("(?:总投资|投资总额|投入资金|总造价|花费|总费用)(?:为|共|合计)?$");

    private static final Sought BY_DAY = Sought.of("(?:[人生]均|每[人名生位])(?:每)?[天日][^，。；：\\d]{0,6}$");

    static final java.util.Set<String> DAYS = java.util.Set.of("天", "日");

    /** How many amounts of spending are looked back for, where the sentence has none. */
    private static final int BACK = 12;

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
                each(mentions, i, passage.text(), List.copyOf(spending), List.copyOf(counted))
                        .map(alibi::instead)
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

    private static Optional<Check> each(
            List<Mention> mentions, int at, String text, List<Mention> spending, List<Mention> counted) {
        Mention each = mentions.get(at);
        Matcher words = EACH.in(each.before());
        boolean exact = each.figure().nearness() == Figure.Nearness.EXACT;
        if (!each.isMeasured()
                || !exact
                || !words.find()
                || OTHER.isIn(each.before())
                || (isByDay(each.before())
                        && mentions.stream()
                                .anyMatch(other -> other.sentence() == each.sentence()
                                        && DAYS.contains(other.figure().thing())))
                || STANDARD.isIn(each.before())
                || STANDARD_AFTER.isIn(each.after())) {
            return Optional.empty();
        }
        Pattern unit = unit(words, each, text);
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
                && each.figure().kind() == Figure.Kind.AMOUNT) {
            totals.addAll(spending);
        }
        if (counts.isEmpty() && each.figure().kind() == Figure.Kind.AMOUNT && isNamed(words)) {
            List<Mention> before = counted.stream()
                    .filter(count -> unit.matcher(count.figure().thing()).matches())
                    .toList();
            return apart(each, before, totals);
        }
        return chosen(each, counts, totals, mentions);
    }

    /** 人均每天, 每人每天: for one of each of two things, which {@link ReckonedCosts} holds. */
    static boolean isByDay(String before) {
        return BY_DAY.isIn(before);
    }

    /** Whether the words right before a figure say that it is told for one of something. */
    static boolean isEach(String before) {
        return EACH.isIn(before);
    }

    /** The unit that a figure is told for one of, where words before it say that it is told for one. */
    static Optional<Pattern> unitOf(Mention each, String text) {
        Matcher words = EACH.in(each.before());
        return each.figure().nearness() == Figure.Nearness.EXACT
                        && words.find()
                        && isNamed(words)
                        && !OTHER.isIn(each.before())
                ? Optional.of(unit(words, each, text))
                : Optional.empty();
    }

    private static boolean isNamed(Matcher words) {
        return words.group("head") != null || words.group("unit") != null;
    }

    /** Numbers and amounts of earlier paragraphs: any pair that gives it, else the pairs that come near if they agree. */
    private static Optional<Check> apart(Mention each, List<Mention> counts, List<Mention> totals) {
        List<Check> near = new ArrayList<>();
        Set<Exact> values = new HashSet<>();
        for (Mention total : totals) {
            for (Mention count : counts) {
                Check check = check(each, total, count);
                if (Near.tight(check.equation())) {
                    return Optional.of(check);
                }
                if (!LAST_YEAR.isIn(count.before()) && !isParted(each, total) && Near.within(check.equation(), 12)) {
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

    private static Pattern unit(Matcher words, Mention each, String text) {
        String named = words.group("head") == null ? words.group("unit") : words.group("head");
        int end = each.figure().end();
        if (named == null && text.startsWith("/", end)) {
            named = text.substring(end + 1, Math.min(text.length(), end + 2));
        }
        return Pattern.compile(named == null ? ".+" : UNITS.getOrDefault(named, Pattern.quote(named)));
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
        return isStandard(each) ? Optional.empty() : unfitting(each, counts, totals, all);
    }

    /** No figures give it: the only ones of the sentence, or any two that give it but for exchanged digits. */
    private static Optional<Check> unfitting(
            Mention each, List<Mention> counts, List<Mention> totals, List<Mention> all) {
        List<Mention> own = counts.stream()
                .filter(count -> count.sentence() == each.sentence())
                .toList();
        List<Mention> spent = totals.stream()
                .filter(total -> total.sentence() == each.sentence())
                .toList();
        if (own.size() == 1 && spent.isEmpty()) {
            List<Mention> before = totals.stream()
                    .filter(total -> total.sentence() < each.sentence())
                    .toList();
            spent = before.subList(Math.max(0, before.size() - 1), before.size());
        }
        if (own.size() == 1 && spent.size() == 1) {
            Check check = check(each, spent.get(0), own.get(0));
            if (check.equation().judge() != Verdict.DIFFERS || isSlip(check) || Near.within(check.equation(), 40)) {
                return Optional.of(check);
            }
        }
        if (own.size() == 1 && spent.size() == 1) {
            Check right = check(each, spent.get(0), own.get(0));
            Mention total = spent.get(0);
            boolean otherBase = mentionsOf(all, each)
                    .filter(other -> !other.equals(own.get(0)) && !other.isLike(total))
                    .anyMatch(other -> Near.tight(check(each, total, other).equation()));
            if (otherBase) {
                return Optional.of(right);
            }
        }
        Optional<Check> only =
                between(each, all, counts).or(() -> only(each, own, totals)).or(() -> ofDone(each, counts, totals));
        if (only.isPresent()) {
            return only;
        }
        for (Mention total : totals) {
            for (Mention count : counts) {
                Check check = check(each, total, count);
                if (check.equation()
                        .expected()
                        .filter(right -> NearMisses.isExchange(each.figure(), right)
                                || (each.figure().digits() >= 3 && NearMisses.isWrongUnit(each.figure(), right)))
                        .isPresent()) {
                    return Optional.of(check);
                }
            }
        }
        return Optional.empty();
    }

    /** 蓄水池24口，单价4.8万元，投资115.20万元: the number just before, the amount in the clause just before or after. */
    private static Optional<Check> between(Mention each, List<Mention> all, List<Mention> counts) {
        int at = all.indexOf(each);
        List<Check> near = new ArrayList<>();
        for (int i : new int[] {at - 1, at + 1}) {
            int other = i == at + 1 ? at - 1 : at - 2;
            if (i < 0 || i >= all.size() || other < 0) {
                continue;
            }
            Mention total = all.get(i);
            Mention count = all.get(other);
            boolean tied = counts.contains(count)
                    && total.isLike(each)
                    && total.sentence() == each.sentence()
                    && count.sentence() == each.sentence()
                    && SPENT.isIn(total.before())
                    && total.figure().value().compareTo(each.figure().value()) > 0;
            if (tied && Near.within(check(each, total, count).equation(), 25)) {
                near.add(check(each, total, count));
            }
        }
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** 计划24个，完成27个。……建议108条，平均每个项目4条: by what was done, not by what was planned. */
    private static Optional<Check> ofDone(Mention each, List<Mention> counts, List<Mention> totals) {
        List<Mention> spent = totals.stream()
                .filter(total -> total.sentence() == each.sentence())
                .toList();
        List<Mention> done = counts.stream()
                .filter(count -> !PLANNED.isIn(count.before())
                        && !LAST_YEAR.isIn(count.before())
                        && count.sentence() <= each.sentence())
                .toList();
        return done.size() == 1 && spent.size() == 1
                ? Optional.of(check(each, spent.get(0), done.get(0))).filter(near -> Near.within(near.equation(), 30))
                : Optional.empty();
    }

    /** The numbers of things in the sentence of a figure. */
    private static Stream<Mention> mentionsOf(List<Mention> all, Mention each) {
        return all.stream()
                .filter(other ->
                        other.sentence() == each.sentence() && other.figure().kind() == Figure.Kind.COUNT);
    }

    /** Of several totals the one that comes near, if it is the only one, by the one number of the sentence. */
    private static Optional<Check> only(Mention each, List<Mention> own, List<Mention> totals) {
        List<Mention> thisYear =
                own.stream().filter(count -> !LAST_YEAR.isIn(count.before())).toList();
        if (thisYear.size() != 1) {
            return Optional.empty();
        }
        List<Check> near = totals.stream()
                .map(total -> check(each, total, thisYear.get(0)))
                .filter(check -> Near.within(check.equation(), 12))
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static boolean isSlip(Check check) {
        return check.equation()
                .expected()
                .filter(right -> NearMisses.isSlip(check.equation().result(), right))
                .isPresent();
    }

    /** 45台，单价0.62万元，共计27.90万元: a price is known and what it comes to is worked out. */
    private static Check check(Mention each, Mention total, Mention count) {
        Check quotient = quotient(each, total, count);
        boolean priced = PRICE.isIn(each.before())
                && ALTOGETHER.isIn(total.before())
                && total.figure().start() > each.figure().start()
                && total.figure().start() > count.figure().start();
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

    private static Check quotient(Mention each, Mention total, Mention count) {
        return new Check(
                Kind.RATIO,
                "rate-differs",
                each.claim().label(),
                Formulas.quotient(total.figure(), count.figure()),
                new Equation(each.figure(), Side.of(total.figure()), Side.of(count.figure())));
    }
}
