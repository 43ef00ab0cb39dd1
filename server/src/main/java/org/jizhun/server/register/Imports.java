package org.jizhun.server.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.problem.Named;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.Jobs;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.StoredImports.StoredImport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes workbooks in: first shows what would change, changes it when confirmed, and can undo it. */
@Service
public class Imports {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, List<Changed>>> CHANGED = new TypeReference<>() {};
    private static final int STEP = 1000;

    private final StoredImports imports;
    private final Years years;
    private final Rows rows;
    private final FactSource facts;
    private final RuleBook rules;
    private final ChangeLog changes;

    Imports(StoredImports imports, Years years, Rows rows, FactSource facts, RuleBook rules, ChangeLog changes) {
        this.imports = imports;
        this.years = years;
        this.rows = rows;
        this.facts = facts;
        this.rules = rules;
        this.changes = changes;
    }

    /** A row that a confirmed import changed, as it was before; null where it was added. */
    record Changed(long id, int version, @Nullable Map<String, String> before) {}

    /**
     * What a file would do to a register.
     *
     * @param heldUp rows that would change but are under review; they are left as they are
     * @param shown the first rows it adds or changes
     */
    public record Part(
            String name,
            String label,
            int added,
            int changed,
            int same,
            int heldUp,
            List<ChangedRow> shown,
            List<Told> problems) {}

    /**
     * A row before and after, by English column name: the cells that differ, and those the row is known by.
     *
     * @param before null where the row is new
     */
    public record ChangedRow(@Nullable Map<String, String> before, Map<String, String> after) {}

    /**
     * @param registers what it would change; empty once it is confirmed or undone
     * @param refusal why the reader may not take it back; null if they may
     */
    public record Import(
            long id,
            String file,
            String state,
            String by,
            Instant at,
            List<Part> registers,
            List<Told> problems,
            @Nullable Told refusal) {}

    /**
     * What a workbook holds, be it a whole case or the sheet of one register.
     *
     * @param scheme whose sheets are looked for
     * @throws org.jizhun.kernel.problem.Refusal if it cannot be read
     */
    public Result<CaseCells> read(String file, InputStream content, String scheme) {
        try {
            Path folder = Files.createTempDirectory("jizhun-import");
            Path copy = folder.resolve("import.xlsx");
            try {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                return new CaseReader(rules.schemes(), rules.calendar()).cells(copy, scheme);
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file, failure);
        }
    }

    /** Keeps the cells of a file and says what they would change. */
    @Transactional
    public Import preview(long department, int year, String file, CaseCells cells, List<Problem> problems) {
        DepartmentYear open = years.open(department, year);
        long id = imports.add(open, file, JSON.writeValueAsString(cells));
        return view(open, held(open, id), problems);
    }

    private StoredImport held(DepartmentYear year, long id) {
        return imports.held(year, id).orElseThrow(Rejection::notFound);
    }

    private Import view(DepartmentYear year, StoredImport stored, List<Problem> problems) {
        List<Part> parts = new ArrayList<>();
        if (stored.state().equals("previewed")) {
            CaseReading reading = facts.read(year);
            CaseCells cells = JSON.readValue(stored.cells(), CaseCells.class);
            List<Problem> unreadable = new CaseReader(rules.schemes(), rules.calendar())
                    .read(among(cells, reading.cells()))
                    .problems();
            for (Register register : reading.vocabulary().registers()) {
                part(register, cells, reading, unreadable).ifPresent(parts::add);
            }
        }
        return new Import(
                stored.id(),
                stored.file(),
                stored.state(),
                stored.by(),
                stored.at(),
                parts,
                problems.stream().map(Told::of).toList(),
                refusal(stored));
    }

    private static @Nullable Told refusal(StoredImport stored) {
        return BroughtIn.refusal(stored.takenBy(), stored.by()).map(Told::of).orElse(null);
    }

    /** The file's rows among what else the year has: a sheet that names rows of another register is not wrong for being alone. */
    private static CaseCells among(CaseCells file, CaseCells present) {
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>(present.tables());
        tables.putAll(file.tables());
        Map<String, Map<String, String>> values = new LinkedHashMap<>(present.values());
        file.values().forEach((register, cells) -> {
            Map<String, String> merged = new LinkedHashMap<>(cells);
            // The year and the scheme are those of the year it is taken into.
            merged.putAll(present.values().getOrDefault(register, Map.of()));
            merged.putAll(register.equals("department") ? ImportPlan.own(cells) : cells);
            values.put(register, merged);
        });
        return new CaseCells(tables, values);
    }

    private static Optional<Part> part(
            Register register, CaseCells cells, CaseReading reading, List<Problem> unreadable) {
        List<ImportPlan.Step> steps = ImportPlan.of(register, cells, reading.rows(register.name()));
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        int added = (int) steps.stream().filter(step -> step.existing() == null).count();
        int same = (int) steps.stream().filter(ImportPlan.Step::isSame).count();
        int heldUp = (int) steps.stream().filter(ImportPlan.Step::isHeldUp).count();
        List<Told> told = unreadable.stream()
                .filter(problem -> register.label().equals(problem.place().sheet()))
                .map(Told::placed)
                .toList();
        return Optional.of(new Part(
                register.name(),
                register.label(),
                added,
                steps.size() - added - same - heldUp,
                same,
                heldUp,
                ImportPlan.shown(register, steps),
                told));
    }

    /** The imports of a year, the newest first. */
    @Transactional(readOnly = true)
    public List<Import> of(long department, int year) {
        return imports.of(years.one(department, year)).stream()
                .map(each -> new Import(
                        each.id(),
                        each.file(),
                        each.state(),
                        each.by(),
                        each.at(),
                        List.of(),
                        List.of(),
                        refusal(each)))
                .toList();
    }

