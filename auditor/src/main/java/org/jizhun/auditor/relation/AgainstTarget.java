package org.jizhun.auditor.relation;

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
 * How far from its target a value is, target and value told before: 利用率目标35%，实际31.5%，低于目标3.5个百分点; 下降15%，目标为下降10%，超出目标5个百分点. The word
 * must go the way of the figures, and the distance be theirs.
 */
final class AgainstTarget implements Relation {

    private static final Sought TOLD = Sought.of(
            "^，?(?:比|较|距|与|距离)(?:了)?(?:年度|年初|预期|预定|既定|计划|绩效)*(?:目标|计划|指标|标准)(?:值|要求|数)?(?:相比)?(?:还|仍|尚)?(?<near>高出|高|低|相差|差|少)(?:了)?$|^，?(?:比|较)?(?<word>超出|超过|高于|高出|超|低于|少于|差|未达|低)(?:了)?(?<base>年度|年初|预期|预定|既定|计划|绩效)*(?:目标|计划|指标|标准|任务)(?:值|要求|数)?(?:的)?(?<after>高|低|多|少)?$");
    private static final Sought TARGET = Sought.of("目标|计划|指标值|标准|任务");
    private static final Sought OTHER = Sought.of("上年|去年|同期|较|全[省市国县]|平均|\\d{4}年");
    /** In a hundred, how far off a distance may be that is still one of the two. */
    private static final int FAR = 1000;

    private static final Sought ABOVE = Sought.of("超出|超过|高于|高出|超|高");

    @Override
    public String name() {
        return "against-target";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 2; i < mentions.size(); i++) {
                Mention told = mentions.get(i);
                Matcher words = TOLD.in(told.before());
                boolean open = told.figure().nearness() == Figure.Nearness.EXACT
                        && (told.isMeasured() || told.figure().kind() == Figure.Kind.PERCENTAGE_POINTS)
                        && words.find()
                        && (words.group("near") != null || words.group("after") == null)
                        && !ledger.judged(told.figure());
                if (open) {
                    distance(mentions, i, words, ledger);
                }
            }
        }
    }

    private static void distance(List<Mention> mentions, int at, Matcher words, Ledger ledger) {
        Mention told = mentions.get(at);
        Mention target = null;
        Mention now = null;
        for (int i = at - 1; i >= 0 && told.sentence() - mentions.get(i).sentence() <= 0; i--) {
            Mention mention = mentions.get(i);
            boolean like = told.figure().kind() == Figure.Kind.PERCENTAGE_POINTS
                    ? mention.figure().kind() == Figure.Kind.PERCENT
                    : mention.isLike(told);
            if (!like || OTHER.isIn(mention.before())) {
                continue;
            }
            if (TARGET.isIn(mention.before())) {
                target = target == null ? mention : target;
            } else {
                now = now == null ? mention : now;
            }
        }
        if (target == null
                || now == null
                || target.figure().value().equals(now.figure().value())) {
            return;
        }
        String word = Optional.ofNullable(words.group("word")).orElse(words.group("near"));
        boolean above = ABOVE.is(word);
        Exact apart = now.figure().value().minus(target.figure().value()).abs();
        boolean higher = now.figure().value().compareTo(target.figure().value()) > 0;
        if (higher != above) {
            if (words.group("word") != null && told.figure().rounded().holds(apart)) {
                direction(told, words, now, target, above, ledger);
            }
            return;
        }
        Figure more = (above ? now : target).figure();
        Figure less = (above ? target : now).figure();
        Equation equation = new Equation(told.figure(), apart(more, less, target.figure()), Side.ONE);
        boolean exact = now.figure().nearness() == Figure.Nearness.EXACT;
        if (exact && (equation.judge() != Verdict.DIFFERS || Near.within(equation, FAR))) {
            ledger.check(
                    new Check(Kind.DIFFERENCE, "difference-differs", "", more.text() + " - " + less.text(), equation));
        }
    }

    /** ≥90% is a target of 90 % to the last digit. */
    private static Side apart(Figure more, Figure less, Figure target) {
        if (target.nearness() == Figure.Nearness.EXACT) {
            return Side.of(more).minus(less);
        }
        boolean above = less.equals(target);
        Figure now = above ? more : less;
        return above
                ? new Side(Map.of(now, Exact.ONE), target.value().negate())
                : new Side(Map.of(now, Exact.ONE.negate()), target.value());
    }

    private static void direction(
            Mention told, Matcher words, Mention now, Mention target, boolean above, Ledger ledger) {
        String stated = words.group("word");
        String right = above ? "低于" : "高于";
        int start = told.figure().start() - told.before().length() + words.start("word");
        ledger.find(WrongWord.compared(
                stated,
                Optional.of(right),
                told.figure().passage().spot(start, told.figure().end()),
                now.figure(),
                target.figure()));
    }
}
