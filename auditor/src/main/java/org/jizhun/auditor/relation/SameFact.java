package org.jizhun.auditor.relation;

import java.util.ArrayList;
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

/**
 * The same fact in two places: prose against table, text against text. Two statements are about the same if they have the
 * same subject and at least one figure in common; then their other figures must agree as well. A score rate is also held
 * against the weight that another place gives its subject.
 */
final class SameFact implements Relation {

    private static final Set<String> WHOLE = Set.of("initial", "adjustment", "adjusted", "actual", "balance");

    @Override
    public String name() {
        return "same-fact";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Statement> statements = claims.statements();
        List<Check> equalities = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            for (int j = i + 1; j < statements.size(); j++) {
                Statement one = statements.get(i);
                Statement two = statements.get(j);
                if (sameSubject(one, two) && !(one.fromTable() && two.fromTable() && sameTable(one, two))) {
                    rate(one, two).ifPresent(ledger::check);
                    rate(two, one).ifPresent(ledger::check);
                    equalities.addAll(equalities(one, two));
                }
            }
        }
        equalities.forEach(ledger::check);
    }

    private static boolean sameSubject(Statement one, Statement two) {
        String first = Subjects.plain(one.subject());
        String second = Subjects.plain(two.subject());
        return first.equals(second);
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

    private static List<Check> equalities(Statement one, Statement two) {
        List<Check> same = new ArrayList<>();
        int agreeing = 0;
        for (Map.Entry<String, Figure> entry : one.figures().entrySet()) {
            Optional<Figure> other = two.figure(entry.getKey());
            if (other.isPresent() && comparable(entry.getValue(), other.get())) {
                Check check = equality(entry.getKey(), entry.getValue(), other.get(), one.subject());
                agreeing += check.equation().judge() == Verdict.AGREES ? 1 : 0;
                same.add(check);
            }
        }
        boolean anchored = agreeing > 0 && same.size() - agreeing <= agreeing + 1;
        boolean total = one.fromTable() != two.fromTable()
                && one.subject().isEmpty()
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
