package org.jizhun.server.goal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.server.platform.Form;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.Rows;
import org.jizhun.server.register.RuleBook;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Told;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The quality of the goals of a year, and of a row that is being typed. */
@RestController
class GoalController {

    private static final String YEAR = "/api/departments/{department}/years/{year}";
    private static final String QUALITY = YEAR + "/goal-quality";
    private static final List<String> REGISTERS = List.of("goals", "tasks", "projects", "indicators");

    private final FactSource facts;
    private final RuleBook rules;
    private final Years years;
    private final Rows rows;
    private final GoalWords words = GoalWords.standard();

    GoalController(FactSource facts, RuleBook rules, Years years, Rows rows) {
        this.facts = facts;
        this.rules = rules;
        this.years = years;
        this.rows = rows;
    }

    /**
     * @param where the register and what its row is called
     * @param row the number of the row in the database
     */
    record FindingView(
            String register,
            String where,
            @Nullable Long row,
            @Nullable String column,
            String code,
            String severity,
            String zh,
            String en,
            String adviceZh,
            String adviceEn) {}

    record View(List<FindingView> findings, GoalLinks.Coverage coverage) {}

    /** @param rows the numbers of the rows in the database by register, in the order that the lines of the links count */
    record Links(List<GoalLinks.Task> tasks, GoalLinks.Coverage coverage, Map<String, List<Long>> rows) {}

    /** @param row the number of the row; null for one that was not saved yet */
    record RowForm(
            @Nullable String register,
            @Nullable Long row,
            @Nullable Map<String, String> cells) {}

    @GetMapping(QUALITY)
    View quality(@PathVariable long department, @PathVariable int year) {
        CaseReading reading = facts.read(department, year);
        return new View(
                GoalQuality.of(withLastYear(reading.facts(), department, year), words).stream()
                        .map(finding -> view(finding, reading))
                        .toList(),
                GoalLinks.of(reading.facts()).coverage());
    }

    private FactSet withLastYear(FactSet now, long department, int year) {
        return years.find(department, year - 1)
                .map(before -> LastYear.into(now, facts.read(before).facts()))
                .orElse(now);
    }

    /** Which task, project, money and indicator hang together. */
    @GetMapping(YEAR + "/goal-links")
    Links links(@PathVariable long department, @PathVariable int year) {
        CaseReading reading = facts.read(department, year);
        GoalLinks links = GoalLinks.of(reading.facts());
        Map<String, List<Long>> ids = new LinkedHashMap<>();
        REGISTERS.forEach(register -> ids.put(
                register, reading.rows(register).stream().map(StoredRow::id).toList()));
        return new Links(links.tasks(), links.coverage(), ids);
    }

    /** What became of the goals since they were approved. */
    @GetMapping(YEAR + "/goal-changes")
    @Transactional(readOnly = true)
    public List<GoalChanges.Change> changes(@PathVariable long department, @PathVariable int year) {
        CaseReading reading = facts.read(department, year);
        List<StoredRow> removed = rows.removedAfterApproval(reading.year());
        return reading.vocabulary().registers().stream()
                .filter(register -> REGISTERS.contains(register.name()))
                .flatMap(register -> GoalChanges.of(register, reading.rows(register.name()), removed).stream())
                .toList();
    }

    private static FindingView view(GoalQuality.Finding finding, CaseReading reading) {
        List<StoredRow> rows = reading.rows(finding.register());
        Told told = Told.of(finding.problem(), finding.column());
        return new FindingView(
                finding.register(),
                where(finding, reading),
                finding.index() < rows.size() ? rows.get(finding.index()).id() : null,
                told.column(),
                told.code(),
                told.severity(),
                told.zh(),
                told.en(),
                told.adviceZh(),
                told.adviceEn());
    }

    private static String where(GoalQuality.Finding finding, CaseReading reading) {
        List<StoredRow> rows = reading.rows(finding.register());
        return reading.vocabulary()
                .register(finding.register())
                .map(register -> {
                    String title = finding.index() < rows.size()
                            ? rows.get(finding.index()).cells().getOrDefault(register.rowName(), "")
                            : "";
                    return register.label() + " · " + (title.isEmpty() ? finding.index() + 1 : title);
                })
                .orElse("");
    }

    /** What is weak in one row as it stands in the form, whether or not it is saved. */
    @PostMapping(QUALITY + "/check")
    List<Told> check(@PathVariable long department, @PathVariable int year, @RequestBody RowForm body) {
        Form form = new Form();
        String register = form.oneOf("register", body.register(), REGISTERS);
        Map<String, String> cells = body.cells();
        if (cells == null) {
            form.wrong("cells", "field-missing");
        }
        form.refuseIfWrong();
        CaseReading reading = facts.read(department, year);
        List<StoredRow> stored = reading.rows(register);
        List<Map<String, String>> rows =
                new ArrayList<>(stored.stream().map(StoredRow::cells).toList());
        int at = rows.size();
        for (int i = 0; i < stored.size(); i++) {
            at = Objects.equals(stored.get(i).id(), body.row()) ? i : at;
        }
        if (at == rows.size()) {
            rows.add(Objects.requireNonNull(cells));
        } else {
            rows.set(at, Objects.requireNonNull(cells));
        }
        Map<String, List<Map<String, String>>> tables =
                new LinkedHashMap<>(reading.cells().tables());
        tables.put(register, rows);
        FactSet changed = new CaseReader(rules.schemes(), rules.calendar())
                .read(new CaseCells(tables, reading.cells().values()))
                .value();
        int wanted = at;
        return GoalQuality.of(withLastYear(changed, department, year), words).stream()
                .filter(finding -> finding.register().equals(register) && finding.index() == wanted)
                .map(finding -> Told.of(finding.problem(), finding.column()))
                .toList();
    }
}
