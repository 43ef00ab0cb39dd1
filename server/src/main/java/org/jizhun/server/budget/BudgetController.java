package org.jizhun.server.budget;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jizhun.documents.workbook.PlainTable;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.scheme.Criterion;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.server.evaluation.Evaluations;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.Imports;
import org.jizhun.server.register.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The budget with its sums and what does not agree in it, and the curve of its execution. */
@RestController
class BudgetController {

    private static final String YEAR = "/api/departments/{department}/years/{year}";
    private static final Set<String> REGISTERS = Set.of("budget", "projects");

    /** What must add up; other mistakes of these registers stand in their cells. */
    private static final Set<String> IDENTITIES =
            Set.of("adjusted-differs", "parts-differ", "projects-differ", "level-mismatch", "level-without-parent");

    private final FactSource facts;
    private final Evaluations evaluations;
    private final Bulletins bulletins;

    BudgetController(FactSource facts, Evaluations evaluations, Bulletins bulletins) {
        this.facts = facts;
        this.evaluations = evaluations;
        this.bulletins = bulletins;
    }

    /** @param unplanned project spending of the budget that no project of level 1 accounts for; null where there is none */
    record View(
            List<BudgetLines.Line> lines,
            List<ProjectLines.Line> projects,
            ProjectLines.@Nullable Line unplanned,
            List<Told> identities) {}

    @GetMapping(YEAR + "/budget")
    View budget(@PathVariable long department, @PathVariable int year) {
        CaseReading reading = facts.read(department, year);
        List<String> labels = reading.vocabulary().registers().stream()
                .filter(register -> REGISTERS.contains(register.name()))
                .map(register -> register.label())
                .toList();
        List<Told> identities = reading.problems().stream()
                .filter(problem -> IDENTITIES.contains(problem.code()))
                .filter(problem ->
                        labels.contains(String.valueOf(problem.place().sheet())))
                .map(Told::placed)
                .toList();
        List<Row> budget = reading.facts().rows("budget");
        ProjectLines projects = ProjectLines.of(reading.facts().rows("projects"));
        return new View(
                BudgetLines.of(budget),
                projects.lines(),
                projects.unplanned(budget).orElse(null),
                identities);
    }

    @GetMapping(YEAR + "/budget/execution")
    ExecutionCurve.View execution(@PathVariable long department, @PathVariable int year) {
        CaseReading reading = facts.read(department, year);
        Evaluation now = evaluations.department(reading, Optional.empty());
        Optional<Criterion> criterion = ExecutionCurve.criterion(now.scheme());
        FactSet completed = ExecutionCurve.completed(
                reading.facts(), criterion.map(ExecutionCurve::cap).orElse(org.jizhun.kernel.quantity.Exact.ONE));
        Evaluation best = evaluations.department(completed, reading.year().scheme());
        return ExecutionCurve.of(reading.facts(), criterion, now, best);
    }

    record Pasted(@Nullable String text) {}

    @PostMapping(path = YEAR + "/execution-bulletin", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Imports.Import pasted(@PathVariable long department, @PathVariable int year, @RequestBody Pasted body) {
        String text = body.text() == null ? "" : body.text().strip();
        if (text.isEmpty()) {
            throw Rejection.at("text", "field-missing");
        }
        return bulletins.preview(department, year, "text", Bulletin.lines(text), Bulletins.PASTED);
    }

    @PostMapping(path = YEAR + "/execution-bulletin", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Imports.Import uploaded(
            @PathVariable long department, @PathVariable int year, @RequestParam("file") MultipartFile file)
            throws IOException {
        if (file.isEmpty()) {
            throw Rejection.at("file", "field-missing");
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return bulletins.preview(department, year, "file", PlainTable.read(name, file.getBytes()), name);
    }
}
