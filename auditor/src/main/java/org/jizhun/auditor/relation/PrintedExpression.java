package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.kernel.quantity.Exact;

/**
 * Any computation printed with its result, whatever units stand in it: 27450万元÷52000平方米=5278.85元/平方米, 1637.54×10000÷39618=413.33元,
 * （3310.60-212.40）÷3310.60×100%=93.58%. What {@link PrintedFormula} and {@link PrintedProducts} have judged is left to them.
 */
final class PrintedExpression implements Relation {

    private static final String EQUALS = "=≈";
    private static final String OPERATORS = "+-×*÷/";
    /** Characters that a computation is looked for before its sign of equality. */
    private static final int LONGEST = 160;

    @Override
    public String name() {
        return "printed-expression";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            String text = passage.text();
            for (int at = next(text, 0); at >= 0; at = next(text, at + 1)) {
                result(claims.figures(passage), text, at + 1)
                        .filter(result -> !ledger.judged(result))
                        .flatMap(result -> told(claims.figures(passage), text, result))
                        .filter(check -> check.kind() != Kind.AVERAGE
                                || Caps.of(claims).near(passage).isEmpty())
                        .ifPresent(ledger::check);
            }
        }
    }

    private static int next(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (EQUALS.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** The figure right behind the sign that no operator follows: in 3+4=14÷2 it is none. */
    private static Optional<Figure> result(List<Figure> figures, String text, int from) {
        return figures.stream()
                .filter(figure -> figure.start() == from && figure.nearness() == Figure.Nearness.EXACT)
                .filter(figure -> figure.end() == text.length() || "+-×*÷".indexOf(text.charAt(figure.end())) < 0)
                .findFirst();
    }

    private static Optional<Check> told(List<Figure> figures, String text, Figure result) {
        int equals = result.start() - 1;
        for (int from = Math.max(0, equals - LONGEST); from < equals; from++) {
            if (begins(text, from)) {
                Optional<Arithmetic.Value> value = Arithmetic.of(text, figures, from, equals);
                if (value.isPresent() && value.get().figures() >= 2) {
                    return check(value.get(), text.substring(from, equals), result);
                }
            }
        }
        return Optional.empty();
    }

    /** A digit that no digit stands before, or a bracket. */
    private static boolean begins(String text, int at) {
        char own = text.charAt(at);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        boolean goesOn = Character.isDigit(before) || ".,".indexOf(before) >= 0 || OPERATORS.indexOf(before) >= 0;
        boolean named = "=：".indexOf(before) >= 0 && own >= '\u4e00' && own <= '\u9fa5';
        return named || ((Character.isDigit(own) || own == '（' || own == '[') && !goesOn);
    }

    /** In the unit that comes nearest: 1200×12×960=1382.4万元 is in yuan, 46÷50×100=92% in hundredths. */
    private static Optional<Check> check(Arithmetic.Value value, String text, Figure result) {
        Check best = null;
        for (Exact factor : List.of(Exact.ONE, result.unitSize(), Exact.ONE.dividedBy(result.unitSize()))) {
            Equation equation = new Equation(result, scaled(value.top(), factor), value.bottom());
            Check check = new Check(kind(value), "formula-differs", "", text, equation);
            if (equation.judge() != Verdict.DIFFERS
                    || result.rounded().meets(value.range().times(factor))) {
                return equation.judge() == Verdict.DIFFERS ? Optional.empty() : Optional.of(check);
            }
            best = best == null && Near.within(equation, 90) ? check : best;
        }
        return Optional.ofNullable(best);
    }

    /** A sum over how many were added is a mean. */
    private static Kind kind(Arithmetic.Value value) {
        Exact terms = Exact.of(value.top().weights().size());
        boolean mean = value.adds()
                && value.bottom().weights().keySet().stream()
                        .anyMatch(count -> count.value().equals(terms));
        return mean ? Kind.AVERAGE : value.adds() && !value.divides() ? Kind.SUM : Kind.RATIO;
    }

    private static Side scaled(Side side, Exact factor) {
        if (factor.equals(Exact.ONE)) {
            return side;
        }
        Side scaled = Side.constant(side.constant().times(factor));
        java.util.Map<Figure, Exact> weights = new java.util.LinkedHashMap<>();
        side.weights().forEach((figure, weight) -> weights.put(figure, weight.times(factor)));
        return weights.isEmpty() ? scaled : new Side(weights, side.constant().times(factor));
    }
}
