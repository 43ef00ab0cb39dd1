package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Statement;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * The same fact in two places: prose against table, text against text. Two statements are about the same if they have the
 * same subject and at least one figure in common; then their other figures must agree as well. A score rate is also held
 * against the weight that another place gives its subject.
 */
final class SameFact implements Relation {

    private static final int MOST_PLACES = 16;
    private static final int LONG = 4;
    private static final Set<String> WHOLE = Set.of("initial", "adjustment", "adjusted", "actual", "balance");

    /** In a hundred, how far apart the totals of text and table may be and still be meant as one. */
    private static final int TOTALS_APART = 3;

    /** What is to be done is not what was done. */
    private static final Sought GOALS = Sought.of("(?:绩效|年度|总体)目标(?:为|是|：|如下|包括)[^。]*$");

    private static final Sought REDUCED = Sought.of("、(?:压减|调减|核减|收回|核销|统筹)[^，。；]{0,6}\\d");
    private static final String INCOME_TOTAL = "收入合计";

    @Override
    public String name() {
        return "same-fact";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Said> all = new ArrayList<>();
        for (Statement statement : claims.statements()) {
            all.add(new Said(statement, subject(statement), isGoal(statement), all.size()));
        }
        Map<String, List<Said>> bySubject = new HashMap<>();
        Map<Anchor, List<Said>> byAnchor = new HashMap<>();
        List<Check> equalities = new ArrayList<>();
        Set<Anchor> totals = totals(all);
        Set<Exact> told = told(claims);
        for (Said two : all) {
            Set<Said> others = new LinkedHashSet<>();
            for (Anchor anchor : anchors(two)) {
                List<Said> same = byAnchor.computeIfAbsent(anchor, key -> new ArrayList<>());
                others.addAll(last(same));
                same.add(two);
            }
            List<Said> alike = bySubject.computeIfAbsent(two.subject(), key -> new ArrayList<>());
            last(alike).stream().filter(one -> mayBeSame(one, two)).forEach(others::add);
            alike.add(two);
            others.forEach(one -> compare(one, two, totals, told, equalities, ledger));
        }
        equalities.forEach(ledger::check);
        NumbersNamed.examine(claims, ledger);
    }

    /** As all places name it; a table's total of income is none of what was spent. */
    private static String subject(Statement statement) {
        String subject = Subjects.plain(statement.subject());
        boolean income = subject.isEmpty()
                && statement.label().contains("收入")
                && !statement.label().contains("支出");
        return income ? INCOME_TOTAL : subject;
    }

    /** A statement with its subject as all places name it. */
    private record Said(Statement statement, String subject, boolean goal, int rank) {

        /** Each has a rank of its own; to hash all its figures would take long. */
        @Override
        public int hashCode() {
            return rank;
        }
    }

    /** Without a subject only text and table are held together. */
    private static boolean mayBeSame(Said one, Said two) {
        return !two.subject().isEmpty()
                || one.statement().fromTable() != two.statement().fromTable();
    }

    private static List<Said> last(List<Said> same) {
        return same.subList(Math.max(0, same.size() - MOST_PLACES), same.size());
    }

    private static void compare(
            Said one, Said two, Set<Anchor> totals, Set<Exact> told, List<Check> equalities, Ledger ledger) {
        Statement here = one.statement();
        Statement there = two.statement();
        boolean rows = here.fromTable() && there.fromTable() && sameTable(here, there);
        if (rows || (isOfForm(here) && isOfForm(there))) {
            return;
        }
        if (one.goal() != two.goal()) {
            return;
        }
        boolean same = one.subject().equals(two.subject());
        if (same) {
            rate(here, there).ifPresent(ledger::check);
            rate(there, here).ifPresent(ledger::check);
        }
        equalities.addAll(equalities(here, there, same, one.subject(), totals, told));
    }

    /** A row of a form with what was achieved and its score: 师生满意度 of two forms is that of two projects. */
    private static boolean isOfForm(Statement statement) {
        return statement.fromTable()
                && statement.figure("achieved").isPresent()
                && statement.figure("score").isPresent();
    }

    /** Whether a sentence sets goals: 年度绩效目标为：…正常运营率达到95%. */
    private static boolean isGoal(Statement statement) {
        Figure figure = first(statement);
        return !statement.fromTable() && GOALS.isIn(figure.passage().text().substring(0, figure.start()));
    }

    /** A value of a measure. */
    private record Anchor(String measure, Exact value) {}

    /** Every figure long enough to be no accident, with what it measures. */
    private static Set<Anchor> anchors(Said said) {
        Set<Anchor> anchors = new LinkedHashSet<>();
        said.statement().figures().forEach((measure, figure) -> {
            if (isLong(figure)) {
                anchors.add(new Anchor(measure, figure.value()));
            }
        });
        return anchors;
    }

    private static boolean isLong(Figure figure) {
        return figure.digits() >= LONG && !figure.printed().equals(Exact.HUNDRED);
    }

    private static boolean sameTable(Statement one, Statement two) {
        return first(one).passage().order() == first(two).passage().order();
    }

    private static Figure first(Statement statement) {
        return statement.figures().values().iterator().next();
    }

