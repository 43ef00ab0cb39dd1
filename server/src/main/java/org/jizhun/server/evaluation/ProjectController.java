package org.jizhun.server.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.server.calendar.Plan;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The scores of projects by a scheme for projects, beside that of their department by its own. */
@RestController
class ProjectController {

    private static final String YEAR = "/api/departments/{department}/years/{year}";

    private final FactSource facts;
    private final Evaluations evaluations;
    private final RuleBook rules;
    private final Plan plan;

    ProjectController(FactSource facts, Evaluations evaluations, RuleBook rules, Plan plan) {
        this.facts = facts;
        this.evaluations = evaluations;
        this.rules = rules;
        this.plan = plan;
    }

    record SchemeName(String id, String title, String titleEn) {

        static SchemeName of(Scheme scheme) {
            return new SchemeName(
                    scheme.id(), scheme.title().zh(), scheme.title().in(Language.EN));
        }
    }

    /** A project, or the department, whose code is empty; without scores where it has no indicators to be scored by. */
    record ProjectLine(
            String code,
            String name,
            @Nullable String total,
            @Nullable String attainable,
            @Nullable String grade) {}

    /**
     * The scores of projects beside that of their department.
     *
     * @param scheme by which the projects are scored
     * @param schemes all that could be
     */
    record Projects(
            SchemeName scheme,
            List<SchemeName> schemes,
            SchemeName departmentScheme,
            ProjectLine department,
            List<ProjectLine> projects) {}

    /** @param scheme one for projects; the first there is where it is left out */
    @GetMapping(YEAR + "/projects/evaluation")
    Projects projects(
            @PathVariable long department,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String scheme) {
        CaseReading reading = facts.read(department, year);
        Scheme chosen = projectScheme(scheme);
        Map<String, Evaluation> scored = new LinkedHashMap<>();
        evaluations
                .projects(reading, chosen.id())
                .forEach(each -> scored.put(each.project().orElse(""), each));
        Evaluation whole = evaluations.department(reading, Optional.empty());
        return new Projects(
                SchemeName.of(chosen),
                evaluations.projectSchemes().stream().map(SchemeName::of).toList(),
                SchemeName.of(whole.scheme()),
                line("", reading.facts().text("departmentName"), whole),
                evaluations.lastProjects(reading).stream()
                        .map(row -> line(row.text("code"), row.text("name"), scored.get(row.text("code"))))
                        .toList());
    }

    private Scheme projectScheme(@Nullable String id) {
        return id == null ? evaluations.projectSchemes().get(0) : rules.scheme(id);
    }

    private static ProjectLine line(String code, String name, @Nullable Evaluation scored) {
        return scored == null
                ? new ProjectLine(code, name, null, null, null)
                : new ProjectLine(
                        code,
                        name,
                        scored.total().points().toString(),
                        scored.attainable().points().toString(),
                        scored.grade().orElse(null));
    }

    /** One project, whole. */
    @GetMapping(YEAR + "/projects/{code}/evaluation")
    EvaluationController.Scored project(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String scheme) {
        CaseReading reading = facts.read(department, year);
        Evaluation evaluation = evaluations
                .projects(reading, projectScheme(scheme).id())
                .stream()
                .filter(each -> each.project().equals(Optional.of(code)))
                .findFirst()
                .orElseThrow(Rejection::notFound);
        return new EvaluationController.Scored(
                JsonMapper.shared().readTree(Snapshots.json(evaluation)),
                Owed.of(evaluation, reading, plan.of(reading.year())));
    }
}
