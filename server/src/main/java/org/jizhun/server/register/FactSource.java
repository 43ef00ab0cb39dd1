package org.jizhun.server.register;

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
    private final RecentReadings recent = new RecentReadings();

    FactSource(Years years, Rows rows, RuleBook rules) {
        this.years = years;
        this.rows = rows;
        this.rules = rules;
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
        return new CaseReading(year, vocabulary, stored, cells, read);
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
