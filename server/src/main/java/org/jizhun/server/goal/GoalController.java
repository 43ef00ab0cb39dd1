package org.jizhun.server.goal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.server.platform.Form;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.RuleBook;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The quality of the goals of a year, and of a row that is being typed. */
@RestController
class GoalController {

    private static final String QUALITY = "/api/departments/{department}/years/{year}/goal-quality";
    private static final Set<String> REGISTERS = Set.of("goals", "tasks", "projects", "indicators");

    private final FactSource facts;
    private final RuleBook rules;
    private final GoalWords words = GoalWords.standard();

    GoalController(FactSource facts, RuleBook rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /** @param row the number of the row in the database */
    record FindingView(
            String register,
            @Nullable Long row,
            @Nullable String column,
            String code,
            String severity,
            String zh,
            String en,
            String adviceZh,
            String adviceEn) {}

    record View(List<FindingView> findings, GoalQuality.Coverage coverage) {}

    /** @param row the number of the row; null for one that was not saved yet */
    record RowForm(
            @Nullable String register,
            @Nullable Long row,
            @Nullable Map<String, String> cells) {}

    @GetMapping(QUALITY)
    View quality(@PathVariable long department, @PathVariable int year) {
        CaseReading reading = facts.read(department, year);
        return new View(
                GoalQuality.of(reading.facts(), words).stream()
                        .map(finding -> view(finding, reading))
                        .toList(),
                GoalQuality.coverage(reading.facts()));
    }

    private static FindingView view(GoalQuality.Finding finding, CaseReading reading) {
        List<StoredRow> rows = reading.rows(finding.register());
        Told told = Told.of(finding.problem(), finding.column());
        return new FindingView(
                finding.register(),
                finding.index() < rows.size() ? rows.get(finding.index()).id() : null,
                told.column(),
                told.code(),
                told.severity(),
                told.zh(),
                told.en(),
                told.adviceZh(),
                told.adviceEn());
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
        return GoalQuality.of(changed, words).stream()
                .filter(finding -> finding.register().equals(register) && finding.index() == wanted)
                .map(finding -> Told.of(finding.problem(), finding.column()))
                .toList();
    }
}
