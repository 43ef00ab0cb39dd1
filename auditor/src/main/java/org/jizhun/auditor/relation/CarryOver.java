package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * What was there at the beginning, what came and what went, and what is there at the end, told in one paragraph in any order: 上年末滚存结余
 * 113430万元，本年收支结余8130万元，年末滚存结余121560万元; 年初结转320万元，收入850万元，支出910万元，年末结转260万元.
 */
final class CarryOver implements Relation {

    private static final String LEFT = "(?:累计|滚存|财政拨款|资金|项目|专项|基金)*(?:结转|结余|结存|余额|库存)[^，。；、\\d]{0,8}(?:为|共|有)?$";
    private static final Pattern OPENING = Pattern.compile("(?:年初|上年末?|期初|上年度|去年末?|以前年度|上年年末|月初)" + LEFT);
    private static final Pattern CLOSING = Pattern.compile("(?<!上年末?|去年末?|上)(?:年末|年终|年底|期末|当年末|月末)" + LEFT);
    /** What the year itself left over. */
    private static final Pattern NET =
            Pattern.compile("(?:本年|当年|本期|当期|年度)?(?:收支|收支相抵)(?:后)?(?:结余|盈余|差额|相抵)(?:为)?$|(?:本年|当年|本期)(?:结余|盈余)(?:为)?$");

    private static final Pattern CAME = Pattern.compile("(?:收入|收到|筹集|下达|拨入|到位|新增)[^，。；、\\d]{0,8}$");
    private static final Pattern WENT = Pattern.compile("(?:支出|使用|拨付|支付|发放|减少)[^，。；、\\d]{0,8}$");
    /** Parts and changes are no flows of their own. */
    private static final Sought NOT_WHOLE = Sought.of("其中|比|较|占|增长|下降|预算|计划|上年|去年|同期");

    private static final int SENTENCES = 3;
    /** The beginning, what came, what went and the end: with any other figure beside them they may not be all. */
    private static final int ALL = 4;

    @Override
    public String name() {
        return "carry-over";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            if (passage.text().indexOf('结') < 0 && passage.text().indexOf('余') < 0) {
                continue;
            }
            List<Mention> mentions = claims.mentions(passage).stream()
                    .filter(mention -> mention.isMeasured() && mention.figure().nearness() == Figure.Nearness.EXACT)
                    .toList();
            for (Mention opening : named(mentions, OPENING)) {
                for (Mention closing : named(mentions, CLOSING)) {
                    balance(opening, closing, mentions, ledger);
                }
            }
        }
    }

    private static List<Mention> named(List<Mention> mentions, Pattern name) {
        return mentions.stream()
                .filter(mention -> name.matcher(mention.before()).find())
                .toList();
    }

    private static void balance(Mention opening, Mention closing, List<Mention> mentions, Ledger ledger) {
        if (opening.equals(closing) || !isNear(opening, closing)) {
            return;
        }
        List<Check> checks = new ArrayList<>();
        List<Check> flows = new ArrayList<>();
        for (Mention net : named(mentions, NET)) {
            if (isNear(net, closing) && !net.equals(opening) && !net.equals(closing)) {
                checks.add(check(closing, List.of(opening, net), List.of()));
            }
        }
        for (Mention came : named(mentions, CAME)) {
            for (Mention went : named(mentions, WENT)) {
                boolean whole = isFlow(came, opening, closing) && isFlow(went, opening, closing) && !came.equals(went);
                if (whole) {
                    flows.add(check(closing, List.of(opening, came), List.of(went)));
                }
            }
        }
        Optional<Check> holds = Stream.concat(checks.stream(), flows.stream())
                .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                .findFirst();
        long flowing = mentions.stream()
                .filter(mention ->
                        isNear(mention, closing) && (mention.equals(opening) || !NOT_WHOLE.isIn(mention.before())))
                .count();
        if (checks.isEmpty() && flows.size() == 1 && flowing == ALL) {
            checks.addAll(flows);
        }
        holds.or(() -> checks.stream()
                        .filter(check -> isSlip(check) || isForgotten(check, opening))
                        .findFirst())
                .filter(check -> !ledger.knows(check.equation()))
                .ifPresent(ledger::check);
    }

    private static boolean isFlow(Mention flow, Mention opening, Mention closing) {
        return !flow.equals(opening)
                && !flow.equals(closing)
                && !NOT_WHOLE.isIn(flow.before())
                && isNear(flow, closing);
    }

    private static boolean isNear(Mention one, Mention two) {
        return one.isLike(two) && Math.abs(one.sentence() - two.sentence()) <= SENTENCES;
    }

    /** Whether one figure is a slip of what the others give. */
    private static boolean isSlip(Check check) {
        Equation equation = check.equation();
        return equation.figures().stream()
                .anyMatch(figure -> equation.solve(figure, Map.of())
                        .filter(right -> NearMisses.isExchange(figure, right)
                                || NearMisses.isDigitSlip(figure, right)
                                || NearMisses.isWrongUnit(figure, right))
                        .isPresent());
    }

    /** 年末16.63万元 of income less expense alone, or less the one that is larger: the beginning was left out, or its sign mistaken. */
    private static boolean isForgotten(Check check, Mention opening) {
        Equation equation = check.equation();
        Exact result = equation.result().value();
        Exact start = opening.figure().value();
        Exact right = equation.expected().orElse(Exact.ZERO);
        Exact net = right.minus(start);
        return right.signum() >= 0 && (result.equals(net.abs()) || result.equals(start.minus(net)));
    }

    private static Check check(Mention closing, List<Mention> plus, List<Mention> minus) {
        Side side = Side.of(plus.stream().map(Mention::figure).toList());
        for (Mention mention : minus) {
            side = side.minus(mention.figure());
        }
        return new Check(
                Kind.DIFFERENCE,
                "difference-differs",
                closing.claim().label(),
                Formulas.combined(
                        plus.stream().map(Mention::figure).toList(),
                        minus.stream().map(Mention::figure).toList()),
                new Equation(closing.figure(), side, Side.ONE));
    }
}
