package org.jizhun.server.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jizhun.server.platform.Rejection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ConcurrentReferenceHashMap;

/** The one place from which facts of a department year come: its rows, read as a workbook of the same content would be. */
@Service
public class FactSource {

    private final Years years;
    private final Rows rows;
    private final RuleBook rules;
    private final Clock clock;
    private final Map<Long, Known> latest = new ConcurrentReferenceHashMap<>();

    /** What was last made of a year's cells: the same cells give the same facts and problems. Given up when memory is short. */
    private record Known(CaseCells cells, Result<FactSet> facts) {}

    FactSource(Years years, Rows rows, RuleBook rules, Clock clock) {
        this.years = years;
        this.rows = rows;
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws Rejection if the year is not there or not to be seen */
    @Transactional(readOnly = true)
    public CaseReading read(long department, int year) {
        return read(years.one(department, year));
    }

    @Transactional(readOnly = true)
    public CaseReading read(DepartmentYear year) {
        Map<String, List<StoredRow>> stored = rows.of(year);
        Vocabulary vocabulary = rules.vocabulary(year.scheme());
        CaseCells cells = CaseReading.cells(vocabulary, stored, rows.none(year), year.year(), year.scheme());
        Result<FactSet> facts = facts(year.id(), cells);
        List<Problem> problems = LocalDate.now(clock).getYear() > year.year()
                ? facts.problems()
                : facts.problems().stream()
                        .filter(problem -> !isKnownAtYearEnd(problem, vocabulary))
                        .toList();
        return new CaseReading(year, vocabulary, stored, cells, facts.value(), problems);
    }

    /** A blank that nobody can fill while the year runs, such as the final accounts. */
    private static boolean isKnownAtYearEnd(Problem problem, Vocabulary vocabulary) {
        int column = problem.place().column() - 1;
        return problem.code().equals("cell-missing")
                && vocabulary.registers().stream()
                        .filter(register ->
                                register.label().equals(problem.place().sheet()))
                        .anyMatch(register -> column >= 0
                                && column < register.columns().size()
                                && register.columns().get(column).atYearEnd());
    }

    private Result<FactSet> facts(long year, CaseCells cells) {
        Known known = latest.get(year);
        if (known == null || !known.cells().equals(cells)) {
            known = new Known(cells, new CaseReader(rules.schemes(), rules.calendar()).read(cells));
            latest.put(year, known);
        }
        return known.facts();
    }
}
