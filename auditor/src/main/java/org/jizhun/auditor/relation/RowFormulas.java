package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Measures;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Statement;
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
 * What must hold between the figures of one table row or one statement: adjusted = initial + adjustment, execution rate =
 * spent ÷ adjusted and the like. The formulas are the data of {@code measures.yaml}.
 */
final class RowFormulas implements Relation {

    private static final Sought TOTAL = Sought.of("(?:合计|共计|总计|总额|一共|共)(?:为|安排|投入|下达)?$");

    /** Digits of a rate that are no accident among the amounts of a paragraph. */
    private static final int LONG = 4;

    /** 调拨到位时限（小时，≤）: completed where the result lies below the target. */
    private static final Sought LESS = Sought.of("≤|＜|不高于|不超过|反向|逆向|负向");

    private static final Sought OTHER_REST = Sought.of("^，(?:另|并|已)?(?:收回|上缴|缴回|交回|退回|调减|统筹)[^，。；\\d]{0,8}\\d");

    @Override
    public String name() {
        return "row-formula";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        DocumentFigures document = DocumentFigures.of(claims);
        Map<TableFormula, List<Check>> ofTables = new LinkedHashMap<>();
        for (Statement statement : claims.statements()) {
            belowLimit(statement).ifPresent(ledger::check);
            for (Measures.RowFormula formula : Measures.standard().formulas()) {
                if (statement.figure(formula.result()).isEmpty() || isLessBetter(statement, formula)) {
                    continue;
                }
                Optional<Check> own = check(statement, formula);
                if (own.isPresent() && statement.fromTable()) {
                    ofTables.computeIfAbsent(TableFormula.of(own.get(), formula), key -> new ArrayList<>())
                            .add(own.get());
                    continue;
                }
                own.filter(check ->
                                !isOneOfTwoRests(check) && !isTheOtherWay(check) && !isMadeUpByAnother(check, claims))
                        .map(check -> byTotal(check, statement, formula, claims))
                        .map(check -> ofOther(check, statement, formula, claims))
                        .ifPresent(ledger::check);
                if (own.isEmpty()
                        && !statement.fromTable()
                        && Subjects.plain(statement.subject()).isEmpty()) {
                    check(completed(statement, formula, document), formula)
                            .filter(RowFormulas::isNear)
                            .ifPresent(ledger::check);
                }
            }
        }
        ofTables.values()
                .forEach(rows -> enter(
                        rows.stream().filter(row -> !isCapped(row, claims)).toList(), ledger));
    }

    /** 年中调整376万元（追加462万元、调减86万元）: without what the brackets explain the rest gives the result. */
    private static boolean isCountedTwice(Equation equation, Exact right) {
        return equation.top().weights().entrySet().stream()
                .anyMatch(term -> right.minus(term.getKey().value().times(term.getValue()))
                        .equals(equation.result().value()));
    }

    /** 年初预算640万元，年中收回40万元、动用上年结转12万元，全年预算612万元: a figure between them that no measure names makes it up. */
    private static boolean isMadeUpByAnother(Check check, Claims claims) {
        Equation equation = check.equation();
        Optional<Exact> right = equation.expected();
        if (!equation.isSum() || right.isEmpty() || equation.judge() != Verdict.DIFFERS) {
            return false;
        }
        if (equation.top().weights().size() > 2 && isCountedTwice(equation, right.get())) {
            return true;
        }
        Exact apart = right.get().minus(equation.result().value()).abs();
        Passage passage = equation.result().passage();
        List<Figure> own = equation.figures().stream()
                .filter(figure -> figure.passage().order() == passage.order())
                .toList();
        int from = own.stream().mapToInt(Figure::start).min().orElse(0);
        int to = own.stream().mapToInt(Figure::end).max().orElse(0);
        return claims.figures(passage).stream()
                .filter(figure -> figure.start() > from && figure.end() < to && !own.contains(figure))
                .anyMatch(figure -> figure.kind() == equation.result().kind()
                        && figure.value().equals(apart));
    }

    /** 年初2860.00万元，调增312.40万元，调整后2547.60万元: the word is wrong and no figure ({@link ReckonedDirections}). */
    private static boolean isTheOtherWay(Check check) {
        Equation equation = check.equation();
        List<Figure> terms = List.copyOf(equation.top().weights().keySet());
        return equation.isSum()
                && terms.size() == 2
                && equation.judge() == Verdict.DIFFERS
                && terms.get(0)
                        .value()
                        .minus(terms.get(1).value())
                        .equals(equation.result().value());
    }

