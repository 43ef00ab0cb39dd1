package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Whatever was there at the beginning, came, went, and is there at the end: 年初未结案件318件，新收2604件，执结2577件，年末未结345件;
 * 年初在册412人，招聘18人，退休11人，年末在册419人. Words say whether a figure came or went; where they do not, either way is tried, and only a slip of the
 * pen is told.
 */
final class OpeningAndClosing implements Relation {

    private static final Sought OPENING = Sought.of(
            "(?:年初|期初|月初|季初|上年(?:度|末|底)?|去年(?:末|底)|上(?:学期|季度?|期|月)(?:末|底)?|以前年度|旧存|20\\d{2}年(?:年?初|1月1日))[^，。；、\\d]{0,12}$");

    private static final Sought CLOSING = Sought.of(
            "(?<![上去]|上年|去年)(?:年末|年底|年终|期末|月末|季末|截至[^，。；]{0,12}[末底日]|20\\d{2}年(?:年?[末底]|12月31日))[^，。；、\\d]{0,12}$");

    private static final Sought CAME =
            Sought.of("收入|收到|收取|拨入|到位|下达|新收|新增|招聘|招录|录用|接收|调入|转入|考录|增加|追加|筹集|归集|发行|借入|购置|购入|采购|入库|流入|补充|纳入|划入|进入|增资");

    private static final Sought WENT = Sought.of(
            "支出|使用|拨付|支付|发放|减少|退休|调出|转出|辞职|辞退|离职|死亡|去世|执结|办结|审结|结案|偿还|归还|还本|报废|处置|核销|出库|领用|收回|上缴|缴回|交回|退出|减员|划出|注销|消耗|化解|清退");

    /** A part of a flow, what the flows come to, or what it is held against. */
    private static final Sought BESIDE = Sought.of("其中|^含|比|较|占|预算|计划|限额|同期|合计|共计|净|相抵|当[年期][结超]|低于|高于");

    private static final int SENTENCES = 2;
    private static final int MOST = 6;
    private static final int SHORT = 3;
    private static final int FAR = 60;

    @Override
    public String name() {
        return "opening-and-closing";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (List<Told> paragraph : Told.OfText.of(claims).paragraphs()) {
            for (Told closing : paragraph) {
                if (isFlowing(closing) && isClosing(closing.mention()) && !ledger.settles(closing.figure())) {
                    opening(closing, paragraph)
                            .flatMap(opening -> check(opening, closing, paragraph))
                            .ifPresent(ledger::check);
                }
            }
        }
    }

    static boolean isOpening(Mention mention) {
        return OPENING.isIn(mention.before());
    }

    static boolean isClosing(Mention mention) {
        return CLOSING.isIn(mention.before()) && !isOpening(mention);
    }

    private static boolean isFlowing(Told told) {
        return told.isMeasured() && told.figure().nearness() == Figure.Nearness.EXACT && told.role() != Role.EACH;
    }

    /** The last one before the closing figure that is named as a beginning. */
    private static Optional<Told> opening(Told closing, List<Told> paragraph) {
        return paragraph.stream()
                .filter(other -> other.isBefore(closing) && other.isLike(closing) && isFlowing(other))
                .filter(other -> other.sentencesFrom(closing) <= SENTENCES)
                .filter(other -> isOpening(other.mention()))
                .reduce((one, two) -> two);
    }

    private static Optional<Check> check(Told opening, Told closing, List<Told> paragraph) {
        List<Told> flows = paragraph.stream()
                .filter(other -> opening.isBefore(other) && other.isBefore(closing))
                .filter(other -> other.isLike(closing) && isFlowing(other))
                .filter(other -> !other.mention().bracketed()
                        && !BESIDE.isIn(other.mention().before()))
                .toList();
        if (flows.isEmpty() || flows.size() > MOST) {
            return Optional.empty();
        }
        boolean known = true;
        List<Check> ways = new ArrayList<>();
        for (int signs = 0; signs < 1 << flows.size(); signs++) {
            boolean meant = true;
            known = true;
            for (int i = 0; i < flows.size(); i++) {
                boolean came = CAME.isIn(flows.get(i).mention().before());
                boolean went = WENT.isIn(flows.get(i).mention().before());
                boolean minus = (signs >> i & 1) == 1;
                meant &= came == went || went == minus;
                known &= came != went;
            }
            if (meant) {
                ways.add(check(opening, closing, flows, signs));
            }
        }
        for (Check way : ways) {
            if (Near.tight(way.equation())) {
                return Optional.of(way);
            }
        }
        List<Check> slips = ways.stream().filter(way -> isSlip(way.equation())).toList();
        if (known && flows.size() >= 2 && isNamedAlike(opening, closing)) {
            return Optional.of(ways.get(0)).filter(way -> Near.within(way.equation(), FAR) || !slips.isEmpty());
        }
        return slips.size() == 1 ? Optional.of(slips.get(0)) : Optional.empty();
    }

    /** 年初未结 and 年末未结: the same behind the word for the time. */
    private static boolean isNamedAlike(Told opening, Told closing) {
        String one = opening.mention().before();
        String two = closing.mention().before();
        return one.length() >= 2 && two.endsWith(one.substring(one.length() - 2));
    }

    private static boolean isSlip(Equation equation) {
        return equation.figures().stream()
                .filter(figure -> figure.digits() >= SHORT)
                .anyMatch(figure -> equation.solve(figure, Map.of())
                        .filter(right -> right.signum() > 0 && NearMisses.isExchange(figure, right))
                        .isPresent());
    }

    private static Check check(Told opening, Told closing, List<Told> flows, int signs) {
        List<Figure> plus = new ArrayList<>(List.of(opening.figure()));
        List<Figure> minus = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            ((signs >> i & 1) == 1 ? minus : plus).add(flows.get(i).figure());
        }
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        plus.forEach(figure -> weights.put(figure, Exact.ONE));
        minus.forEach(figure -> weights.put(figure, Exact.of(-1)));
        return new Check(
                Kind.DIFFERENCE,
                "difference-differs",
                closing.mention().claim().label(),
                Formulas.combined(plus, minus),
                new Equation(closing.figure(), new Side(weights, Exact.ZERO), Side.ONE));
    }
}
