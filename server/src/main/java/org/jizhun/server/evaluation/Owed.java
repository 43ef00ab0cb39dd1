package org.jizhun.server.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.kernel.scoring.Status;
import org.jizhun.server.calendar.Plan;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Told;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a criterion waits for, and who owes it: whoever the row is assigned to, else those that rows of its register are
 * assigned to, else whose task it is by the plan, else the performance officer.
 *
 * @param register the English name of the register it belongs to; null where it cannot be told
 * @param row the row that lacks it; null where there is no row yet
 * @param people by name; empty where only a role is known
 * @param role of those who owe it where no person is known
 * @param due when the plan wants it; null where it says nothing
 * @param daysLeft calendar days until then, negative when it is late
 */
record Owed(
        String criterion,
        String criterionName,
        String criterionNameEn,
        String weight,
        @Nullable String register,
        String label,
        @Nullable Long row,
        List<String> people,
        String role,
        @Nullable LocalDate due,
        @Nullable Long daysLeft,
        Told problem) {

    private static final String OFFICER = "performance-officer";

    /** Problems that do not name the register they are about. */
    private static final Map<String, String> REGISTER_OF = Map.of(
            "missing-check", "checks",
            "missing-judgement", "judgements",
            "judgement-twice", "judgements",
            "judgement-without-reason", "judgements",
            "judgement-points-or-rate", "judgements",
            "judgement-needs-band", "judgements",
            "judgement-outside-band", "judgements",
            "judgement-outside-weight", "judgements");

    /** @param plan the tasks of the year */
    static List<Owed> of(Evaluation evaluation, CaseReading reading, List<Plan.Task> plan) {
        List<Owed> owed = new ArrayList<>();
        // A roll-up tells what its rows lack itself; groups tell nothing.
        evaluation.criteria().stream()
                .flatMap(Owed::all)
                .filter(leaf -> leaf.status() == Status.MISSING)
                .forEach(leaf -> leaf.problems().stream()
                        .filter(problem -> !isToldInDetail(problem, leaf))
                        .forEach(problem -> owed.add(of(leaf, problem, reading, plan))));
        return owed;
    }

    private static Stream<CriterionScore> all(CriterionScore score) {
        return Stream.concat(Stream.of(score), score.criteria().stream().flatMap(Owed::all));
    }

    /** That a register is empty says nothing more where each answer that it lacks is told. */
    private static boolean isToldInDetail(Problem problem, CriterionScore leaf) {
        return problem.code().equals("missing-register")
                && leaf.problems().stream()
                        .anyMatch(other -> Objects.equals(
                                REGISTER_OF.get(other.code()),
                                problem.arguments().get("name")));
    }

    private static Owed of(CriterionScore leaf, Problem problem, CaseReading reading, List<Plan.Task> plan) {
        Register register = reading.vocabulary().registers().stream()
                .filter(each -> names(each, problem))
                .findFirst()
                .orElse(null);
        StoredRow row = register == null || problem.place().line() == 0
                ? null
                : reading.row(problem.place(), register).orElse(null);
        Plan.Task task = register == null ? null : task(register, plan).orElse(null);
        List<String> people = people(register, row, task, reading);
        return new Owed(
                leaf.id(),
                leaf.name().zh(),
                leaf.name().in(Language.EN),
                leaf.weight().points().toString(),
                register == null ? null : register.name(),
                register == null ? "" : register.label(),
                row == null ? null : row.id(),
                people,
                task == null ? OFFICER : task.role(),
                task == null ? null : task.due(),
                task == null ? null : task.daysLeft(),
                Told.of(problem));
    }

    private static List<String> people(
            @Nullable Register register, @Nullable StoredRow row, Plan.@Nullable Task task, CaseReading reading) {
        if (row != null && row.assignedName() != null) {
            return List.of(row.assignedName());
        }
        Set<String> people = new LinkedHashSet<>();
        if (register != null && row == null) {
            reading.rows(register.name()).stream()
                    .map(StoredRow::assignedName)
                    .filter(Objects::nonNull)
                    .forEach(people::add);
        }
        if (people.isEmpty() && task != null && task.person() != null) {
            people.add(task.person());
        }
        return List.copyOf(people);
    }

    /** What is still missing is what the last task that is not done yet asks for. */
    private static Optional<Plan.Task> task(Register register, List<Plan.Task> plan) {
        return plan.stream()
                .filter(task -> register.name().equals(task.register()))
                .filter(task -> task.state().equals("open"))
                .max(Comparator.comparing(Plan.Task::due));
    }

    /** Whether the problem speaks of this register, or of a single value that stands in it. */
    private static boolean names(Register register, Problem problem) {
        return register.name().equals(REGISTER_OF.get(problem.code()))
                || problem.arguments().containsValue(register.label())
                || register.label().equals(problem.place().sheet())
                || (register.shape() == Register.Shape.VALUES
                        && register.columns().stream()
                                .anyMatch(column -> problem.arguments().containsValue(column.label())));
    }
}