    /** 年末结转56.07万元，收回财政30.00万元: what is left lies in two places, and neither is all of it. */
    private static boolean isOneOfTwoRests(Check check) {
        Figure left = check.equation().result();
        return check.kind() == Kind.DIFFERENCE
                && OTHER_REST.isIn(left.passage().text().substring(left.end()));
    }

    /**
     * How far a target to stay below was met. Offices print result ÷ target, target ÷ result, or 1 + what is left of the
     * target; the one that fits best is held, and nothing if none is near.
     */
    private static Optional<Check> belowLimit(Statement statement) {
        Optional<Figure> rate = statement.figure("completion-rate");
        Optional<Figure> limit = statement.figure("limit");
        Optional<Figure> achieved = statement.figure("achieved");
        if (rate.isEmpty()
                || limit.isEmpty()
                || achieved.isEmpty()
                || !alike(limit.get(), achieved.get())
                || rate.get().value().equals(Exact.ONE)) {
            return Optional.empty();
        }
        Figure most = limit.get();
        Figure got = achieved.get();
        List<Check> ways = List.of(
                below(statement, rate.get(), Formulas.quotient(most, got), Side.of(most), Side.of(got)),
                below(statement, rate.get(), Formulas.quotient(got, most), Side.of(got), Side.of(most)),
                below(
                        statement,
                        rate.get(),
                        "(2 × " + most.text() + " - " + got.text() + ") ÷ " + most.text(),
                        new Side(Map.of(most, Exact.of(2)), Exact.ZERO).minus(got),
                        Side.of(most)));
        return ways.stream()
                .filter(way -> Near.tight(way.equation()))
                .findFirst()
                .or(() -> ways.stream()
                        .filter(way -> Near.within(way.equation(), 5))
                        .findFirst());
    }

    private static Check below(Statement statement, Figure rate, String formula, Side top, Side bottom) {
        return new Check(Kind.RATIO, "rate-differs", statement.subject(), formula, new Equation(rate, top, bottom));
    }

    /** Done beyond its target and printed as the most that counts: 1264 of 1200 at 100%, where the text says so. */
    private static boolean isCapped(Check check, Claims claims) {
        Exact rate = check.equation().result().value();
        return check.kind() == Kind.RATIO
                && check.equation()
                        .expected()
                        .filter(expected -> expected.compareTo(rate) > 0)
                        .isPresent()
                && Caps.of(claims).isCap(rate);
    }

    private static boolean isLessBetter(Statement statement, Measures.RowFormula formula) {
        return "completion-rate".equals(formula.result()) && LESS.isIn(statement.subject());
    }

    /** One formula over the rows of one table. */
    private record TableFormula(int table, Measures.RowFormula formula) {

        static TableFormula of(Check check, Measures.RowFormula formula) {
            return new TableFormula(check.equation().result().passage().order(), formula);
        }
    }

    /** A formula that fails in most rows shows that the columns mean something else. */
    private static void enter(List<Check> rows, Ledger ledger) {
        long failing = rows.stream()
                .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .count();
        if (failing < 2 || 2 * failing <= rows.size()) {
            rows.forEach(ledger::check);
        }
    }

    /** 省级1260万元，市级预算540万元，合计1800万元……使用率96%: of the total, if that gives the rate and the last amount does not. */
    private static Check byTotal(Check check, Statement statement, Measures.RowFormula formula, Claims claims) {
        Optional<String> over =
                formula.over().stream().filter(statement.figures()::containsKey).findFirst();
        if (over.isEmpty() || check.equation().judge() != Verdict.DIFFERS) {
            return check;
        }
        Figure result = check.equation().result();
        Check slipped = check;
        for (Mention mention : claims.mentions(result.passage())) {
            Map<String, Figure> figures = new LinkedHashMap<>(statement.figures());
            figures.put(over.get(), mention.figure());
            boolean before = mention.figure().start() < result.start();
            Optional<Check> other =
                    before ? check(new Statement(statement.subject(), figures, false), formula) : Optional.empty();
            boolean unnamed = mention.measure().isEmpty() && result.digits() >= LONG;
            boolean total = TOTAL.isIn(mention.before()) || mention.measure().equals(over) || unnamed;
            if (total && other.filter(any -> Near.tight(any.equation())).isPresent()) {
                return other.get();
            }
            slipped =
                    other.filter(any -> !isExchanged(check) && isExchanged(any)).orElse(slipped);
        }
        return slipped;
    }

