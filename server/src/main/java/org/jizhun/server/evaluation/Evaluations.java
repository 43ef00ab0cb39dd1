package org.jizhun.server.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.documents.workbook.WhatIf;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scheme.Subject;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.kernel.scoring.Scoring;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.RuleBook;
import org.springframework.stereotype.Service;

/** Calls the kernel: a department by a department's scheme, each of its projects by a project's scheme. */
@Service
public class Evaluations {

    private final RuleBook rules;

    Evaluations(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * @param schemeId another scheme than the year's
     * @throws Refusal if there is no such scheme, or it is one for projects
     */
    public Evaluation department(CaseReading reading, Optional<String> schemeId) {
        return department(reading.facts(), schemeId.orElse(reading.year().scheme()));
    }

    /** Facts that are not, or not yet, those of the year: what-if. */
    public Evaluation department(FactSet facts, String schemeId) {
        return Scoring.score(rules.scheme(schemeId), facts, rules.calendar());
    }

    /** @throws Refusal if a change cannot be made */
    FactSet changed(FactSet facts, List<String> changes) {
        Result<FactSet> changed = WhatIf.apply(facts, changes);
        if (changed.hasErrors()) {
            throw new Refusal(changed.problems());
        }
        return changed.value();
    }

    /** Every project that has indicators of its own, by the given scheme. */
    List<Evaluation> projects(CaseReading reading, String schemeId) {
        Scheme scheme = rules.scheme(schemeId);
        FactSet facts = reading.facts();
        Set<String> withIndicators = column(facts, "indicators", "project");
        return facts.rows("projects").stream()
                .map(row -> row.text("code"))
                .filter(code -> !code.isEmpty() && withIndicators.contains(code))
                .map(code -> Scoring.scoreProject(scheme, facts, rules.calendar(), code))
                .toList();
    }

    /** The projects under which there are no others, and those above that have indicators of their own. */
    List<Row> lastProjects(CaseReading reading) {
        FactSet facts = reading.facts();
        Set<String> parents = column(facts, "projects", "parent");
        Set<String> withIndicators = column(facts, "indicators", "project");
        return facts.rows("projects").stream()
                .filter(row -> !row.text("code").isEmpty())
                .filter(row -> !parents.contains(row.text("code")) || withIndicators.contains(row.text("code")))
                .toList();
    }

    private static Set<String> column(FactSet facts, String register, String column) {
        return facts.rows(register).stream().map(row -> row.text(column)).collect(Collectors.toSet());
    }

    /** The schemes that score single projects. */
    List<Scheme> projectSchemes() {
        return rules.schemes().all().stream()
                .filter(scheme -> scheme.subject() == Subject.PROJECT)
                .toList();
    }
}
