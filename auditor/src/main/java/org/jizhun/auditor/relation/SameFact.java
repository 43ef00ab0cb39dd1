package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Statement;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
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

    @Override
    public String name() {
        return "same-fact";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Said> all = new ArrayList<>();
        for (Statement statement : claims.statements()) {
            all.add(new Said(statement, Subjects.plain(statement.subject()), all.size()));
        }
        Map<String, List<Said>> bySubject = new HashMap<>();
        Map<String, List<Said>> byAnchor = new HashMap<>();
        List<Check> equalities = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Said two : all) {
            Set<Said> others = new LinkedHashSet<>();
            for (String anchor : anchors(two)) {
                List<Said> same = byAnchor.computeIfAbsent(anchor, key -> new ArrayList<>());
                others.addAll(last(same));
                same.add(two);
            }
            List<Said> alike = bySubject.computeIfAbsent(two.subject(), key -> new ArrayList<>());
            last(alike).stream().filter(one -> mayBeSame(one, two)).forEach(others::add);
            alike.add(two);
            for (Said one : others) {
                if (seen.add((long) one.rank() * all.size() + two.rank())) {
                    compare(one, two, equalities, ledger);
                }
            }
        }
        equalities.forEach(ledger::check);
    }

    /** A statement with its subject as all places name it. */
    private record Said(Statement statement, String subject, int rank) {}

    /** Without a subject only text and table are held together. */
    private static boolean mayBeSame(Said one, Said two) {
        return !two.subject().isEmpty()
                || one.statement().fromTable() != two.statement().fromTable();
    }

    private static List<Said> last(List<Said> same) {
        return same.subList(Math.max(0, same.size() - MOST_PLACES), same.size());
    }

    private static void compare(Said one, Said two, List<Check> equalities, Ledger ledger) {
        Statement here = one.statement();
        Statement there = two.statement();
        boolean rows = here.fromTable() && there.fromTable() && sameTable(here, there);
        if (rows) {
            return;
        }
        boolean same = one.subject().equals(two.subject());
        if (same) {
            rate(here, there).ifPresent(ledger::check);
            rate(there, here).ifPresent(ledger::check);
        }
        equalities.addAll(equalities(here, there, same, one.subject()));
    }

    /** Every figure long enough to be no accident, with what it measures. */
    private static Set<String> anchors(Said said) {
        Set<String> anchors = new LinkedHashSet<>();
        said.statement().figures().forEach((measure, figure) -> {
            if (isLong(figure)) {
                anchors.add(measure + "=" + figure.value());
            }
        });
        return anchors;
    }

    private static boolean isLong(Figure figure) {
        return figure.text().replaceAll("\\D|^0+", "").length() >= LONG
                && !figure.printed().equals(Exact.HUNDRED);
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

    private static List<Check> equalities(Statement one, Statement two, boolean sameSubject, String subject) {
        List<Check> same = new ArrayList<>();
        int agreeing = 0;
        int anchors = 0;
        for (Map.Entry<String, Figure> entry : one.figures().entrySet()) {
            Optional<Figure> other = two.figure(entry.getKey());
            if (other.isPresent() && comparable(entry.getValue(), other.get())) {
                Check check = equality(entry.getKey(), entry.getValue(), other.get(), one.subject());
                boolean equal = entry.getValue().value().equals(other.get().value());
                agreeing += check.equation().judge() == Verdict.AGREES ? 1 : 0;
                anchors += equal && (isLong(other.get()) || !subject.isEmpty()) ? 1 : 0;
                same.add(check);
            }
        }
        boolean few = same.size() - agreeing <= (sameSubject ? agreeing + 1 : 1);
        boolean anchored = anchors >= (sameSubject ? 1 : 2) && few;
        boolean total = sameSubject
                && one.fromTable() != two.fromTable()
                && subject.isEmpty()
                && same.stream().allMatch(check -> Near.within(check.equation(), 10))
                && (WHOLE.containsAll(one.figures().keySet())
                        || WHOLE.containsAll(two.figures().keySet()));
        return anchored || total ? same : List.of();
    }

    private static Check equality(String measure, Figure here, Figure there, String subject) {
        Kind kind = measure.equals("score-rate") ? Kind.SCORE_RATE : Kind.CROSS_REFERENCE;
        return new Check(
                kind, "same-fact-differs", subject, there.text(), new Equation(here, Side.of(there), Side.ONE));
    }

    private static boolean comparable(Figure one, Figure two) {
        return one.kind() == two.kind()
                || (one.kind() == Figure.Kind.PLAIN && one.printed().equals(two.printed()));
    }
}
