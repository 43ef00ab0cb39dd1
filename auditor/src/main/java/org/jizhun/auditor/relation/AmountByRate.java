package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * An amount worked out by a rate of another one that the words name: 合同价146万元，按合同价的10%缴纳履约保证金14.60万元; 设备投资1975万元，适用8%的奖补比例，核定奖补158万元; and
 * 第一批债券年利息392.40万元 by what was borrowed and its rate; and what a sum a month comes to in a year.
 */
final class AmountByRate implements Relation {

    /** 按合同价的10%, 按2023年预算数的10%. */
    private static final Sought OF_NAMED =
            Sought.of("按照?(?:20\\d{2}年度?)?(?<base>[\\u4e00-\\u9fa5]{2,12}?)(?:总额|总价|金额|价款|款|价|数|额|总数)?的$");

    /** 适用8%的奖补比例, 按10%的标准. */
    private static final Sought APPLIED = Sought.of("(?:适用|按照?|执行)$");

    private static final Sought SCALE = Sought.of("^的?[^，。；、\\d]{0,6}(?:比例|标准|费率)[，]?[^，。；、\\d]{0,10}$");

    private static final Sought NEXT = Sought.of("^[^，。；、（）\\d]{0,14}[，（]?[^，。；、（）\\d]{0,14}$");

    /** 按预算数的10%压减2025年预算。……预算合计6666万元，建议压减666.60万元. */
    private static final Sought VERB = Sought.of("^(?<verb>压减|缴纳|计提|扣留|预留|奖补|补助|补贴|拨付|支付|收取|扣减|核减|奖励|返还|提取)");

    private static final String FILLED = "(?:总额|总价|金额|价款|款|价|数|额|总数|合计|总计|共计?|为|是|：)*$";

    /** What keeps an amount from being so much of another. */
    private static final Sought CAPPED =
            Sought.of("上限|封顶|最高|最多|不超过|限额|扣除|取整|以内|剩余|其余|余款|之后|以后|后[，的支拨付安]|低于|高于|增加|减少|违约");

    private static final Sought MONTHLY = Sought.of("每月[^，。；\\d]{0,8}$");
    private static final Sought IN_YEAR = Sought.of("^(?:/月)?[，（](?:全年|每年|一年|年)(?:共|计|合计|应发|补助|补贴|即|为)*$");
    private static final Exact MONTHS = Exact.of(12);

    private static final Sought INTEREST =
            Sought.of("(?<name>[\\u4e00-\\u9fa5]{2,10}?)(?:每年|全年|年)(?:应付|应支付|应计)?利息(?:为|共|约)?$");
    private static final Sought INTEREST_RATE = Sought.of("利率(?:为|是|：)?$");

    /** In a hundred, how far an amount may lie from what it is worked out by. */
    private static final int NEAR = 30;

    private static final int NEAR_YEAR = 20;
    /** So many figures back a name is still meant, some ten pages of prose. */
    private static final int REACH = 600;

