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
import org.jizhun.kernel.quantity.Exact;

/**
 * Shares told after the figures they are of: 甲960万元、乙1280万元、丙960万元，占比分别为30%、40%和30%, in the same order; and 肢体残疾占45%
 * where 肢体残疾21870人 stands before. The whole is the figure before them that most of the shares are of.
 */
final class SharesInOrder implements Relation {

    private static final Sought RESPECTIVELY =
            Sought.of("(?:分别占[^，。；、\\d]{0,14}|(?:占比|比重|比例|占[^，。；、\\d]{0,14}(?:比例|比重|比))(?:分别|依次)(?:为|是|达|达到)?)(?:的)?$");
    private static final Sought NAMED = Sought.of(
            "^[，、；]?(?:其中[，：]?)?(?<name>[\\u4e00-\\u9fa5A-Za-z“”]{2,12}?)(?:各|均)?占(?:比|全部|总数|总量|总额|总人数|总户数|合计)?(?:为|的|达|约)*$");
    private static final Sought OTHER = Sought.of("上年|去年|同期|目标|计划|不低于|不高于|应|预计|全国|全省");

    @Override
    public String name() {
        return "shares-in-order";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Mention> earlier = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                if (mentions.get(i).figure().kind() == Figure.Kind.PERCENT
                        && !ledger.judged(mentions.get(i).figure())) {
                    inOrder(mentions, i, passage.text(), earlier, ledger);
                    byName(mentions, i, ledger);
                }
            }
            earlier.addAll(mentions);
        }
    }

    private static void inOrder(List<Mention> mentions, int first, String text, List<Mention> earlier, Ledger ledger) {
        Mention start = mentions.get(first);
        if (!RESPECTIVELY.isIn(start.before()) || OTHER.isIn(start.before())) {
            return;
        }
        List<Figure> shares = new ArrayList<>(List.of(start.figure()));
        for (int i = first + 1; i < mentions.size(); i++) {
            Figure next = mentions.get(i).figure();
            String between = text.substring(mentions.get(i - 1).figure().end(), next.start());
            if (next.kind() != Figure.Kind.PERCENT
                    || !Sought.kept("[、，和及与]{1,2}").is(between)) {
                break;
            }
            shares.add(next);
        }
        int to = first > 0 && isNumberOf(mentions.get(first - 1).figure(), shares) ? first - 1 : first;
        int from = to - shares.size();
        if (shares.size() < 2 || from < 0) {
            return;
        }
        List<Mention> parts = mentions.subList(from, to);
        boolean list = parts.stream()
                .allMatch(part -> part.isMeasured()
                        && part.isLike(parts.get(0))
                        && part.sentence() == start.sentence()
                        && !part.bracketed());
        if (list) {
            whole(mentions.subList(0, from), parts, shares)
                    .or(() -> shares.size() < 3 ? Optional.empty() : whole(earlier, parts, shares))
                    .ifPresent(whole -> enter(parts, shares, whole, ledger));
        }
    }

    /** 四项支出分别占: how many they are. */
    private static boolean isNumberOf(Figure number, List<Figure> shares) {
        return number.kind() == Figure.Kind.COUNT && number.value().equals(Exact.of(shares.size()));
    }

    /** The nearest figure before the parts of which all shares but one are. */
    private static Optional<Figure> whole(List<Mention> before, List<Mention> parts, List<Figure> shares) {
        Figure best = null;
        long most = Math.max(0, shares.size() - 2);
        for (int i = before.size() - 1; i >= 0; i--) {
            Mention whole = before.get(i);
            long fitting = 0;
            for (int k = 0; k < shares.size(); k++) {
                boolean fits = whole.isLike(parts.get(k))
                        && !whole.figure().value().isZero()
                        && Near.tight(equation(shares.get(k), parts.get(k).figure(), whole.figure()));
                fitting += fits ? 1 : 0;
            }
            if (fitting > most) {
                most = fitting;
                best = whole.figure();
            }
        }
        return Optional.ofNullable(best);
    }

    private static void enter(List<Mention> parts, List<Figure> shares, Figure whole, Ledger ledger) {
        for (int i = 0; i < shares.size(); i++) {
            ledger.check(check(parts.get(i), shares.get(i), whole));
        }
    }

    /** The part is the one figure before that carries the name; the whole a larger one before it. */
    private static void byName(List<Mention> mentions, int at, Ledger ledger) {
        Mention share = mentions.get(at);
        Matcher words = NAMED.in(share.before());
        if (!words.find() || OTHER.isIn(share.before()) || share.figure().nearness() != Figure.Nearness.EXACT) {
            return;
        }
        List<Mention> parts = new ArrayList<>();
        for (int i = 1; i < at; i++) {
            Mention part = mentions.get(i);
            boolean called = Sought.kept("(?:为|有|共|人数|数量|支出|资金)+$")
                    .replaceAll(part.before(), "")
                    .endsWith(words.group("name"));
            if (called && part.isMeasured() && share.sentence() - part.sentence() <= 2) {
                parts.add(part);
            }
        }
        if (parts.size() != 1) {
            return;
        }
        Mention part = parts.get(0);
        List<Check> near = new ArrayList<>();
        for (Mention whole : mentions.subList(0, mentions.indexOf(part))) {
            boolean larger = whole.isLike(part)
                    && whole.figure().value().compareTo(part.figure().value()) > 0
                    && part.sentence() - whole.sentence() <= 1;
            if (larger) {
                Check check = check(part, share.figure(), whole.figure());
                if (Near.tight(check.equation())) {
                    ledger.check(check);
                    return;
                }
                near.add(check);
            }
        }
        if (!near.isEmpty() && Near.within(near.get(0).equation(), 30)) {
            ledger.check(near.get(0));
        }
    }

    private static Check check(Mention part, Figure share, Figure whole) {
        return new Check(
                Kind.RATIO,
                "rate-differs",
                part.claim().label(),
                Formulas.quotient(part.figure(), whole),
                equation(share, part.figure(), whole));
    }

    private static Equation equation(Figure share, Figure part, Figure whole) {
        return new Equation(share, Side.of(part), Side.of(whole));
    }
}
