package org.jizhun.kernel.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;

/**
 * What a scheme for projects sees of a case: its own row among {@code projects}, or, where that has no amounts, the last
 * projects under it; its own indicators; contracts and procurements of it and of the projects under it. In the registers
 * that name a criterion, {@code P1:quality} is meant for project P1 only, and {@code quality} for every project.
 */
final class ProjectFacts {

    private static final List<String> BY_CRITERION =
            List.of("statedScores", "notApplicable", "judgements", "checks", "deductions");

    private ProjectFacts() {}

    static FactSet of(FactSet facts, String code) {
        Set<String> family = family(facts, code);
        FactSet.Builder builder = facts.toBuilder();
        keep(builder, facts, "projects", own(facts, code, family));
        keep(builder, facts, "indicators", row -> row.text("project").equals(code));
        keep(builder, facts, "contracts", row -> family.contains(row.text("project")));
        keep(builder, facts, "procurements", row -> family.contains(row.text("project")));
        for (String register : BY_CRITERION) {
            if (facts.has(register)) {
                builder.rows(register, forProject(facts.rows(register), code));
            }
        }
        return builder.build();
    }

    private static void keep(FactSet.Builder builder, FactSet facts, String register, Predicate<Row> kept) {
        if (facts.has(register)) {
            builder.rows(register, facts.rows(register).stream().filter(kept).toList());
        }
    }

    private static Predicate<Row> own(FactSet facts, String code, Set<String> family) {
        boolean complete = facts.rows("projects").stream()
                .anyMatch(row -> row.text("code").equals(code)
                        && row.get("adjusted") != null
                        && row.get("actualSpending") != null);
        Set<String> parents = new HashSet<>();
        facts.rows("projects").forEach(row -> parents.add(row.text("parent")));
        return row -> complete
                ? row.text("code").equals(code)
                : family.contains(row.text("code")) && !parents.contains(row.text("code"));
    }

    /** The project and everything under it, at any depth; rows that name each other as parents do not loop. */
    private static Set<String> family(FactSet facts, String code) {
        Set<String> family = new HashSet<>(Set.of(code));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Row row : facts.rows("projects")) {
                grown |= family.contains(row.text("parent")) && family.add(row.text("code"));
            }
        }
        return family;
    }

    private static List<Row> forProject(List<Row> rows, String code) {
        List<Row> kept = new ArrayList<>();
        String prefix = code + ":";
        for (Row row : rows) {
            String id = row.text("criterion");
            if (id.startsWith(prefix)) {
                kept.add(row.with(row.kind().indexOf("criterion"), id.substring(prefix.length())));
            } else if (!id.contains(":")) {
                kept.add(row);
            }
        }
        return kept;
    }
}
