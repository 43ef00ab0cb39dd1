package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * Shares of one whole in a row: 非常满意占62.5%，满意占30.2%，一般占5.8%，不满意占1.5% add up to 100 %. Told where they come near
 * to it and one of them, with digits exchanged, makes it whole, or where they close by a part named 其他 or the worst grade.
 * Shares that are computed from their own figures are left to these.
 */
final class SharesOfWhole implements Relation {

    private static final Sought SHARE =
            Sought.of("占(?:比|总额|总数)?(?:为|达|约)?$|比例(?:为|达)?$|比重(?:为|达)?$|(?:权重|占比|比重)(?:分别|依次|各)?(?:为|是|：|占)?$");
    /** 权重依次为15%、25%、35%和25%: the next ones of a row. */
    private static final Sought NEXT = Sought.of("[、，和及]{1,2}");

    private static final Sought IN_ROW = Sought.of("(?:权重|占比|比重)(?:分别|依次|各)(?:为|是|占)?$");
    private static final Sought WEIGHTS = Sought.of("权重|(?:设|指标|维度|体系|得分|评分)[^。；]{0,30}(?:比重|占比)");
    private static final Sought LAST = Sought.of("其他|其它|其余|不满意|非常不满意|不合格|较差|差等?|未完成");
    /** 其余12.2%用于: what is left, told right behind the word. */
    private static final Sought REST = Sought.of("(?:其余|余下|剩余|剩下)(?:的|为|约|部分|各项|资金)*(?:占)?$");

    private static final int FEWEST = 3;

    @Override
    public String name() {
        return "shares-of-whole";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> row = new ArrayList<>();
            boolean inRow = false;
            for (Mention mention : claims.mentions(passage)) {
                boolean percent = mention.figure().kind() == Figure.Kind.PERCENT;
                boolean first = percent && IN_ROW.isIn(mention.before());
                boolean next = inRow && percent && NEXT.is(mention.before());
                inRow = first || next;
                boolean rest = percent && row.size() >= 2 && REST.isIn(mention.before());
                boolean share = next || rest || (percent && SHARE.isIn(mention.before()));
                if (first) {
                    judge(row, ledger);
                    row.clear();
                }
                boolean other = mention.figure().kind() == Figure.Kind.PERCENT && !share;
                if (other || (share && !row.isEmpty() && !goesOn(row.get(row.size() - 1), mention))) {
                    judge(row, ledger);
                    row.clear();
                }
                if (share) {
                    row.add(mention);
                }
            }
            judge(row, ledger);
        }
    }

    private static boolean goesOn(Mention before, Mention next) {
        String between = before.figure()
                .passage()
                .text()
                .substring(before.figure().end(), next.figure().start());
        return between.indexOf('。') < 0 && before.bracketed() == next.bracketed();
    }

    private static void judge(List<Mention> row, Ledger ledger) {
        boolean open = row.stream()
                .map(Mention::figure)
                .allMatch(share -> share.nearness() == Figure.Nearness.EXACT && !ledger.judged(share));
        if (row.size() < FEWEST || !open) {
            return;
        }
        if (rest(row.get(0).figure(), row).judge() != Verdict.DIFFERS) {
            return;
        }
        boolean surely = WEIGHTS.isIn(words(row));
        for (int i = row.size() - 1; i >= 0; i--) {
            Figure share = row.get(i).figure();
            Optional<Exact> right = rest(share, row).expected();
            if (right.filter(value ->
                            surely ? NearMisses.isDigitExchange(share, value) : NearMisses.isExchange(share, value))
                    .isPresent()) {
                tell(row, share, right, ledger);
                return;
            }
        }
        boolean closes = LAST.isIn(row.get(row.size() - 1).before());
        Exact sum = sum(row);
        boolean near = near(sum, 10);
        boolean weights = surely && near(sum, 30);
        if ((closes && near) || weights) {
            Figure last = row.get(row.size() - 1).figure();
            boolean rest = REST.isIn(row.get(row.size() - 1).before());
            tell(row, last, rest ? rest(last, row).expected() : Optional.empty(), ledger);
        }
    }

    private static boolean near(Exact sum, int percent) {
        return sum.minus(Exact.ONE).abs().compareTo(Exact.ofDecimal(percent, 2)) <= 0;
    }

    /** What is said from the beginning of the sentence to the last share. */
    private static String words(List<Mention> row) {
        Figure first = row.get(0).figure();
        String text = first.passage().text();
        return text.substring(
                text.lastIndexOf('。', first.start()) + 1,
                row.get(row.size() - 1).figure().start());
    }

    private static Exact sum(List<Mention> row) {
        return row.stream().map(share -> share.figure().value()).reduce(Exact.ZERO, Exact::plus);
    }

    /** One share as what the others leave of the whole. */
    private static Equation rest(Figure share, List<Mention> row) {
        Map<Figure, Exact> others = new LinkedHashMap<>();
        row.stream()
                .map(Mention::figure)
                .filter(other -> !other.equals(share))
                .forEach(other -> others.put(other, Exact.ONE.negate()));
        return new Equation(share, new Side(others, Exact.ONE), Side.ONE);
    }

    private static void tell(List<Mention> row, Figure share, Optional<Exact> right, Ledger ledger) {
        Problem problem = Problem.of(
                "shares-not-whole",
                Place.NONE,
                "parts",
                row.stream()
                        .map(part -> part.figure().text())
                        .reduce((one, two) -> one + "、" + two)
                        .orElse(""),
                "sum",
                share.print(sum(row)));
        ledger.find(Finding.of(
                Kind.SUM,
                share.text(),
                right.map(share::print),
                problem,
                share.spot(),
                row.stream().map(part -> part.figure().spot()).toList()));
    }
}