    /** 全年支出4298.52万元；按不含上年结转的口径，当年支出4049.76万元，执行率97.37%: of the amount that gives it to the last of its four digits. */
    private static Check ofOther(Check check, Statement statement, Measures.RowFormula formula, Claims claims) {
        Figure result = check.equation().result();
        boolean rate = formula.plus().size() == 1
                && formula.minus().isEmpty()
                && !formula.over().isEmpty();
        if (!rate || result.digits() < LONG || check.equation().judge() != Verdict.DIFFERS || isExchanged(check)) {
            return check;
        }
        for (Mention mention : claims.mentions(result.passage())) {
            Map<String, Figure> figures = new LinkedHashMap<>(statement.figures());
            figures.put(formula.plus().get(0), mention.figure());
            Optional<Check> other = mention.figure().end() <= result.start()
                    ? check(new Statement(statement.subject(), figures, false), formula)
                    : Optional.empty();
            if (other.filter(any -> Near.tight(any.equation())).isPresent()) {
                return other.get();
            }
        }
        return check;
    }

    /** 年初1680万元，调整为1742.50万元，支出1698.94万元，执行率97.05%: over the amount that gives it but for two digits exchanged. */
    private static boolean isExchanged(Check check) {
        Figure result = check.equation().result();
        return result.kind() == Figure.Kind.PERCENT
                && check.equation()
                        .expected()
                        .filter(right -> NearMisses.isExchange(result, right))
                        .isPresent();
    }

    private static boolean isNear(Check check) {
        return check.equation().judge() != Verdict.DIFFERS || Near.within(check.equation(), 12);
    }

    /** A rate whose base stands elsewhere: the one value the document has for it. */
    private static Statement completed(Statement statement, Measures.RowFormula formula, DocumentFigures document) {
        Map<String, Figure> figures = new LinkedHashMap<>(statement.figures());
        for (String over : formula.over()) {
            if (formula.over().stream().noneMatch(figures::containsKey)) {
                document.of(over).ifPresent(figure -> figures.put(over, figure));
                if (document.isUnclear(over)) {
                    break;
                }
            }
        }
        return new Statement(statement.subject(), figures, false);
    }

    private static Optional<Check> check(Statement statement, Measures.RowFormula formula) {
        Optional<Figure> result = statement.figure(formula.result());
        List<Figure> plus = all(statement, formula.plus());
        List<Figure> minus = all(statement, formula.minus());
        boolean barred = formula.unless().stream()
                .anyMatch(other -> statement.figure(other).isPresent());
        Optional<Figure> over = formula.over().stream()
                .flatMap(name -> statement.figure(name).stream())
                .findFirst();
        if (result.isEmpty()
                || barred
                || plus.size() < formula.plus().size()
                || minus.size() < formula.minus().size()
                || (!formula.over().isEmpty() && over.isEmpty())
                || !sameKind(result.get(), plus, minus, over)) {
            return Optional.empty();
        }
        Side top = Side.of(plus);
        for (Figure figure : minus) {
            top = top.minus(figure);
        }
        String text = Formulas.sum(plus)
                + minus.stream().map(figure -> " - " + figure.text()).reduce("", String::concat);
        String whole = over.map(figure -> (minus.isEmpty() ? text : "(" + text + ")") + " ÷ " + figure.text())
                .orElse(text);
        Side bottom = over.map(Side::of).orElse(Side.ONE);
        String subject = statement.subject();
        return Optional.of(
                new Check(formula.kind(), formula.code(), subject, whole, new Equation(result.get(), top, bottom)));
    }

    private static List<Figure> all(Statement statement, List<String> measures) {
        List<Figure> figures = new ArrayList<>();
        measures.forEach(measure -> statement.figure(measure).ifPresent(figures::add));
        return figures;
    }

    /** Money is added to money and divided by money; a plain number goes with anything but a rate. */
    private static boolean sameKind(Figure result, List<Figure> plus, List<Figure> minus, Optional<Figure> over) {
        Figure first = plus.get(0);
        boolean alike = plus.stream().allMatch(figure -> alike(first, figure))
                && minus.stream().allMatch(figure -> alike(first, figure));
        if (over.isEmpty()) {
            return alike && alike(first, result);
        }
        return alike && (alike(first, over.get()) || result.kind() != Figure.Kind.PERCENT);
    }

    private static boolean alike(Figure one, Figure two) {
        boolean counts = one.kind() == Figure.Kind.COUNT;
        return one.kind() == two.kind() && (!counts || one.unitSize().equals(two.unitSize()));
    }
}