    /** Score and rate here, the weight there. */
    private static Optional<Check> rate(Statement here, Statement there) {
        Optional<Figure> score = here.figure("score");
        Optional<Figure> rate = here.figure("score-rate");
        Optional<Figure> weight = there.figure("weight");
        if (score.isEmpty()
                || rate.isEmpty()
                || weight.isEmpty()
                || weight.get().value().compareTo(score.get().value())
                        < 0 // the score of a whole beside a part's weight
                || here.figure("weight").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                Kind.SCORE_RATE,
                "score-rate-differs",
                here.subject(),
                Formulas.quotient(score.get(), weight.get()),
                new Equation(rate.get(), Side.of(score.get()), Side.of(weight.get()))));
    }

    private static List<Check> equalities(
            Statement one, Statement two, boolean sameSubject, String subject, Set<Anchor> totals, Set<Exact> told) {
        boolean wholes = sameSubject && one.fromTable() != two.fromTable() && subject.isEmpty();
        if (!wholes && equal(one, two) < (sameSubject ? 1 : 2)) {
            return List.of();
        }
        List<Check> same = new ArrayList<>();
        int agreeing = 0;
        int anchors = 0;
        boolean underOneHeading = isOfHeading(one) && isOfHeading(two);
        for (Map.Entry<String, Figure> entry : one.figures().entrySet()) {
            Optional<Figure> other = two.figure(entry.getKey());
            boolean whole = subject.isEmpty() && "weight".equals(entry.getKey());
            boolean net = "adjustment".equals(entry.getKey()) && (isPartOfNet(one) || isPartOfNet(two));
            if (other.isPresent() && !whole && !net && comparable(entry.getValue(), other.get())) {
                Check check = equality(entry.getKey(), entry.getValue(), other.get(), one.subject());
                boolean equal = entry.getValue().value().equals(other.get().value());
                agreeing += check.equation().judge() == Verdict.AGREES ? 1 : 0;
                anchors += equal && (isLong(other.get()) || (!subject.isEmpty() && !underOneHeading)) ? 1 : 0;
                same.add(check);
            }
        }
        boolean few = same.size() - agreeing <= (sameSubject ? agreeing + 1 : 1);
        boolean anchored = anchors >= (sameSubject ? 1 : 2) && few;
        boolean total = wholes
                && !EarlierYear.isOf(first(one.fromTable() ? two : one))
                && same.stream().allMatch(SameFact::isNear)
                && !isOfOther(one.fromTable() ? two : one, same, totals)
                && !isToldItself(one.fromTable() ? one : two, same, told)
                && (WHOLE.containsAll(one.figures().keySet())
                        || WHOLE.containsAll(two.figures().keySet()));
        return anchored || total ? same : List.of();
    }

    /** How many measures have the same value in both. */
    private static int equal(Statement one, Statement two) {
        int equal = 0;
        for (Map.Entry<String, Figure> entry : one.figures().entrySet()) {
            Figure other = two.figures().get(entry.getKey());
            equal += other != null && entry.getValue().value().equals(other.value()) ? 1 : 0;
        }
        return equal;
    }

    /** Whether a sentence has its subject from the heading above it, as others under that heading have. */
    private static boolean isOfHeading(Statement statement) {
        return !statement.fromTable() && !first(statement).passage().text().contains(statement.subject());
    }

    /** 年中追加236.20万元、压减60.40万元: what was added alone, where the table has what remains of both. */
    private static boolean isPartOfNet(Statement statement) {
        return !statement.fromTable() && REDUCED.isIn(first(statement).passage().text());
    }

    /** Every total of a table, with what it measures. */
    private static Set<Anchor> totals(List<Said> all) {
        Set<Anchor> totals = new HashSet<>();
        for (Said said : all) {
            if (said.subject().isEmpty() && said.statement().fromTable()) {
                totals.addAll(anchors(said));
            }
        }
        return totals;
    }

    /** A figure of the text that differs from this table's total is that of another table. */
    private static boolean isOfOther(Statement text, List<Check> same, Set<Anchor> totals) {
        return text.figures().entrySet().stream()
                .filter(entry -> totals.contains(
                        new Anchor(entry.getKey(), entry.getValue().value())))
                .anyMatch(entry -> same.stream()
                        .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                        .anyMatch(check -> check.equation().figures().contains(entry.getValue())));
    }

    /** The amounts of running text. */
    private static Set<Exact> told(Claims claims) {
        Set<Exact> told = new HashSet<>();
        claims.sentences()
                .forEach(sentence -> sentence.claims().stream()
                        .map(Claim::figure)
                        .filter(figure -> figure.kind() == Figure.Kind.AMOUNT)
                        .forEach(figure -> told.add(figure.value())));
        return told;
    }

    /** The total of a table that the text tells as well, to the last digit, is none that the text tells otherwise. */
    private static boolean isToldItself(Statement table, List<Check> same, Set<Exact> told) {
        return same.stream()
                .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .filter(check -> !Likely.isSlip(check.equation()))
                .flatMap(check -> check.equation().figures().stream())
                .anyMatch(figure -> table.figures().containsValue(figure) && told.contains(figure.value()));
    }

    /** Two totals far apart are of two things, unless one is a slip of the other. */
    private static boolean isNear(Check check) {
        Equation equation = check.equation();
        return Near.within(equation, TOTALS_APART)
                || equation.expected()
                        .filter(right -> NearMisses.isExchange(equation.result(), right)
                                || NearMisses.isDigitSlip(equation.result(), right))
                        .isPresent();
    }

    private static Check equality(String measure, Figure here, Figure there, String subject) {
        Kind kind = measure.equals("score-rate") ? Kind.SCORE_RATE : Kind.CROSS_REFERENCE;
        return ToldOtherwise.check(kind, subject, here, there);
    }

    private static boolean comparable(Figure one, Figure two) {
        return one.kind() == two.kind()
                || (one.kind() == Figure.Kind.PLAIN && one.printed().equals(two.printed()));
    }
}
