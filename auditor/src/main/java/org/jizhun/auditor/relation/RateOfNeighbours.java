package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Sentence;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A rate after two figures of one unit, the second of them what was done: {@code 发放问卷500份，收回486份，回收率97.20%}. It is
 * the second divided by the first. A rate that is far from that means something else and is left alone.
 */
final class RateOfNeighbours implements Relation {

    private static final Sought RATE = Sought.of(
            "(?:完成|执行|到位|回收|合格|覆盖|达标|使用|支付|兑现|办结|及时|整改|签约|备案|公开|利用|参与|就业|通过|竣工|入库|拨付|发放|完工)率(?:为|达|达到|是|：|约)*$");
    private static final Sought DONE = Sought.of("实际|完成|已|支出|收回|回收|达到|合格|到位|覆盖|办结|执行|使用|支付|整改|备案|公开|竣工|拨付|发放|通过|参加|有效");

    private static final Sought SHARE = Sought.of("，?占[^，。；\\d]{0,14}");
    private static final Sought TIMES = Sought.of("，?(?:是|为|相当于|达到)[^，。；\\d]{0,14}");
    private static final Sought TASK = Sought.of("，?(?:占|为|达到|完成了?)[^，。；]{0,10}(?:任务|目标|计划|指标)(?:数|值|量)?");

    private static final int WINDOW = 5;
    private static final int LONG = 3;

    @Override
    public String name() {
        return "rate-of-neighbours";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Sentence sentence : claims.sentences()) {
            List<Claim> all = sentence.claims();
            for (int i = 2; i < all.size(); i++) {
                otherUnit(sentence, all, i, ledger);
                check(sentence, all, i).ifPresent(ledger::check);
                ofTask(sentence, all, i).ifPresent(ledger::check);
            }
        }
    }

    /** 完成3.2万亩，占年度任务3万亩的106.67%: the first divided by the second. */
    private static Optional<Check> ofTask(Sentence sentence, List<Claim> claims, int at) {
        Figure rate = claims.get(at).figure();
        Figure whole = claims.get(at - 1).figure();
        Figure done = claims.get(at - 2).figure();
        String text = sentence.passage().text();
        String before = text.substring(done.end(), whole.start());
        boolean of = text.substring(whole.end(), rate.start()).equals("的");
        boolean alike = whole.kind() == done.kind() && whole.unit().equals(done.unit());
        if (!of || !alike || whole.value().isZero()) {
            return Optional.empty();
        }
        boolean times = TIMES.is(before) && text.startsWith("倍", rate.end()) && rate.kind() == Figure.Kind.PLAIN;
        boolean share = (TASK.is(before) || SHARE.is(before)) && rate.kind() == Figure.Kind.PERCENT;
        if (!times && !share) {
            return Optional.empty();
        }
        Check check = Checks.quotient(claims.get(at - 2).label(), rate, done, whole);
        if (check.equation().judge() == Verdict.DIFFERS) {
            check = beforeParts(sentence, claims, at).orElse(check);
        }
        boolean near = check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), 60);
        return times || near ? Optional.of(check) : Optional.empty();
    }

    /** 发放1500份，收回1368份，有效问卷1326份，回收率91.20%: two figures further off give the rate. */
    private static boolean isOfEarlier(List<Claim> claims, int at) {
        Figure rate = claims.get(at).figure();
        for (int i = Math.max(0, at - WINDOW); i < at; i++) {
            for (int j = i + 1; j < at; j++) {
                Figure whole = claims.get(i).figure();
                Figure done = claims.get(j).figure();
                boolean pair = whole.isLike(done)
                        && !whole.value().isZero()
                        && rate.digits() > LONG
                        && whole.kind() != Figure.Kind.PERCENT;
                if (pair && Near.tight(new Equation(rate, Side.of(done), Side.of(whole)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 种草1268.5万亩，其中人工种草312.4万亩、…、退化草原改良370.0万亩，为年度计划1200万亩的105.71%: the whole and not its last part. */
    private static Optional<Check> beforeParts(Sentence sentence, List<Claim> claims, int at) {
        Figure whole = claims.get(at - 1).figure();
        Figure part = claims.get(at - 2).figure();
        String text = sentence.passage().text();
        int parts = text.lastIndexOf("其中", part.start());
        if (parts < sentence.start()) {
            return Optional.empty();
        }
        return claims.subList(0, at - 2).stream()
                .filter(claim -> claim.figure().end() <= parts && claim.figure().isLike(part))
                .reduce((one, two) -> two)
                .map(done -> Checks.quotient(done.label(), claims.get(at).figure(), done.figure(), whole));
    }

    /** 新增就业5.26万元，完成年度目标5万人的105.2%: the digits fit, the units do not. */
    private static void otherUnit(Sentence sentence, List<Claim> claims, int at, Ledger ledger) {
        Figure rate = claims.get(at).figure();
        Figure whole = claims.get(at - 1).figure();
        Figure done = claims.get(at - 2).figure();
        String text = sentence.passage().text();
        boolean words = TASK.is(text.substring(done.end(), whole.start()))
                && text.substring(whole.end(), rate.start()).equals("的");
        boolean differ = whole.kind() != done.kind()
                && !whole.unit().isEmpty()
                && !done.unit().isEmpty();
        if (!words
                || !differ
                || rate.kind() != Figure.Kind.PERCENT
                || whole.value().isZero()) {
            return;
        }
        Exact part = done.printed().dividedBy(whole.printed());
        if (rate.rounded().holds(part)) {
            String expected = done.text().replace(done.unit(), whole.unit());
            ledger.find(UnitOfAmount.finding(done, expected, List.of(whole.spot())));
        }
    }

    private static Optional<Check> check(Sentence sentence, List<Claim> claims, int at) {
        Figure rate = claims.get(at).figure();
        Figure done = claims.get(at - 1).figure();
        Figure whole = claims.get(at - 2).figure();
        String text = sentence.passage().text();
        String before = text.substring(done.end(), rate.start());
        String between = text.substring(whole.end(), done.start());
        boolean pair = whole.kind() == done.kind()
                && whole.unit().equals(done.unit())
                && whole.kind() != Figure.Kind.PERCENT
                && whole.nearness() == Figure.Nearness.EXACT
                && done.nearness() == Figure.Nearness.EXACT;
        boolean knownElsewhere = claims.get(at)
                        .measure()
                        .filter(name -> !name.equals("completion-rate"))
                        .isPresent()
                && claims.get(at - 1).measure().isPresent()
                && claims.get(at - 2).measure().isPresent();
        if (rate.kind() != Figure.Kind.PERCENT
                || !pair
                || knownElsewhere
                || before.length() > 10
                || between.length() > 16
                || !RATE.isIn(before)
                || RateWord.isOfMore(before)
                || !DONE.isIn(between)
                || whole.value().isZero()) {
            return Optional.empty();
        }
        Check check = Checks.quotient(claims.get(at).label(), rate, done, whole);
        boolean turned =
                text.startsWith("的", done.end()) || Near.tight(new Equation(rate, Side.of(whole), Side.of(done)));
        if (turned) {
            return Optional.empty();
        }
        boolean differs = check.equation().judge() == Verdict.DIFFERS;
        if (differs && (!Near.within(check.equation(), 30) || isOfEarlier(claims, at))) {
            return Optional.empty();
        }
        return Optional.of(check);
    }
}
