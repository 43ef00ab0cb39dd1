package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * One figure said again in another unit right after: 20210亩（约2.02万亩）, 28.74亿元，折合287400万元, or in a column 折合万元 beside that of the
 * amounts. Both must be the same.
 */
final class Restated implements Relation {

    private static final Sought BETWEEN = Sought.of("^(?:[（(](?:约|即|合|折合|约合|近)*|，?(?:折合|约合|合计约|即)(?:人民币)?(?:约)?)$");

    /** 折合万元, 折合人民币（万元）, 换算为亿元: a column that says the one before it in another unit. */
    private static final Sought CONVERTED = Sought.of("(?:折合|折算|换算)[^率标比]{0,8}");

    /** 户均增收2860元，合计约1191万元; 每平方米145元（617.92万元÷4.26万平方米）: what is told of one is not said again of all. */
    private static final Sought EACH = Sought.of("均[^，。；]{0,6}$|每[^，。；]{1,8}$");

    /** How many mu the units of area have (GB 3100 and the common 15 mu a hectare). */
    private static final Map<String, Exact> SIZES =
            Map.of("亩", Exact.ONE, "公顷", Exact.of(15), "平方公里", Exact.of(1500), "平方千米", Exact.of(1500));

    private static final Sought FORMULA = Sought.of("^[÷×*/+＋－-]");

    @Override
    public String name() {
        return "restated";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        claims.tables().forEach(table -> inTable(table, ledger));
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                restated(mentions.get(i - 1), mentions.get(i), passage.text(), ledger);
            }
        }
    }

    private static void inTable(Table table, Ledger ledger) {
        for (int i = 1; i < table.columns().size(); i++) {
            if (!CONVERTED.is(table.columns().get(i).heading())) {
                continue;
            }
            for (Table.Row row : table.rows()) {
                Optional<Figure> again = row.figures().get(i);
                Optional<Figure> first = row.figures().get(i - 1);
                if (again.isPresent()
                        && first.isPresent()
                        && first.get().kind() == again.get().kind()
                        && !first.get().unitSize().equals(again.get().unitSize())) {
                    hold(first.get(), again.get(), row.label(), ledger);
                }
            }
        }
    }

    private static void restated(Mention first, Mention again, String text, Ledger ledger) {
        Figure one = first.figure();
        Figure two = again.figure();
        boolean other = first.isMeasured()
                && first.isLike(again)
                && !one.unitSize().equals(two.unitSize())
                && !EACH.isIn(first.before())
                && !FORMULA.isIn(text.substring(two.end(), Math.min(text.length(), two.end() + 2)))
                && BETWEEN.is(text.substring(one.end(), two.start()));
        if (other) {
            hold(one, two, "", ledger);
        } else if (isSize(one) && isSize(two) && BETWEEN.is(text.substring(one.end(), two.start()))) {
            sizes(one, two, ledger);
        }
    }

    private static boolean isSize(Figure figure) {
        return figure.kind() == Figure.Kind.COUNT && SIZES.containsKey(figure.thing());
    }

    /** 96000亩，折合约6400公顷: one area in another unit. */
    private static void sizes(Figure one, Figure two, Ledger ledger) {
        Exact times = SIZES.getOrDefault(one.thing(), Exact.ONE).dividedBy(SIZES.getOrDefault(two.thing(), Exact.ONE));
        Equation equation = new Equation(two, new Side(Map.of(one, times), Exact.ZERO), Side.ONE);
        if (!times.equals(Exact.ONE)) {
            Kind kind = equation.judge() == Verdict.DIFFERS ? Kind.UNIT : Kind.CROSS_REFERENCE;
            ledger.check(new Check(kind, "same-fact-differs", "", one.text(), equation));
        }
    }

    private static void hold(Figure one, Figure two, String subject, Ledger ledger) {
        Equation equation = new Equation(two, Side.of(one), Side.ONE);
        Kind kind = equation.judge() == Verdict.DIFFERS ? Kind.UNIT : Kind.CROSS_REFERENCE;
        ledger.check(new Check(kind, "same-fact-differs", subject, one.text(), equation));
    }
}
