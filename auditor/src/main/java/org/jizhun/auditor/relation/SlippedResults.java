package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A long figure that nothing around explains, but that two of its digits exchanged make a sum, a difference or a product of those right
 * beside it: 本金35000万元，利率2.98%，应付利息1430.00万元 for 1043.00万元; 收取1362400.00元，支出1377903.20元，当期超支15530.20元. It needs no words, as
 * so many digits do not come so near by accident; with fewer digits, words must say that the figure was worked out.
 */
final class SlippedResults implements Relation {

    /** Digits that need no words, and digits that do. */
    private static final int LONG = 6;

    private static final int SHORT = 4;

    /** Figures of its kind that are looked at, before and behind. */
    private static final int BEFORE = 5;

    private static final int BEHIND = 2;

    /** Of these, the nearest are taken three at a time. */
    private static final int THREE = 4;

    private static final Sought WORKED_OUT = Sought.of(
            "(?:共计?|合计|总计|总额|净|余|差|超支?|构成|即|等于|相抵|应[^，。；\\d]{1,4}|计|利息|负担|承担|分担|配套|相差|结余|缺口|增|减|多|少|剩)[^，。；、\\d]{0,8}$");

    /** 4月3047.25万元，5月3516.75万元: each of a row of months is given. */
    private static final Sought PERIOD = Sought.of("(?:月份?|季度|年度?)(?:支出|完成|执行|收入)?(?:为|是)?$");

    /** What a rate is there for: 应付利息. */
    private static final Sought INTEREST = Sought.of("(?:利息|手续费|管理费|预备费|质保金|保证金|预付款|税[费金额])[^，。；、\\d]{0,4}$");

    @Override
    public String name() {
        return "slipped-results";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<List<Told>> paragraphs = Told.OfText.of(claims).paragraphs();
        Set<Figure> unexplained = unexplained(paragraphs, ledger);
        for (List<Told> paragraph : paragraphs) {
            for (Told told : paragraph) {
                if (unexplained.contains(told.figure())) {
                    slipped(told, paragraph).ifPresent(ledger::check);
                }
            }
        }
    }

    /** Only equations that have one of those asked for are worked out. */
    private static Set<Figure> unexplained(List<List<Told>> paragraphs, Ledger ledger) {
        Set<Figure> open = new HashSet<>();
        paragraphs.forEach(paragraph ->
                paragraph.stream().filter(SlippedResults::isOpen).forEach(told -> open.add(told.figure())));
        ledger.checks().forEach((check, verdict) -> {
            Set<Figure> figures = check.equation().figures();
            boolean asked = !Collections.disjoint(open, figures);
            if (asked && (verdict == Verdict.DIFFERS || Near.tight(check.equation()))) {
                open.removeAll(figures);
            }
        });
        return open;
    }

    private static boolean isOpen(Told told) {
        if (PERIOD.isIn(told.mention().before())) {
            return false;
        }
        Figure figure = told.figure();
        boolean words = told.role().isChange()
                || told.role() == Role.LEFT
                || WORKED_OUT.isIn(told.mention().before());
        return told.isMeasured()
                && figure.nearness() == Figure.Nearness.EXACT
                && told.role() != Role.EACH
                && !told.mention().bracketed()
                && !isRound(figure)
                && figure.digits() >= (words ? SHORT : LONG);
    }

    /** 1200.00, which 2100.00 or 1020.00 would be by accident. */
    private static boolean isRound(Figure figure) {
        String digits = Sought.kept("[^\\d]").replaceAll(figure.text(), "");
        return Sought.kept("^0+|0+$").replaceAll(digits, "").length() < 3;
    }

