package org.jizhun.server.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.documents.workbook.CaseReader;
import org.jizhun.documents.workbook.KeptTables;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.Rejection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place from which facts of a department year come: its rows, read as a workbook of the same content would be. What was
 * read last is kept, and given again only to who is shown, by the database and under their own row-level security, that it is
 * still the same; of what changed only the changed rows are read.
 */
@Service
public class FactSource {

    private static final Comparator<StoredRow> IN_ORDER = Comparator.comparing(StoredRow::register)
            .thenComparing(StoredRow::position)
            .thenComparing(StoredRow::id);

    private final Years years;
    private final Rows rows;
    private final RuleBook rules;
    private final Clock clock;
    private final RecentReadings recent = new RecentReadings();

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
        Stand stand = rows.stand(year);
        return recent.find(year, stand).orElseGet(() -> {
            CaseReading reading = read(year, stand, recent.newest(year));
            recent.keep(stand, reading);
            return reading;
        });
    }

    /** While the year runs, without what nobody can fill yet. */
    private List<Problem> problems(DepartmentYear year, Vocabulary vocabulary, List<Problem> all) {
        return LocalDate.now(clock).getYear() > year.year()
                ? all
                : all.stream()
                        .filter(problem -> !isKnownAtYearEnd(problem, vocabulary))
                        .toList();
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

    /** Rows may have changed again since the stand was read; then the next stand says so, and they are read once more. */
    private CaseReading read(DepartmentYear year, Stand stand, Optional<RecentReadings.Kept> last) {
        Map<String, List<StoredRow>> stored =
                last.map(kept -> changed(year, stand, kept)).orElseGet(() -> rows.of(year)).stream()
                        .sorted(IN_ORDER)
                        .collect(Collectors.groupingBy(StoredRow::register, LinkedHashMap::new, Collectors.toList()));
        Vocabulary vocabulary = rules.vocabulary(year.scheme());
        CaseCells cells = CaseReading.cells(vocabulary, stored, stand.none(), year.year(), year.scheme());
        Optional<CaseReading> before = last.map(RecentReadings.Kept::reading);
        CaseReader.Reading read = before.filter(known -> known.cells().equals(cells))
                .map(CaseReading::read)
                .orElseGet(() -> new CaseReader(rules.schemes(), rules.calendar())
                        .read(cells, before.map(known -> known.read().tables()).orElse(KeptTables.NONE)));
        return new CaseReading(
                year,
                vocabulary,
                stored,
                cells,
                read,
                problems(year, vocabulary, read.result().problems()));
    }

    private List<StoredRow> changed(DepartmentYear year, Stand stand, RecentReadings.Kept last) {
        List<Long> changed = stand.changedSince(last.stand());
        Set<Long> still = stand.ids();
        still.removeAll(changed);
        List<StoredRow> all = new ArrayList<>(rows.of(year, changed));
        last.reading()
                .rows()
                .values()
                .forEach(register -> register.stream()
                        .filter(row -> still.contains(row.id()))
                        .forEach(all::add));
        return all;
    }
}