    /** @throws Rejection if the import is not there to be confirmed */
    @Transactional
    public void refuseUnlessPreviewed(long department, int year, long id) {
        expected(years.open(department, year), id, "previewed");
    }

    /**
     * Takes the rows in, all or none.
     *
     * @param wanted the registers to take in; all where it is empty
     */
    @Transactional
    public Import confirm(long department, int year, long id, Set<String> wanted, Jobs.Progress progress) {
        DepartmentYear open = years.open(department, year);
        StoredImport stored = expected(open, id, "previewed");
        CaseReading reading = facts.read(open);
        CaseCells cells = JSON.readValue(stored.cells(), CaseCells.class);
        Map<String, List<Changed>> changed = new LinkedHashMap<>();
        List<Register> registers = reading.vocabulary().registers();
        for (Register register : registers) {
            progress.at(registers.indexOf(register), registers.size(), "keeping");
            if (wanted.isEmpty() || wanted.contains(register.name())) {
                List<Changed> those = apply(open, register, cells, reading, stored.file());
                if (!those.isEmpty()) {
                    changed.put(register.name(), those);
                }
            }
        }
        imports.mark(id, "confirmed", JSON.writeValueAsString(changed));
        return view(open, held(open, id), List.of());
    }

    /** Who may not change it does not see it to be held, and would be told that it is not there. */
    private StoredImport expected(DepartmentYear open, long id, String state) {
        imports.one(open, id).ifPresent(each -> BroughtIn.refuseIfOfAnother(each.takenBy(), each.by()));
        StoredImport stored = held(open, id);
        if (!stored.state().equals(state)) {
            throw Rejection.of(HttpStatus.CONFLICT, "import-not-" + state);
        }
        return stored;
    }

    private List<Changed> apply(
            DepartmentYear year, Register register, CaseCells cells, CaseReading reading, String file) {
        List<StoredRow> stored = reading.rows(register.name());
        Map<Long, StoredRow> held =
                rows.held(year, stored.stream().map(StoredRow::id).toList());
        List<Changed> changed = new ArrayList<>();
        Map<String, Object> from = new TreeMap<>();
        Map<String, Object> to = new TreeMap<>();
        int last = rows.lastPosition(year, register.name());
        for (ImportPlan.Step step : ImportPlan.of(register, cells, List.copyOf(held.values()))) {
            StoredRow existing = step.existing();
            if (existing == null) {
                last += STEP;
                long id = rows.insert(year, register.name(), last, step.cells());
                changed.add(new Changed(id, 1, null));
                to.put(Long.toString(id), step.cells());
            } else if (!step.isSame() && !step.isHeldUp()) {
                rows.cells(existing.id(), existing.position(), step.cells());
                changed.add(new Changed(existing.id(), existing.version() + 1, existing.cells()));
                from.put(Long.toString(existing.id()), existing.cells());
                to.put(Long.toString(existing.id()), step.cells());
            }
        }
        boolean none = cells.tables().containsKey(register.name())
                && cells.tables().get(register.name()).isEmpty();
        if (none && stored.isEmpty()) {
            rows.none(year, register.name(), true);
        } else if (!to.isEmpty()) {
            rows.none(year, register.name(), false);
        }
        if (!to.isEmpty()) {
            changes.record(Change.of("rows-imported", "rows", register.name())
                    .in(year.department())
                    .from(from)
                    .to(to)
                    .because(file));
        }
        return changed;
    }

    /** Undoes a confirmed import; rows that somebody changed since stay as they are, and are told. */
    @Transactional
    public Import undo(long department, int year, long id) {
        DepartmentYear open = years.open(department, year);
        StoredImport stored = expected(open, id, "confirmed");
        Map<String, List<Changed>> changed =
                JSON.readValue(Objects.requireNonNullElse(stored.changed(), "{}"), CHANGED);
        List<Problem> left = new ArrayList<>();
        changed.forEach((register, those) -> undo(open, register, those, stored.file(), left));
        imports.mark(id, "undone", null);
        return view(open, held(open, id), left);
    }

    private void undo(DepartmentYear year, String register, List<Changed> those, String file, List<Problem> left) {
        Map<Long, StoredRow> held =
                rows.held(year, those.stream().map(Changed::id).toList());
        List<Long> added = new ArrayList<>();
        Map<String, Object> from = new TreeMap<>();
        Map<String, Object> to = new TreeMap<>();
        int kept = 0;
        for (Changed each : those) {
            StoredRow row = held.get(each.id());
            if (row == null || row.version() != each.version()) {
                kept++;
                continue;
            }
            from.put(Long.toString(row.id()), row.cells());
            if (each.before() == null) {
                added.add(row.id());
            } else {
                rows.cells(row.id(), row.position(), each.before());
                to.put(Long.toString(row.id()), each.before());
            }
        }
        if (!added.isEmpty()) {
            rows.remove(added);
        }
        if (!from.isEmpty()) {
            changes.record(Change.of("import-undone", "rows", register)
                    .in(year.department())
                    .from(from)
                    .to(to)
                    .because(file));
        }
        if (kept > 0) {
            Named label = rules.vocabulary(year.scheme())
                    .register(register)
                    .map(Register::named)
                    .orElse(new Named(register, register));
            left.add(Problem.of(
                    "import-rows-changed-since", org.jizhun.kernel.problem.Place.NONE, "sheet", label, "count", kept));
        }
    }
}
