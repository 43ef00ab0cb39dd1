package org.jizhun.server.evaluation;

import java.util.List;
import java.util.Optional;
import org.jizhun.documents.score.ScoreJson;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.server.calendar.Plan;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.RuleBook;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scores of a department year, what-if, snapshots and comparisons. Evaluations are the JSON of docs/score-json.md. */
@RestController
class EvaluationController {

    private static final String YEAR = "/api/departments/{department}/years/{year}";
    private static final int MOST_CHANGES = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FactSource facts;
    private final Years years;
    private final Evaluations evaluations;
    private final Snapshots snapshots;
    private final RuleBook rules;
    private final Plan plan;

    EvaluationController(
            FactSource facts, Years years, Evaluations evaluations, Snapshots snapshots, RuleBook rules, Plan plan) {
        this.facts = facts;
        this.years = years;
        this.evaluations = evaluations;
        this.snapshots = snapshots;
        this.rules = rules;
        this.plan = plan;
    }

    record Scored(JsonNode evaluation, List<Owed> owed) {}

    /** What would be, beside what is. */
    record Tried(JsonNode evaluation, List<Owed> owed, Comparison.Result comparison) {}

    record WhatIfForm(@Nullable List<String> changes) {}

    record SnapshotForm(@Nullable String label) {}

    record SnapshotView(JsonNode evaluation, Snapshots.Recomputed recomputed) {}

    @GetMapping(YEAR + "/evaluation")
    Scored evaluation(
            @PathVariable long department,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String scheme) {
        CaseReading reading = facts.read(department, year);
        Evaluation evaluation = evaluations.department(reading, Optional.ofNullable(scheme));
        String json = ScoreJson.write(List.of(evaluation), List.of(evaluation), List.of(), reading.problems());
        return new Scored(JSON.readTree(json), owed(evaluation, reading));
    }

    @PostMapping(YEAR + "/evaluation/what-if")
    Tried whatIf(@PathVariable long department, @PathVariable int year, @RequestBody WhatIfForm body) {
        Form form = new Form();
        List<String> changes = body.changes() == null ? List.of() : body.changes();
        if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
            form.wrong("changes", "field-out-of-range", "found", changes.size(), "expected", "1–" + MOST_CHANGES);
        }
        form.refuseIfWrong();
        CaseReading reading = facts.read(department, year);
        Evaluation before = evaluations.department(reading, Optional.empty());
        FactSet changed = evaluations.changed(reading.facts(), changes);
        Evaluation after = evaluations.department(changed, reading.year().scheme());
        String json = ScoreJson.write(List.of(before), List.of(after), changes, reading.problems());
        Comparison.Result comparison =
                Comparison.of(JSON.readTree(Snapshots.json(before)), JSON.readTree(Snapshots.json(after)));
        return new Tried(JSON.readTree(json), owed(after, reading), comparison);
    }

    private List<Owed> owed(Evaluation evaluation, CaseReading reading) {
        return Owed.of(evaluation, reading, plan.of(reading.year()));
    }

    /**
     * What the score of one line rests on.
     *
     * @param line a criterion with a rule, or a row under a roll-up
     * @param project the project that is scored; the department where it is left out
     */
    @GetMapping(YEAR + "/evaluation/lines/{line}/grounds")
    Grounds grounds(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable String line,
            @RequestParam(required = false) @Nullable String scheme,
            @RequestParam(required = false) @Nullable String project) {
        CaseReading reading = facts.read(department, year);
        String chosen = scheme == null ? reading.year().scheme() : scheme;
        return Grounds.of(rules.scheme(chosen), reading, rules.calendar(), Optional.ofNullable(project), line)
                .orElseThrow(Rejection::notFound);
    }

    @GetMapping(YEAR + "/snapshots")
    List<Snapshots.Snapshot> snapshots(@PathVariable long department, @PathVariable int year) {
        return snapshots.of(department, year);
    }

    @PostMapping(YEAR + "/snapshots")
    @ResponseStatus(HttpStatus.CREATED)
    Snapshots.Snapshot take(@PathVariable long department, @PathVariable int year, @RequestBody SnapshotForm body) {
        return snapshots.take(department, year, body.label());
    }

    @GetMapping(YEAR + "/snapshots/{id}")
    @Transactional(readOnly = true)
    SnapshotView snapshot(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return new SnapshotView(
                JSON.readTree(snapshots.evaluation(department, year, id)), snapshots.recompute(department, year, id));
    }

    /** @param with another snapshot; the present state where it is left out */
    @GetMapping(YEAR + "/snapshots/{id}/comparison")
    Comparison.Result compare(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long with) {
        JsonNode before = JSON.readTree(snapshots.evaluation(department, year, id));
        JsonNode after =
                with == null ? current(department, year) : JSON.readTree(snapshots.evaluation(department, year, with));
        return Comparison.of(before, after);
    }

    @GetMapping(YEAR + "/comparison/last-year")
    Comparison.Result lastYear(@PathVariable long department, @PathVariable int year) {
        if (years.find(department, year - 1).isEmpty()) {
            throw Rejection.of(HttpStatus.NOT_FOUND, "year-before-missing", "year", year - 1);
        }
        return Comparison.of(current(department, year - 1), current(department, year));
    }

    private JsonNode current(long department, int year) {
        return JSON.readTree(Snapshots.json(evaluations.department(facts.read(department, year), Optional.empty())));
    }
}
