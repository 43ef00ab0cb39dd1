package org.jizhun.server.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.documents.workbook.CaseCells;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A department year as read from its rows: the facts, and what was wrong with which cell.
 *
 * @param rows by register, in their order; row 1 of a problem's place is the first of them
 * @param cells the same as the reader got them
 */
public record CaseReading(
        DepartmentYear year,
        Vocabulary vocabulary,
        Map<String, List<StoredRow>> rows,
        CaseCells cells,
        FactSet facts,
        List<Problem> problems) {

    public CaseReading {
        problems = List.copyOf(problems);
    }

    public List<StoredRow> rows(String register) {
        return rows.getOrDefault(register, List.of());
    }

    /** The problems of each row of a register, by the row's number in the database. */
    public Map<Long, List<Told>> told(Register register) {
        Map<Long, List<Told>> told = new HashMap<>();
        for (Problem problem : problems) {
            if (register.label().equals(problem.place().sheet())) {
                row(problem.place(), register)
                        .ifPresent(row -> told.computeIfAbsent(row.id(), id -> new ArrayList<>())
                                .add(Told.of(problem, column(problem.place(), register))));
            }
        }
        return told;
    }

    /** The problems of a register as a whole. */
    public List<Told> whole(Register register) {
        return problems.stream()
                .filter(problem -> register.label().equals(problem.place().sheet()))
                .filter(problem -> row(problem.place(), register).isEmpty())
                .map(problem -> Told.of(problem, column(problem.place(), register)))
                .toList();
    }

    /** The row a place is in; empty where it is none of a stored row. */
    public Optional<StoredRow> row(Place place, Register register) {
        List<StoredRow> all = rows(register.name());
        int at = register.shape() == Register.Shape.VALUES ? 0 : place.line() - 1;
        return at >= 0 && at < all.size() ? Optional.of(all.get(at)) : Optional.empty();
    }

    private static @Nullable String column(Place place, Register register) {
        int at = place.column() - 1;
        return at >= 0 && at < register.columns().size()
                ? register.columns().get(at).name()
                : null;
    }

    /** Rows as the reader wants them. */
    static CaseCells cells(
            Vocabulary vocabulary,
            Map<String, List<StoredRow>> rows,
            java.util.Set<String> none,
            int year,
            String scheme) {
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        for (Register register : vocabulary.registers()) {
            List<Map<String, String>> cells = rows.getOrDefault(register.name(), List.of()).stream()
                    .map(StoredRow::cells)
                    .toList();
            if (register.shape() == Register.Shape.VALUES) {
                values.put(register.name(), cells.isEmpty() ? Map.of() : cells.get(0));
            } else if (!cells.isEmpty() || none.contains(register.name())) {
                tables.put(register.name(), cells);
            }
        }
        // Year and scheme belong to the year as such; what a row says about them would be a second truth.
        Map<String, String> department = new LinkedHashMap<>(values.getOrDefault("department", Map.of()));
        department.put("year", Integer.toString(year));
        department.put("schemeId", scheme);
        values.put("department", department);
        return new CaseCells(tables, values);
    }
}
