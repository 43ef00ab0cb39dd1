package org.jizhun.server.register;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes, removes and assigns rows. Cells are kept as typed, also those that cannot be read; each row of a call has an
 * outcome of its own: saved, in conflict with somebody else's change, or refused.
 */
@Service
public class ChangeRows {

    /** More in one call is an import. */
    static final int MOST_ROWS = 5000;

    private static final int LONGEST_TEXT = 20_000;
    private static final int STEP = 1000;

    /** Far from where the numbers end: what is added behind the last row is still one. */
    private static final int FARTHEST = 1_000_000_000;

    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t\\r]]");

    private final Years years;
    private final Rows rows;
    private final FactSource facts;
    private final RuleBook rules;
    private final ChangeLog changes;

    ChangeRows(Years years, Rows rows, FactSource facts, RuleBook rules, ChangeLog changes) {
        this.years = years;
        this.rows = rows;
        this.facts = facts;
        this.rules = rules;
        this.changes = changes;
    }

    /**
     * A row to be saved.
     *
     * @param key what the caller calls it; comes back with the outcome
     * @param id null for a new row
     * @param version of the row as it was read; null for a new row
     * @param position null for the end
     */
    public record Wanted(
            @Nullable String key,
            @Nullable Long id,
            @Nullable Integer version,
            @Nullable Integer position,
            @JsonSetter(contentNulls = Nulls.SET) @Nullable Map<String, String> cells) {}

    /** @param outcome saved, conflict (then row is as somebody else left it) or refused (then problem says why) */
    public record Outcome(
            @Nullable String key,
            String outcome,
            Registers.@Nullable RowView row,
            @Nullable Told problem) {}

    /** A row and the version of it that the caller saw. */
    public record Mark(@Nullable Long id, @Nullable Integer version) {}

    private record Kept(long id, @Nullable Told refusal, boolean conflict) {}

    @Transactional
    public List<Outcome> save(long department, int year, String name, @Nullable List<Wanted> wanted) {
        DepartmentYear open = years.open(department, year);
        Register register = Registers.register(rules.vocabulary(open.scheme()), name);
        List<Wanted> list = checked(wanted);
        Map<Long, StoredRow> held = rows.held(
                open, list.stream().map(Wanted::id).filter(Objects::nonNull).toList());
        Map<String, Object> from = new TreeMap<>();
        Map<String, Object> to = new TreeMap<>();
        List<Kept> kept = new ArrayList<>();
        boolean grows = list.stream().anyMatch(row -> row.id() == null);
        int last = grows ? rows.lastPosition(open, name) : 0;
        boolean single = register.shape() == Register.Shape.VALUES;
        boolean taken = single && grows && !rows.isEmpty(open, name);
        for (Wanted row : list) {
            if (row.id() == null && taken) {
                kept.add(new Kept(0, Told.of(problem("row-only-one", "sheet", register.named())), false));
            } else {
                Kept outcome = keep(open, register, row, held, last, from, to);
                if (row.id() == null && outcome.refusal() == null) {
                    last = Math.max(last, row.position() == null ? last + STEP : row.position());
                }
                taken = taken || (single && outcome.refusal() == null);
                kept.add(outcome);
            }
        }
        if (!to.isEmpty()) {
            if (grows && !single) {
                rows.none(open, name, false);
            }
            changes.record(Change.of("rows-saved", "rows", name)
                    .in(department)
                    .from(from)
                    .to(to));
        }
        return outcomes(open, register, list, kept);
    }

    private List<Outcome> outcomes(DepartmentYear year, Register register, List<Wanted> wanted, List<Kept> kept) {
        Map<Long, Registers.RowView> views = new LinkedHashMap<>();
        Registers.views(facts.read(year), register).forEach(view -> views.put(view.id(), view));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Kept each = kept.get(i);
            String word = each.conflict() ? "conflict" : each.refusal() == null ? "saved" : "refused";
            outcomes.add(new Outcome(wanted.get(i).key(), word, views.get(each.id()), each.refusal()));
        }
        return outcomes;
    }

    private static <T> List<T> checked(@Nullable List<T> list) {
        Form form = new Form();
        if (list == null || list.isEmpty()) {
            form.wrong("rows", "field-missing");
        } else if (list.size() > MOST_ROWS) {
            form.wrong("rows", "field-out-of-range", "found", list.size(), "expected", "1–" + MOST_ROWS);
        }
        form.refuseIfWrong();
        return Objects.requireNonNull(list);
    }

    private Kept keep(
            DepartmentYear year,
            Register register,
            Wanted row,
            Map<Long, StoredRow> held,
            int last,
            Map<String, Object> from,
            Map<String, Object> to) {
        Map<String, String> cells = new TreeMap<>();
        Problem wrong = cells(register, row.cells(), cells);
        if (wrong == null && row.position() != null && Math.abs((long) row.position()) > FARTHEST) {
            wrong = problem("field-out-of-range", "found", row.position(), "expected", "±" + FARTHEST);
        }
        if (row.id() == null) {
            if (wrong != null) {
                return new Kept(0, Told.of(wrong), false);
            }
            int position = row.position() == null ? last + STEP : row.position();
            long id = rows.insert(year, register.name(), position, cells);
            to.put(Long.toString(id), cells);
            return new Kept(id, null, false);
        }
        StoredRow stored = held.get(row.id());
        if (stored == null || !stored.register().equals(register.name())) {
            return new Kept(0, Told.of(problem("row-gone")), false);
        }
        if (row.version() == null || row.version() != stored.version()) {
            return new Kept(stored.id(), Told.of(problem("row-changed-meanwhile", "who", stored.changedName())), true);
        }
        Problem refusal = wrong != null ? wrong : refusal(stored);
        if (refusal != null) {
            return new Kept(stored.id(), Told.of(refusal), false);
        }
        int position = row.position() == null ? stored.position() : row.position();
        if (!cells.equals(stored.cells()) || position != stored.position()) {
            rows.cells(stored.id(), position, cells);
            from.put(Long.toString(stored.id()), stored.cells());
            to.put(Long.toString(stored.id()), cells);
        }
        return new Kept(stored.id(), null, false);
    }

    /** Why the acting user may not change this row now; null if they may. */
    public static @Nullable Problem refusal(StoredRow row) {
        if (!row.isEditable()) {
            StateName state = StateName.of(row.state());
            return problem("row-under-review", "state", state.zh(), "stateEn", state.en());
        }
        Actor actor = CurrentActor.get();
        boolean others = row.assignedTo() != null && !row.assignedTo().equals(actor.person());
        return others && !actor.is("performance-officer")
                ? problem("row-assigned-to-other", "who", String.valueOf(row.assignedName()))
                : null;
    }

    /** Copies the cells that are filled; answers what cannot be kept at all. */
    private static @Nullable Problem cells(
            Register register, @Nullable Map<String, String> given, Map<String, String> cells) {
        for (Map.Entry<String, String> cell : (given == null ? Map.<String, String>of() : given).entrySet()) {
            if (register.recordKind().indexOf(cell.getKey()) < 0) {
                return problem("cell-unknown-column", "found", cell.getKey(), "sheet", register.named());
            }
            String text = cell.getValue() == null ? "" : cell.getValue().strip();
            if (text.length() > LONGEST_TEXT) {
                return problem("cell-too-long", "found", text.length(), "expected", LONGEST_TEXT);
            }
            String clean = FORBIDDEN.matcher(text).replaceAll("");
            if (!clean.isEmpty()) {
                cells.put(cell.getKey(), clean);
            }
        }
        return null;
    }

    private static Problem problem(String code, Object... namesAndValues) {
        return Problem.of(code, Place.NONE, namesAndValues);
    }

    /** Removes rows; each can be brought back. */
    @Transactional
    public List<Outcome> remove(long department, int year, String name, @Nullable List<Mark> marks) {
        DepartmentYear open = years.open(department, year);
        Registers.register(rules.vocabulary(open.scheme()), name);
        List<Mark> list = checked(marks);
        Map<Long, StoredRow> held = rows.held(
                open, list.stream().map(Mark::id).filter(Objects::nonNull).toList());
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, Object> from = new TreeMap<>();
        List<Long> removed = new ArrayList<>();
        for (Mark mark : list) {
            StoredRow row = mark.id() == null ? null : held.get(mark.id());
            String key = String.valueOf(mark.id());
            if (row == null || !row.register().equals(name)) {
                outcomes.add(new Outcome(key, "refused", null, Told.of(problem("row-gone"))));
                continue;
            }
            Problem refusal = refusal(row);
            if (mark.version() == null || mark.version() != row.version()) {
                Told told = Told.of(problem("row-changed-meanwhile", "who", row.changedName()));
                outcomes.add(new Outcome(key, "conflict", Registers.RowView.of(row, List.of()), told));
            } else if (refusal != null) {
                outcomes.add(new Outcome(key, "refused", Registers.RowView.of(row, List.of()), Told.of(refusal)));
            } else {
                removed.add(row.id());
                from.put(Long.toString(row.id()), row.cells());
                outcomes.add(new Outcome(key, "saved", null, null));
            }
        }
        if (!removed.isEmpty()) {
            rows.remove(removed);
            changes.record(
                    Change.of("rows-removed", "rows", name).in(department).from(from));
        }
        return outcomes;
    }

    /** Brings removed rows back. */
    @Transactional
    public void restore(long department, int year, String name, @Nullable List<Long> ids) {
        DepartmentYear open = years.open(department, year);
        List<Long> restored = rows.restore(open, checked(ids));
        if (!restored.isEmpty()) {
            Map<String, Object> to = new TreeMap<>();
            rows.held(open, restored).forEach((id, row) -> to.put(Long.toString(id), row.cells()));
            changes.record(
                    Change.of("rows-restored", "rows", name).in(department).to(to));
        }
    }

    /** Whether there is nothing to report in a register. */
    @Transactional
    public void none(long department, int year, String name, @Nullable Boolean none) {
        DepartmentYear open = years.open(department, year);
        Register register = Registers.register(rules.vocabulary(open.scheme()), name);
        Form form = new Form();
        if (none == null) {
            form.wrong("none", "field-missing");
        }
        form.refuseIfWrong();
        boolean wanted = Objects.requireNonNull(none);
        if (register.shape() == Register.Shape.VALUES || (wanted && !rows.isEmpty(open, name))) {
            throw Rejection.of(HttpStatus.CONFLICT, "register-not-empty", "sheet", register.named());
        }
        boolean before = rows.none(open).contains(name);
        if (before != wanted) {
            rows.none(open, name, wanted);
            changes.record(Change.of("register-none", "register", name)
                    .in(department)
                    .from(Map.of("none", before))
                    .to(Map.of("none", wanted)));
        }
    }

    /** Makes a person answer for rows; null for nobody. */
    @Transactional
    public void assign(long department, int year, String name, @Nullable List<Long> ids, @Nullable Long person) {
        DepartmentYear open = years.open(department, year);
        Map<Long, StoredRow> held = rows.held(open, checked(ids));
        Map<String, Object> from = new TreeMap<>();
        Map<String, Object> to = new TreeMap<>();
        held.values().stream().filter(row -> row.register().equals(name)).forEach(row -> {
            from.put(Long.toString(row.id()), String.valueOf(row.assignedTo()));
            to.put(Long.toString(row.id()), String.valueOf(person));
        });
        if (to.isEmpty()) {
            throw Rejection.notFound();
        }
        rows.assign(to.keySet().stream().map(Long::valueOf).toList(), person);
        changes.record(Change.of("rows-assigned", "rows", name)
                .in(department)
                .from(from)
                .to(to));
    }
}
