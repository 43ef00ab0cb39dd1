package org.jizhun.kernel.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.scheme.Scheme;

/** Rows that name a criterion which the scheme does not have: a typing mistake that would silently count for nothing. */
final class UnknownCriteria {

    private static final List<String> REGISTERS =
            List.of("statedScores", "notApplicable", "judgements", "checks", "deductions");

    private UnknownCriteria() {}

    /** Nothing is told for a project, whose case also holds the department's rows. */
    static List<Problem> in(Scheme scheme, FactSet facts, boolean project) {
        List<Problem> problems = new ArrayList<>();
        for (String register : project ? List.<String>of() : REGISTERS) {
            for (Row row : facts.rows(register)) {
                String id = row.text("criterion");
                if (!id.contains(":") && scheme.criterion(id).isEmpty()) {
                    problems.add(Problem.of(
                            "score-criterion-unknown",
                            row.place(),
                            "found",
                            id,
                            "register",
                            register,
                            "scheme",
                            scheme.id()));
                }
            }
        }
        return problems;
    }
}