    @Override
    public String name() {
        return "amount-by-rate";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Mention> all = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            List<Mention> earlier = all.subList(Math.max(0, all.size() - REACH), all.size());
            for (int i = 0; i < mentions.size(); i++) {
                byRate(mentions, i, earlier).ifPresent(ledger::checkUnlessJudged);
                interest(mentions, i, earlier).ifPresent(ledger::checkUnlessJudged);
                ofYear(mentions, i).ifPresent(ledger::checkUnlessJudged);
            }
            all.addAll(mentions);
        }
    }

    private static Optional<Check> byRate(List<Mention> mentions, int at, List<Mention> earlier) {
        Mention rate = mentions.get(at);
        boolean part = rate.figure().kind() == Figure.Kind.PERCENT
                && rate.figure().nearness() == Figure.Nearness.EXACT
                && rate.figure().value().signum() > 0
                && rate.figure().value().compareTo(Exact.ONE) < 0;
        if (!part) {
            return Optional.empty();
        }
        Matcher named = OF_NAMED.in(rate.before());
        if (named.find()) {
            String base = named.group("base");
            Optional<Mention> next = next(mentions, at, NEXT);
            return next.isPresent()
                    ? told(rate, next.get(), bases(base, mentions.subList(0, at), earlier))
                    : further(mentions, at, base);
        }
        return APPLIED.isIn(rate.before()) && at > 0 && mentions.get(at - 1).sentence() == rate.sentence()
                ? next(mentions, at, SCALE).flatMap(amount -> told(rate, amount, List.of(mentions.get(at - 1))))
                : Optional.empty();
    }

    /** The amount right behind a rate. */
    private static Optional<Mention> next(List<Mention> mentions, int at, Sought between) {
        if (at + 1 >= mentions.size()) {
            return Optional.empty();
        }
        Mention rate = mentions.get(at);
        Mention amount = mentions.get(at + 1);
        String words = rate.figure()
                .passage()
                .text()
                .substring(rate.figure().end(), amount.figure().start());
        return isExactAmount(amount)
                        && amount.sentence() == rate.sentence()
                        && between.isIn(words)
                        && !CAPPED.isIn(words)
                        && !CAPPED.isIn(amount.after())
                ? Optional.of(amount)
                : Optional.empty();
    }

    /** 按预算数的10%压减。本次涉及3个项目，预算合计6666万元，建议压减666.60万元: the amount of that verb right behind the one that is named. */
    private static Optional<Check> further(List<Mention> mentions, int at, String base) {
        Mention rate = mentions.get(at);
        Matcher verb = VERB.in(rate.after());
        if (!verb.find()) {
            return Optional.empty();
        }
        for (int i = at + 1; i + 1 < mentions.size() && mentions.get(i).figure().kind() != Figure.Kind.PERCENT; i++) {
            Mention whole = mentions.get(i);
            Mention amount = mentions.get(i + 1);
            if (whole.sentence() == amount.sentence()
                    && isExactAmount(amount)
                    && isCalled(whole, base)
                    && amount.before().contains(verb.group("verb"))
                    && !CAPPED.isIn(amount.before())) {
                return told(rate, amount, List.of(whole));
            }
        }
        return Optional.empty();
    }

    private static boolean isExactAmount(Mention amount) {
        return amount.figure().kind() == Figure.Kind.AMOUNT && amount.figure().nearness() == Figure.Nearness.EXACT;
    }

    private static boolean isCalled(Mention whole, String base) {
        return isExactAmount(whole)
                && Sought.kept(FILLED).replaceFirst(whole.before(), "").endsWith(base);
    }

    /** The amounts that are called so in the paragraph, the last one first; else the last one before it. */
    private static List<Mention> bases(String base, List<Mention> own, List<Mention> earlier) {
        List<Mention> called = new ArrayList<>();
        for (Mention mention : own) {
            if (isCalled(mention, base)) {
                called.add(0, mention);
            }
        }
        for (int i = earlier.size() - 1; called.isEmpty() && i >= 0; i--) {
            if (isCalled(earlier.get(i), base)) {
                called.add(earlier.get(i));
            }
        }
        return called;
    }

    private static Optional<Check> told(Mention rate, Mention amount, List<Mention> bases) {
        List<Check> near = new ArrayList<>();
        for (Mention base : bases) {
            if (!isExactAmount(base)) {
                continue;
            }
            Check check = check(rate.figure(), amount, base.figure());
            if (check.equation().judge() != Verdict.DIFFERS) {
                return Optional.of(check);
            }
            if (!isOfRest(rate.figure(), amount.figure(), base.figure()) && isLikely(check, NEAR)) {
                near.add(check);
            }
        }
        return near.stream().findFirst();
    }

    private static boolean isLikely(Check check, int percent) {
        return Near.close(check.equation(), percent) || Likely.isSlip(check.equation());
    }

    /** 压减10%，即安排11250万元: what is left of the amount, or the amount with so much on top. */
    private static boolean isOfRest(Figure rate, Figure amount, Figure base) {
        Exact part = base.value().times(rate.value());
        return amount.rounded().holds(base.value().minus(part))
                || amount.rounded().holds(base.value().plus(part));
    }

    private static Check check(Figure rate, Mention amount, Figure base) {
        return new Check(
                Kind.RATIO,
                "rate-differs",
                amount.claim().label(),
                base.text() + " × " + rate.text(),
                new Equation(amount.figure(), new Side(Map.of(base, rate.value()), Exact.ZERO), Side.ONE));
    }

    /** 第一批债券规模12000万元，票面利率3.27%……第一批债券年利息392.40万元. */
    private static Optional<Check> interest(List<Mention> mentions, int at, List<Mention> earlier) {
        Mention amount = mentions.get(at);
        Matcher words = INTEREST.in(amount.before());
        if (!isExactAmount(amount) || !words.find()) {
            return Optional.empty();
        }
        String name = words.group("name");
        List<Mention> all = new ArrayList<>(earlier);
        all.addAll(mentions.subList(0, at));
        List<Check> told = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            Mention rate = all.get(i);
            if (rate.figure().kind() == Figure.Kind.PERCENT && INTEREST_RATE.isIn(rate.before())) {
                borrowed(all, i, name).ifPresent(base -> told.add(check(rate.figure(), amount, base)));
            }
        }
        return told.stream()
                .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                .findFirst()
                .or(() ->
                        told.size() == 1 && isLikely(told.get(0), NEAR) ? Optional.of(told.get(0)) : Optional.empty());
    }

    /** The one amount between the name and the rate, within one clause of 。 and ；. */
    private static Optional<Figure> borrowed(List<Mention> all, int at, String name) {
        Figure rate = all.get(at).figure();
        String text = rate.passage().text();
        int from = rate.start();
        while (from > 0 && "。；".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int called = text.substring(from, rate.start()).indexOf(name);
        int begin = from + called;
        List<Figure> amounts = all.subList(0, at).stream()
                .map(Mention::figure)
                .filter(figure -> figure.passage().equals(rate.passage())
                        && figure.kind() == Figure.Kind.AMOUNT
                        && figure.start() > begin)
                .toList();
        return called >= 0 && amounts.size() == 1 ? Optional.of(amounts.get(0)) : Optional.empty();
    }

    /** 每人每月800元，全年9600元. */
    private static Optional<Check> ofYear(List<Mention> mentions, int at) {
        if (at + 1 >= mentions.size()) {
            return Optional.empty();
        }
        Mention month = mentions.get(at);
        Mention year = mentions.get(at + 1);
        boolean told = isExactAmount(month)
                && isExactAmount(year)
                && month.sentence() == year.sentence()
                && MONTHLY.isIn(month.before())
                && IN_YEAR.isIn(month.figure()
                        .passage()
                        .text()
                        .substring(month.figure().end(), year.figure().start()));
        if (!told) {
            return Optional.empty();
        }
        Check check = new Check(
                Kind.RATIO,
                "rate-differs",
                year.claim().label(),
                month.figure().text() + " × 12",
                new Equation(year.figure(), new Side(Map.of(month.figure(), MONTHS), Exact.ZERO), Side.ONE));
        return Optional.of(check).filter(any -> any.equation().judge() != Verdict.DIFFERS || isLikely(any, NEAR_YEAR));
    }
}
