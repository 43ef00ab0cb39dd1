package org.jizhun.server.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.kernel.scoring.Status;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Told;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a criterion waits for.
 *
 * @param register the English name of the register it belongs to; null where it cannot be told
 * @param people who fill in that register's rows; empty where nobody was assigned, and then it is the performance officer's
 */
record Owed(
        String criterion,
        String criterionName,
        String weight,
        @Nullable String register,
        String label,
        List<String> people,
        Told problem) {

    static List<Owed> of(Evaluation evaluation, CaseReading reading) {
        List<Owed> owed = new ArrayList<>();
        evaluation.criteria().stream()
                .flatMap(Owed::all)
                .filter(leaf ->
                        leaf.status() == Status.MISSING && leaf.criteria().isEmpty())
                .forEach(leaf -> leaf.problems().forEach(problem -> owed.add(of(leaf, problem, reading))));
        return owed;
    }

    private static Stream<CriterionScore> all(CriterionScore score) {
        return Stream.concat(Stream.of(score), score.criteria().stream().flatMap(Owed::all));
    }

    private static Owed of(CriterionScore leaf, Problem problem, CaseReading reading) {
        Register register = reading.vocabulary().registers().stream()
                .filter(each -> names(each, problem))
                .findFirst()
                .orElse(null);
        Set<String> people = new LinkedHashSet<>();
        if (register != null) {
            reading.rows(register.name()).stream()
                    .map(StoredRow::assignedName)
                    .filter(Objects::nonNull)
                    .forEach(people::add);
        }
        return new Owed(
                leaf.id(),
                leaf.name().zh(),
                leaf.weight().points().toString(),
                register == null ? null : register.name(),
                register == null ? "" : register.label(),
                List.copyOf(people),
                Told.of(problem));
    }

    /** Whether the problem speaks of this register, or of a single value that stands in it. */
    private static boolean names(Register register, Problem problem) {
        return problem.arguments().containsValue(register.label())
                || register.label().equals(problem.place().sheet())
                || (register.shape() == Register.Shape.VALUES
                        && register.columns().stream()
                                .anyMatch(column -> problem.arguments().containsValue(column.label())));
    }
}