    private static Optional<Check> slipped(Told told, List<Told> paragraph) {
        List<Check> slips = new ArrayList<>();
        Set<Exact> values = new HashSet<>();
        for (Check check : computations(told, paragraph)) {
            Optional<Exact> right = check.equation().expected();
            if (right.filter(told.figure().rounded()::holds).isPresent()) {
                return Optional.empty();
            }
            boolean interest =
                    check.kind() == Kind.RATIO && INTEREST.isIn(told.mention().before());
            if (right.filter(value -> value.signum() > 0
                            && (NearMisses.isExchange(told.figure(), value)
                                    || (interest && NearMisses.isSlip(told.figure(), value))))
                    .isPresent()) {
                slips.add(check);
                values.add(told.figure().asPrinted(right.get()));
            }
        }
        return values.size() == 1 ? Optional.of(slips.get(0)) : Optional.empty();
    }

    private static List<Check> computations(Told told, List<Told> paragraph) {
        List<Told> near = near(told, paragraph);
        List<Check> all = new ArrayList<>();
        for (int i = 0; i < near.size(); i++) {
            for (int j = i + 1; j < near.size(); j++) {
                Figure one = near.get(i).figure();
                Figure two = near.get(j).figure();
                all.add(combined(told, List.of(one, two), List.of()));
                all.add(combined(told, List.of(one), List.of(two)));
                all.add(combined(told, List.of(two), List.of(one)));
            }
        }
        List<Told> before = near.stream().filter(other -> other.isBefore(told)).toList();
        List<Figure> last = before.subList(Math.max(0, before.size() - THREE), before.size()).stream()
                .map(Told::figure)
                .toList();
        for (int leave = 0; last.size() >= 3 && leave < last.size(); leave++) {
            List<Figure> three = new ArrayList<>(last);
            if (three.size() > 3) {
                three.remove(leave);
            }
            all.add(combined(told, three, List.of()));
            for (int minus = 0; minus < 3; minus++) {
                List<Figure> plus = new ArrayList<>(three);
                Figure less = plus.remove(minus);
                all.add(combined(told, plus, List.of(less)));
                all.add(combined(told, List.of(less), plus));
            }
        }
        for (Told rate : paragraph) {
            boolean percent = rate.figure().kind() == Figure.Kind.PERCENT
                    && rate.isBefore(told)
                    && rate.sentencesFrom(told) <= 1
                    && !rate.role().isChange();
            for (Told base : percent ? before : List.<Told>of()) {
                all.add(product(told, base, rate));
            }
        }
        return all;
    }

    /** The figures of its kind in its sentence and the ones beside it. */
    private static List<Told> near(Told told, List<Told> paragraph) {
        List<Told> before = new ArrayList<>();
        List<Told> behind = new ArrayList<>();
        for (Told other : paragraph) {
            boolean like = other.isOther(told)
                    && other.isLike(told)
                    && other.role() != Role.EACH
                    && other.sentencesFrom(told) <= 1
                    && !other.figure().value().isZero();
            if (like && other.isBefore(told)) {
                before.add(other);
            } else if (like && other.inSentenceOf(told) && behind.size() < BEHIND) {
                behind.add(other);
            }
        }
        List<Told> near = new ArrayList<>(before.subList(Math.max(0, before.size() - BEFORE), before.size()));
        near.addAll(behind);
        return near;
    }

    private static Check combined(Told told, List<Figure> plus, List<Figure> minus) {
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        plus.forEach(figure -> weights.put(figure, Exact.ONE));
        minus.forEach(figure -> weights.put(figure, Exact.of(-1)));
        return new Check(
                minus.isEmpty() ? Kind.SUM : Kind.DIFFERENCE,
                minus.isEmpty() ? "sum-differs" : "difference-differs",
                told.mention().claim().label(),
                Formulas.combined(plus, minus),
                new Equation(told.figure(), new Side(weights, Exact.ZERO), Side.ONE));
    }

    private static Check product(Told told, Told base, Told rate) {
        return new Check(
                Kind.RATIO,
                "rate-differs",
                told.mention().claim().label(),
                base.figure().text() + " × " + rate.figure().text(),
                new Equation(
                        told.figure(),
                        new Side(Map.of(base.figure(), rate.figure().value()), Exact.ZERO),
                        Side.ONE));
    }
}
