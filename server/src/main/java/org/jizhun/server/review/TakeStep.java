package org.jizhun.server.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.Form;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.Rows;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Told;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes one step with many rows: those that may be taken are, each of the others says why not. */
@Service
public class TakeStep {

    static final Steps STEPS = Steps.beside(TakeStep.class);

    private static final int MOST_ROWS = 5000;
    private static final int LONGEST_REASON = 500;

    private final Years years;
    private final Rows rows;
    private final FactSource facts;
    private final ChangeLog changes;

    TakeStep(Years years, Rows rows, FactSource facts, ChangeLog changes) {
        this.years = years;
        this.rows = rows;
        this.facts = facts;
        this.changes = changes;
    }

    /** A row and the version of it that the caller saw. */
    public record Mark(@Nullable Long id, @Nullable Integer version) {}

    /**
     * What became of a row.
     *
     * @param outcome taken (in a preview: would be), conflict, or refused
     * @param to the state it is in then
     */
    public record Outcome(
            @Nullable Long id,
            String outcome,
            String to,
            int version,
            @Nullable Told problem) {}

    /** @param preview whether nothing is to be changed, only told */
    @Transactional
    public List<Outcome> take(
            long department,
            int year,
            @Nullable String action,
            @Nullable List<Mark> marks,
            @Nullable String reason,
            boolean preview) {
        DepartmentYear open = years.open(department, year);
        Form form = new Form();
        String wanted = form.oneOf(
                "action",
                action,
                STEPS.all().stream().map(Step::action).distinct().toList());
        String why = form.optionalText("reason", reason, LONGEST_REASON);
        if (marks == null || marks.isEmpty()) {
            form.wrong("rows", "field-missing");
        } else if (marks.size() > MOST_ROWS) {
            form.wrong("rows", "field-out-of-range", "found", marks.size(), "expected", "1–" + MOST_ROWS);
        }
        form.refuseIfWrong();
        List<Mark> list = Objects.requireNonNull(marks);
        Map<Long, StoredRow> held = rows.held(
                open, list.stream().map(Mark::id).filter(Objects::nonNull).toList());
        Map<Long, Boolean> unreadable = wanted.equals("submit") ? unreadable(open) : Map.of();
        Map<Step, List<StoredRow>> taken = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Mark mark : list) {
            StoredRow row = mark.id() == null ? null : held.get(mark.id());
            outcomes.add(outcome(mark, row, wanted, why, unreadable, taken));
        }
        if (!preview) {
            taken.forEach((step, those) -> record(department, step, those, why));
        }
        return outcomes;
    }

    private Outcome outcome(
            Mark mark,
            @Nullable StoredRow row,
            String action,
            @Nullable String reason,
            Map<Long, Boolean> unreadable,
            Map<Step, List<StoredRow>> taken) {
        if (row == null) {
            return new Outcome(mark.id(), "refused", "", 0, Told.of(problem("row-gone")));
        }
        if (mark.version() == null || mark.version() != row.version()) {
            Told told = Told.of(problem("row-changed-meanwhile", "who", row.changedName()));
            return new Outcome(mark.id(), "conflict", row.state(), row.version(), told);
        }
        Step step = STEPS.find(row.state(), action).orElse(null);
        Problem refusal = step == null
                ? STEPS.notFromHere(action, row.state())
                : refusal(step, row, reason, unreadable.getOrDefault(row.id(), false));
        if (step == null || refusal != null) {
            return new Outcome(
                    row.id(), "refused", row.state(), row.version(), Told.of(Objects.requireNonNull(refusal)));
        }
        taken.computeIfAbsent(step, each -> new ArrayList<>()).add(row);
        return new Outcome(row.id(), "taken", step.to(), row.version() + 1, null);
    }

    /** Why the acting user may not take this step with this row; null if they may. */
    static @Nullable Problem refusal(Step step, StoredRow row, @Nullable String reason, boolean unreadable) {
        Problem refusal = step.refusal(row.changedBy(), row.submittedBy(), reason);
        return refusal != null || !unreadable ? refusal : problem("step-row-with-errors");
    }

    /** Rows with a cell that cannot be read: they are not submitted. */
    private Map<Long, Boolean> unreadable(DepartmentYear year) {
        CaseReading reading = facts.read(year);
        Map<Long, Boolean> unreadable = new TreeMap<>();
        reading.vocabulary()
                .registers()
                .forEach(register -> reading.told(register)
                        .forEach((id, told) -> unreadable.put(
                                id,
                                told.stream().anyMatch(each -> each.severity().equals("error")))));
        return unreadable;
    }

    private void record(long department, Step step, List<StoredRow> those, @Nullable String reason) {
        boolean returned = step.reasonNeeded();
        rows.state(
                those.stream().map(StoredRow::id).toList(),
                step.to(),
                returned ? reason : null,
                step.action().equals("submit"),
                step.to().equals("approved"));
        Map<String, Object> from = new TreeMap<>();
        Map<String, Object> to = new TreeMap<>();
        for (StoredRow row : those) {
            from.put(Long.toString(row.id()), step.from());
            to.put(Long.toString(row.id()), step.to());
        }
        changes.record(Change.of("rows-" + step.action(), "rows", those.get(0).register())
                .in(department)
                .from(from)
                .to(to)
                .because(reason));
    }

    private static Problem problem(String code, Object... namesAndValues) {
        return Problem.of(code, Place.NONE, namesAndValues);
    }
}
