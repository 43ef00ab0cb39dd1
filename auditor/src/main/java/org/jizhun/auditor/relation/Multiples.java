package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
 * How many times one amount or number is of another: 净收益73600万元，本息合计58800万元，覆盖倍数1.25; 服务45360人次，是上年18900人次的2.4倍;
 * 由4.2万件增长到12.6万件，增长2倍.
 */
final class Multiples implements Relation {

    private static final Sought COVER =
            Sought.of("(?:覆盖|保障|偿债|备付|保证)[^，。；\\d]{0,6}(?:倍数|倍率|率|比)(?:约)?(?:为|是|达到?|：|=)?(?:[^，。；\\d=]{2,40}=)?$");
    private static final Sought MONEY_IN =
            Sought.of("(?:收益|收入|现金流量?|现金净流入|资金来源|偿债资金|偿债来源)(?:总额|总计|合计|共计|预计|测算|累计|为|共|约|达)*$");
    private static final Sought MONEY_OUT = Sought.of("本息|还本付息|偿还|应付|融资");
    private static final Sought OF = Sought.of("(?:是|为|达|达到|相当于|约为|约是)(?:20\\d{2}年度?)?[^，。；、\\d]{0,14}$");
    private static final Sought GROWN = Sought.of("(?:增长|增加|提高|扩大|提升|上升)了?$");
    private static final Sought TO = Sought.of("(?:增长|增加|提高|扩大|提升|上升|发展|增)(?:到|至|为)[^，。；\\d]{0,6}$");
    /** What is demanded is no multiple of this document's figures: 不低于1.2倍. */
    private static final Sought DEMANDED = Sought.of("不低于|不少于|不高于|要求|标准|目标|应(?:达|不|当|为)");

    private static final int WINDOW = 12;

    @Override
    public String name() {
        return "multiples";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Mention> earlier = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                Mention times = mentions.get(i);
                boolean open = times.figure().kind() == Figure.Kind.PLAIN
                        && times.figure().nearness() == Figure.Nearness.EXACT
                        && !DEMANDED.isIn(times.before())
                        && !ledger.judged(times.figure());
                if (open && COVER.isIn(times.before())) {
                    cover(times, mentions.subList(0, i), earlier).ifPresent(ledger::check);
                } else if (open && times.after().startsWith("倍")) {
                    times(mentions, i).ifPresent(ledger::check);
                }
            }
            earlier.addAll(mentions);
        }
    }

    /** What comes in over what is to be paid back: any two of the paragraph, then of those before, that give it. */
    private static Optional<Check> cover(Mention times, List<Mention> before, List<Mention> earlier) {
        List<Mention> all = new ArrayList<>(earlier.subList(Math.max(0, earlier.size() - WINDOW), earlier.size()));
        all.addAll(before);
        List<Mention> in = new ArrayList<>();
        List<Mention> out = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Mention mention = all.get(i);
            boolean amount = mention.figure().kind() == Figure.Kind.AMOUNT;
            if (amount && MONEY_IN.isIn(mention.before())) {
                in.add(mention);
            } else if (amount && MONEY_OUT.isIn(mention.before())) {
                out.add(mention);
            }
        }
        Optional<Check> near = Optional.empty();
        for (Mention paid : out) {
            for (Mention got : in) {
                Check check = check(times, Side.of(got.figure()), Formulas.quotient(got.figure(), paid.figure()), paid);
                if (Near.tight(check.equation())) {
                    return Optional.of(check);
                }
                near = near.or(() -> Optional.of(check))
                        .filter(any -> Likely.isSlip(any.equation()) || Near.within(any.equation(), 30));
            }
        }
        return near;
    }

    private static Optional<Check> times(List<Mention> mentions, int at) {
        Mention times = mentions.get(at);
        if (at < 2) {
            return Optional.empty();
        }
        Mention base = mentions.get(at - 1);
        if (times.before().equals("的") && OF.isIn(base.before())) {
            for (int i = at - 2; i >= 0; i--) {
                Mention now = mentions.get(i);
                if (now.isLike(base) && now.isMeasured()) {
                    Check check =
                            check(times, Side.of(now.figure()), Formulas.quotient(now.figure(), base.figure()), base);
                    return Optional.of(check).filter(any -> isMeant(any, now, times));
                }
            }
        }
        Mention then = mentions.get(at - 2);
        Matcher grown = GROWN.in(times.before());
        if (!TO.isIn(base.before()) && GROWN.isIn(times.before())) {
            return grownBetween(mentions, at);
        }
        boolean moved = TO.isIn(base.before()) && then.isLike(base) && then.isMeasured() && grown.find();
        if (moved && !then.figure().value().isZero()) {
            String formula = "(" + base.figure().text() + " - " + then.figure().text() + ") ÷ "
                    + then.figure().text();
            return Optional.of(check(times, Side.of(base.figure()).minus(then.figure()), formula, then));
        }
        return Optional.empty();
    }

    /** 2023年4350笔，而2022年仅1740笔，同比增长1.5倍: two years' figures right before. */
    private static Optional<Check> grownBetween(List<Mention> mentions, int at) {
        Mention times = mentions.get(at);
        NowAndThen right = new NowAndThen(mentions.get(at - 2), mentions.get(at - 1));
        NowAndThen pair =
                right.isEarlierBySentence() ? right : new NowAndThen(mentions.get(at - 1), mentions.get(at - 2));
        boolean years = pair.now().isMeasured()
                && pair.now().isLike(pair.then())
                && pair.isEarlierBySentence()
                && pair.then().sentence() == times.sentence()
                && pair.rose()
                && !pair.then().figure().value().isZero();
        if (!years) {
            return Optional.empty();
        }
        Figure now = pair.now().figure();
        Figure then = pair.then().figure();
        String formula = "(" + now.text() + " - " + then.text() + ") ÷ " + then.text();
        Check check = check(times, Side.of(now).minus(then), formula, pair.then());
        boolean wholeTimes = times.figure().rounded().holds(now.value().dividedBy(then.value()));
        return Optional.of(check)
                .filter(any -> wholeTimes || Near.within(any.equation(), 30) || Likely.isSlip(any.equation()));
    }

    /** In one sentence both are meant; across sentences only where they give it or the printed one is a slip. */
    private static boolean isMeant(Check check, Mention now, Mention times) {
        return Near.tight(check.equation())
                || (now.sentence() == times.sentence() && Near.within(check.equation(), 60))
                || Likely.isSlip(check.equation());
    }

    private static Check check(Mention times, Side top, String formula, Mention bottom) {
        return new Check(
                Kind.RATIO,
                "rate-differs",
                times.claim().label(),
                formula,
                new Equation(times.figure(), top, Side.of(bottom.figure())));
    }
}
